// SPDX-License-Identifier: AGPL-3.0-or-later
// How much of every form of both corpora comes along, as docs/importing.md tells it; sources that were changed at
// random keep every promise too.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Imported, Unreadable } from '../../builder/import/contract.ts';
import { fromSchema } from '../../builder/import/json-schema/read.ts';
import { fromSheets } from '../../builder/import/xlsform/read.ts';
import { importReasons } from '../../builder/words/import-reasons.ts';
import { importing } from '../../builder/words/importing.ts';
import { grammarProblem } from '../../server/compile/grammar.ts';
import { accounted } from './import/judge.ts';
import { piecesOf, published } from './import/published.ts';
import { cases } from './import/workbooks.ts';

const full = process.env['PATTO_PROOF'] === 'full';
const seed = Number(process.env['PATTO_SEED'] ?? 20260302);
type Sheets = readonly (readonly [name: string, rows: readonly (readonly string[])[]])[];

const sheetsOf = (sheets: Sheets): Imported | Unreadable =>
  fromSheets(sheets.map(([name, rows]) => ({ name, rows })));
const cellsOf = (sheets: Sheets): string[] =>
  sheets.flatMap(([sheet, rows]) =>
    rows
      .slice(1)
      .flatMap((row, below) =>
        row.flatMap((text, place) =>
          text === '' ? [] : [`${sheet}!${String.fromCharCode(65 + place)}${below + 2}`],
        ),
      ),
  );

interface Row {
  readonly source: 'XLSForm' | 'JSON Schema';
  readonly name: string;
  readonly pieces: number;
  readonly result: Imported | Unreadable;
}

const rows: readonly Row[] = [
  ...cases.map(({ name, sheets }): Row => {
    const all = [...sheets];
    return { source: 'XLSForm', name, pieces: cellsOf(all).length, result: sheetsOf(all) };
  }),
  ...published.map(({ name, sources }): Row => ({
    source: 'JSON Schema',
    name,
    pieces: piecesOf(sources).length,
    result: fromSchema(sources),
  })),
];

const questions = ({ carried }: Imported): number =>
  carried.find(({ what }) => what === 'questions')?.count ?? 0;

function line({ source, name, pieces, result }: Row): string {
  if (!('definition' in result)) return `| ${source} | ${name} | ${pieces} | – | – | – | non è un modulo |`;
  const { taken, left } = result;
  return `| ${source} | ${name} | ${pieces} | ${taken.length} | ${pieces - taken.length} | ${left.length} | ${questions(result)} |`;
}

function total(source: Row['source']): string {
  const own = rows.filter((row) => row.source === source);
  const read = own.flatMap(({ pieces, result }) => ('definition' in result ? [{ pieces, result }] : []));
  const sum = (of: (row: (typeof read)[number]) => number): number =>
    read.reduce((all, row) => all + of(row), 0);
  const [pieces, taken] = [sum((row) => row.pieces), sum((row) => row.result.taken.length)];
  return `| **${source}** | **${read.length} moduli su ${own.length}** | ${pieces} | ${taken} | ${pieces - taken} | ${sum((row) => row.result.left.length)} | ${sum((row) => questions(row.result))} |`;
}

test('the table of what comes along is the one that the guide shows', (t) => {
  const table = [total('XLSForm'), total('JSON Schema'), ...rows.map(line)];
  if (full) for (const each of table) t.diagnostic(each);
  const guide = readFileSync(new URL('../../../docs/importing.md', import.meta.url), 'utf8');
  const [, last = ''] = guide.split('## Quanto arriva');
  const shown = last.split('\n').filter((each) => /^\| (\*\*)?(XLSForm|JSON Schema)/.test(each));
  assert.deepEqual(shown, table);
});

test('every reason and every kind has its sentences, and none is idle', () => {
  const said = new Set(
    rows.flatMap(({ result }) =>
      'definition' in result
        ? [...result.left.map(({ why }) => `why.${why}`), ...result.carried.map(({ what }) => `what.${what}`)]
        : [`refused.${result.refused}`],
    ),
  );
  const words: { readonly [key: string]: readonly [string, string] } = { ...importReasons, ...importing };
  for (const each of said) assert.ok(words[`import.${each}`], each);
  for (const [key, [it, en]] of Object.entries(words))
    assert.ok((it !== '' && en !== '' && it !== en) || key === 'import.file', key);
});

/** What may be wrong with a source by its own doing is for the list of problems; what the grammar refuses is ours. */
function kept(result: Imported | Unreadable, pieces: readonly string[]): void {
  if (!('definition' in result)) return;
  accounted(result, pieces);
  const problem = grammarProblem(structuredClone(result.definition));
  assert.equal(problem, undefined, JSON.stringify(problem));
}

const odd = [
  '',
  'x',
  '${',
  "${eta} > 'a'",
  'select_one sn or_other',
  'begin_group',
  'end_repeat',
  'yes',
  '-1',
  'è'.repeat(600),
  'constructor',
  '. >= 1 and . <= 0',
];

test('workbooks changed at random are read or refused, with every cell told of', (t) => {
  let count = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...cases),
      fc.array(fc.tuple(fc.nat(1_000), fc.nat(20), fc.constantFrom(...odd)), { minLength: 1, maxLength: 8 }),
      ({ sheets }, changes) => {
        const changed = [...sheets].map(([name, lines]) => [name, lines.map((each) => [...each])] as const);
        for (const [row, place, text] of changes) {
          const lines = changed.flatMap(([, each]) => each.slice(1));
          const found = lines[row % lines.length];
          if (found) found[place % found.length] = text;
        }
        count++;
        kept(sheetsOf(changed), cellsOf(changed));
      },
    ),
    { seed, numRuns: full ? 20_000 : 300 },
  );
  t.diagnostic(`proof ${JSON.stringify({ workbooks: count })}`);
});

const wrong: readonly unknown[] = [
  null,
  true,
  0,
  -1.5,
  '',
  'string',
  [],
  {},
  ['a', 1],
  { $ref: '#' },
  { $ref: '#/properties' },
  { type: 'array' },
  { const: 'x' },
  { oneOf: [{ const: 1 }] },
];

test('schemas changed at random are read or refused, with every piece told of', (t) => {
  let count = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...published),
      fc.array(fc.tuple(fc.nat(10_000), fc.constantFrom(...wrong)), { minLength: 1, maxLength: 5 }),
      ({ sources }, changes) => {
        const changed = structuredClone(sources) as { schema: unknown; ui?: unknown };
        for (const [number, value] of changes) {
          const places = piecesOf(changed);
          const place = places[number % places.length]!;
          const steps = place
            .split('/')
            .slice(1)
            .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
          let here = (place.startsWith('uischema') ? changed.ui : changed.schema) as {
            [key: string]: unknown;
          };
          for (const step of steps.slice(0, -1)) here = here[step] as typeof here;
          const last = steps.at(-1);
          if (last !== undefined) here[last] = structuredClone(value);
        }
        count++;
        kept(fromSchema(changed), piecesOf(changed));
      },
    ),
    { seed, numRuns: full ? 20_000 : 300 },
  );
  t.diagnostic(`proof ${JSON.stringify({ schemas: count })}`);
});
