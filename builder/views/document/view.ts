// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import type { View } from '../contract.ts';

export const document: View = {
  name: 'document',
  place: 'instead',
  load: async () => {
    await import('./document.ts');
    return ({ editing, context, readonly, language }) =>
      html`<patto-builder-document
        .definition=${editing.now}
        .context=${context}
        .flush=${() => editing.flush()}
        .readonly=${readonly}
        .language=${language}
      ></patto-builder-document>`;
  },
};
