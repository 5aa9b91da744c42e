// SPDX-License-Identifier: BSD-3-Clause
import { html } from 'lit';
import type { Sayings } from './sayings.ts';

/** Offers the draft that this window began in an earlier life of the page. */
export const resumeTab = (sayings: Sayings, yes: () => void, no: () => void) =>
  html`<div class="notice" part="resume">
    <p>${sayings.say('resumeTab')}</p>
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
