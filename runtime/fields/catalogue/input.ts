// SPDX-License-Identifier: BSD-3-Clause
import { html } from 'lit';
import type { FieldInput } from '../../elements/input.ts';
import '../../elements/inputs/catalogue.ts';
import { boxes, chooseOne } from '../../elements/inputs/options.ts';
import { facts } from './facts.ts';
import { paper } from './paper.ts';
import { words } from './words.ts';

export const input: FieldInput = {
  facts,
  words,
  paper,
  group: (context) => !context.look || context.field.type === 'array',
  render(context) {
    // A register that is too long to be here is looked up as any long list is.
    if (context.look || context.waits !== undefined)
      return context.field.type === 'array' ? boxes(context) : chooseOne(context);
    return html`<patto-catalogue .context=${context}></patto-catalogue>`;
  },
};
