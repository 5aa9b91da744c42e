// SPDX-License-Identifier: AGPL-3.0-or-later
// Who asks who has seen a case reads words, not the names that the audit gives to acts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { rules } from '../../../server/access.ts';
import { acts } from '../../../server/words/acts.ts';

test('whatever is read of a case, and done to one, has words', () => {
  const reads = Object.values(rules).flatMap((rule) =>
    'reads' in rule && 'object' in rule && rule.object === 'case' ? [rule.reads] : [],
  );
  const done = ['cases/assign-case', 'moving/move-case', 'moving/merge-case', 'pact/pact-state'].flatMap(
    (name) =>
      [...readFileSync(`server/actions/${name}.ts`, 'utf8').matchAll(/action: '([a-z.-]+)'/g)].map(
        ([, action]) => action!,
      ),
  );
  assert.ok(reads.length > 3 && done.length > 3);
  assert.deepEqual(
    [...new Set([...reads, ...done])].filter((action) => !Object.hasOwn(acts, action)),
    [],
  );
});
