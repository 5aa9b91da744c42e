// SPDX-License-Identifier: AGPL-3.0-or-later
// A summons makes an appointment; how it was delivered and how it went; the agenda; a calendar to subscribe to.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Case, District, ListRow } from '../../schemas/types.ts';
import { caseOf, createWorld, type World } from './world.ts';

const marker = 'Segnaprezioso';
let world: World;
let kase: string;
const scope = { district: 'alfa', actor: 'system' };

const call = {
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'chiamata',
  title: 'Chiamata',
  schema: {
    type: 'object',
    properties: {
      giorno: { title: 'Giorno', type: 'string', format: 'date' },
      ora: { title: 'Ora', type: 'string', 'x-type': 'time' },
      luogo: { title: 'Luogo', type: 'string', maxLength: 120 },
      presso: { title: 'Presso', type: 'string', maxLength: 120, 'x-prefill': 'case:/domanda/nome' },
      testo: {
        title: 'Testo',
        type: 'string',
        maxLength: 160,
        'x-value': { join: [{ text: 'Il ' }, '/giorno', { text: ' a ' }, '/luogo'] },
      },
    },
    required: ['giorno', 'ora', 'luogo'],
  },
  gives: {
    appointment: { day: '/giorno', time: '/ora', place: '/luogo', message: '/testo', marks: 'convocazione' },
  },
};

before(async () => {
  world = await createWorld();
  const lists = world.deps.catalogue.lists as Map<string, readonly ListRow[]>;
  for (const name of ['esiti-appuntamento', 'esiti-notifica', 'giustificati-motivi', 'festivita'])
    lists.set(name, JSON.parse(await readFile(`schemas/lists/${name}.json`, 'utf8')).rows as ListRow[]);
  const phases = world.deps.catalogue.districts.get('alfa')!.phases as District['phases'];
  phases.find(({ id }) => id === 'accesso')!.definitions.push('chiamata');
  const cookie = await world.signIn('moduli');
  const made = await world.ask('POST', '/api/definitions', { cookie, body: { definition: call } });
  assert.equal(made.status, 201, made.text);
  const headers = { 'If-Match': made.headers.get('etag') ?? '"1"' };
  const told = await world.ask('POST', '/api/definitions/chiamata/publish', { cookie, headers, body: {} });
  assert.equal(told.status, 201, told.text);
  kase = await caseOf(world, 'alfa', marker);
});
after(() => world.close());

/** Fills in the summons; the appointment's id. */
async function summon(giorno: string, ora: string, id = kase): Promise<string> {
  const cookie = await world.signIn('segue');
  const body = { definition: 'chiamata' };
  const draft = (await world.ask('POST', `/api/cases/${id}/drafts`, { cookie, body })).json.id as string;
  const answers = { giorno, ora, luogo: 'Piazza dell’Esempio 1', presso: `casa di ${marker}` };
  const sent = await world.ask('POST', `/api/drafts/${draft}/submit`, { cookie, body: { answers } });
  assert.equal(sent.status, 201, sent.text);
  return sent.json.id as string;
}
const card = async (who = 'segue') =>
  (await world.ask('GET', `/api/cases/${kase}/appointments`, { cookie: await world.signIn(who) })).json;
const register = async (who: string, id: string, body: object) =>
  world.ask('POST', `/api/cases/${kase}/appointments/${id}`, { cookie: await world.signIn(who), body });
const dates = async () => {
  const kept = await world.deps.store.get<Case>(scope, 'cases', kase);
  return kept!.value.dates;
};
const week = async (who: string, query = '?from=2026-02-09') =>
  (await world.ask('GET', `/api/agenda${query}`, { cookie: await world.signIn(who) })).json;

let first = '';
let second = '';

test('a summons makes an appointment, and the day of the summons is known', async () => {
  first = await summon('2026-02-11', '09:30');
  second = await summon('2026-02-11', '10:00');
  const { items, definitions, writes } = await card();
  const one = items.find(({ id }: { id: string }) => id === first);
  assert.deepEqual(
    [one.day, one.time, one.minutes, one.place, one.with, one.overlaps, one.message],
    [
      '2026-02-11',
      '09:30',
      60,
      'Piazza dell’Esempio 1',
      'segue',
      true,
      { text: "Il 11/02/2026 a Piazza dell'Esempio 1", length: 37 },
    ],
  );
  assert.deepEqual([definitions, writes], [[{ id: 'chiamata', title: 'Chiamata' }], true]);
  assert.equal((await dates())['convocazione'], '2026-03-02');
});

