// SPDX-License-Identifier: BSD-3-Clause
import type { FormStore, WordedProblem } from './form-store.ts';
import { worded } from './wording.ts';

/** The sentence of a problem where its field is not in sight: with the field's title. */
export function sentence(problem: WordedProblem, store: FormStore): string {
  const node = store.node(problem.at);
  const said = worded(store.sayings, problem, node);
  const title = store.titleAt(problem.at);
  return !title || said.includes(title) ? said : `${title}: ${said}`;
}
