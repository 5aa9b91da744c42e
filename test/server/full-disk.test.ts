// SPDX-License-Identifier: AGPL-3.0-or-later
// The disk fills up at each call that issuing makes to it: told so, nothing half, and made as soon as there is room.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { digest } from '../../server/clock.ts';
import { isOpen, readJob } from '../../server/jobs/record.ts';
import type { KeptJob } from '../../server/records.ts';
import { createLowdbStore } from '../../server/storage/lowdb.ts';
import type { Document } from '../../schemas/types.ts';
import { type Fault, faultyDisk } from './storage/faulty-disk.ts';
import { temporaryFolder } from './storage/folders.ts';
import { space } from './storage/script.ts';
import { caseOf, createWorld } from './world.ts';

const full = process.env['PATTO_PROOF'] === 'full';
/** calls that a full disk refuses; what removes and renames goes on */
const needsRoom = ['write', 'mkdir'];
const scope = { district: 'alfa', actor: 'segue' };

test('a disk that fills up at any call of issuing: done, or failed with the reason; then made', async (t) => {
  const fault: Fault = { at: 0, code: 'ENOSPC', lasting: true, only: needsRoom };
  const disk = faultyDisk(fault);
  const store = await createLowdbStore({ folder: join(temporaryFolder(t), 'd'), create: true, disk, space });
  const world = await createWorld({ store });
  t.after(() => world.close());
  const cookie = await world.signIn('segue');
  const post = (path: string, body: object) => world.ask('POST', path, { cookie, body });
  const kase = await caseOf(world);
  const draft = await post(`/api/cases/${kase}/drafts`, { definition: 'accordo' });
  const sent = await post(`/api/drafts/${draft.json.id}/submit`, { answers: { testo: 'Insieme' } });
  const issue = () => post(`/api/cases/${kase}/documents`, { kind: 'pact', submission: sent.json.id });

  /** The act in force, with both files as they were hashed; undefined: none. */
  async function inForce(): Promise<string | undefined> {
    const { items } = await store.list(scope, 'documents', {
      where: { case: kase, state: 'issued' },
      limit: 200,
    });
    const kept = await Promise.all(items.map(({ id }) => store.get<Document>(scope, 'documents', id)));
    const acts = kept.filter((one) => one?.value.copy === 'family');
    assert.ok(acts.length <= 1, `${acts.length} acts in force`);
    const [act] = acts;
    if (!act) return undefined;
    const copies = [act, ...kept.filter((one) => one?.value.act === act.id)];
    assert.equal(copies.length, 2, 'an act without its copy');
    for (const one of copies) {
      const [file] = one!.value.files;
      const bytes = await store.getBytes(scope, file!.blob);
      assert.equal(bytes && digest(bytes), file!.sha256, 'a file is not what was registered');
    }
    return act.id;
  }

  /** What could not be written is written when somebody asks and there is room. */
  async function settled(id: string): Promise<void> {
    for (let tries = 0; isOpen((await store.get<KeptJob>(scope, 'jobs', id))!.value); tries += 1) {
      assert.ok(tries < 1000, `${id} is open for ever`);
      await readJob(world.deps, scope, id);
      await new Promise((next) => setImmediate(next));
    }
  }

  const first = disk.calls.length;
  assert.equal((await issue()).status, 201);
  const made = disk.calls.slice(first);
  const places = made.flatMap((name, place) => (needsRoom.includes(name) ? [place + 1] : []));
  const told = new Map<string, number>();
  for (const at of places.filter((_, place) => full || place % 3 === 0)) {
    const act = await inForce();
    assert.equal((await post(`/api/documents/${act}/withdraw`, { reason: 'prova' })).status, 200);
    fault.at = disk.calls.length + at;
    const { status, json } = await issue();
    const said = json?.code ?? status;
    told.set(said, (told.get(said) ?? 0) + 1);
    // Whoever was told no may have the document all the same when the very end could not be written; never half of it.
    fault.at = 0;
    if (status === 201) assert.equal(await inForce(), json.act.id, `call ${at}`);
    else {
      assert.equal(json.code, 'disk-full', `call ${at}: ${JSON.stringify(json)}`);
      await inForce();
    }
    const again = await issue();
    assert.ok(again.status === 201 || again.status === 200, `call ${at}: ${again.status} ${again.text}`);
    assert.equal(await inForce(), again.json.act.id);
    for (const { id } of (await store.list(scope, 'jobs', { limit: 200 })).items) await settled(id);
  }
  assert.ok((told.get('disk-full') ?? 0) > 0);
  assert.ok((await store.verifyAudit('alfa')).ok);
  t.diagnostic(
    `proof ${JSON.stringify({ calls: made.length, places: places.length, told: Object.fromEntries(told) })}`,
  );
});
