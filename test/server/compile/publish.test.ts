// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Script } from 'node:vm';
import { createChecks } from '../../../server/compile/checks.ts';
import { createCompiler } from '../../../server/compile/compiler.ts';
import { canonical, hashOf } from '../../../server/compile/freeze.ts';
import { type Publication, publish } from '../../../server/compile/publish.ts';
import type { Answers, Definition } from '../../../schemas/types.ts';
import { fieldCount, sample } from './sample.ts';

const compiler = createCompiler({ examine: 60_000, compile: 120_000 });
const folder = await mkdtemp(join(tmpdir(), 'patto-compile-'));
after(async () => {
  await compiler.close();
  await rm(folder, { recursive: true });
});

const request = { district: 'valprova', by: 'a1', now: '2026-03-02T09:00:00Z' };
async function published(definition: unknown, more: object = {}): Promise<Publication> {
  const done = await publish(compiler, { ...request, definition, ...more });
  assert.ok(done.ok, JSON.stringify(done).slice(0, 2000));
  return done;
}

const small = (
  properties: Definition['schema']['properties'],
  more: Partial<Definition> = {},
): Definition => ({
  ...sample,
  id: 'piccolo',
  layout: Object.keys(properties).map((key) => `/${key}`),
  schema: { type: 'object', properties },
  ...more,
});

const module = async (text: string): Promise<(answers: unknown) => boolean> =>
  (
    (await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)) as {
      default: (answers: unknown) => boolean;
    }
  ).default;

