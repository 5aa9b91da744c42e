// SPDX-License-Identifier: BSD-3-Clause
// A computed answer: its value, and why.
import { html, nothing, type TemplateResult } from 'lit';
import { inWords } from './in-words.ts';
import type { Question } from './question.ts';

/** `below`: hint and source, as under any question. */
export function draw(question: Question, below: unknown): TemplateResult {
  const { store, path, node, id, title } = question;
  const { sayings } = store;
  const explained = store.now.computed.get(path);
  const value = store.value(path);
  const because = explained ? sayings.words(explained.because) : '';
  const missing = [...new Set(explained?.missing.map((pointer) => store.titleAt(pointer)))].filter(Boolean);
  return html`<div class="computed">
    <span class="label" part="label" id="${id}-l">${title}</span>
    ${below}
    <output id=${id} tabindex="-1" part="output" aria-labelledby="${id}-l ${id}"
      >${
        value === undefined
          ? html`<span class="not-yet">${sayings.say('notYet')}</span>`
          : inWords(store, node, value, path)
      }</output
    >
    ${
      because || missing.length
        ? html`<details>
            <summary part="summary">${sayings.say('why')}<span class="hidden-text">: ${title}</span></summary>
            ${because ? html`<p>${because}</p>` : nothing}
            ${
              missing.length && value === undefined
                ? html`<p>${sayings.say('notYetMissing', { names: missing.join(', ') })}</p>`
                : nothing
            }
          </details>`
        : nothing
    }
  </div>`;
}
