// SPDX-License-Identifier: AGPL-3.0-or-later
// Registers of a district: what they are, and the rows that were kept laid over the ones that came with the district.
// Rows are held ready here, since a context is made with every look at a form; acts of cases are not: they are many,
// and no form chooses from them.
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

/** Holds a row ready from now on; undefined: it is no longer kept. A new map each time: whoever has laid rows over others sees that they changed. */
export function holdRow(
  catalogue: Catalogue,
  district: string,
  register: string,
  id: string,
  row: ReadyRow | undefined,
): void {
  const ready = readyOf(catalogue, district);
  const rows = new Map(ready.get(register));
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

/** A part of the district's own data as rows: what has no id is counted, a name is its title. */
export function partOf(
  district: District | undefined,
  part: Register['from'],
): readonly ListRow[] | undefined {
  const items = part && (district?.[part] as readonly { readonly [key: string]: unknown }[] | undefined);
  return items?.map((item, place) => ({
    ...item,
    id: String(item['id'] ?? `${part}-${place + 1}`),
    title: String(item['title'] ?? item['name'] ?? ''),
  }));
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
