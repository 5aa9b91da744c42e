// SPDX-License-Identifier: AGPL-3.0-or-later
// What a template may hold: each construct is printed, finished and gated. Full: all of them; else each fifth.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { checkFile } from '../../../server/pdf/conformance/check.ts';
import { problems } from '../../../server/pdf/words.ts';
import { constructs } from './conformance/constructs.ts';
import { print } from './conformance/page.ts';
import { fileOf, newPrinter, run, without } from './sample.ts';

const printer = newPrinter();
after(() => printer.close());
const full = process.env['PATTO_PROOF'] === 'full';
const seed = Number(process.env['PATTO_SEED'] ?? 20260302);
const chosen = constructs.filter(
  (one, at) => full || (at + seed) % 5 === 0 || one.refused === 'figure-words',
);

test('a construct passes, or is refused with a sentence that names the clause that forbids it', async (t) => {
  const wrong: string[] = [];
  let passed = 0;
  for (const { name, html, css, refused } of chosen) {
    const made = await print(printer, html, css);
    if (made.ok) {
      passed += 1;
      const found = await checkFile(made.value.pdf);
      const damaged = full && !without('qpdf') ? run('qpdf', '--check', fileOf(made.value.pdf)) : 'No syntax';
      if (refused || found.length > 0 || !damaged.includes('No syntax'))
        wrong.push(`${name}: passed, ${JSON.stringify(found)}`);
      continue;
    }
    const { code, params } = made.problem;
    const sentence = (problems[code]?.it ?? '').replace(/\{(\w+)\}/g, (_all, key: string) =>
      String(params[key]),
    );
    if (code.replace('paper-', '') !== refused || !/ISO (19005|14289)-\d, \d/.test(sentence))
      wrong.push(`${name}: ${code} ${JSON.stringify(params)} ${sentence}`);
  }
  assert.deepEqual(wrong, []);
  const refused = chosen.length - passed;
  t.diagnostic(`proof ${JSON.stringify({ constructs: chosen.length, passed, refused })}`);
  assert.ok(!full || (chosen.length >= 60 && passed >= 54), String(passed));
});
