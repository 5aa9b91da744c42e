// SPDX-License-Identifier: BSD-3-Clause
import type { FieldInput } from '../../elements/input.ts';
import { dateParts } from '../../elements/inputs/date-parts.ts';
import { facts } from './facts.ts';
import { paper } from './paper.ts';
import { words } from './words.ts';

export const input: FieldInput = {
  facts,
  words,
  paper,
  group: () => true,
  render: (context) => dateParts(context, 'moment'),
};
