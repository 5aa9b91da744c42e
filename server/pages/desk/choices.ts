// SPDX-License-Identifier: AGPL-3.0-or-later
// Where a case is, and under which measure: the two questions of every form that opens one.
import { html, type TemplateResult } from 'lit';
import { measureName } from './measures.ts';

interface Choices {
  readonly comuni: readonly { readonly id: string; readonly name: string }[];
  readonly measures: readonly string[];
}

export const comuneChoice = (label: string, district: Choices | undefined): TemplateResult =>
  html`<div>
    <label for="comune">${label}</label>
    <select id="comune" name="comune" required>
      ${district?.comuni.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
    </select>
  </div>`;

export const measureChoice = (label: string, district: Choices | undefined): TemplateResult =>
  html`<div>
    <label for="measure">${label}</label>
    <select id="measure" name="measure" required>
      ${district?.measures.map((id) => html`<option value=${id}>${measureName(id)}</option>`)}
    </select>
  </div>`;
