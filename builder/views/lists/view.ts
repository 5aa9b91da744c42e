// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import type { View } from '../contract.ts';

export const lists: View = {
  name: 'lists',
  place: 'instead',
  load: async () => {
    await import('./lists.ts');
    return (bench) =>
      html`<patto-builder-lists .bench=${bench} .language=${bench.language}></patto-builder-lists>`;
  },
};
