// SPDX-License-Identifier: AGPL-3.0-or-later
// The road of a case over HTTP, and what a double click, a replay and two people at once do to it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Submission } from '../../schemas/types.ts';
import { caseOf, createWorld, goodAnswers, submit, tokenOf, type World } from './world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world.close());

test('every definition of the demonstration is published', async () => {
  assert.deepEqual(world.lines, []);
  const cookie = await world.signIn('moduli');
  const { json } = await world.ask('GET', '/api/definitions', { cookie });
  assert.deepEqual(
    json.items.map((one: { id: string; published: number; changed: boolean }) => [
      one.id,
      one.published,
      one.changed,
    ]),
    [
      ['accordo', 1, false],
      ['domanda', 1, false],
      ['scheda', 1, false],
    ],
  );
});

test('from a public request to a sealed act that a stranger can check', async () => {
  const submission = await submit(world);
  const manager = await world.signIn('segue');
  const requests = await world.ask('GET', '/api/requests', { cookie: manager });
  assert.ok(requests.json.items.some((one: { id: string }) => one.id === submission));
  assert.ok(!requests.text.includes('Marta'));
  const opened = await world.ask('POST', '/api/cases', { cookie: manager, body: { submission } });
  const again = await world.ask('POST', '/api/cases', { cookie: manager, body: { submission } });
  assert.deepEqual([opened.status, again.status, again.json.id], [201, 200, opened.json.id]);
  const id = opened.json.id as string;
  const view = await world.ask('GET', `/api/cases/${id}`, { cookie: manager });
  assert.equal(view.json.case.name, 'Marta');
  assert.match(view.json.case.number, /^2026\/ALFACENTRO\/\d{5}$/);
  assert.deepEqual(view.json.case.facts, { Persone: '1' });
  assert.deepEqual([view.json.terms[0].due, view.json.terms[0].state], ['2026-03-21', 'open']);
  const started = await world.ask('POST', `/api/cases/${id}/drafts`, {
    cookie: manager,
    body: { definition: 'scheda' },
  });
  const twice = await world.ask('POST', `/api/cases/${id}/drafts`, {
    cookie: manager,
    body: { definition: 'scheda' },
  });
  assert.deepEqual([started.status, twice.status, twice.json.id], [201, 200, started.json.id]);
  const draft = await world.ask('GET', `/api/drafts/${started.json.id}`, { cookie: manager });
  assert.deepEqual(draft.json.draft.answers, {
    chi: 'Marta',
    fisso: 'Marta',
    persone: [{ id: 'rigaAAAAAA1', nome: 'Marta' }],
  });
  assert.equal(draft.json.draft.from['/chi'], 'prefilled');
  const missing = await world.ask('POST', `/api/drafts/${started.json.id}/submit`, {
    cookie: manager,
    body: {},
  });
  assert.equal(missing.status, 422);
  assert.deepEqual(
    missing.json.problems.map((one: { code: string; at: string }) => [one.code, one.at]),
    [['required', '/livello']],
  );
  const answers = { ...draft.json.draft.answers, livello: 1 };
  const sent = await Promise.all(
    Array.from({ length: 5 }, () =>
      world.ask('POST', `/api/drafts/${started.json.id}/submit`, { cookie: manager, body: { answers } }),
    ),
  );
  assert.deepEqual(sent.map(({ status }) => status).sort(), [200, 200, 200, 200, 201]);
  assert.equal(new Set(sent.map(({ json }) => json.id)).size, 1);
  const pact = await world.ask('POST', `/api/cases/${id}/drafts`, {
    cookie: manager,
    body: { definition: 'accordo' },
  });
  const given = await world.ask('POST', `/api/drafts/${pact.json.id}/submit`, {
    cookie: manager,
    body: { answers: { testo: 'Insieme' } },
  });
  assert.equal(given.status, 201);
  const wrong = { cookie: manager, body: { kind: 'pact', submission } };
  assert.equal((await world.ask('POST', `/api/cases/${id}/documents`, wrong)).status, 404);
  const issue = { cookie: manager, body: { kind: 'pact', submission: given.json.id } };
  const issued = await world.ask('POST', `/api/cases/${id}/documents`, issue);
  const reissued = await world.ask('POST', `/api/cases/${id}/documents`, issue);
  assert.deepEqual([issued.status, reissued.status, reissued.json.act.id], [201, 200, issued.json.act.id]);
  const { act } = issued.json;
  const early = await world.ask('POST', `/api/documents/${act.id}/seal`, { cookie: manager });
  assert.deepEqual([early.status, early.json.code], [422, 'signatures-missing']);
  const signature = {
    signer: 'marta',
    mode: 'paper',
    at: '2026-02-25T10:00:00Z',
    identified: 'carta d’identità',
  };
  const signed = await world.ask('POST', `/api/documents/${act.id}/signatures`, {
    cookie: manager,
    body: signature,
  });
  const resigned = await world.ask('POST', `/api/documents/${act.id}/signatures`, {
    cookie: manager,
    body: signature,
  });
  assert.deepEqual([signed.status, resigned.json.signatures.length], [201, 1]);
  const sealed = await world.ask('POST', `/api/documents/${act.id}/seal`, { cookie: manager });
  assert.equal(sealed.json.state, 'sealed');
  const end = await world.ask('GET', `/api/cases/${id}`, { cookie: manager });
  assert.equal(end.json.case.state, 'patto sottoscritto');
  assert.equal(end.json.case.dates.patto, '2026-02-25');
  assert.deepEqual(
    end.json.case.timeline.map((event: { what: string }) => event.what),
    ['submitted', 'opened', 'submitted', 'submitted', 'issued', 'signed', 'sealed'],
  );
  const file = await fetch(`${world.base}/api/documents/${act.id}/file`, { headers: { Cookie: manager } });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const asPdf = { 'Content-Type': 'application/pdf' };
  const verdict = await world.ask('POST', '/api/verify', { raw: bytes, headers: asPdf });
  assert.equal(verdict.json.verdict, 'valid');
  bytes[1] = 0x51;
  const changed = await world.ask('POST', '/api/verify', { raw: bytes, headers: asPdf });
  assert.equal(changed.json.verdict, 'altered');
  const code = await world.ask('GET', `/api/verify/${String(act.code).replaceAll('-', '').toLowerCase()}`);
  assert.equal(code.json.verdict, 'valid');
  assert.ok(!code.text.includes('Marta'));
  const older = await fetch(`${world.base}/api/documents/${act.id}/file?is=issued`, {
    headers: { Cookie: manager },
  });
  const first = await world.ask('POST', '/api/verify', {
    raw: new Uint8Array(await older.arrayBuffer()),
    headers: asPdf,
  });
  assert.equal(first.json.verdict, 'older');
});

