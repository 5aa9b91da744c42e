// SPDX-License-Identifier: BSD-3-Clause
import { html, nothing } from 'lit';
import { withNumbers } from '../engine/row-ids.ts';
import { hour } from './clock.ts';
import type { PattoForm } from './form.ts';
import type { FormStore } from './form-store.ts';
import type { News, SaveState, Saving } from './saving.ts';
import { deviceLine } from './device-line.ts';
import type { Sayings } from './sayings.ts';

const line = ({ is, at }: SaveState, sayings: Sayings): string =>
  is === 'saved'
    ? sayings.say('saved', { at: hour(at, sayings.locale) })
    : is === 'saving'
      ? sayings.say('saving')
      : is === 'unsaved'
        ? sayings.say('unsaved')
        : '';

/** How the draft stands, in a polite live region; what stands in its way, with what can be done. */
export function saveLine(form: PattoForm, saving: Saving) {
  const store = form.store!;
  const { state, news, keeping } = saving;
  const { sayings } = store;
  const code = state.is === 'refused' ? state.refusal?.code : undefined;
  const button = (key: 'retry' | 'conflict-load' | 'conflict-keep', act: () => void) =>
    html`<button type="button" part="button" @click=${act}>${sayings.say(key)}</button>`;
  const keep = () => void saving.save({ overwrite: true });
  const load = () => void form.toGo().then((going) => going.load(form.transport?.load?.()));
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
                  ? sayings.say(keeping.safe ? 'offlineKept' : 'offline')
                  : code === 'gone'
                    ? sayings.say('gone')
                    : (state.refusal?.message ?? sayings.say('save-failed'))
          }
        </p>
        <div class="buttons">
          ${
            code === 'conflict'
              ? [button('conflict-load', load), button('conflict-keep', keep)]
              : code === 'gone'
                ? nothing
                : button('retry', () => saving.retry())
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
    }${news ? newsLine(news, store) : nothing}${keeping.possible ? deviceLine(keeping, sayings) : nothing}`;
}

/** What other people just changed here. */
const newsLine = (news: News, store: FormStore) => {
  const { sayings } = store;
  const who = news.by ?? sayings.say('otherWindow');
  /** the nearest question: a row that is gone is said by its list */
  const title = (at: string): string => {
    let path = at;
    while (path.includes('/')) {
      const here = withNumbers(store.now.answers, path);
      if (here && store.node(here)) return store.titleAt(here);
      path = path.slice(0, path.lastIndexOf('/'));
    }
    return '';
  };
  const titles = (places: readonly string[]) => [...new Set(places.map(title))].filter(Boolean).join(', ');
  return html`<p class="hint" role="status" part="news">
    ${news.taken.length ? sayings.say('newsTaken', { who, names: titles(news.taken) }) : nothing}
    ${news.rescued.length ? sayings.say('newsRescued', { names: titles(news.rescued) }) : nothing}
  </p>`;
};
