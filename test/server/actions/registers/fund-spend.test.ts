// SPDX-License-Identifier: AGPL-3.0-or-later
// What is committed on a fund: the supports of the pacts and the vouchers that name it, from the index alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spendOf } from '../../../../server/actions/registers/fund-spend.ts';
import { rowsIssued } from '../../../../server/actions/registers/issued-rows.ts';
import { tellCase } from '../../../../server/actions/cases/tell-case.ts';
import { readData } from '../../../../server/assemble.ts';
import type { Deps } from '../../../../server/deps.ts';
import type { KeptRow } from '../../../../server/records.ts';
import type { Answers } from '../../../../schemas/types.ts';
import { createMemoryStore } from '../../../../server/storage/memory.ts';
import { caseAfter } from '../../../fixtures/cases.ts';
import { families, familyAnswers } from '../../../fixtures/families.ts';
import { definitions, valprova } from '../../../fixtures/national.ts';

const scope = { district: valprova.id, actor: 'lunardi' };

test('supports of the families’ pacts and vouchers, fund by fund; what was taken back frees the budget again', async () => {
  const store = createMemoryStore();
  for (const { id } of families) await store.create(scope, 'cases', id, caseAfter(id, '2026-04-30'));
  const opened: string[] = [];
  const watched = {
    ...store,
    list: store.list.bind(store),
    get: (...asked: Parameters<typeof store.get>) => {
      opened.push(asked[1]);
      return store.get(...asked);
    },
  };
  const catalogue = await readData({ data: '/nowhere', demo: true });
  const clock = { instant: () => '2026-03-02T09:00:00Z', today: () => '2026-03-02' };
  const deps = { store: watched, catalogue, clock } as unknown as Deps;
  const register = catalogue.registers(valprova.id).get('fondi')!;
  const rows = (valprova.registers?.['fondi'] ?? []).map((row) => ({ rev: 0, row }));
  const spend = () => spendOf(deps, valprova.id, register, rows);

  const wanted = new Map<string, { supports: number; committed: number }>();
  for (const { id } of families) {
    const pact = familyAnswers(id)['pais'] as { sostegni?: { fondo: string; costo?: number }[] } | undefined;
    for (const { fondo, costo = 0 } of pact?.sostegni ?? []) {
      const sum = wanted.get(fondo) ?? { supports: 0, committed: 0 };
      wanted.set(fondo, { supports: sum.supports + 1, committed: sum.committed + costo });
    }
  }
  const before = await spend();
  assert.ok([...wanted.values()].some(({ committed }) => committed > 0));
  for (const [fund, { supports, committed }] of wanted) {
    const found = before.get(fund)!;
    assert.deepEqual([found.supports, found.committed], [supports, committed], fund);
    assert.equal(found.left, found.budget === undefined ? undefined : found.budget - committed, fund);
  }

  const kase = { id: 'c3', rev: 1, value: caseAfter('c3', '2026-04-30'), createdAt: '', changedAt: '' };
  const answers = { ...familyAnswers('c3')['voucher'], fondo: 'comunale' };
  const [write] = rowsIssued(deps, scope, { id: 'v1', kind: 'voucher', number: 'V-1' }, kase, answers);
  assert.ok(write);
  assert.ok((await store.commit(scope, [write])).ok);
  const issued = (await spend()).get('comunale')!;
  assert.deepEqual([issued.vouchers, issued.voucherValue], [1, 6000]);
  assert.equal(issued.left, before.get('comunale')!.left! - 6000);
  const value = write.value as KeptRow;
  const taken = { ...value, row: { ...value.row, stato: 'annullato' } };
  assert.ok((await store.replace(scope, 'rows', write.id, taken, 1)).ok);
  assert.deepEqual((await spend()).get('comunale'), before.get('comunale'));
  // A support that was never given spends nothing.
  const pact = familyAnswers('c1')['pais'] as unknown as { sostegni: { fondo: string; costo?: number }[] };
  const dear = pact.sostegni.findIndex(({ costo }) => (costo ?? 0) > 0);
  const { fondo, costo = 0 } = pact.sostegni[dear]!;
  const sostegni = pact.sostegni.map((one, place) =>
    place === dear ? { ...one, stato: 'non-attivato', motivo: 'Posti esauriti' } : one,
  );
  const told = tellCase(caseAfter('c1', '2026-04-30'), {
    definition: definitions.get('pais')!,
    answers: { ...pact, sostegni } as Answers,
    submission: 'p2',
    from: '2026-04-30',
    text: () => '',
    sensitivity: () => undefined,
  });
  assert.ok((await store.replace(scope, 'cases', 'c1', told, 1)).ok);
  const less = (await spend()).get(fondo)!;
  const full = before.get(fondo)!;
  assert.deepEqual([less.supports, less.committed], [full.supports - 1, full.committed - costo]);
  assert.deepEqual(opened, [], 'no record is opened');
});
