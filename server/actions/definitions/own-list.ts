// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ListRow } from '../../../schemas/types.ts';
import { mentions } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { keep, refusal } from '../../keep.ts';
import { listRows } from '../../lists.ts';
import { ownLists } from '../../own-lists.ts';
import { refuse, type Refusal } from '../../problems.ts';
import type { KeptList } from '../../records.ts';
import type { Scope } from '../../storage/contract.ts';
import { allDefinitions, titleOf } from './definitions.ts';

const namePattern = /^[a-z][a-z0-9-]{0,59}$/;
const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/;
const day = /^\d{4}-\d{2}-\d{2}$/;
const most = { lists: 200, rows: 5000, columns: 30, text: 2000 };

/** The first row that cannot be kept, as the problem to say. */
export function wrongRow(rows: readonly ListRow[]): Refusal | undefined {
  if (rows.length > most.rows) return refuse('list-too-long', { most: most.rows }, '/rows');
  const ids = new Set<string>();
  for (const [place, row] of rows.entries()) {
    const at = `/rows/${place}`;
    const line = place + 1;
    if (typeof row.id !== 'string' || !idPattern.test(row.id)) return refuse('list-id', { line }, `${at}/id`);
    if (ids.has(row.id)) return refuse('list-id-twice', { line, id: row.id }, `${at}/id`);
    ids.add(row.id);
    if (typeof row.title !== 'string' || row.title.trim() === '')
      return refuse('list-title', { line }, `${at}/title`);
    const { valid_from: from, valid_to: to } = row as { readonly [column: string]: unknown };
    for (const date of [from, to])
      if (date !== undefined && (typeof date !== 'string' || !day.test(date)))
        return refuse('list-day', { line }, at);
    if (from !== undefined && to !== undefined && String(to) < String(from))
      return refuse('list-days', { line }, at);
    const cells = Object.values(row);
    const fits = (cell: unknown): boolean =>
      typeof cell === 'number' ||
      typeof cell === 'boolean' ||
      (typeof cell === 'string' && cell.length <= most.text);
    if (cells.length > most.columns || !cells.flat().every(fits)) return refuse('list-cell', { line }, at);
  }
  return undefined;
}

/** Keeps the district's own rows of a list; `rev` 0: there were none of its own. */
export async function saveList(
  deps: Deps,
  scope: Scope,
  name: string,
  rev: number,
  sent: { readonly title: string; readonly rows: readonly ListRow[] },
): Promise<{ readonly ok: true; readonly rev: number } | Refusal> {
  if (!namePattern.test(name)) return refuse('not-found');
  if (deps.catalogue.registers(scope.district).has(name)) return refuse('list-is-register');
  const wrong = wrongRow(sent.rows);
  if (wrong) return wrong;
  const own = ownLists(deps.catalogue, scope.district);
  if (!own.has(name) && own.size >= most.lists) return refuse('list-too-long', { most: most.lists });
  const value: KeptList = { name, title: sent.title, rows: sent.rows, by: scope.actor };
  const done = await keep(deps, scope, { action: 'list.save', object: name, rev: rev + 1 }, [
    rev === 0
      ? { do: 'create', collection: 'lists', id: name, value }
      : { do: 'replace', collection: 'lists', id: name, value, rev },
  ]);
  if (!done.ok) return done.problem.code === 'exists' ? refuse('conflict', { rev: 1 }) : refusal(done);
  own.set(name, sent.rows);
  return { ok: true, rev: rev + 1 };
}

/** Takes the district's own rows away: those that came with the program stand again. */
export async function dropList(
  deps: Deps,
  scope: Scope,
  name: string,
  rev: number,
): Promise<{ readonly ok: true } | Refusal> {
  const users = await usersOf(deps, scope, name);
  ownLists(deps.catalogue, scope.district).delete(name);
  const shipped = listRows(deps, scope.district, name) !== undefined;
  const kept = await deps.store.get<KeptList>(scope, 'lists', name);
  const put = () => kept && ownLists(deps.catalogue, scope.district).set(name, kept.value.rows);
  if (!kept) return refuse('not-found');
  if (!shipped && users.length > 0) {
    put();
    return refuse('list-in-use', { forms: users.map(({ title }) => title).join(', ') });
  }
  const done = await keep(deps, scope, { action: 'list.remove', object: name }, [
    { do: 'remove', collection: 'lists', id: name, rev },
  ]);
  if (done.ok) return { ok: true };
  put();
  return refusal(done);
}

/** Definitions whose draft reads the list. */
export async function usersOf(deps: Deps, scope: Scope, name: string) {
  return (await allDefinitions(deps, scope)).flatMap(({ id, value }) =>
    mentions(value.definition).lists.has(name) ? [{ id, title: titleOf(value.definition) }] : [],
  );
}

/** Every list and register that the district's forms can choose from. */
export async function allLists(deps: Deps, scope: Scope) {
  const { district } = scope;
  const registers = new Set(Object.keys(deps.catalogue.districts.get(district)?.registers ?? {}));
  const own = ownLists(deps.catalogue, district);
  const names = new Set([...deps.catalogue.lists.keys(), ...registers, ...own.keys()]);
  const definitions = (await allDefinitions(deps, scope)).map(({ id, value }) => ({
    id,
    title: titleOf(value.definition),
    lists: mentions(value.definition).lists,
  }));
  return [...names].sort().map((name) => ({
    name,
    register: registers.has(name),
    own: own.has(name),
    rows: listRows(deps, district, name)?.length ?? 0,
    usedBy: definitions.flatMap(({ id, title, lists }) => (lists.has(name) ? [{ id, title }] : [])),
  }));
}
