// SPDX-License-Identifier: AGPL-3.0-or-later
// The front office through HTTP: who comes, what they begin, what is looked into, what they may be told.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { fillDemo } from '../../server/demo.ts';
import type { Account, Case, Definition, District, ListRow, Measure } from '../../schemas/types.ts';
import type { KeptRequest } from '../../server/records.ts';
import { createWorld, domanda, goodAnswers, submit, type World } from './world.ts';

const scope = { district: 'alfa', actor: 'system' };
const national = 'schemas/national/sociale/definitions';
const ids = ['primo-contatto', 'controlli-domanda', 'caricamento-piattaforma'];
const json = async <Value>(path: string): Promise<Value> => JSON.parse(await readFile(path, 'utf8')) as Value;
const lettera = {
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'lettera',
  title: 'Lettera',
  schema: {
    type: 'object',
    properties: {
      tipo: { title: 'Tipo', type: 'string', enum: ['preavviso', 'archiviata'] },
      numero: { title: 'Numero', type: 'string', maxLength: 40, 'x-prefill': 'case:/richiesta/numero' },
      avviso: { title: 'Avviso', type: 'string', format: 'date', 'x-prefill': 'case:/richiesta/preavviso' },
    },
    required: ['tipo'],
  },
  outcome: {
    rows: ['preavviso', 'archiviata'].map((tipo) => ({
      when: { '/tipo': { const: tipo } },
      gives: tipo,
      reason: tipo,
    })),
  },
} as unknown as Definition;

let world: World;
let banco = '';
let uffici = '';
before(async () => {
  world = await createWorld();
  const { catalogue } = world.deps;
  const [measure, district] = [catalogue.measures.get('m1'), catalogue.districts.get('alfa')] as const;
  assert.ok(measure && district);
  const shipped = await json<Measure>('schemas/national/adi/measure.json');
  const steps = [
    { definition: 'controlli-domanda', does: 'check' },
    { definition: 'caricamento-piattaforma', does: 'upload' },
    { definition: 'lettera', does: 'close' },
  ] as const;
  const requests = { ...shipped.requests!, forms: ['domanda'], steps: [...steps] };
  (catalogue.measures as Map<string, Measure>).set('m1', {
    ...measure,
    requests,
    transcription: { platform: 'Piattaforma', groups: [] },
  });
  const offices = ['centro', 'mare'].map((part) => ({
    id: part,
    name: `Sportello ${part}`,
    comune: `alfa${part}`,
    address: 'Via',
    hours: [{ day: 'mon' as const, from: '09:00', to: '12:00' }],
  }));
  const phases = [...district.phases, { id: 'lettere', title: 'Lettere', definitions: ['lettera'] }];
  (catalogue.districts as Map<string, District>).set('alfa', {
    ...district,
    offices,
    phases,
    counter: { access: 'primo-contatto', opens: 'registry' },
  });
  for (const name of ['stati-istanza', 'bisogni', 'lingue', 'prestazioni'])
    (catalogue.lists as Map<string, readonly ListRow[]>).set(
      name,
      (await json<{ rows: ListRow[] }>(`schemas/lists/${name}.json`)).rows,
    );
  const definitions = await Promise.all(ids.map((id) => json<Definition>(`${national}/${id}.json`)));
  const all = new Map([domanda, lettera, ...definitions].map((one) => [one.id, one]));
  await fillDemo({ ...world.deps, catalogue: { ...catalogue, definitions: () => all } });
  banco = await world.signIn('banco');
  uffici = await world.signIn('uffici');
});
after(() => world.close());

const get = async (path: string, cookie = banco) => world.ask('GET', path, { cookie });
const begin = async (body: object, cookie = banco) => {
  const told = await world.ask('POST', '/api/counter/drafts', { cookie, body });
  assert.equal(told.status, 201, told.text);
  return told.json.id as string;
};
const send = async (draft: string, answers: object, cookie = banco) =>
  world.ask('POST', `/api/drafts/${draft}/submit`, { cookie, body: { answers } });
