// SPDX-License-Identifier: AGPL-3.0-or-later
// Exports: over all versions, by role and scope, without names unless asked with a reason, harmless in a spreadsheet.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { caseOf, createWorld, goodAnswers, scheda, submit, type Told, type World } from './world.ts';

let world: World;
let kase: string;
before(async () => {
  world = await createWorld();
  kase = await caseOf(world, 'alfa', 'Segnaprezioso');
  await fill({
    livello: 1,
    chi: '=cmd|calc',
    salute: 'asma',
    persone: [{ id: 'rigaAAAAAA1', nome: 'Segnaprezioso' }],
  });
});
after(() => world.close());

/** A form with this, and with what its case filled in and nobody may change. */
async function fill(answers: object): Promise<void> {
  const cookie = await world.signIn('segue');
  const begun = await world.ask('POST', `/api/cases/${kase}/drafts`, {
    cookie,
    body: { definition: 'scheda' },
  });
  const sent = await world.ask('POST', `/api/drafts/${begun.json.id}/submit`, {
    cookie,
    body: { answers: { fisso: 'Segnaprezioso', ...answers } },
  });
  assert.equal(sent.status, 201, sent.text);
}
const purpose = 'relazione annuale sui bisogni';
const make = async (who: string, body: object): Promise<Told> =>
  world.ask('POST', '/api/exports', {
    cookie: await world.signIn(who),
    body: { purpose, format: 'csv', ...body },
  });
async function bytes(who: string, id: string): Promise<Uint8Array> {
  const response = await fetch(`${world.base}/api/exports/${id}/file`, {
    headers: { Cookie: await world.signIn(who) },
  });
  assert.equal(response.status, 200);
  return new Uint8Array(await response.arrayBuffer());
}
async function files(who: string, body: object): Promise<{ [path: string]: string }> {
  const made = await make(who, body);
  assert.equal(made.status, 201, made.text);
  const all = unzipSync(await bytes(who, made.json.id));
  return Object.fromEntries(Object.entries(all).map(([path, content]) => [path, strFromU8(content)]));
}
const columns = (text: string): string[] => (text.replace('\uFEFF', '').split('\r\n')[0] ?? '').split(';');

test('a table for the forms and one for each list of rows, with their codebook; no names, no texts, nothing delicate', async () => {
  const all = await files('segue', { definition: 'scheda' });
  assert.deepEqual(Object.keys(all).sort(), ['LEGGIMI.txt', 'codebook.csv', 'compilazioni.csv']);
  assert.deepEqual(columns(all['compilazioni.csv']!), [
    'compilazione',
    'pratica',
    'pratica_comune',
    'modulo_versione',
    'inviata_il',
    'livello',
  ]);
  assert.match(all['codebook.csv']!, /\/salute;Salute;text;;common;1;;;lasciata fuori: testo libero/);
  assert.match(all['codebook.csv']!, /\/livello;Livello;integer/);
  assert.match(all['LEGGIMI.txt']!, /A che cosa serve: relazione annuale sui bisogni/);
  assert.ok(!JSON.stringify(all).includes('Segnaprezioso'));
  const again = await files('segue', { definition: 'scheda' });
  assert.equal(again['compilazioni.csv'], all['compilazioni.csv']);
});

