// SPDX-License-Identifier: BSD-3-Clause
import { html, nothing } from 'lit';
import { moment } from './clock.ts';
import type { PattoForm } from './form.ts';
import { adopt, forget } from './recalling.ts';

/**
 * Offers the draft that this device kept of an earlier life of the page, or of another window. Nothing: somebody is at
 * work already; undefined: a draft may be asked for by its code.
 */
export function offer(form: PattoForm) {
  const [found] = form.kept;
  const { saving } = form;
  const { sayings } = form.store!;
  if (!saving) return undefined;
  if (!found) return form.draft || saving.state.is !== 'untouched' ? nothing : undefined;
  const { open, at } = found;
  return html`<div class="notice" part="resume">
    <p>${sayings.say(open ? 'resumeOther' : 'resumeTab', { at: moment(at, sayings.locale) })}</p>
    <div class="buttons">
      <button type="button" class="primary" part="button" @click=${() => void adopt(form, saving, form.kept)}>
        ${sayings.say('resumeTabYes')}
      </button>
      <button type="button" part="button" @click=${() => void forget(form, saving)}>
        ${sayings.say('resumeTabNo')}
      </button>
    </div>
  </div>`;
}

/** Asks for the code of a draft that was begun elsewhere. */
export function resumeCode(form: PattoForm) {
  const { sayings } = form.store!;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const code = new FormData(event.target as HTMLFormElement).get('code');
    const [going] = await Promise.all([form.toGo(), form.keeping()]);
    await going.load(form.transport?.resume?.(String(code).trim()));
  };
  return html`<form @submit=${submit}>
    <label for="code">${sayings.say('resumeCode')}</label>
    <p class="hint" id="code-h">${sayings.say('resumeHint')}</p>
    <div class="buttons">
      <input id="code" name="code" class="medium" autocomplete="off" required aria-describedby="code-h" />
      <button part="button">${sayings.say('resume')}</button>
    </div>
  </form>`;
}
