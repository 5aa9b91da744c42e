// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import type { View } from '../contract.ts';

/** Points, bands on a ruler, and the outcome table. */
export const outcome: View = {
  name: 'outcome',
  place: 'instead',
  load: async () => {
    await import('./outcome.ts');
    return ({ editing, catalogue, context, readonly, language }) =>
      html`<patto-builder-outcome
        .definition=${editing.now}
        .catalogue=${catalogue}
        .context=${context}
        .readonly=${readonly}
        .language=${language}
      ></patto-builder-outcome>`;
  },
};
