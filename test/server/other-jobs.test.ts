// SPDX-License-Identifier: AGPL-3.0-or-later
// Documents of the district, reports of a case, seals: jobs like the rest, made once, whole, by who still may.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Account, Document } from '../../schemas/types.ts';
import type { Deps, Papers } from '../../server/deps.ts';
import { Workshop } from '../../server/jobs/workshop.ts';
import { refuse } from '../../server/problems.ts';
import type { JobPart, KeptJob, SealPart } from '../../server/records.ts';
import { collections } from '../../server/storage/collections.ts';
import type { Store } from '../../server/storage/contract.ts';
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
beforeEach(() => give(paperless));

const give = (papers: Papers): void => void Object.assign(world.deps, { papers } satisfies Partial<Deps>);
const scope = { district: 'alfa', actor: 'segue' };
const post = (path: string, body: object = {}) => world.ask('POST', path, { cookie, body });
const read = (path: string, as = cookie) => world.ask('GET', path, { cookie: as });
async function job(id: string): Promise<KeptJob> {
  const kept = await store.get<KeptJob>(scope, 'jobs', id);
  assert.ok(kept);
  return kept.value;
}
const document = async (id: string) => (await store.get<Document>(scope, 'documents', id))?.value;
async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await new Promise((next) => setTimeout(next, 5));
}
const ended = (id: string) =>
  until(async () => ['done', 'failed', 'stopped'].includes((await job(id)).state));

/** Work that waits until it is let go. */
function slowly<Asked, Told>(work: (asked: Asked) => Promise<Told>) {
  let [begin, go]: (() => void)[] = [];
  const begun = new Promise<void>((done) => (begin = done));
  const going = new Promise<void>((done) => (go = done));
  const slow = async (asked: Asked): Promise<Told> => {
    begin?.();
    await going;
    return work(asked);
  };
  return { slow, begun, go: () => go?.() };
}

async function left(part: Partial<JobPart>): Promise<string> {
  const id = `j${Math.random()}`;
  const parts = [{ state: 'running', attempts: 1, ...part } as JobPart];
  const value: KeptJob = { state: 'running', by: 'segue', at: world.deps.clock.instant(), parts };
  assert.ok((await store.create(scope, 'jobs', id, value)).ok);
  return id;
}
/** As a start does, after a process that is no more. */
async function restart(id: string): Promise<KeptJob> {
  await new Workshop().resume(world.deps);
  await ended(id);
  return job(id);
}

/** A case, and an act of it that everybody has signed. */
async function signed(): Promise<{ readonly case: string; readonly act: string }> {
  const kase = await caseOf(world);
  const draft = await post(`/api/cases/${kase}/drafts`, { definition: 'accordo' });
  const sent = await post(`/api/drafts/${draft.json.id}/submit`, { answers: { testo: 'Insieme' } });
  const issued = await post(`/api/cases/${kase}/documents`, { kind: 'pact', submission: sent.json.id });
  const act = issued.json.act.id as string;
  await post(`/api/documents/${act}/signatures`, hand);
  return { case: kase, act };
}
const hand = {
  signer: 'marta',
  mode: 'paper',
  at: '2026-02-25T10:00:00Z',
  identified: 'carta d’identità AB123',
};
const guide = { kind: 'service-guide' };

test('a report is on the disk before it is printed; its job is for who may read it; asked twice, it is one', async () => {
  const { slow, begun, go } = slowly(paperless.report);
  give({ ...paperless, report: slow });
  const told = await post('/api/documents?wait=0', guide);
  assert.deepEqual([told.status, told.headers.get('location')], [202, `/api/jobs/${told.json.id}`]);
  await begun;
  const [part] = (await job(told.json.id)).parts;
  assert.deepEqual([part?.of, part?.state], ['report', 'running']);
  assert.match(part?.number ?? '', /\d/);
  assert.equal((await post('/api/documents?wait=0', guide)).json.id, told.json.id);
  const listed = await read('/api/documents');
  assert.deepEqual(
    listed.json.jobs.map((one: { id: string; parts: { title: string }[] }) => [one.id, one.parts[0]?.title]),
    [[told.json.id, 'Guida dei servizi']],
  );
  assert.ok(!listed.json.items.some((one: { number: string }) => one.number === part?.number));
  const outside = await world.signIn('beta/fuori');
  assert.deepEqual((await read('/api/documents', outside)).json.jobs, []);
  assert.equal((await read(`/api/jobs/${told.json.id}`, outside)).status, 404);
  go();
  await ended(told.json.id);
  const [made] = (await job(told.json.id)).parts;
  assert.equal((await document(made!.act))?.number, part?.number);
  assert.deepEqual((await read('/api/documents')).json.jobs, []);
  const next = await post('/api/documents', guide);
  assert.equal(next.status, 201, 'what is done is not joined: the next one is another');
  assert.notEqual(next.json.act.number, part?.number);
});

