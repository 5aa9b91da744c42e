// SPDX-License-Identifier: BSD-3-Clause
import type { Control } from '../../elements/input.ts';
import { radios } from '../../elements/inputs/marks.ts';

export const control: Control = {
  group: () => true,
  copies: 'value',
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