/** A form begun and sent. */
async function fill(body: { readonly definition: string; readonly request?: string }, answers: object) {
  const told = await send(await begin(body), answers);
  assert.equal(told.status, 201, told.text);
  return told.json;
}
const checked = (stato: string, more: object = {}) => ({
  verifiche: ['residenza', 'cittadinanza'].map((fatto, place) => ({
    id: `rigaAAAAAA${place}`,
    fatto,
    stato,
    ...(stato === 'attesa' ? {} : { data: '2026-03-02', esito: 'Come dichiarato' }),
  })),
  completa: true,
  ...more,
});
const contact = {
  ufficio: 'centro',
  canale: 'persona',
  chi: 'interessata',
  bisogno: ['casa', 'reddito'],
  esito: 'domanda',
};

test('who comes may stay unknown; the register shows a day, finds a name and counts', async () => {
  await fill({ definition: 'primo-contatto' }, { ...contact, chi: 'anonima', esito: 'informazione' });
  await fill({ definition: 'primo-contatto' }, { ...contact, cognome: 'Rossini', nome: 'Ada' });
  const { json: day } = await get('/api/counter/accesses');
  assert.deepEqual(
    day.items.map((one: { name: string }) => one.name),
    ['Rossini Ada', ''],
  );
  assert.equal(day.items[0].facts['Bisogno'], 'Casa e bollette, Soldi per vivere');
  const counts = (word: string) => day.counts.find((one: { word: string }) => one.word === word)?.rows;
  assert.deepEqual(counts('need'), [
    { text: 'Casa e bollette', count: 2 },
    { text: 'Soldi per vivere', count: 2 },
  ]);
  assert.deepEqual(
    counts('outcome').map((one: { count: number }) => one.count),
    [1, 1],
  );
  assert.equal((await get('/api/counter/accesses?q=rossini')).json.total, 1);
  assert.equal((await get('/api/counter/accesses?from=2026-03-01&to=2026-03-01')).json.total, 0);
});

test('a request goes on from an access: what was said is there, and stays marked as carried', async () => {
  const access = await fill({ definition: 'primo-contatto' }, { ...contact, nome: 'Bice', cognome: 'Sarti' });
  const draft = await begin({ definition: 'domanda', access: access.to.access } as never);
  const opened = await get(`/api/drafts/${draft}`);
  assert.equal(opened.json.draft.answers.nome, 'Bice');
  assert.equal(opened.json.draft.from['/nome'], 'prefilled');
  assert.equal(opened.json.draft.sources['/nome'].title, 'Primo contatto');
  const sent = await send(draft, { ...goodAnswers('Bice'), comune: 'alfamare' });
  assert.equal(sent.status, 201, sent.text);
  const again = await send(draft, goodAnswers('Bice'));
  assert.equal(again.status, 200);
  assert.deepEqual(again.json.to, sent.json.to);
  const kept = await get(`/api/submissions/${sent.json.id}`);
  assert.equal(kept.json.submission.from['/nome'], 'prefilled');
  assert.equal(kept.json.submission.from['/comune'], 'typed');
  const { json: accesses } = await get('/api/counter/accesses?q=sarti');
  assert.equal(accesses.items[0].request, sent.json.to.request);
  const { json: found } = await get('/api/counter/requests?q=bice');
  assert.deepEqual(
    [found.items[0].number, found.items[0].channel, found.items[0].comune],
    [sent.json.receipt, 'counter', 'alfamare'],
  );
});

test('checks decide the state; the upload is by whom and under which number; terms follow', async () => {
  const id = await submit(world, goodAnswers('Carla'));
  const view = async () => (await get(`/api/counter/requests/${id}`)).json;
  const first = await view();
  assert.deepEqual([first.state.id, first.state.todo, first.platform], ['ricevuta', 'check', 'Piattaforma']);
  assert.deepEqual(
    first.terms.map((term: { id: string; due: string }) => [term.id, term.due]),
    [['istruttoria', '2026-04-01']],
  );
  const draft = await begin({ definition: 'controlli-domanda', request: id });
  const rows = (await get(`/api/drafts/${draft}`)).json.draft.answers.verifiche;
  assert.deepEqual(
    rows.map((row: { fatto: string }) => row.fatto),
    ['residenza', 'cittadinanza'],
  );
  assert.equal((await send(draft, checked('attesa'))).status, 201);
  assert.equal((await view()).state.id, 'in-verifica');
  await fill({ definition: 'controlli-domanda', request: id }, checked('ok'));
  const accepted = await view();
  assert.deepEqual(
    [accepted.state.id, accepted.state.todo, accepted.dates.istruttoria],
    ['accolta', 'upload', '2026-03-02'],
  );
  assert.deepEqual(
    (await get('/api/counter/requests?what=upload')).json.items.map((one: { id: string }) => one.id),
    [id],
  );
  await fill(
    { definition: 'caricamento-piattaforma', request: id },
    { caricata_il: '2026-03-02', codice: 'P-77' },
  );
  const row = (await get('/api/counter/requests?q=carla')).json.items[0];
  assert.deepEqual(
    [row.state, row.uploaded.facts['Numero in piattaforma'], row.uploaded.by],
    ['caricata', 'P-77', 'banco'],
  );
  const done = await view();
  assert.deepEqual(
    done.taken.map((step: { does: string; by: string }) => [step.does, step.by]),
    [
      ['check', 'Persona banco'],
      ['check', 'Persona banco'],
      ['upload', 'Persona banco'],
    ],
  );
  assert.ok(done.terms.every((term: { state: string }) => term.state === 'met'));
});

