// SPDX-License-Identifier: AGPL-3.0-or-later
// Every operator has words and samples; its samples hold, and Ajv agrees with them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { satisfies } from '../../../runtime/engine/condition.ts';
import { operatorsAbout } from '../../../runtime/operators/about.ts';
import { operators } from '../../../runtime/operators/index.ts';
import { compile } from '../engine/ajv.ts';
import { engine } from '../engine/engine.ts';

test('every operator has words and samples, and nothing else has', () => {
  assert.deepEqual(Object.keys(operatorsAbout).sort(), operators.map((each) => each.keyword).sort());
  for (const { words, denied } of Object.values(operatorsAbout)) {
    for (const text of [words.it, words.en, denied.it, denied.en]) assert.ok(text.length > 2);
  }
});

for (const { keyword } of operators) {
  test(`samples of ${keyword}`, () => {
    const { samples } = operatorsAbout[keyword]!;
    for (const [verdict, list] of [
      [true, samples.yes],
      [false, samples.no],
    ] as const) {
      assert.ok(list.length > 0);
      for (const [value, operand] of list) {
        const about = `${keyword} ${JSON.stringify(operand)} on ${JSON.stringify(value)}`;
        assert.equal(satisfies(value, { [keyword]: operand }, engine.operators), verdict, about);
        if (keyword !== 'answered' && operand !== 'toString')
          assert.equal(compile({ [keyword]: operand })(value), verdict, `Ajv: ${about}`);
      }
    }
  });
}
