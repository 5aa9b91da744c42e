// SPDX-License-Identifier: AGPL-3.0-or-later
// The promise: shape finds no problem exactly when the closed schema accepts, and both name the same missing and forbidden answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerSchema, type Faults } from '../../../runtime/engine/answer-schema.ts';
import { shape } from '../../../runtime/engine/check.ts';
import { lint } from '../../../runtime/engine/lint.ts';
import { star } from '../../../runtime/engine/pointer.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import type { Definition } from '../../../schemas/types.ts';
import { compile, type Named, named, namedBy } from './ajv.ts';
import { engine, times } from './engine.ts';
import { changed, fitting, randomDefinition, seeded } from './random.ts';

const full = process.env['PATTO_PROOF'] === 'full';
const pairs = times(1_500, 100_000);
const each = full ? 40 : 12;

interface Tally {
  pairs: number;
  valid: number;
  changed: number;
  definitions: number;
}

/** A sound definition from a seed. */
function sound(seed: number): Definition | undefined {
  const definition = randomDefinition(seeded(seed));
  return lint(definition, engine).some((finding) => finding.level === 'error') ? undefined : definition;
}

/** Compares both over the values of one definition; the first disagreement in words, else undefined. */
function disagreement(
  definition: Definition,
  seed: number,
  tally: Tally,
  faults?: Faults,
): string | undefined {
  const draw = seeded(seed ^ 0x5bd1e995);
  const outline = walk(definition, engine);
  const { schema } = answerSchema(outline, undefined, faults);
  const accepts = compile(schema);
  tally.definitions++;
  const values: unknown[] = [];
  for (let place = 0; place < each; place++) {
    const answers = fitting(outline, draw);
    if (place % 2 === 0) values.push(answers);
    else {
      values.push(changed(answers, outline, draw));
      tally.changed++;
    }
  }
  const arbitrary = fc.sample(fc.jsonValue(), { seed, numRuns: 1 });
  for (const value of [...values, ...arbitrary]) {
    const found = shape(outline, value);
    const accepted = accepts(value);
    tally.pairs++;
    if (accepted) tally.valid++;
    // Parts of one answer, as the place of a signature, are no questions: the type names them in its own way.
    const question = (at: string): boolean => outline.byPointer.has(star(at));
    const questions = ({ missing, forbidden }: Named): Named => ({
      missing: missing.filter(question),
      forbidden: forbidden.filter(question),
    });
    const one = questions(namedBy(found));
    const other = questions(named(accepts.errors ?? []));
    if (accepted !== (found.length === 0) || JSON.stringify(one) !== JSON.stringify(other)) {
      return JSON.stringify(
        { seed, value, found, errors: accepts.errors, definition, schema },
        null,
        1,
      ).slice(0, 20_000);
    }
  }
  return undefined;
}

/** Runs definitions from a first seed until enough pairs were compared or a disagreement is found. */
function search(first: number, wanted: number, faults?: Faults): { tally: Tally; found: string | undefined } {
  const tally: Tally = { pairs: 0, valid: 0, changed: 0, definitions: 0 };
  for (let seed = first; tally.pairs < wanted; seed++) {
    const definition = sound(seed);
    const found = definition && disagreement(definition, seed, tally, faults);
    if (found) return { tally, found };
  }
  return { tally, found: undefined };
}

test(`the promise holds over ${pairs} pairs`, (context) => {
  const { tally, found } = search(1, pairs);
  assert.equal(found, undefined);
  context.diagnostic(`proof ${JSON.stringify(tally)}`);
  assert.ok(tally.valid / tally.pairs >= 0.4, `only ${tally.valid} of ${tally.pairs} are valid`);
  assert.ok(
    tally.changed / tally.pairs >= 0.4,
    `only ${tally.changed} of ${tally.pairs} are changed in one place`,
  );
});

const seededFaults: { readonly [about: string]: Faults } = {
  'no required in a test': { required: false },
  'no else': { otherwise: false },
  'wrong level': { level: false },
  'contains without minItems': { contains: false },
};
for (const [about, faults] of Object.entries(seededFaults)) {
  test(`the property test finds a seeded fault: ${about}`, (context) => {
    const { tally, found } = search(1, 1_500, faults);
    assert.ok(found, 'the fault was not found');
    context.diagnostic(`after ${tally.pairs} pairs`);
  });
}

test('definitions are varied', () => {
  const definitions = Array.from({ length: 200 }, (_, seed) => sound(seed)).filter(
    (each) => each !== undefined,
  );
  const outlines = definitions.map((definition) => walk(definition, engine));
  const deepest = Math.max(
    ...outlines.flatMap((outline) => outline.fields.map((field) => field.level.split('/*').length)),
  );
  assert.ok(definitions.length > 120, `${definitions.length} of 200 are sound`);
  assert.ok(deepest >= 3);
  const text = JSON.stringify(definitions);
  for (const part of [
    '"all"',
    '"any"',
    '"not"',
    '"named"',
    '"contains"',
    '"../',
    '"./',
    'x-check',
    'x-require',
    '"keep"',
    'x-not-asked',
    'x-visible-to',
    '"page"',
  ]) {
    assert.ok(text.includes(part), part);
  }
});
