// SPDX-License-Identifier: AGPL-3.0-or-later
// What people do with an act at the desk: refuse, cannot sign, take part; scans; what happened, from the audit.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { caseOf, createWorld, type World } from './world.ts';

let world: World;
let cookie = '';
let kase = '';
before(async () => {
  world = await createWorld();
  kase = await caseOf(world);
  cookie = await world.signIn('segue');
});
after(() => world.close());

const post = (path: string, body: unknown) => world.ask('POST', path, { cookie, body });
const get = (path: string) => world.ask('GET', path, { cookie });

/** A pact that waits for its signatures. */
async function act(text: string): Promise<string> {
  const draft = await post(`/api/cases/${kase}/drafts`, { definition: 'accordo' });
  const sent = await post(`/api/drafts/${draft.json.id}/submit`, { answers: { testo: text } });
  const issued = await post(`/api/cases/${kase}/documents`, { kind: 'pact', submission: sent.json.id });
  return `/api/documents/${issued.json.act.id}`;
}
const done = { at: '2026-02-25T10:00:00Z', identified: 'carta d’identità AB123', place: 'Poggiofinto' };
const scan = (path: string, raw: Uint8Array) =>
  world.ask('POST', `${path}/scans`, {
    cookie,
    raw,
    headers: { 'Content-Type': 'application/octet-stream' },
  });

test('who cannot sign declares so before the officer, in the district’s words, and the act is complete', async () => {
  const path = await act('uno');
  const silent = await post(`${path}/signatures`, { signer: 'marta', mode: 'impeded', ...done });
  assert.deepEqual([silent.status, silent.json.code], [422, 'reason-missing']);
  const told = await post(`${path}/signatures`, {
    signer: 'marta',
    mode: 'impeded',
    reason: 'non sa scrivere.',
    identifiedBy: 'R. Tessardi',
    ...done,
  });
  const [signature] = told.json.signatures;
  assert.match(signature.declaration, /^Davanti a R\. Tessardi.*Marta.*motivo: non sa scrivere\.$/);
  assert.equal(signature.identifiedBy, 'R. Tessardi');
  assert.match(signature.sha256, /^[0-9a-f]{64}$/);
  const sealed = await post(`${path}/seal`, {});
  assert.equal(sealed.json.state, 'sealed');
  const after = await get(`/api/cases/${kase}`);
  assert.equal(after.json.case.state, 'patto sottoscritto');
});

test('a refusal closes the act and concludes nothing; until the seal the person may still sign', async () => {
  const path = await act('due');
  const refusal = { signer: 'marta', mode: 'refused', reason: 'vuole pensarci', ...done };
  const first = await post(`${path}/signatures`, refusal);
  assert.equal(
    first.json.signatures[0].identifiedBy,
    'Persona segue',
    'who registers, unless another is named',
  );
  const second = await post(`${path}/signatures`, { signer: 'marta', mode: 'paper', ...done });
  assert.deepEqual(
    second.json.signatures.map(({ mode }: { mode: string }) => mode),
    ['paper'],
  );
});

test('who only took part has a line to sign, nothing to refuse, and is not waited for', async () => {
  const path = await act('tre');
  for (const mode of ['refused', 'impeded']) {
    const tried = await post(`${path}/signatures`, { signer: 'luca', mode, reason: 'x', ...done });
    assert.deepEqual([tried.status, tried.json.code], [422, 'mode-unfit']);
  }
  await post(`${path}/signatures`, { signer: 'marta', mode: 'paper', ...done });
  assert.equal((await post(`${path}/seal`, {})).json.state, 'sealed');
});

test('the scan of the signed paper is kept by its hash, named by the signature, and comes back', async () => {
  const path = await act('quattro');
  const bytes = Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF', 'latin1');
  const kept = await scan(path, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  assert.deepEqual([kept.status, kept.json], [201, { sha256, bytes: bytes.length, type: 'application/pdf' }]);
  assert.equal((await scan(path, bytes)).status, 200, 'the same again');
  assert.equal((await scan(path, Buffer.from('MZ program'))).json.code, 'file-kind');
  const other = { signer: 'marta', mode: 'paper', scan: '0'.repeat(64), ...done };
  assert.equal((await post(`${path}/signatures`, other)).json.code, 'scan-unknown');
  const signed = await post(`${path}/signatures`, { ...other, scan: sha256 });
  assert.equal(signed.json.signatures[0].scan, sha256);
  const back = await fetch(`${world.base}${path}/scans/${sha256}`, { headers: { Cookie: cookie } });
  assert.deepEqual(Buffer.from(await back.arrayBuffer()), bytes);
  assert.match(back.headers.get('content-disposition') ?? '', /^attachment/);
});

test('what happened to an act, from a chain that holds', async () => {
  const path = await act('cinque');
  await post(`${path}/signatures`, { signer: 'marta', mode: 'paper', ...done });
  await post(`${path}/seal`, {});
  const { json } = await get(`${path}/events`);
  assert.equal(json.chain.ok, true);
  assert.deepEqual(
    json.items.map(({ action, by }: { action: string; by: string }) => [action, by]),
    [
      ['document.issue', 'Persona segue'],
      ['document.signed', 'Persona segue'],
      ['document.seal', 'Persona segue'],
    ],
  );
  const seqs = json.items.map(({ seq }: { seq: number }) => seq);
  assert.deepEqual(
    seqs,
    seqs.toSorted((a: number, b: number) => a - b),
  );
});