test('what is looked into tells the case, whether there was one then or comes later', async () => {
  const id = await submit(world, goodAnswers('Elsa'));
  const step = { definition: 'controlli-domanda', request: id };
  await fill(step, checked('ok', { identita: '2026-03-20' }));
  const opened = await world.ask('POST', '/api/cases', { cookie: uffici, body: { submission: id } });
  assert.equal(opened.status, 201, opened.text);
  const papers = async () => {
    const kept = await world.deps.store.get<Case>(scope, 'cases', opened.json.id);
    return kept!.value.moments?.filter(({ key }) => key === 'identita').map(({ date }) => date);
  };
  assert.deepEqual(await papers(), ['2026-03-20']);
  await fill(step, checked('ok', { identita: '2030-01-31' }));
  assert.deepEqual(await papers(), ['2026-03-20', '2030-01-31']);
});

test('a request is closed by letters of its case: notice first, then closing; its checks come along', async () => {
  const id = await submit(world, goodAnswers('Dino'));
  await fill({ definition: 'controlli-domanda', request: id }, checked('no'));
  const path = `/api/counter/requests/${id}/close`;
  assert.equal((await world.ask('POST', path, { cookie: banco, body: {} })).status, 403);
  const letter = async (tipo: string) => {
    const begun = await world.ask('POST', path, { cookie: uffici, body: {} });
    assert.equal(begun.status, 201, begun.text);
    const { draft } = (await get(`/api/drafts/${begun.json.draft}`, uffici)).json;
    const sent = await send(begun.json.draft, { ...draft.answers, tipo }, uffici);
    assert.equal(sent.status, 201, sent.text);
    return { draft, kase: begun.json.case as string };
  };
  const { draft, kase } = await letter('preavviso');
  const view = async () => (await get(`/api/counter/requests/${id}`, uffici)).json;
  const noticed = await view();
  assert.equal(draft.answers.numero, noticed.number);
  assert.deepEqual([noticed.state.id, noticed.case.id], ['preavviso', kase]);
  assert.match(noticed.state.says, /entro il 12\/03\/2026/);
  assert.equal((await letter('archiviata')).draft.answers.avviso, '2026-03-02');
  const closed = await view();
  assert.deepEqual([closed.state.id, closed.state.closed], ['archiviata', true]);
  const check = await world.deps.store.get<{ case?: string }>(
    scope,
    'submissions',
    closed.taken[0].submission,
  );
  assert.equal(check?.value.case, kase);
  assert.ok(!(await get('/api/counter/requests')).json.items.some((one: { id: string }) => one.id === id));
});

