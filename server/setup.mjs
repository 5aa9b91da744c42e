#!/usr/bin/env node
// SPDX-License-Identifier: AGPL-3.0-or-later
// Sets up what is missing, builds, then starts, tests, measures or proves. Node built-ins only: it runs before any package is there.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `\nPatto ha bisogno di Node.js 20.19 o più recente; qui c’è ${process.version}. Lo installi da https://nodejs.org e ripeta il comando.` +
      `\n\nPatto needs Node.js 20.19 or newer; this is ${process.version}. Install it from https://nodejs.org and run the command again.\n`,
  );
  process.exit(1);
}

const { spawn, spawnSync } = await import('node:child_process');
const { existsSync } = await import('node:fs');
const { alone } = await import('./setup/lock.mjs');
const { installPackages } = await import('./setup/packages.mjs');
const { findFirefox, needBrowser, needPoppler, wantToken } = await import('./setup/machine.mjs');
const { say, stop } = await import('./setup/say.mjs');
const {
  compiled,
  conclude,
  isBrowserTest,
  isElementTest,
  runBrowser,
  runChecks,
  runFirefox,
  runNode,
  settle,
  sum,
  testFiles,
} = await import('./setup/tests.mjs');

/** Packages, browser, build; true when the build has no error. */
function ready({ poppler = false } = {}) {
  return alone(() => {
    installPackages();
    needBrowser();
    if (poppler) {
      needPoppler();
      wantToken();
    }
    return spawnSync(process.execPath, ['server/build.mjs'], { stdio: 'inherit' }).status === 0;
  });
}

/** Runs a built program in our place: same streams, same signals, same exit code. */
function become(file, args = []) {
  if (!existsSync(file)) {
    stop(`Manca ${file}: la costruzione non è riuscita.`, `${file} is missing: the build failed.`);
  }
  const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], { stdio: 'inherit' });
  // A terminal sends Ctrl-C to both; the child decides when to end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else process.exit(code ?? 1);
  });
}

const failedBuild = () =>
  stop(
    'La costruzione non è riuscita: gli errori sono qui sopra.',
    'The build failed: the errors are above.',
  );

const commands = {
  async start() {
    if (!(await ready())) failedBuild();
    become('dist/server/main.js', rest);
  },
  /** `npm test -- word…` runs only the test files whose path holds one of the words. */
  async test() {
    const built = await ready({ poppler: true });
    if (!built) process.exit(conclude({ passed: 0, failed: 1, skipped: [] }));
    const files = testFiles().filter((file) => !rest.length || rest.some((word) => file.includes(word)));
    // Who runs a few files is looking at them: screens leave a picture.
    if (rest.length) process.env.PATTO_PICTURES ??= '1';
    const results = rest.length ? [] : [await runChecks()];
    const runs = [
      { files: files.filter((file) => !isBrowserTest(file)), run: runNode },
      { files: files.filter(isBrowserTest), run: runBrowser },
      { files: files.filter(isElementTest), run: (list) => runFirefox(list, findFirefox()) },
    ].filter((one) => one.files.length);
    // The two browsers side by side; whatever runs under node, which starts browsers of its own, before them.
    const begun = [];
    for (const { files: own, run } of runs) {
      begun.push(run(own.map(compiled)));
      if (run === runNode) await begun[0];
    }
    const first = await Promise.all(begun);
    for (const [place, { run }] of runs.entries())
      results.push(rest.length ? first[place] : await settle(first[place], (list) => run(list, {}, 1)));
    process.exit(conclude(sum(results)));
  },
  async bench() {
    if (!(await ready())) failedBuild();
    become('dist/bench/index.js', rest);
  },
  async proof() {
    if (!(await ready({ poppler: true }))) failedBuild();
    const { proof } = await import('./setup/proof.mjs');
    process.exit(conclude(sum([await proof(rest[0])])));
  },
  /** Every document of the sample families, checked by others too: test/documents/main.ts. */
  async documents() {
    if (!(await ready({ poppler: true }))) failedBuild();
    become('dist/test/documents/main.js', rest);
  },
  async build() {
    if (!(await ready())) failedBuild();
  },
};

const [name = 'start', ...rest] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) await command();
else {
  say(`Comando sconosciuto: ${name}.`, `Unknown command: ${name}.`);
  console.log(`  ${Object.keys(commands).join(', ')}`);
  process.exit(1);
}
