// SPDX-License-Identifier: AGPL-3.0-or-later
// `npm run bench [-- name…]`: tables on the screen, all figures in bench/results.json. Run by hand on a quiet machine.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { bench as pdf } from './pdf.ts';
import { bench as runtime } from './runtime.ts';
import { bench as store } from './store.ts';
import { bench as submissions } from './submissions.ts';

interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly control?: number;
  readonly ratio?: number;
  readonly must?: string;
}

const benches: { readonly [name: string]: () => Promise<readonly Row[]> } = {
  runtime,
  store,
  submissions,
  pdf,
};

const number = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));

/** Columns: what, value with unit, control and ratio where there are some, what must hold. */
function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.what,
    `${number(row.value)} ${row.unit}`,
    row.control === undefined ? '' : `control ${number(row.control)}`,
    row.ratio === undefined ? '' : `× ${number(row.ratio)}`,
    row.must ? `must be ${row.must}` : '',
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((line) => line[column]!.length)));
  return cells
    .map((line) =>
      line
        .map((cell, column) => (column === 1 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length) {
  console.error(`unknown: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}
const results: { [name: string]: readonly Row[] } = {};
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  results[name] = await bench();
  console.log(table(results[name]));
}
const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model ?? '' };
await writeFile('bench/results.json', `${JSON.stringify({ machine, results }, null, 2)}\n`);
