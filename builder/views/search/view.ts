// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import type { View } from '../contract.ts';

export const search: View = {
  name: 'search',
  place: 'above',
  load: async () => {
    await import('./search.ts');
    return ({ editing, catalogue, language }) =>
      html`<patto-builder-search
        .definition=${editing.now}
        .catalogue=${catalogue}
        .language=${language}
      ></patto-builder-search>`;
  },
};
