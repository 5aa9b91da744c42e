// SPDX-License-Identifier: AGPL-3.0-or-later
// Broken forms, one file each beside its twin that differs in one place: what is wrong is found in the one and not in the other.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { applied, valueAt } from '../../runtime/analysis/apply.ts';
import { rules } from '../../runtime/analysis/index.ts';
import { sees } from '../../runtime/analysis/sights.ts';
import type { Finding } from '../../runtime/engine/contract.ts';
import { loadEngine } from '../../runtime/engine/load.ts';
import { walk } from '../../runtime/engine/walk.ts';
import type { Definition } from '../../schemas/types.ts';
import { examine } from '../../server/compile/examine.ts';
import { linearPattern } from '../../server/patterns.ts';
import { sentence } from '../../server/problems.ts';
import { joinSentences } from '../../server/words/index.ts';
import { publishingWords } from '../../server/words/publishing.ts';

interface BrokenForm {
  readonly finding: {
    readonly code: string;
    readonly at: string;
    readonly level: Finding['level'];
    readonly fix?: true;
    readonly witness?: true;
  };
  /** the one place in which the twin differs; without `is` it has nothing there */
  readonly right: { readonly at: string; readonly is?: unknown };
  readonly definition: Definition;
}

const folder = 'test/builder/broken-forms';
const engine = await loadEngine(linearPattern);
const forms = readdirSync(folder).map((name) => {
  const form = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as BrokenForm;
  return [name.replace('.json', ''), form] as const;
});

const known = new WeakMap<Definition, readonly Finding[]>();
/** What is found in a broken form, looked for once. */
function foundIn(definition: Definition): readonly Finding[] {
  const found = known.get(definition) ?? examine(definition, engine).findings;
  known.set(definition, found);
  return found;
}

const twin = ({ definition, right }: BrokenForm): Definition => {
  const was = valueAt(definition, right.at);
  const edit = { at: right.at, ...(was !== undefined && { was }), ...('is' in right && { now: right.is }) };
  return applied(definition, { code: '', params: {}, edits: [edit] })!;
};
const lines = (findings: readonly Finding[]): string[] =>
  findings.map(({ level, code, at, params }) => `${level} ${code} ${at} ${JSON.stringify(params)}`);

test('there are at least sixty, and each says another thing', () => {
  assert.ok(forms.length >= 60, String(forms.length));
  const all = forms.map(([, { definition }]) => JSON.stringify(definition));
  assert.equal(new Set(all).size, all.length);
});

for (const [name, form] of forms) {
  test(`${name}: found, and not in its twin`, () => {
    const { code, at, level, fix, witness } = form.finding;
    const findings = foundIn(form.definition);
    const found = findings.find((each) => each.code === code && each.at === at && each.level === level);
    assert.ok(found, `not found, but:\n${lines(findings).join('\n')}`);
    assert.deepEqual(lines(examine(twin(form), engine).findings), [], 'the twin is right');
    if (witness) assert.ok(found.witness, 'answers that show it');
    if (found.witness) assert.ok(sees(walk(form.definition, engine), found.witness), JSON.stringify(found.witness)); // prettier-ignore
    if (fix) assert.ok(found.fix, 'a fix');
    if (!found.fix) return;
    const right = applied(form.definition, found.fix);
    assert.ok(right, 'the fix fits');
    const after = examine(right, engine).findings;
    assert.ok(!after.some((each) => each.code === code && each.at === at), lines(after).join('\n'));
    const errors = (list: readonly Finding[]): number => list.filter((each) => each.level === 'error').length;
    assert.ok(errors(after) <= errors(findings), lines(after).join('\n'));
  });
}

test('every kind of finding of the analyzer has a broken form, and a sentence', () => {
  const shown = new Set(forms.map(([, { finding }]) => finding.code));
  const codes = rules.flatMap((rule) => rule.codes);
  assert.deepEqual(codes.filter((code) => !shown.has(code)), []); // prettier-ignore
  assert.deepEqual(codes.filter((code) => !publishingWords[code]), []); // prettier-ignore
});

test('sentences are whole in both languages: everything that they name is told', () => {
  const sentences = joinSentences(publishingWords);
  for (const [name, { definition }] of forms) {
    for (const found of foundIn(definition)) {
      if (!publishingWords[found.code]) continue;
      for (const each of [found, ...(found.fix ? [{ ...found, ...found.fix }] : [])])
        for (const language of ['it', 'en'] as const)
          assert.doesNotMatch(sentence(each, sentences, language), /\{\w+\}|undefined|^[a-z-]+$/, name);
    }
  }
});

test('what a fix does has a sentence', () => {
  const fixes = forms.flatMap(([, { definition }]) => foundIn(definition).flatMap(({ fix }) => fix?.code ?? [])); // prettier-ignore
  assert.ok(new Set(fixes).size > 10);
  assert.deepEqual([...new Set(fixes)].filter((code) => !publishingWords[code]), []); // prettier-ignore
});

/** What other linters of forms let through: each has its broken form. */
const missedElsewhere: { readonly [what: string]: string } = {
  'two questions shown only if the other is answered': 'mutual-visibility',
  'required by a condition that always holds': 'tautology-required',
  'every choice, as alternatives': 'every-choice-as-alternatives',
  'required where it is not shown': 'require-against-show',
  'shown against its section': 'child-against-section',
  'less and more than the same': 'less-and-more',
  'worked out and never used': 'unused-value',
  'a pattern that may take for ever': 'slow-pattern',
  'a missing translation': 'missing-translation',
  'a blank label': 'blank-label',
  'a skip that goes back': 'page-skips-back',
  'a condition on a later question': 'reads-later',
  'a script in a text': 'markup-in-note',
  'a division by zero': 'divides-by-zero',
  'bands that overlap': 'bands-overlap',
};

test('what other linters miss is among them', () => {
  const names = new Set(forms.map(([name]) => name));
  assert.equal(Object.keys(missedElsewhere).length, 15);
  assert.deepEqual(Object.values(missedElsewhere).filter((name) => !names.has(name)), []); // prettier-ignore
});

const national = readdirSync('schemas/national', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^[^/]+\/definitions\/[^/]+\.json$/.test(file),
);

test('there are national definitions', () => assert.ok(national.length >= 3));
for (const file of national)
  test(`national: ${file} has no error`, () => {
    const definition = JSON.parse(readFileSync(`schemas/national/${file}`, 'utf8')) as Definition;
    assert.deepEqual(lines(examine(definition, engine).findings.filter((each) => each.level === 'error')), []); // prettier-ignore
  });
