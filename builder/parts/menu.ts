// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';

/** Value and title; a string alone begins a group of them. */
export type Option = readonly [value: string, title: string] | string;

interface Menu {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  /** what stands there while nothing is chosen */
  readonly first: string | undefined;
  readonly readonly: boolean;
  readonly change: (value: string) => void;
}

/** A menu of options in groups. */
export function menu({ id, label, value, options, first, readonly, change }: Menu): TemplateResult {
  const drawn: TemplateResult[] = [];
  let heading = '';
  let group: TemplateResult[] = [];
  const close = (): void => {
    if (group.length > 0)
      drawn.push(heading === '' ? html`${group}` : html`<optgroup label=${heading}>${group}</optgroup>`);
    group = [];
  };
  for (const option of options) {
    if (typeof option === 'string') {
      close();
      heading = option;
    } else
      group.push(html`<option value=${option[0]} ?selected=${option[0] === value}>${option[1]}</option>`);
  }
  close();
  return html`<select
    id=${id}
    aria-label=${label}
    ?disabled=${readonly}
    .value=${live(value)}
    @change=${(event: Event) => change((event.target as HTMLSelectElement).value)}
  >
    ${first === undefined ? nothing : html`<option value="" disabled ?selected=${value === ''}>${first}</option>`}
    ${drawn}
  </select>`;
}
