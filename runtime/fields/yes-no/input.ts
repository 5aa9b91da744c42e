// SPDX-License-Identifier: BSD-3-Clause
import type { FieldInput } from '../../elements/input.ts';
import { radios } from '../../elements/inputs/marks.ts';
import { facts } from './facts.ts';
import { paper } from './paper.ts';

export const input: FieldInput = {
  facts,
  words: () => import('./words.ts'),
  paper,
  group: () => true,
  render: (context) =>
    radios(
      context,
      [
        { value: true, title: context.say('yes') },
        { value: false, title: context.say('no') },
      ],
      'inline',
    ),
};