test('a report that failed keeps number and code; the right to it is looked at again', async () => {
  const seen: string[] = [];
  give({
    ...paperless,
    report: async ({ number, code }) => (seen.push(`${number} ${code}`), refuse('printing-failed')),
  });
  const failed = await post('/api/documents', guide);
  assert.deepEqual([failed.status, failed.json.code], [503, 'printing-failed']);
  const [shown] = (await read('/api/documents')).json.jobs;
  assert.match(shown.parts[0].problem.message, /stampa/i);
  give({
    ...paperless,
    report: async (work) => (seen.push(`${work.number} ${work.code}`), paperless.report(work)),
  });
  const kept = await store.get<Account>(scope, 'accounts', 'segue');
  await store.replace(scope, 'accounts', 'segue', { ...kept!.value, roles: ['auditor'] }, kept!.rev);
  const [part] = (await job(shown.id)).parts;
  const barred = await restart(await left({ ...part!, state: 'running' }));
  assert.deepEqual([barred.state, barred.parts[0]?.problem?.code], ['failed', 'forbidden']);
  await store.replace(scope, 'accounts', 'segue', kept!.value, kept!.rev + 1);
  await post(`/api/jobs/${shown.id}/retry`);
  await ended(shown.id);
  assert.equal((await job(shown.id)).state, 'done');
  assert.deepEqual([seen.length, new Set(seen).size], [2, 1], seen.join());
  assert.ok(await document(part!.act));
});

test('a report of a case: shown there while it is made, told by the case when it is there', async () => {
  const kase = await caseOf(world);
  const { slow, begun, go } = slowly(paperless.report);
  give({ ...paperless, report: slow });
  const told = await post(`/api/cases/${kase}/reports/signature-register?wait=0`);
  await begun;
  const meanwhile = (await read(`/api/cases/${kase}`)).json;
  assert.deepEqual([meanwhile.jobs[0].id, meanwhile.documents.length], [told.json.id, 0]);
  const events = meanwhile.case.timeline.length;
  go();
  await ended(told.json.id);
  const after = (await read(`/api/cases/${kase}`)).json;
  assert.deepEqual([after.jobs, after.documents.length, after.case.timeline.length], [[], 1, events + 1]);
});

test('a seal: what stands in its way is said at once; begun and killed, it is set once and whole', async () => {
  const { case: kase, act } = await signed();
  const { slow, begun, go } = slowly(paperless.seal);
  give({ ...paperless, seal: slow });
  const told = await post(`/api/documents/${act}/seal?wait=0`);
  assert.equal(told.status, 202);
  await begun;
  const meanwhile = (await read(`/api/cases/${kase}`)).json;
  assert.deepEqual(
    [meanwhile.jobs[0].parts[0].of, meanwhile.jobs[0].parts[0].act, meanwhile.case.state],
    ['seal', act, 'patto condiviso'],
  );
  go();
  await ended(told.json.id);
  const sealed = await document(act);
  assert.deepEqual([sealed?.state, sealed?.files.map(({ is }) => is)], ['sealed', ['issued', 'sealed']]);
  assert.equal((await read(`/api/cases/${kase}`)).json.case.state, 'patto sottoscritto');
  const part = (await job(told.json.id)).parts[0] as SealPart;
  assert.equal((await restart(await left({ ...part, state: 'running' }))).state, 'done');
  assert.equal((await document(act))?.files.length, 2, 'it had been set before the process died');

  // It died before anything was kept, and had its words in the audit already.
  const other = await signed();
  await store.audit(scope, {
    action: 'document.seal',
    object: other.act,
    hash: '0'.repeat(64),
    result: 'done',
  });
  const events: (readonly { readonly action: string }[])[] = [];
  give({
    ...paperless,
    seal: async (work) => (events.push(work.events ?? []), paperless.seal(work)),
  });
  const done = await restart(await left({ ...part, case: other.case, act: other.act, state: 'running' }));
  assert.equal(done.state, 'done');
  assert.equal((await document(other.act))?.state, 'sealed');
  assert.deepEqual(
    events[0]?.map(({ action }) => action),
    ['document.issue', 'document.signed'],
    'the sheet tells of no seal that did not come about',
  );
  const history = (await read(`/api/documents/${other.act}/events`)).json.items;
  assert.deepEqual(
    history.flatMap((one: { action: string; aborted?: true }) =>
      one.action === 'document.seal' ? [one.aborted ?? false] : [],
    ),
    [true, false],
    'and the history says that it was begun',
  );
});

