// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers, Definition, FieldSchema } from '../../schemas/types.ts';
import { pactData } from '../../templates/documents/pact/data.ts';
import { pact } from '../../templates/documents/pact/facts.ts';
import { words } from '../../templates/documents/pact/words.ts';
import { words as sheetWords } from '../../templates/documents/signatures/words.ts';
import { answers, context, definition, input, signers } from '../fixtures/documents/pact-c1.ts';

type Line = {
  readonly [
    key in 'who' | 'text' | 'when' | 'bound' | 'links' | 'period' | 'provider' | 'fund' | 'cost'
  ]: string;
};
interface View {
  readonly objectives: readonly {
    readonly label: string;
    readonly text: string;
    readonly results: readonly { readonly n: string; readonly by: string }[];
    readonly commitments: readonly Line[];
    readonly supports: readonly Line[];
  }[];
  readonly consequences: readonly { readonly text: string }[];
  readonly people: readonly { readonly name: string; readonly note: string; readonly birth: string }[];
  readonly lasts: string;
  readonly school: readonly { readonly child: string; readonly checkedOn: string }[];
}
const view = (changes: Answers = {}, more: Parameters<typeof input>[0] = {}): View =>
  pactData(input(more, changes)).data as unknown as View;

test('objectives, results, commitments and supports are linked and numbered as people read them', () => {
  const { objectives } = view();
  assert.deepEqual(
    objectives.map((one) => [one.label, one.results.map(({ n, by }) => `${n} ${by}`)]),
    [
      ['Obiettivo 1', ['1.1 30/04/2026', '1.2 31/08/2026', '1.3 31/12/2026']],
      ['Obiettivo 2', ['2.1 durante il patto', '2.2 30/06/2026']],
      ['Obiettivo 3', ['3.1 31/07/2026']],
    ],
  );
  const commitments = objectives.flatMap((one) => one.commitments);
  assert.equal(commitments.length, 6);
  assert.deepEqual(new Set(commitments.map((one) => one.who)), new Set(['Marta']));
  const cpi = commitments.find((one) => one.text.includes('Centro per l’impiego'));
  assert.equal(cpi?.when, 'entro il 26/04/2026');
  assert.equal(cpi?.links, 'per i risultati 1.2, 1.3');
  assert.equal(cpi?.bound, 'obbligo di legge');
  assert.equal(commitments.filter((one) => one.bound !== '').length, 2);
  const supports = objectives.flatMap((one) => one.supports);
  assert.equal(supports.length, 4);
  assert.deepEqual(
    supports
      .filter((one) => one.text.toLowerCase().includes('doposcuola'))
      .map((one) => [one.provider, one.period]),
    [['Coop. La Sponda', 'dal 09/03/2026']],
  );
});

test('people, duration, school and dates are said in words', () => {
  const { people, lasts, school } = view();
  assert.deepEqual(
    people.map((one) => `${one.name} ${one.birth}`),
    ['Marta Vellonieri 04/07/1987', 'Tommaso Vellonieri 19/11/2016'],
  );
  assert.equal(people[0]?.note, 'ha presentato la domanda, ha impegni obbligatori');
  assert.match(lasts, /^dal 25\/02\/2026 al \d\d\/02\/2027$/);
  assert.deepEqual(
    school.map((one) => `${one.child} ${one.checkedOn}`),
    ['Tommaso 18/02/2026'],
  );
});

test('adults and the reference worker sign, minors do not', () => {
  assert.deepEqual(
    signers.map((one) => one.name),
    ['Marta Vellonieri', 'L. Morvani'],
  );
  const nucleo = (context.case.nucleo ?? []).map((one) => ({ ...one, nascita: '2008-02-25' }));
  const turning = { ...context, case: { nucleo } };
  const lines = (day: string, more: object = {}, kase: typeof context = turning) =>
    pact
      .signers({
        answers: { ...answers, ...more },
        context: kase,
        issuedBy: { name: 'x', profile: 'y' },
        day,
      })
      .map(({ line, required }) => (required ? 'party' : line));
  assert.deepEqual(lines('2026-02-24'), ['party', 'participation', 'participation']);
  assert.deepEqual(lines('2026-02-25'), ['party', 'party', 'party'], 'of age on the eighteenth birthday');
  const young = { ...context, case: { nucleo: nucleo.map((one) => ({ ...one, nascita: '2012-02-26' })) } };
  assert.deepEqual(lines('2026-02-25', {}, young), ['party'], 'a child has no line');
  const translated = { mediazione: true, mediatore: 'arabo, H. Sorel' };
  assert.deepEqual(lines('2026-02-25', translated, young), ['party', 'translation']);
  assert.deepEqual(lines('2026-02-25', { mediatore: 'arabo, H. Sorel' }, young), ['party']);
});

