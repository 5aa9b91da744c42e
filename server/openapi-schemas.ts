// SPDX-License-Identifier: AGPL-3.0-or-later
// The grammars of schemas/ as components of the OpenAPI description: one flat list of names.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonSchema } from './routes/contract.ts';
import { projectFolder } from './version.ts';

type Json = { [key: string]: unknown };

/** Every grammar, and every part of one, under `<grammar>` and `<grammar>-<part>`. */
export function schemaComponents(): { readonly [name: string]: JsonSchema } {
  const folder = join(projectFolder, 'schemas');
  const all: { [name: string]: JsonSchema } = {};
  for (const file of readdirSync(folder).sort()) {
    const grammar = /^(\w+)\.schema\.json$/.exec(file)?.[1];
    if (!grammar) continue;
    const { $defs = {}, ...rest } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Json & {
      $defs?: Json;
    };
    all[grammar] = plain(rest, grammar) as JsonSchema;
    for (const [part, schema] of Object.entries($defs))
      all[`${grammar}-${part}`] = plain(schema, grammar) as JsonSchema;
  }
  const document = all['document'] as
    | { readonly properties: Json; readonly required: readonly string[] }
    | undefined;
  // What the routes answer: the document with its id.
  if (document)
    all['document-kept'] = {
      ...document,
      properties: { id: { type: 'string' }, ...document.properties },
      required: ['id', ...document.required],
    };
  return all;
}

/** Without what only we read, and with references into the one list. */
function plain(value: unknown, grammar: string): unknown {
  if (Array.isArray(value)) return value.map((one) => plain(one, grammar));
  if (typeof value !== 'object' || value === null) return value;
  const out: Json = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'tsType' || key === '$id' || (key === '$schema' && typeof inner === 'string')) continue;
    out[key] =
      key === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', `#/components/schemas/${grammar}-`)
        : plain(inner, grammar);
  }
  return out;
}
