// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { until } from '../stage.ts';
import { hand, openForm } from '../walk.ts';
import type { Deed } from './deeds.ts';
import { goTo, said, turn } from './pages.ts';

/** A traineeship of the fund beside the support for training that the person may ask for: somebody is to look at that. */
export const traineeship: Deed = {
  day: 'end',
  title: 'a traineeship of the fund beside the support for training is warned of',
  async does({ seat, go, caseOf, family }) {
    const { page } = await seat('morvani');
    await go(page, `#/case/${caseOf('c3')}`);
    const form = await openForm(page, 'pais');
    const { answers } = family('c3').submissions.find(({ definition }) => definition === 'pais')!;
    /** What the page of supports warns of, with these supports in the pact. */
    const warned = async (given: object): Promise<string> => {
      await hand(form, given);
      await goTo(form, 'Sostegni');
      // nothing is stopped
      await turn(form, 'Avanti');
      await turn(form, 'Indietro');
      return said(form, '.warning');
    };
    const supports = answers['sostegni'] as { readonly servizio: string }[];
    const traineeships = supports.map((one) =>
      one.servizio === 'work-experience' ? { ...one, articolo: '7.1.c', fondo: 'qsfp-2025' } : one,
    );
    assert.doesNotMatch(await warned(answers), /compatibilità/);
    await warned({ ...answers, sostegni: traineeships });
    // the page is drawn again when it is come back to
    await until(
      async () => (await said(form, '.warning')).includes('verificare compatibilità con il tirocinio'),
      'what the page of supports warns of',
    );
  },
};
