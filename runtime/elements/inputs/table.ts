// SPDX-License-Identifier: BSD-3-Clause
// Fixed rows with the same questions in each, as one table; what is only worked out stands at its foot.
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldNode } from '../../engine/contract.ts';
import { controlId } from '../question.ts';
import type { InputContext } from '../input.ts';
import { fieldsOf } from '../layout.ts';
import { Tabular } from './tabular.ts';
import { worded } from '../wording.ts';

export class Table extends Tabular {
  /** Rows: groups, with the pointers of their cells by key. */
  get #rows() {
    return this.inside.flatMap((path) => {
      const node = this.store.node(path);
      if (node?.type.nests !== 'group') return [];
      const cells = new Map(
        fieldsOf(this.store.inside.get(node.pointer) ?? [], path).map((cell) => [
          cell.slice(cell.lastIndexOf('/') + 1),
          cell,
        ]),
      );
      return [{ path, node, cells, sum: node.children.every((child) => child.value !== undefined) }];
    });
  }

  protected override places(): readonly string[] {
    return [...this.inside, ...this.#rows.flatMap(({ cells }) => [...cells.values()])];
  }

  protected fits(): boolean {
    const rows = this.#rows;
    const plain = (node: FieldNode) => node.children.every((child) => !child.type.nests);
    return rows.length > 0 && rows.every(({ node }) => plain(node));
  }

  protected table(): TemplateResult {
    const { store, context } = this;
    const rows = this.#rows;
    const keys = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];
    const head = keys.map((key) => rows.find(({ cells }) => cells.has(key))!.cells.get(key)!);
    const others = this.inside.filter((path) => !rows.some((row) => row.path === path));
    const asks = (key: string) =>
      rows.some(({ cells }) => cells.has(key) && store.now.required.has(cells.get(key)!));
    return html`<div
      class="wide"
      role="region"
      aria-label=${context.title}
      tabindex=${keys.length > 4 ? 0 : nothing}
    >
      <table class="filled cells" aria-label=${context.title}>
        <thead>
          <tr>
            <th scope="col">${this.say('item')}</th>
            ${keys.map((key, index) => columnHead(this, head[index]!, asks(key)))}
          </tr>
        </thead>
        <tbody>
          ${rows.filter((row) => !row.sum).map((row) => this.#row(row, keys))}
        </tbody>
        <tfoot>
          ${rows.filter((row) => row.sum).map((row) => this.#row(row, keys))}
          ${others.map(
            (path) =>
              html`<tr ?hidden=${!store.now.shown.has(path)}>
                <th scope="row">${store.titleAt(path)}</th>
                <td colspan=${keys.length}><patto-field part="field" .path=${path}></patto-field></td>
              </tr>`,
          )}
        </tfoot>
      </table>
    </div>`;
  }

  #row(row: { path: string; node: FieldNode; cells: ReadonlyMap<string, string> }, keys: readonly string[]) {
    const { store } = this;
    const { sayings } = store;
    const id = controlId(store, row.path);
    const hint = sayings.hint(row.node);
    const seen = store.seenProblems(row.path);
    return html`<tr
      ?hidden=${!store.now.shown.has(row.path)}
      class=${seen.some(({ level }) => level === 'error') ? 'invalid' : nothing}
    >
      <th scope="row">
        <span id=${id} tabindex="-1">${sayings.title(row.node)}</span>
        ${hint ? html`<p class="hint" part="hint">${hint}</p>` : nothing}
        ${seen.map(
          (problem) =>
            html`<p class=${problem.level} part=${problem.level}>${worded(sayings, problem, row.node)}</p>`,
        )}
      </th>
      ${keys.map((key) => {
        const path = row.cells.get(key);
        return html`<td>
          ${path ? html`<patto-field part="field" .path=${path}></patto-field>` : nothing}
        </td>`;
      })}
    </tr>`;
  }
}

/** Heading of a column, with what the question of its first row says. */
export function columnHead(host: Tabular, path: string, required: boolean): TemplateResult {
  const { sayings } = host.store;
  const node = host.store.node(path)!;
  const hint = sayings.hint(node);
  return html`<th scope="col">
    <span class=${required ? 'required' : nothing}>${sayings.title(node)}</span>
    ${hint ? html`<p class="hint" part="hint">${hint}</p>` : nothing}
  </th>`;
}

if (!customElements.get('patto-table')) customElements.define('patto-table', Table);

export const table = (context: InputContext): TemplateResult =>
  html`<patto-table .context=${context}></patto-table>`;
