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

test('an electronic signature in two steps: what the key refuses may be tried again, what is under way given up', async () => {
  const path = await act('sei');
  const ways = await get(`${path}/signing`);
  assert.deepEqual(ways.json, {
    ways: [{ id: 'chiave', title: 'Chiave di prova', asks: ['pin'] }],
    sealing: 'last',
  });
  const begin = () => post(`${path}/signing`, { signer: 'marta', way: 'chiave' });
  const complete = (pin: string) => post(`${path}/signing/complete`, { pin });
  assert.equal((await complete('1234')).json.code, 'no-signing');
  assert.equal((await post(`${path}/signing`, { signer: 'marta', way: 'altra' })).json.code, 'way-unknown');
  const begun = await begin();
  assert.deepEqual([begun.status, begun.json.signing.asks], [201, ['pin']]);
  assert.equal((await begin()).json.code, 'signing-under-way');
  const hand = { signer: 'luca', mode: 'paper', ...done };
  assert.equal((await post(`${path}/signatures`, hand)).json.code, 'signing-under-way');
  const given = await world.ask('DELETE', `${path}/signing`, { cookie });
  assert.equal('signing' in given.json, false);
  const { blob } = (await begin()).json.signing;
  assert.equal((await complete('0000')).json.code, 'signer-refused');
  const signed = await complete('1234');
  assert.deepEqual(
    [signed.json.signatures[0].mode, signed.json.signatures[0].identified, 'signing' in signed.json],
    ['electronic', 'Marta Firma', false],
  );
  const scope = { district: 'alfa', actor: 'system' };
  assert.equal(await world.deps.store.getBytes(scope, blob), undefined, 'what waited is gone');
  assert.equal((await post(`${path}/signatures`, hand)).json.code, 'signed-in-file');
  assert.equal((await post(`${path}/seal`, {})).json.state, 'sealed');
});

test('where the seal comes first it opens the act to signatures, and the act is closed when all have signed', async () => {
  const district = world.deps.catalogue.districts.get('alfa') as { sealing?: string };
  district.sealing = 'first';
  try {
    const path = await act('sette');
    const opened = await post(`${path}/seal`, {});
    assert.deepEqual([opened.json.state, opened.json.files.at(-1).is], ['issued', 'sealed']);
    assert.equal((await post(`${path}/seal`, {})).json.code, 'signatures-missing');
    await post(`${path}/signing`, { signer: 'marta', way: 'chiave' });
    await post(`${path}/signing/complete`, { pin: '1234' });
    const closed = await post(`${path}/seal`, {});
    assert.deepEqual(
      [closed.json.state, closed.json.files.map(({ is }: { is: string }) => is)],
      ['sealed', ['issued', 'sealed', 'signed']],
    );
  } finally {
    delete district.sealing;
  }
});

test('where the district asks for an order, each signs in turn, on paper and in the file; a refusal waits for nobody', async () => {
  const { documents } = world.deps.catalogue.districts.get('alfa')!.phases.find(({ id }) => id === 'patto')!;
  const asked = documents![0] as { inOrder?: boolean };
  const issue = world.deps.papers.issue;
  const names = ['Marta', 'Luca', 'Rita'];
  const signers = names.map((name) => ({ id: name.toLowerCase(), name, role: 'parte' }));
  const guest = { id: 'ospite', name: 'Ospite', role: 'ha partecipato', required: false };
  Object.assign(world.deps.papers, {
    issue: async (work: Parameters<typeof issue>[0]) => {
      const made = await issue(work);
      return made.ok ? { ok: true, value: { ...made.value, signers: [guest, ...signers] } } : made;
    },
  });
  asked.inOrder = true;
  try {
    const path = await act('otto');
    const sign = (signer: string, mode = 'paper', more: object = {}) =>
      post(`${path}/signatures`, { signer, mode, ...more, ...done });
    const early = await sign('rita');
    assert.deepEqual([early.status, early.json.code], [422, 'not-your-turn']);
    assert.match(early.json.title, /prima di Rita .* di Marta, Luca/);
    assert.equal((await sign('luca', 'impeded', { reason: 'non vede' })).json.code, 'not-your-turn');
    assert.equal((await sign('ospite')).status, 201, 'who only took part is in no queue');
    assert.equal((await sign('luca', 'refused', { reason: 'ci pensa' })).status, 201);
    assert.equal((await sign('rita')).json.code, 'not-your-turn');
    assert.equal((await sign('marta')).status, 201);
    assert.equal((await sign('rita')).status, 201, 'who refused keeps nobody waiting');
    assert.equal((await sign('luca')).status, 201, 'and may still sign');

    const file = await act('nove');
    const begin = (signer: string) => post(`${file}/signing`, { signer, way: 'chiave' });
    assert.equal((await begin('luca')).json.code, 'not-your-turn');
    const pdf = await fetch(`${world.base}${file}/file`, { headers: { Cookie: cookie } });
    const theirs = Buffer.concat([Buffer.from(await pdf.arrayBuffer()), Buffer.from(' theirs')]);
    const bring = (signer: string) =>
      world.ask('POST', `${file}/signed?signer=${signer}`, {
        cookie,
        raw: theirs,
        headers: { 'Content-Type': 'application/pdf' },
      });
    assert.equal((await bring('luca')).json.code, 'not-your-turn');
    assert.equal((await begin('marta')).status, 201);
    await post(`${file}/signing/complete`, { pin: '1234' });
    assert.equal((await begin('luca')).status, 201);
    asked.inOrder = false;
    assert.equal((await get(file)).json.inOrder, true, 'what was issued so stays so');
    const free = await act('dieci');
    assert.equal((await post(`${free}/signatures`, { signer: 'rita', mode: 'paper', ...done })).status, 201);
  } finally {
    delete asked.inOrder;
    Object.assign(world.deps.papers, { issue });
  }
});
