// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import type { View } from '../contract.ts';

export const json: View = {
  name: 'json',
  place: 'instead',
  load: async () => {
    await import('./json.ts');
    return (bench) =>
      html`<patto-builder-json .bench=${bench} .language=${bench.language}></patto-builder-json>`;
  },
};
