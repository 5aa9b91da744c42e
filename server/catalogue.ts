// SPDX-License-Identifier: AGPL-3.0-or-later
// What is data: districts, measures, lists and the definitions that come with them, read once at start.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Definition, District, ListRow, Measure, Register } from '../schemas/types.ts';
import { depths, readJson } from './guard.ts';
import type { Problem } from '../runtime/problem.ts';
import type { DataCheck, DataKind } from './data-check.ts';
import { collectFamilies, type SampleFamily } from './sample-families.ts';

export interface Catalogue {
  readonly districts: ReadonlyMap<string, District>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly lists: ReadonlyMap<string, readonly ListRow[]>;
  /** definitions that a district begins with, by id; national ones and, over them, the district's own */
  definitions(district: string): ReadonlyMap<string, Definition>;
  /** national ones of the measures that a district runs, by id */
  models(district: string): ReadonlyMap<string, Definition>;
  /** the measure of a district that a definition belongs to, the first where there are more; else the district's first */
  measureOf(district: string, definition: string): string;
  /** what registers a district keeps, by id: those of every district and, over them, its own */
  registers(district: string): ReadonlyMap<string, Register>;
  /** invented families of a district, for its demonstration */
  families(district: string): readonly SampleFamily[];
  /** files that could not be read, each with its place */
  readonly broken: readonly Problem[];
  /** the first thing that is wrong with a value of data */
  readonly check: DataCheck;
  /** a district as it is from now on */
  put(district: District): void;
}

interface Folder {
  readonly districts: Map<string, District>;
  readonly measures: Map<string, Measure>;
  readonly lists: Map<string, readonly ListRow[]>;
  readonly national: Map<string, Definition>;
  readonly own: Map<string, Map<string, Definition>>;
  readonly registers: Map<string, Register>;
  readonly ownRegisters: Map<string, Map<string, Register>>;
  readonly families: ReturnType<typeof collectFamilies>;
  readonly broken: Problem[];
}

/** A folder of data; `districts: false` leaves its districts out. */
export interface DataFolder {
  readonly folder: string;
  readonly districts: boolean;
}

/** Reads folders of data, a later one over an earlier one: the shipped one, then the one of the data folder. */
export async function readCatalogue(folders: readonly DataFolder[], check: DataCheck): Promise<Catalogue> {
  const all: Folder = {
    districts: new Map(),
    measures: new Map(),
    lists: new Map(),
    national: new Map(),
    own: new Map(),
    registers: new Map(),
    ownRegisters: new Map(),
    families: collectFamilies(),
    broken: [],
  };
  for (const { folder, districts } of folders) {
    for (const file of await jsonFiles(folder)) {
      if (!districts && file.startsWith('districts/')) continue;
      const value = await readFileOf(folder, file, all.broken);
      if (value !== undefined) place(all, file.split('/'), value, join(folder, file), check);
    }
  }
  const districts = inOrder(all.districts);
  const serving = (measure: string): Map<string, Definition> => servingOf(all, measure);
  const measuresOf = (district: string): readonly string[] => districts.get(district)?.measures ?? [];
  const models = (district: string): Map<string, Definition> =>
    // The first measure that brings a definition is the one whose it is.
    new Map(
      measuresOf(district)
        .toReversed()
        .flatMap((measure) => [...serving(measure)]),
    );
  return {
    districts,
    measureOf(district, definition) {
      const measures = measuresOf(district);
      return measures.find((measure) => serving(measure).has(definition)) ?? measures[0] ?? '';
    },
    measures: all.measures,
    lists: all.lists,
    broken: all.broken,
    check,
    put: (district) => void districts.set(district.id, district),
    families: all.families.of,
    registers: (district) => new Map([...all.registers, ...(all.ownRegisters.get(district) ?? [])]),
    models,
    definitions: (district) => new Map([...models(district), ...(all.own.get(district) ?? [])]),
  };
}

/** Definitions of a measure by id: those that it takes from other measures and, over them, those of its folder. */
function servingOf({ national, measures }: Folder, measure: string): Map<string, Definition> {
  const taken = (measures.get(measure)?.uses ?? []).flatMap((one) =>
    one.definitions.flatMap((id) => {
      const found = national.get(`${one.measure}/${id}`);
      return found ? { ...found, title: one.titles?.[id] ?? found.title } : [];
    }),
  );
  const own = [...national].filter(([name]) => name.startsWith(`${measure}/`));
  return new Map([...taken, ...own.map(([, definition]) => definition)].map((one) => [one.id, one] as const));
}

