// SPDX-License-Identifier: AGPL-3.0-or-later
// `npm run proof -- <name>`: one test at its full count, its figures kept in proof/<name>.json.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { stop } from './say.mjs';
import { compiled, isBrowserTest, runBrowser, runNode, testFiles } from './tests.mjs';

const git = (...args) => spawnSync('git', args, { encoding: 'utf8' }).stdout?.trim() ?? '';

/** The one test of that name: test/…/<name>.test.ts, or a path that ends so. */
function find(name) {
  const all = testFiles();
  const fits = name ? all.filter((file) => `/${file}`.endsWith(`/${name}.test.ts`)) : [];
  if (fits.length === 1) return fits[0];
  const full = all.filter((file) => readFileSync(file, 'utf8').includes('PATTO_PROOF'));
  const list = (fits.length ? fits : full).map((file) => `  ${file.slice(5, -8)}`).join('\n');
  return stop(
    `Scriva il nome di una sola prova: npm run proof -- <nome>. Queste hanno un conteggio pieno:\n${list}`,
    `Name one test: npm run proof -- <name>. The list above has those with a full count.`,
  );
}

/**
 * The test sees PATTO_PROOF=full, PATTO_SEED and PATTO_PROOF_STATE, a file where it may keep how far it came:
 * a stopped proof goes on from there. Its figures come from `t.diagnostic('proof {"pairs": 100000}')`.
 */
export async function proof(name) {
  const file = find(name);
  const title = basename(file, '.test.ts');
  const state = `proof/${title}.tmp`;
  const seed = process.env.PATTO_SEED ?? '20260302';
  mkdirSync('proof', { recursive: true });
  const started = Date.now();
  const env = { PATTO_PROOF: 'full', PATTO_SEED: seed, PATTO_PROOF_STATE: `${process.cwd()}/${state}` };
  const counts = await (isBrowserTest(file)
    ? runBrowser([compiled(file)], env)
    : runNode([compiled(file)], env, 1));
  const result = {
    name: title,
    test: file,
    seed,
    passed: counts.passed,
    failed: counts.failed,
    figures: counts.proof ?? {},
    seconds: Math.round((Date.now() - started) / 100) / 10,
    at: new Date().toISOString(),
    commit: git('rev-parse', 'HEAD'),
    clean: git('status', '--porcelain', '--untracked-files=no') === '',
    node: process.version,
  };
  writeFileSync(`proof/${title}.json`, `${JSON.stringify(result, null, 2)}\n`);
  if (counts.failed === 0) rmSync(state, { force: true });
  console.log(`proof/${title}.json`);
  return counts;
}