test('consequences stand there only when there are duties, those of school only where there is a school', () => {
  assert.equal(view().consequences.length, 4);
  const { scuola: _, ...noSchool } = answers;
  assert.equal(view({}, { submission: { answers: noSchool, context } }).consequences.length, 3);
  const free = (answers['impegni'] as object[]).map((one) => ({ ...one, condizionato: false }));
  assert.equal(view({ impegni: free }).consequences.length, 0);
});

/** The definition with words of a field changed. */
function changed(key: string, more: Partial<FieldSchema>): Definition {
  const { schema } = definition;
  const properties = { ...schema.properties, [key]: { ...schema.properties[key], ...more } };
  return { ...definition, schema: { ...schema, properties } };
}

test('the family copy says nothing internal, nothing sensitive, nothing that is never printed', () => {
  const family = (over: Definition = definition): string =>
    JSON.stringify(pactData(input({}, { risorse: 'SEGRETO' }, over)).data);
  assert.ok(family().includes('SEGRETO'), 'the control: it would print');
  const hidden: readonly Partial<FieldSchema>[] = [
    { 'x-print': 'never' },
    { 'x-print': 'internal' },
    { 'x-sensitivity': 'health' },
    { 'x-sensitivity': 'violence' },
    { 'x-sensitivity': 'judicial' },
  ];
  for (const more of hidden)
    assert.ok(!family(changed('risorse', more)).includes('SEGRETO'), JSON.stringify(more));
  for (const secret of ['1.920', '192000', 'quota servizi', 'GOL)'])
    assert.ok(!family().includes(secret), secret);

  const internal = JSON.stringify(pactData(input({ copy: 'internal', roles: ['case-manager'] })).data);
  for (const shown of ['1.920,00', 'quota servizi', 'Esito dell’analisi'])
    assert.ok(internal.includes(shown), shown);
  const kept = changed('risorse', { 'x-print': 'never' });
  assert.ok(
    !JSON.stringify(
      pactData(input({ copy: 'internal', roles: ['case-manager'] }, { risorse: 'SEGRETO' }, kept)).data,
    ).includes('SEGRETO'),
  );
  const other = changed('risorse', { 'x-visible-to': ['psychologist'] });
  assert.ok(
    !JSON.stringify(
      pactData(input({ copy: 'internal', roles: ['case-manager'] }, { risorse: 'SEGRETO' }, other)).data,
    ).includes('SEGRETO'),
  );
});

test('a drawn signature is printed as its lines, over its words; files by their names', () => {
  const more: { [key: string]: FieldSchema } = {
    firma: { title: 'Firma', type: 'object', 'x-type': 'signature' },
    carte: { title: 'Carte', type: 'array', 'x-type': 'file' },
  };
  const over = {
    ...definition,
    schema: { ...definition.schema, properties: { ...definition.schema.properties, ...more } },
  };
  const firma = {
    kind: 'drawn',
    strokes: [
      [
        [10, 20],
        [30, 40],
      ],
    ],
    at: '2026-03-02',
  };
  const file = { id: 'a'.repeat(22), type: 'application/pdf', size: 2_000_000, sha256: 'b'.repeat(64) };
  const carte = [
    { ...file, name: 'uno.pdf' },
    { ...file, name: 'due.pdf' },
  ];
  const copy = input({ copy: 'internal', roles: ['case-manager'] }, { firma, carte }, over);
  const { answers: printed } = pactData(copy).data as unknown as {
    answers: { rows: { title: string; text: string; drawing: string }[] }[];
  };
  const rows = new Map(printed.flatMap((block) => block.rows).map((row) => [row.title, row]));
  assert.match(
    decodeURIComponent(rows.get('Firma')?.drawing ?? ''),
    /^data:image\/svg\+xml,<svg.*d="M10 20L30 40"/,
  );
  assert.equal(rows.get('Firma')?.text, 'Firma elettronica semplice, tracciata il 02/03/2026');
  assert.deepEqual(
    [rows.get('Carte')?.text, rows.get('Carte')?.drawing],
    ['uno.pdf (1,9 MB)\ndue.pdf (1,9 MB)', ''],
  );
});

test('namesakes are told apart by their whole name', () => {
  const nucleo = (context.case.nucleo ?? []).map((one) => ({ ...one, nome: 'Marta' }));
  const submission = { answers, context: { ...context, case: { nucleo } } };
  const [first] = view({}, { submission }).objectives[0]?.commitments ?? [];
  assert.equal(first?.who, 'Marta Vellonieri');
});

test('a pact with nothing in it is still a document', () => {
  const empty = view({}, { submission: { answers: {}, context } });
  assert.deepEqual(empty.objectives, []);
  assert.equal(empty.people.length, 2);
});

test('words are complete in both languages', () => {
  for (const [key, one] of [...Object.entries(words), ...Object.entries(sheetWords)]) {
    assert.ok(one.it.trim() && one.en.trim(), key);
  }
});
