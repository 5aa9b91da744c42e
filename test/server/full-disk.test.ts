// SPDX-License-Identifier: AGPL-3.0-or-later
// The disk fills up at each call that issuing, reporting or sealing makes to it: told so, nothing half, and made as soon
// as there is room.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { digest } from '../../server/clock.ts';
import { isOpen, readJob } from '../../server/jobs/record.ts';
import { Workshop } from '../../server/jobs/workshop.ts';
import type { KeptJob } from '../../server/records.ts';
import { createLowdbStore } from '../../server/storage/lowdb.ts';
import type { Document } from '../../schemas/types.ts';
import type { Kept, Query } from '../../server/storage/contract.ts';
import { type Fault, faultyDisk } from './storage/faulty-disk.ts';
import { space } from './storage/script.ts';
import { caseOf, createWorld, type Told } from './world.ts';

const full = process.env['PATTO_PROOF'] === 'full';
/** calls that a full disk refuses; what removes and renames goes on */
const needsRoom = ['write', 'mkdir'];
const scope = { district: 'alfa', actor: 'segue' };

const fault: Fault = { at: 0, code: 'ENOSPC', lasting: true, only: needsRoom };
const disk = faultyDisk(fault);
const home = mkdtempSync(join(tmpdir(), 'patto-full-'));
const open = () => createLowdbStore({ folder: join(home, 'd'), create: true, disk, space });
let store = await open();
const world = await createWorld({ store });
after(async () => {
  await world.close();
  rmSync(home, { recursive: true, force: true });
});
const cookie = await world.signIn('segue');
const post = (path: string, body: object = {}) => world.ask('POST', path, { cookie, body });
const kase = await caseOf(world);
const draft = await post(`/api/cases/${kase}/drafts`, { definition: 'accordo' });
const sent = await post(`/api/drafts/${draft.json.id}/submit`, { answers: { testo: 'Insieme' } });
const issue = () => post(`/api/cases/${kase}/documents`, { kind: 'pact', submission: sent.json.id });

/** What could not be written is written when somebody asks and there is room. */
async function settled(id: string): Promise<void> {
  for (let tries = 0; isOpen((await store.get<KeptJob>(scope, 'jobs', id))!.value); tries += 1) {
    assert.ok(tries < 1000, `${id} is open for ever`);
    await readJob(world.deps, scope, id);
    await new Promise((next) => setImmediate(next));
  }
}

/**
 * A commit that neither came about nor could be taken back stops all writing until the next start, which knows: does what
 * a start does, where that has happened.
 */
async function startedAgain(): Promise<boolean> {
  if ((await store.health()).writable) return false;
  await store.close();
  store = await open();
  Object.assign(world.deps, { store });
  await new Workshop().resume(world.deps);
  return true;
}

interface Work {
  /** what must be there before it is asked for */
  ready(): Promise<void>;
  ask(): Promise<Told>;
  /** nothing is half; `act`: what must be there and in force */
  whole(act: string | undefined): Promise<void>;
}

/** Fills the disk at each call of a work: done, or failed with the reason; then made. */
async function atEveryCall(t: TestContext, name: string, { ready, ask, whole }: Work): Promise<void> {
  const idOf = ({ json }: Told): string => json.act?.id ?? json.id;
  const isDone = ({ status }: Told): boolean => status === 200 || status === 201;
  await ready();
  const first = disk.calls.length;
  assert.ok(isDone(await ask()));
  const made = disk.calls.slice(first);
  const places = made.flatMap((call, place) => (needsRoom.includes(call) ? [place + 1] : []));
  const said = new Map<string, number>();
  let starts = 0;
  for (const at of places.filter((_, place) => full || place % 3 === 0)) {
    await ready();
    fault.at = disk.calls.length + at;
    const told = await ask();
    const code = isDone(told) ? 'done' : String(told.json?.code ?? told.status);
    said.set(code, (said.get(code) ?? 0) + 1);
    // Whoever was told no may have the document all the same when the very end could not be written; never half of it.
    fault.at = 0;
    if (await startedAgain()) starts += 1;
    assert.ok(isDone(told) || code === 'disk-full', `call ${at}: ${told.text}`);
    await whole(isDone(told) ? idOf(told) : undefined);
    const again = await ask();
    assert.ok(isDone(again), `call ${at}: ${again.status} ${again.text}`);
    await whole(idOf(again));
    for (const { id } of (await store.list(scope, 'jobs', { limit: 200 })).items) await settled(id);
  }
  assert.ok((said.get('disk-full') ?? 0) > 0);
  assert.ok((await store.verifyAudit('alfa')).ok);
  const figures = { calls: made.length, places: places.length, told: Object.fromEntries(said), starts };
  t.diagnostic(`proof ${JSON.stringify({ [name]: figures })}`);
}

