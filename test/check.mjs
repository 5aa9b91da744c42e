#!/usr/bin/env node
// SPDX-License-Identifier: AGPL-3.0-or-later
// `npm run check`: format, lint, generated types, licence lines, forbidden constructs. Counts go to the file PATTO_COUNTS.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));

const skipped = new Set(['node_modules', 'dist', 'data', '.git', 'proof', 'docs', 'artifacts', 'coverage']);

function files(folder = '.') {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : files(path);
    return entry.isFile() ? [path] : [];
  });
}

const sources = files();

function tool(path, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], { encoding: 'utf8' });
  return status === 0 ? [] : [`${stdout}${stderr}`.trim()];
}

/** A licence line is demanded of these; data in JSON and prose carry theirs in publiccode.yml and LICENSES. */
const licensed = new Set(['.ts', '.mjs', '.cjs', '.js', '.css', '.hbs', '.html', '.sh']);
const travels = (path) => path.startsWith('runtime/') || path.startsWith('schemas/');

function licences() {
  return sources
    .filter((path) => licensed.has(extname(path)) || path === '.ci/run')
    .flatMap((path) => {
      const wanted = `SPDX-License-Identifier: ${travels(path) ? 'BSD-3-Clause' : 'AGPL-3.0-or-later'}`;
      const head = readFileSync(path, 'utf8').split('\n', 3).join('\n');
      return head.includes(wanted) ? [] : [`${path}: first line must say ${wanted}`];
    });
}

const everywhere = [
  [/(?<![.\w])eval\(/, 'eval'],
  [/\bnew Function\(/, 'new Function'],
];
/** What breaks under our Content-Security-Policy and Trusted Types, or opens the door that they close. */
const inPages = [
  ...everywhere,
  [/\bunsafeHTML\b|\bunsafeSVG\b|\bunsafeStatic\b/, 'unsafeHTML'],
  [/\bstyleMap\b/, 'styleMap'],
  [/\sstyle=(["'$]|\\")/, 'style= in a template'],
  [/<style[\s>]/, '<style> in a template'],
  [/\.(inner|outer)HTML\s*=|\.insertAdjacentHTML\(|\bdocument\.write\(/, 'HTML from a string'],
];
const forPages = /^(runtime|builder|server\/pages)\//;
const withoutComments = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (all) => all.replace(/[^\n]/g, ' '))
    .replace(/(^|[\s;{}(,])\/\/.*$/gm, '$1');

function constructs() {
  return sources
    .filter((path) => /^(runtime|builder|server|templates)\//.test(path) && /\.(ts|mjs|html)$/.test(path))
    .flatMap((path) => {
      const forbidden = forPages.test(path) ? inPages : everywhere;
      return withoutComments(readFileSync(path, 'utf8'))
        .split('\n')
        .flatMap((line, index) =>
          forbidden
            .filter(([pattern]) => pattern.test(line))
            .map(([, name]) => `${path}:${index + 1}: ${name}`),
        );
    });
}

async function types() {
  const { typesText } = await import('../server/build.mjs');
  const same = (await typesText()) === readFileSync('schemas/types.ts', 'utf8');
  return same ? [] : ['schemas/types.ts is not what the schemas generate: npm run types'];
}

const checks = {
  format: () => tool('node_modules/oxfmt/bin/oxfmt', '--check', '.'),
  lint: () => tool('node_modules/oxlint/bin/oxlint', '.'),
  types,
  licences,
  constructs,
};

const counts = { passed: 0, failed: 0, skipped: [] };
for (const [name, check] of Object.entries(checks)) {
  const found = await check();
  counts[found.length ? 'failed' : 'passed'] += 1;
  console.log(`${found.length ? '✗' : '✓'} check ${name}`);
  for (const line of found.slice(0, 200)) console.log(`  ${line.replaceAll('\n', '\n  ')}`);
}
if (process.env.PATTO_COUNTS) writeFileSync(process.env.PATTO_COUNTS, JSON.stringify(counts));
process.exitCode = counts.failed ? 1 : 0;
