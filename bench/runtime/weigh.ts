// SPDX-License-Identifier: AGPL-3.0-or-later
// What a page with a form downloads: before the first keystroke, and once it is idle.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Definition } from '../../schemas/types.ts';
import { elementModule } from '../../server/compile/element.ts';
import type { Row } from '../row.ts';
import { definitionOf } from './patto.ts';
import type { Bench } from './serve.ts';
import { specOf } from './spec.ts';
import { Visit } from './visit.ts';

const REAL = 'schemas/national/adi/definitions/adi-domanda.json';
const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

const zipped = (bytes: Buffer): number => gzipSync(bytes, { level: 9 }).length / 1024;

/** Files that a bundle needs before it runs: what it imports, and what that imports. */
async function needed(path: string, found = new Map<string, Buffer>()): Promise<Map<string, Buffer>> {
  if (found.has(path)) return found;
  const bytes = await readFile(join('dist/public', path));
  found.set(path, bytes);
  for (const [, name = ''] of bytes.toString().matchAll(/(?:from|import)\s*"(\.[^"]+)"/g))
    await needed(join(dirname(path), name), found);
  return found;
}

/** What a page with a published form loads of the form itself. */
function moduleOf(source: Definition): Buffer {
  const hash = createHash('sha256').update(JSON.stringify(source)).digest('hex');
  return Buffer.from(elementModule('banco', { definition: source.id, number: 1, hash, source }));
}

/** Bytes after gzip of what a page loads before the form can be typed into, and of what comes once it is idle. */
export async function weigh(bench: Bench): Promise<Row[]> {
  const { asked } = bench;
  const first = await needed('runtime.js');
  const start = /import\("\.\/(chunks\/form-[^"]+)"\)/.exec(first.get('runtime.js')!.toString())?.[1];
  if (!start) throw new Error('runtime.js does not name the bundle of the form');
  await needed(start, first);
  asked.clear();
  const visit = await Visit.begin(bench);
  await visit.page.evaluate(() => window.bench.prepare('patto', 50, 'answers'));
  await visit.page.evaluate(() => window.bench.mount());
  await new Promise((done) => setTimeout(done, 2000));
  await visit.end();
  const later = [...asked].filter(([path]) => !path.startsWith('/bench/'));
  const sum = (list: Iterable<Buffer>) =>
    round(
      [...list].reduce((all, bytes) => all + zipped(bytes), 0),
      1,
    );
  const form = moduleOf(definitionOf(specOf(60)));
  const real = JSON.parse(await readFile(REAL, 'utf8')) as Definition;
  const whole = new Map(first);
  for (const text of [...first.values()].map(String))
    for (const [, name = ''] of text.matchAll(/import\("\.\/((?:formulas|rows|row-labels)-[^"]+)"\)/g))
      await needed(join('chunks', name), whole);
  return [
    {
      what: `page before first keystroke: runtime and a form of 60 fields (${first.size + 1} files)`,
      value: sum([...first.values(), form]),
      unit: 'KB gzip',
      must: '≤ 35',
    },
    {
      what: `page before first keystroke: the request for ADI, with rows and formulas (${whole.size + 1} files)`,
      value: sum([...whole.values(), moduleOf(real)]),
      unit: 'KB gzip',
      must: '≤ 35',
    },
    {
      what: `runtime: Lit, engine, elements, inputs, style (${first.size} files)`,
      value: sum(first.values()),
      unit: 'KB gzip',
      must: '≤ 25',
    },
    {
      what: `runtime with what is fetched when idle (${later.length} files)`,
      value: sum(later.map(([, bytes]) => bytes)),
      unit: 'KB gzip',
    },
    {
      what: 'module of a form of 60 fields',
      value: sum([form]),
      unit: 'KB gzip',
    },
  ];
}
