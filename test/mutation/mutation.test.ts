// SPDX-License-Identifier: AGPL-3.0-or-later
// Does a test fail when the engine is changed in one place? In full every mutant of runtime/engine is judged.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const full = process.env['PATTO_PROOF'] === 'full';
const report = 'test/artifacts/mutation.json';

interface Report {
  readonly files: {
    readonly [file: string]: { readonly mutants: readonly { readonly status: string }[] };
  };
}
interface Tally {
  killed: number;
  timeout: number;
  survived: number;
  uncovered: number;
  /** decided while modules load: the runner loads them once */
  ignored: number;
}
const columns: { readonly [status: string]: keyof Tally } = {
  Killed: 'killed', Timeout: 'timeout', Survived: 'survived', NoCoverage: 'uncovered', Ignored: 'ignored',
}; // prettier-ignore

const score = ({ killed, timeout, survived, uncovered }: Tally): number =>
  Math.round((10_000 * (killed + timeout)) / (killed + timeout + survived + uncovered)) / 100;

function judge(mutate: string | undefined): Promise<number | null> {
  const args = [
    'node_modules/@stryker-mutator/core/bin/stryker.js',
    'run',
    'test/mutation/stryker.config.mjs',
  ];
  const env: NodeJS.ProcessEnv = { ...process.env, ...(mutate && { PATTO_MUTATE: mutate }) };
  // The tests of the mutants report to nobody else, and throw few dice.
  delete env['NODE_TEST_CONTEXT'];
  delete env['PATTO_PROOF'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: full ? 'inherit' : 'ignore' });
    child.on('error', reject);
    child.on('close', resolve);
  });
}

function tallied(): { whole: Tally; byFile: { [file: string]: Tally & { score: number } } } {
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const empty = (): Tally => ({ killed: 0, timeout: 0, survived: 0, uncovered: 0, ignored: 0 });
  const whole = empty();
  const byFile: { [file: string]: Tally & { score: number } } = {};
  for (const [file, { mutants }] of Object.entries(files)) {
    const tally = empty();
    for (const { status } of mutants) {
      const column = columns[status];
      if (!column) continue;
      tally[column]++;
      whole[column]++;
    }
    byFile[file.replace(/^dist\//, '').replace(/\.js$/, '.ts')] = { score: score(tally), ...tally };
  }
  return { whole, byFile };
}

test(full ? 'mutants of the engine' : 'mutants of one file of the engine', async (context) => {
  mkdirSync('test/artifacts', { recursive: true });
  assert.equal(await judge(full ? undefined : 'choices'), 0);
  const { whole, byFile } = tallied();
  const reached = score(whole);
  context.diagnostic(`proof ${JSON.stringify({ score: reached, ...whole, byFile })}`);
  if (full) {
    cpSync(report, 'test/artifacts/mutation-full.json');
  }
  assert.ok(whole.killed > 20, JSON.stringify(whole));
  assert.ok(reached >= (full ? 85 : 70), `${reached} %: ${JSON.stringify(whole)}`);
});
