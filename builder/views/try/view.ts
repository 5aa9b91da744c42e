// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import type { View } from '../contract.ts';

export const trying: View = {
  name: 'try',
  place: 'instead',
  load: async () => {
    await import('./try.ts');
    return ({ editing, catalogue, context, chosen, about, readonly, language }) =>
      html`<patto-builder-try
        .definition=${editing.now}
        .catalogue=${catalogue}
        .context=${context}
        .chosen=${chosen}
        .about=${about}
        .readonly=${readonly}
        .language=${language}
      ></patto-builder-try>`;
  },
};
