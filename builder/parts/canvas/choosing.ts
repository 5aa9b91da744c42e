// SPDX-License-Identifier: AGPL-3.0-or-later
// Choosing several things without Shift or Ctrl: a button, then each tap takes one in or out.
import { type TemplateResult, html, nothing } from 'lit';
import type { Say } from '../../words.ts';

interface Choosing {
  readonly say: Say;
  readonly on: boolean;
  /** how many are chosen together */
  readonly count: number;
  readonly turn: () => void;
  /** to what can be done with them */
  readonly act: () => void;
}

export function choosingBar({ say, on, count, turn, act }: Choosing): TemplateResult {
  return html`<div class="choosing ${on ? 'on' : ''}">
    <div class="cluster">
      <button class="small" data-choosing aria-pressed=${on} @click=${turn}>${say('several.mode')}</button>
      ${on && count > 1 ? html`<button class="small primary" data-act-on-all @click=${act}>${say('several.act', { count })}</button>` : nothing}
    </div>
    ${on ? html`<p class="hint">${say('several.mode-about')}</p>` : nothing}
  </div>`;
}
