// SPDX-License-Identifier: BSD-3-Clause
/** Id of a row: eleven characters, made where the row is made. */
export const rowIdPattern = '^[A-Za-z0-9_-]{11}$';
const rowId = new RegExp(rowIdPattern, 'u');

export const isRowId = (value: unknown): value is string => typeof value === 'string' && rowId.test(value);

/** A JSON Pointer's own escapes. */
export const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
