// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { District } from '../../../../schemas/types.ts';
import { districtData, saveDistrict } from '../../../../server/actions/definitions/save-district.ts';
import { loadDataCheck } from '../../../../server/data-check.ts';
import { loadDistricts } from '../../../../server/own-district.ts';
import { createWorld } from '../../world.ts';

test('a district is changed property by property, judged as a whole, read so at once and after a restart', async () => {
  const world = await createWorld();
  try {
    const check = await loadDataCheck('schemas');
    const deps = { ...world.deps, catalogue: { ...world.deps.catalogue, check } };
    const scope = { district: 'alfa', actor: 'moduli' };
    const now = (): District => deps.catalogue.districts.get('alfa')!;
    const came = now();
    const save = async (rev: number, changes: object) => {
      const done = await saveDistrict(deps, scope, rev, changes as { [property: string]: unknown });
      return done.ok ? done.rev : [done.problem.code, done.problem.at];
    };
    assert.equal(await save(0, { name: 'Ambito nuovo' }), 1);
    assert.equal(now().name, 'Ambito nuovo');
    assert.deepEqual(await save(0, { name: 'Altro' }), ['conflict', '']);
    assert.deepEqual(await save(1, { nome: 'Altro' }), ['district-shape', '']);
    assert.deepEqual(await save(1, { lead: 'altrove' }), ['unknown-comune', '/lead']);
    assert.deepEqual(await save(1, { measures: ['nessuna'] }), ['unknown-measure', '/measures/0']);
    assert.deepEqual(await save(1, { numbering: { pratica: '{ANNO}' } }), [
      'district-mask',
      '/numbering/pratica',
    ]);
    const hours = [{ day: 'mon', from: '12:30', to: '09:00' }];
    const office = { id: 'uno', name: 'Uno', comune: came.comuni[0]!.id, address: 'Via', hours };
    assert.deepEqual(await save(1, { offices: [office] }), ['district-hours', '/offices/0/hours']);
    // counters begin again each year
    assert.deepEqual(await save(1, { numbering: { pratica: 'P{PROGR:5}' } }), [
      'district-mask',
      '/numbering/pratica',
    ]);
    const [first] = came.phases;
    assert.deepEqual(await save(1, { phases: [first, first] }), ['district-twice', '/phases/1']);
    assert.deepEqual(await save(1, { phases: [{ ...first, definitions: ['mai-scritta'] }] }), [
      'folder-no-form',
      '/phases/0',
    ]);
    assert.deepEqual(await save(1, { holidays: ['2026-06-02', '2026-02-30'] }), ['not-a-day', '/holidays/1']);
    const documents = [{ kind: 'nothing', definition: 'x' }];
    assert.deepEqual(await save(1, { phases: [{ ...first, documents }] }), [
      'district-kind',
      '/phases/0/documents/0/kind',
    ]);
    const exit = [{ must: { '/a': { nothing: 1 } }, says: 'Prova' }];
    assert.deepEqual(await save(1, { phases: [{ ...first, exit }] }), ['district-rule', '/phases/0/exit/0']);
    assert.deepEqual(await save(1, { routing: { definition: 'domanda', queues: { a: 'b' } } }), [
      'district-queue',
      '/routing/queues/a',
    ]);
    const state = { id: 'bozza', title: 'In bozza', after: ['', 'altrove'] };
    assert.deepEqual(await save(1, { pact: { states: [state] } }), [
      'district-state',
      '/pact/states/0/after',
    ]);
    const proposal = { id: 'x', need: 'Prova', adds: [{ to: '/obiettivi', row: {} }] };
    const odd = { ...proposal, when: { 'case:/a/b': { nothing: 1 } } };
    assert.deepEqual(await save(1, { pact: { proposals: [odd] } }), ['district-rule', '/pact/proposals/0']);
    const good = { ...proposal, when: { 'case:/a/b': { const: 1 } } };
    assert.deepEqual(await save(1, { pact: { proposals: [good, good] } }), [
      'district-twice',
      '/pact/proposals/1',
    ]);
    const kase = {
      number: '1',
      name: 'Prova',
      comune: came.comuni[0]!.id,
      measure: 'm1',
      state: 'nuova',
      household: [],
      dates: {},
      facts: {},
      assigned: [],
      timeline: [],
      openedAt: '2026-03-02T09:00:00Z',
      openedBy: 'moduli',
    };
    const queues = [{ id: 'coda', title: 'Coda', roles: ['case-manager'] }];
    deps.catalogue.put({ ...came, ...now(), queues } as District);
    const made = await deps.store.commit(scope, [
      { do: 'create', collection: 'cases', id: 'caso', value: { ...kase, queue: 'coda' } },
    ]);
    assert.ok(made.ok);
    assert.deepEqual(await save(1, { queues: [] }), ['district-in-use', '/queues']);
    deps.catalogue.put({ ...came, name: 'Ambito nuovo' });
    assert.deepEqual(await save(1, { comuni: came.comuni.slice(1), lead: came.comuni[1]!.id }), [
      'district-in-use',
      '/comuni',
    ]);
    // who may do what is not the district's data
    assert.deepEqual(await save(1, { staff: [] }), ['district-shape', '/staff']);
    assert.deepEqual(now(), { ...came, name: 'Ambito nuovo' });
    assert.equal(deps.catalogue.districts.get('beta')?.name, 'Ambito beta');

    const data = await districtData(deps, scope, 'it');
    assert.deepEqual([data?.rev, data?.changed], [1, ['name']]);
    // as after a restart: the district as it came, and then what is kept
    deps.catalogue.put(came);
    await loadDistricts(deps);
    assert.equal(now().name, 'Ambito nuovo');
    assert.equal(await save(1, { name: null }), 2);
    assert.deepEqual(now(), came);
  } finally {
    await world.close();
  }
});
