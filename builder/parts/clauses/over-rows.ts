// SPDX-License-Identifier: AGPL-3.0-or-later
// What is said of the rows of a list: some, all or none of them, or so many that they are counted.
import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Path, blank } from '../../edit/clause-tree.ts';
import { type OverRows, type Sentence, finished } from '../../edit/clauses.ts';
import type { Handle } from '../../edit/contract.ts';
import { holderAt } from '../../edit/fields.ts';
import { titleOf } from '../../edit/references.ts';
import { relationsFor } from '../../edit/relations.ts';
import { answeredAs } from '../../edit/sentence.ts';
import { icons } from '../icons.ts';
import { type Option, menu } from '../menu.ts';
import { questionPicker, relationPicker, valuePart } from './sentence.ts';
import type { Writing } from './writing.ts';

/** Questions of a row that a sentence may read. */
function inRows({ definition }: Writing, rows: Handle): readonly Handle[] {
  return Object.keys(holderAt(definition, `${rows}/*`)?.properties ?? {})
    .map((key) => `${rows}/*/${key}`)
    .filter((pointer) => answeredAs(definition, pointer) !== undefined);
}

export function overRows(writing: Writing, path: Path, clause: OverRows): TemplateResult {
  const { say, definition, readonly } = writing;
  const offered = inRows(writing, clause.rows);
  const least = writing.least(path);
  const counting = least > 1;
  return html`${questionPicker(writing, path, clause.rows)}
    ${relationPicker(writing, path, clause.rows, counting ? 'quantity.count' : `quantity.${clause.quantity}`)}
    ${
      counting
        ? html`<input
            type="number"
            min="2"
            max="500"
            id=${writing.ref('least', path)}
            aria-label=${say('count.least')}
            .value=${live(String(least))}
            @input=${(event: Event) => {
              const number = Math.round(Number((event.target as HTMLInputElement).value));
              writing.atLeast(path, Math.max(2, Math.min(500, number || 2)));
            }}
          />`
        : nothing
    }
    <ul class="clauses inner" aria-label=${say('rows.about', { list: titleOf(definition, clause.rows) })}>
      ${clause.list.map((one, index) => ofRow(writing, [...path, index], one, clause, offered))}
    </ul>
    ${readonly ? nothing : more(writing, path, clause, clause.list.length < offered.length, counting)}`;
}

/** One sentence about a row; each question of it is asked once. */
function ofRow(
  writing: Writing,
  path: Path,
  one: Sentence,
  { list }: OverRows,
  offered: readonly Handle[],
): TemplateResult {
  const { say, definition, readonly } = writing;
  const asked = new Set(list.map(({ question }) => question));
  const options: readonly Option[] = offered
    .filter((pointer) => pointer === one.question || !asked.has(pointer))
    .map((pointer) => [pointer, titleOf(definition, pointer)] as const);
  const choose = (question: string): void => {
    const answered = answeredAs(definition, question);
    writing.inRow(path, { question, relation: (answered && relationsFor(answered)[0]) ?? 'answered' });
  };
  return html`<li class="sentence">
    ${path.at(-1) === 0 ? nothing : html`<span class="word">${say('condition.all')}</span>`}
    ${menu({
      id: writing.ref('question', path),
      label: say('condition.question'),
      value: one.question,
      options,
      first: say('condition.choose'),
      readonly,
      change: choose,
    })}
    ${relationPicker(writing, path, one.question, one.relation, true)}
    ${one.question === '' ? nothing : valuePart(writing, path, one, (next) => writing.inRow(path, next))}
    ${
      readonly || list.length < 2
        ? nothing
        : html`<button
            class="quiet small icon"
            aria-label=${say('condition.remove-one')}
            title=${say('condition.remove-one')}
            @click=${() => writing.inRow(path, undefined)}
          >
            ${icons.close}
          </button>`
    }
  </li>`;
}

function more(
  writing: Writing,
  path: Path,
  clause: OverRows,
  another: boolean,
  counting: boolean,
): TemplateResult {
  const { say, definition } = writing;
  const begin = (): void => writing.begin(path, { ...clause, list: [...clause.list, blank] });
  return html`<div class="cluster inner">
    ${another ? html`<button class="quiet small" @click=${begin}>${say('rows.more')}</button>` : nothing}
    ${
      counting
        ? html`<button
              class="small"
              data-count
              ?disabled=${!finished(definition, clause)}
              @click=${() => writing.count(path, clause)}
            >
              ${say('count.make')}
            </button>
            <p class="hint">${say('count.about')}</p>`
        : nothing
    }
  </div>`;
}