test('where a request stands is found by its number within one’s comuni, in plain words', async () => {
  const id = await submit(world, { ...goodAnswers('Elsa'), comune: 'alfamare' });
  const { number } = (await get(`/api/counter/requests/${id}`)).json;
  const told = await get(`/api/counter/status?number=${number.toLowerCase()}`);
  assert.deepEqual(
    [told.json.state, told.json.says, told.json.office.hours],
    [
      'Ricevuta',
      'La domanda è arrivata il 02/03/2026. Stiamo per controllarla.',
      'lunedì 9-12; chiuso gli altri giorni',
    ],
  );
  assert.equal((await get('/api/counter/status?number=2026-99999')).status, 404);
  const kept = await world.deps.store.get<Account>(scope, 'accounts', 'banco');
  const narrow = (comuni: string[], rev: number) =>
    world.deps.store.replace(scope, 'accounts', 'banco', { ...kept!.value, comuni }, rev);
  const narrowed = await narrow(['alfacentro'], kept!.rev);
  assert.ok(narrowed.ok);
  try {
    const own = await world.signIn('banco');
    assert.equal((await get(`/api/counter/status?number=${number}`, own)).status, 404);
    assert.equal((await get(`/api/counter/requests/${id}`, own)).status, 404);
    assert.equal((await get(`/api/submissions/${id}`, own)).status, 404);
    for (const body of [
      { definition: 'controlli-domanda', request: id },
      { definition: 'primo-contatto', comune: 'alfamare' },
    ])
      assert.equal((await world.ask('POST', '/api/counter/drafts', { cookie: own, body })).status, 404);
    const { json: all } = await get('/api/counter/requests?what=all', own);
    assert.ok(all.total > 0 && all.items.every((one: { comune: string }) => one.comune === 'alfacentro'));
  } finally {
    await narrow([], narrowed.ok ? narrowed.value.rev : 0);
    banco = await world.signIn('banco');
  }
});

test('copied from paper: the date of the sheet is kept, and is not in the future', async () => {
  const draft = await begin({ definition: 'domanda' });
  const note = (on: string, rev: number) =>
    world.ask('PUT', `/api/drafts/${draft}/paper`, {
      cookie: banco,
      body: { on },
      headers: { 'If-Match': `"${rev}"` },
    });
  assert.equal((await note('2026-03-03', 1)).json.code, 'paper-later');
  assert.equal((await note('2026-02-20', 1)).status, 200);
  const sent = await send(draft, goodAnswers('Fina'));
  const kept = (await get(`/api/submissions/${sent.json.id}`)).json.submission;
  assert.deepEqual(kept.paper, { on: '2026-02-20' });
  assert.equal((await get(`/api/counter/requests/${sent.json.to.request}`)).json.channel, 'paper');
});

test('rows of a table are pasted into a draft: by the names of the columns, or in their order', async () => {
  const draft = await begin({
    definition: 'controlli-domanda',
    request: await submit(world, goodAnswers('Lia')),
  });
  const paste = (text: string, rev: number) =>
    world.ask('POST', `/api/drafts/${draft}/rows`, {
      cookie: banco,
      body: { at: '/verifiche', text },
      headers: { 'If-Match': `"${rev}"` },
    });
  const text =
    'Esito\tColore\tChe cosa si verifica\tVerificato il\nconfermato\trosso\tISEE\t2/3/2026\nok\t\tResidenza\t31/2/2026';
  const { json: named } = await paste(text, 1);
  assert.deepEqual([named.rows, named.ignored, named.unread], [2, ['Colore'], 1]);
  const { json: plain } = await paste('composizione;no;01/03/2026;Manca un figlio;Anagrafe', named.rev);
  assert.deepEqual([plain.rows, plain.unread], [1, 0]);
  const { draft: now } = (await get(`/api/drafts/${draft}`)).json;
  const added = now.answers.verifiche.slice(2).map(({ id: _id, ...row }: { id: string }) => row);
  assert.deepEqual(added, [
    { fatto: 'isee', stato: 'ok', data: '2026-03-02' },
    { fatto: 'residenza', stato: 'ok' },
    { fatto: 'composizione', stato: 'no', data: '2026-03-01', esito: 'Manca un figlio', fonte: 'Anagrafe' },
  ]);
  assert.deepEqual(Object.values(now.typed), ['31/2/2026'], 'what cannot be read is kept as written');
  assert.equal((await paste('"', plain.rev)).json.code, 'csv-quote');
  assert.equal((await paste('isee;ok', 1)).status, 412);
});

test('the district may open the case at once; a form that is none of the counter is not begun there', async () => {
  const districts = world.deps.catalogue.districts as Map<string, District>;
  const alfa = districts.get('alfa')!;
  districts.set('alfa', { ...alfa, counter: { access: 'primo-contatto' } });
  const sent = await fill({ definition: 'domanda' }, goodAnswers('Gina'));
  districts.set('alfa', alfa);
  const kase = await get(`/api/cases/${sent.to.case}`);
  assert.equal(kase.json.case.name, 'Gina');
  const told = await world.ask('POST', '/api/counter/drafts', {
    cookie: banco,
    body: { definition: 'lettera' },
  });
  assert.equal(told.json.code, 'not-at-counter');
  const edu = await world.signIn('edu');
  const refused = await world.ask('POST', '/api/counter/drafts', {
    cookie: edu,
    body: { definition: 'domanda' },
  });
  assert.equal(refused.status, 403);
});