test('a kind that names its roles is issued and opened by these alone; one without a copy for the file has none', async () => {
  const id = await caseOf(world, 'alfa', 'Ada');
  const desk = await world.signIn('banco');
  const view = await world.ask('GET', `/api/cases/${id}`, { cookie: desk });
  assert.deepEqual(
    view.json.phases.flatMap((phase: { documents: object[] }) => phase.documents),
    [{ kind: 'receipt', definition: 'domanda' }],
    'what the front office may issue',
  );
  const submission = view.json.phases[0].definitions[0].submissions[0].id;
  const ask = (cookie: string, kind: string) =>
    world.ask('POST', `/api/cases/${id}/documents`, { cookie, body: { kind, submission } });
  assert.equal((await ask(desk, 'pact')).status, 403);
  assert.equal((await ask(await world.signIn('capo'), 'receipt')).status, 403, 'a role that is not named');
  assert.equal((await ask(await world.signIn('altra'), 'receipt')).status, 403, 'no title to the case');
  const { json, status } = await ask(desk, 'receipt');
  assert.deepEqual([status, json.internal], [201, '']);
  const open = async (who: string) =>
    (await world.ask('GET', `/api/documents/${json.act.id}`, { cookie: await world.signIn(who) })).status;
  assert.deepEqual(
    await Promise.all(['banco', 'segue', 'uffici', 'capo', 'edu'].map(open)),
    [200, 200, 403, 403, 403],
  );
  const listed = async (who: string) =>
    (await world.ask('GET', `/api/cases/${id}`, { cookie: await world.signIn(who) })).json.documents.length;
  assert.deepEqual([await listed('banco'), await listed('uffici')], [1, 0]);
  const reading = async (who: string, kind: string) =>
    world.ask('GET', `/api/cases/${id}/reading?kind=${kind}&submission=${submission}`, {
      cookie: await world.signIn(who),
    });
  assert.equal((await reading('banco', 'receipt')).json.index, 42, 'how hard it is, before it is issued');
  assert.equal((await reading('capo', 'receipt')).status, 403);
  assert.equal((await reading('banco', 'pact')).status, 403);
  const withdrawn = { cookie: desk, body: { reason: 'Data sbagliata' } };
  assert.equal((await world.ask('POST', `/api/documents/${json.act.id}/withdraw`, withdrawn)).status, 200);
  const anew = (await ask(desk, 'receipt')).json.act;
  assert.deepEqual([anew.number, anew.revision], [json.act.number, 2], 'the same answers, issued again');
  const after = await world.ask('GET', `/api/cases/${id}`, { cookie: desk });
  assert.equal(after.json.case.state, 'nuova', 'only a pact takes the case further');
});

