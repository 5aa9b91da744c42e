// SPDX-License-Identifier: BSD-3-Clause
import type { FieldType } from '../contract.ts';
import { groupOf } from '../groups.ts';

/** Answers that belong together; each is a field of its own. */
export const facts: FieldType<{ readonly [key: string]: unknown }> = {
  ...groupOf('group'),
  fits: (field) => (field.type === 'object' || (field.type === undefined && field.properties) ? 1 : 0),
};
