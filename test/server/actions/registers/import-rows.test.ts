// SPDX-License-Identifier: AGPL-3.0-or-later
// Tables into a register: what goes out comes in as the same, whatever it says; all or nothing; taken back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { listRows } from '../../../../server/lists.ts';
import { holdRows } from '../../../../server/registers.ts';
import type { ListRow } from '../../../../schemas/types.ts';
import { createWorld, type World } from '../../world.ts';

let world: World;
let cookie: string;
before(async () => {
  world = await createWorld();
  cookie = await world.signIn('uffici');
});
after(() => world.close());

const at = '/api/registers/servizi/table';
const look = async (text: string) => (await world.ask('POST', at, { cookie, body: { text } })).json;
const take = (text: string, seen: string) => world.ask('PUT', at, { cookie, body: { text, seen } });
const undo = () => world.ask('DELETE', at, { cookie });
const rows = () => listRows(world.deps, 'alfa', 'servizi') ?? [];
const whats = (looked: { rows: { what: string }[] }) => looked.rows.map(({ what }) => what);

test('new, changed, the same and wrong rows are told before anything is kept; wrong ones stop all of it', async () => {
  const table =
    'NOME;ente;Comuni;Costo;Gratuito;Fine;Colore\r\nMensa;Caritas;"alfa mare, alfa centro";1.250,50;no;31/12/2026;rosso\nNido;Comune;;;sì;;\n';
  const looked = await look(table);
  assert.deepEqual([whats(looked), looked.ignored], [['changed', 'new'], ['Colore']]);
  assert.deepEqual(looked.rows[0].changes, [
    { column: 'Ente', was: '', now: 'Caritas' },
    { column: 'Comuni', was: '', now: 'alfa mare | alfa centro' },
    { column: 'Costo', was: '', now: '1250,5' },
    { column: 'Gratuito', was: '', now: 'no' },
    { column: 'Fine', was: '', now: '31/12/2026' },
  ]);
  assert.equal(rows().length, 1, 'looking keeps nothing');
  const bad = await look(`${table}Sala;Comune;Altrove;tanto;;31/02/2026;\n;Comune;;;;;\nNido;x;;;;;\n`);
  assert.deepEqual(
    bad.rows
      .slice(2)
      .map((row: { line: number; problems: { column: string; message: string }[] }) => [
        row.line,
        row.problems.map(({ column, message }) => `${column}: ${message}`),
      ]),
    [
      [
        4,
        [
          'Comuni: «Altrove» non è fra le voci ammesse.',
          'Costo: Scrivi un importo in euro, per esempio 420,00.',
          'Fine: Questo giorno non esiste nel calendario. Ricontrolla giorno e mese, per esempio 04/07/1987.',
        ],
      ],
      [5, ['Nome: Rispondi a «Nome».']],
      [6, [': «Nido» compare due volte nella tabella.']],
    ],
  );
  const refused = await take(`${table};Comune;;;;;\n`, bad.seen);
  assert.deepEqual([refused.status, refused.json.code, rows().length], [422, 'import-wrong', 1]);
  assert.equal((await take(table, looked.seen)).status, 200);
  assert.deepEqual(
    rows().map(({ id, title, ...rest }) => [id, title, rest['comuni'], rest['costo'], rest['gratis']]),
    [
      ['mensa', 'Mensa', ['alfamare', 'alfacentro'], 125_050, false],
      ['nido', 'Nido', undefined, undefined, true],
    ],
  );
  assert.deepEqual(whats(await look(table)), ['same', 'same']);
});

test('the last table is taken back while nobody has changed its rows, and only by what was seen', async () => {
  const table = 'Codice;Nome;Ente\nmensa;Mensa grande;Caritas\nsala;Sala;Comune\n';
  const looked = await look(table);
  const before = rows();
  assert.equal((await take(table, 'altro')).json.code, 'import-moved');
  assert.equal((await take(table, looked.seen)).status, 200);
  assert.deepEqual((await world.ask('GET', '/api/registers/servizi', { cookie })).json.imported.rows, 2);
  assert.deepEqual((await undo()).json, { rows: 2 });
  assert.deepEqual(rows(), before);
  assert.equal((await undo()).json.code, 'nothing-to-undo');
  const again = await look(table);
  await take(table, again.seen);
  // A pact has chosen it meanwhile: what it says would mean nothing any more.
  const scope = { district: 'alfa', actor: 'x' };
  const supports = [{ id: 'a', service: 'sala' }];
  const kase = { number: '1', name: 'x', comune: 'alfacentro', measure: 'm1', state: 'x', household: [], dates: {}, facts: {}, assigned: [], timeline: [], openedAt: '2026-01-01T00:00:00Z', openedBy: 'x', counts: { accordo: { supports } } }; // prettier-ignore
  await world.deps.store.create(scope, 'cases', 'sceglie', kase);
  const chosen = await undo();
  assert.deepEqual([chosen.json.code, chosen.json.params.titles], ['import-used', 'Sala']);
  await world.deps.store.remove(scope, 'cases', 'sceglie', 1);
  const mark = { cookie, headers: { 'If-Match': '"1"' }, body: { as: 'checked' } };
  assert.equal((await world.ask('POST', '/api/registers/servizi/rows/sala/mark', mark)).status, 200);
  const late = await undo();
  assert.deepEqual(
    [late.status, late.json.code, late.json.params.titles],
    [422, 'import-changed-since', 'Sala'],
  );
});

