// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs the checks, the tests under node and those in a browser, and counts them.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
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
 * Runs one tool that writes `{ passed, failed, skipped: [names], failures: [{ file, name, why }], … }` to the file
 * PATTO_COUNTS; `file` is what was run, under dist.
 * A tool that fails without a failed test, or dies before it counts, is one failure.
 */
async function counted(args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'patto-counts-'));
  const file = join(folder, 'counts.json');
  try {
    const status = await run(args, { ...env, PATTO_COUNTS: file });
    const counts = existsSync(file)
      ? JSON.parse(readFileSync(file, 'utf8'))
      : { passed: 0, failed: 0, skipped: [], failures: [] };
    if (status !== 0 && counts.failed === 0) {
      console.error(`\n${args.at(-1)}: exit code ${status}, no test named as failed: counted as one failure`);
      counts.failed = 1;
      counts.failures = [{ name: args.at(-1), why: `exit code ${status}` }];
    }
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const runChecks = () => counted(['test/check.mjs']);

/** `files`: compiled, as everywhere below. `concurrency` files at a time: some start a server and a Chromium. */
export function runNode(files, env = {}, concurrency = 2) {
  const options = ['--test', `--test-concurrency=${concurrency}`, '--test-reporter=./test/reporter.mjs'];
  return counted([...options, ...files], env);
}

export async function runBrowser(files, env = {}) {
  const runner = 'node_modules/@web/test-runner/dist/bin.js';
  // Two that look for a free port at the same moment would find the same one.
  const port = ['--port', String(await freePort())];
  return counted([runner, '--config', 'test/web-test-runner.config.mjs', ...port, '--files', ...files], env);
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Firefox is not ours to demand: where it cannot be had, its run is named as skipped. */
export function runFirefox(files, firefox) {
  if (!firefox) return { passed: 0, failed: 0, skipped: files.map((file) => `Firefox › ${file}`) };
  return runBrowser(files, { PATTO_TEST_BROWSER: 'firefox', PATTO_FIREFOX: firefox });
}

/** So many files are tried again, no more: beyond them something is broken. */
const fewFiles = 5;

/**
 * What failed in company is run once more, alone, when the machine has nothing else to do. What fails again has
 * failed; what passes then is counted as passed and named as unsteady, with its first reason.
 * `run`: the compiled files → counts.
 */
export async function settle(first, run) {
  const files = [...new Set((first.failures ?? []).map(({ file }) => file))];
  if (!files.length || files.includes(undefined) || files.length > fewFiles) return first;
  console.log(`\nOnce more, alone: ${files.join(', ')}`);
  const second = await run(files);
  const again = new Set((second.failures ?? []).map(({ file, name }) => `${file}\n${name}`));
  return {
    passed: Math.max(0, first.passed + first.failed - second.failed),
    failed: second.failed,
    skipped: first.skipped,
    failures: second.failures,
    unsteady: first.failures.filter(({ file, name }) => !again.has(`${file}\n${name}`)),
  };
}

export function sum(list) {
  return {
    passed: list.reduce((all, one) => all + one.passed, 0),
    failed: list.reduce((all, one) => all + one.failed, 0),
    skipped: list.flatMap((one) => one.skipped ?? []),
    failures: list.flatMap((one) => one.failures ?? []),
    unsteady: list.flatMap((one) => one.unsteady ?? []),
  };
}

/** Name and first lines of the reason of each failure. */
const listed = (failures) =>
  failures
    .map(({ file, name, why = '' }) => {
      const lines = why.split('\n').slice(0, 12);
      return `  ✗ ${[file, name].filter(Boolean).join(' › ')}\n${lines.map((line) => `      ${line.slice(0, 400)}`).join('\n')}`;
    })
    .join('\n');

/** The last lines, what failed among them, and the exit code that they mean. */
export function conclude({ passed, failed, skipped, failures = [], unsteady = [] }) {
  if (skipped.length)
    console.log(`\nSkipped, counted nowhere:\n${skipped.map((name) => `  ${name}`).join('\n')}`);
  if (unsteady.length) console.log(`\nUnsteady: failed in company, passed alone:\n${listed(unsteady)}`);
  if (failures.length) console.log(`\nFailed:\n${listed(failures)}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
