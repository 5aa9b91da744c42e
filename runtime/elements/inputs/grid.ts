// SPDX-License-Identifier: BSD-3-Clause
// Questions with the same choices as one table: a question is a row and a group of radio buttons.
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldNode } from '../../engine/contract.ts';
import { bandOf, score } from '../../engine/score.ts';
import { levels } from '../../fields/levels.ts';
import { controlId } from '../question.ts';
import type { InputContext } from '../input.ts';
import { before } from './previous.ts';
import { decimal } from './scale.ts';
import { ROOM, Tabular } from './tabular.ts';
import { worded } from '../wording.ts';

interface Column {
  readonly value: unknown;
  readonly title: string;
}

const MOST = 11;

export class Grid extends Tabular {
  /** Choices of a question, as columns; undefined: it is no choice. */
  #columns(node: FieldNode, path: string): readonly Column[] | undefined {
    if (node.value !== undefined || node.type.nests) return undefined;
    if (node.type.type === 'scale' && !node.schema.oneOf && !node.schema.enum)
      return levels(node.schema).map(({ value, number, title }) => ({
        value,
        title: title ? `${number} ${title}` : number,
      }));
    const options = node.schema.type === 'array' ? [] : this.store.options(node, path);
    return options.length > 0 && options.length <= MOST ? options : undefined;
  }

  /** Questions and what is worked out from them, apart. */
  get #parts() {
    const asked: { path: string; node: FieldNode; columns: readonly Column[] | undefined }[] = [];
    const computed: string[] = [];
    for (const path of this.inside) {
      const node = this.store.node(path);
      if (node?.value !== undefined) computed.push(path);
      else if (node) asked.push({ path, node, columns: this.#columns(node, path) });
    }
    return { asked, computed };
  }

  /** a line of questions, and for each answer enough to press it */
  protected override room(): number {
    const { asked } = this.#parts;
    const ways = new Set(asked.flatMap(({ node }) => node.schema['x-not-asked'] ?? []));
    return Math.max(ROOM, 12 + 3.5 * ((asked[0]?.columns?.length ?? 0) + ways.size));
  }

  protected fits(): boolean {
    const { asked } = this.#parts;
    const same = (columns: readonly Column[] | undefined) =>
      JSON.stringify(columns?.map(({ value, title }) => [value, title]));
    const first = same(asked[0]?.columns);
    return first !== undefined && asked.every(({ columns }) => same(columns) === first);
  }

  protected table(): TemplateResult {
    const { context, store } = this;
    const { asked, computed } = this.#parts;
    const columns = asked[0]!.columns!;
    const ways = [...new Set(asked.flatMap(({ node }) => node.schema['x-not-asked'] ?? []))];
    const points = context.field['x-settings']?.['points'] === true;
    const all = [
      ...columns.map(({ title }, index) => [`${context.id}-c${index}`, title] as const),
      ...ways.map((way) => [`${context.id}-${way}`, store.sayings.say(way)] as const),
    ];
    const span = all.length + (points ? 1 : 0);
    return html`<table class="filled grid" part="choices" aria-label=${context.title}>
      <thead>
        <tr>
          <th scope="col">${this.say('item')}</th>
          ${all.map(([id, title]) => html`<th scope="col" id=${id}>${title}</th>`)}
          ${points ? html`<th scope="col" class="number">${this.say('points')}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${asked.map(({ path, node }) => this.#row(path, node, columns, ways, points))}
      </tbody>
      ${
        points || computed.length
          ? html`<tfoot>
              ${points ? this.#total(span) : nothing}
              ${computed.map(
                (path) =>
                  html`<tr ?hidden=${!store.now.shown.has(path)}>
                    <td colspan=${span + 1}><patto-field part="field" .path=${path}></patto-field></td>
                  </tr>`,
              )}
            </tfoot>`
          : nothing
      }
    </table>`;
  }

  #row(
    path: string,
    node: FieldNode,
    columns: readonly Column[],
    ways: readonly ('unknown' | 'refused' | 'not-collected')[],
    points: boolean,
  ) {
    const { store, context } = this;
    const { sayings } = store;
    const id = controlId(store, path);
    const seen = store.seenProblems(path);
    const hint = sayings.hint(node);
    const earlier = before(store, path);
    const shown = (value: unknown) => columns.find((each) => each.value === value)?.title ?? String(value);
    const required = store.now.required.has(path);
    const own: readonly string[] = node.schema['x-not-asked'] ?? [];
    const declined = store.declined(path);
    const value = store.value(path);
    const described =
      [hint && `${id}-h`, earlier.length && `${id}-b`, seen.length && `${id}-e`].filter(Boolean).join(' ') ||
      nothing;
    const pick = (index: number, column: string, checked: boolean, answer: unknown) =>
      html`<td class="pick">
        <label
          ><input
            type="radio"
            id=${index === 0 ? id : `${id}-${index}`}
            name=${id}
            aria-labelledby="${id}-t ${column}"
            aria-describedby=${described}
            .checked=${checked}
            ?disabled=${store.locked(path)}
            ?required=${required}
            @change=${() => store.answer(path, answer)}
        /></label>
      </td>`;
    return html`<tr
      ?hidden=${!store.now.shown.has(path)}
      class=${seen.some(({ level }) => level === 'error') ? 'invalid' : nothing}
      @focusout=${(event: FocusEvent) => this.#left(event, path)}
    >
      <th scope="row">
        <span id="${id}-t" class=${required ? 'required' : nothing}>${sayings.title(node)}</span>
        ${required ? html`<span class="hidden-text">, ${sayings.say('required')}</span>` : nothing}
        ${hint ? html`<p class="hint" part="hint" id="${id}-h">${hint}</p>` : nothing}
        ${
          earlier.length
            ? html`<p class="hint" id="${id}-b">
                ${earlier.map((each, index) => `${index ? '; ' : ''}${each.wave || this.say('previous')}: ${shown(each.value)}`)}
              </p>`
            : nothing
        }
        ${
          seen.length
            ? html`<div id="${id}-e">
                ${seen.map(
                  (problem) =>
                    html`<p class=${problem.level} part=${problem.level}>
                      ${worded(sayings, problem, node)}
                    </p>`,
                )}
              </div>`
            : nothing
        }
      </th>
      ${columns.map((column, index) =>
        pick(
          index,
          `${context.id}-c${index}`,
          declined === undefined && value === column.value,
          column.value,
        ),
      )}
      ${ways.map((way, index) =>
        own.includes(way)
          ? pick(columns.length + index, `${context.id}-${way}`, declined === way, { declined: way })
          : html`<td></td>`,
      )}
      ${points ? html`<td class="number">${this.#points(path)}</td>` : nothing}
    </tr>`;
  }

  #points(path: string): string {
    const { store } = this;
    if (store.raw(path) === undefined) return '';
    const { points } = score(store.outline, store.now, path);
    return points === undefined ? '' : decimal(points, this.context.locale);
  }

  /** Points of all questions: what they are called, how many so far, and the band. */
  get #sum() {
    const { store, context } = this;
    const { points, trace } = score(store.outline, store.now, this.path);
    const sum = points ?? trace.reduce((all, each) => all + each.points * each.weight, 0);
    return {
      called: this.say(points === undefined ? 'partial' : 'total'),
      points: decimal(sum, context.locale),
      band: bandOf(points, context.field['x-bands'])?.title,
    };
  }

  #total(span: number) {
    const { called, points, band } = this.#sum;
    return html`<tr>
      <th scope="row" colspan=${span}>
        ${called}${band ? html` · <span class="band">${band}</span>` : nothing}
      </th>
      <td class="number">${points}</td>
    </tr>`;
  }

  protected override list(): unknown {
    const list = super.list();
    if (this.context.field['x-settings']?.['points'] !== true) return list;
    const { called, points, band } = this.#sum;
    return html`${list}
      <p class="grid-total">${called}: ${points}${band ? ` · ${band}` : nothing}</p>`;
  }

  /** Focus leaves the row: its problems may be said. */
  #left(event: FocusEvent, path: string): void {
    const row = event.currentTarget as HTMLElement;
    const next = event.relatedTarget;
    if (next instanceof Node && row.contains(next)) return;
    this.store.leave(path);
  }
}

if (!customElements.get('patto-grid')) customElements.define('patto-grid', Grid);

export const grid = (context: InputContext): TemplateResult =>
  html`<patto-grid .context=${context}></patto-grid>`;
