// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import type { View } from '../contract.ts';

export const translations: View = {
  name: 'translations',
  place: 'instead',
  load: async () => {
    await import('./translations.ts');
    return (bench) =>
      html`<patto-builder-translations
        .bench=${bench}
        .language=${bench.language}
      ></patto-builder-translations>`;
  },
};
