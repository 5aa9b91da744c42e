// SPDX-License-Identifier: AGPL-3.0-or-later
// The diary of a case: contacts, calls, visits, notes. Nothing of it reaches a document by itself.
import type { Case } from '../../../schemas/types.ts';
import { allowed, allowedNow } from '../../authorize.ts';
import { newId, romeDay } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { keep, keepNew, refusal } from '../../keep.ts';
import { listRows } from '../../lists.ts';
import { membersOf } from '../../members.ts';
import { refuse, type Refusal } from '../../problems.ts';
import { mayRead } from '../../readers.ts';
import type { KeptNote, NoteText } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Kept, Listed, Scope } from '../../storage/contract.ts';
import { accountsOf } from '../../names.ts';
import { listAll } from '../../storage/list-all.ts';

/** The list that says which kinds of notes there are. */
export const noteKinds = 'tipi-nota';
const pageSize = 30;

export interface Wanted {
  readonly kind?: string | undefined;
  /** row id of who took part */
  readonly person?: string | undefined;
  /** account id */
  readonly by?: string | undefined;
  /** ISO dates, both included */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** place in the list to go on from */
  readonly cursor?: string | undefined;
  readonly limit?: string | undefined;
}

const scopeOf = (person: Person): Scope => ({ district: person.district, actor: person.account.id });
const field = (item: Listed, name: string): string => String(item.fields[name] ?? '');

/** The notes that this person may read, the latest contact first, and what a new one may say. */
export async function readDiary(deps: Deps, person: Person, kase: Kept<Case>, wanted: Wanted) {
  const scope = scopeOf(person);
  const all = await listAll(deps, scope, 'notes', { where: { case: kase.id } });
  const mine = all.filter((item) =>
    mayRead({ readers: field(item, 'readers'), by: field(item, 'by') }, scope.actor, kase.value),
  );
  const day = (item: Listed): string => romeDay(field(item, 'at'));
  const fitting = mine
    .filter(
      (item) =>
        (!wanted.kind || field(item, 'kind') === wanted.kind) &&
        (!wanted.by || field(item, 'by') === wanted.by) &&
        (!wanted.person || field(item, 'people').includes(` ${wanted.person} `)) &&
        (!wanted.from || day(item) >= wanted.from) &&
        (!wanted.to || day(item) <= wanted.to),
    )
    .sort((a, b) => field(b, 'at').localeCompare(field(a, 'at')));
  const start = /^\d{1,6}$/.test(wanted.cursor ?? '') ? Number(wanted.cursor) : 0;
  const end = start + Math.min(pageSize, Math.max(1, Number(wanted.limit) || pageSize));
  const kept = await Promise.all(
    fitting.slice(start, end).map(({ id }) => deps.store.get<KeptNote>(scope, 'notes', id)),
  );
  const people = [...mine.map((item) => field(item, 'by')), ...kase.value.assigned, scope.actor];
  const accounts = await accountsOf(deps, scope, people);
  return {
    items: kept.flatMap((one) => (one ? [shown(one, scope.actor)] : [])),
    total: fitting.length,
    ...(end < fitting.length ? { next: String(end) } : {}),
    kinds: (listRows(deps, person.district, noteKinds) ?? []).map(({ id, title }) => ({ id, title })),
    members: membersOf(kase.value).map(({ id, name }) => ({ id, name })),
    authors: [...new Set(people)].map((by) => ({
      id: by,
      name: accounts.get(by)?.name ?? by,
      profile: accounts.get(by)?.profile ?? '',
    })),
    // who would read a note for the team
    team: kase.value.assigned,
    writes: allowedNow(person, kase.value, 'case', 'v'),
  };
}

/** What was written before a correction is its author's to see. */
function shown({ id, rev, value }: Kept<KeptNote>, account: string) {
  const { case: _case, earlier, ...rest } = value;
  const own = value.by === account;
  return { id, rev, ...rest, own, corrected: earlier.length, ...(own ? { earlier } : {}) };
}

/** Why a note cannot be kept as it is; undefined: it can. */
function wrongIn(deps: Deps, person: Person, kase: Case, given: NoteText): Refusal | undefined {
  if (!allowed(person, kase, 'case', 'v')) return refuse('not-assigned');
  const rows = listRows(deps, person.district, noteKinds) ?? [];
  if (!rows.some(({ id }) => id === given.kind)) return refuse('unknown-kind', { id: given.kind }, '/kind');
  if (Number.isNaN(Date.parse(given.at)) || romeDay(given.at) > deps.clock.today())
    return refuse('not-yet-happened', {}, '/at');
  const known = new Set(membersOf(kase).map(({ id }) => id));
  if (given.people.some((id) => !known.has(id))) return refuse('unknown-person', {}, '/people');
  return given.text.trim() === '' ? refuse('note-empty', {}, '/text') : undefined;
}

export async function writeNote(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  given: NoteText,
  key: string | undefined,
): Promise<{ readonly ok: true; readonly id: string; readonly again: boolean } | Refusal> {
  const wrong = wrongIn(deps, person, kase.value, given);
  if (wrong) return wrong;
  const scope = scopeOf(person);
  const value: KeptNote = {
    ...given,
    case: kase.id,
    by: scope.actor,
    writtenAt: deps.clock.instant(),
    earlier: [],
  };
  const stands = { key: `note ${kase.id} ${scope.actor} ${key ?? ''}`, of: JSON.stringify(given) };
  const id = newId();
  const entry = { action: 'note.write', object: id };
  const made = await keepNew(
    deps,
    scope,
    entry,
    'notes',
    () => value,
    key === undefined ? undefined : stands,
  );
  return made.ok ? { ok: true, id: made.value.id, again: made.again === true } : refusal(made);
}

/** Only who wrote a note corrects it; what it said before stays with it. */
export async function correctNote(
  deps: Deps,
  person: Person,
  kase: Kept<Case>,
  id: string,
  given: NoteText,
  rev: number,
): Promise<{ readonly ok: true; readonly rev: number } | Refusal> {
  const scope = scopeOf(person);
  const kept = await deps.store.get<KeptNote>(scope, 'notes', id);
  if (!kept || kept.value.case !== kase.id || !mayRead(kept.value, scope.actor, kase.value))
    return refuse('not-found');
  if (kept.value.by !== scope.actor) return refuse('not-author');
  const wrong = wrongIn(deps, person, kase.value, given);
  if (wrong) return wrong;
  const { kind, at, people, others, text, readers: before, writtenAt } = kept.value;
  const said: NoteText = { kind, at, people, text, readers: before, ...(others ? { others } : {}) };
  const value: KeptNote = {
    ...given,
    case: kase.id,
    by: scope.actor,
    writtenAt: deps.clock.instant(),
    earlier: [...kept.value.earlier, { ...said, writtenAt }],
  };
  const done = await keep(deps, scope, { action: 'note.correct', object: id }, [
    { do: 'replace', collection: 'notes', id, value, rev },
  ]);
  return done.ok ? { ok: true, rev: rev + 1 } : refusal(done);
}
