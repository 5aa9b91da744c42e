// SPDX-License-Identifier: BSD-3-Clause
import { html } from 'lit';
import type { FieldInput } from '../../elements/input.ts';
import { facts } from './facts.ts';
import { paper } from './paper.ts';

export const input: FieldInput = {
  facts,
  words: () => import('./words.ts'),
  paper,
  group: () => true,
  render(context) {
    const view = context.field['x-settings']?.['view'];
    if (view === 'table') {
      void import('../../elements/rows-table.ts');
      return html`<patto-rows-table .context=${context}></patto-rows-table>`;
    }
    if (view === 'linked') {
      void import('../../elements/rows-linked.ts');
      return html`<patto-rows-linked .context=${context}></patto-rows-linked>`;
    }
    return context.nested();
  },
};
