// SPDX-License-Identifier: AGPL-3.0-or-later
// `npm run bench [-- name… [quick]]`: tables on the screen, all figures in bench/results.json. Run by hand on a quiet machine.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { bench as pdf } from './pdf.ts';
import type { Row } from './row.ts';
import { bench as runtime } from './runtime.ts';
import { bench as store } from './store.ts';
import { bench as submissions } from './submissions.ts';

/** Words after a name are for it: `runtime quick`. */
const benches: {
  readonly [name: string]: (words: readonly string[]) => Promise<readonly Row[]>;
} = {
  runtime,
  store: () => store(),
  submissions: () => submissions(),
  pdf: () => pdf(),
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
    Object.entries(row.others ?? {})
      .map(([name, value]) => `${name} ${number(value)}`)
      .join(', '),
  ]);
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...cells.map((line) => line[column]!.length)));
  return cells
    .map((line) =>
      line
        .map((cell, column) => (column === 1 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const words = process.argv.slice(2);
const wanted = words.filter((word) => word in benches);
const unknown = words.filter((word) => !(word in benches) && word !== 'quick');
if (unknown.length) {
  console.error(`unknown: ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}
const results: { [name: string]: readonly Row[] } = {};
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  results[name] = await bench(words);
  console.log(table(results[name]));
}
const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model ?? '' };
await writeFile('bench/results.json', `${JSON.stringify({ machine, results }, null, 2)}\n`);
