// SPDX-License-Identifier: BSD-3-Clause
import type { FieldInput } from '../../elements/input.ts';
import { textInput } from '../../elements/inputs/text-input.ts';
import { facts } from './facts.ts';
import { paper } from './paper.ts';
import { words } from './words.ts';

export const input: FieldInput = {
  facts,
  words,
  paper,
  copies: 'text',
  render: (context) => textInput(context, { size: 'medium' }),
};