/** A case with a pact that has been issued. */
async function issued(cookie: string) {
  const id = await caseOf(world, 'alfa', 'Rita');
  const pact = await world.ask('POST', `/api/cases/${id}/drafts`, {
    cookie,
    body: { definition: 'accordo' },
  });
  const given = await world.ask('POST', `/api/drafts/${pact.json.id}/submit`, {
    cookie,
    body: { answers: { testo: 'Insieme' } },
  });
  const { json } = await world.ask('POST', `/api/cases/${id}/documents`, {
    cookie,
    body: { kind: 'pact', submission: given.json.id },
  });
  return { id, act: json.act };
}

test('the next version of a pact is printed with what the one in force said', async () => {
  const manager = await world.signIn('segue');
  const { id, act } = await issued(manager);
  const draft = await world.ask('POST', `/api/cases/${id}/drafts`, {
    cookie: manager,
    body: { definition: 'accordo' },
  });
  const sent = await world.ask('POST', `/api/drafts/${draft.json.id}/submit`, {
    cookie: manager,
    body: { answers: { testo: 'Altro' } },
  });
  const { issue } = world.deps.papers;
  const told: unknown[] = [];
  Object.assign(world.deps.papers, {
    issue: (work: Parameters<typeof issue>[0]) => {
      told.push([work.revision, work.before?.revision, work.before?.answers]);
      return issue(work);
    },
  });
  const body = { kind: 'pact', submission: sent.json.id };
  const next = await world.ask('POST', `/api/cases/${id}/documents`, { cookie: manager, body });
  Object.assign(world.deps.papers, { issue });
  assert.deepEqual([next.json.act.number, next.json.act.revision], [act.number, 2]);
  assert.deepEqual(told, Array(2).fill([2, 1, { testo: 'Insieme' }]));
});

test('a refusal with its reason is enough to seal, and is not an agreement', async () => {
  const manager = await world.signIn('segue');
  const { id, act } = await issued(manager);
  const register = (body: object) =>
    world.ask('POST', `/api/documents/${act.id}/signatures`, {
      cookie: manager,
      body: { signer: 'marta', mode: 'refused', at: '2026-02-25T10:00:00Z', identified: 'nota', ...body },
    });
  assert.equal((await register({})).json.code, 'reason-missing');
  const dated = async (at: string) => (await register({ at, reason: 'No' })).json.code as string;
  assert.deepEqual(
    [await dated('2026-99-99T10:00:00Z'), await dated('2126-02-25T10:00:00Z')],
    ['bad-request', 'signed-in-future'],
  );
  assert.equal((await register({ reason: 'Non è d’accordo' })).status, 201);
  // What an attempt left that was cut off before the register knew it does not stand in the way.
  await world.deps.store.putBytes(
    { district: 'alfa', actor: 'system' },
    `${act.id}.sealed.pdf`,
    new Uint8Array([1]),
  );
  const sealed = await world.ask('POST', `/api/documents/${act.id}/seal`, { cookie: manager });
  assert.equal(sealed.json.state, 'sealed');
  const file = await fetch(`${world.base}/api/documents/${act.id}/file`, { headers: { Cookie: manager } });
  assert.ok((await file.arrayBuffer()).byteLength > 1);
  const end = await world.ask('GET', `/api/cases/${id}`, { cookie: manager });
  assert.deepEqual([end.json.case.state, end.json.case.dates.patto], ['patto condiviso', undefined]);
});

