// SPDX-License-Identifier: AGPL-3.0-or-later
// Registers: rows that are made, changed, marked and closed; who may; what forms are offered; acts of cases.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listRows, listsOf } from '../../../../server/lists.ts';
import { loadRows } from '../../../../server/registers.ts';
import { createWorld, goodAnswers, type World } from '../../world.ts';

let world: World;
let office: string;
before(async () => {
  world = await createWorld();
  office = await world.signIn('uffici');
});
after(() => world.close());

const at = (path = ''): string => `/api/registers/servizi${path}`;
const match = (rev: number) => ({ 'If-Match': `"${rev}"` });
const make = (row: object, cookie = office) => world.ask('POST', at('/rows'), { cookie, body: { row } });
const put = (id: string, rev: number, row: object, more: object = {}, cookie = office) =>
  world.ask('PUT', at(`/rows/${id}`), { cookie, headers: match(rev), body: { row, ...more } });
const mark = (id: string, rev: number, body: object, cookie = office) =>
  world.ask('POST', at(`/rows/${id}/mark`), { cookie, headers: match(rev), body });
const shown = async (cookie = office) => (await world.ask('GET', at(), { cookie })).json;
const rowOf = async (id: string) =>
  (await world.ask('GET', at(`?row=${id}`), { cookie: office })).json.rows[0];

test('a row that came with the district is changed, and everybody reads it at once; two at one row', async () => {
  const before = await rowOf('mensa');
  assert.deepEqual([before.rev, before.marks], [0, ['stale']]);
  const changed = await put('mensa', 0, { title: 'Mensa del centro', ente: 'Caritas', comuni: ['alfamare'] });
  assert.deepEqual([changed.status, changed.json.rev], [200, 1]);
  const now = listRows(world.deps, 'alfa', 'servizi');
  assert.deepEqual(now, [{ id: 'mensa', title: 'Mensa del centro', ente: 'Caritas', comuni: ['alfamare'] }]);
  assert.equal(listRows(world.deps, 'alfa', 'servizi'), now, 'the same rows until something changes');
  assert.equal(listRows(world.deps, 'beta', 'servizi')?.[0]?.title, 'Mensa');
  const late = await put('mensa', 0, { title: 'Altro', ente: 'Altri' });
  assert.deepEqual([late.status, late.json.code, late.json.params.rev], [412, 'conflict', 1]);
  await loadRows(world.deps);
  assert.equal(listRows(world.deps, 'alfa', 'servizi')?.[0]?.title, 'Mensa del centro');
});

test('what the form does not accept is refused with its question; read-only answers are nobody’s to write', async () => {
  const refused = await make({ title: 'Nido', posti: 100, comuni: ['altrove'] });
  assert.equal(refused.status, 422);
  const at = (refused.json.problems as { at: string; message: string }[]).map((one) => one.at);
  assert.deepEqual(at.toSorted(), ['/comuni/0', '/ente', '/posti']);
  const forged = await make({ title: 'Nido', ente: 'Comune', visto_il: '2026-03-01' });
  assert.deepEqual(
    forged.json.problems.map((one: { at: string; code: string }) => [one.at, one.code]),
    [['/visto_il', 'locked']],
  );
  assert.equal((await make({ title: 'Nido', ente: 'Comune', altro: 1 })).status, 422);
});

test('a row is made, grows stale after the months of its register, and is looked over', async () => {
  const made = await make({ title: 'Nido d’infanzia', ente: 'Comune', fine: '2026-05-31' });
  assert.deepEqual([made.status, made.json.id], [201, 'nido-d-infanzia']);
  const again = await make({ title: 'Nido d’infanzia', ente: 'Comune', fine: '2026-05-31' });
  assert.equal(again.json.id, made.json.id, 'sent twice, made once');
  assert.equal((await make({ title: 'Nido d’infanzia', ente: 'Altri' })).json.id, 'nido-d-infanzia-2');
  const row = await rowOf('nido-d-infanzia');
  assert.deepEqual([row.marks, row.left, row.near], [['expiring'], 90, undefined]);
  const kept = listRows(world.deps, 'alfa', 'servizi')?.find(({ id }) => id === 'nido-d-infanzia');
  assert.deepEqual([kept?.['visto_il'], kept?.['visto_da']], ['2026-03-02', 'Persona uffici']);
  const seen = await mark('mensa', 1, { as: 'checked' });
  assert.deepEqual([seen.json.rev, seen.json.row.visto_il], [2, '2026-03-02']);
  assert.deepEqual((await rowOf('mensa')).marks, []);
  const { items } = (await world.ask('GET', '/api/registers', { cookie: office })).json;
  const servizi = items.find((one: { name: string }) => one.name === 'servizi');
  assert.deepEqual([servizi.rows, servizi.stale, servizi.expiring], [3, 0, 1]);
});

