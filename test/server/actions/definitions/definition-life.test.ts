// SPDX-License-Identifier: AGPL-3.0-or-later
// Review, plan, withdrawal, history, comments and the one window that works: over HTTP, as the builder asks.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { leases } from '../../../../server/actions/definitions/lease-definition.ts';
import { changeOf, changed } from '../../../../server/actions/definitions/moments.ts';
import { publishDue } from '../../../../server/actions/definitions/schedule-definition.ts';
import type { KeptDefinition, KeptSchedule } from '../../../../server/records.ts';
import type { Definition, District } from '../../../../schemas/types.ts';
import { caseOf, createWorld, domanda, goodAnswers, tokenOf, type Told, type World } from '../../world.ts';

let world: World;
let moduli: string;
let capo: string;
let named = 0;
let id = '';
const scope = { district: 'alfa', actor: 'moduli' };

before(async () => {
  // No sample day: the calendar is the clock's.
  world = await createWorld({ rates: {} });
  moduli = await world.signIn('moduli');
  capo = await world.signIn('capo');
});
after(() => world.close());

/** A district that wants a second person, or not. */
function wantsReview(review: boolean): void {
  const districts = world.deps.catalogue.districts as Map<string, District>;
  const { review: _before, ...alfa } = districts.get('alfa')!;
  districts.set('alfa', review ? { ...alfa, review: true } : alfa);
}

beforeEach(async () => {
  wantsReview(false);
  id = `vita-${(named += 1)}`;
  const made = await post('', { definition: form('Prima') }, { path: '/api/definitions' });
  assert.equal(made.status, 201, made.text);
});

const form = (title: string): Definition =>
  ({
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id,
    title,
    schema: { type: 'object', properties: { nome: { title: 'Nome', type: 'string', maxLength: 80 } } },
  }) as unknown as Definition;

async function rev(): Promise<number> {
  return (await world.deps.store.get<KeptDefinition>(scope, 'definitions', id))!.rev;
}
async function post(
  part: string,
  body: object,
  more: { path?: string; cookie?: string; method?: string } = {},
): Promise<Told> {
  const path = more.path ?? `/api/definitions/${id}${part}`;
  const headers = more.path ? {} : { 'If-Match': `"${await rev()}"` };
  return world.ask(more.method ?? 'POST', path, { cookie: more.cookie ?? moduli, headers, body });
}
const get = (part: string, cookie = moduli) => world.ask('GET', `/api/definitions/${id}${part}`, { cookie });
const save = (title: string, steps: object[] = []) =>
  post('', { definition: form(title), steps }, { method: 'PUT' });

test('where a review is needed, who wrote it cannot approve it, and what was approved is what is published', async () => {
  wantsReview(true);
  assert.equal((await post('/publish', {})).json.code, 'review-needed');
  assert.equal((await post('/review', { reviewer: 'moduli' })).json.code, 'own-work');
  assert.equal((await post('/review', { reviewer: 'segue' })).json.code, 'no-reviewer');
  assert.equal((await post('/review', { reviewer: 'capo', note: 'Guardi i redditi' })).status, 201);
  assert.equal((await post('/review/decision', { approve: true })).json.code, 'own-work');
  assert.equal(
    (await post('/review/decision', { approve: false }, { cookie: capo })).json.code,
    'note-needed',
  );
  const sent = await post('/review/decision', { approve: false, note: 'Manca la data' }, { cookie: capo });
  assert.equal(sent.json.state, 'returned');
  assert.equal((await post('/publish', {})).json.code, 'review-needed');
  await post('/review', {});
  assert.equal((await post('/review/decision', { approve: true }, { cookie: capo })).status, 200);
  const life = (await get('/life')).json;
  assert.deepEqual(
    [life.review.state, life.review.decidedBy, life.review.overtaken, life.own],
    ['approved', 'Persona capo', false, true],
  );
  // One letter later it is no longer what was approved.
  await save('Seconda');
  assert.equal((await get('/life')).json.review.overtaken, true);
  assert.equal((await post('/publish', {})).json.code, 'review-needed');
  await post('/review', {});
  await save('Terza');
  const late = await post('/review/decision', { approve: true }, { cookie: capo });
  assert.equal(late.json.code, 'review-overtaken');
  await post('/review', {});
  await post('/review/decision', { approve: true }, { cookie: capo });
  assert.equal((await post('/publish', {})).status, 201);
});

