// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import type { View } from '../contract.ts';

/** Every rule as a sentence, and the conditions with a name. */
export const rules: View = {
  name: 'rules',
  place: 'instead',
  load: async () => {
    await import('./rules.ts');
    return ({ editing, catalogue, readonly, language }) =>
      html`<patto-builder-rules
        .definition=${editing.now}
        .catalogue=${catalogue}
        .findings=${editing.findings}
        .readonly=${readonly}
        .language=${language}
      ></patto-builder-rules>`;
  },
};
