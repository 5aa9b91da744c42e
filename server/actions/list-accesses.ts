// SPDX-License-Identifier: AGPL-3.0-or-later
// The register of accesses: who came, called or wrote, by day; and how many, for what.
import type { FieldSchema } from '../../schemas/types.ts';
import type { Deps } from '../deps.ts';
import { listRows } from '../lists.ts';
import type { Locale } from '../problems.ts';
import type { KeptAccess } from '../records.ts';
import type { Person } from '../sessions.ts';
import type { Listed, Scope } from '../storage/contract.ts';
import { newestVersion } from './definitions.ts';
import { listAll } from './show-case.ts';
import { namesOf } from './show-request.ts';

const pageSize = 50;

export interface AskedOfAccesses {
  /** ISO dates, both included; absent: today */
  readonly from?: string;
  readonly to?: string;
  readonly q?: string;
  readonly cursor?: string;
}

/** A page of the register, newest first, and the counts of the whole period by what was said and how it ended. */
export async function listAccesses(deps: Deps, person: Person, asked: AskedOfAccesses, locale: Locale) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const { comuni } = person.account.value;
  const today = deps.clock.today();
  const [from, to] = [asked.from ?? today, asked.to ?? asked.from ?? today];
  const all = await listAll(deps, scope, 'accesses', {
    ...(comuni.length > 0 ? { where: { comune: comuni } } : {}),
    ...(asked.q ? { contains: { search: asked.q } } : {}),
    newestFirst: true,
  });
  const within = all
    .filter(({ fields }) => String(fields['day']) >= from && String(fields['day']) <= to)
    .sort((a, b) => String(b.fields['at']).localeCompare(String(a.fields['at'])));
  const at = /^\d{1,9}$/.test(asked.cursor ?? '') ? Number(asked.cursor) : 0;
  const page = within.slice(at, at + pageSize);
  const names = await namesOf(
    deps,
    scope,
    page.map(({ fields }) => String(fields['by'])),
  );
  return {
    items: page.map((item) => rowOf(item, names)),
    total: within.length,
    ...(at + pageSize < within.length ? { next: String(at + pageSize) } : {}),
    counts: await countsOf(deps, scope, within, locale),
  };
}

function rowOf({ id, fields }: Listed, names: ReadonlyMap<string, string>) {
  const text = (name: string): string => String(fields[name] ?? '');
  return {
    id,
    at: text('at'),
    comune: text('comune'),
    name: text('name'),
    by: names.get(text('by')) ?? text('by'),
    facts: JSON.parse(text('facts') || '{}') as KeptAccess['facts'],
    ...(fields['request'] ? { request: text('request') } : {}),
    ...(fields['case'] ? { case: text('case') } : {}),
  };
}

interface Counted {
  readonly word: string;
  readonly label: string;
  readonly rows: readonly { readonly text: string; readonly count: number }[];
}

/** What the form counts, by question: how many gave each answer; of several answers to one question each counts. */
async function countsOf(
  deps: Deps,
  scope: Scope,
  items: readonly Listed[],
  locale: Locale,
): Promise<readonly Counted[]> {
  const form = deps.catalogue.districts.get(scope.district)?.counter?.access;
  const version = form === undefined ? undefined : await newestVersion(deps, scope, form);
  if (!version) return [];
  const outline = deps.forms.outline(version);
  const tallies = new Map<string, Map<unknown, number>>();
  for (const { fields } of items) {
    const counts = JSON.parse(String(fields['counts'] ?? '{}')) as KeptAccess['counts'];
    for (const [word, said] of Object.entries(counts)) {
      const tally = tallies.get(word) ?? new Map<unknown, number>();
      tallies.set(word, tally);
      for (const code of Array.isArray(said) ? said : [said]) tally.set(code, (tally.get(code) ?? 0) + 1);
    }
  }
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