test('a plan freezes the draft, is published on its day in Rome even after a stop, and gives way to a publication', async () => {
  const { clock } = world.deps;
  const at = (today: string) => ({ ...world.deps, clock: { ...clock, today: () => today } });
  assert.equal((await post('/schedule', { on: clock.today() })).json.code, 'day-not-to-come');
  assert.equal((await post('/schedule', { on: '2026-02-30' })).json.code, 'day-not-to-come');
  assert.equal((await post('/schedule', { on: '2026-03-10', note: 'Dal 10' })).status, 201);
  await save('Dopo');
  assert.equal((await get('/life')).json.schedule.changed, true);
  assert.deepEqual(await publishDue(at('2026-03-09')), { done: 0, failed: 0 });
  // Nobody was there on the 10th.
  assert.deepEqual(await publishDue(at('2026-03-14')), { done: 1, failed: 0 });
  assert.deepEqual(await publishDue(at('2026-03-14')), { done: 0, failed: 0 });
  const version = (await world.ask('GET', `/api/versions/${id}/1`, { cookie: moduli })).json;
  assert.deepEqual([version.title, version.publishedBy, version.changes[0]], ['Prima', 'moduli', 'Dal 10']);
  const kept = (await world.deps.store.get<KeptDefinition>(scope, 'definitions', id))!.value;
  assert.deepEqual([kept.definition.title, kept.published, kept.writers], ['Dopo', 1, ['moduli']]);
  assert.equal((await post('/schedule', { on: '2026-04-01' })).status, 201);
  assert.equal((await post('/publish', {})).status, 201);
  assert.equal((await get('/life')).json.schedule, undefined);
  assert.deepEqual(await publishDue(at('2026-05-01')), { done: 0, failed: 0 });
});

test('a plan that cannot be carried out says why, once', async () => {
  await post('/schedule', { on: '2026-03-10' });
  const plan = (await world.deps.store.get<KeptSchedule>(scope, 'schedules', id))!;
  const broken = structuredClone(plan.value.definition) as { schema: { properties: object } };
  broken.schema.properties = { nome: { title: 'Nome', type: 'string', pattern: '(a+)+$' } };
  await world.deps.store.replace(scope, 'schedules', id, { ...plan.value, definition: broken }, plan.rev);
  const due = { ...world.deps, clock: { ...world.deps.clock, today: () => '2026-03-10' } };
  assert.deepEqual(await publishDue(due), { done: 0, failed: 1 });
  assert.deepEqual(await publishDue(due), { done: 0, failed: 0 });
  assert.equal((await get('/life')).json.schedule.failed.code, 'not-publishable');
  assert.equal(
    (await world.ask('DELETE', `/api/definitions/${id}/schedule`, { cookie: moduli })).status,
    204,
  );
});

