// SPDX-License-Identifier: AGPL-3.0-or-later
// Files of drafts and submissions: what is taken in, who reads it again, when it goes.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import { safeName } from '../../server/actions/drafts/keep-file.ts';
import { kindOfBytes } from '../../server/file-kind.ts';
import { caseOf, createWorld, goodAnswers, tokenOf, type Told, type World } from './world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world.close());

const pdf = (mark: string): Buffer => Buffer.from(`%PDF-1.7\n%${mark}\n%%EOF\n`);
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
type Headers = { readonly [name: string]: string };

const send = (
  path: string,
  bytes: Uint8Array,
  more: { field?: string; name?: string; sha256?: string; cookie?: string; headers?: Headers } = {},
): Promise<Told> => {
  const query = new URLSearchParams({ field: more.field ?? '/carte', sha256: more.sha256 ?? hash(bytes) });
  return world.ask('POST', `${path}?${query}`, {
    cookie: more.cookie,
    raw: bytes,
    headers: {
      'Content-Type': 'application/octet-stream',
      'X-Patto-Name': encodeURIComponent(more.name ?? 'carta d’identità.pdf'),
      ...more.headers,
    },
  });
};

const draftBody = (answers: object) => ({
  definition: 'domanda',
  version: 1,
  answers,
  typed: {},
  parked: {},
  from: {},
});

/** A page with its token and its draft. */
async function page(): Promise<{ headers: Headers; draft: string; rev: number }> {
  const headers = await tokenOf(world);
  const made = await world.ask('POST', '/embed/drafts', {
    headers,
    body: { draft: draftBody({ nome: 'Marta' }) },
  });
  assert.equal(made.status, 201, made.text);
  return { headers, draft: made.json.id, rev: made.json.rev };
}

const uploads = async (): Promise<readonly string[]> => {
  const scope = { district: 'alfa', actor: 'system' };
  return (await world.deps.store.list(scope, 'uploads', { limit: 200 })).items.map(({ id }) => id);
};
const bytesOf = (id: string) => world.deps.store.getBytes({ district: 'alfa', actor: 'system' }, id);

test('a file of a public draft: kept, named in the answers, part of the submission, readable by who may see it', async () => {
  const { headers, draft, rev } = await page();
  const told = await send('/embed/files', pdf('uno'), { headers });
  assert.equal(told.status, 201, told.text);
  const file = told.json;
  assert.deepEqual(
    [file.name, file.type, file.size, file.sha256],
    ['carta d’identità.pdf', 'application/pdf', pdf('uno').length, hash(pdf('uno'))],
  );
  const again = await send('/embed/files', pdf('uno'), { headers });
  assert.deepEqual([again.status, again.json], [200, file]);
  const back = await world.ask('GET', `/embed/files/${file.id}`, { headers });
  assert.equal(back.text, pdf('uno').toString());
  assert.match(
    back.headers.get('content-disposition') ?? '',
    /^attachment; filename="carta d_identit_\.pdf"/,
  );
  assert.match(back.headers.get('content-security-policy') ?? '', /default-src 'none'; sandbox/);
  assert.equal(back.headers.get('x-content-type-options'), 'nosniff');
  // never named: goes with the draft
  const spare = (await send('/embed/files', pdf('due'), { headers })).json;

  const saved = await world.ask('PUT', `/embed/drafts/${draft}`, {
    headers: { ...headers, 'If-Match': `"${rev}"` },
    body: draftBody({ nome: 'Marta', carte: [file] }),
  });
  assert.equal(saved.status, 200, saved.text);
  const answers = { ...goodAnswers(), carte: [file] };
  const sent = await world.ask('POST', '/embed/submissions', {
    headers: { ...headers, 'Idempotency-Key': 'con-allegati-1' },
    body: { definition: 'domanda', version: 1, answers, draft },
  });
  assert.equal(sent.status, 201, sent.text);
  assert.ok((await bytesOf(file.id))?.length);
  assert.equal(await bytesOf(spare.id), undefined);
  assert.ok(!(await uploads()).includes(spare.id));

  const manager = await world.signIn('segue');
  const opened = await world.ask('POST', '/api/cases', {
    cookie: manager,
    body: { submission: sent.json.id },
  });
  assert.equal(opened.status, 201, opened.text);
  const address = `/api/submissions/${sent.json.id}/files/${file.id}`;
  const read = await world.ask('GET', address, { cookie: manager });
  assert.deepEqual([read.status, read.text], [200, pdf('uno').toString()]);
  for (const [who, status] of [
    ['capo', 200],
    ['mare', 404],
    ['altra', 403],
    ['chiavi', 403],
    ['fuori', 404],
  ] as const)
    assert.equal((await world.ask('GET', address, { cookie: await world.signIn(who) })).status, status, who);
  assert.equal((await world.ask('GET', address)).status, 401);
  const other = await world.ask('GET', `/api/submissions/${sent.json.id}/files/${spare.id}`, {
    cookie: manager,
  });
  assert.equal(other.status, 404);
});

