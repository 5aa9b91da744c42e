// SPDX-License-Identifier: AGPL-3.0-or-later
// A new version of a pact says what changes, in what its copy may say, and nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from '../../schemas/types.ts';
import { readTemplate } from '../../server/pdf/template-files.ts';
import { pactData } from '../../templates/documents/pact/data.ts';
import { pact } from '../../templates/documents/pact/facts.ts';
import { historyOf } from '../../templates/documents/monitoring/history.ts';
import type { DocumentInput } from '../../templates/input.ts';
import { render } from '../../templates/render.ts';
import { inputOf } from '../fixtures/documents/letters.ts';
import { context, definition, input, settled } from '../fixtures/documents/pact-c1.ts';

type Line = { readonly what: string; readonly before: string; readonly now: string };
interface Changes {
  readonly title: string;
  readonly intro: string;
  readonly lines: readonly Line[];
}
type Rows = { readonly id: string; readonly [key: string]: unknown }[];

const before = { ...settled(), context, revision: 1, issuedAt: '2026-02-25T09:30:00Z' };
const rows = (key: string): Rows => before.answers[key] as Rows;
const changesOf = (changes: Answers, more: Parameters<typeof input>[0] = {}, over = definition) =>
  (pactData(input({ before, ...more }, changes, over)).data as unknown as { changes: Changes | null })
    .changes;
const said = (changes: Answers, more: Parameters<typeof input>[0] = {}, over = definition): string[] =>
  (changesOf(changes, more, over)?.lines ?? []).map(
    ({ what, before: was, now }) => `${what} | ${was} | ${now}`,
  );

async function pageFor(given: DocumentInput): Promise<string> {
  const template = await readTemplate(pact.files.family!);
  assert.ok(template.ok);
  const { data, margin } = pact.view(given);
  return render(template.value.text, data, margin);
}

test('a first version says nothing of changes; one that changes nothing says so', () => {
  assert.equal(changesOf({}, { before: undefined as never }), null);
  const none = changesOf({});
  assert.deepEqual([none?.title, none?.lines], ['Che cosa cambia rispetto alla versione 1', []]);
  assert.match(
    none?.intro ?? '',
    /^La versione 1 è del 25\/02\/2026\. Quello che facciamo insieme non cambia\.$/,
  );
});

test('rows that came, went and changed, each with what it said before', () => {
  const [first, ...commitments] = rows('impegni');
  const search = commitments.find(({ id }) => id === 'impegno0005');
  const rest = commitments.filter(({ id }) => id !== 'impegno0005');
  const lines = said({
    impegni: [first!, { ...search!, quantita: '6 ricerche al mese' }, ...rest],
    sostegni: rows('sostegni').filter(({ id }) => id !== 'sostegno004'),
    verifiche: [...rows('verifiche'), { id: 'verifica004', data: '2027-01-12', chi: 'L. Morvani' }],
    bisogni: 'Marta ha trovato un lavoro.',
  });
  assert.equal(lines.length, 4, lines.join('\n'));
  assert.match(
    lines[0]!,
    /^Che cosa ci preoccupa \| Marta è senza lavoro.* \| Marta ha trovato un lavoro\.$/,
  );
  assert.equal(lines[1], 'Impegno «Cercare lavoro», Quanto | 4 ricerche al mese | 6 ricerche al mese');
  assert.match(lines[2]!, /^Aiuto \| .*ensa.* \| tolto$/);
  assert.equal(lines[3], 'Incontro | – | nuovo: 12/01/2027');
});

test('another order of the rows is no change; who joins the household is', () => {
  assert.deepEqual(said({ impegni: rows('impegni').toReversed() }), []);
  const { nucleo } = context.case;
  const born = { id: 'linaC1nucle', nome: 'Lina', cognome: 'Vellonieri', nascita: '2026-03-01' };
  const now = { ...context, case: { ...context.case, nucleo: [...nucleo!, born] } };
  const { answers } = settled();
  assert.deepEqual(said({}, { submission: { answers, context: now } }), [
    'Persona del patto | – | nuovo: Lina Vellonieri',
  ]);
});

