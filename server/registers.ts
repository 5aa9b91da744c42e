// SPDX-License-Identifier: AGPL-3.0-or-later
// Registers of a district: what they are, and the rows that were kept laid over the ones that came with the district.
// Rows are held ready here, since a context is made with every look at a form; acts of cases are not: they are many,
// and no form chooses from them.
import { folded } from '../runtime/fields/searching.ts';
import type { District, ListRow, Register } from '../schemas/types.ts';
import type { Catalogue } from './catalogue.ts';
import type { Deps } from './deps.ts';
import type { KeptRow } from './records.ts';

/** A kept row with the revision of its record. */
export interface ReadyRow {
  readonly rev: number;
  readonly value: KeptRow;
}
/** A row with the revision of its record; 0: it is as it came with the district. */
export interface FoundRow {
  readonly rev: number;
  readonly row: ListRow;
}
/** by register, by id of the row; in the order in which they were made */
type Ready = Map<string, Map<string, ReadyRow>>;

const all = new WeakMap<Catalogue, Map<string, Ready>>();

function readyOf(catalogue: Catalogue, district: string): Ready {
  const districts = all.get(catalogue) ?? new Map<string, Ready>();
  all.set(catalogue, districts);
  const ready: Ready = districts.get(district) ?? new Map<string, Map<string, ReadyRow>>();
  districts.set(district, ready);
  return ready;
}

/** Id of a row's record. */
export const recordOf = (register: string, id: string): string => `${register}.${id}`;

/** The kept rows of a register, by id. */
export const keptRows = (
  catalogue: Catalogue,
  district: string,
  register: string,
): ReadonlyMap<string, ReadyRow> => readyOf(catalogue, district).get(register) ?? new Map<string, ReadyRow>();

/** Holds rows ready from now on, by id; undefined: it is no longer kept. A new map each time: whoever has laid rows over others sees that they changed. */
export function holdRows(
  catalogue: Catalogue,
  district: string,
  register: string,
  changed: readonly (readonly [id: string, row: ReadyRow | undefined])[],
): void {
  const ready = readyOf(catalogue, district);
  const rows = new Map(ready.get(register));
  for (const [id, row] of changed)
    if (row) rows.set(id, row);
    else rows.delete(id);
  ready.set(register, rows);
}

/** Reads what the districts keep, at the start. */
export async function loadRows(deps: Pick<Deps, 'catalogue' | 'store'>): Promise<void> {
  for (const district of deps.catalogue.districts.keys()) {
    const scope = { district, actor: 'system' };
    const ready: Ready = new Map();
    for (let cursor: string | undefined, more = true; more;) {
      const found = await deps.store.list(scope, 'rows', {
        where: { case: null },
        limit: 200,
        ...(cursor === undefined ? {} : { cursor }),
      });
      for (const { id } of found.items) {
        const kept = await deps.store.get<KeptRow>(scope, 'rows', id);
        if (!kept) continue;
        const { register, row } = kept.value;
        const rows = ready.get(register) ?? new Map<string, ReadyRow>();
        ready.set(register, rows.set(row.id, { rev: kept.rev, value: kept.value }));
      }
      cursor = found.next;
      more = cursor !== undefined;
    }
    const before = readyOf(deps.catalogue, district);
    before.clear();
    for (const [register, rows] of ready) before.set(register, rows);
  }
}

/** A part of the district's own data as rows: a name is its title, and what has no id is known by it. */
export function partOf(
  district: District | undefined,
  part: Register['from'],
): readonly ListRow[] | undefined {
  const items = part && (district?.[part] as readonly { readonly [key: string]: unknown }[] | undefined);
  const taken = new Set<string>();
  return items?.map(({ name, ...item }) => {
    const title = String(item['title'] ?? name ?? '');
    const id = String(item['id'] ?? newRowId(title, taken));
    taken.add(id);
    return { ...item, id, title };
  });
}

type Rows = readonly ListRow[];
const none: Rows = [];
/** by the kept rows: put together once for as long as neither changes, so that an index over them is made once */
const laid = new WeakMap<ReadonlyMap<string, ReadyRow>, { readonly under: Rows; readonly rows: Rows }>();

/** The kept rows over the others: each in its place, new ones after them. */
export function rowsOver(under: Rows, kept: ReadonlyMap<string, ReadyRow>): Rows {
  if (kept.size === 0) return under;
  const known = laid.get(kept);
  if (known?.under === under) return known.rows;
  const ids = new Set(under.map(({ id }) => id));
  const rows = [
    ...under.map((row) => kept.get(row.id)?.value.row ?? row),
    ...[...kept.values()].flatMap(({ value: { row } }) => (ids.has(row.id) ? [] : [row])),
  ];
  laid.set(kept, { under, rows });
  return rows;
}

const parts = new WeakMap<District, Map<string, Rows>>();

/** A fresh id from the title: short, without blanks, never one that was used. */
export function newRowId(title: string, taken: { has(id: string): boolean }): string {
  const stem =
    folded(title)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'riga';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** The rows that a register begins with, where the district does not write them out: a part of its data. */
export function firstRows(catalogue: Catalogue, district: string, name: string): Rows | undefined {
  const register = catalogue.registers(district).get(name);
  if (!register) return undefined;
  const data = catalogue.districts.get(district);
  if (!data || !register.from) return none;
  const known = parts.get(data) ?? new Map<string, Rows>();
  parts.set(data, known);
  const rows = known.get(name) ?? partOf(data, register.from) ?? [];
  known.set(name, rows);
  return rows;
}