async function isWhole(kept: Document): Promise<void> {
  for (const { blob, sha256 } of kept.files) {
    const bytes = await store.getBytes(scope, blob);
    assert.equal(bytes && digest(bytes), sha256, 'a file is not what was registered');
  }
}
const documents = async (where: Query['where']): Promise<readonly Kept<Document>[]> => {
  const { items } = await store.list(scope, 'documents', { where: where ?? {}, limit: 200 });
  const kept = await Promise.all(items.map(({ id }) => store.get<Document>(scope, 'documents', id)));
  return kept.filter((one) => one !== undefined);
};

/** The act in force, with both files as they were hashed; undefined: none. */
async function inForce(): Promise<Kept<Document> | undefined> {
  const all = await documents({ case: kase, state: ['issued', 'sealed'] });
  const acts = all.filter(({ value }) => value.copy === 'family');
  assert.ok(acts.length <= 1, `${acts.length} acts in force`);
  const [act] = acts;
  if (!act) return undefined;
  const copies = [act, ...all.filter(({ value }) => value.act === act.id)];
  assert.equal(copies.length, 2, 'an act without its copy');
  for (const { value } of copies) await isWhole(value);
  return act;
}
async function withdrawn(): Promise<void> {
  const act = await inForce();
  if (act) assert.equal((await post(`/api/documents/${act.id}/withdraw`, { reason: 'prova' })).status, 200);
}

test('a disk that fills up at any call of issuing', (t) =>
  atEveryCall(t, 'issue', {
    ready: withdrawn,
    ask: issue,
    async whole(act) {
      const found = await inForce();
      if (act !== undefined) assert.equal(found?.id, act);
    },
  }));

test('a disk that fills up at any call of a document of the district', async (t) => {
  let before = 0;
  const count = async (): Promise<number> => {
    const all = await documents({ kind: 'service-guide' });
    for (const { value } of all) await isWhole(value);
    assert.equal(new Set(all.map(({ value }) => value.number)).size, all.length);
    return all.length;
  };
  await atEveryCall(t, 'report', {
    ready: async () => void (before = await count()),
    ask: () => post('/api/documents', { kind: 'service-guide' }),
    async whole(act) {
      const now = await count();
      // Who was told no at the very end and asked again has a second one.
      assert.ok(now >= before + (act === undefined ? 0 : 1) && now <= before + 2);
    },
  });
});

test('a disk that fills up at any call of a seal', async (t) => {
  let act = '';
  await atEveryCall(t, 'seal', {
    async ready() {
      await withdrawn();
      act = (await issue()).json.act.id;
      const hand = { mode: 'paper', at: '2026-02-25T10:00:00Z', identified: 'carta d’identità' };
      await post(`/api/documents/${act}/signatures`, { signer: 'marta', ...hand });
    },
    ask: () => post(`/api/documents/${act}/seal`),
    async whole(sealed) {
      const found = await inForce();
      assert.equal(found?.id, act);
      const states = found.value.files.map(({ is }) => is).join();
      const expected = found.value.state === 'sealed' ? 'issued,sealed' : 'issued';
      assert.equal(states, expected);
      if (sealed !== undefined) assert.equal(found.value.state, 'sealed');
    },
  });
});
