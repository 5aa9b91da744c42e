// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import type { FieldType, FileRef } from '../contract.ts';
import { editParts, readParts } from '../parts.ts';
import { has, isObject, problem } from '../problems.ts';
import { oneLine } from '../texts.ts';
import { countOf, sizeOf, typesOf } from './kinds.ts';

const id = '^[A-Za-z0-9_-]{22}$';
const sha256 = '^[0-9a-f]{64}$';
const NAME = 120;
const patterns = {
  id: new RegExp(id, 'u'),
  sha256: new RegExp(sha256, 'u'),
  name: new RegExp(oneLine.pattern, 'u'),
};
const parts = ['id', 'name', 'type', 'size', 'sha256'];

const text = (value: unknown, pattern: RegExp): value is string =>
  typeof value === 'string' && pattern.test(value);

function isFile(value: unknown, field: FieldSchema): boolean {
  if (!isObject(value) || Object.keys(value).some((key) => !parts.includes(key))) return false;
  const { name, type, size } = value;
  return (
    parts.every((part) => has(value, part)) &&
    text(value['id'], patterns.id) &&
    text(value['sha256'], patterns.sha256) &&
    text(name, patterns.name) &&
    [...name].length <= NAME &&
    typeof type === 'string' &&
    has(typesOf(field), type) &&
    Number.isInteger(size) &&
    Number(size) >= 1 &&
    Number(size) <= sizeOf(field)
  );
}

function check(value: unknown, field: FieldSchema) {
  if (!Array.isArray(value)) return [problem('not-files')];
  const { least, most } = countOf(field);
  const found = value.flatMap((one: unknown, index) =>
    isFile(one, field) ? [] : [problem('not-a-file', {}, `/${index}`)],
  );
  if (value.length < least) found.push(problem('too-few-files', { limit: least }));
  if (value.length > most) found.push(problem('too-many-files', { limit: most }));
  return found;
}

/** Documents and photos: the answer names files that the server keeps. */
export const facts: FieldType<readonly FileRef[]> = {
  type: 'file',
  fits: () => 0,
  answer(field) {
    const { least, most } = countOf(field);
    return {
      type: 'array',
      minItems: least,
      maxItems: most,
      items: {
        type: 'object',
        additionalProperties: false,
        required: parts,
        properties: {
          id: { type: 'string', pattern: id, maxLength: 22 },
          name: { type: 'string', minLength: 1, maxLength: NAME, pattern: oneLine.pattern },
          type: { enum: Object.keys(typesOf(field)) },
          size: { type: 'integer', minimum: 1, maximum: sizeOf(field) },
          sha256: { type: 'string', pattern: sha256, maxLength: 64 },
        },
      },
    };
  },
  check,
  read(typed, field) {
    const value = readParts(typed);
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return { value: undefined };
    const found = check(value, field)[0];
    return found ? { problem: { ...found, at: '' } } : { value: value as readonly FileRef[] };
  },
  edit: editParts,
  files: (value) => value,
  empty: (value) => value === undefined || value === null || (Array.isArray(value) && value.length === 0),
  codes: ['not-files', 'not-a-file', 'too-few-files', 'too-many-files', 'file-underway'],
};
