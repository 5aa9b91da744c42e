// SPDX-License-Identifier: AGPL-3.0-or-later
// An export as a file: tables as CSV or as a workbook, or one line of JSON for each submission; the codebook beside them.
import type { Outline } from '../../runtime/engine/contract.ts';
import type { Answers } from '../../schemas/types.ts';
import { csvRow } from '../tables/csv.ts';
import { xlsx } from '../tables/xlsx.ts';
import { zipped, type ZipPart } from '../tables/zip.ts';
import { codebookJson, codebookSheet, common, withNames } from './codebook.ts';
import type { Column } from './columns.ts';
import { rowsIn, tablesOf, type Cell, type Table } from './tables.ts';

/** One submission as it leaves, what stays in already taken away. */
export interface Leaving {
  /** codes that stand for it and for its case */
  readonly code: string;
  readonly case: string;
  readonly comune: string;
  readonly version: number;
  /** ISO date */
  readonly day: string;
  /** number and name of the case, where they were asked for */
  readonly named: readonly [string, string] | undefined;
  readonly answers: Answers;
  readonly outline: Outline;
}
export interface Work {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly names: boolean;
  /** what stands in LEGGIMI.txt: of what, for whom, for what */
  readonly about: string;
  rows(): AsyncIterable<Leaving>;
}
export type Format = 'csv' | 'xlsx' | 'ndjson';
interface Writing {
  readonly type: string;
  readonly ending: string;
  bytes(work: Work): AsyncIterable<Uint8Array>;
}

const utf8 = new TextEncoder();
const heads = (work: Work): readonly string[] =>
  [...common, ...(work.names ? withNames : [])].map(([name]) => name);
const head = (row: Leaving): readonly Cell[] => [
  row.code,
  row.case,
  row.comune,
  row.version,
  row.day,
  ...(row.named ?? []),
];
/** ids of the rows around, then its own */
const idsOf = (table: Table): readonly string[] => {
  const depth = table.at.split('/*/').length;
  return Array.from({ length: depth }, (_none, place) =>
    place === depth - 1 ? 'riga' : `riga_${place + 1}`,
  );
};
const columnsIn = (work: Work, table: Table): readonly string[] =>
  table.at === ''
    ? [...heads(work), ...table.columns.map(({ name }) => name)]
    : ['compilazione', ...idsOf(table), ...table.columns.map(({ name }) => name)];
const linesIn = (table: Table, row: Leaving): readonly (readonly Cell[])[] =>
  rowsIn(table, row.outline, row.answers).map(({ ids, cells }) =>
    table.at === '' ? [...head(row), ...cells] : [row.code, ...ids, ...cells],
  );

async function* csvParts(work: Work): AsyncGenerator<ZipPart> {
  const [first, ...others] = tablesOf(work.columns);
  const kept = others.map((table) => ({ table, lines: [csvRow(columnsIn(work, table))] }));
  async function* main(): AsyncGenerator<Uint8Array> {
    yield utf8.encode(`\uFEFF${csvRow(columnsIn(work, first))}`);
    for await (const row of work.rows()) {
      for (const one of kept) one.lines.push(...linesIn(one.table, row).map(csvRow));
      yield utf8.encode(linesIn(first, row).map(csvRow).join(''));
    }
  }
  yield { path: 'compilazioni.csv', chunks: main() };
  for (const { table, lines } of kept)
    yield { path: `${table.name}.csv`, chunks: [utf8.encode('\uFEFF'), utf8.encode(lines.join(''))] };
  const { columns, rows } = codebookSheet(work.columns, work.names);
  yield { path: 'codebook.csv', chunks: [utf8.encode(`\uFEFF${[columns, ...rows].map(csvRow).join('')}`)] };
  yield { path: 'LEGGIMI.txt', chunks: [utf8.encode(work.about)] };
}

async function* jsonParts(work: Work): AsyncGenerator<ZipPart> {
  async function* lines(): AsyncGenerator<Uint8Array> {
    for await (const row of work.rows()) {
      const told = Object.fromEntries(heads(work).map((name, place) => [name, head(row)[place]]));
      yield utf8.encode(`${JSON.stringify({ ...told, risposte: row.answers })}\n`);
    }
  }
  yield { path: 'compilazioni.ndjson', chunks: lines() };
  yield { path: 'codebook.json', chunks: [utf8.encode(codebookJson(work.columns, work.names))] };
  yield { path: 'LEGGIMI.txt', chunks: [utf8.encode(work.about)] };
}

async function* workbook(work: Work): AsyncGenerator<Uint8Array> {
  const tables = tablesOf(work.columns).map((table) => ({ table, rows: [] as (readonly Cell[])[] }));
  for await (const row of work.rows()) for (const one of tables) one.rows.push(...linesIn(one.table, row));
  const about = work.about
    .split('\n')
    .filter(Boolean)
    .map((line) => [line]);
  yield xlsx([
    ...tables.map(({ table, rows }) => ({ name: table.name, columns: columnsIn(work, table), rows })),
    codebookSheet(work.columns, work.names),
    { name: 'Leggimi', columns: [work.title], rows: about },
  ]);
}

/** One line a format. */
export const formats: { readonly [format in Format]: Writing } = {
  csv: { type: 'application/zip', ending: 'zip', bytes: (work) => zipped(csvParts(work)) },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    bytes: workbook,
  },
  ndjson: { type: 'application/zip', ending: 'zip', bytes: (work) => zipped(jsonParts(work)) },
};
