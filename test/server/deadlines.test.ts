// SPDX-License-Identifier: AGPL-3.0-or-later
// The terms of all cases: who sees which, what is counted, what an operator decides, always as fresh as the index.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Case, District, Measure } from '../../schemas/types.ts';
import { caseOf, createWorld, type World } from './world.ts';

let world: World;
let kase: string;
const scope = { district: 'alfa', actor: 'system' };

before(async () => {
  world = await createWorld();
  kase = await caseOf(world);
});
after(() => world.close());

const listed = async (who: string, query = '') =>
  (await world.ask('GET', `/api/deadlines${query}`, { cookie: await world.signIn(who) })).json;
const decide = async (who: string, body: object, id = kase) =>
  world.ask('POST', `/api/cases/${id}/terms`, { cookie: await world.signIn(who), body });
/** Changes the case as if something had told it so. */
async function change(id: string, more: Partial<Case>): Promise<void> {
  const kept = await world.deps.store.get<Case>(scope, 'cases', id);
  assert.ok(kept);
  await world.deps.store.replace(scope, 'cases', id, { ...kept.value, ...more }, kept.rev);
}

test('each sees the terms of the cases that are theirs, and of no others', async () => {
  const rows = async (who: string) =>
    (await listed(who)).items.map((one: { number: string; term: { due: string } }) => [
      one.number,
      one.term.due,
    ]);
  const expected = [['2026/alfacentro/00001', '2026-03-21']];
  const [[number]] = (await rows('segue')) as [[string]];
  expected[0]![0] = number;
  assert.deepEqual(await rows('segue'), expected);
  assert.deepEqual(await rows('capo'), expected);
  assert.deepEqual(await rows('altra'), [], 'not assigned: nothing, not even initials');
  assert.deepEqual(await rows('mare'), []);
  assert.deepEqual(await rows('fuori'), []);
  assert.equal(
    (await world.ask('GET', '/api/deadlines', { cookie: await world.signIn('chiavi') })).status,
    403,
  );
});

test('filters and counts', async () => {
  const { counts, total, terms } = await listed('capo', '?span=month&comune=alfacentro&term=T1');
  assert.deepEqual(counts, { all: 1, late: 0, red: 0, week: 0, month: 1, suspended: 0 });
  assert.deepEqual([total, terms], [1, [{ id: 'T1', title: 'Primo' }]]);
  for (const none of ['?span=late', '?comune=alfamare', '?term=T9', '?mine=true', '?from=1'])
    assert.equal((await listed('capo', none)).items.length, 0, none);
  assert.equal((await listed('segue', '?mine=true')).total, 1);
});

test('a decision is kept with its reason, shown beside the law’s date, told in the timeline and in the audit', async () => {
  const body = { term: 'T1', start: '2026-01-20', what: 'moved', date: '2026-04-10', reason: 'Ricovero' };
  assert.equal((await decide('banco', body)).status, 403);
  assert.equal((await decide('altra', body)).status, 403);
  assert.equal((await decide('fuori', body)).status, 404);
  assert.equal((await decide('segue', { ...body, start: '2026-01-21' })).json.code, 'term-moved-on');
  assert.equal((await decide('segue', { ...body, date: '2026-01-19' })).json.code, 'term-date-wrong');
  assert.equal((await decide('segue', { ...body, date: '2026-02-30' })).json.code, 'term-date-wrong');
  assert.equal((await decide('segue', { ...body, reason: '   ' })).status, 400);
  assert.equal((await decide('segue', { ...body, term: 'T2' })).status, 404);
  const going = { ...body, what: 'resumed', date: '2026-02-25' };
  assert.equal((await decide('segue', going)).status, 400, 'nothing was stopped');
  assert.equal((await decide('segue', { ...body, what: 'suspended', date: '2026-02-20' })).status, 200);
  assert.equal((await listed('segue', '?span=suspended')).total, 1);
  assert.equal((await decide('segue', { ...going, date: '2026-02-19' })).json.code, 'term-date-wrong');
  assert.equal((await decide('segue', going)).status, 200);
  assert.equal((await listed('segue')).items[0].term.due, '2026-03-26', 'five days more');
  assert.equal((await decide('segue', body)).status, 200);
  const [row] = (await listed('segue')).items;
  assert.deepEqual([row.term.due, row.term.law], ['2026-04-10', '2026-03-21']);
  const shown = (await world.ask('GET', `/api/cases/${kase}`, { cookie: await world.signIn('segue') })).json;
  const { at: _at, id: _id, ...kept } = shown.case.termChanges.at(-1);
  assert.deepEqual(kept, { ...body, by: 'segue' });
  assert.equal(shown.case.timeline.at(-1).what, 'term');
  const audit = await world.deps.store.auditEntries(scope, { object: kase, limit: 1000 });
  assert.equal(audit.filter(({ action }) => action === 'case.term.moved').length, 1);
  assert.equal((await decide('segue', { ...body, what: 'waived' })).status, 200);
  assert.equal((await listed('segue')).total, 0);
  assert.equal((await decide('segue', { ...body, what: 'law' })).status, 200);
  assert.equal((await listed('segue')).items[0].term.due, '2026-03-21');
});

