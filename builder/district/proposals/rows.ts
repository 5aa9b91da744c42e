// SPDX-License-Identifier: AGPL-3.0-or-later
// The rows that a proposal adds, as a form made of the pact's own lists, and back. Pure.
import { newRowId } from '../../../runtime/elements/row-changes.ts';
import type {
  Answers,
  Definition,
  FieldSchema,
  PactLife,
  Proposal,
  ProposedRow,
} from '../../../schemas/types.ts';
import { inlined } from '../../edit/fields.ts';
import type { Tell } from '../contract.ts';
import { kindOf } from './kinds.ts';

type Row = { readonly id: string; readonly [key: string]: unknown };
export interface Ground {
  readonly pact: Definition;
  readonly life: PactLife;
  /** all proposals: how the others are written says how a new one is */
  readonly all: readonly Proposal[];
}

/** The lists of a pact that proposals may fill: those of which something can be said beforehand. */
function listsOf({ pact, all }: Ground): readonly (readonly [string, FieldSchema])[] {
  const used = new Set(all.flatMap(({ adds }) => adds.map(({ to }) => to.slice(1))));
  return Object.entries(pact.schema.properties).flatMap(([key, field]) =>
    used.has(key) ? [[key, inlined(pact, field)] as const] : [],
  );
}

const rowsTo = (all: readonly Proposal[], to: string): readonly ProposedRow[] =>
  all.flatMap(({ adds }) => adds.filter((add) => add.to === to));

/** Keys of a list that rules take from elsewhere, with the first such value: kept, and given to new rows. */
function taken(ground: Ground, list: string, field: FieldSchema): { readonly [key: string]: unknown } {
  const out: { [key: string]: unknown } = {};
  const asked = field.items?.properties ?? {};
  for (const { row, need } of rowsTo(ground.all, `/${list}`)) {
    for (const [key, value] of Object.entries(row)) {
      const question = asked[key] && inlined(ground.pact, asked[key]);
      const around = { life: ground.life, rows: new Map([...namesIn(value)].map((name) => [name, name])) };
      if (!question || kindOf(question).read(value, around) === undefined) out[key] ??= value;
    }
    // The need itself is written there.
    if (need !== undefined) out[need] ??= undefined;
  }
  return out;
}

/** Names that a value calls rows by. */
const namesIn = (value: unknown): ReadonlySet<string> =>
  new Set([...(JSON.stringify(value) ?? '').matchAll(/"of":"([^"]+)"/g)].map(([, name]) => name!));

/** The questions of a list that a rule answers itself. */
function questionsOf(
  ground: Ground,
  list: string,
  field: FieldSchema,
): readonly (readonly [string, FieldSchema])[] {
  const elsewhere = taken(ground, list, field);
  const given = new Set(rowsTo(ground.all, `/${list}`).flatMap(({ row }) => Object.keys(row)));
  return Object.entries(field.items?.properties ?? {}).flatMap(([key, part]) => {
    const question = inlined(ground.pact, part);
    // What rules have never said is for whoever writes the pact, but for a choice.
    const asked =
      !Object.hasOwn(elsewhere, key) &&
      question['x-value'] === undefined &&
      (given.has(key) || (question['x-show'] === undefined && question['x-choices'] !== undefined));
    return asked ? [[key, question] as const] : [];
  });
}

/** The form of one proposal's rows. */
export function rowsForm(ground: Ground, tell: Tell): Definition {
  const lists = listsOf(ground);
  const [first] = lists;
  return {
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id: 'proposta',
    title: tell('Che cosa si propone', 'What is proposed'),
    schema: {
      type: 'object',
      properties: Object.fromEntries(
        lists.map(([key, field]) => [
          key,
          {
            title: field.title ?? key,
            type: 'array',
            ...(key === first?.[0] ? { minItems: 1 } : {}),
            items: {
              type: 'object',
              properties: Object.fromEntries(
                questionsOf(ground, key, field).map(([name, question]) => [
                  name,
                  kindOf(question).field(question, tell),
                ]),
              ),
            },
          },
        ]),
      ),
      ...(first ? { required: [first[0]] } : {}),
    },
  };
}

/** What is filled in by itself, by the title of its list: the titles of its questions. */
export function filledIn(
  ground: Ground,
): readonly { readonly list: string; readonly keys: readonly string[] }[] {
  return listsOf(ground).flatMap(([key, field]) => {
    const keys = Object.keys(taken(ground, key, field)).map(
      (name) => field.items?.properties?.[name]?.title ?? name,
    );
    return keys.length > 0 ? [{ list: field.title ?? key, keys }] : [];
  });
}

/** The rows of a proposal as answers; `ids`: which answer was which row. */
export function rowsAsked(
  ground: Ground,
  adds: readonly ProposedRow[],
): { readonly answers: Answers; readonly ids: ReadonlyMap<string, ProposedRow> } {
  const made = adds.map((add) => ({ add, id: newRowId() }));
  const names = new Map(made.flatMap(({ add, id }) => (add.as === undefined ? [] : [[add.as, id] as const])));
  const around = { life: ground.life, rows: names };
  const answers = Object.fromEntries(
    listsOf(ground).map(([list, field]) => [
      list,
      made
        .filter(({ add }) => add.to === `/${list}`)
        .map(({ add, id }) => ({
          ...Object.fromEntries(
            questionsOf(ground, list, field).flatMap(([key, question]) => {
              const value = kindOf(question).read(add.row[key], around);
              return value === undefined ? [] : [[key, value]];
            }),
          ),
          id,
        })),
    ]),
  );
  return { answers: answers as Answers, ids: new Map(made.map(({ add, id }) => [id, add])) };
}

/** The answers as rows of a proposal; rows that are called by others get a name. */
export function rowsSaid(
  ground: Ground,
  answers: Answers,
  ids: ReadonlyMap<string, ProposedRow>,
): readonly ProposedRow[] {
  const rowsIn = (list: string): readonly Row[] => (answers[list] ?? []) as unknown as readonly Row[];
  const lists = listsOf(ground);
  const called = new Set<string>();
  const names = new Map<string, string>();
  for (const [list] of lists)
    for (const { id } of rowsIn(list)) {
      let name = ids.get(id)?.as;
      for (let n = 1; name === undefined || called.has(name); n += 1) name = `${list[0] ?? 'r'}${n}`;
      called.add(name);
      names.set(id, name);
    }
  const written = JSON.stringify(answers);
  return lists.flatMap(([list, field], place) => {
    const to = `/${list}`;
    const elsewhere = taken(ground, list, field);
    const template = rowsTo(ground.all, to).find(({ need }) => need !== undefined)?.need;
    return rowsIn(list).map((row, at) => {
      const before = ids.get(row.id);
      const kept = Object.entries(before?.row ?? elsewhere).filter(
        ([key, value]) => Object.hasOwn(elsewhere, key) && value !== undefined,
      );
      const said = questionsOf(ground, list, field).flatMap(([key, question]) => {
        const value = kindOf(question).write(row[key], { life: ground.life, rows: names }, question);
        return value === undefined ? [] : [[key, value] as const];
      });
      // Another row calls it where its id stands twice.
      const isCalled = before?.as !== undefined || written.split(`"${row.id}"`).length > 2;
      const need = before ? before.need : place === 0 && at === 0 ? template : undefined;
      return {
        to,
        ...(isCalled ? { as: names.get(row.id)! } : {}),
        ...(need === undefined ? {} : { need }),
        row: { ...Object.fromEntries(said), ...Object.fromEntries(kept) },
      };
    });
  });
}
