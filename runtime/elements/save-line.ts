// SPDX-License-Identifier: BSD-3-Clause
import { html, nothing } from 'lit';
import type { SaveState } from './saving.ts';
import type { Sayings } from './sayings.ts';

const clock = (at: string | undefined, locale: string): string =>
  (at ? new Date(at) : new Date()).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });

const line = ({ is, at }: SaveState, sayings: Sayings): string =>
  is === 'saved'
    ? sayings.say('saved', { at: clock(at, sayings.locale) })
    : is === 'saving'
      ? sayings.say('saving')
      : is === 'unsaved'
        ? sayings.say('unsaved')
        : '';

/** How the draft stands, in a polite live region; what stands in its way, with what can be done. */
export function saveLine(
  state: SaveState,
  sayings: Sayings,
  acts: { readonly retry: () => void; readonly keep: () => void; readonly load: () => void },
) {
  const code = state.is === 'refused' ? state.refusal?.code : undefined;
  const button = (key: 'retry' | 'conflict-load' | 'conflict-keep', act: () => void) =>
    html`<button type="button" part="button" @click=${act}>${sayings.say(key)}</button>`;
  const problem = code
    ? html`<div class="notice ${code === 'network' ? 'warn' : 'error'}" part="refusal">
        ${code === 'conflict' ? html`<h3>${sayings.say('conflict-title')}</h3>` : nothing}
        <p>
          ${
            code === 'conflict'
              ? sayings.say('conflict')
              : code === 'signed-out'
                ? sayings.say('signed-out')
                : code === 'network'
                  ? sayings.say('offline')
                  : (state.refusal?.message ?? sayings.say('save-failed'))
          }
        </p>
        <div class="buttons">
          ${
            code === 'conflict'
              ? [button('conflict-load', acts.load), button('conflict-keep', acts.keep)]
              : button('retry', acts.retry)
          }
        </div>
      </div>`
    : nothing;
  return html`<div class="state" role="status" part="state">${line(state, sayings)}${problem}</div>
    ${
      state.code
        ? html`<div class="notice code" part="code">
            <p><strong>${sayings.say('yourCode', { code: state.code })}</strong></p>
            <p class="hint">${sayings.say('yourCodeHint')}</p>
          </div>`
        : nothing
    }`;
}
