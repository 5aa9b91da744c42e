// SPDX-License-Identifier: AGPL-3.0-or-later
// Reporter of node's test runner: one line per file, failures in full, counts and failures as JSON to the file PATTO_COUNTS.
// A diagnostic `proof {…}` of a test adds its figures to the counts (npm run proof keeps them).
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const isFile = (data) => data.name === data.file || data.name.endsWith('.test.js');

function reason(error) {
  const cause = error?.cause ?? error;
  return cause?.stack ?? cause?.message ?? String(cause);
}

export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: [], failures: [], proof: {} };
  const files = new Map();
  const entry = (file) => {
    const name = file ? relative(process.cwd(), file).replace(/^dist\//, '') : '(unknown)';
    if (!files.has(name)) files.set(name, { passed: 0, failed: 0, ms: 0 });
    return files.get(name);
  };
  for await (const { type, data } of source) {
    if (type === 'test:diagnostic' && data.message.startsWith('proof ')) {
      Object.assign(counts.proof, JSON.parse(data.message.slice(6)));
    }
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    const about = entry(data.file);
    const skipped = data.skip !== undefined || data.todo !== undefined;
    if (type === 'test:fail' && !skipped) {
      // A file that fails only because a test in it failed is no failure of its own.
      if (data.details.error?.failureType === 'subtestsFailed') continue;
      counts.failed += 1;
      about.failed += 1;
      const why = reason(data.details.error);
      counts.failures.push({ file: relative(process.cwd(), data.file ?? ''), name: data.name, why });
      yield `\n✗ ${data.name}\n${why}\n`;
    } else if (skipped) {
      counts.skipped.push(`${relative(process.cwd(), data.file ?? '')}: ${data.name}`);
    } else if (isFile(data)) {
      about.ms = data.details.duration_ms;
    } else {
      counts.passed += 1;
      about.passed += 1;
      if (data.nesting === 0) about.ms += data.details.duration_ms;
    }
  }
  for (const [name, { passed, failed, ms }] of files) {
    yield `${failed ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed (${(ms / 1000).toFixed(1)} s)\n`;
  }
  if (process.env.PATTO_COUNTS) writeFileSync(process.env.PATTO_COUNTS, JSON.stringify(counts));
}
