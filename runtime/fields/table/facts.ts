// SPDX-License-Identifier: BSD-3-Clause
import type { FieldType } from '../contract.ts';
import { groupOf } from '../groups.ts';

/** Fixed rows with the same questions in each, each a field of its own. */
export const facts: FieldType<{ readonly [key: string]: unknown }> = { ...groupOf('table'), fits: () => 0 };