test('delivery and outcome: rows of lists, only what has happened, only who may', async () => {
  const delivered = { code: 'brevi-manu-servizio', date: '2026-02-10', note: 'al dormitorio' };
  const held = { outcome: { code: 'svolto' } };
  // Two windows: who comes second is told, and nothing of the first is lost.
  const late = await world.ask('POST', `/api/cases/${kase}/appointments/${first}`, {
    cookie: await world.signIn('segue'),
    headers: { 'If-Match': '"7"' },
    body: held,
  });
  assert.deepEqual([late.status, late.json.code], [412, 'conflict']);
  assert.equal((await register('altra', first, held)).json.code, 'reason-needed');
  assert.equal((await register('edu', first, held)).status, 403);
  assert.equal((await register('segue', 'nessuno', held)).status, 404);
  assert.equal((await register('segue', first, { outcome: { code: 'x' } })).json.code, 'unknown-kind');
  assert.equal(
    (await register('segue', first, { delivered: { ...delivered, date: '2026-03-03' } })).json.code,
    'not-yet-happened',
  );
  const later = await summon('2026-03-20', '09:30');
  assert.equal((await register('segue', later, held)).json.code, 'not-yet-happened');
  assert.equal((await register('segue', later, { outcome: { code: 'rinviato-persona' } })).status, 200);
  assert.equal((await register('segue', first, { delivered })).status, 200);
  assert.equal((await register('segue', first, held)).status, 200);
  const { items } = await card();
  const one = items.find(({ id }: { id: string }) => id === first);
  assert.deepEqual(
    [one.delivered.code, one.delivered.note, one.outcome.code, one.met],
    ['brevi-manu-servizio', 'al dormitorio', 'svolto', true],
  );
  const { incontro, primo_incontro } = await dates();
  assert.deepEqual([incontro, primo_incontro], ['2026-02-11', '2026-02-11']);
});

test('who did not come: the date is there, nothing else follows; put right, it goes', async () => {
  assert.equal((await register('segue', second, { outcome: { code: 'assente' } })).status, 200);
  assert.equal((await dates())['assenza'], '2026-02-11');
  assert.equal(
    (await register('segue', second, { outcome: { code: 'assente-giustificato' } })).json.code,
    'reason-missing',
  );
  const reason = { code: 'assente-giustificato', reason: 'malattia' };
  assert.equal((await register('segue', second, { outcome: reason })).status, 200);
  const { assenza, assenza_giustificata, incontro } = await dates();
  assert.deepEqual([assenza, assenza_giustificata, incontro], [undefined, '2026-02-11', '2026-02-11']);
});

test('the agenda: of the cases that are one’s own, by operator, those that overlap told', async () => {
  const { items, operators } = await week('segue');
  assert.deepEqual(
    items.map((one: { time: string; overlaps: boolean }) => [one.time, one.overlaps]),
    [
      ['09:30', true],
      ['10:00', true],
    ],
  );
  assert.deepEqual(operators, [{ id: 'segue', name: 'Persona segue' }]);
  assert.equal((await week('capo')).items.length, 2);
  assert.deepEqual((await week('altra')).items, []);
  assert.deepEqual((await week('mare')).items, []);
  assert.deepEqual((await week('fuori')).items, []);
  assert.equal((await week('capo', '?from=2026-02-09&with=casa')).items.length, 0);
  assert.equal((await register('segue', second, { with: 'chiavi' })).json.code, 'unknown-account');
  assert.equal((await register('segue', second, { with: 'altra' })).status, 200);
  const after = await week('capo');
  assert.deepEqual(
    after.items.map((one: { overlaps: boolean }) => one.overlaps),
    [false, false],
  );
  assert.deepEqual((await week('capo', '?from=2026-02-02')).items, []);
});