test('what changes is seen at once: a case, a measure, a case gone', async () => {
  const other = await caseOf(world, 'alfa', 'Bruno');
  assert.equal((await listed('segue')).total, 2);
  await change(other, { dates: { pad: '2025-12-01' } });
  const late = await listed('segue', '?span=late');
  assert.deepEqual([late.total, late.counts.all, late.items[0].case], [1, 2, other]);
  const measure = world.deps.catalogue.measures.get('m1') as Measure;
  const before = measure.terms;
  measure.terms = [
    ...before,
    { id: 'T3', title: 'Riservato', from: 'pad', days: 5, source: 's', rights: 'reserved' },
  ];
  Object.assign(world.deps, { catalogue: { ...world.deps.catalogue } });
  assert.equal((await listed('segue')).total, 2, 'for few only');
  assert.equal((await listed('capo')).total, 2, 'who needs a reason does not find it in a list');
  await change(other, { assigned: ['casa'] });
  assert.deepEqual(
    (await listed('casa')).items.map((one: { term: { id: string } }) => one.term.id),
    ['T3', 'T1'],
  );
  const seen = (await world.ask('GET', `/api/cases/${kase}`, { cookie: await world.signIn('segue') })).json;
  assert.deepEqual(
    seen.terms.map(({ id }: { id: string }) => id),
    ['T1'],
    'nor in the case',
  );
  measure.terms = before;
  // a day on which the offices of the district are closed, written by its administrators
  const district = world.deps.catalogue.districts.get('alfa')!;
  assert.equal((await listed('segue')).items[0].term.open, undefined);
  (world.deps.catalogue.districts as Map<string, District>).set('alfa', {
    ...district,
    holidays: ['2026-03-21'],
  });
  assert.equal((await listed('segue')).items[0].term.open, '2026-03-23', 'a Sunday follows');
  const kept = await world.deps.store.get<Case>(scope, 'cases', other);
  await world.deps.store.remove(scope, 'cases', other, kept!.rev);
  assert.equal((await listed('capo')).total, 1);
});

test('what ends names its person in the case, and nowhere else', async () => {
  const measure = world.deps.catalogue.measures.get('m1') as Measure;
  const before = measure.terms;
  const term = {
    id: 'T8',
    title: 'Scade la carta',
    from: 'carta',
    each: true as const,
    days: 0,
    warnBefore: 60,
    source: 's',
  };
  measure.terms = [...before, term];
  Object.assign(world.deps, { catalogue: { ...world.deps.catalogue } });
  const kept = await world.deps.store.get<Case>(scope, 'cases', kase);
  const household = [
    { from: '2026-01-01', submission: 'x', members: [{ id: 'r1', nome: 'Zelinda', cognome: 'Zeta' }] },
  ];
  const moments = [
    { key: 'carta', date: '2026-04-30', source: 'x', about: 'r1', ends: true as const },
    { key: 'carta', date: '2031-04-30', source: 'x', about: 'r2', ends: true as const },
  ];
  await change(kase, { household, moments: [...(kept!.value.moments ?? []), ...moments] });
  const answer = await listed('segue', '?term=T8');
  assert.deepEqual([answer.total, answer.items[0].term.due], [1, '2026-04-30']);
  assert.doesNotMatch(JSON.stringify(answer.items), /Zeta|Zelinda|r1/);
  const cookie = await world.signIn('segue');
  const shown = (await world.ask('GET', `/api/cases/${kase}`, { cookie })).json;
  const row = shown.terms.find(({ id }: { id: string }) => id === 'T8');
  assert.deepEqual([row.people, row.about], ['Zelinda Zeta', undefined]);
  const { address } = (await world.ask('POST', '/api/feeds', { cookie, body: {} })).json;
  const { text } = await world.ask('GET', address.slice(address.indexOf('/calendar/')));
  assert.match(text, /Scade la carta/);
  assert.doesNotMatch(text, /Zeta|Zelinda/);
  measure.terms = before;
  Object.assign(world.deps, { catalogue: { ...world.deps.catalogue } });
});

test('attachments that end: by the title of their kind, near their day, to who reads them', async () => {
  const cookie = await world.signIn('segue');
  const attach = async (expires: string, more: { [name: string]: string } = {}) => {
    const query = { kind: 'isee', date: '2026-01-15', readers: 'family', expires, ...more };
    const told = await world.ask('POST', `/api/cases/${kase}/attachments?${new URLSearchParams(query)}`, {
      cookie,
      raw: Buffer.from(`%PDF-1.7\n%${JSON.stringify(query)}\n%%EOF\n`),
      headers: { 'Content-Type': 'application/octet-stream', 'X-Patto-Name': 'zelinda.pdf' },
    });
    assert.equal(told.status, 201, told.text);
    return told.json.id as string;
  };
  const ends = async (who: string): Promise<string[]> =>
    (await listed(who)).items.flatMap(({ term }: { term: { id: string; title: string; due: string } }) =>
      term.id.startsWith('file-') ? [`${term.title} ${term.due}`] : [],
    );
  assert.deepEqual(await ends('segue'), []);
  const near = await attach('2026-04-15');
  await attach('2026-12-31');
  await attach('2026-03-20', { kind: 'sanitario' });
  await attach('2026-03-25', { readers: 'author', about: 'Zelinda' });
  assert.deepEqual(await ends('segue'), ['Scade una carta 2026-03-20', 'Scade l’ISEE 2026-03-25', 'Scade l’ISEE 2026-04-15']); // prettier-ignore
  assert.deepEqual(await ends('capo'), ['Scade l’ISEE 2026-04-15']);
  assert.deepEqual(await ends('altra'), []);
  assert.deepEqual(await ends('fuori'), []);
  assert.doesNotMatch(JSON.stringify((await listed('segue')).items), /elinda/);
  const { address } = (await world.ask('POST', '/api/feeds', { cookie, body: {} })).json;
  const { text } = await world.ask('GET', address.slice(address.indexOf('/calendar/')));
  assert.deepEqual(text.match(/Scade [^\r\n]*/g), ['Scade l’ISEE'], 'what few may see stays in the house');
  await attach('2026-12-31', { replaces: near, date: '2026-03-01' });
  assert.deepEqual(await ends('capo'), [], 'a newer one took its place');
});
