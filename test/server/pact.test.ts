// SPDX-License-Identifier: AGPL-3.0-or-later
// The life of a pact, from the first draft to its end: states that data name, moved by what happens; versions that begin
// from the one in force; what each monitoring decides.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fillDemo } from '../../server/demo.ts';
import type { PaperWork } from '../../server/deps.ts';
import type { Answers, Definition, Measure } from '../../schemas/types.ts';
import { caseOf, createWorld, type World } from './world.ts';

const field = (title: string, more: object): object => ({ title, ...more });
const text = { type: 'string', maxLength: 80 };
const date = { type: 'string', format: 'date' };
const form = (id: string, properties: object, kind = 'form'): Definition =>
  ({
    $schema: 'urn:patto:definition:1',
    kind,
    id,
    title: id,
    schema: { type: 'object', properties },
  }) as unknown as Definition;
const rows = (title: string, properties: object, more = {}) =>
  field(title, { type: 'array', items: { type: 'object', properties }, ...more });
const definitions = [
  form(
    'accordo',
    {
      testo: field('Testo', text),
      firma: field('Firma', date),
      dal: field('Dal', date),
      al: field('Al', date),
      mete: rows('Mete', { testo: field('Testo', text) }),
      incontri: rows('Incontri', { giorno: field('Giorno', date) }),
    },
    'pact',
  ),
  form('lettura', { copia: field('Copia', { type: 'integer', 'x-prefill': 'case:/patto/copia' }) }),
  form('ascolto', { chi: field('Chi', { ...text, 'x-prefill': 'case:/patto/rifiuto/chi' }) }),
  form('verifica', {
    giorno: field('Giorno', date),
    mete: rows(
      'Mete',
      { testo: field('Testo', { ...text, 'x-value': { 'of-row': 'case:/accordo/mete', of: './testo' } }), punto: field('Punto', { type: 'string', enum: ['0', '2'] }) }, // prettier-ignore
      { 'x-each': { of: 'case:/accordo/mete' } },
    ),
    deciso: field('Deciso', { type: 'string', enum: ['avanti', 'cambia', 'fine'] }),
    prossima: field('Prossima', date),
  }),
  form('fine', { perche: field('Perché', text) }),
];
const life: Measure['pact'] = {
  definition: 'accordo',
  document: 'pact',
  starts: '/dal',
  ends: '/al',
  states: [
    { id: 'bozza', title: 'In bozza', on: ['begun'], after: ['', 'finito'] },
    { id: 'letto', title: 'Letto insieme', on: ['shared'] },
    { id: 'no', title: 'Non firmato', on: ['refused'], aside: true },
    { id: 'firmato', title: 'Firmato', on: ['signed'] },
    { id: 'attivo', title: 'Attivo', on: ['checked'], byHand: true, after: ['firmato', 'guardato', 'nuovo'] },
    { id: 'guardato', title: 'In verifica', on: ['check-begun'] },
    { id: 'nuovo', title: 'Aggiornato', on: ['updated'] },
    { id: 'finito', title: 'Finito', on: ['closed'], final: true, case: 'conclusa' },
  ],
  sharing: { definition: 'lettura' },
  update: { clear: ['/firma'] },
  renewal: { daysBefore: 400, clear: ['/firma', '/incontri'], set: { '/dal': { 'add-days': ['case:/patto/al', 1] } } }, // prettier-ignore
  monitoring: {
    definition: 'verifica',
    every: 'patto.giorni',
    planned: { rows: '/incontri', day: './giorno' },
    held: '/giorno',
    next: '/prossima',
    results: { rows: '/mete', text: './testo', level: './punto' },
    decision: '/deciso',
    leads: { cambia: { update: true }, fine: { begins: 'fine' } },
  },
  closing: { definition: 'fine', reason: '/perche' },
  refusal: { definition: 'ascolto', who: '/chi', matters: true, text: 'Si ascolta la persona.' },
};

let world: World;
let cookie: string;
let kase: string;
const printed: PaperWork[] = [];

before(async () => {
  world = await createWorld({ fill: false });
  const { catalogue, papers } = world.deps;
  const known = catalogue.definitions('alfa') as Map<string, Definition>;
  for (const one of definitions) known.set(one.id, one);
  const measure = catalogue.measures.get('m1')!;
  const days = { key: 'patto.giorni', title: 'Giorni', value: 90, from: '2020-01-01', source: 's', verified: true }; // prettier-ignore
  (catalogue.measures as Map<string, Measure>).set('m1', { ...measure, pact: life, parameters: [days] });
  const { issue } = papers;
  Object.assign(papers, {
    issue: (work: PaperWork) => {
      printed.push(work);
      return issue(work);
    },
  });
  await fillDemo(world.deps);
  kase = await caseOf(world, 'alfa', 'Marta');
  cookie = await world.signIn('segue');
});
after(() => world.close());

