// SPDX-License-Identifier: AGPL-3.0-or-later
// The real server, killed in the middle of issuing, sealing and signing: its browser, the browser's renderers, the server
// itself. What was taken on is made, once and whole, and no process is left behind. Full: 10 kills of each while documents
// are issued, and a browser that stands still three times, 10 kills during reports, seals and signatures; else one each.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import type { Document } from '../../schemas/types.ts';
import { digest } from '../../server/clock.ts';
import { sign } from '../../server/seal/seal.ts';
import { createLowdbStore } from '../../server/storage/lowdb.ts';
import { familyAnswers } from '../fixtures/families.ts';
import { Killable, processes, until } from './killable.ts';
import { newAuthority } from './seal/authority.ts';
import { bearer, newRemoteKeys, otp } from './seal/remote-keys.ts';
import { full, randomOf, seed } from './storage/random.ts';

const kills = full ? 10 : 1;
const hangs = full ? 3 : 0;
const households = full ? 3 : 2;

interface Job {
  readonly id: string;
  readonly state: string;
  readonly parts: readonly { readonly case?: string; readonly act?: string; readonly number?: string }[];
}
type Kept = Document & { readonly id: string };

const folder = mkdtempSync(join(tmpdir(), 'patto-kills-'));
const server = new Killable(folder, 'morvani');
const random = randomOf(seed);
const acts = new Set<string>();
const reports = new Set<string>();
let wanted: readonly { readonly case: string; readonly submission: string; readonly kind: string }[] = [];
before(async () => {
  await server.start();
  wanted = await furnish();
});
after(() => {
  server.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Households with a pact that can be issued. */
async function furnish() {
  const { ask } = server;
  const answers = familyAnswers('c1');
  const ready: (typeof wanted)[number][] = [];
  for (let count = 0; count < households; count += 1) {
    const body = { measure: 'adi', comune: 'poggiofinto', name: `Vellonieri Marta ${count}` };
    const kase = await ask<{ id: string }>('/api/cases', { body });
    let submission = '';
    for (const definition of ['adi-domanda', 'pais']) {
      const draft = await ask<{ id: string }>(`/api/cases/${kase.id}/drafts`, { body: { definition } });
      const path = `/api/drafts/${draft.id}/submit`;
      submission = (await ask<{ id: string }>(path, { body: { answers: answers[definition] } })).id;
    }
    ready.push({ case: kase.id, submission, kind: 'pact' });
  }
  return ready;
}

const renderer = '--type=renderer';
const isBrowser = ({ command }: { readonly command: string }): boolean =>
  command.includes('--headless') && !command.includes('--type=');
const pause = (most: number): Promise<void> => new Promise((next) => setTimeout(next, random.below(most)));
const readJob = (id: string): Promise<Job> => server.ask<Job>(`/api/jobs/${id}`);
const document = (id: string): Promise<Kept> => server.ask<Kept>(`/api/documents/${id}`);
const isOver = ({ state }: Job): boolean => state !== 'queued' && state !== 'running';

/** The end of a job, and how long that took (ms). */
async function endOf(id: string, name: string, limit = 30_000): Promise<{ job: Job; took: number }> {
  const from = performance.now();
  let job = await readJob(id);
  const over = async (): Promise<boolean> => isOver((job = await readJob(id)));
  await until(over, name, limit);
  return { job, took: Math.round(performance.now() - from) };
}

test('killed in the middle of issuing: everything taken on is made, once and whole', async (t: TestContext) => {
  let during = 0;
  const longest = { browser: 0, renderer: 0, server: 0, hang: 0 };

  /** Asks for all, does harm while they are printed, waits for the end, takes the acts back for the next round. */
  async function round(what: keyof typeof longest, harm: () => Promise<void>): Promise<void> {
    const job = await server.ask<Job>('/api/jobs', { body: { items: wanted } });
    await pause(full ? 900 : 300);
    const { state } = await readJob(job.id);
    if (state === 'running' && what !== 'hang') during += 1;
    await harm();
    // each document has 30 seconds
    const { job: now, took } = await endOf(job.id, `end of the job after the ${what}`, 30_000 * households);
    longest[what] = Math.max(longest[what], took);
    assert.equal(now.state, 'done', JSON.stringify(now));
    for (const { act = '', case: kase } of now.parts) {
      assert.ok(!acts.has(act), 'an act that was there already');
      acts.add(act);
      const { documents } = await server.ask<{ documents: (Document & { id: string })[] }>(
        `/api/cases/${kase}`,
      );
      const inForce = documents.filter((one) => one.state === 'issued' && one.copy === 'family');
      assert.deepEqual(
        inForce.map(({ id }) => id),
        [act],
      );
      await server.ask(`/api/documents/${act}/withdraw`, { body: { reason: 'prova di interruzione' } });
    }
  }

  for (let kill = 0; kill < kills; kill += 1) {
    for (const [what, fits] of [
      ['browser', isBrowser],
      ['renderer', ({ command }: { readonly command: string }) => command.includes(renderer)],
    ] as const)
      await round(what, async () => {
        let found: readonly { readonly pid: number; readonly command: string }[] = [];
        await until(() => (found = server.below().filter(fits)).length > 0, `a ${what}`);
        for (const { pid } of found) process.kill(pid, 'SIGKILL');
      });
    await round('server', () => server.restart());
  }
  for (let hang = 0; hang < hangs; hang += 1) {
    let found: readonly { readonly pid: number; readonly command: string }[] = [];
    await round('hang', async () => {
      const ofBrowser = () =>
        server.below().filter((one) => isBrowser(one) || one.command.includes('--type='));
      await until(() => (found = ofBrowser()).some(isBrowser), 'a browser');
      for (const { pid } of found) process.kill(pid, 'SIGSTOP');
    });
    // One that nobody printed with meanwhile was not missed: it goes on.
    for (const { pid, command } of found)
      if (processes().some((one) => one.pid === pid && one.command === command)) process.kill(pid, 'SIGCONT');
  }
  assert.ok(during >= kills * 2, `${during} of ${kills * 3} kills came while documents were being made`);
  const figures = { seed, kills: kills * 3, during, hangs, documents: acts.size, half: 0, lost: 0 };
  t.diagnostic(`proof ${JSON.stringify({ ...figures, longestMs: longest })}`);
});

/** Begins a job, kills the server once it is at work, and gives what became of it after the next start. */
async function killedAtWork(path: string, body: object, most: number) {
  const { id } = await server.ask<Job>(path, { body });
  await until(async () => (await readJob(id)).state !== 'queued', 'the work begins');
  await pause(most);
  const { state } = await readJob(id);
  await server.restart();
  const { job, took } = await endOf(id, `end of ${path} after the server was killed`);
  assert.equal(job.state, 'done', JSON.stringify(job));
  return { act: job.parts[0]?.act ?? '', took, during: state === 'running' ? 1 : 0 };
}

test('killed over a document of the district: it is there once, under the number that was counted', async (t) => {
  let [longest, during] = [0, 0];
  for (let kill = 0; kill < kills; kill += 1) {
    const told = await killedAtWork('/api/documents?wait=0', { kind: 'service-guide' }, 80);
    longest = Math.max(longest, told.took);
    during += told.during;
    assert.ok(!reports.has(told.act));
    reports.add(told.act);
    const { items, jobs } = await server.ask<{ items: { id: string; number: string }[]; jobs: Job[] }>(
      '/api/documents?kind=service-guide',
    );
    assert.deepEqual(new Set(items.map(({ id }) => id)), reports);
    assert.equal(new Set(items.map(({ number }) => number)).size, reports.size);
    assert.deepEqual(jobs, []);
  }
  const figures = { reports: reports.size, duringReports: during, longestReportMs: longest };
  t.diagnostic(`proof ${JSON.stringify(figures)}`);
});

/** A pact that nobody has signed; what stood before it is taken back. */
async function pact(): Promise<Kept> {
  const [one] = wanted;
  assert.ok(one);
  const { documents } = await server.ask<{ documents: Kept[] }>(`/api/cases/${one.case}`);
  for (const { id, state, copy } of documents)
    if (copy === 'family' && ['issued', 'sealed'].includes(state))
      await server.ask(`/api/documents/${id}/withdraw`, { body: { reason: 'prova di interruzione' } });
  const body = { kind: one.kind, submission: one.submission };
  const { act } = await server.ask<{ act: Kept }>(`/api/cases/${one.case}/documents?wait=30`, { body });
  acts.add(act.id);
  return act;
}
const filesOf = async (id: string): Promise<readonly string[]> =>
  (await document(id)).files.map(({ is }) => is);

test('killed over a seal: the document is sealed once and whole', async (t) => {
  let [longest, during] = [0, 0];
  for (let kill = 0; kill < kills; kill += 1) {
    const { id, signers } = await pact();
    const how = { mode: 'paper', at: '2026-03-01T09:00:00Z', identified: 'Conosciuta personalmente' };
    for (const { id: signer, required } of signers)
      if (required !== false)
        await server.ask(`/api/documents/${id}/signatures`, { body: { signer, ...how } });
    const told = await killedAtWork(`/api/documents/${id}/seal?wait=0`, {}, full ? 1_200 : 400);
    longest = Math.max(longest, told.took);
    during += told.during;
    assert.deepEqual([told.act, (await document(id)).state], [id, 'sealed']);
    assert.deepEqual(await filesOf(id), ['issued', 'sealed']);
    const file = await server.bytes(`/api/documents/${id}/file`);
    const { verdict } = JSON.parse((await server.bytes('/api/verify', file)).toString()) as Verdict;
    assert.equal(verdict, 'valid');
  }
  t.diagnostic(`proof ${JSON.stringify({ seals: kills, duringSeals: during, longestSealMs: longest })}`);
});
interface Verdict {
  readonly verdict: string;
}

test('killed while a signature is under way, remote or elsewhere: completed, or given up and begun again', async (t) => {
  const authority = await newAuthority();
  const person = authority.person('Marta Vellonieri', 'rsa');
  const service = await newRemoteKeys(person);
  t.after(() => (service.close(), authority.close()));
  const keys = join(server.data, 'keys');
  const signers = join(keys, 'valprova', 'signers');
  for (const path of [signers, join(keys, 'authorities')]) mkdirSync(path, { recursive: true });
  writeFileSync(join(keys, 'authorities', 'prova.crt'), readFileSync(authority.rootFile));
  writeFileSync(join(signers, 'gettone'), bearer);
  const way = { title: 'Firma remota', accounts: ['morvani'], signer: 'remote', credential: 'c1' };
  const settings = { ...way, service: service.address, tokenFile: 'gettone' };
  writeFileSync(join(signers, 'remota.json'), JSON.stringify(settings));

  let [completed, again, elsewhere] = [0, 0, 0];
  for (let kill = 0; kill < kills; kill += 1) {
    const { id, signers: all } = await pact();
    const [first, second] = all;
    assert.ok(first && second);
    const path = `/api/documents/${id}/signing`;
    const begin = (signer: string) => server.ask<Kept>(path, { body: { signer, way: 'remota' } });
    await begin(first.id);
    // In the middle of the answer of the service: what it signs is never heard.
    const asked = new Promise<void>((said) => {
      const answers = kill % 2 === 0 ? 400 : random.below(150);
      service.hold = () => (said(), new Promise((next) => setTimeout(next, answers)));
    });
    const lost = server.ask(`${path}/complete`, { body: { otp } }).catch(() => undefined);
    await asked;
    await pause(250);
    await server.restart();
    await lost;
    service.hold = undefined;
    const { signing } = await document(id);
    if (signing) {
      assert.deepEqual(await filesOf(id), ['issued'], 'nothing of it is there');
      await server.ask(`${path}/complete`, { body: { otp } });
      completed += 1;
    }
    const signed = await document(id);
    assert.deepEqual(signed.files.map(({ is }) => is), ['issued', 'signed']); // prettier-ignore
    assert.deepEqual(
      signed.signatures.map(({ signer, mode }) => [signer, mode]),
      [[first.id, 'electronic']],
    );

    // Given up after a start, and begun again; killed once more, somebody signs with a program of their own.
    await begin(second.id);
    await server.restart();
    assert.equal((await document(id)).signing?.signer, second.id);
    await server.ask(path, { method: 'DELETE' });
    await begin(second.id);
    await server.ask(path, { method: 'DELETE' });
    again += 1;
    const ours = await server.bytes(`/api/documents/${id}/file`);
    const facts = {
      reason: 'Firma',
      place: 'Poggiofinto',
      time: new Date().toISOString(),
      name: second.name,
    };
    const theirs = await sign(ours, person, { field: `firma-${second.id}`, facts });
    assert.ok(theirs.ok);
    const sent = server.bytes(`/api/documents/${id}/signed?signer=${second.id}`, theirs.value.pdf);
    sent.catch(() => undefined);
    await pause(150);
    await server.restart();
    await sent.catch(() => undefined);
    // Sent twice, it is registered once.
    await server.bytes(`/api/documents/${id}/signed?signer=${second.id}`, theirs.value.pdf);
    assert.deepEqual(await filesOf(id), ['issued', 'signed', 'signed']);
    assert.equal((await document(id)).signatures.length, 2);
    elsewhere += 1;
  }
  t.diagnostic(`proof ${JSON.stringify({ signatures: { completed, again, elsewhere } })}`);
});

test('at the end no process is left, and the store is whole', async () => {
  await server.stop();
  const store = await createLowdbStore({ folder: server.data, thorough: true });
  const scope = { district: 'valprova', actor: 'prova' };
  assert.deepEqual(store.opening.damaged, []);
  for (const act of [...acts, ...reports]) {
    const copies = await store.list(scope, 'documents', { where: { act } });
    assert.equal(copies.total, acts.has(act) ? 1 : 0, 'an act has one copy for the file');
    for (const id of [act, ...copies.items.map((one) => one.id)]) {
      const kept = await store.get<Document>(scope, 'documents', id);
      for (const { blob, sha256 } of kept!.value.files) {
        const bytes = await store.getBytes(scope, blob);
        assert.ok(bytes && Buffer.from(bytes.subarray(-16)).includes('%%EOF'), 'half a file');
        assert.equal(digest(bytes), sha256);
      }
    }
  }
  const documents = await store.list(scope, 'documents', { where: { kind: 'pact' } });
  assert.ok(documents.total >= acts.size * 2);
  assert.ok((await store.verifyAudit('valprova')).ok);
  await store.close();
});
