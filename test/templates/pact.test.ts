// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPaper } from '../../runtime/fields/load.ts';
import { pactData } from '../../templates/documents/pact/data.ts';
import { words } from '../../templates/documents/pact/words.ts';
import { words as sheetWords } from '../../templates/documents/signatures/words.ts';
import { input, submission } from '../fixtures/documents/pact-c1.ts';

interface Line {
  readonly who: string;
  readonly text: string;
  readonly when: string;
  readonly bound: string;
  readonly links: string;
  readonly period: string;
  readonly provider: string;
  readonly fund: string;
  readonly cost: string;
}
interface View {
  readonly objectives: readonly {
    readonly label: string;
    readonly text: string;
    readonly results: readonly { readonly n: string; readonly by: string }[];
    readonly commitments: readonly Line[];
    readonly supports: readonly Line[];
  }[];
  readonly consequences: readonly unknown[];
  readonly people: readonly { readonly name: string; readonly note: string }[];
  readonly lasts: string;
}

const papers = await loadPaper();
const view = (more: Parameters<typeof input>[0] = {}): View =>
  pactData(input({ papers, ...more })).data as unknown as View;

test('objectives, results, commitments and supports are linked and numbered as people read them', () => {
  const { objectives } = view();
  assert.deepEqual(
    objectives.map((one) => [one.label, one.results.map(({ n, by }) => `${n} ${by}`)]),
    [
      ['Obiettivo 1', ['1.1 30/04/2026', '1.2 31/08/2026', '1.3 31/12/2026']],
      ['Obiettivo 2', ['2.1 09/03/2026', '2.2 30/06/2026']],
      ['Obiettivo 3', ['3.1 31/07/2026']],
      ['', []],
    ],
  );
  assert.deepEqual(
    objectives.map((one) => [one.commitments.length, one.supports.length]),
    [
      [3, 1],
      [1, 1],
      [1, 1],
      [1, 1],
    ],
  );
  const [first] = objectives[0]?.commitments ?? [];
  assert.equal(first?.who, 'Marta');
  assert.equal(first?.links, 'per i risultati 1.1, 1.2');
  assert.equal(objectives[1]?.supports[0]?.period, 'dal 09/03/2026 al 18/12/2026');
  assert.equal(objectives[1]?.supports[0]?.text, 'Doposcuola');
});

test('legal duties are marked on their commitments alone, and consequences are there only with duties', () => {
  const all = view().objectives.flatMap((one) => one.commitments);
  assert.equal(all.filter((one) => one.bound === 'obbligo di legge').length, 2);
  assert.equal(view().consequences.length, 1);
  const answers = {
    ...submission.answers,
    impegni: (submission.answers['impegni'] as object[]).map((one) => ({ ...one, condizionato: false })),
  };
  assert.equal(view({ submission: { ...submission, answers } }).consequences.length, 0);
});

test('the family copy says nothing internal, nothing about health, nothing that is never printed', () => {
  const family = JSON.stringify(pactData(input({ papers })).data);
  for (const secret of ['SINTESI INTERNA', 'SALUTE:', 'MAI:', 'QSFP', 'PNRR', '1.920', '192000']) {
    assert.ok(!family.includes(secret), secret);
  }
  const internal = JSON.stringify(
    pactData(input({ papers, copy: 'internal', roles: ['case-manager'] })).data,
  );
  for (const shown of ['SINTESI INTERNA', 'SALUTE:', 'QSFP', '1.920,00'])
    assert.ok(internal.includes(shown), shown);
  assert.ok(!internal.includes('MAI:'));
});

test('namesakes are told apart by their whole name', () => {
  const nucleo = (submission.context.case.nucleo ?? []).map((one) => ({
    ...one,
    nome: 'Marta',
    cognome: one.id,
  }));
  const context = { ...submission.context, case: { nucleo } };
  const [first] = view({ submission: { ...submission, context } }).objectives[0]?.commitments ?? [];
  assert.equal(first?.who, 'Marta pMarta00001');
});

test('a pact with nothing in it is still a document', () => {
  const empty = view({ submission: { ...submission, answers: {} } });
  assert.deepEqual(empty.objectives, []);
  assert.equal(empty.people.length, 2);
});

test('words are complete in both languages', () => {
  for (const [key, one] of [...Object.entries(words), ...Object.entries(sheetWords)]) {
    assert.ok(one.it.trim() && one.en.trim(), key);
  }
});
