// SPDX-License-Identifier: BSD-3-Clause
import type { Operator } from '../engine/contract.ts';

export const required: Operator = {
  keyword: 'required',
  holds: (value, operand) =>
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    (operand as readonly string[]).every((key) => Object.hasOwn(value, key)),
};
