// SPDX-License-Identifier: AGPL-3.0-or-later
// A row of a register is made, changed, marked as looked over, closed and opened again. Nothing is ever removed: a
// closed row is no longer offered, and stays readable wherever it was chosen.
import type { Answers, ListRow, Register } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import { keep, refusal } from '../../keep.ts';
import { listRows } from '../../lists.ts';
import { refuse, type Locale, type Refusal } from '../../problems.ts';
import { oneAtATime } from '../../mutexes.ts';
import { holdRows, keptRows, newRowId, recordOf } from '../../registers.ts';
import type { KeptRow, RowChange } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Scope, Write } from '../../storage/contract.ts';
import { judgeRow, rowContext } from './judge-row.ts';
import { refused } from '../drafts/receive.ts';
import { findRow, mayEdit, type KnownRow } from './registers.ts';
import { foreignRowFiles } from './row-files.ts';
import { daysAfter } from '../../calendar.ts';

/** Most rows of one register and of one table that is taken in, and changes that a row remembers. */
export const most = { rows: 5000, table: 2000, history: 100 };

export type Saved =
  | { readonly ok: true; readonly id: string; readonly rev: number; readonly row: ListRow }
  | Refusal;

/** What changed between two rows, by column. */
export function cellsChanged(before: ListRow | undefined, now: ListRow): NonNullable<RowChange['cells']> {
  const cells: { [column: string]: { was?: unknown; now?: unknown } } = {};
  for (const column of new Set([...Object.keys(before ?? {}), ...Object.keys(now)])) {
    const [was, is] = [before?.[column], now[column]];
    if (column === 'id' || JSON.stringify(was) === JSON.stringify(is)) continue;
    cells[column] = { ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { now: is }) };
  }
  return cells;
}

/** The kept row with one more line in its history. */
export function keptWith(
  deps: Pick<Deps, 'clock'>,
  scope: Scope,
  register: Register,
  before: KnownRow,
  row: ListRow,
  what: RowChange['what'],
): KeptRow {
  const cells = cellsChanged(before.row, row);
  const change: RowChange = { at: deps.clock.instant(), by: scope.actor, what, cells };
  const of = before.kept;
  return {
    register: register.id,
    row,
    ...(of?.case === undefined ? {} : { case: of.case }),
    ...(of?.comune === undefined ? {} : { comune: of.comune }),
    history: [...(of?.history ?? []), change].slice(-most.history),
  };
}

/** The write of a row: the first one is a record of its own, over the row that came with the district. */
export const writeOf = (register: Register, id: string, rev: number, value: KeptRow): Write => {
  const record = { collection: 'rows', id: recordOf(register.id, id), value };
  return rev === 0 ? { do: 'create', ...record } : { do: 'replace', ...record, rev };
};

async function put(
  deps: Deps,
  person: Person,
  register: Register,
  before: KnownRow,
  row: ListRow,
  what: RowChange['what'],
): Promise<Saved> {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const value = keptWith(deps, scope, register, before, row, what);
  const rev = before.rev + 1;
  const entry = { action: `row.${what}`, object: recordOf(register.id, row.id), rev };
  const done = await keep(deps, scope, entry, [writeOf(register, row.id, before.rev, value)]);
  if (!done.ok)
    return done.problem.code === 'exists' ? refuse('conflict', { rev: before.rev + 1 }) : refusal(done);
  if (!register.issued) holdRows(deps.catalogue, scope.district, register.id, [[row.id, { rev, value }]]);
  return { ok: true, id: row.id, rev, row };
}

const looked = (deps: Deps, person: Person, register: Register): { readonly [column: string]: string } =>
  register.checked
    ? {
        [register.checked.day]: deps.clock.today(),
        [register.checked.by]: person.account.value.name,
      }
    : {};

/** A new row from answers to the register's form; sent twice, it is made once. */
export const makeRow = (
  deps: Deps,
  person: Person,
  register: Register,
  sent: Answers,
  locale: Locale,
): Promise<Saved> =>
  oneAtATime.alone(`${person.district} register ${register.id}`, () =>
    make(deps, person, register, sent, locale),
  );

