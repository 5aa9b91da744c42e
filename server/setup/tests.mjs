// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs the checks, the tests under node and those in a browser, and counts them.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Every test/….test.ts, from the sources: what a removed test left in dist never runs. */
export function testFiles(folder = 'test') {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === 'artifacts' ? [] : testFiles(path);
      return entry.name.endsWith('.test.ts') ? [path] : [];
    })
    .sort();
}

export const compiled = (file) => `dist/${file.replace(/\.ts$/, '.js')}`;
/** Folders of pages, whose tests run in a browser unless they ask for node's own test runner. */
const pages = /^test\/(runtime\/elements|builder|server\/pages)\//;
export const isBrowserTest = (file) =>
  pages.test(file) && !/from 'node:test'/.test(readFileSync(file, 'utf8'));

/** What stands in other people's pages has to work in their browsers. */
export const isElementTest = (file) => file.startsWith('test/runtime/elements/') && isBrowserTest(file);

function run(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('close', (status) => resolve(status ?? 1));
  });
}

/**
 * Runs one tool that writes `{ passed, failed, skipped: [names], … }` to the file PATTO_COUNTS.
 * A tool that fails without a failed test, or dies before it counts, is one failure.
 */
async function counted(args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'patto-counts-'));
  const file = join(folder, 'counts.json');
  try {
    const status = await run(args, { ...env, PATTO_COUNTS: file });
    const counts = existsSync(file)
      ? JSON.parse(readFileSync(file, 'utf8'))
      : { passed: 0, failed: 0, skipped: [] };
    if (status !== 0 && counts.failed === 0) {
      console.error(`\n${args.at(-1)}: exit code ${status}, no test named as failed: counted as one failure`);
      counts.failed = 1;
    }
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const runChecks = () => counted(['test/check.mjs']);

/** `concurrency` files at a time: some start a server and a Chromium. */
export function runNode(files, env = {}, concurrency = 2) {
  const options = ['--test', `--test-concurrency=${concurrency}`, '--test-reporter=./test/reporter.mjs'];
  return counted([...options, ...files.map(compiled)], env);
}

export function runBrowser(files, env = {}) {
  const runner = 'node_modules/@web/test-runner/dist/bin.js';
  return counted(
    [runner, '--config', 'test/web-test-runner.config.mjs', '--files', ...files.map(compiled)],
    env,
  );
}

/** Firefox is not ours to demand: where it cannot be had, its run is named as skipped. */
export function runFirefox(files, firefox) {
  if (!firefox) return { passed: 0, failed: 0, skipped: files.map((file) => `Firefox › ${file}`) };
  return runBrowser(files, { PATTO_TEST_BROWSER: 'firefox', PATTO_FIREFOX: firefox });
}

export function sum(list) {
  return {
    passed: list.reduce((all, one) => all + one.passed, 0),
    failed: list.reduce((all, one) => all + one.failed, 0),
    skipped: list.flatMap((one) => one.skipped ?? []),
  };
}

/** The last line, and the exit code that it means. */
export function conclude({ passed, failed, skipped }) {
  if (skipped.length)
    console.log(`\nSkipped, counted nowhere:\n${skipped.map((name) => `  ${name}`).join('\n')}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
