// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import type { View } from '../contract.ts';

export const history: View = {
  name: 'history',
  place: 'instead',
  load: async () => {
    await import('./history.ts');
    return (bench) =>
      html`<patto-builder-history .bench=${bench} .language=${bench.language}></patto-builder-history>`;
  },
};
