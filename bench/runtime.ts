// SPDX-License-Identifier: AGPL-3.0-or-later
// The form in the page: weight, mount and keystroke, beside the same DOM drawn by hand.
// Candidate and control alternate in fresh pages of one browser; medians; ratios say more than times.
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import type { Definition } from '../schemas/types.ts';
import { elementModule } from '../server/compile/element.ts';
import { sample } from './runtime/sample.ts';

/** One line of the table; `control` and `ratio` where there is something to compare with. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly control?: number;
  readonly ratio?: number;
  readonly must?: string;
}

type Who = 'candidate' | 'control';
interface Run {
  readonly painted: number;
  readonly complete: number;
  readonly busy: number;
  readonly keystroke: number;
}

const REAL = 'schemas/national/adi/definitions/adi-domanda.json';
const ROUNDS = 7;
const COUNTS = [50, 1000] as const;
/** the text field that is typed into, and how often */
const FIELD = 6;
const KEYS = 20;

const median = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;
const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** Serves the shipped bundles and the page of this bench; `asked`: what was sent so far, by path. */
async function serve(folder: string): Promise<{ server: Server; url: string; asked: Map<string, Buffer> }> {
  const asked = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/') {
      response.setHeader('Content-Type', 'text/html');
      response.end(
        '<!doctype html><html lang="it"><title>Banco</title><body><script type="module" src="/bench/page.js"></script></body></html>',
      );
      return;
    }
    const file = path.startsWith('/bench/') ? join(folder, path.slice(7)) : join('dist/public', path);
    readFile(file).then(
      (bytes) => {
        asked.set(path, bytes);
        response.setHeader('Content-Type', extname(file) === '.js' ? 'text/javascript' : 'application/json');
        response.end(bytes);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

/** Seconds that the main thread has been busy, in milliseconds. */
const busy = async (page: Page): Promise<number> => ((await page.metrics()).TaskDuration ?? 0) * 1000;

async function fresh(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(url);
  await page.waitForFunction(() => window.bench !== undefined);
  await page.evaluate(() => window.bench.load('/runtime.js'));
  return page;
}

async function run(browser: Browser, url: string, who: Who, count: number): Promise<Run> {
  const page = await fresh(browser, url);
  try {
    const before = await busy(page);
    const mounted = await page.evaluate((each, fields) => window.bench.mount(each, fields), who, count);
    const mountBusy = (await busy(page)) - before;
    if (mounted.fields < count * 0.9) throw new Error(`${who} drew ${mounted.fields} of ${count} fields`);
    // what waits for the page to be idle has its time
    await new Promise((done) => setTimeout(done, 600));
    await page.evaluate((field) => window.bench.focus(field), FIELD);
    await page.keyboard.type('a');
    const start = await busy(page);
    await page.keyboard.type('b'.repeat(KEYS));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
    const keystroke = ((await busy(page)) - start) / KEYS;
    const text = await page.evaluate((field) => window.bench.text(field), FIELD);
    if (text.length !== KEYS + 1) throw new Error(`${who} took ${text.length} keys of ${KEYS + 1}`);
    return { painted: mounted.painted, complete: mounted.complete, busy: mountBusy, keystroke };
  } finally {
    await page.close();
  }
}

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
async function weigh(browser: Browser, url: string, asked: Map<string, Buffer>): Promise<Row[]> {
  const first = await needed('runtime.js');
  const start = /import\("\.\/(chunks\/form-[^"]+)"\)/.exec(first.get('runtime.js')!.toString())?.[1];
  if (!start) throw new Error('runtime.js does not name the bundle of the form');
  await needed(start, first);
  asked.clear();
  const page = await fresh(browser, url);
  await page.evaluate(() => window.bench.mount('candidate', 50));
  await new Promise((done) => setTimeout(done, 2000));
  await page.close();
  const later = [...asked].filter(([path]) => !path.startsWith('/bench/'));
  const sum = (list: Iterable<Buffer>) =>
    round(
      [...list].reduce((all, bytes) => all + zipped(bytes), 0),
      1,
    );
  const form = moduleOf(sample(60).definition);
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

function compared(what: string, runs: { readonly [who in Who]: readonly Run[] }, key: keyof Run): Row {
  const value = median(runs.candidate.map((each) => each[key]));
  const control = median(runs.control.map((each) => each[key]));
  return { what, value: round(value), unit: 'ms', control: round(control), ratio: round(value / control) };
}

/** The rows of the table: weight, then mount and keystroke for 50 and 1,000 fields. Needs a built dist/. */
export async function bench(rounds = ROUNDS): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'patto-bench-'));
  await build({
    entryPoints: ['dist/bench/runtime/page.js'],
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
  const { server, url, asked } = await serve(folder);
  const browser = await puppeteer.launch({
    executablePath: process.env['PUPPETEER_EXECUTABLE_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    const rows = await weigh(browser, url, asked);
    for (const count of COUNTS) {
      const runs: { [who in Who]: Run[] } = { candidate: [], control: [] };
      for (let time = 0; time < rounds; time++)
        for (const who of time % 2
          ? (['control', 'candidate'] as const)
          : (['candidate', 'control'] as const))
          runs[who].push(await run(browser, url, who, count));
      rows.push(
        compared(`mount of ${count} fields, first screen painted`, runs, 'painted'),
        compared(`mount of ${count} fields, all drawn`, runs, 'complete'),
        compared(`mount of ${count} fields, main thread`, runs, 'busy'),
        compared(`keystroke with ${count} fields, main thread`, runs, 'keystroke'),
      );
    }
    return rows;
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
