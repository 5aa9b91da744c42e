// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currentGrammar, migrate } from '../../../runtime/engine/migrate.ts';
import { formOf } from './engine.ts';

test('a document of this grammar, of none, or of a newer one comes back as it is', () => {
  const sound = formOf({});
  assert.equal(currentGrammar, sound.$schema);
  for (const document of [
    sound,
    null,
    3,
    { $schema: 'urn:patto:definition:7' },
    { $schema: 'urn:patto:definition:0' },
  ]) {
    assert.equal(migrate(document), document);
  }
});
