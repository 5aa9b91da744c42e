// SPDX-License-Identifier: AGPL-3.0-or-later
// The family that a court has written about: who comes near that, and another outcome than the suggested one.
import assert from 'node:assert/strict';
import { fillAll, pressButton, typedBy } from '../fill.ts';
import { find, until } from '../stage.ts';
import { hand, openForm } from '../walk.ts';
import type { Deed } from './deeds.ts';
import { goTo, pageOf, said } from './pages.ts';
import type { Sent } from './shape.ts';

const reason = 'La scuola ha già un educatore per Luca: basta il servizio sociale.';

/** The report to the court is drawn up by the social worker of the family centre alone. */
export const courtForFew: Deed = {
  day: '2026-04-09',
  title: 'the report to the court is the social worker’s alone',
  async does({ seat, caseOf }) {
    const statusOf = async (person: string, path: string, body?: object): Promise<number> =>
      (await seat(person)).page.evaluate(
        async (place, json) =>
          (
            await fetch(
              place,
              json === undefined
                ? {}
                : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: json },
            )
          ).status,
        path,
        body && JSON.stringify(body),
      );
    const kase = `/api/cases/${caseOf('c2')}`;
    const { page } = await seat('tessardi');
    const report = await page.evaluate(async (path) => {
      const { documents } = (await (await fetch(path)).json()) as {
        documents: { id: string; kind: string }[];
      };
      return documents.find(({ kind }) => kind === 'court')!.id;
    }, kase);
    assert.equal(await statusOf('tessardi', `/api/documents/${report}/file`), 200);
    // of the same case
    for (const person of ['polvani', 'iberti']) {
      assert.equal(await statusOf(person, kase), 200, person);
      assert.equal(await statusOf(person, `/api/documents/${report}/file`), 403, person);
      assert.equal(await statusOf(person, `${kase}/drafts`, { definition: 'relazione-ag' }), 403, person);
    }
    // whoever coordinates, with a written reason only
    assert.equal(await statusOf('ardenzi', `/api/documents/${report}/file`), 403);
    assert.equal(await statusOf('ardenzi', `${kase}/drafts`, { definition: 'relazione-ag' }), 403);
  },
};

/** Another outcome than the suggested one asks for its reason, and keeps it. */
export const otherOutcome: Deed = {
  day: 'end',
  title: 'another outcome than the suggested one wants its reason',
  async does({ seat, go, caseOf, family }) {
    const { page } = await seat('tessardi');
    await go(page, `#/case/${caseOf('c2')}`);
    const definition = 'analisi-preliminare';
    const form = await openForm(page, definition);
    const { answers } = family('c2').submissions.find((one) => one.definition === definition)!;
    await hand(form, { ...answers, esito: 'E2' });
    await goTo(form, 'Esito');
    assert.match(
      await said(form, 'patto-field'),
      /Esito suggerito Lo suggeriscono i livelli; decide il professionista E3\. Quadro/,
    );
    await pressButton({ form }, 'Avanti');
    await until(async () => (await said(form, '.error')) !== '', 'what is missing is said');
    assert.equal(await pageOf(form), 'Esito');
    assert.match(
      await said(form, '.summary, [role=alert], patto-field:has(.error)'),
      /Perché un esito diverso da quello suggerito/,
    );
    const typed = typedBy(new Set());
    await fillAll({ page, form, answers: { motivo_esito: reason }, ids: new Map(), typed });
    await find(page, '[data-sent]');
    const sent = await page.evaluate(
      async (kase, wanted) => {
        const json = async (path: string) => (await fetch(path)).json();
        const { phases } = (await json(`/api/cases/${kase}`)) as {
          phases: { definitions: { id: string; submissions: { id: string; submittedAt: string }[] }[] }[];
        };
        const all = phases
          .flatMap(({ definitions }) => definitions)
          .filter(({ id }) => id === wanted)
          .flatMap(({ submissions }) => submissions)
          .toSorted((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1));
        return ((await json(`/api/submissions/${all[0]!.id}`)) as { submission: Sent }).submission;
      },
      caseOf('c2'),
      definition,
    );
    const { esito, esito_suggerito, motivo_esito } = sent.answers;
    assert.deepEqual([esito, esito_suggerito, motivo_esito], ['E2', 'E3', reason]);
  },
};
