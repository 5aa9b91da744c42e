// SPDX-License-Identifier: AGPL-3.0-or-later
// What counts the tests, and what keeps two set-ups apart, is tested like everything else.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const folder = await mkdtemp(join(tmpdir(), 'patto-setup-'));
after(() => rm(folder, { recursive: true }));

/** Without what a test runner tells its children. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('NODE_TEST')));

test('every test is counted once: passed, failed, skipped, a file that breaks', async () => {
  const head = `import { describe, test } from 'node:test'; import assert from 'node:assert/strict';\n`;
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(
    join(folder, 'a.test.js'),
    `${head}test('yes', () => {}); test('no', () => assert.equal(1, 2)); test.skip('later', () => {}); test('todo', { todo: true }, () => assert.fail());
    describe('suite', () => { test('inner yes', (t) => t.diagnostic('proof {"pairs":7}')); test('inner no', () => assert.fail()); });
    test('parent', async (t) => { await t.test('child', () => assert.fail()); });`,
  );
  await writeFile(join(folder, 'b.test.js'), `throw new Error('broken');`);
  await writeFile(join(folder, 'c.test.js'), '');
  const counts = join(folder, 'counts.json');
  const files = ['a', 'b', 'c'].map((name) => join(folder, `${name}.test.js`));
  const run = spawnSync(
    process.execPath,
    ['--test', `--test-reporter=${resolve('test/reporter.mjs')}`, ...files],
    {
      env: { ...env, PATTO_COUNTS: counts },
      encoding: 'utf8',
    },
  );
  assert.equal(run.status, 1);
  const { passed, failed, skipped, proof } = JSON.parse(await readFile(counts, 'utf8')) as {
    passed: number;
    failed: number;
    skipped: string[];
    proof: object;
  };
  assert.deepEqual({ passed, failed, skipped: skipped.length }, { passed: 2, failed: 4, skipped: 2 });
  assert.deepEqual(proof, { pairs: 7 });
});

test('two set-ups in one folder follow each other, and a dead one is no obstacle', async () => {
  await mkdir(join(folder, 'dist'));
  // The number of a process that has just ended.
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  await writeFile(join(folder, 'dist/.setup.lock'), String(dead));
  const script = `import { alone } from ${JSON.stringify(resolve('server/setup/lock.mjs'))};
    import { appendFileSync } from 'node:fs';
    await alone(async () => { appendFileSync('log', 'in '); await new Promise((go) => setTimeout(go, 300)); appendFileSync('log', 'out '); });`;
  const one = () =>
    new Promise((done) => {
      spawn(process.execPath, ['--input-type=module', '-e', script], {
        cwd: folder,
        env,
        stdio: 'ignore',
      }).on('close', done);
    });
  assert.deepEqual(await Promise.all([one(), one()]), [0, 0]);
  assert.equal(await readFile(join(folder, 'log'), 'utf8'), 'in out in out ');
  await assert.rejects(readFile(join(folder, 'dist/.setup.lock')));
});

test('an old Node is told in plain words', async () => {
  const source = await readFile('server/setup.mjs', 'utf8');
  const old = join(folder, 'server');
  await mkdir(old);
  await writeFile(join(old, 'setup.mjs'), source.replaceAll('process.versions.node', "'18.20.0'"));
  const run = spawnSync(process.execPath, [join(old, 'setup.mjs'), 'start'], { encoding: 'utf8', env });
  assert.equal(run.status, 1);
  assert.match(run.stderr, /ha bisogno di Node\.js 20\.19/);
  assert.match(run.stderr, /needs Node\.js 20\.19/);
});
