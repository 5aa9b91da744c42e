// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import readWorkbook from 'read-excel-file/universal';
import { loadEngine } from '../../../runtime/engine/load.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import { linearPattern } from '../../../server/patterns.ts';
import type { Case, Definition, District } from '../../../schemas/types.ts';
import { createWorld, type World } from '../world.ts';

let world: World;
const scope = { district: 'alfa', actor: 'system' };
const asked = {
  kind: 'job-centre-list',
  from: '2026-02-01',
  to: '2026-02-28',
  purpose: 'Convocazioni di marzo',
};

const kase = (comune: string, people: object[], adults: object[], more: object = {}): Case => ({
  number: '2026/1',
  measure: 'm1',
  comune,
  state: 'nuova',
  name: 'Nome',
  household: [],
  dates: {},
  facts: {},
  assigned: [],
  openedAt: '2026-02-01T08:00:00Z',
  openedBy: 'system',
  timeline: [],
  counts: {
    domanda: { people, phone: '333 1', address: 'via del Dormitorio 1', ...more },
    scheda: { analysed: '2026-02-11', adults },
  },
});
const person = (id: string, surname: string) => ({
  id,
  surname,
  name: 'Uno',
  tax_code: `CF${id}`,
  birth: '1987-07-04',
  address: 'via del Dormitorio 1',
});

before(async () => {
  world = await createWorld();
  const district = world.deps.catalogue.districts.get('alfa') as District;
  district.jobCentre = {
    name: 'CPI Prova',
    paths: ['P1', 'P3'],
    days: 60,
    marks: 'inviata',
    basis: 'Protocollo di prova',
  };
  const put = (id: string, value: Case) => world.deps.store.create(scope, 'cases', id, value);
  const centro = [person('a', 'Vellonieri'), person('b', 'Ben Salhoun'), person('c', 'Altri')];
  await put(
    'uno',
    kase('alfacentro', centro, [
      { id: 'a', path: 'P1' },
      { id: 'b', path: 'P3', travel: 'x' },
      { id: 'c', path: 'P2' },
    ]),
  );
  await put('due', kase('alfamare', [person('d', 'Mare')], [{ id: 'd', path: 'P1' }]));
  const old = kase('alfacentro', [person('e', 'Vecchi')], [{ id: 'e', path: 'P1' }]);
  await put('tre', {
    ...old,
    counts: { ...old.counts, scheda: { analysed: '2025-12-01', adults: [{ id: 'e', path: 'P1' }] } },
  });
});
after(() => world.close());

test('who is on it, in order, and once', async () => {
  const cookie = await world.signIn('uffici');
  const seen = await world.ask('POST', '/api/reports', { cookie, body: asked });
  assert.equal(seen.status, 200, seen.text);
  const rows: { surname: string; path: string; due: string }[] = seen.json.content.rows;
  assert.deepEqual(
    rows.map(({ surname, path, due }) => [surname, path, due]),
    [
      ['Ben Salhoun', 'P3', '2026-05-01'],
      ['Mare', 'P1', '2026-05-01'],
      ['Vellonieri', 'P1', '2026-05-01'],
    ],
  );
  const one = { ...asked, comuni: ['alfacentro'] };
  const issued = await world.ask('POST', '/api/documents', { cookie, body: one });
  assert.equal(issued.status, 201, issued.text);
  const { act } = issued.json;
  assert.deepEqual(
    [act.case, act.submission, act.state, act.report.comuni],
    [undefined, undefined, 'issued', ['alfacentro']],
  );
  // The register: who went out with which list; the next list leaves them out, unless it is asked for.
  const again = await world.ask('POST', '/api/reports', { cookie, body: asked });
  assert.deepEqual([again.json.content.rows.length, again.json.content.before], [1, 2]);
  const all = await world.ask('POST', '/api/reports', { cookie, body: { ...asked, again: true } });
  assert.deepEqual(
    all.json.content.rows.map((row: { listed: string }) => row.listed),
    [act.number, '', act.number],
  );
  // The case tells it too, and its terms may count from the day.
  const kept = await world.deps.store.get<Case>(scope, 'cases', 'uno');
  assert.deepEqual(
    [kept?.value.dates['inviata'], kept?.value.moments?.at(-1)?.source],
    ['2026-03-02', `document:${act.id}`],
  );
  const view = await world.ask('GET', '/api/cases/uno', { cookie });
  assert.deepEqual(view.json.sent.map(({ name }: { name: string }) => name).toSorted(), [
    'Ben Salhoun Uno',
    'Vellonieri Uno',
  ]);
  // What is on paper and in the tables is no more than the list: no address, no id of a case.
  const csv = await world.ask('GET', `/api/documents/${act.id}/table?as=csv`, { cookie });
  assert.match(csv.text, /^\uFEFF?Cognome;Nome;Codice fiscale;/);
  assert.match(csv.text, /Ben Salhoun;Uno;CFb;04\/07\/1987;333 1;;P3;11\/02\/2026;02\/03\/2026;01\/05\/2026/);
  const file = await world.ask('GET', `/api/documents/${act.id}/file`, { cookie });
  for (const text of [csv.text, file.text]) assert.doesNotMatch(text, /Dormitorio|"uno"|"case"/);
  // Sealed like any other document, checked by anyone.
  const sealed = await world.ask('POST', `/api/documents/${act.id}/seal`, { cookie, body: {} });
  assert.equal(sealed.json.state, 'sealed', sealed.text);
  const told = await world.ask('GET', `/api/verify/${act.code}`);
  assert.equal(told.json.verdict, 'valid');
  assert.doesNotMatch(told.text, /Salhoun/);
  const audit = await world.deps.store.auditEntries(scope, { object: act.id });
  assert.equal(audit.find(({ action }) => action === 'document.issue')?.reason, asked.purpose);
});

