// SPDX-License-Identifier: BSD-3-Clause
import { html, nothing } from 'lit';
import type { Saving } from './saving.ts';
import type { Sayings } from './sayings.ts';

/** Who else has this draft open. */
export const othersLine = ({ others }: Saving, sayings: Sayings) =>
  html`<div role="status" part="others">
    ${
      others.length
        ? html`<p class="notice">
            ${sayings.say(others.length > 1 ? 'othersMany' : 'others', { names: others.join(', ') })}
          </p>`
        : nothing
    }
  </div>`;
