// SPDX-License-Identifier: BSD-3-Clause
// What a form shows once somebody goes on or sends: problems, the review, the receipt. Fetched when the page is idle.
import { html, nothing, type TemplateResult } from 'lit';
import type { answers } from './answers.ts';
import { hour } from './clock.ts';
import { sentence } from './errors.ts';
import { controlId } from './question.ts';
import type { FormStore, WordedProblem } from './form-store.ts';
import type { Page } from './layout.ts';
import type { Sayings } from './sayings.ts';

/** Links to what is wrong, in one piece: there may be a thousand. */
function links(problems: readonly WordedProblem[], store: FormStore, go: (path: string) => void): Element {
  const list = document.createElement('ul');
  const line = document.createElement('li');
  line.append(document.createElement('a'));
  const places = new Map<EventTarget, string>();
  for (const problem of problems) {
    const copy = line.cloneNode(true) as HTMLElement;
    const link = copy.firstChild as HTMLAnchorElement;
    link.setAttribute('href', `#f${problem.at}`);
    link.textContent = sentence(problem, store);
    places.set(link, problem.at);
    list.append(copy);
  }
  list.addEventListener('click', (event) => {
    const place = places.get(event.target!);
    if (place === undefined) return;
    event.preventDefault();
    go(place);
  });
  return list;
}

/** by list of problems: in which words, and as drawn */
const drawn = new WeakMap<readonly WordedProblem[], { readonly sayings: Sayings; readonly list: Element }>();

/** List of problems that takes focus; each leads to its field. */
export const summary = (
  problems: readonly WordedProblem[],
  store: FormStore,
  go: (path: string) => void,
): TemplateResult => {
  const { sayings } = store;
  const id = 'errors-title';
  let before = drawn.get(problems);
  if (before?.sayings !== sayings)
    drawn.set(problems, (before = { sayings, list: links(problems, store, go) }));
  return html`<div class="errors" part="summary" id="errors" tabindex="-1" role="group" aria-labelledby=${id}>
    <h3 id=${id}>
      ${problems.length === 1 ? sayings.say('errors') : sayings.say('errorsMany', { n: problems.length })}
    </h3>
    ${before.list}
  </div>`;
};

/** What the review stands between, and where it leads. */
export interface Around {
  readonly answers: typeof answers;
  /** which step the review is */
  readonly step: string | undefined;
  /** problems, above the answers */
  readonly above: unknown;
  /** buttons, below them */
  readonly below: unknown;
  change(path: string): void;
}

/** All answers before they are sent, as the last step. */
export const review = (pages: readonly Page[], store: FormStore, around: Around): TemplateResult => {
  const { sayings } = store;
  return html`<header part="header">
      ${around.step ? html`<p class="step" part="step">${around.step}</p>` : nothing}
      <h2 id="heading" tabindex="-1" part="heading">${sayings.say('review')}</h2>
      <p class="lead">${sayings.say('reviewHint')}</p>
    </header>
    ${around.above} ${around.answers(pages, store, around.change)}
    <p class="declaration">${sayings.say('declaration')}</p>
    ${around.below}`;
};

/** The form has arrived. `receipt`: its number, '' for none; `at`: milliseconds since 1970. */
export const sent = ({ sayings }: FormStore, receipt: string, at: number): TemplateResult =>
  html`<div class="notice good" part="sent">
    <h2 id="heading" tabindex="-1">${sayings.say('sent')}</h2>
    <p>${sayings.say('sentAt', { at: hour(at, sayings.locale) })}</p>
    ${
      receipt
        ? html`<p>${sayings.say('receipt', { receipt })}</p>
            <p>${sayings.say('sentHint')}</p>`
        : nothing
    }
  </div>`;

/** Brings the control of a field, or of the one that holds it, into sight and gives it the keyboard. */
export function show(root: ShadowRoot, store: FormStore, path: string): void {
  let here = path;
  let target: HTMLElement | null = null;
  while (here && !target) {
    target = root.getElementById(controlId(store, here));
    here = here.slice(0, here.lastIndexOf('/'));
  }
  // Of radio buttons, the chosen one is where the keyboard stands.
  const chosen = target?.closest('.choices')?.querySelector<HTMLElement>('input[type=radio]:checked');
  const place = chosen ?? target;
  place?.scrollIntoView({ block: 'center' });
  place?.focus();
}