test('who signs elsewhere brings the file back; what is signed in the file is sealed as it is', async () => {
  const manager = await world.signIn('segue');
  const { act } = await issued(manager);
  const blob = async (): Promise<Uint8Array> => {
    const file = await fetch(`${world.base}/api/documents/${act.id}/file`, { headers: { Cookie: manager } });
    return new Uint8Array(await file.arrayBuffer());
  };
  const bring = (raw: Uint8Array, signer = 'marta') =>
    world.ask('POST', `/api/documents/${act.id}/signed?signer=${signer}`, {
      cookie: manager,
      raw,
      headers: { 'Content-Type': 'application/pdf' },
    });
  const issuedFile = await blob();
  const theirs = Buffer.concat([issuedFile, Buffer.from(' firmato')]);
  assert.equal((await bring(Buffer.from('%PDF altro'))).json.code, 'upload-prefix');
  assert.equal((await bring(theirs, 'nessuno')).json.code, 'unknown-signer');
  const taken = await bring(theirs);
  assert.equal(taken.status, 201);
  const [signature] = taken.json.signatures as readonly { readonly mode: string; readonly sha256: string }[];
  assert.deepEqual([signature?.mode, signature?.sha256], ['electronic', act.files[0].sha256]);
  assert.equal((await bring(theirs)).status, 201, 'the same again is the same');
  const paper = await world.ask('POST', `/api/documents/${act.id}/signatures`, {
    cookie: manager,
    body: { signer: 'marta', mode: 'paper', at: '2026-02-25T10:00:00Z', identified: 'nota' },
  });
  assert.equal(paper.json.code, 'already-signed');
  const sealed = await world.ask('POST', `/api/documents/${act.id}/seal`, { cookie: manager });
  assert.deepEqual(
    sealed.json.files.map((one: { readonly is: string }) => one.is),
    ['issued', 'signed', 'sealed'],
  );
  assert.equal(Buffer.from(await blob()).toString(), `${theirs.toString()} sealed`);
});

test('twenty requests with one key make one submission; the key with other answers is refused', async () => {
  const headers = { ...(await tokenOf(world)), 'Idempotency-Key': 'una-chiave-sola' };
  const body = { definition: 'domanda', version: 1, answers: goodAnswers('Ada') };
  const told = await Promise.all(
    Array.from({ length: 20 }, () => world.ask('POST', '/embed/submissions', { headers, body })),
  );
  assert.deepEqual(told.map(({ status }) => status).sort(), [...Array<number>(19).fill(200), 201]);
  assert.equal(new Set(told.map(({ json }) => json.receipt)).size, 1);
  const entries = await world.deps.store.auditEntries(
    { district: 'alfa', actor: 'system' },
    { object: told[0]?.json.id },
  );
  assert.deepEqual(
    entries.map(({ action }) => action),
    ['submission.create'],
  );
  const later = await world.ask('POST', '/embed/submissions', {
    headers: { ...(await tokenOf(world)), 'Idempotency-Key': 'una-chiave-sola' },
    body,
  });
  assert.deepEqual(
    [later.status, later.json.receipt],
    [200, told[0]?.json.receipt],
    'a newer token, the same key',
  );
  const other = await world.ask('POST', '/embed/submissions', {
    headers,
    body: { ...body, answers: goodAnswers('Eva') },
  });
  assert.deepEqual([other.status, other.json.code], [409, 'key-reused']);
  const second = await world.ask('POST', '/embed/submissions', {
    headers: { ...headers, 'Idempotency-Key': 'un-altra-chiave' },
    body,
  });
  assert.deepEqual([second.status, second.json.code], [409, 'already-done']);
  const keyless = await world.ask('POST', '/embed/submissions', { headers: await tokenOf(world), body });
  assert.deepEqual([keyless.status, keyless.json.code], [422, 'key-needed']);
});

