// SPDX-License-Identifier: AGPL-3.0-or-later
// What the desk says of the invented families on the day for which their figures are known.
import assert from 'node:assert/strict';
import { textOf } from '../stage.ts';
import type { Deed } from './deeds.ts';
import { rows, unlike, type Sent } from './shape.ts';

/** What the register of residents said, by family: submissions on the request, which no phase lists. */
const checked: { readonly [family: string]: object } = {
  c4: rows(['fatto', 'esito'], ['residenza', 'Residenza confermata'], ['cittadinanza', 'Italiana']),
  c5: rows(
    ['fatto', 'esito'],
    ['residenza', 'Residenza fittizia dal 12/12/2025, Via della Casa Comunale 1'],
    ['cittadinanza', 'Italiana'],
  ),
  c6: rows(
    ['fatto', 'esito'],
    ['residenza', 'Residenza confermata, in Italia dal 2017'],
    ['cittadinanza', 'Permesso UE per soggiornanti di lungo periodo, valido'],
  ),
};

export const alerts: Deed = {
  day: '2026-03-02',
  title: 'a permit that ends, what is still due, surnames of two words',
  async does({ seat, go, caseOf }) {
    const { page } = await seat('morvani');
    await go(page, `#/case/${caseOf('c6')}`);
    const permit = (await textOf(page, '[data-term="S1"]')).replaceAll(/\s+/g, ' ');
    assert.match(permit, /^Scade il titolo di soggiorno: Amal Tazrouti 30\/04\/2026 59 giorni /);
    const found = await page.evaluate(async (kase) => {
      const json = async (path: string) => (await fetch(path)).json();
      const { terms } = (await json(`/api/cases/${kase}`)) as { terms: { id: string }[] };
      const { items } = (await json('/api/cases?q=ben%20salhoun')) as { items: { name: string }[] };
      return { permits: terms.filter(({ id }) => id === 'S1').length, names: items.map(({ name }) => name) };
    }, caseOf('c6'));
    // the card of Nadir, good until 2031, is not among them
    assert.deepEqual(found, { permits: 1, names: ['Ben Salhoun Nadir'] });
    for (const [family, wanted] of Object.entries(checked)) {
      const sent = await page.evaluate(async (kase) => {
        const json = async (path: string) => (await fetch(path)).json();
        const seen = (await json(`/api/cases/${kase}`)) as {
          case: { timeline: { definition?: string; submission?: string }[] };
        };
        const one = seen.case.timeline.find(({ definition }) => definition === 'controlli-domanda');
        return ((await json(`/api/submissions/${one?.submission}`)) as { submission: Sent }).submission;
      }, caseOf(family));
      assert.deepEqual(unlike(sent.answers['verifiche'], wanted), [], family);
    }
    const { page: coordinator } = await seat('ardenzi');
    const names = await coordinator.evaluate(async () => {
      const { items } = (await (await fetch('/api/cases?order=name')).json()) as {
        items: { name: string }[];
      };
      return items.map(({ name }) => name);
    });
    // a surname of two words begins with its first
    assert.deepEqual(names, [
      'Ben Salhoun Nadir',
      'Bendinoro Salvatore',
      'Pianforte Carlo',
      'Scortelli Bruno',
      'Tarvisoli Piero',
      'Vellonieri Marta',
    ]);
  },
};
