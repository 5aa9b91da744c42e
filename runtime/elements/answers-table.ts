// SPDX-License-Identifier: BSD-3-Clause
// Grids, tables and rows in a table, in words: one table each, with headings for rows and columns.
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldNode } from '../engine/contract.ts';
import { inWords } from './in-words.ts';
import type { FormStore } from './form-store.ts';
import { fieldsOf, resolve } from './layout.ts';

interface Line {
  readonly title: string;
  /** pointers of its answers by key */
  readonly cells: ReadonlyMap<string, string>;
}

/** Shown fields inside a container or a row. */
function inside(node: FieldNode, base: string, store: FormStore): FieldNode[] {
  const paths = fieldsOf(store.inside.get(node.pointer) ?? [], base);
  return paths.flatMap((path) => {
    const found = store.node(path);
    return found && store.now.shown.has(path) ? [found] : [];
  });
}

/** Lines of the table; undefined: it holds what no table can. */
function linesOf(path: string, node: FieldNode, store: FormStore): readonly Line[] | undefined {
  const cells = (from: FieldNode, base: string) =>
    inside(from, base, store).map((each) => [each, resolve(`./${each.key}`, base)] as const);
  const value = store.value(path);
  const holders: (readonly [title: string, from: FieldNode, base: string])[] =
    node.type.nests === 'rows'
      ? (Array.isArray(value) ? (value as { id: string }[]) : []).map((row, index) => [
          store.rows.label(path, row, index),
          node,
          `${path}/${index}`,
        ])
      : inside(node, path, store).map((each) => [store.sayings.title(each), each, `${path}/${each.key}`]);
  const lines = holders.map(([title, from, base]) => {
    const all = from.type.nests ? cells(from, base) : [[from, base] as const];
    if (all.some(([each]) => each.type.nests)) return undefined;
    return { title, cells: new Map(all.map(([each, at]) => [from.type.nests ? each.key : '', at])) };
  });
  return lines.every((line) => line !== undefined) && lines.length > 0 ? (lines as Line[]) : undefined;
}

/** An answer in words, or that there is none. */
function words(path: string | undefined, store: FormStore): TemplateResult | typeof nothing {
  const node = path === undefined ? undefined : store.node(path);
  if (!node || path === undefined) return nothing;
  const value = store.raw(path);
  const typed = value === undefined ? store.text(path) : '';
  const text =
    value === undefined
      ? (store.sayings.paper(node).typed?.(typed) ?? typed)
      : inWords(store, node, value, path);
  return text
    ? html`<span class="written">${text}</span>`
    : html`<span class="not-given">${store.sayings.say('notGiven')}</span>`;
}

export function answersTable(path: string, store: FormStore): TemplateResult | undefined {
  const node = store.node(path)!;
  const lines = linesOf(path, node, store);
  if (!lines) return undefined;
  const keys = [...new Set(lines.flatMap(({ cells }) => [...cells.keys()]))];
  const title = store.sayings.title(node);
  const heading = (key: string) =>
    key === ''
      ? store.sayings.say('answer')
      : store.titleAt(lines.find(({ cells }) => cells.has(key))!.cells.get(key)!);
  const first = node.type.nests === 'rows' ? store.rows.what(node) : store.sayings.say('question');
  return html`<div class="wide" role="region" aria-label=${title} tabindex=${keys.length > 2 ? 0 : nothing}>
    <table class="answers-table" part="answers-table">
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${first}</th>
          ${keys.map((key) => html`<th scope="col">${heading(key)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          (line) =>
            html`<tr>
              <th scope="row">${line.title}</th>
              ${keys.map((key) => html`<td>${words(line.cells.get(key), store)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