test('what a copy does not show does not show as a change either', () => {
  const cost = { sostegni: rows('sostegni').map((row) => ({ ...row, costo: 12_345 })) };
  assert.deepEqual(said(cost), []);
  const properties = definition.schema.properties;
  const hidden = { ...properties['bisogni']!, 'x-sensitivity': 'health' } as const;
  const over = {
    ...definition,
    schema: { ...definition.schema, properties: { ...properties, bisogni: hidden } },
  };
  assert.deepEqual(said({ bisogni: 'SEGRETO' }, {}, over), []);
});

test('a draft for the family is set beside the first one it was given and beside the version in force; nobody signs it', async () => {
  const [first, ...others] = rows('obiettivi');
  const since = {
    answers: { ...before.answers, obiettivi: [{ ...first!, testo: 'Prima idea' }, ...others] },
    context,
    number: 1,
    at: '2026-03-05T09:00:00Z',
  };
  const given = input({ before, since, unsigned: true, signers: [] }, { bisogni: 'Marta ha un lavoro.' });
  const data = pactData(given).data as unknown as Record<'changes' | 'since', Changes>;
  assert.equal(data.changes.title, 'Che cosa cambia rispetto alla versione 1');
  assert.deepEqual(data.changes.lines.map(({ now }) => now), ['Marta ha un lavoro.']); // prettier-ignore
  assert.equal(data.since.title, 'Che cosa cambia rispetto alla bozza n. 1');
  assert.match(data.since.intro, /^La bozza n\. 1 è del 05\/03\/2026\./);
  assert.deepEqual(data.since.lines.map(({ what, before: was }) => `${what}: ${was}`), [
    `Che cosa ci preoccupa: ${String(before.answers['bisogni'])}`,
    'Obiettivo: Prima idea',
  ]); // prettier-ignore
  const html = await pageFor(given);
  assert.match(html, /È una bozza, non è ancora il patto/);
  assert.match(html, /Che cosa ne pensate/);
  assert.doesNotMatch(html, /class="signer|class="verify|Rifiuto/);
});

test('where an objective comes from stands in the copy for the file alone', () => {
  const [first, ...others] = rows('obiettivi');
  const need = { obiettivi: [{ ...first!, bisogno: 'D. Lavoro: Marta' }, ...others] };
  const needs = (copy: 'family' | 'internal'): string =>
    JSON.stringify((pactData(input({ copy }, need)).data as { objectives: unknown }).objectives);
  assert.match(needs('internal'), /D\. Lavoro: Marta/);
  assert.doesNotMatch(needs('family'), /D\. Lavoro: Marta/);
});

test('a monitoring prints how far each result was at every one before it', () => {
  const now = inputOf({ kind: 'monitoring', definition: 'monitoraggio', family: 'c1' });
  const { answers } = now.submission;
  const [first, ...others] = answers['risultati'] as Rows;
  const earlier = {
    ...answers,
    data: '2026-04-01',
    risultati: [{ ...first!, livello: '0' }, ...others.slice(1)],
  };
  const by = 'L. Morvani';
  const waves = [
    { answers: earlier, day: '2026-04-01', by },
    { answers, day: '2026-05-12', by },
  ];
  const results = answers['risultati'] as never;
  assert.equal(historyOf({ ...now, waves: waves.slice(1) }, results), null, 'the first one has no history');
  const table = historyOf({ ...now, waves }, results) as unknown as {
    readonly days: readonly string[];
    readonly rows: readonly { readonly text: string; readonly levels: readonly string[] }[];
  };
  assert.deepEqual(table.days, ['01/04/2026', '12/05/2026']);
  assert.deepEqual(table.rows.find(({ text }) => text === first!['testo'])?.levels, [
    'Non avviato',
    'Raggiunto',
  ]);
  assert.equal(table.rows.find(({ text }) => text === others[0]!['testo'])?.levels[0], '–');
});
