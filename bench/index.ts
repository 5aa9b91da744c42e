// SPDX-License-Identifier: AGPL-3.0-or-later
// `npm run bench [-- name… [word…]]`: tables on the screen, all figures in bench/results.json. Run by
// hand on a quiet machine. Ends with 1 where a bar does not hold.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { bench as builder } from './builder.ts';
import { bench as pdf } from './pdf.ts';
import { bench as cases } from './cases.ts';
import { versions } from './peers/install.ts';
import { best, holds, type Row } from './row.ts';
import { bench as runtime } from './runtime.ts';
import { bench as scadenzario } from './scadenzario.ts';
import { bench as store } from './store.ts';
import { bench as submissions } from './submissions.ts';
import { beside, table } from './table.ts';

/** Words after a name are for it: `runtime weight`, `runtime quick`, `runtime alone`. */
const benches: {
  readonly [name: string]: (words: readonly string[]) => Promise<readonly Row[]>;
} = {
  runtime,
  builder,
  store: () => store(),
  scadenzario: () => scadenzario(),
  submissions: () => submissions(),
  cases: () => cases(),
  pdf: () => pdf(),
};

const own = new Set(['weight', 'quick', 'alone', 'rows']);
const words = process.argv.slice(2).map((word) => (word === '--without-peers' ? 'alone' : word));
const wanted = words.filter((word) => word in benches);
const unknown = words.filter((word) => !(word in benches) && !own.has(word));
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
  const everybody = beside(results[name]);
  if (everybody) console.log(`\nbeside the plain control\n${everybody}`);
}
/** A row with what the table concludes from it. */
const concluded = (row: Row) => {
  const [title, ratio] = best(row) ?? [];
  return { ...row, holds: holds(row), ...(title ? { best: { title, ratio } } : {}) };
};
const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model ?? '' };
const kept = {
  measuredAt: new Date().toISOString(),
  machine,
  peers: await versions(),
  results: Object.fromEntries(Object.entries(results).map(([name, rows]) => [name, rows.map(concluded)])),
};
if (Object.values(results).some((rows) => rows.some((row) => holds(row) === false))) process.exitCode = 1;
await writeFile('bench/results.json', `${JSON.stringify(kept, null, 2)}\n`);
