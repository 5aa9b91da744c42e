// SPDX-License-Identifier: AGPL-3.0-or-later
// The analyzer says nothing that is not so: over random definitions, what it calls never is never, and its fixes change nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from '../../runtime/analysis/analyze.ts';
import { applied, valueAt } from '../../runtime/analysis/apply.ts';
import { gulpease } from '../../runtime/analysis/rules/reading.ts';
import { sees } from '../../runtime/analysis/sights.ts';
import { check } from '../../runtime/engine/check.ts';
import type { Finding, Outline, Settled } from '../../runtime/engine/contract.ts';
import { lint } from '../../runtime/engine/lint.ts';
import { star } from '../../runtime/engine/pointer.ts';
import { settle } from '../../runtime/engine/settle.ts';
import { walk } from '../../runtime/engine/walk.ts';
import type { Answers, Condition, Definition, FieldSchema, Formula } from '../../schemas/types.ts';
import { context, engine, formOf, times } from './engine/engine.ts';
import { type Draw, fitting, randomDefinition, seeded } from './engine/random.ts';

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
  for (let seed = 1; seed <= times(60, 6000); seed++) {
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

/** Three numbers, values worked out of them, questions and outcomes that read these. */
function worked(draw: Draw): Definition {
  const of = <Item>(list: readonly Item[]): Item => list[draw(list.length)]!;
  const term = (): Formula => of(['/a', '/b', '/c', 0, 1, 2, 3]);
  const call = (): Formula => of<Formula>([{ add: [term(), term()] }, { subtract: [term(), term()] }, { max: [term(), term()] }, { min: [term(), term()] }, { multiply: [term(), term()] }]); // prettier-ignore
  const number = (pointer: string): Condition =>
    ({
      [pointer]: { type: 'integer', [of(['minimum', 'maximum', 'exclusiveMinimum'])]: draw(8) - 1 },
    }) as Condition;
  const yes = (pointer: string): Condition => ({ [pointer]: { const: draw(2) === 0 } }) as Condition;
  const atom = (): Condition => of<() => Condition>([() => number(of(['/a', '/b', '/c', '/n', '/m'])), () => yes(of(['/y', '/z'])), () => ({ '/k': { const: draw(4) } }), () => ({ '/h': { const: draw(2) === 0 } }), () => ({ '/a': { answered: draw(2) === 0 } })])(); // prettier-ignore
  const condition = (): Condition => of<Condition>([{ all: [atom(), atom()] }, { all: [atom(), atom(), atom()] }, { any: [{ all: [atom(), atom()] }, atom()] }, { not: { any: [atom(), atom()] } }]); // prettier-ignore
  const compare = (): Formula => ({ [of(['less-than', 'at-most', 'equal'])]: [term(), term()] });
  const plain = (pointer: string): Condition => number(pointer);
  const asked = (title: string): FieldSchema => ({ title, type: 'integer', minimum: 0, maximum: 3 });
  return formOf(
    {
      a: asked('A'),
      b: { ...asked('B'), ...(draw(3) === 0 && { 'x-show': plain('/a') }) },
      c: { ...asked('C'), ...(draw(3) === 0 && { 'x-show': plain('/b') }) },
      n: { title: 'N', type: 'integer', 'x-value': call() },
      m: { title: 'M', type: 'integer', 'x-value': call(), ...(draw(3) === 0 && { 'x-show': plain('/a') }) },
      y: { title: 'Y', type: 'boolean', 'x-value': compare() },
      z: { title: 'Z', type: 'boolean', 'x-value': compare() },
      h: { title: 'H', type: 'boolean', 'x-value': { holds: plain('/a') } },
      k: { title: 'K', type: 'integer', 'x-value': { if: [plain('/b'), 1, { if: [plain('/c'), 2, 3] }] } },
      x: { title: 'X', type: 'string', maxLength: 9, 'x-show': condition() },
    },
    { outcome: { rows: [1, 2, 3].map((row) => ({ when: condition(), gives: `E${row}`, reason: 'Perché.' })) } }, // prettier-ignore
  );
}

test('of values worked out: what is called never does not come about with any of all answers', () => {
  const values = [undefined, 0, 1, 2, 3];
  const every = values.flatMap((a) => values.flatMap((b) => values.map((c) => ({ ...(a !== undefined && { a }), ...(b !== undefined && { b }), ...(c !== undefined && { c }) })))); // prettier-ignore
  let [claims, missed] = [0, 0];
  for (let seed = 1; seed <= times(30, 600); seed++) {
    const definition = worked(seeded(seed));
    const outline = walk(definition, engine);
    const findings = analyze(definition, engine);
    const all = every.map((answers) => settle(outline, answers, context));
    const shownOnce = all.some(({ shown }) => shown.has('/x'));
    const told = findings.some(({ code, field }) => hidden.has(code) && field === '/x');
    assert.ok(!(told && shownOnce), `seed ${seed}: ${JSON.stringify(definition)}`);
    if (!shownOnce && !told) missed++;
    if (told) claims++;
    for (const finding of findings) {
      const row = Number(/^\/outcome\/rows\/(\d)\/when$/.exec(finding.at)?.[1] ?? -1);
      if (row >= 0 && finding.code.startsWith('outcome-row'))
        assert.ok(!all.some(({ outcome }) => outcome?.row === row), `seed ${seed}: row ${row} ${JSON.stringify(definition)}`); // prettier-ignore
    }
  }
  assert.ok(claims > times(2, 80), String(claims));
  // Numbers that hang together by a formula are looked at one by one: some of what never comes about is not seen.
  assert.ok(missed < claims * 3, `${missed} missed, ${claims} told`);
  if (process.env['PATTO_SAY']) console.log(JSON.stringify({ claims, missed }));
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
