// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { click, find, textOf } from '../stage.ts';
import { textOfFile } from '../walk.ts';
import type { CaseSeen } from './shape.ts';
import type { Deed } from './deeds.ts';

const columns =
  'Cognome;Nome;Codice fiscale;Data di nascita;Telefono;Email;Percorso;Data analisi;Data invio;Entro il;Disponibilità;Spostamenti';
const marta =
  'Vellonieri;Marta;VLLMRT87L44X001B;04/07/1987;0999 555001;;P1;11/02/2026;25/02/2026;26/04/2026;La mattina;Con i mezzi pubblici';
/** What a list of people for the job centre must not tell: health, family, justice, money, address. */
const reserved =
  /Tommaso|figli|genitor|separat|cura|salute|disab|Procura|giudiziari|ISEE|6\.214|affitto|bollett|HACCP|Via dell’Esempio/i;

/** On the day of the first pact the coordinator sends its person to the job centre. */
export const jobCentre: Deed = {
  day: '2026-02-25',
  title: 'list for the job centre',
  async does({ seat, go, caseOf }) {
    const { page } = await seat('ardenzi');
    await go(page, '#/reports');
    await click(page, '[data-kind="job-centre-list"]');
    const purpose = await find(page, '#purpose');
    await purpose.focus();
    await page.keyboard.type('Convocazioni di marzo');
    await click(page, 'form[novalidate] button.primary');
    const seen = (await textOf(page, '#seen')).replaceAll(/\s+/g, ' ');
    assert.match(
      seen,
      /^1 persona .*Vellonieri Marta VLLMRT87L44X001B 0999 555001 P1 11\/02\/2026 26\/04\/2026/,
    );
    await click(page, '[data-issue]');
    await find(page, '#made');
    const { csv, document, kase } = await page.evaluate(async (id) => {
      const json = async (path: string) => (await fetch(path)).json();
      const { items } = (await json('/api/documents')) as { items: { id: string; kind: string }[] };
      const list = items.find(({ kind }) => kind === 'job-centre-list')!.id;
      const table = await fetch(`/api/documents/${list}/table?as=csv`);
      return {
        document: list,
        csv: await table.text(),
        kase: (await json(`/api/cases/${id}`)) as CaseSeen,
      };
    }, caseOf('c1'));
    assert.deepEqual(csv.replace('\uFEFF', '').trim().split(/\r?\n/), [columns, marta]);
    const paper = await textOfFile(page, document);
    assert.match(paper, /CPI-2026-0001.*Persone in elenco 1 /);
    assert.match(
      paper,
      /Vellonieri Marta VLLMRT87L44X001B nato\/a il 04\/07\/1987 0999 555001 P1 analisi 11\/02\/2026 invio 25\/02\/2026 entro 26\/04\/2026 La mattina; Con i mezzi pubblici I percorsi/,
    );
    const row = /Vellonieri.*?(?=I percorsi)/.exec(paper)?.[0] ?? '';
    assert.doesNotMatch(`${row} ${csv}`, reserved);
    assert.equal(kase.terms.find(({ id }) => id === 'T6')?.due, '2026-04-26');
  },
};