async function make(
  deps: Deps,
  person: Person,
  register: Register,
  sent: Answers,
  locale: Locale,
): Promise<Saved> {
  if (!mayEdit(person, register) || register.issued) return refuse('forbidden');
  const rows = listRows(deps, person.district, register.id) ?? [];
  if (rows.length >= most.rows) return refuse('list-too-long', { most: most.rows });
  const context = await rowContext(deps, person, register, locale, sent);
  const id = newRowId(String(sent['title'] ?? ''), new Set(rows.map((row) => row.id)));
  const judged = judgeRow(deps, register, context, id, sent, undefined, true);
  if (judged.problems.length > 0) return refused('answers-refused', judged.problems);
  const foreign = await foreignRowFiles(deps, person, register, judged.row);
  if (foreign.length > 0) return refused('answers-refused', foreign);
  const row = { ...judged.row, ...looked(deps, person, register) };
  const same = rows.find((one) => Object.keys(cellsChanged(one, row)).length === 0);
  const known = same && keptRows(deps.catalogue, person.district, register.id).get(same.id);
  if (same) return { ok: true, id: same.id, rev: known?.rev ?? 0, row: same };
  return put(deps, person, register, { row: undefined, rev: 0, kept: undefined }, row, 'made');
}

/** Changes a row. `checked`: the person has looked over all of it today. */
export async function changeRow(
  deps: Deps,
  person: Person,
  register: Register,
  id: string,
  rev: number,
  sent: Answers,
  checked: boolean,
  locale: Locale,
): Promise<Saved> {
  const before = await standingAt(deps, person, register, id, rev);
  if (!before.ok) return before;
  const context = await rowContext(deps, person, register, locale, [sent, before.found.row]);
  const judged = judgeRow(deps, register, context, id, sent, before.found.row, true);
  if (judged.problems.length > 0) return refused('answers-refused', judged.problems);
  const foreign = await foreignRowFiles(deps, person, register, judged.row);
  if (foreign.length > 0) return refused('answers-refused', foreign);
  const row = checked ? { ...judged.row, ...looked(deps, person, register) } : judged.row;
  return put(deps, person, register, before.found, row, 'changed');
}

async function standingAt(
  deps: Deps,
  person: Person,
  register: Register,
  id: string,
  rev: number,
): Promise<{ readonly ok: true; readonly found: KnownRow & { readonly row: ListRow } } | Refusal> {
  if (!mayEdit(person, register)) return refuse('forbidden');
  const found = await findRow(deps, person, register, id);
  if (!found?.row) return refuse('not-found');
  if (found.rev !== rev) return refuse('conflict', { rev: found.rev });
  return { ok: true, found: { ...found, row: found.row } };
}

/** `checked`: looked over today; `closed`: not offered from this day on; `opened`: offered again. */
export async function markRow(
  deps: Deps,
  person: Person,
  register: Register,
  id: string,
  rev: number,
  mark: { readonly as: 'checked' | 'closed' | 'opened'; readonly on?: string },
): Promise<Saved> {
  const before = await standingAt(deps, person, register, id, rev);
  if (!before.ok) return before;
  const { row } = before.found;
  if (mark.as === 'checked') {
    if (!register.checked) return refuse('not-found');
    return put(
      deps,
      person,
      register,
      before.found,
      { ...row, ...looked(deps, person, register) },
      'checked',
    );
  }
  // An act of a case is closed by its state.
  if (register.issued) return refuse('not-found');
  const { valid_to: _to, ...open } = row;
  if (mark.as === 'opened') return put(deps, person, register, before.found, open as ListRow, 'opened');
  const until = daysAfter(mark.on ?? deps.clock.today(), -1);
  const from = row['valid_from'];
  if (typeof from === 'string' && until < from) return refuse('row-days', {}, '/on');
  return put(deps, person, register, before.found, { ...row, valid_to: until }, 'closed');
}
