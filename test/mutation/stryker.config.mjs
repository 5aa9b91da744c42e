// SPDX-License-Identifier: AGPL-3.0-or-later
// Mutants of what tsc makes of runtime/engine. Tests throw fewer dice than in `npm test`.
import { fileURLToPath } from 'node:url';

const only = process.env.PATTO_MUTATE?.split(',').map((name) => `dist/runtime/engine/${name}.js`);
process.env.PATTO_MUTANTS = '1';

export default {
  mutate: only ?? ['dist/runtime/engine/**/*.js'],
  ignorePatterns: [
    '**',
    '!dist',
    '!dist/runtime/**',
    '!dist/schemas/**',
    '!dist/test',
    '!dist/test/mutation/**',
    '!dist/test/runtime',
    '!dist/test/runtime/engine/**',
    '!test',
    '!test/runtime',
    '!test/runtime/engine/**',
    '!schemas',
    '!schemas/**',
    '!package.json',
  ],
  testRunner: 'in-process',
  plugins: [fileURLToPath(new URL('../../dist/test/mutation/runner.js', import.meta.url))],
  coverageAnalysis: 'perTest',
  ignoreStatic: true,
  checkers: [],
  // What an earlier run has found of code and tests that are still the same; a clean clone has none.
  incremental: true,
  incrementalFile: 'test/artifacts/mutation-known.json',
  concurrency: Number(process.env.PATTO_WORKERS ?? 2),
  // A busy machine is no endless loop: those are found by counting.
  timeoutMS: 30_000,
  disableTypeChecks: false,
  allowEmpty: false,
  tempDirName: 'test/artifacts/stryker',
  reporters: ['json', 'clear-text', 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false, reportMutants: false, allowColor: false },
  jsonReporter: { fileName: 'test/artifacts/mutation.json' },
  logLevel: 'info',
  fileLogLevel: 'off',
};
