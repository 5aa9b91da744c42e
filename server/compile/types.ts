// SPDX-License-Identifier: AGPL-3.0-or-later
// TypeScript types of the answers, for whoever writes programs against a published form.
import { compile } from 'json-schema-to-typescript';
import type { ClosedSchema } from '../../runtime/fields/contract.ts';

/** What a type can say. Titles would become names of their own, conditions would be misread. */
const said = new Set(['type', 'required', 'additionalProperties', 'enum', 'const']);
const lists = new Set(['anyOf', 'oneOf']);

type Branches = {
  readonly then?: { readonly properties?: { readonly declined?: unknown } };
  readonly else?: unknown;
};

/** An answer or a declined one, which the closed schema says with if, then and else. */
function declinable({ then, else: answer }: Branches): unknown {
  const declined = then?.properties?.declined;
  if (declined === undefined) return {};
  const object = {
    type: 'object',
    required: ['declined'],
    additionalProperties: false,
    properties: { declined },
  };
  return { anyOf: [cleaned(answer), object] };
}

function cleaned(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  if ('if' in schema && 'else' in schema) return declinable(schema);
  const result: { [keyword: string]: unknown } = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (said.has(keyword)) result[keyword] = value;
    else if (keyword === 'items') result[keyword] = cleaned(value);
    else if (lists.has(keyword)) result[keyword] = (value as unknown[]).map(cleaned);
    else if (keyword === 'properties') {
      result[keyword] = Object.fromEntries(
        Object.entries(value as object).map(([key, inner]) => [key, cleaned(inner)]),
      );
    }
  }
  return result;
}

/** prima-domanda → PrimaDomanda */
export const typeName = (id: string): string =>
  id
    .split('-')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('');

/** A `.d.ts` with one exported interface, named after the definition; lists are said without their lengths. */
export async function typesOf(id: string, hash: string, schema: ClosedSchema): Promise<string> {
  const text = await compile(cleaned(schema) as Parameters<typeof compile>[0], typeName(id), {
    bannerComment: `// Answers of the form ${id}, version ${hash.slice(0, 12)}.`,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    strictIndexSignatures: true,
    style: { singleQuote: true, printWidth: 110 },
    // Nothing is fetched, whatever a schema says.
    $refOptions: { resolve: { external: false, http: false, file: false } },
  });
  return text;
}