test('a new draft of the same case may name what a submission of the case holds, and gives it back', async () => {
  const { headers, draft } = await page();
  const file = (await send('/embed/files', pdf('prima'), { headers })).json;
  const sent = await world.ask('POST', '/embed/submissions', {
    headers: { ...headers, 'Idempotency-Key': 'prima-domanda-1' },
    body: { definition: 'domanda', version: 1, answers: { ...goodAnswers(), carte: [file] }, draft },
  });
  const cookie = await world.signIn('segue');
  const kase = (await world.ask('POST', '/api/cases', { cookie, body: { submission: sent.json.id } })).json
    .id as string;
  const start = async (of: string) =>
    (await world.ask('POST', `/api/cases/${of}/drafts`, { cookie, body: { definition: 'domanda' } })).json
      .id as string;
  const name = async (id: string) => {
    const now = (await world.ask('GET', `/api/drafts/${id}`, { cookie })).json;
    return world.ask('PUT', `/api/drafts/${id}`, {
      cookie,
      headers: { 'If-Match': `"${now.rev}"` },
      body: { ...now.draft, answers: { ...goodAnswers(), carte: [file] } },
    });
  };
  const again = await start(kase);
  assert.equal((await name(again)).status, 200);
  const back = await world.ask('GET', `/api/drafts/${again}/files/${file.id}`, { cookie });
  assert.deepEqual([back.status, back.text], [200, pdf('prima').toString()]);
  const elsewhere = await start(await caseOf(world));
  assert.equal((await name(elsewhere)).json.code, 'file-unknown');
  // the new draft goes, the file of the submission stays
  const { rev } = (await world.ask('GET', `/api/drafts/${again}`, { cookie })).json;
  await world.ask('DELETE', `/api/drafts/${again}`, { cookie, headers: { 'If-Match': `"${rev}"` } });
  assert.ok(await bytesOf(file.id));
});

test('a file of another draft, of another case or of nobody cannot be named', async () => {
  const one = await page();
  const two = await page();
  const file = (await send('/embed/files', pdf('mio'), { headers: one.headers })).json;
  assert.equal((await world.ask('GET', `/embed/files/${file.id}`, { headers: two.headers })).status, 404);
  const save = (of: typeof one, carte: unknown) =>
    world.ask('PUT', `/embed/drafts/${of.draft}`, {
      headers: { ...of.headers, 'If-Match': `"${of.rev}"` },
      body: draftBody({ nome: 'Marta', carte }),
    });
  const taken = await save(two, [file]);
  assert.deepEqual([taken.status, taken.json.code, taken.json.at], [422, 'file-unknown', '/answers/carte']);
  for (const [about, changed] of Object.entries({
    name: 'altro.pdf',
    size: file.size + 1,
    sha256: 'a'.repeat(64),
    type: 'image/png',
    id: 'A'.repeat(22),
  })) {
    const told = await save(one, [{ ...file, [about]: changed }]);
    assert.equal(told.json.code, 'file-unknown', about);
  }
  const sent = await world.ask('POST', '/embed/submissions', {
    headers: { ...two.headers, 'Idempotency-Key': 'ruba-un-allegato' },
    body: {
      definition: 'domanda',
      version: 1,
      answers: { ...goodAnswers(), carte: [file] },
      draft: two.draft,
    },
  });
  assert.deepEqual([sent.status, sent.json.problems?.[0].code], [422, 'file-unknown']);
  const without = await world.ask('POST', '/embed/drafts', {
    headers: await tokenOf(world),
    body: { draft: draftBody({ carte: [file] }) },
  });
  assert.equal(without.json.code, 'file-unknown');

  const kase = await caseOf(world);
  const cookie = await world.signIn('segue');
  const draft = (
    await world.ask('POST', `/api/cases/${kase}/drafts`, { cookie, body: { definition: 'scheda' } })
  ).json.id as string;
  const now = (await world.ask('GET', `/api/drafts/${draft}`, { cookie })).json;
  const desk = await world.ask('PUT', `/api/drafts/${draft}`, {
    cookie,
    headers: { 'If-Match': `"${now.rev}"` },
    body: { ...now.draft, answers: { ...now.draft.answers, referti: [file] } },
  });
  assert.equal(desk.json.code, 'file-unknown');
});

