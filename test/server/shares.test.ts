// SPDX-License-Identifier: AGPL-3.0-or-later
// What a partner of the project reads: their rows of the pact in force of the families that they were given to, and
// nothing of anything else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fillDemo } from '../../server/demo.ts';
import { realForms } from '../../server/assemble.ts';
import { sharedParts } from '../../server/pact/shares.ts';
import type { Answers, Definition, Measure, PactShare } from '../../schemas/types.ts';
import { family } from '../fixtures/families.ts';
import { contextOf, measures, outlines, walkThrough } from '../fixtures/national.ts';
import { caseOf, createWorld, type World } from './world.ts';

const forms = await realForms();
const [school] = measures.get('sociale')!.pact!.shares!;

/** What a school reads of a family's pact: titles of parts with the texts of their rows. */
function read(id: string, employer: string, share: PactShare = school!, change: object = {}) {
  const step = walkThrough(id).findLast(({ definition }) => definition === 'pais')!;
  const parts = sharedParts(share, {
    forms,
    outline: outlines.get('pais')!,
    answers: { ...step.settled.answers, ...change },
    context: contextOf(step.day, step.case),
    employer,
  });
  return {
    all: JSON.stringify(parts),
    rows: parts.map(({ title, rows }) => [title, ...rows.map(({ says }) => says.map(({ text }) => text).join(' · '))]), // prettier-ignore
    people: [...new Set(parts.flatMap(({ rows }) => rows.flatMap(({ people }) => people)))],
  };
}

test('the school of a pupil reads the pupil’s rows, each once, in words', () => {
  const { rows, people } = read('c4', 'IC Demo');
  assert.deepEqual(rows, [
    ['Obiettivi', 'Sofia va a scuola contenta e finisce l’anno'],
    [
      'Risultati attesi',
      'Le assenze di Sofia sono al massimo 3 fino a giugno · 30/06/2026',
      'Sofia fa i compiti tre volte alla settimana',
    ],
    ['Impegni della famiglia', 'Far frequentare la scuola a Sofia con regolarità'],
    ['Sostegni', 'P.I.P.P.I. 13 · Ambito Valprova'],
    ['Scuola', 'IC «Demo» · I media · Regolare · 11/03/2026'],
  ]);
  assert.deepEqual(people, ['sofiaC4nucl']);
});

test('nothing of the others, of health, money, levels, funds, or of a sibling at another school', () => {
  const { all } = read('c4', 'IC «demo»');
  assert.doesNotMatch(all, /SerD|CSM|sanitari|Nicola|Gabriel|Rosaria|Salvatore|nido|spese|affitto|educatric|€|E3|P[1-4]\.|fondo|PNRR|K\d|Proposto|depend|equipe/i); // prettier-ignore
  const luca = read('c2', 'Istituto superiore Demo');
  assert.deepEqual([luca.people, luca.all.includes('Giada')], [['lucaC2nucle'], false]);
  const giada = read('c2', 'IC Demo');
  assert.deepEqual([giada.people, giada.all.includes('Luca')], [['giadaC2nucl'], false]);
});

test('who is of no school of the pact reads nothing; nor does an account that says no employer', () => {
  assert.deepEqual([read('c4', 'IC Altrove').rows, read('c4', '').rows], [[], []]);
});

test('what is delicate or for the services alone stays, whatever a measure says that it shows', () => {
  const greedy: PactShare = {
    ...school!,
    parts: [
      { rows: '/scuola', who: './id', shows: ['./classe'] },
      {
        rows: '/obiettivi',
        where: { './area': { const: 'E' } },
        who: './componenti',
        shows: ['./testo', './area', './bisogno', './strategico'],
      },
      { rows: '/risultati', of: { rows: '/obiettivi', by: './obiettivo' }, shows: ['./testo'] },
      {
        rows: '/sostegni',
        of: { rows: '/risultati', by: './risultati' },
        shows: ['./servizio', './costo', './fondo', './categorie', './stato', './articolo'],
      },
      { rows: '/equipe_riservata', of: { rows: '/risultati', by: './id' }, shows: ['./nome'] },
    ],
  };
  const { all, rows } = read('c4', 'IC Demo', greedy);
  assert.doesNotMatch(all, /"Area"|3\.744|Fondo|K1|Proposto|7\.1|SerD|CSM/);
  assert.deepEqual(rows.find(([title]) => title === 'Sostegni')?.slice(1), ['Educativa domiciliare', 'P.I.P.P.I. 13']); // prettier-ignore
});