test('an access opens one case, which has what was said', async () => {
  const said = await fill({ definition: 'primo-contatto' }, { ...contact, cognome: 'Nardi', nome: 'Ugo' });
  const body = { measure: 'm1', comune: 'alfacentro', name: 'Nardi Ugo', access: said.to.access };
  const open = (more: object) =>
    world.ask('POST', '/api/cases', { cookie: banco, body: { ...body, ...more } });
  assert.equal((await open({ access: 'AAAAAAAAAAAAAAAAAAAAAA' })).status, 404);
  const [first, again] = [await open({}), await open({})];
  assert.deepEqual([first.status, again.status, again.json.id], [201, 200, first.json.id]);
  const { json } = await get('/api/counter/accesses?q=nardi');
  assert.equal(json.items[0].case, first.json.id);
  const { json: kept } = await get(`/api/submissions/${said.id}`);
  assert.equal(kept.submission.case, first.json.id);
});

test('who works only on cases that were given to them reads no requests; what a case took up is the case’s', async () => {
  const id = await submit(world, goodAnswers('Gilda'));
  const [edu, segue, altra] = await Promise.all(['edu', 'segue', 'altra'].map((who) => world.signIn(who)));
  for (const path of ['accesses', 'requests', `requests/${id}`, `status?number=x`])
    assert.ok([403, 404].includes((await get(`/api/counter/${path}`, edu)).status), path);
  const read = await world.ask('GET', `/api/submissions/${id}`, {
    cookie: edu!,
    headers: { 'X-Patto-Reason': 'perch%C3%A9%20s%C3%AC' },
  });
  assert.ok(!read.text.includes('Gilda'), read.text);
  assert.equal((await get(`/api/submissions/${id}`, altra)).status, 200);
  const step = { definition: 'controlli-domanda', request: id };
  const draft = await begin(step, altra);
  const body = { submission: id };
  const opened = await world.ask('POST', '/api/cases', { cookie: segue!, body });
  assert.equal(opened.status, 201, opened.text);
  // Begun before: the case has it now.
  assert.ok((await get(`/api/drafts/${draft}`, altra)).status >= 403);
  assert.ok((await send(draft, checked('ok'), altra)).status >= 403);
  const more = await world.ask('POST', '/api/counter/drafts', { cookie: altra!, body: step });
  assert.equal(more.json.code, 'not-assigned', more.text);
  // Nothing more is said of a case that went elsewhere.
  const kept = await world.deps.store.get<Case>(scope, 'cases', opened.json.id);
  assert.ok(kept);
  const closed = { at: '2026-03-02T09:00:00.000Z', by: 'capo', why: 'moved' } as const;
  await world.deps.store.replace(scope, 'cases', kept.id, { ...kept.value, closed }, kept.rev);
  assert.equal((await send(draft, checked('ok'), segue)).json.code, 'case-closed');
  const begun = await world.ask('POST', '/api/counter/drafts', { cookie: segue!, body: step });
  assert.equal(begun.json.code, 'case-closed', begun.text);
});

test('what wants a case is refused at the counter, in words', async () => {
  const draft = await begin({ definition: 'domanda' });
  const sent = await submit(world, goodAnswers('Ivo'));
  for (const [path, body] of [
    [`/api/drafts/${draft}/copy`, {}],
    [`/api/submissions/${sent}/replace`, { reason: 'errore di battitura' }],
  ] as const) {
    const told = await world.ask('POST', path, { cookie: banco, body });
    assert.equal(told.json.code, 'no-case', `${path} ${told.text}`);
  }
});

test('what was left unfinished at the counter goes after three months', async () => {
  const draft = await begin({ definition: 'domanda' });
  const kept = await world.deps.store.get<{ savedAt: string }>(scope, 'drafts', draft);
  const value = { ...kept!.value, savedAt: '2025-11-01T10:00:00Z' };
  await world.deps.store.replace(scope, 'drafts', draft, value, kept!.rev);
  // the longest untouched are looked at first, a few at a time
  for (let turns = 0; turns < 10 && (await world.deps.store.get(scope, 'drafts', draft)); turns += 1) {
    const told = await world.ask('DELETE', `/api/drafts/${await begin({ definition: 'domanda' })}`, {
      cookie: banco,
      headers: { 'If-Match': '"1"' },
    });
    assert.equal(told.status, 204);
  }
  assert.equal(await world.deps.store.get(scope, 'drafts', draft), undefined);
});

