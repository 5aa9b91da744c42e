// SPDX-License-Identifier: BSD-3-Clause
// Field types on a page: those that a plain JSON Schema can mean are always there (they decide which type a field is),
// one that `x-type` names is fetched when a form names it.
import type { Definition } from '../../schemas/types.ts';
import type { Engine } from '../engine/contract.ts';
import { input as date } from '../fields/date/input.ts';
import { input as decimal } from '../fields/decimal/input.ts';
import { input as group } from '../fields/group/input.ts';
import { folders } from '../fields/index.ts';
import { input as integer } from '../fields/integer/input.ts';
import { input as link } from '../fields/link/input.ts';
import { input as longText } from '../fields/long-text/input.ts';
import { input as money } from '../fields/money/input.ts';
import { input as one } from '../fields/one/input.ts';
import { input as repeat } from '../fields/repeat/input.ts';
import { input as several } from '../fields/several/input.ts';
import { input as text } from '../fields/text/input.ts';
import { input as yesNo } from '../fields/yes-no/input.ts';
import { functions } from '../functions/index.ts';
import { kinds } from '../kinds/index.ts';
import { operators } from '../operators/index.ts';
import type { FieldInput } from './input.ts';

const plain: readonly FieldInput[] = [
  text,
  longText,
  integer,
  decimal,
  money,
  date,
  yesNo,
  one,
  several,
  repeat,
  group,
  link,
];

const known = new Map(plain.map((input) => [input.facts.type, input]));

/** Names that `x-type` says anywhere in a schema. */
function named(schema: unknown, found = new Set<string>()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return found;
  for (const [key, part] of Object.entries(schema))
    if (key === 'x-type' && typeof part === 'string') found.add(part);
    else named(part, found);
  return found;
}

/** Inputs of every type that a definition may use, by type name. */
export async function inputsFor(definition: Definition): Promise<ReadonlyMap<string, FieldInput>> {
  const listed: readonly string[] = folders;
  const missing = [...named(definition.schema)].filter((name) => !known.has(name) && listed.includes(name));
  await Promise.all(
    missing.map(async (name) => {
      const { input } = (await import(`../fields/${name}/input.js`)) as { input: FieldInput };
      known.set(name, input);
    }),
  );
  return known;
}

/** The engine as this page runs it. */
export const engineOf = (inputs: ReadonlyMap<string, FieldInput>): Engine => ({
  types: new Map([...inputs].map(([name, input]) => [name, input.facts])),
  functions: new Map(functions.map((entry) => [entry.name, entry])),
  operators: new Map(operators.map((entry) => [entry.keyword, entry])),
  kinds: new Map(kinds.map((entry) => [entry.kind, entry])),
  pattern: (source) => new RegExp(source, 'u'),
});