test('withdrawn, nothing begins with it; what was begun goes on with its version', async () => {
  const kase = await caseOf(world);
  const segue = await world.signIn('segue');
  id = 'domanda';
  const guest = { ...(await tokenOf(world)), 'Idempotency-Key': 'vita-begun-1' };
  const draft = (answers: object) => ({
    definition: 'domanda',
    version: 1,
    answers,
    typed: {},
    parked: {},
    from: {},
  });
  const begun = await world.ask('POST', '/embed/drafts', {
    headers: guest,
    body: { draft: draft({ nome: 'Ada' }) },
  });
  assert.equal(begun.status, 201, begun.text);
  assert.equal((await post('/withdrawal', { out: true, note: 'Arriva il nuovo' })).status, 200);
  try {
    assert.equal((await post('/withdrawal', { out: true })).json.code, 'wrong-state');
    const start = (definition: string) =>
      world.ask('POST', `/api/cases/${kase}/drafts`, { cookie: segue, body: { definition } });
    assert.equal((await start('domanda')).json.code, 'withdrawn-form');
    assert.equal((await start('scheda')).status, 201);
    const other = await tokenOf(world);
    const again = await world.ask('POST', '/embed/drafts', { headers: other, body: { draft: draft({}) } });
    assert.equal(again.json.code, 'withdrawn-form');
    // Its module says so, for pages to say it in its place; a pinned one is for who has begun.
    const module = async (file: string) => (await world.ask('GET', `/embed/alfa/${file}`, {})).text;
    assert.match(await module('domanda.js'), /runtime\/withdrawn\.js/);
    assert.match(await module('domanda.html'), /src="domanda\.js"/);
    assert.doesNotMatch(await module('domanda@1.js'), /withdrawn/);
    const send = (headers: object, key: string) =>
      world.ask('POST', '/embed/submissions', {
        headers: { ...headers, 'Idempotency-Key': key },
        body: { definition: 'domanda', version: 1, answers: goodAnswers('Ada') },
      });
    assert.equal((await send(other, 'vita-chiave-01')).json.code, 'withdrawn-form');
    assert.equal((await send(guest, 'vita-chiave-02')).status, 201);
    assert.equal((await get('/life')).json.withdrawn.note, 'Arriva il nuovo');
  } finally {
    assert.equal((await post('/withdrawal', { out: false })).status, 200);
  }
  assert.equal((await get('/life')).json.withdrawn, undefined);
  assert.doesNotMatch((await world.ask('GET', '/embed/alfa/domanda.js', {})).text, /withdrawn/);
  // The history goes on after it.
  assert.equal(
    (await post('', { definition: { ...domanda, title: 'Domanda 2' } }, { method: 'PUT' })).status,
    200,
  );
  const now = await rev();
  assert.equal((await get(`/moments/${now}`)).json.definition.title, 'Domanda 2');
});

test('every save is a moment with author and steps; any of a hundred can be had again; a save writes little', async () => {
  const titles = Array.from({ length: 100 }, (_, place) => `Titolo ${place} ${'x'.repeat(place % 7)}`);
  for (const [place, title] of titles.entries()) {
    const step = { code: 'renamed', params: { title, from: place }, ...(place % 2 ? { back: true } : {}) };
    assert.equal((await save(title, [step, { code: 'NO SUCH' }, 7 as never])).status, 200);
  }
  const last = await rev();
  const all: { rev: number; by: string; steps: { code: string; back?: boolean }[] }[] = [];
  for (let cursor = ''; ;) {
    const page = (await get(`/moments${cursor}`)).json;
    assert.equal(page.total, 101);
    all.push(...page.items);
    if (!page.next) break;
    cursor = `?cursor=${encodeURIComponent(page.next)}`;
  }
  assert.deepEqual(
    all.map(({ rev: one }) => one),
    Array.from({ length: 101 }, (_, back) => last - back),
  );
  assert.deepEqual([all[0]!.by, all[0]!.steps.length, all[0]!.steps[0]!.back], ['Persona moduli', 1, true]);
  for (const [place, title] of titles.entries())
    assert.equal((await get(`/moments/${place + 2}`)).json.definition.title, title);
  assert.equal((await get('/moments/1')).json.definition.title, 'Prima');
  assert.equal((await get('/moments/999')).status, 404);
  const { items } = await world.deps.store.list(scope, 'moments', { where: { definition: id }, limit: 200 });
  const kept = await Promise.all(
    items.map((one) => world.deps.store.get<{ whole?: string }>(scope, 'moments', one.id)),
  );
  assert.equal(kept.filter((one) => one?.value.whole !== undefined).length, 4, 'few are whole');
  assert.equal((await save('Vecchia', [])).status, 200);
  const stale = await world.ask('PUT', `/api/definitions/${id}`, {
    cookie: moduli,
    headers: { 'If-Match': '"3"' },
    body: form('Altra'),
  });
  assert.equal(stale.status, 412);
  const { total } = (await get('/moments')).json;
  assert.equal(total, 102, 'what was refused is no moment');
});

