// SPDX-License-Identifier: BSD-3-Clause
import { html, nothing } from 'lit';
import type { FieldInput, InputContext } from '../../elements/input.ts';
import { readDate } from '../calendar.ts';
import { facts } from './facts.ts';
import { paper } from './paper.ts';

/** Stands behind a year that is still being typed, so that "19" on the way to 1985 is not taken for 2019. */
const UNDERWAY = '…';

const parts = [
  { key: 'day', most: 2, name: 'bday-day' },
  { key: 'month', most: 2, name: 'bday-month' },
  { key: 'year', most: 4, name: 'bday-year' },
] as const;

/** "27/3/1985" → its three texts; whatever has not this shape stands whole in the first one. */
const split = (text: string): readonly string[] => text.replace(UNDERWAY, '').split('/');

const change = (context: InputContext, index: number, typed: string, underway: boolean) => {
  const texts = [0, 1, 2].map((at) => (at === index ? typed.trim() : (split(context.text)[at] ?? '')));
  if (texts.every((text) => text === '')) return context.type('');
  const short = underway && index === 2 && texts[2]!.length < 4;
  context.type(texts.join('/') + (short ? UNDERWAY : ''));
};

/** A separator typed after a day or month leads on to the next part. */
const onward = (event: KeyboardEvent) => {
  const here = event.target as HTMLInputElement;
  const next = here.closest('label')?.nextElementSibling?.querySelector('input');
  if (!['/', '.', '-', ' '].includes(event.key) || here.value === '') return;
  event.preventDefault();
  next?.focus();
};

const paste = (context: InputContext, event: ClipboardEvent) => {
  const found = readDate(event.clipboardData?.getData('text') ?? '');
  if (!found || context.locked) return;
  event.preventDefault();
  context.type(found.split('-').toReversed().join('/'));
};

/** Three texts: day, month, year, in this order in every language. A whole date may be pasted into any of them. */
export const input: FieldInput = {
  facts,
  words: () => import('./words.ts'),
  paper,
  group: () => true,
  render: (context) => {
    const texts = split(context.text);
    const birth = context.field['x-settings']?.['autocomplete'] === 'bday';
    return html`<div
      class="date"
      @paste=${(event: ClipboardEvent) => paste(context, event)}
      @keydown=${onward}
    >
      ${parts.map(
        (part, index) =>
          html`<label class=${part.key}
            ><span>${context.say(part.key)}</span
            ><input
              part="input"
              type="text"
              inputmode="numeric"
              id=${index === 0 ? context.id : `${context.id}-${part.key}`}
              autocomplete=${birth ? part.name : 'off'}
              maxlength=${part.most}
              .value=${texts[index] ?? ''}
              ?required=${context.required}
              ?readonly=${context.locked}
              aria-invalid=${context.invalid ? 'true' : nothing}
              aria-describedby=${index === 0 && context.describedby ? context.describedby : nothing}
              @input=${(event: Event) => change(context, index, (event.target as HTMLInputElement).value, true)}
              @change=${(event: Event) => change(context, index, (event.target as HTMLInputElement).value, false)}
          /></label>`,
      )}
    </div>`;
  },
};
