// SPDX-License-Identifier: BSD-3-Clause
import type { Context } from '../../schemas/types.ts';

/** For what reads nothing beside the answers. */
export const emptyContext: Context = {
  today: '',
  referenceDate: '',
  parameters: {},
  lists: {},
  case: {},
  role: '',
  locale: 'it',
};
