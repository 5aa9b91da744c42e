// SPDX-License-Identifier: AGPL-3.0-or-later
// A question's answer drawn faintly on its card, told by the shape of its schema; the preview beside shows the real one.
import { type TemplateResult, html, nothing } from 'lit';
import type { Definition, FieldSchema } from '../../schemas/types.ts';
import { choicesAt } from '../edit/choices.ts';
import type { Handle } from '../edit/contract.ts';
import { wholeField } from '../edit/fields.ts';
import type { Answered } from '../edit/relations.ts';
import { answeredAs } from '../edit/sentence.ts';
import type { Say } from '../words.ts';

const SHOWN = 5;

const box = (size: string, text = '', unit = ''): TemplateResult =>
  html`<span class="box ${size}">${text}</span>${unit ? html`<span class="unit">${unit}</span>` : nothing}`;

function options(titles: readonly string[], mark: string, say: Say): TemplateResult {
  const more = titles.length - SHOWN;
  return html`${titles.slice(0, SHOWN).map((title) => html`<span class="option ${mark}">${title}</span>`)}
  ${more > 0 ? html`<span class="option more">${say('card.more-options', { count: more })}</span>` : nothing}`;
}

type Draw = (field: FieldSchema, titles: readonly string[], say: Say) => TemplateResult | typeof nothing;

const draws: { readonly [answered in Answered]: Draw } = {
  choice: (_field, titles, say) => options(titles, 'round', say),
  choices: (_field, titles, say) => options(titles, 'square', say),
  'yes-no': (_field, _titles, say) => options([say('yes'), say('no')], 'round', say),
  number: (field) => box('short', '', field['x-unit'] ?? ''),
  date: () => html`${box('tiny', 'gg')}${box('tiny', 'mm')}${box('small', 'aaaa')}`,
  text: (field) => ((field.maxLength ?? 0) > 1000 ? box('tall') : box('long')),
  rows: () => nothing,
  link: () => box('long', '⌄'),
};

/** How a new question of a type will look, as far as its schema tells. */
export function drawnBlank(blank: FieldSchema, say: Say): TemplateResult {
  const lone = {
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id: 'x',
    title: '',
    schema: { type: 'object', properties: { x: blank } },
  } as const satisfies Definition;
  const alone = drawn(lone, '/x', say);
  if (alone !== nothing) return alone;
  // Room for questions, else for something that is brought along.
  const inside =
    blank.properties || blank.items?.properties ? html`${box('long')}${box('long')}` : box('long', '⇪');
  return html`<div class="drawn" aria-hidden="true">${inside}</div>`;
}

/** Decoration only: the accessible name of the card says the same. */
export function drawn(definition: Definition, pointer: Handle, say: Say): TemplateResult | typeof nothing {
  const answered = answeredAs(definition, pointer);
  const field = wholeField(definition, pointer);
  if (!answered || !field) return nothing;
  const list = field['x-choices'] ?? field.items?.['x-choices'];
  if (list) return html`<div class="drawn" aria-hidden="true">${box('long', say('card.from-list'))}</div>`;
  const titles = choicesAt(definition, pointer)?.map((choice) => choice.title) ?? [];
  const inside = draws[answered](field, titles, say);
  return inside === nothing ? nothing : html`<div class="drawn" aria-hidden="true">${inside}</div>`;
}