test('the same summons for others: the meeting is taken over, nothing of one family goes to another', async () => {
  const [bruno, carla, estranea] = [await caseOf(world, 'alfa', 'Bruno'), await caseOf(world, 'alfa', 'Carla'), await caseOf(world, 'beta', 'Dora')]; // prettier-ignore
  const cookie = await world.signIn('segue');
  // somebody is writing to Carla already
  const body = { definition: 'chiamata' };
  const busy = (await world.ask('POST', `/api/cases/${carla}/drafts`, { cookie, body })).json.id;
  const items = [bruno, carla, estranea].map((id, at) => ({
    case: id,
    day: '2026-03-12',
    time: `1${at}:00`,
  }));
  const path = `/api/cases/${kase}/appointments/${first}/repeat`;
  const wrong = { items: [{ ...items[0], time: '25:00' }] };
  assert.equal((await world.ask('POST', path, { cookie, body: wrong })).status, 400);
  assert.equal(
    (await world.ask('POST', path, { cookie: await world.signIn('edu'), body: { items } })).status,
    403,
  );
  const { json } = await world.ask('POST', path, { cookie, body: { items } });
  assert.equal(json.items.length, 2, 'what is of another district is as if it were not there');
  const [made, waiting] = json.items;
  assert.deepEqual([made.case, waiting.draft], [bruno, busy]);
  // Sent again, nobody is called twice to the same hour.
  const again = (await world.ask('POST', path, { cookie, body: { items } })).json;
  assert.deepEqual(again.items, json.items);
  const told = (await world.ask('GET', `/api/submissions/${made.appointment}`, { cookie })).json;
  const { testo: _testo, ...answers } = told.submission.answers;
  assert.deepEqual(answers, {
    giorno: '2026-03-12',
    ora: '10:00',
    luogo: 'Piazza dell’Esempio 1',
    presso: 'Bruno',
  });
  const agenda = await week('segue', '?from=2026-03-12&days=1');
  assert.deepEqual(
    agenda.items.map((one: { name: string; time: string }) => [one.name, one.time]),
    [['Bruno', '10:00']],
  );
});

test('a file for the telephone says neither who nor which case', async () => {
  const told = await world.ask('GET', `/api/cases/${kase}/appointments/${first}/calendar`, {
    cookie: await world.signIn('segue'),
  });
  assert.match(told.headers.get('content-type') ?? '', /^text\/calendar/);
  assert.match(told.text, /DTSTART:20260211T083000Z/);
  assert.doesNotMatch(told.text, new RegExp(`${marker}|2026/`));
});

test('a calendar to subscribe to: its secret is told once, it says no name, and it can be taken back', async () => {
  const cookie = await world.signIn('segue');
  const { address } = (await world.ask('POST', '/api/feeds', { cookie, body: {} })).json;
  const path = new URL(address).pathname;
  const listed = (await world.ask('GET', '/api/feeds', { cookie })).json.items;
  assert.equal(listed.length, 1);
  assert.ok(!JSON.stringify(listed).includes(path.split('.')[1] ?? '?'), 'not even to its owner');
  const read = async () => world.ask('GET', path);
  const { text } = await read();
  assert.match(text, /SUMMARY:2026\/\S*: Primo/);
  assert.match(text, /DTSTART:20260211T083000Z/);
  assert.match(text, /STATUS:CANCELLED/, 'what was put off');
  assert.doesNotMatch(text, new RegExp(`${marker}|Esempio`));
  const uids = (of: string) => [...of.matchAll(/UID:\S+/g)].map(String).sort();
  assert.deepEqual(uids((await read()).text), uids(text));
  assert.equal(new Set(uids(text)).size, uids(text).length);
  for (const wrong of [
    '/calendar/alfa.x.ics',
    path.replace('alfa', 'beta'),
    path.replace('.ics', ''),
    `${path.slice(0, -6)}AA.ics`,
  ])
    assert.equal((await world.ask('GET', wrong)).status, 404, wrong);
  const other = await world.signIn('altra');
  assert.equal((await world.ask('DELETE', `/api/feeds/${listed[0].id}`, { cookie: other })).status, 404);
  assert.equal((await world.ask('DELETE', `/api/feeds/${listed[0].id}`, { cookie })).status, 204);
  assert.equal((await read()).status, 404);
});
