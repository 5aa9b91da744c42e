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
  // Digits alone will do: 930 is 9:30.
  render: (context) => textInput(context, { inputmode: 'numeric', size: 'short' }),
};
