// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeSeals } from '../../../../server/actions/documents/complete-seals.ts';
import { digest } from '../../../../server/clock.ts';
import { refuse } from '../../../../server/problems.ts';
import type { Document } from '../../../../schemas/types.ts';
import { createWorld, paperless } from '../../world.ts';

test('a seal without proof of its time is completed when the authority answers, and once', async () => {
  const world = await createWorld({ fill: false });
  try {
    const scope = { district: 'alfa', actor: 'system' };
    const sealed = Buffer.from('%PDF sealed');
    await world.deps.store.putBytes(scope, 'd1.sealed.pdf', sealed);
    const at = '2026-03-02T10:00:00Z';
    const value = {
      kind: 'pact',
      copy: 'family',
      state: 'sealed',
      seal: { at, certificate: 'f'.repeat(64), awaits: 'time-stamp' },
      files: [{ blob: 'd1.sealed.pdf', sha256: digest(sealed), bytes: sealed.length, at, is: 'sealed' }],
    } as unknown as Document;
    const made = await world.deps.store.commit(scope, [
      { do: 'create', collection: 'documents', id: 'd1', value },
    ]);
    assert.ok(made.ok, JSON.stringify(made));
    const down = { ...paperless, prove: async () => refuse('stamp-unreachable') };
    assert.deepEqual(await completeSeals({ ...world.deps, papers: down }), { done: 0, waiting: 1 });
    const before = await world.deps.store.get<Document>(scope, 'documents', 'd1');
    assert.equal(before?.value.seal?.awaits, 'time-stamp');
    assert.equal(before?.value.files.length, 1);

    assert.deepEqual(await completeSeals(world.deps), { done: 1, waiting: 0 });
    const after = (await world.deps.store.get<Document>(scope, 'documents', 'd1'))?.value;
    assert.deepEqual(after?.seal, { at, certificate: 'f'.repeat(64) });
    const file = await world.deps.store.getBytes(scope, after?.files.at(-1)?.blob ?? '');
    assert.equal(Buffer.from(file ?? []).toString(), '%PDF sealed stamped');
    assert.deepEqual(await completeSeals(world.deps), { done: 0, waiting: 0 });
  } finally {
    await world.close();
  }
});