test('a row that speaks of somebody else too is not shown, nor what hangs on it', () => {
  const { answers } = family('c4').submissions.find(({ definition }) => definition === 'pais')!;
  const [first, ...rest] = answers['obiettivi'] as { componenti: string[] }[];
  const both = { obiettivi: [{ ...first!, componenti: ['sofiaC4nucl', 'nicolaC4nuc'] }, ...rest] };
  assert.deepEqual(
    read('c4', 'IC Demo', school!, both).rows.map(([title]) => title),
    ['Impegni della famiglia', 'Scuola'],
  );
});

// The same over HTTP, with a small pact of an invented measure.
const text = { type: 'string', maxLength: 80 };
const date = { type: 'string', format: 'date' };
const listOf = (title: string, properties: object) => ({ title, type: 'array', items: { type: 'object', properties } }); // prettier-ignore
const secret = 'Segnaprezioso';
const pact = {
  $schema: 'urn:patto:definition:1',
  kind: 'pact',
  id: 'accordo',
  title: 'Accordo',
  schema: {
    type: 'object',
    properties: {
      testo: { title: 'Testo', ...text },
      al: { title: 'Al', ...date },
      alunni: listOf('Alunni', { persona: { title: 'Chi', ...text }, scuola: { title: 'Scuola', ...text } }),
      mete: listOf('Mete', { testo: { title: 'Meta', ...text }, chi: { title: 'Chi', ...text } }),
    },
  },
} as unknown as Definition;
const life: Measure['pact'] = {
  definition: 'accordo',
  document: 'pact',
  ends: '/al',
  states: [
    { id: 'firmato', title: 'Firmato', on: ['signed'] },
    { id: 'finito', title: 'Finito', byHand: true, final: true },
  ],
  shares: [
    {
      id: 'scuola',
      title: 'Scuola',
      people: { rows: '/alunni', who: './persona', at: './scuola' },
      parts: [{ rows: '/mete', who: './chi', shows: ['./testo'] }],
    },
  ],
};
let world: World;
let kase: string;
before(async () => {
  world = await createWorld({ fill: false });
  const { catalogue } = world.deps;
  (catalogue.definitions('alfa') as Map<string, Definition>).set('accordo', pact);
  const measure = catalogue.measures.get('m1')!;
  (catalogue.measures as Map<string, Measure>).set('m1', { ...measure, pact: life });
  await fillDemo(world.deps);
  kase = await caseOf(world, 'alfa', secret);
});
after(() => world.close());

const as = async (who: string, method: string, path: string, body?: unknown) =>
  world.ask(method, path, { cookie: await world.signIn(who), ...(body === undefined ? {} : { body }) });
const shared = () => as('maestra', 'GET', '/api/shared');
const goals = async (): Promise<readonly string[]> =>
  (await shared()).json.items.flatMap((one: { parts: { rows: { says: { text: string }[] }[] }[] }) =>
    one.parts.flatMap(({ rows }) => rows.map(({ says }) => says[0]!.text)),
  );
const member = async (): Promise<string> => {
  const kept = await world.deps.store.get<{ household: { members: { id: string }[] }[] }>(
    { district: 'alfa', actor: 'system' },
    'cases',
    kase,
  );
  return kept?.value.household[0]?.members[0]?.id ?? 'alunno00001';
};
/** A pact that says this of the pupil, issued; signed by the one whose signature it needs. */
async function sealed(meta: string, signs = true, more: Answers = {}): Promise<string> {
  const { id } = (await as('segue', 'POST', `/api/cases/${kase}/drafts`, { definition: 'accordo' })).json;
  const chi = await member();
  const answers = {
    testo: `${secret} del SerD`,
    al: '2027-03-01',
    alunni: [{ id: 'alunnoAAAA1', persona: chi, scuola: 'I.C. «Prova»' }],
    mete: [
      { id: 'metaAAAAAA1', testo: meta, chi },
      { id: 'metaAAAAAA2', testo: `${secret} di altri`, chi: 'altro000001' },
    ],
    ...more,
  };
  const sent = await as('segue', 'POST', `/api/drafts/${id}/submit`, { answers });
  const done = await as('segue', 'POST', `/api/cases/${kase}/documents`, { kind: 'pact', submission: sent.json.id }); // prettier-ignore
  assert.ok(done.json.act, sent.text + done.text);
  const document = done.json.act.id as string;
  if (signs)
    await as('segue', 'POST', `/api/documents/${document}/signatures`, {
      signer: 'marta',
      mode: 'paper',
      at: '2026-03-02T08:00:00+01:00',
      identified: 'Conosciuta',
    });
  return document;
}

