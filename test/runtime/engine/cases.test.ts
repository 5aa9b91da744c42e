// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { answerSchema } from '../../../runtime/engine/answer-schema.ts';
import { lint } from '../../../runtime/engine/lint.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import { compile, named } from './ajv.ts';
import { accepted, contextOf, definitionOf, type Group, hold, refusals } from './cases.ts';
import { engine } from './engine.ts';

const folder = 'test/runtime/engine/cases';
let count = 0;
for (const file of readdirSync(folder).sort()) {
  for (const group of JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Group[]) {
    const definition = definitionOf(group);
    test(`${file}: ${group.group}: nothing is wrong with the definition`, () => {
      assert.deepEqual(
        lint(definition, engine).filter((finding) => finding.level === 'error'),
        [],
      );
    });
    for (const each of group.cases) {
      count++;
      test(`${file}: ${group.group}: ${each.about}`, () => {
        const outline = walk(definition, engine);
        const settled = hold(outline, each, contextOf(group, each), assert);
        const accepts = compile(answerSchema(outline).schema);
        if (each.shape) {
          assert.equal(accepts(each.answers), each.shape.length === 0, JSON.stringify(accepts.errors));
          assert.deepEqual(named(accepts.errors ?? []), refusals(each.shape));
        }
        const wanted = accepted(each);
        if (wanted !== undefined)
          assert.equal(accepts(settled.answers), wanted, JSON.stringify(accepts.errors));
      });
    }
  }
}

test('there are at least 400 cases, most of them with rows', () => {
  assert.ok(count >= 400, `${count} cases`);
});
