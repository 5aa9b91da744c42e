// SPDX-License-Identifier: AGPL-3.0-or-later
// What a file of profile PDF/A-3a carries within: the answers that its district lets out, and their schema.
import canonicalize from 'canonicalize';
import { printable, type Fields } from '../../templates/printable.ts';
import type { Answers, Version } from '../../schemas/types.ts';
import type { Attachment } from './attach.ts';

export interface Carried {
  /** pointers of the allow-list, those of rows without index */
  readonly fields: readonly string[];
  readonly version: Pick<Version, 'definition' | 'number' | 'hash' | 'title' | 'schema'>;
  readonly outline: Fields;
  readonly answers: Answers;
}

type Tree = { readonly [key: string]: unknown };
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Is a pointer let out whole, or something under it? */
function reach(pointer: string, fields: readonly string[]): 'whole' | 'part' | 'none' {
  if (fields.some((one) => pointer === one || pointer.startsWith(`${one}/`))) return 'whole';
  return fields.some((one) => one.startsWith(`${pointer}/`)) ? 'part' : 'none';
}

/** The answers that the list names; rows keep their ids, so that what refers to them still does. */
function onlyAnswers(answers: Tree, fields: readonly string[], from = ''): Tree {
  const left: { [key: string]: unknown } = {};
  for (const [key, value] of Object.entries(answers)) {
    const pointer = `${from}/${key}`;
    const how = from !== '' && key === 'id' ? 'whole' : reach(pointer, fields);
    if (how === 'whole') left[key] = value;
    if (how !== 'part') continue;
    if (Array.isArray(value))
      left[key] = value.map((row: unknown) => (isTree(row) ? onlyAnswers(row, fields, pointer) : row));
    else if (isTree(value)) left[key] = onlyAnswers(value, fields, pointer);
  }
  return left;
}

/** Demands that read other answers than those that are left, or want answers that are not there. */
const dropped = new Set(['required', 'if', 'then', 'else', 'allOf', 'dependentRequired', 'minProperties']);

/** The closed schema of what is left: shape only, since a part of the answers cannot keep the demands on the whole. */
function onlySchema(schema: Tree, fields: readonly string[], from = '', whole = false): Tree {
  const left: { [keyword: string]: unknown } = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (dropped.has(keyword)) continue;
    if (keyword === 'items' && isTree(value)) left[keyword] = onlySchema(value, fields, from, whole);
    else if (keyword === 'properties' && isTree(value)) {
      left[keyword] = Object.fromEntries(
        Object.entries(value).flatMap(([key, one]): [string, unknown][] => {
          const pointer = `${from}/${key}`;
          const how = whole || (from !== '' && key === 'id') ? 'whole' : reach(pointer, fields);
          return how === 'none' || !isTree(one)
            ? []
            : [[key, onlySchema(one, fields, pointer, how === 'whole')]];
        }),
      );
    } else left[keyword] = value;
  }
  return left;
}

const bytesOf = (value: unknown): Uint8Array => Buffer.from(canonicalize(value) ?? '', 'utf8');

/** The two files of a document's data: never more than the family's copy may show, and of that what the list names. */
export function carriedFiles({ fields, version, outline, answers }: Carried): Attachment[] {
  const { definition, number, hash, title, schema } = version;
  const identity = `urn:patto:answers:${definition}:${number}:${hash}`;
  const shown = onlyAnswers(printable(outline, answers, 'family', []), fields);
  return [
    {
      name: 'risposte.json',
      kind: 'application/json',
      relation: 'Data',
      about: `Risposte: ${title}, versione ${number}`,
      bytes: bytesOf(shown),
    },
    {
      name: 'schema.json',
      kind: 'application/schema+json',
      relation: 'Schema',
      about: `JSON Schema delle risposte (${identity})`,
      bytes: bytesOf({
        ...onlySchema(schema, fields),
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: `${identity}:part`,
        title,
      }),
    },
  ];
}
