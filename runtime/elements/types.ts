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

export interface Equipment {
  /** of every type that the definition may use, by type name */
  readonly inputs: ReadonlyMap<string, FieldInput>;
  readonly engine: Engine;
}

/** Fetches what a definition uses, all at once. */
export async function equip(definition: Definition): Promise<Equipment> {
  const listed: readonly string[] = folders;
  const text = JSON.stringify(definition.schema);
  // A format that has the name of a type means that type.
  const named = new Set([...text.matchAll(/"(?:x-type|format)":"([a-z-]+)"/g)].map(([, name]) => name!));
  const missing = [...named].filter((name) => !known.has(name) && listed.includes(name));
  const formulas = definition.outcome !== undefined || text.includes('"x-value":');
  // Only so as not to wait later: who draws or names rows fetches what that needs.
  const rows = /"items":\{[^{}]*"(\$ref|properties|type":"object)"/.test(text);
  const [computing] = await Promise.all([
    formulas ? import('./formulas.ts') : undefined,
    rows ? import('./rows.ts') : undefined,
    rows || text.includes('"x-ref":') ? import('./row-labels.ts') : undefined,
    ...missing.map(async (name) => {
      const { input } = (await import(`../fields/${name}/input.js`)) as { input: FieldInput };
      known.set(name, input);
    }),
  ]);
  return {
    inputs: known,
    engine: {
      types: new Map([...known].map(([name, input]) => [name, input.facts])),
      functions: new Map(computing?.functions.map((entry) => [entry.name, entry])),
      formulas: computing,
      operators: new Map(operators.map((entry) => [entry.keyword, entry])),
      kinds: new Map(),
      pattern: (source) => new RegExp(source, 'u'),
    },
  };
}