/** Districts that the demonstration fills at start come first. */
const inOrder = (districts: ReadonlyMap<string, District>): Map<string, District> =>
  new Map(
    [...districts].sort(
      ([, a], [, b]) => Number(a.demonstration === 'asked') - Number(b.demonstration === 'asked'),
    ),
  );

/** Which file is what: lists/<name>.json, registers/<name>.json, national/<measure>/…, districts/<id>/… */
function place(all: Folder, parts: readonly string[], value: unknown, file: string, check: DataCheck): void {
  const [top, owner = '', ...rest] = parts;
  const stem = (parts.at(-1) ?? '').replace(/\.json$/, '');
  // A file that is named as one is judged as one: a district without its comuni is broken, not something else.
  const [folder, ...path] = top === 'districts' ? rest : [];
  const kind =
    folder === 'families'
      ? kindInFamily(stem)
      : top === 'registers' || folder === 'registers'
        ? 'register'
        : kindOfFile(stem, value);
  const wrong = check(kind, value);
  if (wrong) {
    all.broken.push({
      code: 'file-broken',
      at: wrong.at,
      params: { file, detail: wrong.detail },
      level: 'error',
    });
    return;
  }
  if (top === 'lists') all.lists.set(stem, rowsOf(value));
  else if (top === 'registers') all.registers.set((value as Register).id, value as Register);
  else if (top === 'national' && rest.length > 0) {
    if (kind === 'definition') all.national.set(`${owner}/${(value as Definition).id}`, value as Definition);
    else if (kind === 'measure') all.measures.set((value as Measure).id, value as Measure);
    else if (kind === 'list') all.lists.set(stem, rowsOf(value));
  } else if (top === 'districts' && rest.length > 0) {
    if (kind === 'register') {
      const own = all.ownRegisters.get(owner) ?? new Map<string, Register>();
      all.ownRegisters.set(owner, own.set((value as Register).id, value as Register));
    } else if (kind === 'definition') {
      const own = all.own.get(owner) ?? new Map<string, Definition>();
      all.own.set(owner, own.set((value as Definition).id, value as Definition));
    } else if (folder === 'families') all.families.add(owner, path, value);
    else if (kind === 'district') all.districts.set((value as District).id, value as District);
  }
}

const kindInFamily = (stem: string): DataKind => (stem === 'family' ? 'family' : 'sample');
const kindOfFile = (stem: string, value: unknown): DataKind =>
  stem === 'district' || stem === 'measure' ? stem : kindOf(value);

function kindOf(value: unknown): DataKind {
  if (Array.isArray(value)) return 'list';
  if (typeof value !== 'object' || value === null) return 'other';
  if ('$schema' in value && 'schema' in value) return 'definition';
  if ('terms' in value && 'parameters' in value) return 'measure';
  if ('comuni' in value && 'phases' in value) return 'district';
  return 'rows' in value ? 'list' : 'other';
}

/** Rows as objects, or, in long lists, as arrays under the names of `columns`. */
function rowsOf(value: unknown): readonly ListRow[] {
  if (Array.isArray(value)) return value as readonly ListRow[];
  const { columns, rows = [] } = value as { columns?: readonly string[]; rows?: readonly unknown[] };
  if (!columns) return rows as readonly ListRow[];
  const cells = rows as readonly (readonly unknown[])[];
  return cells.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])) as ListRow);
}

async function jsonFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json') && !entry.name.endsWith('.schema.json'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

async function readFileOf(folder: string, file: string, broken: Problem[]): Promise<unknown> {
  const json = readJson(await readFile(join(folder, file)), depths.definition);
  if (json.ok) return json.value;
  const { line, column } = json.problem.params;
  const where = line === undefined ? json.problem.code : `riga ${line}, colonna ${column ?? 1}`;
  broken.push({
    code: 'file-broken',
    at: '',
    params: { file: join(folder, file), detail: where },
    level: 'error',
  });
  return undefined;
}
