// SPDX-License-Identifier: BSD-3-Clause
import type { Control } from '../../elements/input.ts';
import { chooseOne, inSight } from '../../elements/inputs/options.ts';

export const control: Control = {
  group: inSight,
  copies: 'value',
  render: chooseOne,
};
