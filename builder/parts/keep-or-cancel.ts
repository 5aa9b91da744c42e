// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html } from 'lit';
import type { Say } from '../words.ts';

/** The two buttons under something that has been begun: `what` is kept once it is `ready`, or given up. */
export const keepOrCancel = (
  say: Say,
  what: string,
  word: string,
  ready: boolean,
  keep: () => void,
  cancel: () => void,
): TemplateResult =>
  html`<div class="cluster">
    <button class="small primary" data-keep=${what} ?disabled=${!ready} @click=${keep}>${word}</button>
    <button class="quiet small" @click=${cancel}>${say('cancel')}</button>
  </div>`;
