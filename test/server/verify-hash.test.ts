// SPDX-License-Identifier: AGPL-3.0-or-later
// A file that stays with whoever checks it: its hash and its code go to the register, the rest is told where it is.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { codeIn, differenceOf, hashOf } from '../../server/pages/verify-file.ts';
import { caseOf, createWorld, type World } from './world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world.close());

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('how a file differs from every state that the register knows', async () => {
  const [first, second] = [bytesOf('emesso'), bytesOf('emesso firmato')];
  const states = [first, second].map((bytes) => ({ sha256: sha256(bytes), bytes: bytes.length, is: 'x' }));
  assert.equal(await hashOf(first), sha256(first));
  const differences = ['emesso firmato e altro', 'emesso da altri', 'emesso', 'em', 'Emesso firmato'].map(
    async (text) => differenceOf(bytesOf(text), states),
  );
  assert.deepEqual(await Promise.all(differences), [
    'appended',
    'ended-otherwise',
    'ended-otherwise',
    'cut',
    'changed',
  ]);
  assert.equal(codeIn(bytesOf('%PDF <dc:identifier>urn:patto:K7QF-3M9T-XW2D<')), 'K7QF-3M9T-XW2D');
});

test('the register answers a hash as it answers the file, and shows nothing of who it is about', async () => {
  const kase = await caseOf(world, 'alfa', 'Segnaprezioso');
  const cookie = await world.signIn('segue');
  const post = (path: string, body: unknown) => world.ask('POST', path, { cookie, body });
  const draft = await post(`/api/cases/${kase}/drafts`, { definition: 'accordo' });
  const sent = await post(`/api/drafts/${draft.json.id}/submit`, { answers: { testo: 'Insieme' } });
  const { act } = (await post(`/api/cases/${kase}/documents`, { kind: 'pact', submission: sent.json.id }))
    .json;
  const path = `/api/documents/${act.id}`;
  const signature = { signer: 'marta', mode: 'paper', at: '2026-02-25T10:00:00Z', identified: 'nota' };
  await post(`${path}/signatures`, signature);
  await post(`${path}/seal`, {});
  const ask = (hash: string, code: string = act.code) =>
    world.ask('POST', '/api/verify/hash', { body: { sha256: hash, code } });
  const files = (await world.ask('GET', path, { cookie })).json.files as { sha256: string; bytes: number }[];
  const told = await Promise.all(files.map((file) => ask(file.sha256)));
  assert.deepEqual(
    told.map(({ json }) => json.verdict),
    ['older', 'valid'],
  );
  assert.deepEqual(
    told[1]?.json.states.map((one: { bytes: number }) => one.bytes),
    files.map(({ bytes }) => bytes),
  );
  const other = await ask('0'.repeat(64));
  assert.equal(other.json.verdict, 'altered');
  assert.doesNotMatch(
    JSON.stringify([other.json, told.map(({ json }) => json)]),
    /Segnaprezioso|Marta|segue/,
  );
  assert.equal((await ask(files[0]!.sha256, 'AAAA-AAAA-AAAA')).json.verdict, 'unknown');
  assert.equal((await ask('short')).status, 400);
  await post(`${path}/withdraw`, { reason: 'errore' });
  assert.equal((await ask(files[1]!.sha256)).json.verdict, 'withdrawn');
});