test('what is no table is told with its line; who may not change the register may not look', async () => {
  assert.equal((await look('')).code, 'csv-empty');
  assert.deepEqual((await look('Nome;Ente\n"Nido;Comune\n')).params, { line: 2 });
  assert.equal((await look('Titolo;Ente\nNido;Comune\n')).code, 'csv-no-title');
  assert.equal((await look('Nome;Ente;nome\nNido;Comune;x\n')).code, 'csv-column-twice');
  const reader = await world.signIn('edu');
  const body = { text: 'Nome;Ente\nNido;Comune\n' };
  assert.equal((await world.ask('POST', at, { cookie: reader, body })).status, 403);
  const acts = '/api/registers/ricevute/table';
  const manager = await world.signIn('segue');
  assert.equal((await world.ask('POST', acts, { cookie: manager, body })).status, 403);
});

test('a table that goes out comes in as the same rows, and into an empty register as equal ones', async () => {
  // what the tests before have kept is not in the way
  await world.close();
  world = await createWorld();
  cookie = await world.signIn('uffici');
  // Texts as the form takes them: one line, no blanks at the ends.
  const line = (most: number) =>
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: most })
      .filter(
        (text) =>
          text === text.normalize('NFC').trim().replace(/\s+/gu, ' ') &&
          text.length <= 60 &&
          !/\p{C}|[\u2028\u2029]/u.test(text),
      );
  const tricky = fc.oneof(
    line(30),
    fc.constantFrom(
      '=1+1',
      '-3',
      '"quoted"',
      'a;b',
      "l'altra",
      "'=x",
      '2026-01-01',
      '01/02/2026',
      'sì | no',
      '1,5',
    ),
  );
  const optional = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined });
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const row = fc.record({
    title: tricky,
    ente: tricky,
    comuni: optional(fc.uniqueArray(fc.constantFrom('alfacentro', 'alfamare'), { minLength: 1 })),
    costo: optional(fc.integer({ min: 0, max: 99_999_999 })),
    gratis: optional(fc.boolean()),
    posti: optional(fc.integer({ min: 0, max: 99 })),
    fine: optional(day),
    visto_il: optional(day),
    visto_da: optional(tricky),
  });
  const put = (all: readonly ListRow[] | undefined) => {
    holdRows(
      world.deps.catalogue,
      'alfa',
      'servizi',
      rows().map(({ id }) => [id, undefined]),
    );
    holdRows(
      world.deps.catalogue,
      'alfa',
      'servizi',
      (all ?? []).map((one) => [one.id, { rev: 1, value: { register: 'servizi', row: one, history: [] } }]),
    );
  };
  const runs = process.env['PATTO_PROOF'] === 'full' ? 2_000 : 15;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (given) => {
      const made = given.map((one, place) => {
        const full = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));
        return { ...full, id: `r${place}`, title: one.title } as ListRow;
      });
      put(made);
      const { text } = await world.ask('GET', `${at}?as=csv`, { cookie });
      const looked = await look(text);
      assert.deepEqual([...new Set(whats(looked))], ['same'], JSON.stringify(looked.rows));
      put(undefined);
      const fresh = await look(text);
      assert.deepEqual(
        fresh.rows.slice(1).filter(({ what }: { what: string }) => what !== 'new'),
        [],
      );
      const taken = await take(text, fresh.seen);
      try {
        assert.equal(taken.status, 200, taken.text);
        const sorted = (one: ListRow | undefined) => Object.entries(one ?? {}).sort();
        // A text that looks like a day of ours is one, for a table that knows nothing of the row.
        for (const one of made)
          if (!JSON.stringify(one).includes('2026-01-01'))
            assert.deepEqual(sorted(rows().find(({ id }) => id === one.id)), sorted(one));
      } finally {
        assert.equal((await undo()).status, 200);
      }
    }),
    { numRuns: runs, seed: 20_260_302, includeErrorInReport: true },
  );
});