test('one draft on two devices at once is one submission', async () => {
  const device = async (): Promise<{ [name: string]: string }> => tokenOf(world);
  const first = await device();
  const draft = {
    definition: 'domanda',
    version: 1,
    answers: goodAnswers(),
    typed: {},
    parked: {},
    from: {},
  };
  const made = await world.ask('POST', '/embed/drafts', { headers: first, body: { draft } });
  assert.equal(made.status, 201);
  const devices = await Promise.all(
    [1, 2, 3].map(async () => {
      const headers = await device();
      const { json } = await world.ask('POST', '/embed/drafts/resume', {
        headers,
        body: { code: made.json.code },
      });
      return { ...headers, Authorization: `Bearer ${json.token}` };
    }),
  );
  const sent = await Promise.all(
    [first, ...devices].map((headers, place) =>
      world.ask('POST', '/embed/submissions', {
        headers: { ...headers, 'Idempotency-Key': `dispositivo-${place}` },
        body: { definition: 'domanda', version: 1, answers: goodAnswers() },
      }),
    ),
  );
  assert.deepEqual(sent.map(({ status }) => status).sort(), [201, 409, 409, 409]);
});

test('a request of another comune cannot be taken; a key is not used for another account', async () => {
  const submission = await submit(world);
  const elsewhere = await world.ask('POST', '/api/cases', {
    cookie: await world.signIn('mare'),
    body: { submission, comune: 'alfamare', measure: 'm1' },
  });
  assert.equal(elsewhere.status, 404);
  const cookie = await world.signIn('chiavi');
  const invite = (name: string) =>
    world.ask('POST', '/api/accounts', {
      cookie,
      headers: { 'Idempotency-Key': 'invito-uno' },
      body: {
        name,
        email: `${name}@alfa.example`,
        profile: '',
        roles: ['dpo'],
        comuni: [],
        state: 'invited',
      },
    });
  const [one, again, other] = [await invite('ines'), await invite('ines'), await invite('olga')];
  assert.deepEqual([one.status, again.json.id, other.json.code], [201, one.json.id, 'key-reused']);
});

test('hidden, unknown and computed answers of the public', async () => {
  const send = async (answers: object) =>
    world.ask('POST', '/embed/submissions', {
      headers: { ...(await tokenOf(world)), 'Idempotency-Key': `k-${Math.random()}` },
      body: { definition: 'domanda', version: 1, answers },
    });
  const hidden = await send({ ...goodAnswers(), ditta: 'Rossi' });
  assert.deepEqual(
    [hidden.status, hidden.json.problems[0].code, hidden.json.problems[0].at],
    [422, 'hidden', '/ditta'],
  );
  const unknown = await send({ ...goodAnswers(), admin: true });
  assert.deepEqual([unknown.status, unknown.json.problems[0].at], [422, '/admin']);
  const missing = await send({ nome: 'Ada' });
  assert.deepEqual(
    missing.json.problems.map((one: { at: string }) => one.at),
    ['/comune', '/lavora'],
  );
  for (const problem of missing.json.problems)
    assert.ok(problem.message.length > 10 && problem.message !== problem.code);
  const wrong = await send({ ...goodAnswers(), quanti: 99 });
  assert.equal(wrong.status, 201);
  const kept = await world.deps.store.get<{ answers: { quanti: number }; differences: string[] }>(
    { district: 'alfa', actor: 'system' },
    'submissions',
    wrong.json.id,
  );
  assert.deepEqual([kept?.value.answers.quanti, kept?.value.differences], [1, ['/quanti']]);
});

