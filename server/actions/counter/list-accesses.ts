// SPDX-License-Identifier: AGPL-3.0-or-later
// The register of accesses: who came, called or wrote, by day; and how many, for what.
import { folded } from '../../../runtime/fields/searching.ts';
import type { FieldSchema } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import { listRows } from '../../lists.ts';
import type { Locale } from '../../problems.ts';
import type { KeptAccess } from '../../records.ts';
import { remember, type Remembered } from '../../remembered.ts';
import type { Person } from '../../sessions.ts';
import type { Scope } from '../../storage/contract.ts';
import { newestVersion } from '../definitions/definitions.ts';
import { namesOf } from '../../names.ts';

const pageSize = 50;

export interface AskedOfAccesses {
  /** ISO dates, both included; absent: today */
  readonly from?: string;
  readonly to?: string;
  readonly q?: string;
  readonly cursor?: string;
}

/** An access as the register shows it; `facts` and `counts` as the index holds them. */
interface AccessRow {
  readonly id: string;
  readonly at: string;
  /** ISO date in Rome */
  readonly day: string;
  readonly comune: string;
  readonly name: string;
  readonly by: string;
  readonly facts: string;
  readonly counts: string;
  readonly request: string;
  readonly case: string;
  /** the name as it is searched */
  readonly searched: string;
}

/** The newest on top. */
export const accessesOf = remember<AccessRow>({
  collection: 'accesses',
  data: () => [],
  rows:
    () =>
    ({ id, fields }) => {
      const text = (name: string): string => String(fields[name] ?? '');
      return [
        {
          id,
          at: text('at'),
          day: text('day'),
          comune: text('comune'),
          name: text('name'),
          by: text('by'),
          facts: text('facts') || '{}',
          counts: text('counts') || '{}',
          request: text('request'),
          case: text('case'),
          searched: folded(text('name')),
        },
      ];
    },
  order: (a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0),
});

type Tallies = ReadonlyMap<string, ReadonlyMap<unknown, number>>;
interface Picked {
  readonly rows: readonly AccessRow[];
  readonly tallies: Tallies;
}
/** What a question leaves, remembered with the rows: its pages are asked for one after the other. */
const answers = new WeakMap<Remembered<AccessRow>, Map<string, Picked>>();
const remembered = 50;

function picked(
  all: Remembered<AccessRow>,
  comuni: readonly string[],
  from: string,
  to: string,
  typed: string,
): Picked {
  const known = answers.get(all) ?? new Map<string, Picked>();
  answers.set(all, known);
  const key = JSON.stringify([comuni, from, to, typed]);
  const before = known.get(key);
  if (before) return before;
  const words = folded(typed);
  const rows = all.rows.filter(
    ({ day, comune, searched }) =>
      day >= from &&
      day <= to &&
      (comuni.length === 0 || comuni.includes(comune)) &&
      (typed === '' || (words !== '' && searched.includes(words))),
  );
  const made = { rows, tallies: talliesOf(rows) };
  if (known.size >= remembered) known.clear();
  known.set(key, made);
  return made;
}

/** How many gave each answer, by word; of several answers to one question each counts. */
function talliesOf(rows: readonly AccessRow[]): Tallies {
  const tallies = new Map<string, Map<unknown, number>>();
  for (const { counts } of rows)
    for (const [word, said] of Object.entries(JSON.parse(counts) as KeptAccess['counts'])) {
      const tally = tallies.get(word) ?? new Map<unknown, number>();
      tallies.set(word, tally);
      for (const code of Array.isArray(said) ? said : [said]) tally.set(code, (tally.get(code) ?? 0) + 1);
    }
  return tallies;
}

/** A page of the register, newest first, and the counts of the whole period by what was said and how it ended. */
export async function listAccesses(deps: Deps, person: Person, asked: AskedOfAccesses, locale: Locale) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const today = deps.clock.today();
  const [from, to] = [asked.from ?? today, asked.to ?? asked.from ?? today];
  const all = await accessesOf(deps, scope.district);
  const found = picked(all, person.account.value.comuni, from, to, asked.q ?? '');
  const at = /^\d{1,9}$/.test(asked.cursor ?? '') ? Number(asked.cursor) : 0;
  const page = found.rows.slice(at, at + pageSize);
  const nameOf = await namesOf(
    deps,
    scope,
    page.map(({ by }) => by),
  );
  return {
    items: page.map((row) => told(row, nameOf)),
    total: found.rows.length,
    ...(at + pageSize < found.rows.length ? { next: String(at + pageSize) } : {}),
    counts: await countsOf(deps, scope, found.tallies, locale),
  };
}

const told = (row: AccessRow, nameOf: (id: string) => string) => ({
  id: row.id,
  at: row.at,
  comune: row.comune,
  name: row.name,
  by: nameOf(row.by),
  facts: JSON.parse(row.facts) as KeptAccess['facts'],
  ...(row.request ? { request: row.request } : {}),
  ...(row.case ? { case: row.case } : {}),
});

interface Counted {
  readonly word: string;
  readonly label: string;
  readonly rows: readonly { readonly text: string; readonly count: number }[];
}

/** What the form counts, by question: how many gave each answer. */
async function countsOf(
  deps: Deps,
  scope: Scope,
  tallies: Tallies,
  locale: Locale,
): Promise<readonly Counted[]> {
  const form = deps.catalogue.districts.get(scope.district)?.counter?.access;
  const version = form === undefined ? undefined : await newestVersion(deps, scope, form);
  if (!version) return [];
  const outline = deps.forms.outline(version);
  return Object.entries(version.source.gives?.counts ?? {}).flatMap(([word, pointer]): readonly Counted[] => {
    const tally = tallies.get(word);
    const schema = typeof pointer === 'string' ? outline.byPointer.get(pointer)?.schema : undefined;
    if (!tally || !schema) return [];
    const rows = [...tally]
      .map(([code, count]) => ({ text: titleOf(deps, scope.district, schema, code, locale), count }))
      .sort((a, b) => b.count - a.count || a.text.localeCompare(b.text, 'it'));
    return [{ word, label: schema.title ?? word, rows }];
  });
}

const yesNo = { it: ['Sì', 'No'], en: ['Yes', 'No'] } as const;

/** What an answer is called. */
function titleOf(deps: Deps, district: string, schema: FieldSchema, code: unknown, locale: Locale): string {
  if (typeof code === 'boolean') return yesNo[locale][code ? 0 : 1];
  const own = (schema.oneOf ?? schema.items?.oneOf)?.find((one) => one.const === code)?.title;
  if (own !== undefined) return own;
  const from = (schema['x-choices'] ?? schema.items?.['x-choices'])?.from.replace(/^\w+:/, '');
  const row = from === undefined ? undefined : listRows(deps, district, from)?.find(({ id }) => id === code);
  return row?.title ?? String(code);
}
