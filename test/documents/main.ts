// SPDX-License-Identifier: AGPL-3.0-or-later
// `npm run documents [word…]`: every document of every sample family, in both profiles and every state, into
// test/artifacts/documents, looked at by us and by others; one table, and failure on any disagreement.
import { mkdirSync, writeFileSync } from 'node:fs';
import { listed, missing } from './list.ts';
import { look } from './look.ts';
import { tools } from './tools.ts';

const words = process.argv.slice(2);
const folder = 'test/artifacts/documents';
mkdirSync('test/artifacts', { recursive: true });
const started = Date.now();
const seconds = (): string => `${((Date.now() - started) / 1000).toFixed(0)} s`;
const documents = new Map<string, Set<string>>();
const { rows, skipped, failed, made } = await look({
  folder,
  profiles: ['2a', '3a'],
  people: 3,
  wants: ({ family, kind, definition }) =>
    words.length === 0 || words.some((word) => [family, kind, definition].includes(word)),
  progress({ family, kind, definition }, files) {
    documents.set(kind, (documents.get(kind) ?? new Set()).add(family));
    console.log(`${seconds().padStart(6)}  ${family} · ${kind} · ${definition} (${files} file)`);
  },
});

const width = Math.max(4, ...rows.map(({ name }) => name.length));
const names = tools.map(({ name }) => name);
const line = (name: string, cells: readonly string[]): string =>
  `${name.padEnd(width)}  ${cells.map((cell, at) => cell.padEnd((names[at]?.length ?? 0) + 1)).join(' ')}`;
const table = [
  line('file', names),
  ...rows.map(({ name, told }) =>
    line(
      name,
      names.map((tool) => (told[tool] === undefined ? '–' : told[tool].length === 0 ? '✓' : '✗')),
    ),
  ),
];
console.log(`\n${table.join('\n')}\n`);
const complaints = rows.flatMap(({ name, told }) =>
  Object.entries(told).flatMap(([tool, all]) => all.map((one) => `${name}: ${tool}: ${one}`)),
);
// Whoever asks for some of them does not want the others.
const absent = words.length === 0 ? missing(made).map((one) => `${one}: nessun file`) : [];
const counted = listed(made).join('\n');
console.log(`${counted}\n`);
for (const one of [...failed, ...absent, ...complaints]) console.error(`✗ ${one}`);
for (const [tool, missing] of Object.entries(skipped))
  console.error(`!!! ${tool}: NON ESEGUITO / NOT RUN: ${missing}`);
const kinds = [...documents].map(([kind, families]) => `${kind} (${[...families].toSorted().join(' ')})`);
const summary =
  `${rows.length} file, ${documents.size} tipi: ${kinds.join(', ')}; ` +
  `${complaints.length} disaccordi, ${failed.length} non riusciti, ${seconds()}`;
writeFileSync(`${folder}/table.txt`, `${table.join('\n')}\n\n${counted}\n\n${summary}\n`);
console.log(`\n${summary}\n${folder}/`);
process.exit(complaints.length + failed.length + absent.length > 0 ? 1 : 0);