const ask = (method: string, path: string, body?: unknown) => world.ask(method, path, { cookie, body });
const pact = async () => (await ask('GET', `/api/cases/${kase}/pact`)).json;
const why = async (): Promise<readonly string[]> =>
  (await pact()).next.map((one: { why: string }) => one.why);
async function draftOf(definition: string) {
  const begun = await ask('POST', `/api/cases/${kase}/drafts`, { definition });
  return (await ask('GET', `/api/drafts/${begun.json.id}`)).json.draft as { answers: Answers } & {
    readonly id?: string;
  };
}
/** Begins a definition, completes what it begins with, sends it; gives the id of the submission. */
async function send(definition: string, answers: Answers): Promise<string> {
  const begun = await ask('POST', `/api/cases/${kase}/drafts`, { definition });
  const { draft } = (await ask('GET', `/api/drafts/${begun.json.id}`)).json;
  const sent = await ask('POST', `/api/drafts/${begun.json.id}/submit`, {
    answers: { ...draft.answers, ...answers },
  });
  assert.equal(sent.status, 201, sent.text);
  return sent.json.id;
}
async function issue(submission: string): Promise<string> {
  const done = await ask('POST', `/api/cases/${kase}/documents`, { kind: 'pact', submission });
  assert.ok(done.json.act, done.text);
  return done.json.act.id;
}
const sign = (document: string, mode: 'paper' | 'refused') =>
  ask('POST', `/api/documents/${document}/signatures`, {
    signer: 'marta',
    mode,
    at: '2026-03-02T08:00:00+01:00',
    identified: 'Conosciuta',
    ...(mode === 'refused' ? { reason: 'Vuole pensarci' } : {}),
  });
const answers = {
  testo: 'Insieme',
  firma: '2026-03-02',
  dal: '2026-03-02',
  al: '2027-03-01',
  mete: [{ id: 'metaAAAAAA1', testo: 'Un lavoro' }],
  incontri: [{ id: 'incoAAAAAA1', giorno: '2026-05-20' }],
};
let draft = '';

test('a draft is copied for the family once for each state of it, marked, unsigned, beside the first one', async () => {
  assert.deepEqual((await pact()).state, undefined);
  draft = (await ask('POST', `/api/cases/${kase}/drafts`, { definition: 'accordo' })).json.id;
  assert.equal((await pact()).state, 'bozza');
  const save = async (changed: Answers) => {
    const known = await ask('GET', `/api/drafts/${draft}`);
    return world.ask('PUT', `/api/drafts/${draft}`, {
      cookie,
      body: { ...known.json.draft, answers: changed },
      headers: { 'If-Match': known.headers.get('etag') ?? '' },
    });
  };
  await save({ ...answers, testo: 'Prima' });
  printed.length = 0;
  const first = await ask('POST', `/api/drafts/${draft}/copy`, {});
  assert.deepEqual([first.status, first.json.number], [201, 1]);
  const again = await ask('POST', `/api/drafts/${draft}/copy`, {});
  assert.deepEqual([again.status, again.json.id], [200, first.json.id]);
  await save(answers);
  const second = await ask('POST', `/api/drafts/${draft}/copy`, {});
  assert.equal(second.json.number, 2);
  assert.deepEqual(printed.map(({ unsigned, copy }) => [unsigned, copy]), [[true, 'family'], [true, 'family']]); // prettier-ignore
  assert.deepEqual(
    printed.map(({ since }) => since?.answers['testo']),
    [undefined, 'Prima'],
  );
  const file = await ask('GET', `/api/cases/${kase}/copies/${second.json.id}/file`);
  assert.deepEqual([file.status, file.headers.get('content-type')], [200, 'application/pdf']);
  const other = await caseOf(world, 'alfa', 'Altra');
  assert.equal((await ask('GET', `/api/cases/${other}/copies/${second.json.id}/file`)).status, 404);
  assert.deepEqual((await ask('GET', `/api/cases/${kase}`)).json.documents, []);
});

test('that it was read together is taken down, and moves the pact', async () => {
  assert.deepEqual(await why(), ['shared']);
  assert.equal((await draftOf('lettura')).answers['copia'], 2);
  await send('lettura', {});
  const now = await pact();
  assert.deepEqual([now.state, now.next], ['letto', []]);
});

let document = '';
test('a refusal opens its own form; who signs after all makes the pact signed', async () => {
  const sent = await ask('POST', `/api/drafts/${draft}/submit`, { answers });
  document = await issue(sent.json.id);
  assert.equal((await sign(document, 'refused')).status, 201);
  const refused = await pact();
  assert.deepEqual([refused.state, refused.refused[0].matters], ['no', true]);
  assert.deepEqual(refused.next, [
    { why: 'refused', definition: 'ascolto', title: 'ascolto', about: 'Marta' },
  ]);
  await send('ascolto', {});
  const heard = await pact();
  assert.ok(heard.refused[0].heard);
  assert.deepEqual(heard.next, []);
  await sign(document, 'paper');
  const signed = await pact();
  assert.deepEqual([signed.state, signed.inForce.revision, signed.check.day], ['firmato', 1, '2026-05-20']);
});

