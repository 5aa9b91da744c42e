// SPDX-License-Identifier: AGPL-3.0-or-later
// Issuing as a job: on the disk before it is printed, done or failed with a reason, never half a document.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Deps, Papers } from '../../server/deps.ts';
import { Workshop } from '../../server/jobs/workshop.ts';
import { refuse } from '../../server/problems.ts';
import type { JobPart, KeptJob, SubmissionPart } from '../../server/records.ts';
import type { Store } from '../../server/storage/contract.ts';
import { problem } from '../../server/storage/failure.ts';
import { caseOf, createWorld, paperless, type World } from './world.ts';

let world: World;
let store: Store;
let cookie: string;
before(async () => {
  world = await createWorld();
  store = world.deps.store;
  cookie = await world.signIn('segue');
});
after(() => world.close());
beforeEach(() => {
  give({ papers: paperless, store });
});

/** Puts other parts under the application. */
const give = (parts: Partial<Pick<Deps, 'papers' | 'store'>>): void => void Object.assign(world.deps, parts);
const scope = { district: 'alfa', actor: 'segue' };
const job = async (id: string): Promise<KeptJob> => {
  const kept = await store.get<KeptJob>(scope, 'jobs', id);
  assert.ok(kept);
  return kept.value;
};

/** A case with a submitted pact. */
async function ready(name?: string): Promise<{ readonly case: string; readonly submission: string }> {
  const kase = await caseOf(world, 'alfa', name);
  const draft = await post(`/api/cases/${kase}/drafts`, { definition: 'accordo' });
  const sent = await post(`/api/drafts/${draft.json.id}/submit`, { answers: { testo: 'Insieme' } });
  return { case: kase, submission: sent.json.id };
}
const post = (path: string, body: object = {}) => world.ask('POST', path, { cookie, body });
const read = (path: string) => world.ask('GET', path, { cookie });
const ask = (at: { readonly case: string; readonly submission: string }, wait = '') =>
  post(`/api/cases/${at.case}/documents${wait}`, { kind: 'pact', submission: at.submission });
const documents = async (kase: string): Promise<number> =>
  (await store.list(scope, 'documents', { where: { case: kase } })).total;

async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((next) => setTimeout(next, 5));
}
const ended = (id: string) =>
  until(async () => ['done', 'failed', 'stopped'].includes((await job(id)).state));

/** Papers that wait until they are let go. */
function slowly(): { readonly papers: Papers; readonly begun: Promise<void>; go(): void } {
  let [begin, go]: (() => void)[] = [];
  const begun = new Promise<void>((done) => (begin = done));
  const going = new Promise<void>((done) => (go = done));
  const issue: Papers['issue'] = async (work) => {
    begin?.();
    await going;
    return paperless.issue(work);
  };
  return { papers: { ...paperless, issue }, begun, go: () => go?.() };
}

test('it is on the disk before it is printed, who does not wait is told where it goes on, and the case waits too', async () => {
  const at = await ready();
  const slow = slowly();
  give({ papers: slow.papers });
  const told = await ask(at, '?wait=0');
  assert.deepEqual([told.status, told.headers.get('location')], [202, `/api/jobs/${told.json.id}`]);
  await slow.begun;
  const { state, parts } = await job(told.json.id);
  assert.deepEqual([state, parts[0]?.state, parts[0]?.attempts], ['running', 'running', 1]);
  assert.match(parts[0]?.number ?? '', /\d/);
  const twice = await ask(at, '?wait=0');
  assert.equal(twice.json.id, told.json.id, 'a second click is the same job');
  const meanwhile = await read(`/api/cases/${at.case}`);
  assert.deepEqual(
    [meanwhile.json.jobs.length, meanwhile.json.documents.length, meanwhile.json.case.state],
    [1, 0, 'patto in bozza'],
  );
  slow.go();
  await ended(told.json.id);
  const done = await read(`/api/jobs/${told.json.id}`);
  assert.deepEqual([done.json.state, done.json.done, done.json.total], ['done', 1, 1]);
  const view = await read(`/api/cases/${at.case}`);
  assert.deepEqual([view.json.jobs, view.json.case.state], [[], 'patto condiviso']);
  assert.equal(view.json.documents[0].id, done.json.parts[0].act);
  assert.equal((await ask(at)).status, 200);
  assert.equal(await documents(at.case), 2);
});