test('canonical JSON is RFC 8785: its own example, key order, numbers', () => {
  const value = JSON.parse(
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
  ) as unknown;
  assert.equal(
    canonical(value),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
  assert.equal(hashOf({ b: 1, a: 2 }), hashOf({ a: 2, b: 1 }));
});

test('a definition becomes a numbered, hashed version with all that depends on it', async () => {
  const first = await published(sample);
  assert.equal(first.version.number, 1);
  assert.equal(first.version.hash, hashOf(first.version.source));
  assert.equal(first.version.publishedBy, 'a1');
  const again = await publish(compiler, { ...request, definition: sample, previous: first.version });
  assert.ok(!again.ok && again.problem.code === 'unchanged');
  const changed: Definition = { ...sample, title: 'Domanda' };
  const second = await published(changed, { previous: first.version, note: 'Titolo più breve' });
  assert.equal(second.version.number, 2);
  assert.notEqual(second.version.hash, first.version.hash);
  assert.equal(second.version.changes[0], 'Titolo più breve');
  assert.ok(second.version.changes.length > 1);
});

test('the order of the questions is part of the version', async () => {
  const { layout: _, ...plain } = small({
    a: { type: 'string', title: 'A' },
    b: { type: 'string', title: 'B' },
  });
  const { layout: __, ...turned } = small({
    b: { type: 'string', title: 'B' },
    a: { type: 'string', title: 'A' },
  });
  assert.notEqual((await published(plain)).version.hash, (await published(turned)).version.hash);
});

test('weights of 60 fields and 12 conditions', async (t) => {
  assert.ok(fieldCount >= 60);
  const { weights } = await published(sample);
  t.diagnostic(JSON.stringify(weights));
  assert.ok(weights.element.gzip <= 6 * 1024, `definition module ${weights.element.gzip} bytes gzipped`);
  assert.ok(weights.check.gzip <= 10 * 1024, `check module ${weights.check.gzip} bytes gzipped`);
});

test('no module needs eval or brings an import of its own', async () => {
  const { artefacts } = await published(sample);
  for (const text of [artefacts.element, artefacts.check, artefacts.serverCheck]) {
    assert.doesNotMatch(text, /\beval\s*\(|new Function|Function\s*\(|(?<!["'])\brequire\s*\(["']/);
  }
  assert.deepEqual([...artefacts.element.matchAll(/^import .*$/gm)].map(String), [
    `import { register } from '../runtime/runtime.js';`,
  ]);
  assert.doesNotMatch(artefacts.check, /^\s*import\b/m);
});

test('both checks and the schema say the same', async () => {
  const done = await published(
    small({
      cap: { type: 'string', title: 'CAP', pattern: '^[0-9]{5}$' },
      targa: { type: 'string', title: 'Targa', pattern: '^[A-Z]{2}[0-9]{3}[A-Z]{2}$' },
      giorno: { type: 'string', format: 'date', title: 'Giorno' },
      auto: { type: 'boolean', title: 'Auto' },
    }),
  );
  const browser = await module(done.artefacts.check);
  const server = await createChecks(compiler, folder).check(done.version);
  const cases: [Answers, boolean][] = [
    [{}, true],
    [{ cap: '40026', targa: 'AB123CD', giorno: '2028-02-29', auto: true }, true],
    [{ cap: 'AB123CD' }, false],
    [{ targa: '40026' }, false],
    [{ cap: '4002' }, false],
    [{ giorno: '2026-02-29' }, false],
    [{ auto: 'sì' }, false],
    [{ altro: 1 }, false],
    [JSON.parse('{"__proto__":{"cap":"40026"}}') as Answers, false],
    [{ constructor: 'x' }, false],
  ];
  for (const [answers, fits] of cases) {
    assert.equal(browser(answers), fits, `browser ${JSON.stringify(answers)}`);
    assert.equal(server(answers), fits, `server ${JSON.stringify(answers)}`);
  }
});

test('two patterns in one schema differ on the server', async () => {
  const done = await published(
    small({
      a: { type: 'string', title: 'A', pattern: '^[0-9]+$' },
      b: { type: 'string', title: 'B', pattern: '^[a-z]+$' },
    }),
  );
  const check = await createChecks(compiler, folder).check(done.version);
  assert.equal(check({ a: '12', b: 'ab' }), true);
  assert.equal(check({ a: 'ab' }), false);
  assert.equal(check({ b: '12' }), false);
});

test('what was compiled is made anew when it is missing or altered, and never from another definition', async () => {
  const done = await published(small({ a: { type: 'string', title: 'A', maxLength: 3 } }));
  const home = await mkdtemp(join(folder, 'cache-'));
  await createChecks(compiler, home).keep(done.version, done.artefacts);
  const [place] = await readdir(home);
  const file = join(home, place!, 'server-check.mjs');
  await writeFile(file, `${await readFile(file, 'utf8')}\nexport const evil = 1;`);
  const check = await createChecks(compiler, home).check(done.version);
  assert.equal(check({ a: 'abcd' }), false);
  assert.equal(await readFile(file, 'utf8'), done.artefacts.serverCheck);
  const other = { ...done.version, source: { ...done.version.source, title: 'Altro' } };
  await rm(join(home, place!), { recursive: true });
  await assert.rejects(createChecks(compiler, home).check(other), /damaged/);
});

test('the types are those of the answers', async () => {
  const { artefacts } = await published(sample);
  assert.match(artefacts.types, /export interface AccessoProva \{/);
  assert.match(artefacts.types, /cognome: string;/);
  assert.match(artefacts.types, /canone\?: number;/);
  assert.match(artefacts.types, /casa: 'propriet-' \| 'affitto'/);
  assert.match(artefacts.types, /nucleo: \{\n/);
  assert.doesNotMatch(artefacts.types, /\[k: string\]|\bany\b/);
});

test('the element module hands over the version, whatever its texts hold', async () => {
  const title = 'Perché «${x}» `y` < script> \\ "z"';
  const { artefacts, version } = await published(small({ a: { type: 'string', title } }));
  const body = artefacts.element
    .replace(/^import .*$/m, '')
    .replaceAll('import.meta.url', `'https://patto.example/embed/valprova/piccolo.js'`);
  let given: { [key: string]: unknown } = {};
  new Script(body).runInNewContext({ URL, JSON, register: (value: typeof given) => (given = value) });
  assert.equal(given['interface'], 1);
  assert.equal(given['tag'], 'valprova-piccolo');
  assert.equal(given['check'], 'https://patto.example/embed/valprova/piccolo@1.check.js');
  // all of it but what no page reads
  const travelled = JSON.parse(JSON.stringify(given['definition'])) as Definition;
  const { $schema, description } = version.source;
  assert.equal(hashOf({ ...travelled, $schema, description }), version.hash);
});

test('two at once', async () => {
  const both = await Promise.all([compiler.examine(sample), compiler.examine({})]);
  assert.deepEqual(
    both[0].filter((one) => one.level === 'error'),
    [],
  );
  assert.equal(both[1][0]?.code, 'missing-part');
});

test('a thread that does not end or eats all memory is ended, and the next one works', async () => {
  // Eating all memory takes a busy machine a while: only the loop is given little time.
  const short = createCompiler(
    { examine: 300, compile: 600, memory: 32 },
    new URL('greedy.js', import.meta.url),
  );
  const long = createCompiler(
    { examine: 20_000, compile: 40_000, memory: 32 },
    new URL('greedy.js', import.meta.url),
  );
  const codes = async (title: string) =>
    (await (title === 'loop' ? short : long).examine({ title })).map((one) => one.code);
  assert.deepEqual(await codes('loop'), ['too-slow']);
  assert.deepEqual(await codes('heap'), ['too-heavy']);
  assert.deepEqual(await codes('stack'), ['too-heavy']);
  assert.deepEqual(await codes('good'), []);
  await assert.rejects(codes('fault'), /a fault of ours/);
  assert.deepEqual(await codes('good'), []);
  await Promise.all([short.close(), long.close()]);
});