test('the workbook opens as it was written', async () => {
  const cookie = await world.signIn('uffici');
  const { json } = await world.ask('GET', '/api/documents', { cookie });
  const response = await fetch(`${world.base}/api/documents/${json.items[0].id}/table?as=xlsx`, {
    headers: { cookie },
  });
  const [sheet] = await readWorkbook(await response.arrayBuffer());
  const [head, first] = sheet?.data ?? [];
  assert.deepEqual([head?.[0], first?.[0], first?.[2]], ['Cognome', 'Ben Salhoun', 'CFb']);
  assert.equal(new Date(String(first?.[3])).getUTCFullYear(), 1987);
});

test('who may: the role, and every comune that it speaks of', async () => {
  const status = async (who: string, comuni?: string[]) =>
    (
      await world.ask('POST', '/api/reports', {
        cookie: await world.signIn(who),
        body: { ...asked, ...(comuni ? { comuni } : {}) },
      })
    ).status;
  assert.deepEqual(
    [await status('capo'), await status('segue'), await status('banco'), await status('moduli')],
    [200, 403, 403, 403],
  );
  const list = async (who: string) =>
    (await world.ask('GET', '/api/documents', { cookie: await world.signIn(who) })).json.items.length;
  assert.deepEqual([await list('capo'), await list('segue')], [1, 0]);
  const [id] = (
    await world.ask('GET', '/api/documents', { cookie: await world.signIn('capo') })
  ).json.items.map((one: { id: string }) => one.id);
  const read = async (who: string) =>
    (await world.ask('GET', `/api/documents/${id}/file`, { cookie: await world.signIn(who) })).status;
  assert.deepEqual([await read('capo'), await read('segue'), await read('fuoricapo')], [200, 404, 404]);
});

test('no shipped definition gives lists a delicate answer', async () => {
  const engine = await loadEngine(linearPattern);
  let seen = 0;
  for (const root of ['schemas/national', 'schemas/districts'])
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      if (!/definitions\/[^/]+\.json$/.test(file)) continue;
      const definition = JSON.parse(readFileSync(`${root}/${file}`, 'utf8')) as Definition;
      const { byPointer } = walk(definition, engine);
      for (const what of Object.values(definition.gives?.counts ?? {})) {
        const pointers =
          typeof what === 'string'
            ? [what]
            : [what.rows, ...Object.values(what.values).map((one) => `${what.rows}/*${one.slice(1)}`)];
        for (const pointer of pointers) {
          const field = byPointer.get(pointer);
          assert.ok(field, `${file} ${pointer}`);
          assert.ok(
            !['health', 'violence', 'judicial', 'minor'].includes(field.schema['x-sensitivity'] ?? 'common'),
            `${file} ${pointer}`,
          );
          seen += 1;
        }
      }
    }
  assert.ok(seen > 10, String(seen));
});
