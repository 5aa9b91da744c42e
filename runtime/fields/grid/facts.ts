// SPDX-License-Identifier: BSD-3-Clause
import type { FieldType } from '../contract.ts';
import { groupOf } from '../groups.ts';

/** Questions of one choice with the same choices, each a field of its own. */
export const facts: FieldType<{ readonly [key: string]: unknown }> = { ...groupOf('grid'), fits: () => 0 };
