// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { PaperWork } from '../../server/deps.ts';
import { caseOf, createWorld, paperless, type World } from './world.ts';

let world: World;
const printed: PaperWork[] = [];
const plain = paperless.issue;
before(async () => {
  world = await createWorld();
  const two = await PDFDocument.create();
  two.addPage();
  two.addPage();
  const bytes = await two.save();
  Object.assign(world.deps.papers, {
    issue: async (work: PaperWork) => {
      printed.push(work);
      const made = await plain(work);
      return made.ok && work.draft ? { ...made, value: { ...made.value, bytes } } : made;
    },
  });
});
after(() => {
  Object.assign(world.deps.papers, { issue: plain });
  return world.close();
});

const path = '/api/templates/pact';
const use = (cookie: string, body: object) =>
  world.ask('POST', path, { cookie, body: { definition: 'accordo', ...body } });

test('the kinds that can print a definition, those that the district makes of it first', async () => {
  const cookie = await world.signIn('moduli');
  const kinds = async (definition: string) =>
    (await world.ask('GET', `/api/templates?definition=${definition}`, { cookie })).json;
  assert.deepEqual((await kinds('accordo')).items, [{ kind: 'pact', title: 'Patto', made: true }]);
  assert.deepEqual((await kinds('domanda')).items, [{ kind: 'receipt', title: 'Ricevuta', made: true }]);
  assert.deepEqual((await kinds('scheda')).items, []);
  assert.equal((await kinds('nessuna')).code, 'not-found');
});

test('a district’s own text: checked, numbered, in use for what is issued then, and back to ours', async () => {
  const cookie = await world.signIn('moduli');
  const open = () => world.ask('GET', `${path}?definition=accordo`, { cookie });
  assert.deepEqual((await open()).json.number, 0);
  const hostile = await use(cookie, { text: '{{{title}}}', after: 0 });
  assert.deepEqual([hostile.status, hostile.json.code], [422, 'template-raw']);
  assert.equal((await use(cookie, { text: '<p>{{title}}</p>', after: 0 })).json.number, 1);
  // Somebody else had put one into use meanwhile.
  assert.equal((await use(cookie, { text: '<p>altro</p>', after: 0 })).status, 412);
  const { json } = await open();
  assert.deepEqual([json.number, json.text, json.history[0].by], [1, '<p>{{title}}</p>', 'Persona moduli']);

  const issue = async () => {
    const kase = await caseOf(world, 'alfa', 'Prova');
    const worker = await world.signIn('segue');
    const draft = await world.ask('POST', `/api/cases/${kase}/drafts`, { cookie: worker, body: { definition: 'accordo' } }); // prettier-ignore
    const sent = await world.ask('POST', `/api/drafts/${draft.json.id}/submit`, { cookie: worker, body: { answers: { testo: 'x' } } }); // prettier-ignore
    printed.length = 0;
    const done = await world.ask('POST', `/api/cases/${kase}/documents`, { cookie: worker, body: { kind: 'pact', submission: sent.json.id } }); // prettier-ignore
    assert.equal(done.status, 201, done.text);
    return printed.find(({ copy }) => copy === 'family')?.template;
  };
  assert.deepEqual(await issue(), { text: '<p>{{title}}</p>', number: 1 });
  assert.equal((await use(cookie, { after: 1 })).json.number, 2);
  assert.equal(await issue(), undefined);
  assert.equal((await open()).json.history.length, 2);
});

test('a question with another name: the text in use, or the one being written, follows; nothing is kept', async () => {
  const cookie = await world.signIn('moduli');
  const number = (await world.ask('GET', `${path}?definition=accordo`, { cookie })).json.number;
  await use(cookie, { text: '<p>testo {{fields.testo}}</p>', after: number });
  const names = [{ from: 'testo', to: 'impegno' }];
  const ask = (body: object) =>
    world.ask('POST', `${path}/renamed`, { cookie, body: { definition: 'accordo', names, ...body } });
  const inUse = '<p>testo {{fields.testo}}</p>';
  assert.deepEqual((await ask({})).json, {
    inUse,
    text: '<p>testo {{fields.impegno}}</p>',
    places: 1,
    read: true,
  });
  assert.deepEqual((await ask({ text: '<p>{{title}}</p>' })).json, { inUse, text: '<p>{{title}}</p>', places: 0, read: true }); // prettier-ignore
  assert.equal((await world.ask('GET', `${path}?definition=accordo`, { cookie })).json.number, number + 1);
  const reader = await world.signIn('segue');
  assert.equal((await world.ask('POST', `${path}/renamed`, { cookie: reader, body: { definition: 'accordo', names } })).status, 403); // prettier-ignore
});

test('a preview is marked, is its owner’s alone, and is kept nowhere', async () => {
  const cookie = await world.signIn('moduli');
  const body = { definition: 'accordo', text: '<p>{{title}}</p>', answers: { testo: 'x' } };
  const made = await world.ask('POST', `${path}/preview`, { cookie, body });
  assert.deepEqual([made.status, made.json.pages], [201, 2]);
  assert.deepEqual([printed.at(-1)?.draft, printed.at(-1)?.number], [true, 'BOZZA']);
  const file = await world.ask('GET', `/api/previews/${made.json.id}?page=1`, { cookie });
  assert.equal(file.headers.get('content-type'), 'application/pdf');
  assert.match(file.headers.get('content-security-policy') ?? '', /frame-ancestors 'self'/);
  const other = await world.signIn('fuorimoduli');
  assert.equal((await world.ask('GET', `/api/previews/${made.json.id}`, { cookie: other })).status, 404);
  const wrong = await world.ask('POST', `${path}/preview`, {
    cookie,
    body: { ...body, text: '{{> fuori}}' },
  });
  assert.equal(wrong.json.code, 'template-partial');
});

test('a named condition that only the text in use asks is not called unused', async () => {
  const cookie = await world.signIn('moduli');
  const at = '/api/definitions/accordo';
  const { json, headers } = await world.ask('GET', at, { cookie });
  const own = (await world.ask('GET', `${path}?definition=accordo`, { cookie })).json.number;
  const conditions = { c_e_testo: { '/testo': { answered: true } }, altra: { '/testo': { answered: true } } };
  const definition = { ...json.definition, conditions };
  const unused = async () =>
    (await world.ask('POST', '/api/findings', { cookie, body: { definition } })).json.findings
      .filter(({ code }: { code: string }) => code === 'unused-condition')
      .map(({ at: place }: { at: string }) => place);
  assert.deepEqual(await unused(), ['/conditions/c_e_testo', '/conditions/altra']);
  const rev = { 'If-Match': headers.get('etag') ?? '' };
  assert.equal((await world.ask('PUT', at, { cookie, headers: rev, body: definition })).status, 200);
  const text = '{{#if holds.c_e_testo}}<p>{{testo}}</p>{{/if}}';
  const used = await use(cookie, { text, after: own });
  assert.equal(used.json.number, own + 1, used.text);
  assert.deepEqual(await unused(), ['/conditions/altra']);
});
