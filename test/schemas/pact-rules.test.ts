// SPDX-License-Identifier: AGPL-3.0-or-later
// What a pact must have before it is signed, and whom a commitment may bind (RT12, RT13): the shipped definition, not code.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from '../../schemas/types.ts';
import { fill, walkThrough } from '../fixtures/national.ts';

const six = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];

/** What is wrong with the pact of a family, some answers of it changed: place and code. */
function wrong(id: string, changes: Answers, level = 'error'): readonly string[] {
  const steps = walkThrough(id);
  const at = steps.findIndex(({ definition }) => definition === 'pais');
  const { given, day } = steps[at]!;
  const { problems } = fill('pais', { ...given, ...changes }, day, steps[at - 1]!.case);
  return problems.filter((one) => one.level === level).map((one) => `${one.at} ${one.code}`);
}
const meetings = (...days: readonly string[]) => days.map((data, n) => ({ id: `verifica90${n}`, data }));

test('without an objective, a result, a commitment or a support nothing can be signed; a reason stands for the last two', () => {
  const none = { obiettivi: [], risultati: [], impegni: [], sostegni: [] };
  assert.deepEqual(wrong('c1', none), [
    '/obiettivi too-few-rows',
    '/risultati too-few-rows',
    '/senza_impegni required',
    '/senza_sostegni required',
  ]);
  const reasons = { senza_impegni: 'Li scriviamo a maggio.', senza_sostegni: 'Non servono.' };
  assert.deepEqual(wrong('c1', { impegni: [], sostegni: [], ...reasons }), []);
  assert.deepEqual(wrong('c1', { verifiche: [] }), ['/verifiche too-few-rows']);
});

test('reviews more than 90 days apart, or too late after the beginning, are warned of and prevent nothing', () => {
  for (const id of six) assert.deepEqual(wrong(id, {}, 'warning'), [], id);
  const late = { verifiche: meetings('2026-05-12', '2026-08-11') };
  assert.deepEqual([wrong('c1', late, 'warning'), wrong('c1', late)], [['/verifiche check'], []]);
  // From 25/02/2026: 26/05 is the ninetieth day.
  assert.deepEqual(wrong('c1', { verifiche: meetings('2026-05-26') }, 'warning'), []);
  assert.deepEqual(wrong('c1', { verifiche: meetings('2026-05-27') }, 'warning'), ['/verifiche check']);
});

test('a commitment is conditional only for who is bound, but for the duty of schooling; never without a benefit', () => {
  const asked = (id: string) => {
    const step = walkThrough(id).find(({ definition }) => definition === 'pais')!;
    return (step.settled.answers['impegni'] as readonly Answers[])
      .filter(({ condizionato }) => condizionato !== undefined)
      .map(({ tipo, tenuto }) => `${String(tipo)} ${String(tenuto)}`);
  };
  assert.deepEqual(asked('c6'), ['I08 nadirC6nucl', 'I08 amalC6nucle'], 'nobody is bound there');
  assert.deepEqual([asked('c2'), asked('c3')], [[], []], 'nothing depends on these pacts');
  assert.equal(asked('c1').length, 6);
});
