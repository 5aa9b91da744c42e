// SPDX-License-Identifier: BSD-3-Clause
import { html, nothing, type TemplateResult } from 'lit';
import type { InputContext } from '../input.ts';

/** Stands behind a year that is still being typed, so that "19" on the way to 1985 is not taken for 2019. */
const UNDERWAY = '…';

interface Part {
  readonly key: string;
  readonly most: number;
}

/** Day, month, year, in this order in every language; the month may be a word. */
const calendar: readonly Part[] = [
  { key: 'day', most: 2 },
  { key: 'month', most: 10 },
  { key: 'year', most: 4 },
];
const moment: readonly Part[] = [...calendar, { key: 'time', most: 5 }];

/** "27/3/1985" → its texts; whatever has not this shape stands whole in the first one. */
const split = (text: string): readonly string[] => text.replace(UNDERWAY, '').split('/');

const change = (
  context: InputContext,
  parts: readonly Part[],
  index: number,
  typed: string,
  underway: boolean,
) => {
  const texts = parts.map((_, at) => (at === index ? typed.trim() : (split(context.text)[at] ?? '')));
  if (texts.every((text) => text === '')) return context.type('');
  if (underway && index === 2 && texts[2]!.length < 4) texts[2] += UNDERWAY;
  context.type(texts.join('/'));
};

/** A separator typed after a day or month leads on to the next part. */
const onward = (event: KeyboardEvent) => {
  const here = event.target as HTMLInputElement;
  const next = here.closest('label')?.nextElementSibling?.querySelector('input');
  if (!next || !['/', '.', '-', ' '].includes(event.key) || here.value === '') return;
  event.preventDefault();
  next.focus();
};

/** Something with three parts, or eight digits: perhaps a whole date. */
const whole = /^\s*(\d{8}|\w+[^\w]+[\p{L}\d]+[^\w]+\w+)\s*$/u;

const paste = async (context: InputContext, event: ClipboardEvent) => {
  const text = event.clipboardData?.getData('text') ?? '';
  if (context.locked || !whole.test(text)) return;
  event.preventDefault();
  const { readDate } = await import('../../fields/calendar.ts');
  const time = split(context.text).slice(3);
  context.type([...(readDate(text)?.split('-').toReversed() ?? [text]), ...time].join('/'));
};

/** A text for each part of a date, one for the time of day of a moment; of a partial date only the year must be there. A whole date may be pasted into any of them. */
export const dateParts = (context: InputContext, of?: 'moment' | 'partial'): TemplateResult => {
  const parts = of === 'moment' ? moment : calendar;
  const texts = split(context.text);
  const birth = context.field['x-settings']?.['autocomplete'] === 'bday';
  const gaps = context.text !== '' && parts.some((_, index) => !texts[index]);
  return html`<div class="date" @paste=${(event: ClipboardEvent) => paste(context, event)} @keydown=${onward}>
    ${parts.map(
      ({ key, most }, index) =>
        html`<label class=${key}
          ><span>${context.say(key)}</span
          ><input
            part="input"
            type="text"
            inputmode="numeric"
            id=${index === 0 ? context.id : `${context.id}-${key}`}
            autocomplete=${birth ? `bday-${key}` : 'off'}
            maxlength=${most}
            .value=${texts[index] ?? ''}
            ?required=${context.required && (of !== 'partial' || key === 'year')}
            ?readonly=${context.locked}
            aria-invalid=${context.invalid && !(gaps && texts[index]) ? 'true' : nothing}
            aria-describedby=${index === 0 && context.describedby ? context.describedby : nothing}
            @input=${(event: Event) => change(context, parts, index, (event.target as HTMLInputElement).value, true)}
            @change=${(event: Event) => change(context, parts, index, (event.target as HTMLInputElement).value, false)}
        /></label>`,
    )}
  </div>`;
};
