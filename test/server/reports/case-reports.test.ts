// SPDX-License-Identifier: AGPL-3.0-or-later
// Documents of one case that print no submission: the transcription sheet and the register of signatures.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Measure } from '../../../schemas/types.ts';
import { caseOf, createWorld, type World } from '../world.ts';

let world: World;
let kase: string;
let act: { readonly id: string; readonly number: string };

before(async () => {
  world = await createWorld();
  const measure = world.deps.catalogue.measures.get('m1') as Measure;
  measure.transcription = {
    platform: 'Piattaforma',
    groups: [
      {
        title: 'Secondo',
        definition: 'scheda',
        items: [
          { title: 'Livello', from: '/livello' },
          { title: 'Salute', from: '/salute' },
        ],
      },
      { title: 'Primo', definition: 'domanda', items: [{ title: 'Chi', from: '/nome' }] },
      {
        title: 'Persone',
        definition: 'domanda',
        rows: '/nucleo',
        items: [{ title: 'Nome', from: './nome' }],
      },
      { title: 'Mai dato', definition: 'accordo', items: [{ title: 'Niente', from: '/manca' }] },
    ],
  };
  kase = await caseOf(world, 'alfa', 'Marta Prova');
  const cookie = await world.signIn('segue');
  const fill = async (definition: string, answers: object): Promise<string> => {
    const draft = await world.ask('POST', `/api/cases/${kase}/drafts`, { cookie, body: { definition } });
    const sent = await world.ask('POST', `/api/drafts/${draft.json.id}/submit`, {
      cookie,
      body: { answers },
    });
    assert.equal(sent.status, 201, sent.text);
    return sent.json.id;
  };
  await fill('domanda', {
    nome: 'Marta',
    comune: 'alfacentro',
    lavora: false,
    nucleo: [{ id: 'aaaaaaaaaaa', nome: 'Tommaso' }],
    quanti: 1,
  });
  await fill('scheda', { livello: 2, salute: 'riservata', fisso: 'Marta' });
  const submission = await fill('accordo', { testo: 'patto' });
  const issued = await world.ask('POST', `/api/cases/${kase}/documents`, {
    cookie,
    body: { kind: 'pact', submission },
  });
  act = issued.json.act;
  await world.ask('POST', `/api/documents/${act.id}/signatures`, {
    cookie,
    body: {
      signer: 'marta',
      mode: 'refused',
      at: '2026-03-02T08:00:00Z',
      identified: 'conosciuta',
      reason: 'ci pensa',
    },
  });
});
after(() => world.close());

test('values in the platform’s order, of who may read them', async () => {
  const path = `/api/cases/${kase}/reports/transcription`;
  const told = await world.ask('GET', path, { cookie: await world.signIn('segue') });
  assert.deepEqual(
    told.json.content.groups.map(
      ({ title, rows }: { title: string; rows: { items: { text: string }[] }[] }) => [
        title,
        rows.flatMap(({ items }) => items.map(({ text }) => text)),
      ],
    ),
    [
      ['Secondo', ['2', 'riservata']],
      ['Primo', ['Marta']],
      ['Persone', ['Tommaso']],
      ['Mai dato', ['']],
    ],
  );
  // Who coordinates reads the grid, and not what only the case manager may see of it.
  const seen = await world.ask('GET', path, { cookie: await world.signIn('capo') });
  assert.deepEqual(
    seen.json.content.groups[0].rows[0].items.map(({ text }: { text: string }) => text),
    ['2', ''],
  );
  for (const who of ['banco', 'uffici']) {
    // Who carries requests to the platform copies the request from it, and nothing of the assessment.
    const cookie = await world.signIn(who);
    const part = await world.ask('GET', path, { cookie });
    assert.deepEqual(
      [part.json.issues, part.json.content.groups.map(({ title }: { title: string }) => title)],
      [false, ['Primo', 'Persone', ...(who === 'uffici' ? ['Mai dato'] : [])]],
      who,
    );
    assert.doesNotMatch(part.text, /riservata/);
    assert.equal((await world.ask('POST', path, { cookie, body: {} })).status, 403, who);
  }
});

test('issued, it is a document of the case, read by who may read what it says', async () => {
  const issued = await world.ask('POST', `/api/cases/${kase}/reports/transcription`, {
    cookie: await world.signIn('segue'),
    body: {},
  });
  assert.equal(issued.status, 201, issued.text);
  assert.equal(issued.json.act.case, kase);
  const read = async (who: string) =>
    (await world.ask('GET', `/api/documents/${issued.json.act.id}/file`, { cookie: await world.signIn(who) }))
      .status;
  assert.deepEqual([await read('segue'), await read('capo'), await read('uffici')], [200, 200, 403]);
  const view = await world.ask('GET', `/api/cases/${kase}`, { cookie: await world.signIn('uffici') });
  assert.deepEqual(
    view.json.documents
      .map(({ kind }: { kind: string }) => kind)
      .filter((kind: string) => kind === 'transcription'),
    [],
  );
});

test('the register of signatures tells every signer of every document', async () => {
  const told = await world.ask('GET', `/api/cases/${kase}/reports/signature-register`, {
    cookie: await world.signIn('segue'),
  });
  const [document] = told.json.content.documents;
  assert.equal(document.number, act.number);
  assert.deepEqual(
    document.signatures
      .slice(0, 1)
      .map((one: { name: string; mode: string; note: string; by: string }) => [
        one.name,
        one.mode,
        one.note,
        one.by,
      ]),
    [['Marta', 'refused', 'ci pensa', 'Persona segue']],
  );
});
