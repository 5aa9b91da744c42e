// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html } from 'lit';
import type { Bench } from '../../commands/contract.ts';
import { commands } from '../../commands/index.ts';
import { keyName } from '../../commands/keys.ts';
import { type Language, type Word, saying } from '../../words.ts';

/** Keys that belong to no command: they walk the screen. */
const walking: readonly (readonly [keys: readonly string[], word: Word])[] = [
  [['ArrowUp', 'ArrowDown'], 'keys.arrows'],
  [['Enter'], 'keys.enter'],
  [['Escape'], 'keys.escape'],
  [['F6'], 'keys.f6'],
];

/** Each key and what it does. */
export function keyList(language: Language): TemplateResult {
  const say = saying(language);
  const line = (keys: readonly string[], text: string) =>
    html`<div>
      <dt>${keys.map((key, place) => html`${place > 0 ? ' ' : ''}<kbd>${keyName(key, language)}</kbd>`)}</dt>
      <dd>${text}</dd>
    </div>`;
  const heard = commands.filter(({ keys }) => keys.length > 0);
  return html`<dl class="keys">
    ${walking.map(([keys, word]) => line(keys, say(word)))}
    ${heard.map(({ name, keys }) => line(keys.slice(0, 1), say(`do.${name}` as Word)))}
  </dl>`;
}

export const sheet = ({ say, language }: Bench): TemplateResult =>
  html`<section class="card" aria-labelledby="keys-title">
    <h2 id="keys-title" tabindex="-1">${say('keys.title')}</h2>
    ${keyList(language)}
  </section>`;