test('what fails says why, changes nothing in the case, and keeps its number for the next time', async () => {
  const at = await ready();
  let works = false;
  const numbers: string[] = [];
  const issue: Papers['issue'] = async (work) => {
    numbers.push(work.number);
    return works || work.copy === 'family' ? paperless.issue(work) : refuse('printing-failed');
  };
  give({ papers: { ...paperless, issue } });
  const failed = await ask(at);
  assert.deepEqual([failed.status, failed.json.code], [503, 'printing-failed']);
  const view = await read(`/api/cases/${at.case}`);
  const [shown] = view.json.jobs;
  assert.equal(shown.state, 'failed');
  assert.match(shown.parts[0].problem.message, /stampa/i);
  assert.deepEqual([view.json.case.state, await documents(at.case)], ['patto in bozza', 0]);
  works = true;
  const again = await post(`/api/jobs/${shown.id}/retry`);
  assert.equal(again.status, 200);
  await ended(shown.id);
  assert.equal((await job(shown.id)).state, 'done');
  assert.equal(new Set(numbers).size, 1, numbers.join());
  assert.equal(await documents(at.case), 2);
});

const part = (at: object, more: Partial<SubmissionPart> = {}): JobPart => ({
  of: 'submission',
  case: '',
  kind: 'pact',
  submission: '',
  act: `${Math.random()}a`,
  internal: `${Math.random()}b`,
  code: '0000-0000-0000',
  state: 'running',
  attempts: 1,
  ...at,
  ...more,
});
async function left(parts: readonly JobPart[]): Promise<string> {
  const id = `j${Math.random()}`;
  const value: KeptJob = { state: 'running', by: 'segue', at: world.deps.clock.instant(), parts };
  assert.ok((await store.create(scope, 'jobs', id, value)).ok);
  return id;
}

test('a start takes up what was left: made once, not twice, and not for ever', async () => {
  const [one, two, three] = [await ready(), await ready(), await ready()];
  // The process died after the document and before the job knew.
  const made = await ask(two);
  const [begun, kept, hopeless] = await Promise.all([
    left([part(one)]),
    left([part(two, { act: made.json.act.id, internal: made.json.internal })]),
    left([part(three, { attempts: 3 })]),
  ]);
  const workshop = new Workshop();
  assert.equal(await workshop.resume(world.deps), 3);
  await Promise.all([begun, kept, hopeless].map(ended));
  assert.equal((await job(begun)).parts[0]?.state, 'done');
  assert.equal((await store.get(scope, 'documents', (await job(begun)).parts[0]!.act))?.rev, 1);
  assert.deepEqual([(await job(kept)).state, await documents(two.case)], ['done', 2]);
  const given = (await job(hopeless)).parts[0]?.problem?.code;
  assert.deepEqual([given, await documents(three.case)], ['job-gave-up', 0]);
});

test('a closed workshop puts off what it cannot finish; what is too late keeps nothing', async () => {
  const [one, two] = [await ready(), await ready()];
  const [slow, late] = [slowly(), slowly()];
  give({
    papers: {
      ...slow.papers,
      issue: async (work) => (await slow.papers.issue(work), refuse('printer-closed')),
    },
  });
  const putOff = await left([part(one, { state: 'queued', attempts: 0 })]);
  const closing = new Workshop();
  const run = closing.carryOut(world.deps, 'alfa', putOff);
  await slow.begun;
  const closed = closing.close();
  slow.go();
  await Promise.all([run, closed]);
  const { state, attempts } = (await job(putOff)).parts[0]!;
  assert.deepEqual([state, attempts], ['queued', 0]);
  give({ papers: late.papers });
  const slowJob = await left([part(two)]);
  const hasty = new Workshop(20).carryOut(world.deps, 'alfa', slowJob);
  await ended(slowJob);
  late.go();
  await hasty;
  assert.equal((await job(slowJob)).parts[0]?.problem?.code, 'printing-took-too-long');
  // What is late goes on until it asks whether it may keep: the next of the same kind waits for that.
  give({ papers: { ...paperless, issue: async () => refuse('printing-failed') } });
  assert.equal((await ask(two)).status, 503);
  assert.equal(await documents(two.case), 0);
});

