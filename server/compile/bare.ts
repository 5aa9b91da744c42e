// SPDX-License-Identifier: AGPL-3.0-or-later
// A schema without what only people read: generated code carries parts of its schema along.

const spoken = new Set([
  '$schema',
  '$id',
  '$comment',
  'title',
  'description',
  'examples',
  'default',
  'deprecated',
  'readOnly',
]);
const one = new Set([
  'items',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'additionalProperties',
  'propertyNames',
]);
const lists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const maps = new Set(['properties', '$defs', 'patternProperties', 'dependentSchemas']);

const object = (value: unknown): value is { [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same schema to a validator; keys of answers are never taken for keywords. */
export function bare(schema: unknown): unknown {
  if (!object(schema)) return schema;
  const result: { [keyword: string]: unknown } = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (spoken.has(keyword) || keyword.startsWith('x-')) continue;
    if (one.has(keyword)) result[keyword] = bare(value);
    else if (lists.has(keyword) && Array.isArray(value)) result[keyword] = value.map(bare);
    else if (maps.has(keyword) && object(value)) {
      result[keyword] = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bare(inner)]));
    } else result[keyword] = value;
  }
  return result;
}
