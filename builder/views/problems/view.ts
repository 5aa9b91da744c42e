// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import type { View } from '../contract.ts';

export const problems: View = {
  name: 'problems',
  place: 'above',
  load: async () => {
    await import('./problems.ts');
    return ({ editing, catalogue, readonly, language }) =>
      html`<patto-builder-problems
        .definition=${editing.now}
        .catalogue=${catalogue}
        .findings=${editing.findings}
        .readonly=${readonly}
        .language=${language}
      ></patto-builder-problems>`;
  },
};