test('a closed row is no longer offered, stays where it was chosen, and can be opened again', async () => {
  const offered = (read: unknown) =>
    listsOf(world.deps, 'alfa', ['servizi'], read, '2026-03-02').lists['servizi']?.map(({ id }) => id);
  const closed = await mark('nido-d-infanzia-2', 1, { as: 'closed', on: '2026-03-02' });
  assert.equal(closed.json.row.valid_to, '2026-03-01');
  assert.deepEqual(offered({}), ['mensa', 'nido-d-infanzia']);
  assert.deepEqual(offered({ scelto: 'nido-d-infanzia-2' }), [
    'mensa',
    'nido-d-infanzia',
    'nido-d-infanzia-2',
  ]);
  assert.deepEqual((await rowOf('nido-d-infanzia-2')).marks, ['closed']);
  await mark('nido-d-infanzia-2', 2, { as: 'opened' });
  assert.deepEqual(offered({}), ['mensa', 'nido-d-infanzia', 'nido-d-infanzia-2']);
});

test('history says who changed what, in words', async () => {
  const coordinator = await world.signIn('capo');
  const row = {
    title: 'Mensa del centro',
    ente: 'Caritas',
    costo: 250,
    gratis: false,
    comuni: ['alfacentro'],
  };
  const { rev } = (await world.ask('GET', at('/rows/mensa'), { cookie: office })).json;
  const visto = { visto_il: '2026-03-02', visto_da: 'Persona uffici' };
  assert.equal((await put('mensa', rev, { ...row, ...visto }, {}, coordinator)).status, 200);
  const { history } = (await world.ask('GET', at('/rows/mensa'), { cookie: office })).json;
  assert.deepEqual(
    history.map((one: { what: string; by: string }) => [one.what, one.by]),
    [
      ['changed', 'Persona capo'],
      ['checked', 'Persona uffici'],
      ['changed', 'Persona uffici'],
    ],
  );
  assert.deepEqual(
    history[0].changes.map((one: { column: string; was: string; now: string }) => [
      one.column,
      one.was,
      one.now,
    ]),
    [
      ['Comuni', 'alfa mare', 'alfa centro'],
      ['Costo', '', '2,50 €'],
      ['Gratuito', '', 'no'],
    ],
  );
});

test('a file of a row: sent for the register, named by its row, read by who reads the register', async () => {
  const send = (cookie: string, bytes = Buffer.from('%PDF-1.7\n%%EOF\n')) =>
    world.ask('POST', at('/files?field=/carta'), {
      cookie,
      raw: bytes,
      headers: { 'Content-Type': 'application/octet-stream', 'X-Patto-Name': 'convenzione.pdf' },
    });
  const reader = await world.signIn('edu');
  assert.equal((await send(reader)).status, 403);
  assert.equal((await send(office, Buffer.from('MZ not a paper'))).json.code, 'file-kind');
  const sent = await send(office);
  assert.deepEqual([sent.status, sent.json.name, sent.json.size], [201, 'convenzione.pdf', 15]);
  const read = (row: string, cookie: string) =>
    world.ask('GET', at(`/rows/${row}/files/${sent.json.id}`), { cookie });
  assert.equal((await read('sala', reader)).status, 404, 'no row names it yet');
  const made = await make({ title: 'Sala', ente: 'Comune', carta: [sent.json] });
  assert.equal(made.status, 201);
  assert.equal((await read('sala', reader)).status, 200);
  assert.equal((await read('sala', await world.signIn('fuoricapo'))).status, 404);
  const forged = await make({ title: 'Altra', ente: 'Comune', carta: [{ ...sent.json, size: 1 }] });
  assert.deepEqual(forged.json.problems?.[0]?.code, 'file-unknown');
});

test('every operator reads, the roles of the register write; of another district there is nothing', async () => {
  const reader = await world.signIn('edu');
  assert.equal((await shown(reader)).edits, false);
  assert.equal((await make({ title: 'X', ente: 'Y' }, reader)).status, 403);
  assert.equal((await mark('mensa', 9, { as: 'checked' }, reader)).status, 403);
  assert.equal((await world.ask('GET', at(), { cookie: await world.signIn('chiavi') })).status, 403);
  const other = await world.signIn('fuoricapo');
  assert.equal((await world.ask('GET', at('/rows/nido-d-infanzia'), { cookie: other })).status, 404);
  assert.equal((await world.ask('GET', '/api/registers/nessuno', { cookie: other })).status, 404);
  // one that is kept for few is not looked up by others either
  const few = world.deps.catalogue.registers('alfa').get('servizi')!;
  const looked = async (cookie: string) =>
    (await world.ask('GET', '/api/lists/servizi?q=nido', { cookie })).status;
  assert.equal(await looked(reader), 200);
  few.reads = ['psychologist'];
  assert.deepEqual([await looked(reader), await looked(office)], [404, 200]);
  delete few.reads;
  // acts of cases: only for who is named
  assert.equal((await world.ask('GET', '/api/registers/ricevute', { cookie: reader })).status, 404);
});