test('an explicit act moves it where nothing tells, and nowhere else', async () => {
  const refused = await ask('POST', `/api/cases/${kase}/pact/state`, { state: 'finito' });
  assert.deepEqual([refused.status, refused.json.code], [409, 'pact-state']);
  const done = await ask('POST', `/api/cases/${kase}/pact/state`, { state: 'attivo' });
  assert.deepEqual([done.status, (await pact()).state], [200, 'attivo']);
  const capo = await world.signIn('capo');
  const body = { state: 'firmato' };
  assert.equal(
    (await world.ask('POST', `/api/cases/${kase}/pact/state`, { cookie: capo, body })).status,
    403,
  );
});

test('monitorings: levels of each result by day, the next day, and what their decision leads to', async () => {
  const level = (punto: string) => [{ id: 'metaAAAAAA1', punto }];
  await send('verifica', { giorno: '2026-05-20', mete: level('0'), deciso: 'avanti' });
  const first = await pact();
  assert.equal(first.check.day, '2026-08-18', '90 days on, since nothing else is said');
  await send('verifica', {
    giorno: '2026-08-10',
    mete: level('2'),
    deciso: 'cambia',
    prossima: '2026-10-01',
  });
  const now = await pact();
  assert.deepEqual([now.state, now.check.day], ['attivo', '2026-10-01']);
  assert.deepEqual(now.results.days.map(({ day }: { day: string }) => day), ['2026-05-20', '2026-08-10']); // prettier-ignore
  assert.deepEqual(now.results.rows[0].text, 'Un lavoro');
  assert.deepEqual(now.results.rows[0].levels.map(({ level: at }: { level: string }) => at), ['0', '2']); // prettier-ignore
  assert.deepEqual(now.next[0], { why: 'decided', definition: 'accordo', title: 'accordo', how: 'update', about: 'cambia' }); // prettier-ignore
  const uffici = await world.signIn('uffici');
  const seen = await world.ask('GET', `/api/cases/${kase}/pact`, { cookie: uffici });
  assert.deepEqual([seen.json.state, seen.json.next], ['attivo', []]);
});

test('the next version begins from the one in force with its rows, and takes its place when all have signed', async () => {
  const begun = await ask('POST', `/api/cases/${kase}/pact/drafts`, { how: 'update' });
  const now = (await ask('GET', `/api/drafts/${begun.json.id}`)).json.draft;
  assert.deepEqual([now.answers.mete, now.answers.firma], [answers.mete, undefined]);
  printed.length = 0;
  const sent = await ask('POST', `/api/drafts/${begun.json.id}/submit`, {
    answers: { ...now.answers, testo: 'Insieme ancora', firma: '2026-08-11' },
  });
  const next = await issue(sent.json.id);
  assert.equal(printed[0]?.before?.answers['testo'], 'Insieme');
  assert.equal((await pact()).inForce.revision, 1, 'until all have signed');
  await sign(next, 'paper');
  await ask('POST', `/api/documents/${next}/seal`, {});
  const signed = await pact();
  assert.deepEqual([signed.state, signed.inForce.revision], ['nuovo', 2]);
  assert.equal((await ask('GET', `/api/documents/${document}`)).json.state, 'superseded');
});

test('a renewal asks for a new period after the old one', async () => {
  assert.ok((await why()).includes('renewal'));
  const begun = await ask('POST', `/api/cases/${kase}/pact/drafts`, { how: 'renewal' });
  const kept = await ask('GET', `/api/drafts/${begun.json.id}`);
  const { draft: now } = kept.json;
  assert.deepEqual([now.answers.dal, now.answers.incontri, now.answers.mete], ['2027-03-02', undefined, answers.mete]); // prettier-ignore
  const headers = { 'If-Match': kept.headers.get('etag') ?? '' };
  assert.equal((await world.ask('DELETE', `/api/drafts/${begun.json.id}`, { cookie, headers })).status, 204);
});

test('its end is final, and the case says so', async () => {
  await send('fine', { perche: 'obiettivi' });
  const now = await pact();
  assert.deepEqual([now.state, now.check, now.hand, now.next], ['finito', undefined, [], []]);
  assert.equal((await ask('GET', `/api/cases/${kase}`)).json.case.state, 'conclusa');
  const told = now.history.map(({ state }: { state: string }) => state);
  assert.deepEqual(told, ['bozza', 'letto', 'no', 'firmato', 'attivo', 'guardato', 'attivo', 'guardato', 'attivo', 'nuovo', 'finito']); // prettier-ignore
  // A pact that is over may be followed by another.
  await draftOf('accordo');
  assert.equal((await pact()).state, 'bozza');
});
