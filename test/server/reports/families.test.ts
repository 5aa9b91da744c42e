// SPDX-License-Identifier: AGPL-3.0-or-later
// The list for the job centre over the invented families C1 to C6.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Account } from '../../../schemas/types.ts';
import type { Deps } from '../../../server/deps.ts';
import { jobCentreList } from '../../../server/reports/job-centre-list.ts';
import type { Person } from '../../../server/sessions.ts';
import { createMemoryStore } from '../../../server/storage/memory.ts';
import type { Kept } from '../../../server/storage/contract.ts';
import { caseAfter } from '../../fixtures/cases.ts';
import { families } from '../../fixtures/families.ts';
import { lists, measures, valprova } from '../../fixtures/national.ts';

const scope = { district: valprova.id, actor: 'lunardi' };

test('Marta Vellonieri is on it, sent on 25/02/2026; nothing of where somebody sleeps, of health or of a court', async () => {
  const store = createMemoryStore();
  for (const { id } of families) await store.create(scope, 'cases', id, caseAfter(id, '2026-04-30'));
  const deps = {
    store,
    clock: { today: () => '2026-02-25' },
    catalogue: {
      districts: new Map([[valprova.id, valprova]]),
      measures,
      lists: new Map(lists.map(({ id, rows }) => [id, rows])),
      registers: () => new Map(),
    },
  } as unknown as Deps;
  const person: Person = {
    district: valprova.id,
    account: { id: 'lunardi', value: { roles: ['back-office'], comuni: [] } } as unknown as Kept<Account>,
    session: '',
    endsAt: 0,
  };
  const asked = { from: '2026-01-01', to: '2026-04-30', purpose: 'Convocazioni' };
  const made = await jobCentreList.gather(deps, person, asked);
  assert.ok(made.ok);
  const { content } = made.gathered;
  const marta = content.rows.find(({ surname }) => surname === 'Vellonieri');
  assert.deepEqual(
    [marta?.name, marta?.taxCode, marta?.birth, marta?.path, marta?.analysed, marta?.sent, marta?.due],
    ['Marta', 'VLLMRT87L44X001B', '1987-07-04', 'P1', '2026-02-11', '2026-02-25', '2026-04-26'],
  );
  // Only paths of the list, in the order of surnames.
  assert.ok(content.rows.every(({ path }) => ['P1', 'P3'].includes(path)));
  assert.ok(!content.rows.some(({ surname }) => ['Tarvisoli', 'Bendinoro', 'Tazrouti'].includes(surname)));
  const told = JSON.stringify([jobCentreList.outside?.(content), jobCentreList.sheets?.(content)]);
  for (const word of ['Casa Comunale', 'ormitorio', 'SerD', 'CSM', 'Procura', 'diabet', 'ISEE'])
    assert.ok(!told.includes(word), word);
});
