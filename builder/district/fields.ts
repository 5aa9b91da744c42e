// SPDX-License-Identifier: AGPL-3.0-or-later
// Questions of which the forms of a district are made.
import type { FieldSchema as Field } from '../../schemas/types.ts';

type More = Partial<Field>;
export type Properties = { readonly [key: string]: Field };
export const text = (title: string, most = 200, more: More = {}): Field => ({
  title,
  type: 'string',
  maxLength: most,
  ...more,
});
export const long = (title: string, most = 2000, more: More = {}): Field => ({
  ...text(title, most, more),
  'x-type': 'long-text',
});
export const whole = (title: string, least = 0, more: More = {}): Field => ({
  title,
  type: 'integer',
  minimum: least,
  ...more,
});
export const yesNo = (title: string, more: More = {}): Field => ({ title, type: 'boolean', ...more });
export const time = (title: string): Field => ({ title, type: 'string', 'x-type': 'time' });
export const date = (title: string): Field => ({ title, type: 'string', format: 'date' });
/** one of the rows of a list of the context */
export const one = (title: string, list: string, more: More = {}): Field => ({
  title,
  type: 'string',
  'x-choices': { from: `list:${list}` },
  ...more,
});
export const several = (title: string, list: string, more: More = {}): Field => ({
  title,
  type: 'array',
  uniqueItems: true,
  items: { type: 'string' },
  'x-choices': { from: `list:${list}` },
  ...more,
});
export const either = (title: string, ways: { readonly [code: string]: string }, more: More = {}): Field => ({
  title,
  oneOf: Object.entries(ways).map(([code, words]) => ({ const: code, title: words })),
  ...more,
});
export const rows = (
  title: string,
  properties: Properties,
  required: readonly string[],
  more: More = {},
): Field => ({
  title,
  type: 'array',
  items: { type: 'object', properties: { ...properties }, required: [...required] },
  ...more,
});
/** short name by which other data know a row */
export const code = (title: string): Field =>
  text(title, 30, { pattern: '^[a-z][a-z0-9-]{0,29}$', 'x-placeholder-example': 'poggiofinto' });