test('a public request whose registration was lost is in the registry when it is looked at', async () => {
  const id = await submit(world, goodAnswers('Ines'));
  const kept = await world.deps.store.get(scope, 'requests', id);
  await world.deps.store.remove(scope, 'requests', id, kept!.rev);
  assert.equal((await get('/api/counter/requests?q=ines')).json.items[0]?.id, id);
});

test('lists come in pages that hold everything once, and show at once what changed', async () => {
  const { store } = world.deps;
  const before = (await get('/api/requests')).json;
  const [known] = (await store.list(scope, 'requests')).items;
  const sample = (await store.get<KeptRequest>(scope, 'requests', known!.id))!.value;
  const { case: _case, ...open } = {
    ...sample,
    closed: false,
    state: 'ricevuta',
    channel: 'counter' as const,
  };
  for (let n = 0; n < 120; n += 1) {
    const at = new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString();
    await store.create(scope, 'requests', `p${n}`, {
      ...open,
      number: `PAG/${n}`,
      name: `Nicolò D’Orò ${n}`,
      at,
    });
    const of = { definition: 'primo-contatto', comune: 'alfacentro', by: 'banco', facts: {} };
    await store.create(scope, 'accesses', `p${n}`, {
      ...of,
      at,
      day: '2026-01-01',
      name: `Nicolò ${n}`,
      counts: { need: 'casa' },
    });
  }
  /** ids of all pages, one after the other */
  async function walked(path: string): Promise<{ readonly ids: string[]; readonly total: number }> {
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const { json: page } = await get(`${path}${cursor && `&cursor=${cursor}`}`);
      assert.ok(page.items.length <= 50);
      found.push(...page.items.map(({ id }: { id: string }) => id));
      if (page.next === undefined) return { ids: found, total: page.total };
      cursor = page.next;
    }
  }
  const waiting = await walked('/api/requests?');
  assert.equal(waiting.total, before.total + 120);
  const newest = Array.from({ length: 120 }, (_, n) => `p${119 - n}`);
  for (const path of [
    '/api/counter/requests?q=nicolo+d',
    '/api/counter/accesses?from=2026-01-01&to=2026-01-01&q=nicolo',
    '/api/requests?',
  ]) {
    const { ids: found, total } = await walked(path);
    assert.deepEqual([found.length, new Set(found).size], [total, total], path);
    assert.deepEqual(found.filter((id) => id.startsWith('p')).slice(0, 120), newest, path);
  }
  const day = (await get('/api/counter/accesses?from=2026-01-01&to=2026-01-01')).json;
  assert.deepEqual(day.counts[0].rows, [{ text: 'Casa e bollette', count: 120 }]);
  // changed, new, gone, and a state called otherwise: each is there with the next answer
  await store.replace(scope, 'requests', 'p7', { ...open, number: 'PAG/7', name: 'Altro Nome' }, 1);
  assert.equal((await get('/api/counter/requests?q=nicol%C3%B2')).json.total, 119);
  assert.equal((await get('/api/counter/requests?q=altro nome')).json.items[0].id, 'p7');
  await store.remove(scope, 'requests', 'p8', 1);
  await store.create(scope, 'requests', 'p8bis', { ...open, number: 'PAG/8', name: 'Terzo' });
  assert.equal((await get('/api/counter/requests?q=nicol%C3%B2')).json.total, 118);
  const lists = world.deps.catalogue.lists as Map<string, readonly ListRow[]>;
  const rows = lists.get('stati-istanza')!;
  lists.set(
    'stati-istanza',
    rows.map((row) => (row.id === 'ricevuta' ? { ...row, todo: 'close' } : row)),
  );
  assert.equal((await get('/api/counter/requests?q=terzo')).json.items[0].todo, 'close');
  lists.set('stati-istanza', rows);
  // who sees no names finds nothing by them
  const elsewhere = (await get('/api/counter/requests?q=nicol%C3%B2', await world.signIn('altra'))).json;
  assert.ok(elsewhere.items.every(({ name }: { name: string }) => name !== ''));
});
