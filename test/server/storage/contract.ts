// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { AuditQuery, Store } from '../../../server/storage/contract.ts';
import { StoreFailure } from '../../../server/storage/failure.ts';
import { scope } from './folders.ts';

interface Subject {
  store: Store;
  /** closes and opens again, where something is kept */
  again?(): Promise<Store>;
}

const other = { district: 'altrove', actor: 'prova' };

/** What every engine must do, whatever it keeps its records in. */
export function contractSuite(engine: string, open: (context: TestContext) => Promise<Subject>): void {
  const check = (title: string, run: (subject: Subject) => Promise<void>): void => {
    test(`${engine}: ${title}`, async (context) => {
      const subject = await open(context);
      try {
        await run(subject);
      } finally {
        await subject.store.close();
      }
    });
  };
  const codeOf = (outcome: { ok: boolean; problem?: { code: string } }): string =>
    outcome.ok ? 'ok' : (outcome.problem?.code ?? '?');

  check('a record is created once, replaced by its revision, removed by its revision', async ({ store }) => {
    const made = await store.create(scope, 'settings', 'a', { name: 'uno', list: [1, { two: null }] });
    assert.equal(made.ok && made.value.rev, 1);
    assert.equal(codeOf(await store.create(scope, 'settings', 'a', { name: 'due' })), 'exists');
    const stale = await store.replace(scope, 'settings', 'a', { name: 'due' }, 7);
    assert.deepEqual(stale.ok ? {} : stale.problem.params, { rev: 1 });
    assert.equal(codeOf(stale), 'conflict');
    const done = await store.replace(scope, 'settings', 'a', { name: 'due' }, 1);
    assert.equal(done.ok && done.value.rev, 2);
    const kept = await store.get<{ name: string }>(scope, 'settings', 'a');
    assert.deepEqual([kept?.value, kept?.rev], [{ name: 'due' }, 2]);
    assert.equal(kept?.createdAt, made.ok && made.value.createdAt);
    assert.equal(codeOf(await store.remove(scope, 'settings', 'a', 1)), 'conflict');
    assert.equal(codeOf(await store.remove(scope, 'settings', 'a', 2)), 'ok');
    assert.equal(codeOf(await store.replace(scope, 'settings', 'a', {}, 2)), 'not-found');
    assert.equal(codeOf(await store.remove(scope, 'settings', 'a', 2)), 'not-found');
    assert.equal(await store.get(scope, 'settings', 'a'), undefined);
  });

  check('no call crosses a district', async ({ store }) => {
    await store.create(scope, 'settings', 'a', { name: 'uno' }, 'key');
    await store.putBytes(scope, 'b', Buffer.from('x'));
    await store.audit(scope, { action: 'read', object: 'settings/a' });
    await store.count(scope, 'pratiche/2026');
    assert.equal(await store.get(other, 'settings', 'a'), undefined);
    assert.equal((await store.list(other, 'settings')).total, 0);
    assert.equal(codeOf(await store.replace(other, 'settings', 'a', {}, 1)), 'not-found');
    assert.equal(codeOf(await store.create(other, 'settings', 'a', { name: 'suo' }, 'key')), 'ok');
    assert.equal(await store.getBytes(other, 'b'), undefined);
    assert.deepEqual(await store.auditEntries(other), []);
    assert.equal(await store.count(other, 'pratiche/2026'), 1);
    assert.deepEqual(await store.districts(), ['altrove', 'valprova']);
    await assert.rejects(store.get({ district: '../valprova', actor: 'x' }, 'settings', 'a'), StoreFailure);
  });

  check('what is handed out and handed in are copies', async ({ store }) => {
    const value = { name: 'uno' };
    const made = await store.create(scope, 'settings', 'a', value);
    value.name = 'altro';
    if (made.ok) made.value.value.name = 'altro';
    assert.deepEqual((await store.get(scope, 'settings', 'a'))?.value, { name: 'uno' });
  });

  check('of 20 replacements with one revision one wins, the others learn the revision', async ({ store }) => {
    await store.create(scope, 'settings', 'a', { name: '0' });
    for (const rev of [1, 2, 3]) {
      const done = await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          store.replace(scope, 'settings', 'a', { name: `${rev}.${at}` }, rev),
        ),
      );
      const winners = done.filter((one) => one.ok);
      assert.equal(winners.length, 1);
      for (const one of done)
        if (!one.ok) assert.deepEqual([one.problem.code, one.problem.params], ['conflict', { rev: rev + 1 }]);
      assert.deepEqual(
        (await store.get(scope, 'settings', 'a'))?.value,
        winners[0]?.ok && winners[0].value.value,
      );
    }
  });

  check(
    '20 creations with one key make one record, and a number counted in it is counted once',
    async ({ store }) => {
      const done = await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          store.create(
            scope,
            'settings',
            `id-${at}`,
            async () => ({ name: `n. ${await store.count(scope, 'ricevute/2026')}` }),
            { key: 'chiave', of: 'corpo' },
          ),
        ),
      );
      const ids = done.map((one) => (one.ok ? one.value.id : one.problem.code));
      assert.equal(new Set(ids).size, 1);
      assert.equal(done.filter((one) => one.ok && one.again).length, 19);
      assert.equal((await store.list(scope, 'settings')).total, 1);
      assert.equal(await store.count(scope, 'ricevute/2026'), 2);
      assert.equal(
        codeOf(await store.create(scope, 'settings', 'z', {}, { key: 'chiave', of: 'altro' })),
        'key-reused',
      );
    },
  );

  check('a key is remembered after a restart and after a change of its record', async (subject) => {
    const { store } = subject;
    await store.create(scope, 'settings', 'a', { name: 'uno' }, 'chiave');
    await store.replace(scope, 'settings', 'a', { name: 'due' }, 1);
    const open = subject.again ? await subject.again() : store;
    const again = await open.create(scope, 'settings', 'b', { name: 'uno' }, 'chiave');
    assert.equal(again.ok && again.again && again.value.id, 'a');
    assert.equal(codeOf(await open.create(scope, 'settings', 'b', { name: 'tre' }, 'chiave')), 'key-reused');
  });

  check('lists: by fields, by text, in pages, newest change last or first', async (subject) => {
    const { store } = subject;
    for (let at = 0; at < 12; at += 1) {
      await store.create(scope, 'registers', `r${at}`, {
        name: at % 2 === 0 ? 'pari' : 'dispari',
        title: `Perché ${at}`,
      });
    }
    await store.replace(scope, 'registers', 'r0', { name: 'pari', title: 'PERCHÉ cambiato' }, 1);
    const open = subject.again ? await subject.again() : store;
    const ids = async (query: Parameters<Store['list']>[2]): Promise<string[]> =>
      (await open.list(scope, 'registers', query)).items.map(({ id }) => id);
    assert.deepEqual(await ids({ where: { name: 'pari' } }), ['r2', 'r4', 'r6', 'r8', 'r10', 'r0']);
    assert.deepEqual(await ids({ where: { name: 'pari' }, newestFirst: true, limit: 2 }), ['r0', 'r10']);
    assert.deepEqual(await ids({ contains: { title: 'perche CAMB' } }), ['r0']);
    assert.equal((await open.list(scope, 'registers', { where: { name: ['pari', 'dispari'] } })).total, 12);
    for (const newestFirst of [false, true]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await open.list(scope, 'registers', {
          limit: 5,
          newestFirst,
          ...(cursor ? { cursor } : {}),
        });
        assert.equal(page.total, 12);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== undefined);
      assert.equal(new Set(seen).size, 12);
      assert.equal(seen.at(newestFirst ? 0 : -1), 'r0');
    }
    const named: string[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page = await open.list(scope, 'registers', {
        by: 'title',
        limit: 5,
        ...(cursor ? { cursor } : {}),
      });
      assert.equal(page.total, 12);
      named.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    const order = ['r1', 'r10', 'r11', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r9', 'r0'];
    assert.deepEqual(named, order);
    assert.deepEqual((await open.list(scope, 'registers', { limit: 1 })).items[0]?.fields, {
      name: 'dispari',
      title: 'Perché 1',
    });
  });

  check('a commit is all or nothing, and names the write that does not fit', async ({ store }) => {
    await store.create(scope, 'settings', 'a', { name: 'uno' });
    const refused = await store.commit(scope, [
      { do: 'create', collection: 'settings', id: 'b', value: { name: 'b' } },
      { do: 'replace', collection: 'settings', id: 'a', value: { name: 'due' }, rev: 9 },
    ]);
    assert.deepEqual(refused.ok ? [] : [refused.problem.code, refused.problem.at], ['conflict', '/1']);
    assert.equal(await store.get(scope, 'settings', 'b'), undefined);
    const done = await store.commit(scope, [
      { do: 'create', collection: 'settings', id: 'b', value: { name: 'b' } },
      { do: 'replace', collection: 'settings', id: 'a', value: { name: 'due' }, rev: 1 },
    ]);
    assert.equal(codeOf(done), 'ok');
    assert.equal(
      codeOf(await store.commit(scope, [{ do: 'remove', collection: 'settings', id: 'b', rev: 1 }])),
      'ok',
    );
    assert.deepEqual(
      (await store.list(scope, 'settings')).items.map(({ id, rev }) => [id, rev]),
      [['a', 2]],
    );
  });

  check('opposite commits on the same records do not wait for each other for ever', async ({ store }) => {
    await store.create(scope, 'settings', 'a', { name: 'a' });
    await store.create(scope, 'settings', 'b', { name: 'b' });
    const write = (id: string) => ({
      do: 'replace' as const,
      collection: 'settings',
      id,
      value: { name: id },
      rev: 1,
    });
    const done = await Promise.all([
      store.commit(scope, [write('a'), write('b')]),
      store.commit(scope, [write('b'), write('a')]),
    ]);
    assert.deepEqual(done.map(codeOf).sort(), ['conflict', 'ok']);
  });

  check('counters give 1, 2, 3… once each, also after a restart', async (subject) => {
    const numbers = await Promise.all(
      Array.from({ length: 30 }, () => subject.store.count(scope, 'pratiche/2026')),
    );
    assert.deepEqual(
      numbers.toSorted((a, b) => a - b),
      Array.from({ length: 30 }, (_, at) => at + 1),
    );
    const open = subject.again ? await subject.again() : subject.store;
    assert.equal(await open.count(scope, 'pratiche/2026'), 31);
    assert.equal(await open.count(scope, 'pratiche/2027'), 1);
  });

  check(
    'names that could leave the folder, and contents that are too large, are refused',
    async ({ store }) => {
      for (const id of [
        '',
        '.',
        '..',
        '../x',
        'a/b',
        'a\\b',
        'a\u0000b',
        '.tmp-x',
        'x'.repeat(121),
        'è',
        'a b',
      ]) {
        assert.equal(codeOf(await store.create(scope, 'settings', id, {})), 'bad-id', id);
        assert.equal(codeOf(await store.putBytes(scope, id, Buffer.from('x'))), 'bad-id', id);
        assert.equal(await store.get(scope, 'settings', id), undefined);
        assert.equal(await store.getBytes(scope, id), undefined);
      }
      await assert.rejects(store.count(scope, '../x'), StoreFailure);
      assert.equal(
        codeOf(await store.create(scope, 'settings', 'a', { name: 'x'.repeat(256 * 1024) })),
        'too-large',
      );
      assert.equal(
        codeOf(await store.create(scope, 'settings', 'a', { name: 'è'.repeat(130 * 1024) })),
        'too-large',
      );
      assert.equal(
        codeOf(await store.create(scope, 'settings', 'constructor', { name: 'x'.repeat(250 * 1024) })),
        'ok',
      );
      // A version holds a definition of the largest size and the schema made from it.
      assert.equal(
        codeOf(await store.create(scope, 'versions', 'grande@1', { title: 'x'.repeat(1024 * 1024) })),
        'ok',
      );
      assert.equal(
        codeOf(await store.putBytes(scope, 'big', Buffer.alloc(50 * 1024 * 1024 + 1))),
        'too-large',
      );
    },
  );

  check('bytes come back as they were and never change under their name', async (subject) => {
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, at) => at % 256));
    assert.equal(codeOf(await subject.store.putBytes(scope, 'f', bytes)), 'ok');
    assert.equal(codeOf(await subject.store.putBytes(scope, 'f', bytes)), 'ok');
    assert.equal(codeOf(await subject.store.putBytes(scope, 'f', Buffer.from('altro'))), 'exists');
    const open = subject.again ? await subject.again() : subject.store;
    assert.deepEqual(Buffer.from((await open.getBytes(scope, 'f')) ?? []), bytes);
    assert.equal(await open.getBytes(scope, 'g'), undefined);
    assert.equal(codeOf(await open.removeBytes(scope, 'f')), 'ok');
    assert.equal(codeOf(await open.removeBytes(scope, 'f')), 'ok');
    assert.equal(codeOf(await open.removeBytes(scope, '../f')), 'bad-id');
    const last = subject.again ? await subject.again() : open;
    assert.equal(await last.getBytes(scope, 'f'), undefined);
    assert.equal(codeOf(await last.putBytes(scope, 'f', Buffer.from('altro'))), 'ok');
  });

  check('the audit is one chain, whoever writes at the same time', async (subject) => {
    const { store } = subject;
    await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        store.audit(scope, {
          action: 'read',
          object: `cases/${at % 2}`,
          ...(at === 3 ? { reason: 'perché "sì" } \n' } : {}),
        }),
      ),
    );
    const open = subject.again ? await subject.again() : store;
    const next = await open.audit(
      { ...scope, actor: 'altra' },
      { action: 'write', object: 'cases/1', rev: 2 },
    );
    assert.equal(next.seq, 41);
    const verdict = await open.verifyAudit('valprova');
    assert.deepEqual([verdict.ok, verdict.entries, verdict.head], [true, 41, next.chain]);
    assert.deepEqual(
      (await open.auditEntries(scope, { object: 'cases/1', from: 40 })).map(({ seq, actor }) => [seq, actor]),
      [
        [40, 'prova'],
        [41, 'altra'],
      ],
    );
    assert.equal((await open.auditEntries(scope, { limit: 3 })).length, 3);
    assert.deepEqual(
      (await open.auditEntries(scope, { object: 'cases/1', withReason: true })).map(({ seq, reason }) => [
        seq,
        reason,
      ]),
      [[4, 'perché "sì" } \n']],
    );
    assert.equal((await open.verifyAudit('altrove')).ok, true);
  });

  check('the audit about some objects, while it grows', async (subject) => {
    const { store } = subject;
    const read = (from: Store, object: string | readonly string[], more: AuditQuery = {}) =>
      from
        .auditEntries(scope, { object, limit: Number.POSITIVE_INFINITY, ...more })
        .then((all) => all.map(({ seq }) => seq));
    const write = (object: string, reason?: string) =>
      store.audit(scope, { action: 'read', object, ...(reason === undefined ? {} : { reason }) });
    for (const at of [1, 2, 3, 4, 5, 6]) await write(`uno${at % 3}`, at === 4 ? 'perché è così' : undefined);
    assert.deepEqual(await read(store, 'uno1'), [1, 4]);
    // What is written while somebody reads is told to the next, once.
    const [, , early] = await Promise.all([
      write('uno1'),
      write('altro', 'no'),
      read(store, ['uno1', 'uno2', 'nessuno', 'uno1']),
      write('uno2'),
    ]);
    assert.deepEqual(early.slice(0, 4), [1, 2, 4, 5]);
    const open = subject.again ? await subject.again() : store;
    assert.deepEqual(await read(open, 'uno1'), [1, 4, 7]);
    assert.deepEqual(await read(open, ['uno2', 'uno1'], { withReason: true }), [4]);
    assert.deepEqual(await read(open, ['uno1', 'uno2'], { limit: 2, from: 4 }), [4, 5]);
    assert.deepEqual(await read(open, []), []);
    assert.equal((await open.audit(scope, { action: 'read', object: 'uno0' })).seq, 10);
    assert.deepEqual(await read(open, 'uno0'), [3, 6, 10]);
  });

  check('an export holds every record, then the audit', async ({ store }) => {
    await store.create(scope, 'settings', 'a', { name: 'uno' });
    await store.audit(scope, { action: 'write', object: 'settings/a', rev: 1 });
    await store.create(other, 'settings', 'x', { name: 'non mio' });
    const lines: Record<string, unknown>[] = [];
    for await (const line of store.export(scope)) lines.push(JSON.parse(line) as Record<string, unknown>);
    assert.deepEqual(
      lines.map((line) => line['id'] ?? Object.keys(line)[0]),
      ['a', 'audit'],
    );
  });

  check('after closing nothing is written any more', async ({ store }) => {
    assert.deepEqual(await store.health(), { ok: true, writable: true, records: 0 });
    await store.close();
    await assert.rejects(store.create(scope, 'settings', 'a', {}), StoreFailure);
    await assert.rejects(store.audit(scope, { action: 'read', object: 'x' }), StoreFailure);
    assert.equal((await store.health()).ok, false);
  });
}