test('a public draft is resumed with its code, on another device, and only there', async () => {
  const first = await tokenOf(world);
  const draft = {
    definition: 'domanda',
    version: 1,
    answers: { nome: 'Lia' },
    typed: { '/data': '3' },
    parked: {},
    from: {},
  };
  const keyedFirst = { ...first, 'Idempotency-Key': 'bozza-di-lia' };
  const made = await world.ask('POST', '/embed/drafts', { headers: keyedFirst, body: { draft } });
  assert.equal(made.status, 201);
  const unheard = await world.ask('POST', '/embed/drafts', { headers: keyedFirst, body: { draft } });
  assert.deepEqual([unheard.json.id, unheard.json.code, unheard.json.rev], [made.json.id, made.json.code, 2]);
  const another = await world.ask('POST', '/embed/drafts', { headers: first, body: { draft } });
  assert.deepEqual([another.status, another.json.code], [409, 'already-done']);
  assert.match(made.json.code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  const saved = await world.ask('PUT', `/embed/drafts/${made.json.id}`, {
    headers: { ...first, 'If-Match': '"2"' },
    body: { ...draft, answers: { nome: 'Lia B' } },
  });
  assert.deepEqual([saved.status, saved.json.rev], [200, 3]);
  const second = await tokenOf(world, 'alfa', 'https://telefono.example');
  const stolen = await world.ask('PUT', `/embed/drafts/${made.json.id}`, {
    headers: { ...second, 'If-Match': '"3"' },
    body: draft,
  });
  assert.equal(stolen.status, 404);
  const resumed = await world.ask('POST', '/embed/drafts/resume', {
    headers: second,
    body: { code: made.json.code.toLowerCase() },
  });
  assert.deepEqual(
    [resumed.status, resumed.json.draft.answers, resumed.json.draft.typed],
    [200, { nome: 'Lia B' }, { '/data': '3' }],
  );
  assert.equal(resumed.json.draft.code, undefined);
  const bearer = { ...second, Authorization: `Bearer ${resumed.json.token}` };
  const sent = await world.ask('POST', '/embed/submissions', {
    headers: { ...bearer, 'Idempotency-Key': 'dal-telefono' },
    body: { definition: 'domanda', version: 1, answers: goodAnswers('Lia'), draft: made.json.id },
  });
  assert.equal(sent.status, 201);
  const gone = await world.ask('POST', '/embed/drafts/resume', {
    headers: second,
    body: { code: made.json.code },
  });
  assert.deepEqual([gone.status, gone.json.code], [422, 'code-unknown']);
  const moved = await world.ask('POST', '/embed/submissions', {
    headers: { ...bearer, Origin: 'https://altrove.example', 'Idempotency-Key': 'altrove-1' },
    body: { definition: 'domanda', version: 1, answers: goodAnswers() },
  });
  assert.deepEqual([moved.status, moved.json.code], [403, 'other-origin']);
});

test('If-Match: twenty at once, one wins; without it nothing is saved', async () => {
  const cookie = await world.signIn('moduli');
  const opened = await world.ask('GET', '/api/definitions/accordo', { cookie });
  const put = (more: object) =>
    world.ask('PUT', '/api/definitions/accordo', { cookie, body: opened.json.definition, ...more });
  const told = await Promise.all(
    Array.from({ length: 20 }, () => put({ headers: { 'If-Match': opened.headers.get('etag') ?? '' } })),
  );
  assert.deepEqual(told.map(({ status }) => status).sort(), [200, ...Array<number>(19).fill(412)]);
  const lost = told.find(({ status }) => status === 412);
  assert.deepEqual([lost?.json.code, lost?.json.params.rev], ['conflict', opened.json.rev + 1]);
  assert.equal((await put({})).status, 428);
});

test('what a role may not see is neither shown to it nor lost by it; what is locked stays', async () => {
  const id = await caseOf(world);
  const [manager, head, educator] = [
    await world.signIn('segue'),
    await world.signIn('capo'),
    await world.signIn('edu'),
  ];
  await world.ask('POST', `/api/cases/${id}/assign`, { cookie: head, body: { account: 'edu' } });
  const { json: started } = await world.ask('POST', `/api/cases/${id}/drafts`, {
    cookie: manager,
    body: { definition: 'scheda' },
  });
  const path = `/api/drafts/${started.id}`;
  const save = (cookie: string, rev: number, draft: object) =>
    world.ask('PUT', path, { cookie, headers: { 'If-Match': `"${rev}"` }, body: draft });
  const mine = (await world.ask('GET', path, { cookie: manager })).json.draft;
  assert.equal(
    (await save(manager, 1, { ...mine, answers: { ...mine.answers, salute: 'riservato' } })).status,
    200,
  );
  const theirs = await world.ask('GET', path, { cookie: educator });
  assert.ok(!theirs.text.includes('riservato'));
  const draft = theirs.json.draft;
  assert.equal(
    (await save(educator, 2, { ...draft, answers: { ...draft.answers, salute: 'altro', livello: 2 } }))
      .status,
    200,
  );
  const after = (await world.ask('GET', path, { cookie: manager })).json.draft;
  assert.deepEqual([after.answers.salute, after.answers.livello], ['riservato', 2]);
  // The same for what is parked or half typed, which pointers name.
  const apart = { ...after, parked: { '/salute': 'riservato' }, typed: { '/salute': 'x', '/livello': 'y' } };
  assert.equal((await save(manager, 3, apart)).status, 200);
  const seenByThem = (await world.ask('GET', path, { cookie: educator })).json.draft;
  assert.deepEqual([seenByThem.parked, seenByThem.typed], [{}, { '/livello': 'y' }]);
  const over = { ...seenByThem, typed: {}, parked: { '/salute': 'altro' } };
  assert.equal((await save(educator, 4, over)).status, 200);
  const seenByMe = (await world.ask('GET', path, { cookie: manager })).json.draft;
  assert.deepEqual([seenByMe.parked, seenByMe.typed], [{ '/salute': 'riservato' }, { '/salute': 'x' }]);
  const changed = await save(manager, 5, { ...after, answers: { ...after.answers, fisso: 'Un’altra' } });
  assert.deepEqual([changed.status, changed.json.code], [422, 'locked']);
  const noSubmit = await world.ask('POST', `${path}/submit`, { cookie: educator, body: {} });
  assert.equal(noSubmit.status, 403);
});

test('a case without a title opens for reading with a written reason, which the coordinator sees', async () => {
  const id = await caseOf(world);
  const [other, head] = [await world.signIn('altra'), await world.signIn('capo')];
  const closed = await world.ask('GET', `/api/cases/${id}`, { cookie: other });
  assert.deepEqual([closed.status, closed.json.code], [403, 'reason-needed']);
  const headers = { 'X-Patto-Reason': encodeURIComponent('Sostituzione della collega in ferie') };
  const open = await world.ask('GET', `/api/cases/${id}`, { cookie: other, headers });
  assert.equal(open.status, 200);
  const write = await world.ask('POST', `/api/cases/${id}/drafts`, {
    cookie: other,
    headers,
    body: { definition: 'scheda' },
  });
  assert.equal(write.status, 403);
  // Straight to an answer, past the case: the coordinator sees it all the same.
  const [request] = open.json.phases[0].definitions[0].submissions;
  const inside = await world.ask('GET', `/api/submissions/${request.id}`, { cookie: other, headers });
  assert.equal(inside.status, 200);
  const seen = await world.ask('GET', `/api/cases/${id}`, { cookie: head });
  assert.equal(seen.json.openedByReason.length, 2);
  assert.equal(seen.json.openedByReason[0].reason, 'Sostituzione della collega in ferie');
  const list = await world.ask('GET', '/api/cases', { cookie: other });
  const row = list.json.items.find((one: { id: string }) => one.id === id);
  assert.equal(row.name, 'M.');
  const finds = async (cookie: string, q: string) =>
    (await world.ask('GET', `/api/cases?q=${encodeURIComponent(q)}`, { cookie })).json.items.some(
      (one: { id: string }) => one.id === id,
    );
  assert.deepEqual(
    [await finds(other, 'mart'), await finds(other, row.number), await finds(head, 'mart')],
    [false, true, true],
  );
});

test('a submission and a case do not carry answers of kinds that the reader may not read', async () => {
  const [manager, office] = [await world.signIn('segue'), await world.signIn('uffici')];
  const id = await caseOf(world);
  const give = async (definition: string, answers: object) => {
    const draft = await world.ask('POST', `/api/cases/${id}/drafts`, {
      cookie: manager,
      body: { definition },
    });
    const opened = await world.ask('GET', `/api/drafts/${draft.json.id}`, { cookie: manager });
    const body = { answers: { ...opened.json.draft.answers, ...answers } };
    const sent = await world.ask('POST', `/api/drafts/${draft.json.id}/submit`, { cookie: manager, body });
    assert.equal(sent.status, 201);
    return sent.json.id as string;
  };
  await give('scheda', { livello: 2, salute: 'riservato' });
  const pact = await give('accordo', { testo: 'Insieme' });
  const scope = { district: 'alfa', actor: 'system' };
  const kept = await world.deps.store.get<Submission>(scope, 'submissions', pact);
  assert.ok(kept);
  const context = {
    ...kept.value.context,
    case: { scheda: { livello: 2, salute: 'riservato' }, domanda: {} },
  };
  await world.deps.store.replace(scope, 'submissions', pact, { ...kept.value, context }, kept.rev);
  const read = async (cookie: string) => {
    const { json } = await world.ask('GET', `/api/submissions/${pact}`, { cookie });
    assert.deepEqual(json.submission.context, json.context);
    return json.context.case as object;
  };
  assert.deepEqual(await read(manager), context.case);
  assert.deepEqual(await read(office), { domanda: {} });
  const facts = async (cookie: string) =>
    Object.keys((await world.ask('GET', `/api/cases/${id}`, { cookie })).json.case.facts);
  assert.deepEqual(await facts(manager), ['Persone', 'Livello']);
  assert.deepEqual(await facts(office), ['Persone']);
});

test('every reading of personal data leaves exactly one line in the audit, every writing one', async () => {
  const id = await caseOf(world);
  const cookie = await world.signIn('segue');
  const scope = { district: 'alfa', actor: 'system' };
  const count = async () => (await world.deps.store.auditEntries(scope, { limit: 100000 })).length;
  const { json: draft } = await world.ask('POST', `/api/cases/${id}/drafts`, {
    cookie,
    body: { definition: 'scheda' },
  });
  const sides: [string, string, object?][] = [
    ['GET', `/api/cases/${id}`],
    ['GET', '/api/cases'],
    ['GET', '/api/requests'],
    ['GET', `/api/drafts/${draft.id}`],
  ];
  for (const [method, path] of sides) {
    const before = await count();
    assert.equal((await world.ask(method, path, { cookie })).status, 200);
    assert.equal((await count()) - before, 1, path);
  }
  const current = (await world.ask('GET', `/api/drafts/${draft.id}`, { cookie })).json;
  const before = await count();
  await world.ask('PUT', `/api/drafts/${draft.id}`, {
    cookie,
    headers: { 'If-Match': '"1"' },
    body: current.draft,
  });
  assert.equal((await count()) - before, 1);
  assert.equal((await world.deps.store.verifyAudit('alfa')).ok, true);
});

test('public texts go out compressed, with a tag that spares sending them again', async () => {
  for (const path of ['/embed/alfa/domanda@1.js', '/embed/alfa/domanda@1.check.js', '/public/desk.js']) {
    const plain = await world.ask('GET', path, { headers: { 'Accept-Encoding': 'identity' } });
    const packed = await fetch(world.base + path, { headers: { 'Accept-Encoding': 'gzip' } });
    assert.equal(packed.headers.get('content-encoding'), 'gzip', path);
    assert.equal(await packed.text(), plain.text, path);
    assert.ok(Number(packed.headers.get('content-length')) < plain.text.length / 1.5, path);
    const again = await fetch(world.base + path, {
      headers: { 'If-None-Match': packed.headers.get('etag') ?? '' },
    });
    assert.equal(again.status, 304, path);
  }
  const personal = await fetch(`${world.base}/api/cases`, {
    headers: { Cookie: await world.signIn('segue'), 'Accept-Encoding': 'gzip' },
  });
  assert.deepEqual(
    [personal.headers.get('content-encoding'), personal.headers.get('cache-control')],
    [null, 'no-store'],
  );
});
