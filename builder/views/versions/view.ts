// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import type { View } from '../contract.ts';

export const versions: View = {
  name: 'versions',
  place: 'instead',
  load: async () => {
    await import('./versions.ts');
    return (bench) =>
      html`<patto-builder-versions .bench=${bench} .language=${bench.language}></patto-builder-versions>`;
  },
};