test('at the desk: a file is seen by the roles that see its question, and goes with its draft', async () => {
  const kase = await caseOf(world);
  const cookie = await world.signIn('segue');
  await world.ask('POST', `/api/cases/${kase}/assign`, {
    cookie: await world.signIn('capo'),
    body: { account: 'edu' },
  });
  const draft = (
    await world.ask('POST', `/api/cases/${kase}/drafts`, { cookie, body: { definition: 'scheda' } })
  ).json.id as string;
  const path = `/api/drafts/${draft}/files`;
  const file = (await send(path, pdf('referto'), { cookie, field: '/referti', name: 'referto.pdf' })).json;
  assert.equal((await world.ask('GET', `${path}/${file.id}`, { cookie })).text, pdf('referto').toString());
  const educator = await world.signIn('edu');
  assert.equal((await world.ask('GET', `/api/drafts/${draft}`, { cookie: educator })).status, 200);
  assert.equal((await world.ask('GET', `${path}/${file.id}`, { cookie: educator })).status, 404);
  const hers = await send(path, pdf('suo'), { cookie: educator, field: '/referti' });
  assert.equal(hers.json.code, 'not-a-file-question');
  assert.equal((await send(path, pdf('x'), { cookie, field: '/chi' })).json.code, 'not-a-file-question');

  const { json } = await world.ask('GET', `/api/drafts/${draft}`, { cookie });
  const gone = await world.ask('DELETE', `/api/drafts/${draft}`, {
    cookie,
    headers: { 'If-Match': `"${json.rev}"` },
  });
  assert.equal(gone.status, 204);
  assert.equal(await bytesOf(file.id), undefined);
  assert.ok(!(await uploads()).includes(file.id));
});

test('a file that no answer names any more goes after an hour, one that is named stays', async () => {
  const { headers, draft, rev } = await page();
  const [left, used] = [
    (await send('/embed/files', pdf('tolto'), { headers })).json,
    (await send('/embed/files', pdf('usato'), { headers })).json,
  ];
  const save = (at: number) =>
    world.ask('PUT', `/embed/drafts/${draft}`, {
      headers: { ...headers, 'If-Match': `"${at}"` },
      body: draftBody({ nome: 'Marta', carte: [used] }),
    });
  assert.equal((await save(rev)).status, 200);
  assert.ok(await bytesOf(left.id));
  const now = world.deps.clock.instant;
  Object.assign(world.deps.clock, { instant: () => new Date(Date.parse(now()) + 3_700_000).toISOString() });
  assert.equal((await save(rev + 1)).status, 200);
  Object.assign(world.deps.clock, { instant: now });
  assert.equal(await bytesOf(left.id), undefined);
  assert.ok(await bytesOf(used.id));
});