test('with texts and names: asked for with a reason; cells are harmless; roles see no more than they may', async () => {
  assert.equal((await make('segue', { definition: 'scheda', names: true })).json.code, 'export-reason');
  assert.equal((await make('segue', { definition: 'scheda', texts: true })).json.code, 'export-reason');
  assert.equal((await make('segue', { definition: 'scheda', purpose: 'breve' })).json.code, 'purpose-needed');
  const asked = { definition: 'scheda', names: true, texts: true, reason: 'elenco per il convegno' };
  const own = await files('segue', asked);
  assert.match(own['compilazioni.csv']!, /;'=cmd\|calc;/);
  assert.match(own['compilazioni.csv']!, /;asma;/);
  assert.match(own['compilazioni.csv']!, /Segnaprezioso/);
  assert.match(own['persone.csv']!, /C-[\w-]{12};R-[\w-]{12};Segnaprezioso/);
  // x-visible-to: only the case manager
  const chief = await files('capo', asked);
  assert.ok(!columns(chief['compilazioni.csv']!).includes('salute'));
  assert.ok(!chief['compilazioni.csv']!.includes('asma'));
  assert.match(chief['codebook.csv']!, /\/salute;Salute;text;;common;1;;;lasciata fuori: il ruolo/);
});

test('rows only of the own scope; who has no right to the kind has nothing; the file is its maker’s', async () => {
  for (const who of ['altra', 'mare'])
    assert.equal((await make(who, { definition: 'scheda' })).json.code, 'export-empty');
  // back office sees no grids, front office exports nothing at all
  assert.equal((await make('uffici', { definition: 'scheda' })).json.code, 'export-empty');
  assert.equal((await make('banco', { definition: 'domanda' })).status, 403);
  assert.equal((await make('fuori', { definition: 'scheda' })).json.code, 'export-empty');
  const made = await make('uffici', { definition: 'domanda' });
  assert.equal(made.json.rows, 1);
  for (const who of ['capo', 'fuori'])
    assert.equal(
      (await world.ask('GET', `/api/exports/${made.json.id}/file`, { cookie: await world.signIn(who) }))
        .status,
      404,
    );
  assert.equal(
    (await world.ask('GET', `/api/exports/${made.json.id}/file`, { cookie: await world.signIn('occhio') }))
      .status,
    403,
  );
  const progress = await world.ask('GET', `/api/exports/${made.json.id}`, {
    cookie: await world.signIn('uffici'),
  });
  assert.deepEqual([progress.json.rows, progress.json.done], [1, 0]);
  const scope = { district: 'alfa', actor: 'system' };
  const kept = await world.deps.store.get<object>(scope, 'exports', made.json.id);
  assert.ok(kept);
  await world.deps.store.replace(scope, 'exports', kept.id, { ...kept.value, at: '2026-02-27T09:00:00Z' }, 1);
  const late = await world.ask('GET', `/api/exports/${made.json.id}/file`, {
    cookie: await world.signIn('uffici'),
  });
  assert.equal(late.json.code, 'export-gone');
});

test('the purpose is in the audit, and the export in who has seen', async () => {
  const scope = { district: 'alfa', actor: 'system' };
  const entries = await world.deps.store.auditEntries(scope, { limit: 1e6 });
  const taken = entries.filter(({ action }) => action === 'export.read');
  assert.ok(taken.length > 3);
  assert.ok(taken.every(({ reason }) => reason === purpose));
  const number = (await world.ask('GET', `/api/cases/${kase}`, { cookie: await world.signIn('segue') })).json
    .case.number;
  const seen = await world.ask(
    'GET',
    `/api/seen?${new URLSearchParams({ number, from: '2026-01-01', to: '2099-01-01' })}`,
    { cookie: await world.signIn('occhio') },
  );
  const row = seen.json.rows.find(
    (one: { name: string; exported: number }) => one.name === 'Persona segue' && one.exported > 0,
  );
  assert.ok(row.what.includes('ha scaricato un’esportazione di dati'));
  assert.ok(row.reasons.some((one: string) => one.startsWith(purpose)));
  const list = await world.ask('GET', '/api/exports', { cookie: await world.signIn('occhio') });
  assert.ok(list.json.items.length > 3);
  assert.deepEqual(list.json.definitions, []);
});

test('a second version: columns of both, each with its versions; NDJSON and XLSX say the same', async () => {
  const forms = await world.signIn('moduli');
  const { livello, ...rest } = scheda.schema.properties as { [key: string]: object };
  const changed = {
    ...scheda,
    schema: {
      ...scheda.schema,
      properties: {
        ...rest,
        livello: { ...livello, title: 'Livello nuovo' },
        tipo: { title: 'Tipo', type: 'string', enum: ['a', 'b'] },
      },
    },
  };
  const now = await world.ask('GET', '/api/definitions/scheda', { cookie: forms });
  const saved = await world.ask('PUT', '/api/definitions/scheda', {
    cookie: forms,
    body: changed,
    headers: { 'If-Match': `"${now.json.rev}"` },
  });
  assert.equal(saved.status, 200, saved.text);
  const published = await world.ask('POST', '/api/definitions/scheda/publish', {
    cookie: forms,
    body: {},
    headers: { 'If-Match': `"${saved.json.rev}"` },
  });
  assert.equal(published.status, 201, published.text);
  await fill({ livello: 2, tipo: 'b' });
  const lines = (await files('segue', { definition: 'scheda', format: 'ndjson' }))['compilazioni.ndjson']!;
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { modulo_versione: number; risposte: object; pratica: string });
  const [rowCode] = /R-[\w-]{12}/.exec(lines) ?? [];
  assert.deepEqual(
    rows.map(({ modulo_versione: versione, risposte }) => [versione, risposte]),
    [
      [1, { livello: 1, persone: [{ id: rowCode }] }],
      [2, { livello: 2, tipo: 'b' }],
    ],
  );
  assert.equal(rows[0]?.pratica, rows[1]?.pratica);
  const book = JSON.parse(
    (await files('segue', { definition: 'scheda', format: 'ndjson' }))['codebook.json']!,
  ) as { columns: { name: string; title: string; versions: number[]; codes: { code: string }[] }[] };
  const column = (name: string) => book.columns.find((one) => one.name === name);
  assert.deepEqual([column('livello')?.title, column('livello')?.versions], ['Livello nuovo', [1, 2]]);
  assert.deepEqual(
    [column('tipo')?.versions, column('tipo')?.codes.map(({ code }) => code)],
    [[2], ['a', 'b']],
  );
  const made = await make('segue', { definition: 'scheda', format: 'xlsx' });
  const book2 = unzipSync(await bytes('segue', made.json.id));
  assert.match(strFromU8(book2['xl/workbook.xml']!), /compilazioni.*Codebook.*Leggimi/);
  assert.match(strFromU8(book2['xl/worksheets/sheet1.xml']!), />b</);
});

test('what no case took up goes out too, of who may read it there: with its comune, without a case', async () => {
  await submit(world, { ...goodAnswers('Inattesa'), comune: 'alfamare' });
  const all = await files('capo', { definition: 'domanda' });
  const rowsOf = (text: string) => {
    const [head = '', ...rows] = text.replace('\uFEFF', '').split('\r\n').filter(Boolean);
    return rows.map((row) =>
      Object.fromEntries(head.split(';').map((name, at) => [name, row.split(';')[at]])),
    );
  };
  const told = rowsOf(all['compilazioni.csv']!).find(({ comune }) => comune === 'alfamare');
  assert.equal(told?.['pratica'], '');
  assert.match(told['compilazione'] ?? '', /^C-/);
  assert.ok(!JSON.stringify(all).includes('Inattesa'));
  const hers = await files('segue', { definition: 'domanda' });
  assert.ok(rowsOf(hers['compilazioni.csv']!).every(({ comune }) => comune !== 'alfamare'));
  assert.equal((await make('fuoricapo', { definition: 'domanda' })).json.code, 'export-empty');
});
