// SPDX-License-Identifier: BSD-3-Clause
import { html } from 'lit';
import { moment } from './clock.ts';
import type { FoundKept } from './keeping.ts';
import type { Sayings } from './sayings.ts';

/** Offers the draft that this device kept of an earlier life of the page, or of another window. */
export const resumeTab = (found: FoundKept, sayings: Sayings, yes: () => void, no: () => void) =>
  html`<div class="notice" part="resume">
    <p>${sayings.say(found.open ? 'resumeOther' : 'resumeTab', { at: moment(found.at, sayings.locale) })}</p>
    <div class="buttons">
      <button type="button" class="primary" part="button" @click=${yes}>
        ${sayings.say('resumeTabYes')}
      </button>
      <button type="button" part="button" @click=${no}>${sayings.say('resumeTabNo')}</button>
    </div>
  </div>`;

/** Asks for the code of a draft that was begun elsewhere. */
export const resumeCode = (sayings: Sayings, submit: (event: SubmitEvent) => void) =>
  html`<form @submit=${submit}>
    <label for="code">${sayings.say('resumeCode')}</label>
    <p class="hint" id="code-h">${sayings.say('resumeHint')}</p>
    <div class="buttons">
      <input id="code" name="code" class="medium" autocomplete="off" required aria-describedby="code-h" />
      <button part="button">${sayings.say('resume')}</button>
    </div>
  </form>`;