test('given by the coordinator: no title to the case, whose state and queue stay; told on its card', async () => {
  assert.deepEqual((await shared()).json.items, []);
  const before = (await as('capo', 'GET', `/api/cases/${kase}`)).json;
  assert.deepEqual(
    before.partners.map((one: object) => ({ ...one })),
    [{ id: 'maestra', name: 'Persona maestra, IC Prova', title: 'Scuola', given: false }],
  );
  assert.equal((await as('segue', 'POST', `/api/cases/${kase}/assign`, { account: 'maestra' })).status, 403);
  const given = await as('capo', 'POST', `/api/cases/${kase}/assign`, { account: 'maestra' });
  assert.equal(given.status, 200, given.text);
  const now = (await as('segue', 'GET', `/api/cases/${kase}`)).json;
  assert.deepEqual([now.case.assigned, now.case.state], [before.case.assigned, before.case.state]);
  assert.deepEqual(now.partners.map((one: { given: boolean }) => one.given), [true]); // prettier-ignore
  for (const path of ['', '/pact', '/diary', '/attachments', '/appointments'])
    assert.equal((await as('maestra', 'GET', `/api/cases/${kase}${path}`)).status, 403, path);
  for (const path of ['cases', 'cases?q=a', 'deadlines', 'agenda', 'documents', 'requests', 'registers'])
    assert.equal((await as('maestra', 'GET', `/api/${path}`)).status, 403, path);
});

test('only the pact that all have signed, only its own rows, whom to call; the reading is told', async () => {
  await sealed('Prima meta', false);
  const waiting = await shared();
  assert.deepEqual(waiting.json.items.map((one: { parts: object }) => one.parts), [[]]); // prettier-ignore
  assert.ok(!waiting.text.includes(secret), 'not even the name of the family');
  await sealed('Viene a scuola');
  const told = await shared();
  assert.deepEqual(await goals(), ['Viene a scuola']);
  const [one] = told.json.items;
  assert.deepEqual([one.ends, one.contacts], ['2027-03-01', [{ name: 'Persona segue', profile: 'case-manager' }]]); // prettier-ignore
  assert.doesNotMatch(told.text, /SerD|di altri|altro000001/);
  assert.deepEqual(Object.keys(one).sort(), ['contacts', 'ends', 'number', 'parts', 'people']);
  const seen = await as('capo', 'GET', `/api/seen?${new URLSearchParams({ case: kase, from: '2026-01-01', to: '2099-12-31' })}`); // prettier-ignore
  const reader = seen.json.rows.find(({ name }: { name: string }) => name === 'Persona maestra');
  assert.ok(reader.what.includes('ha letto la sua parte del patto'), seen.text);
});

test('of a newer pact once it is signed; nothing of one withdrawn, run out or over', async () => {
  await sealed('Non ancora firmata', false);
  assert.deepEqual(await goals(), ['Viene a scuola']);
  const newer = await sealed('Legge ogni sera');
  assert.deepEqual(await goals(), ['Legge ogni sera']);
  const gone = await as('segue', 'POST', `/api/documents/${newer}/withdraw`, {
    reason: 'Scritto per errore',
  });
  assert.ok(gone.status < 300, gone.text);
  assert.ok(!(await goals()).includes('Legge ogni sera'));
  await sealed('Finita ieri', true, { al: '2026-03-01' });
  assert.deepEqual(await goals(), []);
  await sealed('Resta');
  assert.deepEqual(await goals(), ['Resta']);
  const over = await as('segue', 'POST', `/api/cases/${kase}/pact/state`, { state: 'finito' });
  assert.equal(over.status, 200, over.text);
  assert.deepEqual(await goals(), []);
});

test('taken away again, or another part: nothing', async () => {
  const other = await caseOf(world, 'alfa', 'Altra');
  kase = other;
  await as('capo', 'POST', `/api/cases/${kase}/assign`, { account: 'maestra' });
  await sealed('Viene ancora');
  assert.deepEqual(await goals(), ['Viene ancora']);
  const scope = { district: 'alfa', actor: 'system' };
  const kept = (await world.deps.store.get<{ share?: string }>(scope, 'accounts', 'maestra'))!;
  const { share: _share, ...without } = kept.value;
  const put = await world.deps.store.replace(scope, 'accounts', 'maestra', without, kept.rev);
  assert.deepEqual(await goals(), []);
  await world.deps.store.replace(scope, 'accounts', 'maestra', kept.value, put.ok ? put.value.rev : 0);
  assert.deepEqual(await goals(), ['Viene ancora']);
  const body = { account: 'maestra', reason: 'Ha cambiato scuola' };
  const taken = await as('capo', 'POST', `/api/cases/${kase}/unassign`, body);
  assert.equal(taken.status, 200, taken.text);
  assert.ok(!(await shared()).json.items.some((one: { parts: object[] }) => one.parts.length > 0));
});
