// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { Outcome, Store } from '../../../server/storage/contract.ts';
import { StoreFailure } from '../../../server/storage/failure.ts';
import { scope } from './folders.ts';

/** What a caller may believe: the content of each record (undefined: none), from the answers alone. */
export interface Belief {
  readonly records: Map<string, string | undefined>;
  readonly bytes: Map<string, string>;
  counted: number;
  audited: number;
  refused: string[];
}

export const space = { bytes: 0, share: 0, atMost: 0 };
export const ID = ['a', 'b', 'c', 'd'] as const;

export const noBelief = (): Belief => ({
  records: new Map(),
  bytes: new Map(),
  counted: 0,
  audited: 0,
  refused: [],
});

/** Twenty acts, each believed only when it was acknowledged; `between` is called before each. */
export async function script(
  store: Store,
  belief: Belief,
  between: () => void = () => undefined,
): Promise<void> {
  const rev = new Map<string, number>();
  const attempt = async (act: () => Promise<Outcome<unknown>>, believed: () => void): Promise<void> => {
    between();
    try {
      const done = await act();
      if (done.ok) believed();
      else belief.refused.push(done.problem.code);
    } catch (error) {
      if (!(error instanceof StoreFailure) && (error as { code?: string }).code === undefined) throw error;
      belief.refused.push(error instanceof StoreFailure ? error.problem.code : 'thrown');
    }
  };
  const put = (id: string, text: string): void => {
    belief.records.set(id, text);
    rev.set(id, (rev.get(id) ?? 0) + 1);
  };
  const create = (id: string, text: string) =>
    attempt(
      () => store.create(scope, 'settings', id, { name: text }, `key ${id}`),
      () => put(id, text),
    );
  const replace = (id: string, text: string) =>
    attempt(
      () => store.replace(scope, 'settings', id, { name: text }, rev.get(id) ?? 1),
      () => put(id, text),
    );
  const both = (text: string) =>
    attempt(
      () =>
        store.commit(
          scope,
          ['a', 'b'].map((id) => ({
            do: rev.has(id) ? ('replace' as const) : ('create' as const),
            collection: 'settings',
            id,
            value: { name: text },
            ...(rev.has(id) ? { rev: rev.get(id)! } : {}),
          })),
        ),
      () => ['a', 'b'].forEach((id) => put(id, text)),
    );
  const count = () =>
    attempt(
      async () => ({
        ok: true as const,
        value: (belief.counted = Math.max(belief.counted, await store.count(scope, 'n'))),
      }),
      () => undefined,
    );
  const audit = () =>
    attempt(
      async () => ({
        ok: true as const,
        value: (await store.audit(scope, { action: 'write', object: 'x' })).seq,
      }),
      () => (belief.audited += 1),
    );
  const bytes = (id: string) =>
    attempt(
      () => store.putBytes(scope, id, Buffer.from(`bytes ${id}`)),
      () => belief.bytes.set(id, `bytes ${id}`),
    );

  for (const id of ID.slice(0, 3)) await create(id, `${id} 1`);
  await audit();
  await replace('a', 'a 2');
  await replace('b', 'b 2');
  await both('both 1');
  await count();
  await bytes('f');
  await audit();
  await attempt(
    () => store.remove(scope, 'settings', 'c', rev.get('c') ?? 1),
    () => belief.records.set('c', undefined),
  );
  await create('d', 'd 1');
  await both('both 2');
  await replace('d', 'd 2');
  await count();
  await audit();
  await bytes('g');
  await replace('a', 'a 3');
  await create('e', 'e 1');
  await audit();
}

export async function agrees(store: Store, belief: Belief, when: string, doubtful = false): Promise<void> {
  for (const id of [...ID, 'e']) {
    const found = await store.get<{ name: string }>(scope, 'settings', id);
    // a disk that is gone for good cannot be told to take a change back: it may stay, but whole
    if (doubtful && found?.value.name !== belief.records.get(id)) continue;
    assert.equal(found?.value.name, belief.records.get(id), `${when}: ${id}`);
  }
  for (const id of ['f', 'g']) {
    const found = await store.getBytes(scope, id);
    if (doubtful && !belief.bytes.has(id)) continue;
    assert.equal(found && Buffer.from(found).toString(), belief.bytes.get(id), `${when}: ${id}`);
  }
  const verdict = await store.verifyAudit(scope.district);
  assert.ok(verdict.ok, `${when}: audit`);
  assert.ok(
    doubtful ? verdict.entries >= belief.audited : verdict.entries === belief.audited,
    `${when}: audit entries`,
  );
}
