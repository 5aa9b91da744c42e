// SPDX-License-Identifier: AGPL-3.0-or-later
// A new version of a pact says what changes, in what its copy may say, and nothing else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from '../../schemas/types.ts';
import { pactData } from '../../templates/documents/pact/data.ts';
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
