// SPDX-License-Identifier: AGPL-3.0-or-later
// The first assessment of the family with most people, level by level, once the second has been made; where pacts were
// signed.
import assert from 'node:assert/strict';
import type { Answers } from '../../../schemas/types.ts';
import type { Deed } from './deeds.ts';
import { levels, unlike, type CaseSeen, type Sent } from './shape.ts';

const first: Answers = {
  onda: 'T0',
  nucleo_livelli: levels('n', [5, 4, 5]),
  adulti: [{ livelli: levels('ad', [6, 4, 5, 4, 5]) }, { livelli: levels('ad', [5, 4, 6, 5, 4]) }],
  minori: [
    // Nicola: 2, 3, 5, 6, 14
    {
      bisogni_livelli: levels('m', [undefined, 5, 5, undefined, 4, 6, undefined]),
      genitori_livelli: levels('m', [undefined, undefined, undefined, undefined, undefined], 8),
      ambiente_livelli: levels('m', [undefined, 5, undefined, undefined, undefined], 13),
    },
    // Sofia: all of them
    {
      bisogni_livelli: levels('m', [3, 5, 4, 2, 4, 5, 4]),
      genitori_livelli: levels('m', [4, 4, 5, 4, 5], 8),
      ambiente_livelli: levels('m', [5, 5, 5, 4, 4], 13),
    },
    // Gabriel: 1, 2, 5, 7, 8, 9
    {
      bisogni_livelli: levels('m', [3, 4, undefined, undefined, 3, undefined, 4]),
      genitori_livelli: levels('m', [4, 3, undefined, undefined, undefined], 8),
      ambiente_livelli: levels('m', [undefined, undefined, undefined, undefined, undefined], 13),
    },
  ],
};

/** family → where its pact was signed, by everybody */
const signedAt: { readonly [family: string]: string } = {
  c1: 'Servizio sociale di Poggiofinto',
  c5: 'Dormitorio di Borgoesempio',
};

export const waves: Deed = {
  day: 'end',
  title: 'levels of the first wave, one by one; where a pact was signed',
  async does({ seat, caseOf }) {
    const { page } = await seat('morvani');
    const read = <Value>(path: string): Promise<Value> =>
      page.evaluate(async (place) => (await (await fetch(place)).json()) as never, path);
    const seen = await read<CaseSeen>(`/api/cases/${caseOf('c4')}`);
    const sent = seen.phases
      .flatMap(({ definitions }) => definitions)
      .find(({ id }) => id === 'quadro-analisi')!
      .submissions.toSorted((a, b) => a.submittedAt.localeCompare(b.submittedAt));
    assert.equal(sent.length, 2);
    const { submission } = await read<{ submission: Sent }>(`/api/submissions/${sent[0]!.id}`);
    assert.deepEqual(unlike(submission.answers, first), []);
    for (const [family, place] of Object.entries(signedAt)) {
      const { documents } = await read<CaseSeen>(`/api/cases/${caseOf(family)}`);
      const pact = documents.find(({ kind, copy }) => kind === 'pact' && copy === 'family')!;
      const { signatures } = await read<{ signatures: readonly { place?: string }[] }>(
        `/api/documents/${pact.id}`,
      );
      assert.ok(signatures.length > 1, family);
      assert.deepEqual([...new Set(signatures.map((one) => one.place))], [place], family);
    }
  },
};
