// SPDX-License-Identifier: BSD-3-Clause
import type { Control } from '../../elements/input.ts';
import { boxes } from '../../elements/inputs/options.ts';

export const control: Control = {
  group: () => true,
  copies: 'value',
  render: boxes,
};
