// SPDX-License-Identifier: BSD-3-Clause
import type { Control } from '../../elements/input.ts';
import { dateParts } from '../../elements/inputs/date-parts.ts';

export const control: Control = {
  group: () => true,
  copies: 'value',
  render: (context) => dateParts(context),
};
