// SPDX-License-Identifier: AGPL-3.0-or-later
// What is counted of the invented families at the end of April: each support once, under one fund; who is on lists.
import assert from 'node:assert/strict';
import type { Progress } from '../../../templates/documents/progress/content.ts';
import type { Deed } from './deeds.ts';

/** What a table of the state of progress says: label, how many, cents. */
type Line = readonly [string, ...number[]];
const tableOf = ({ tables }: Progress, id: string): Line[] =>
  tables.find((one) => one.id === id)!.rows.map(({ label, figures }) => [label, ...(figures as number[])]);
const totalOf = ({ tables }: Progress, id: string): unknown => tables.find((one) => one.id === id)!.total;

/** Of the family with most supports, the only one of its comune. */
const fundsOfOne: readonly Line[] = [
  ['Fondo comunale', 2, 0],
  ['Fondo povertà, quota servizi 2025', 2, 374_400],
  ['Nessun fondo, a carico dell’ente', 2, 0],
  ['PN Inclusione 2021-2027', 1, 0],
  ['PNRR', 1, 0],
];
const funds: readonly Line[] = [
  ['Fondo comunale', 4, 0],
  ['Fondo nazionale politiche sociali', 1, 0],
  ['Fondo povertà, quota povertà estrema 2024-2026', 2, 0],
  ['Fondo povertà, quota servizi 2025', 11, 846_000],
  ['Nessun fondo, a carico dell’ente', 8, 0],
  ['PN Inclusione 2021-2027', 2, 0],
  ['PN Metro Plus e Città Medie Sud', 3, 0],
  ['PNRR', 1, 0],
  ['PNRR, programma GOL', 1, 0],
];

export const counts: Deed = {
  day: '2026-04-30',
  title: 'supports by fund, each once; who is on the list for the job centre',
  async does({ seat }) {
    const { page } = await seat('ardenzi');
    const period = { from: '2025-11-01', to: '2026-04-30' };
    const see = <Content>(asked: object): Promise<Content> =>
      page.evaluate(async (body) => {
        const answer = await fetch('/api/reports', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body,
        });
        return ((await answer.json()) as { content: unknown }).content;
      }, JSON.stringify(asked)) as Promise<Content>;
    const one = await see<Progress>({ kind: 'progress', ...period, comuni: ['pievedemo'] });
    assert.deepEqual([tableOf(one, 'funds'), totalOf(one, 'funds')], [fundsOfOne, [8, 374_400]]);
    const all = await see<Progress>({ kind: 'progress', ...period });
    assert.deepEqual([tableOf(all, 'funds'), totalOf(all, 'funds')], [funds, [33, 846_000]]);
    const figures = new Map(all.figures.map(({ id, figure }) => [id, figure]));
    assert.deepEqual(
      ['households', 'persons', 'minors', 'pupils', 'analysed', 'pacts', 'supports', 'spend', 'paid', 'monthly'].map((id) => figures.get(id)), // prettier-ignore
      [6, 18, 9, 5, 6, 6, 33, 846_000, 4, 266_425],
    );
    // households, persons, minors
    assert.deepEqual(tableOf(all, 'branches'), [
      ['ADI, con il case manager', 4, 13, 7],
      ['Indigenza, con l’équipe multidisciplinare', 1, 1, 0],
      ['Non ADI, con il Centro per la famiglia', 1, 4, 2],
    ]);
    assert.deepEqual(tableOf(all, 'outcomes'), [
      ['E2. Progetto semplificato con il servizio sociale', 2],
      ['E3. Quadro di analisi con équipe multidisciplinare', 4],
    ]);
    assert.deepEqual(tableOf(all, 'paths'), [
      ['P1. Obbligo di attivazione lavorativa e sociale', 1],
      ['P2. Facoltà di attivazione lavorativa e sociale', 3],
      ['P4. Obbligo di attivazione sociale, facoltà di quella lavorativa', 2],
    ]);
    const list = await see<{ rows: readonly { surname: string }[] }>({
      kind: 'job-centre-list',
      ...period,
      purpose: 'Convocazioni di maggio',
      // whoever went out already too
      again: true,
    });
    // whoever is not for the job centre is not on it, least of all where they sleep
    assert.deepEqual(list.rows.map(({ surname }) => surname), ['Vellonieri']); // prettier-ignore
    assert.doesNotMatch(JSON.stringify(list), /Tarvisoli|dormitori|Casa Comunale|dimora|SerD|CSM/i);
  },
};
