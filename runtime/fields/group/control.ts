// SPDX-License-Identifier: BSD-3-Clause
import type { Control } from '../../elements/input.ts';

export const control: Control = {
  group: () => true,
  render: (context) => context.nested(),
};