test('what is refused: kinds by content, size, damage, a page without a draft', async () => {
  const { headers } = await page();
  const refused = async (bytes: Uint8Array, more: Parameters<typeof send>[2] = {}) => {
    const told = await send('/embed/files', bytes, { headers, ...more });
    assert.ok(told.json.title?.length > 10, told.text);
    return [told.status, told.json.code];
  };
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const page1 = Buffer.from('<!doctype html><script>alert(1)</script>');
  assert.deepEqual(await refused(svg, { name: 'foto.png' }), [422, 'file-kind']);
  assert.deepEqual(await refused(page1, { name: 'carta.pdf' }), [422, 'file-kind']);
  assert.deepEqual(await refused(Buffer.from('MZ programma'), { name: 'a.pdf' }), [422, 'file-kind']);
  assert.deepEqual(await refused(Buffer.alloc(0)), [422, 'file-empty']);
  const large = Buffer.concat([pdf('grande'), Buffer.alloc(1024 * 1024)]);
  assert.deepEqual(await refused(large), [413, 'too-large']);
  assert.deepEqual(await refused(pdf('x'), { sha256: 'b'.repeat(64) }), [422, 'file-damaged']);
  assert.deepEqual(await refused(pdf('x'), { headers: { ...headers, 'Content-Type': 'text/plain' } }), [
    415,
    'unsupported-type',
  ]);
  assert.deepEqual(await refused(pdf('x'), { headers: await tokenOf(world) }), [422, 'draft-first']);
  const huge = Buffer.concat([pdf('x'), Buffer.alloc(21 * 1024 * 1024)]);
  assert.deepEqual(await refused(huge), [413, 'too-large']);
});

test('kinds are told by content alone', async () => {
  const office = (...names: string[]): Buffer => {
    const parts: Buffer[] = [];
    const directory: Buffer[] = [];
    for (const name of names) {
      const local = Buffer.alloc(30);
      local.write('PK\u0003\u0004', 'latin1');
      local.writeUInt16LE(name.length, 26);
      parts.push(local, Buffer.from(name));
      const entry = Buffer.alloc(46);
      entry.writeUInt32LE(0x02014b50, 0);
      entry.writeUInt16LE(name.length, 28);
      directory.push(entry, Buffer.from(name));
    }
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt32LE(Buffer.concat(parts).length, 16);
    return Buffer.concat([...parts, ...directory, end]);
  };
  const opendocument = (type: string): Buffer => {
    const local = Buffer.alloc(30);
    local.write('PK\u0003\u0004', 'latin1');
    local.writeUInt32LE(type.length, 18);
    local.writeUInt16LE(8, 26);
    return Buffer.concat([local, Buffer.from(`mimetype${type}`)]);
  };
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic'),
    Buffer.alloc(64),
  ]);
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  const text = 'application/vnd.oasis.opendocument.text';
  const found = await Promise.all(
    [
      pdf('x'),
      png,
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]),
      heic,
      office('[Content_Types].xml', 'word/document.xml'),
      office('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
      office('altro.txt'),
      opendocument(text),
      Buffer.from('PK\u0003\u0004'),
      Buffer.from(`  %PDF-1.7`),
      Buffer.from('<?xml version="1.0"?><svg/>'),
    ].map(kindOfBytes),
  );
  assert.deepEqual(found, [
    'application/pdf',
    'image/png',
    'image/jpeg',
    'image/heic',
    word,
    undefined,
    undefined,
    text,
    undefined,
    undefined,
    undefined,
  ]);
});

test('names are safe to show and to save under', () => {
  const names = [
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\io\\Carta d’identità.PDF', 'Carta d’identità.pdf'],
    ['fattura.pdf.exe', 'fattura.pdf.exe.pdf'],
    ['gi\u202Efdp.exe', 'gifdp.exe.pdf'],
    ['a\u0000b\r\nc: "d"<e>.pdf', 'abc de.pdf'],
    ['...', 'file.pdf'],
    ['', 'file.pdf'],
    ['.pdf', 'pdf.pdf'],
    [`${'è'.repeat(300)}.pdf`, `${'è'.repeat(116)}.pdf`],
  ] as const;
  for (const [given, wanted] of names)
    assert.equal(safeName(given, 'application/pdf', ['pdf']), wanted, given);
});
