// SPDX-License-Identifier: BSD-3-Clause
import type { FieldInput } from '../../elements/input.ts';
import { IN_SIGHT, chooseOne } from '../../elements/inputs/options.ts';
import { facts } from './facts.ts';
import { paper } from './paper.ts';

export const input: FieldInput = {
  facts,
  words: () => import('./words.ts'),
  paper,
  group: (context) => context.options.length <= IN_SIGHT,
  render: chooseOne,
};
