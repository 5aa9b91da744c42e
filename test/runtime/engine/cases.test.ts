// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { answerSchema } from '../../../runtime/engine/answer-schema.ts';
import { lint } from '../../../runtime/engine/lint.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import { compile } from './ajv.ts';
import { type Case, definitionOf, hold } from './cases.ts';
import { context, engine } from './engine.ts';

const folder = 'test/runtime/engine/cases';
for (const file of readdirSync(folder).sort()) {
  for (const each of JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Case[]) {
    test(`${file}: ${each.about}`, () => {
      const definition = definitionOf(each);
      assert.deepEqual(
        lint(definition, engine).filter((finding) => finding.level === 'error'),
        [],
      );
      hold(each, engine, context);
      const outline = walk(definition, engine);
      const accepts = compile(answerSchema(outline).schema);
      if (each.shape)
        assert.equal(accepts(each.answers), each.shape.length === 0, JSON.stringify(accepts.errors));
      if (each.problems?.length === 0)
        assert.ok(
          accepts(settle(outline, each.answers, { ...context, ...each.context }).answers),
          JSON.stringify(accepts.errors),
        );
    });
  }
}
