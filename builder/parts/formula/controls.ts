// SPDX-License-Identifier: AGPL-3.0-or-later
// The plain controls that the parts of a formula are made of.
import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Node } from '../../edit/formula.ts';
import type { Say } from '../../words.ts';
import { icons } from '../icons.ts';

type Constant = Extract<Node, { is: 'constant' }>;
type Options = readonly (readonly [value: string, title: string])[];

interface Control {
  readonly id: string;
  readonly label: string;
  readonly readonly: boolean;
  readonly say: Say;
}

/** A menu in groups; a group without a name stands by itself. */
export function select(
  { id, label, readonly, say }: Control,
  now: string,
  groups: readonly (readonly [group: string, options: Options])[],
  change: (value: string) => void,
): TemplateResult {
  const one = ([value, title]: readonly [string, string]) =>
    html`<option value=${value} ?selected=${value === now}>${title}</option>`;
  return html`<select
    id=${id}
    aria-label=${label}
    ?disabled=${readonly}
    .value=${live(now)}
    @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
  >
    <option value="" disabled ?selected=${now === ''}>${say('formula.choose')}</option>
    ${groups
      .filter(([, options]) => options.length > 0)
      .map(([group, options]) =>
        group === '' ? options.map(one) : html`<optgroup label=${group}>${options.map(one)}</optgroup>`,
      )}
  </select>`;
}

export function constant(
  control: Control,
  node: Constant,
  change: (next: Constant) => void,
  left: () => void,
): TemplateResult {
  const { id, label, readonly, say } = control;
  const { kind } = node;
  if (kind === 'yes-no')
    return select(
      control,
      String(node.value),
      [['', [['true', say('yes')], ['false', say('no')]]]], // prettier-ignore
      (value) => change({ ...node, value: value === 'true' }),
    );
  const type = { number: 'number', date: 'date', text: 'text' }[kind];
  return html`<input
    id=${id}
    type=${type}
    step="any"
    aria-label=${label}
    ?readonly=${readonly}
    .value=${live(String(node.value))}
    @input=${(event: Event) => {
      const { value } = event.target as HTMLInputElement;
      if (kind === 'number' && (value === '' || !Number.isFinite(Number(value)))) return;
      change({ ...node, value: kind === 'number' ? Number(value) : value });
    }}
    @blur=${left}
  />`;
}

/** The name of a list, a parameter or a column; `names`: those that are known. */
export function nameField(
  { id, label, readonly }: Control,
  text: string,
  placeholder: string,
  names: readonly string[],
  change: (text: string) => void,
  left: () => void,
): TemplateResult {
  return html`<input
      id=${id}
      aria-label=${label}
      placeholder=${placeholder}
      list=${names.length > 0 ? `${id}-names` : nothing}
      autocomplete="off"
      ?readonly=${readonly}
      .value=${live(text)}
      @input=${(event: Event) => change((event.target as HTMLInputElement).value)}
      @blur=${left}
    />
    ${
      names.length > 0
        ? html`<datalist id="${id}-names">
            ${names.map((name) => html`<option value=${name}></option>`)}
          </datalist>`
        : nothing
    }`;
}

export const removing = (label: string, remove: () => void): TemplateResult =>
  html`<button class="quiet small icon" aria-label=${label} title=${label} @click=${remove}>
    ${icons.close}
  </button>`;
