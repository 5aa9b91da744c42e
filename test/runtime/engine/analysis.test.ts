// SPDX-License-Identifier: AGPL-3.0-or-later
// The analyzer says nothing that is not so: over random definitions, what it calls never is never, and its fixes change nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../../runtime/engine/analysis/analyze.ts';
import { applied, valueAt } from '../../../runtime/engine/analysis/apply.ts';
import { gulpease } from '../../../runtime/engine/analysis/rules/reading.ts';
import { sees } from '../../../runtime/engine/analysis/sights.ts';
import { check } from '../../../runtime/engine/check.ts';
import type { Finding, Outline, Settled } from '../../../runtime/engine/contract.ts';
import { lint } from '../../../runtime/engine/lint.ts';
import { star } from '../../../runtime/engine/pointer.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import type { Answers, Definition } from '../../../schemas/types.ts';
import { context, engine, times } from './engine.ts';
import { fitting, randomDefinition, seeded } from './random.ts';

const hidden = new Set(['never-shown', 'contradicts-around', 'behind-never-shown', 'contradicts-question']);
/** Fixes of these must not change what a form does. */
const idle = new Set([
  'always-holds', 'any-answer', 'require-never', 'require-contradicts', 'require-always', 'lock-never', 'rule-never-bites',
  'part-never-holds', 'part-twice',
]); // prettier-ignore

/** What a person sees of answers: shown, required, locked, and problems without the numbers of rules. */
function seen(outline: Outline, answers: Answers): string {
  const settled = settle(outline, answers, context);
  const problems = check(outline, settled, context).map(({ code, at, level }) => `${code} ${at} ${level}`);
  const sets = [settled.shown, settled.required, settled.locked].map((set) => [...set].sort());
  return JSON.stringify([...sets, problems.sort(), settled.answers]);
}

/** Answers of which each is a right one by itself: what is missing and what rules say aside. */
function fits(outline: Outline, answers: Answers): boolean {
  const problems = check(outline, settle(outline, answers, context), context);
  return problems.every(({ code, level }) => level === 'warning' || code === 'required' || code === 'check');
}

/** The thing that a finding about visibility names, as settling does; layout nodes in rows by their end. */
function isShown({ field, at }: Finding, definition: Definition, settled: Settled): boolean {
  const node = valueAt(definition, at.slice(0, at.lastIndexOf('/'))) as { [key: string]: unknown };
  const kind = ['page', 'section', 'note'].find((each) => typeof node[each] === 'string');
  const key = kind && `${kind}:${String(node[kind])}`;
  return [...settled.shown].some((each) =>
    field !== undefined ? star(each) === field : each === key || each.endsWith(`/${key}`),
  );
}

test('what it calls never is never, and fixes that change nothing change nothing', () => {
  const counts = new Map<string, number>();
  for (let seed = 1; seed <= times(120, 6000); seed++) {
    const draw = seeded(seed);
    const definition = randomDefinition(draw);
    const before = lint(definition, engine);
    if (before.some((each) => each.level === 'error')) continue;
    const findings = analyze(definition, engine);
    const told = findings.filter(({ code, fix }) => hidden.has(code) || (idle.has(code) && fix) || code === 'page-never-left' || code === 'form-never-sent'); // prettier-ignore
    if (told.length === 0) continue;
    const outline = walk(definition, engine);
    const some = Array.from({ length: 25 }, () => fitting(outline, draw)).filter((answers) =>
      fits(outline, answers),
    );
    for (const finding of told) {
      counts.set(finding.code, (counts.get(finding.code) ?? 0) + 1);
      const about = `seed ${seed}: ${finding.code} ${finding.at} ${JSON.stringify(definition)}`;
      if (finding.witness) assert.ok(sees(outline, finding.witness), about);
      const right = idle.has(finding.code) ? applied(definition, finding.fix!) : undefined;
      const page = valueAt(definition, `${finding.at}/page`);
      const other = right && walk(right, engine);
      for (const answers of some) {
        const settled = settle(outline, answers, context);
        if (hidden.has(finding.code))
          assert.ok(!isShown(finding, definition, settled), `${about} ${JSON.stringify(answers)}`); // prettier-ignore
        else if (other)
          assert.equal(seen(other, answers), seen(outline, answers), `${about} ${JSON.stringify(answers)}`); // prettier-ignore
        else if (finding.code === 'form-never-sent' || settled.shown.has(`page:${String(page)}`))
          assert.ok(
            check(outline, settled, context).some((each) => each.level === 'error'),
            about,
          );
      }
    }
  }
  // It did say something, and of several kinds.
  assert.ok([...counts.values()].reduce((a, b) => a + b, 0) > 50, JSON.stringify([...counts]));
  assert.ok(counts.size >= 5, JSON.stringify([...counts]));
  if (process.env['PATTO_SAY']) console.log(JSON.stringify([...counts]));
});

test('Gulpease, counted by hand', () => {
  // 5 words, 18 letters, 1 sentence: 89 + (300 − 180) / 5 = 113, at most 100
  assert.deepEqual(gulpease('Il cane corre nel prato.'), { index: 100, words: 5, longest: 5 });
  // 8 words, 75 letters, 2 sentences: 89 + (600 − 750) / 8 = 70.25
  const two = gulpease(
    'Responsabilità amministrativa dichiarata. Il richiedente presenta la documentazione.',
  );
  assert.deepEqual(two, { index: 70, words: 8, longest: 5 });
  assert.deepEqual(gulpease(''), { index: 100, words: 0, longest: 0 });
  assert.equal(gulpease('Veda [la guida](https://esempio.it/una/pagina).').words, 3);
});
