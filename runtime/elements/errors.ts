// SPDX-License-Identifier: BSD-3-Clause
import { html, type TemplateResult } from 'lit';
import type { FormStore, WordedProblem } from './form-store.ts';

/** The sentence of a problem where its field is not in sight: with the field's title. */
export function sentence(problem: WordedProblem, store: FormStore): string {
  const node = store.node(problem.at);
  const said = store.sayings.problem(problem, node);
  const title = store.titleAt(problem.at);
  return !title || said.includes(title) ? said : `${title}: ${said}`;
}

/** List of problems that takes focus; each leads to its field. */
export const summary = (
  problems: readonly WordedProblem[],
  store: FormStore,
  go: (path: string) => void,
): TemplateResult => {
  const { sayings } = store;
  const id = 'errors-title';
  return html`<div class="errors" part="summary" id="errors" tabindex="-1" role="group" aria-labelledby=${id}>
    <h3 id=${id}>
      ${problems.length === 1 ? sayings.say('errors') : sayings.say('errorsMany', { n: problems.length })}
    </h3>
    <ul>
      ${problems.map(
        (problem) =>
          html`<li>
            <a
              href="#f${problem.at}"
              @click=${(event: Event) => {
                event.preventDefault();
                go(problem.at);
              }}
              >${sentence(problem, store)}</a
            >
          </li>`,
      )}
    </ul>
  </div>`;
};
