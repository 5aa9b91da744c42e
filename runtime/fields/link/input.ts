// SPDX-License-Identifier: BSD-3-Clause
import { html } from 'lit';
import type { FieldInput } from '../../elements/input.ts';
import { boxes, chooseOne, inSight } from '../../elements/inputs/options.ts';
import { facts } from './facts.ts';
import { paper } from './paper.ts';

/** Rows of another list: one, or several when the answer is a list. */
export const input: FieldInput = {
  facts,
  words: () => import('./words.ts'),
  paper,
  group: (context) => context.field.type === 'array' || inSight(context),
  render: (context) => {
    if (context.options.length === 0)
      return html`<p class="empty" id=${context.id} tabindex="-1">
        ${context.say('noSource', { list: context.listTitle })}
      </p>`;
    return context.field.type === 'array' ? boxes(context) : chooseOne(context);
  },
};