test('a full disk: failed with the reason, nothing of the document there, and well again with room', async () => {
  const [one, two] = [await ready(), await ready()];
  const full = { ok: false, problem: problem('disk-full') } as const;
  give({ store: { ...store, putBytes: async () => full } });
  const failed = await ask(one);
  assert.deepEqual([failed.status, failed.json.code], [507, 'disk-full']);
  assert.equal(await documents(one.case), 0);
  // Nothing at all can be written any more, from the middle of the job on.
  let writes = 0;
  give({
    store: {
      ...store,
      replace: async (...given) =>
        given[1] === 'jobs' && (writes += 1) > 2 ? full : store.replace(...given),
      putBytes: async () => full,
    },
  });
  const blind = await ask(two);
  assert.equal(blind.status, 507);
  const shown = (await read(`/api/cases/${two.case}`)).json.jobs[0];
  assert.deepEqual([shown.state, shown.parts[0].problem.code], ['failed', 'disk-full']);
  assert.equal(
    (await job(shown.id)).state,
    'running',
    'the disk knows no better, and a start would resume it',
  );
  give({ store });
  assert.equal((await ask(two)).status, 201);
  assert.equal((await job(shown.id)).state, 'done');
  // Not even the job fits: then nobody is told that it was taken.
  give({ store: { ...store, create: async () => full } });
  assert.equal((await ask(await readyOn(store))).status, 507);
});
async function readyOn(real: Store): Promise<{ readonly case: string; readonly submission: string }> {
  const without = world.deps.store;
  give({ store: real });
  const made = await ready();
  give({ store: without });
  return made;
}

test('a batch: how far it is, what failed and why, stopped in the middle, gone on with', async () => {
  const all = await Promise.all(['Uno', 'Due', 'Tre', 'Quattro', 'Cinque'].map(ready));
  const listed = await read('/api/printables?kind=pact');
  const mine = new Set(listed.json.items.map((one: { case: string }) => one.case));
  assert.ok(all.every((one) => mine.has(one.case)));
  const items = all.map((one) => ({ ...one, kind: 'pact' }));
  let made = 0;
  const slow = slowly();
  const issue: Papers['issue'] = async (work) => {
    if (work.case.name === 'Due') return refuse('glyph-missing');
    if (work.copy === 'family' && (made += 1) === 3) await slow.papers.issue(work);
    return paperless.issue(work);
  };
  give({ papers: { ...paperless, issue } });
  const wrong = await post('/api/jobs', { items: [...items, { ...items[0], submission: 'altra' }] });
  assert.deepEqual([wrong.status, wrong.json.at], [404, '/items/5/submission']);
  const told = await post('/api/jobs', { items });
  assert.deepEqual([told.status, told.json.total, told.json.batch], [202, 5, true]);
  const path = `/api/jobs/${told.json.id}`;
  await slow.begun;
  const half = await read(path);
  assert.deepEqual([half.json.done, half.json.failed, half.json.state], [2, 1, 'running']);
  assert.equal((await post(`${path}/stop`)).json.state, 'stopped');
  slow.go();
  await until(async () => (await job(told.json.id)).parts[3]?.state === 'done');
  assert.equal((await read(path)).json.state, 'stopped');
  assert.equal((await job(told.json.id)).parts[4]?.state, 'queued', 'nothing more was begun');
  const other = await world.ask('POST', `${path}/retry`, { cookie: await world.signIn('altra'), body: {} });
  assert.equal(other.status, 403);
  give({ papers: paperless });
  await post(`${path}/retry`);
  await ended(told.json.id);
  const done = await read(path);
  assert.deepEqual([done.json.state, done.json.done, done.json.failed], ['done', 5, 0]);
  for (const one of all) assert.equal(await documents(one.case), 2);
  const paper = await read(`${path}/file`);
  assert.equal(paper.text.split('%PDF family').length, 6, 'all of them on paper, the internal copies not');
  const seen = await world.ask('GET', `${path}/file`, { cookie: await world.signIn('altra') });
  assert.equal(seen.status, 403);
  assert.equal((await read('/api/jobs')).json.items[0].id, told.json.id);
  const left = await read('/api/printables?kind=pact');
  assert.ok(!left.json.items.some((one: { case: string }) => all.some(({ case: id }) => id === one.case)));
});
