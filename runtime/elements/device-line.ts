// SPDX-License-Identifier: BSD-3-Clause
import { html } from 'lit';
import type { Keeping } from './keeping.ts';
import type { Sayings } from './sayings.ts';

/** The switch of a shared device: nothing is kept here, and what was is erased. */
export const deviceLine = (keeping: Keeping, sayings: Sayings) =>
  html`<div class="device" part="device">
    <label class="choice"
      ><input
        type="checkbox"
        .checked=${keeping.shared}
        aria-describedby="device-h"
        @change=${(event: Event) => void keeping.share((event.target as HTMLInputElement).checked)}
      /><span>${sayings.say('sharedDevice')}</span></label
    >
    <p class="hint" id="device-h">${sayings.say(keeping.shared ? 'sharedDeviceOn' : 'sharedDeviceOff')}</p>
  </div>`;
