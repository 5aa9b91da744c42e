// SPDX-License-Identifier: BSD-3-Clause
// Fields that two people changed: both values side by side, with whose and when. Fetched with the first one.
import { html, nothing } from 'lit';
import { withNumbers } from '../engine/row-ids.ts';
import { moment } from './clock.ts';
import { inWords } from './in-words.ts';
import type { FormStore } from './form-store.ts';
import { cellAt } from './merging.ts';
import type { Cell, Conflict } from './remote.ts';
import type { Saving } from './saving.ts';

/** Both values of every field in conflict; the person picks. */
export function conflicts(saving: Saving, store: FormStore, go: (path: string) => void) {
  if (saving.conflicts.size === 0) return nothing;
  const { sayings } = store;
  return html`<div class="notice warn conflicts" part="conflicts" role="group" aria-labelledby="conflicts-t">
    <h3 id="conflicts-t">${sayings.say('conflict-title')}</h3>
    <p>${sayings.say('conflicts')}</p>
    ${[...saving.conflicts.values()].map((conflict) => one(conflict, saving, store, go))}
  </div>`;
}

function one(
  { at, theirs, by, when }: Conflict,
  saving: Saving,
  store: FormStore,
  go: (path: string) => void,
) {
  const { sayings } = store;
  const path = withNumbers(store.now.answers, at);
  if (path === undefined) return nothing;
  const title = store.titleAt(path);
  const mine = cellAt({ answers: store.now.answers, typed: store.typed(), from: {} }, at);
  const whose = by ?? sayings.say('otherWindow');
  const side = (name: string, cell: Cell, own: boolean) =>
    html`<div class="side">
      <dt>${name}</dt>
      <dd>${words(cell, path, store) || html`<span class="not-yet">${sayings.say('notGiven')}</span>`}</dd>
      <dd>
        <button type="button" part="button" @click=${() => void saving.choose(at, own)}>
          ${sayings.say('conflict-pick')}<span class="hidden-text">: ${title}, ${name}</span>
        </button>
      </dd>
    </div>`;
  return html`<section class="conflict">
    <h4>
      <a
        href="#f${path}"
        @click=${(event: Event) => {
          event.preventDefault();
          go(path);
        }}
        >${title}</a
      >
    </h4>
    <dl class="sides">
      ${side(sayings.say('conflict-mine'), mine, true)}
      ${side(sayings.say('conflict-theirs', { who: whose, at: moment(when, sayings.locale) }), theirs, false)}
    </dl>
  </section>`;
}

function words({ value, text }: Cell, path: string, store: FormStore): string {
  if (text !== undefined) return text;
  const node = store.node(path);
  return value === undefined || !node ? '' : inWords(store, node, value, path);
}