test('a seal that is late keeps nothing; one that nobody may set any more says so; unsigned, there is no job', async () => {
  const { case: kase, act } = await signed();
  const part = { of: 'seal', case: kase, kind: 'pact', act, until: 'sealed' } as const;
  const { slow, go } = slowly(paperless.seal);
  give({ ...paperless, seal: slow });
  const late = await left(part);
  const run = new Workshop(20).carryOut(world.deps, 'alfa', late);
  await ended(late);
  go();
  await run;
  assert.equal((await job(late)).parts[0]?.problem?.code, 'printing-took-too-long');
  assert.equal((await document(act))?.state, 'issued');
  give(paperless);
  await world.ask('POST', `/api/documents/${act}/withdraw`, { cookie, body: { reason: 'sbagliato' } });
  const gone = await restart(await left(part));
  assert.equal(gone.parts[0]?.problem?.code, 'wrong-state');
  const open = await caseOf(world);
  const draft = await post(`/api/cases/${open}/drafts`, { definition: 'accordo' });
  const sent = await post(`/api/drafts/${draft.json.id}/submit`, { answers: { testo: 'Insieme' } });
  const issued = await post(`/api/cases/${open}/documents`, { kind: 'pact', submission: sent.json.id });
  const early = await post(`/api/documents/${issued.json.act.id}/seal`);
  assert.equal(early.json.code, 'signatures-missing');
  assert.deepEqual((await read(`/api/cases/${open}`)).json.jobs, []);
});

test('sealed first: the seal opens, the closing is a job of its own', async (t) => {
  const districts = world.deps.catalogue.districts as Map<string, object>;
  const district = districts.get('alfa')!;
  districts.set('alfa', { ...district, sealing: 'first' });
  t.after(() => districts.set('alfa', district));
  const kase = await caseOf(world);
  const draft = await post(`/api/cases/${kase}/drafts`, { definition: 'accordo' });
  const sent = await post(`/api/drafts/${draft.json.id}/submit`, { answers: { testo: 'Insieme' } });
  const issued = await post(`/api/cases/${kase}/documents`, { kind: 'pact', submission: sent.json.id });
  const act = issued.json.act.id as string;
  const part = { of: 'seal', case: kase, kind: 'pact', act } as const;
  assert.equal((await restart(await left({ ...part, until: 'opened' }))).state, 'done');
  assert.deepEqual([(await document(act))?.state, (await document(act))?.files.length], ['issued', 2]);
  const begun = await post(`/api/documents/${act}/signing`, { signer: 'marta', way: 'chiave' });
  assert.equal(begun.status, 201);
  await post(`/api/documents/${act}/signing/complete`, { pin: '1234' });
  assert.equal((await restart(await left({ ...part, until: 'opened' }))).state, 'done');
  assert.equal((await document(act))?.state, 'issued', 'opening again closes nothing');
  assert.equal((await restart(await left({ ...part, until: 'sealed' }))).state, 'done');
  const closed = await document(act);
  assert.deepEqual(
    [closed?.state, closed?.files.map(({ is }) => is)],
    ['sealed', ['issued', 'sealed', 'signed']],
  );
});

test('jobs of earlier days are of submissions', () => {
  const { migrations, format } = collections.find(({ name }) => name === 'jobs')!;
  assert.equal(migrations?.length, format - 1);
  const old = { state: 'running', by: 'x', at: '', parts: [{ case: 'c', kind: 'pact', submission: 's' }] };
  const now = migrations?.reduce<unknown>((value, step) => step(value), old) as KeptJob;
  assert.deepEqual(now.parts, [{ of: 'submission', case: 'c', kind: 'pact', submission: 's' }]);
});
