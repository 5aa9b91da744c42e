// SPDX-License-Identifier: AGPL-3.0-or-later
// Tests of elements and builder, in a real Chromium, on what tsc emitted; those of the elements also in Firefox
// (PATTO_TEST_BROWSER=firefox).
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { defaultReporter } from '@web/test-runner';

import { sharedCases } from './shared-cases.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

function walk(suite, path, visit) {
  for (const test of suite?.tests ?? []) visit(test, [...path, test.name]);
  for (const inner of suite?.suites ?? []) walk(inner, [...path, inner.name], visit);
}

/** Counts and failures as JSON to the file PATTO_COUNTS; a file that cannot be loaded is one failure. */
function countingReporter() {
  return {
    stop({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: [], failures: [] };
      for (const session of sessions) {
        const file = session.testFile.replace(`${root}/`, '');
        const fail = (name, error) => {
          counts.failed += 1;
          counts.failures.push({
            file,
            name,
            why: [error?.message, error?.stack].filter(Boolean).join('\n'),
          });
        };
        const before = counts.failed;
        walk(session.testResults, [], (test, path) => {
          if (test.skipped) counts.skipped.push([file.replace('dist/', ''), ...path].join(' › '));
          else if (test.passed) counts.passed += 1;
          else fail(path.join(' › '), test.error);
        });
        if (!session.passed && counts.failed === before) fail('the file itself', session.errors?.[0]);
      }
      if (process.env.PATTO_COUNTS) writeFileSync(process.env.PATTO_COUNTS, JSON.stringify(counts));
    },
  };
}

export default {
  rootDir: root,
  plugins: [sharedCases(root)],
  nodeResolve: true,
  concurrency: 1,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
  browserStartTimeout: 60_000,
  // Lit says so at every import of its readable build, which is what tests load.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testFramework: { config: { ui: 'bdd', timeout: 60_000 } },
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), countingReporter()],
  browsers: [
    process.env.PATTO_TEST_BROWSER === 'firefox'
      ? puppeteerLauncher({
          launchOptions: {
            browser: 'firefox',
            headless: true,
            executablePath: process.env.PATTO_FIREFOX ?? '/usr/bin/firefox-esr',
            // what Chromium is told through its protocol, and Firefox cannot be
            extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
          },
        })
      : chromeLauncher({
          launchOptions: {
            executablePath: process.env.PUPPETEER_EXECUTABLE_PATH ?? '/usr/bin/chromium',
            args: [...quiet, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
          },
        }),
  ],
};
