// SPDX-License-Identifier: BSD-3-Clause
import { html } from 'lit';
import { moment } from './clock.ts';
import type { Saving } from './saving.ts';
import type { Sayings } from './sayings.ts';

/** A submission that waits for the network or the server: it is safe, and goes by itself. */
export const queued = (saving: Saving, sayings: Sayings) => {
  const out = saving.state.refusal?.code === 'signed-out';
  const kept = saving.keeping.safe;
  return html`<div class="notice warn" part="queued">
    <h2 id="heading" tabindex="-1">${sayings.say('toSend', { n: 1 })}</h2>
    <p role="status">
      ${sayings.say(out ? 'toSendSignedOut' : 'toSendHint', {
        at: moment(saving.outbox?.since, sayings.locale),
      })}
    </p>
    <p>${sayings.say(kept ? 'toSendKept' : 'toSendOpen')}</p>
    <div class="buttons">
      <button type="button" class="primary" part="button" @click=${() => saving.retry()}>
        ${sayings.say('toSendNow')}
      </button>
    </div>
  </div>`;
};
