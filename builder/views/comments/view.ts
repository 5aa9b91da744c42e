// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import type { View } from '../contract.ts';

export const comments: View = {
  name: 'comments',
  place: 'instead',
  load: async () => {
    await import('./comments.ts');
    return (bench) =>
      html`<patto-builder-comments .bench=${bench} .language=${bench.language}></patto-builder-comments>`;
  },
};