test('searched, filtered and paged by the server: a page is all that travels, whatever the rows are', async () => {
  const many = Array.from({ length: 120 }, (_, n) => ({
    id: `r${n}`,
    title: `Servizio ${n}`,
    ente: n % 2 ? 'Società' : 'Coop',
    comuni: [n % 3 ? 'alfamare' : 'alfacentro'],
    ...(n >= 118 ? { valid_to: '2026-02-01' } : {}),
  }));
  const own = world.deps.catalogue.districts.get('beta')!;
  const before = own.registers;
  Object.assign(own, { registers: { ...before, servizi: many } });
  const cookie = await world.signIn('fuoricapo');
  const asked = async (query: string) => (await world.ask('GET', at(query), { cookie })).json;
  const first = await asked('');
  assert.deepEqual([first.rows.length, first.total, first.all, first.next], [50, 118, 120, '50']);
  assert.deepEqual([first.form, first.context], [undefined, undefined], 'the form comes with a row');
  const last = await asked('?cursor=100');
  assert.deepEqual([last.rows.length, last.rows[0].id, last.next], [18, 'r100', undefined]);
  assert.deepEqual((await asked('?q=societa%20servizio%2075&comune=alfacentro')).rows.map(({ id }: { id: string }) => id), ['r75']); // prettier-ignore
  assert.deepEqual(
    (await asked('?show=closed')).rows.map(({ id }: { id: string }) => id),
    ['r118', 'r119'],
  );
  const one = await asked('?row=r119');
  assert.deepEqual(
    [one.rows.map(({ id }: { id: string }) => id), one.form.id !== undefined],
    [['r119'], true],
  );
  assert.deepEqual((await asked('?row=%2B')).rows, []);
  Object.assign(own, { registers: before });
});

/** Figures of vouchers in the state of progress. */
async function counted(): Promise<unknown[]> {
  const body = { kind: 'progress', from: '2026-01-01', to: '2026-12-31' };
  const told = await world.ask('POST', '/api/reports', { cookie: await world.signIn('capo'), body });
  const figures = told.json.content.figures as { id: string; figure: number }[];
  return figures.filter(({ id }) => id.startsWith('voucher')).map(({ id, figure }) => [id, figure]);
}

test('a document of a case writes its row, whose use is marked by hand and ended by its withdrawal', async () => {
  const manager = await world.signIn('segue');
  const { json: kase } = await world.ask('POST', '/api/cases', {
    cookie: manager,
    body: { measure: 'm1', comune: 'alfamare', name: 'Marta' },
  });
  const { json: draft } = await world.ask('POST', `/api/cases/${kase.id}/drafts`, {
    cookie: manager,
    body: { definition: 'domanda' },
  });
  const { json: sent } = await world.ask('POST', `/api/drafts/${draft.id}/submit`, {
    cookie: manager,
    headers: { 'Idempotency-Key': 'registers-1' },
    body: { answers: { ...goodAnswers(), data: '2026-03-20' } },
  });
  const { json: act } = await world.ask('POST', `/api/cases/${kase.id}/documents`, {
    cookie: manager,
    body: { kind: 'receipt', submission: sent.id },
  });
  assert.equal(listRows(world.deps, 'alfa', 'ricevute'), undefined, 'no form chooses from acts of cases');
  const acts = async (cookie: string) =>
    (await world.ask('GET', '/api/registers/ricevute?show=all', { cookie })).json.rows;
  const [row] = await acts(manager);
  assert.deepEqual(
    [row.title, row.cells, row.marks, row.left, row.near],
    [act.act.number, ['2026/ALFAMARE/00001', 'aperta'], ['expiring'], 18, true],
  );
  const path = `/api/registers/ricevute/rows/${act.act.id}`;
  const { row: answers, case: link } = (await world.ask('GET', path, { cookie: manager })).json;
  assert.deepEqual([answers.nome, answers.fine, link], ['Marta', '2026-03-20', kase.id]);
  const forged = await world.ask('PUT', path, {
    cookie: manager,
    headers: match(1),
    body: { row: { ...answers, fine: '2027-01-01' } },
  });
  assert.equal(forged.status, 422);
  const used = await world.ask('PUT', path, {
    cookie: manager,
    headers: match(1),
    body: { row: { ...answers, stato: 'usata', valore: 4000 } },
  });
  assert.equal(used.status, 200);
  assert.deepEqual((await acts(office))[0].marks, [], 'what is used does not expire');
  assert.deepEqual(await counted(), [
    ['vouchers', 1],
    ['voucher-value', 4000],
    ['vouchers-used', 1],
    ['voucher-spend', 4000],
  ]);
  assert.equal((await world.ask('GET', path, { cookie: await world.signIn('fuori') })).status, 404);
  const withdrawn = await world.ask('POST', `/api/documents/${act.act.id}/withdraw`, {
    cookie: manager,
    body: { reason: 'Sbagliata' },
  });
  assert.equal(withdrawn.status, 200);
  assert.equal((await acts(office))[0].cells[1], 'tolta');
  assert.deepEqual(await counted(), []);
});