test('a change of a text is exact, whatever the texts', () => {
  const pairs = [
    ['', 'a'],
    ['a', ''],
    ['aaa', 'aa'],
    ['abcabc', 'abc'],
    ['così', 'così è'],
    ['x🙂y', 'x🙃y'],
  ];
  for (const [before = '', after = ''] of pairs)
    assert.equal(changed(before, changeOf(before, after)), after);
});

test('a definition that is not saved is examined, and whether it has the shape of one is said', async () => {
  const examined = async (definition: unknown) =>
    (await post('', { definition }, { path: '/api/findings', cookie: capo })).json;
  const good = await examined(form('Bene'));
  assert.deepEqual(
    [good.fits, good.findings.filter((one: { level: string }) => one.level === 'error')],
    [true, []],
  );
  const strange = await examined({ ...form('Male'), layout: 7 });
  assert.equal(strange.fits, false);
  assert.ok(strange.findings[0].message.length > 10);
  assert.equal((await examined([])).fits, false);
});

test('comments are threads with names; a word more opens them again; a coordinator may speak', async () => {
  const begun = await post(
    '/comments',
    { at: '/nome', title: 'Nome', text: ' Serve il secondo nome? ' },
    { cookie: capo },
  );
  assert.equal(begun.status, 201);
  assert.equal((await post('/comments', { at: '', title: '', text: ' ' })).json.code, 'note-needed');
  const path = `/comments/${begun.json.id}`;
  assert.equal((await post(path, { text: 'No' })).json.messages[1].by, 'Persona moduli');
  assert.equal((await post(path, { resolved: true })).json.resolved.by, 'Persona moduli');
  assert.equal((await post(path, { text: 'Invece sì' }, { cookie: capo })).json.resolved, undefined);
  const at = { path: `/api/definitions/scheda${path}` };
  assert.equal((await post('', { text: 'da un altro modulo' }, at)).status, 404);
  await save('Cambiata');
  const { items } = (await get('/comments')).json;
  assert.deepEqual(
    items.map((one: { at: string; messages: { text: string }[] }) => [
      one.at,
      one.messages.length,
      one.messages[0]!.text,
    ]),
    [['/nome', 3, 'Serve il secondo nome?']],
  );
  assert.equal((await post('', {}, { method: 'DELETE' })).status, 204);
  assert.equal((await world.deps.store.list(scope, 'comments', { where: { definition: id } })).total, 0);
});

test('one window works: the second reads and may take over, the first is told at once and saves before', async () => {
  const place = `alfa definition ${id}`;
  const lease = (body: object) => world.ask('POST', `/api/definitions/${id}/lease`, { cookie: moduli, body });
  assert.equal((await lease({ window: 'uno' })).json.mine, true);
  const second = (await lease({ window: 'due' })).json;
  assert.deepEqual([second.mine, second.holder.own, second.holder.name], [false, true, 'Persona moduli']);
  // The first waits for news; the second takes over and is answered once the first has saved.
  const news = lease({ window: 'uno', known: 'uno' });
  const taken = lease({ window: 'due', take: true });
  let answered = false;
  void taken.then(() => (answered = true));
  assert.equal((await news).json.holder.window, 'due');
  assert.equal((await save('Del primo')).status, 200);
  assert.equal(answered, false, 'the second begins before the first has saved');
  await lease({ window: 'uno', leave: true });
  assert.equal((await taken).json.mine, true);
  // A window that waits for news and is closed leaves nothing behind that would go on holding it.
  const waiting = lease({ window: 'due', known: 'due' });
  await new Promise((done) => setImmediate(done));
  await lease({ window: 'due', leave: true });
  assert.deepEqual((await waiting).json, { mine: false });
  assert.equal(leases.holder(place, world.deps.clock.now()), undefined);
  assert.equal((await lease({ window: 'due' })).json.mine, true);
  // Two minutes without a word, and it is free.
  world.later(121_000);
  assert.equal(leases.holder(place, world.deps.clock.now()), undefined);
  assert.equal((await lease({ window: 'tre' })).json.mine, true);
  await lease({ window: 'tre', leave: true });
  assert.equal(leases.holder(place, world.deps.clock.now()), undefined);
});
