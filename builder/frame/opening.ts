// SPDX-License-Identifier: AGPL-3.0-or-later
// What stands in the place of the editor until there is something to edit.
import { type TemplateResult, html } from 'lit';
import type { Say } from '../words.ts';

export const loading = (say: Say): TemplateResult => html`<p role="status">${say('list.loading')}</p>`;

export const failed = (text: string, say: Say, retry: () => void): TemplateResult =>
  html`<div class="card">
    <p class="notice bad" role="alert">${text}</p>
    <div class="cluster">
      <button class="primary" @click=${retry}>${say('error.retry')}</button>
      <a class="button" href="#/">${say('back')}</a>
    </div>
  </div>`;
