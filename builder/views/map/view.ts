// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import type { View } from '../contract.ts';

/** Who depends on whom, drawn and as a list. */
export const map: View = {
  name: 'map',
  place: 'instead',
  load: async () => {
    await import('./map.ts');
    return ({ editing, chosen, language }) =>
      html`<patto-builder-map
        .definition=${editing.now}
        .chosen=${chosen}
        .language=${language}
      ></patto-builder-map>`;
  },
};
