// SPDX-License-Identifier: AGPL-3.0-or-later
// Why somebody asks for what others wrote: in words, before they get it.
import { html, type TemplateResult } from 'lit';

interface Words {
  readonly purpose: string;
  readonly purposeHint: string;
}

export const purposeInput = (say: Words): TemplateResult =>
  html`<div>
    <label for="purpose">${say.purpose}</label
    ><input
      id="purpose"
      name="purpose"
      required
      minlength="10"
      maxlength="500"
      autocomplete="off"
      aria-describedby="purpose-hint"
    />
    <span class="hint" id="purpose-hint">${say.purposeHint}</span>
  </div>`;
