// SPDX-License-Identifier: BSD-3-Clause
// Two compilations of one form side by side: before and after, question by question.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Answers, Context, LayoutNode } from '../../schemas/types.ts';
import { aside, type AsideKey } from '../words/aside.ts';
import { dress } from './css.ts';
import type { PattoForm } from './form.ts';
import { inWords } from './in-words.ts';
import { FormStore } from './form-store.ts';
import { pageTitle, resolve, shownKey } from './layout.ts';

/** What the answers of a form are set beside. */
export interface Compared {
  /** answers of before */
  readonly answers: Answers;
  /** what they read beside themselves, where it was another */
  readonly context?: Context;
  /** how the two are called: before, after */
  readonly titles?: readonly [string, string];
}

const sheet = css`
  .compare-bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.5em;
    align-items: center;
    justify-content: space-between;
    margin-block-end: 1em;
  }
  .compare {
    width: 100%;
    margin-block-end: 1.5em;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 4px);
    border-spacing: 0;
    background: var(--surface);
    table-layout: fixed;
  }
  .compare caption {
    padding-block: 0.5em;
    font-size: 1.25em;
    font-weight: 700;
    text-align: start;
  }
  .compare :is(th, td) {
    padding: 0.625em 1em;
    border-block-start: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .compare thead th {
    border: 0;
  }
  .compare tbody th {
    color: var(--muted);
    font-weight: 400;
  }
  .compare .group th {
    background: var(--ground);
    color: var(--text);
    font-weight: 700;
  }
  .compare .differs > :first-child {
    box-shadow: inset 4px 0 0 var(--warning);
  }
  .compare .differs > :last-child {
    font-weight: 600;
  }
  .compare .mark {
    display: block;
    width: fit-content;
    margin-block-start: 0.25em;
    padding: 0 0.5em;
    border: 1px solid currentcolor;
    border-radius: 4px;
    background: var(--warning-soft);
    color: var(--warning);
    font-size: 0.875em;
    font-weight: 600;
  }
  .compare .when {
    display: none;
  }
  @media (max-width: 36em) {
    .compare :is(thead, tbody, tr, th, td, caption) {
      display: block;
    }
    .compare,
    .compare tbody {
      display: block;
    }
    .compare thead {
      display: none;
    }
    .compare tr {
      padding: 0.75em 1em;
      border-block-start: 1px solid var(--line);
    }
    .compare caption {
      padding-inline: 1em;
    }
    .compare :is(th, td),
    .compare .group th {
      padding: 0.125em 0;
      border: 0;
      background: none;
    }
    .compare .differs {
      border-inline-start: 4px solid var(--warning);
    }
    .compare .differs > :first-child {
      box-shadow: none;
    }
    .compare .when {
      display: block;
      color: var(--muted);
      font-size: 0.875em;
      font-weight: 400;
    }
  }
`;

interface Line {
  readonly title: string;
  /** undefined: not asked, or the row is not there */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly state: State;
}
interface Group {
  readonly heading: string;
  readonly lines: readonly Line[];
}
type State = 'same' | 'changed' | 'added' | 'removed';
const signs: { readonly [state in State]: string } = { same: '', changed: '≠', added: '+', removed: '−' };

interface Sides {
  readonly before: FormStore;
  readonly after: FormStore;
}
/** Where both sides stand; undefined: the row is not there. */
interface Bases {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** An answer in words and as it is kept; undefined where it is not asked. */
function answer(store: FormStore, path: string | undefined): { words: string; kept: string } | undefined {
  const node = path === undefined ? undefined : store.node(path);
  if (!node || path === undefined || !store.now.shown.has(path)) return undefined;
  const value = store.raw(path);
  const words = value === undefined ? '' : inWords(store, node, value, path);
  // The id that a link keeps is another in each compilation: the row it names is what counts.
  return { words, kept: node.schema['x-ref'] ? words : JSON.stringify(value ?? null) };
}

function line(path: Bases, sides: Sides): Line | undefined {
  const before = answer(sides.before, path.before);
  const after = answer(sides.after, path.after);
  if (!before && !after) return undefined;
  const state: State =
    (before?.kept ?? 'null') === (after?.kept ?? 'null')
      ? 'same'
      : !before?.words
        ? 'added'
        : !after?.words
          ? 'removed'
          : 'changed';
  return {
    title: sides.after.titleAt((path.after ?? path.before)!),
    before: before?.words,
    after: after?.words,
    state,
  };
}

/** Rows of both, those with one id together; where no id is in both, by their number. */
function pairs(path: Bases, { before, after }: Sides): Bases[] {
  const ids = (store: FormStore, at: string | undefined): readonly string[] => {
    const value = at === undefined ? undefined : store.value(at);
    return Array.isArray(value) ? (value as { id: string }[]).map(({ id }) => id) : [];
  };
  const [old, now] = [ids(before, path.before), ids(after, path.after)];
  const at = (base: string | undefined, row: number): string | undefined =>
    base === undefined || row < 0 ? undefined : `${base}/${row}`;
  if (!now.some((id) => old.includes(id)))
    return Array.from({ length: Math.max(old.length, now.length) }, (_, row) => ({
      before: at(path.before, row < old.length ? row : -1),
      after: at(path.after, row < now.length ? row : -1),
    }));
  return [
    ...now.map((id, row) => ({ before: at(path.before, old.indexOf(id)), after: at(path.after, row) })),
    ...old.flatMap((id, row) =>
      now.includes(id) ? [] : [{ before: at(path.before, row), after: undefined }],
    ),
  ];
}

const rowTitle = ({ before, after }: Bases, sides: Sides, list: Bases): string => {
  const [store, path, base] =
    after === undefined ? [sides.before, before!, list.before!] : [sides.after, after, list.after!];
  return store.rows.label(base, store.value(path) as { id: string }, Number(path.split('/').at(-1)));
};

/** Groups of lines, in the order of the layout. */
function groups(items: readonly LayoutNode[], bases: Bases, heading: string, sides: Sides): Group[] {
  const out: Group[] = [];
  let lines: Line[] = [];
  const flush = (): void => {
    if (lines.length > 0) out.push({ heading, lines });
    lines = [];
  };
  const within = (inner: string): string => [heading, inner].filter(Boolean).join(' · ');
  const field = (pointer: string): void => {
    const path: Bases = {
      before: bases.before === undefined ? undefined : resolve(pointer, bases.before),
      after: bases.after === undefined ? undefined : resolve(pointer, bases.after),
    };
    const node = sides.after.node((path.after ?? path.before)!);
    if (!node) return;
    if (!node.type.nests) {
      const found = line(path, sides);
      if (found) lines.push(found);
      return;
    }
    flush();
    const inside = sides.after.inside.get(node.pointer) ?? [];
    if (node.type.nests === 'group')
      out.push(...groups(inside, path, within(sides.after.sayings.title(node)), sides));
    else
      for (const row of pairs(path, sides))
        out.push(...groups(inside, row, within(rowTitle(row, sides, path)), sides));
  };
  for (const item of items) {
    if (typeof item === 'string') field(item);
    else if ('row' in item) item.row.forEach(field);
    else if ('repeat' in item) field(item.repeat);
    else if ('section' in item) {
      flush();
      out.push(...groups(item.items, bases, within(sides.after.sayings.section(item)), sides));
    } else if ('items' in item) out.push(...groups(item.items, bases, heading, sides));
  }
  flush();
  return out;
}

const stores = new WeakMap<Compared, FormStore>();
const onlyDifferent = new WeakSet<PattoForm>();

/** The answers of before, in a store of their own. */
function storeOf(compared: Compared, store: FormStore): FormStore {
  const known = stores.get(compared);
  if (known) {
    known.sayings = store.sayings;
    return known;
  }
  const before = new FormStore({
    outline: store.outline,
    context: compared.context ?? store.context,
    sayings: store.sayings,
    parts: store.parts,
    answers: compared.answers,
  });
  stores.set(compared, before);
  return before;
}

export function draw(form: PattoForm, store: FormStore): TemplateResult | typeof nothing {
  const { compared } = form;
  if (!compared) return nothing;
  dress(form.renderRoot, sheet);
  const sides: Sides = { before: storeOf(compared, store), after: store };
  const { locale } = store.sayings;
  const say = (key: AsideKey, params?: { readonly [name: string]: unknown }) => aside(locale, key, params);
  const titles = compared.titles ?? [say('before'), say('after')];
  const only = onlyDifferent.has(form);
  const shown = ({ now }: FormStore, id: string): boolean => now.shown.has(shownKey('page', id, ''));
  const pages = store.pages
    .filter(({ node, id }) => !node || shown(store, id) || shown(sides.before, id))
    .map((page) => ({
      title: pageTitle(page, store),
      groups: page.blocks.flatMap(({ section, items }) =>
        groups(items, { before: '', after: '' }, section ? store.sayings.section(section) : '', sides),
      ),
    }));
  const all = pages.flatMap((page) => page.groups.flatMap(({ lines }) => lines));
  const different = all.filter(({ state }) => state !== 'same').length;
  const told =
    different === 0
      ? say('noDifference')
      : say(different === 1 ? 'oneDifference' : 'differences', { n: different, of: all.length });
  return html`<h2 class="hidden-text">${store.sayings.formTitle()}</h2>
    <div class="compare-bar">
      <p role="status"><strong>${told}</strong></p>
      <label class="choice">
        <input
          type="checkbox"
          name="only-differences"
          .checked=${only}
          @change=${(event: Event) => {
            if ((event.target as HTMLInputElement).checked) onlyDifferent.add(form);
            else onlyDifferent.delete(form);
            form.requestUpdate();
          }}
        />
        <span>${say('onlyDifferences')}</span>
      </label>
    </div>
    ${pages.map(({ title, groups: of }) => {
      const left = of
        .map((group) => ({ ...group, lines: group.lines.filter(({ state }) => !only || state !== 'same') }))
        .filter(({ lines }) => lines.length > 0);
      return left.length > 0 ? table(title, left, titles, say) : nothing;
    })}`;
}

// Roles are said again: laid out one under the other, a table would be none.
const table = (
  title: string,
  all: readonly Group[],
  [before, after]: readonly [string, string],
  say: (key: AsideKey) => string,
): TemplateResult =>
  html`<table class="compare" part="compare" role="table">
    <caption>
      ${title}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">${say('question')}</th>
        <th scope="col" role="columnheader">${before}</th>
        <th scope="col" role="columnheader">${after}</th>
      </tr>
    </thead>
    ${all.map(
      ({ heading, lines }) =>
        html`<tbody role="rowgroup">
          ${
            heading
              ? html`<tr class="group" role="row">
                  <th colspan="3" scope="colgroup" role="columnheader">${heading}</th>
                </tr>`
              : nothing
          }
          ${lines.map(
            (each) =>
              html`<tr class=${each.state === 'same' ? '' : 'differs'} role="row" data-state=${each.state}>
                <th scope="row" role="rowheader">
                  ${each.title}${
                    each.state === 'same'
                      ? nothing
                      : html`<span class="mark"
                          ><span aria-hidden="true">${signs[each.state]} </span>${say(each.state)}</span
                        >`
                  }
                </th>
                <td role="cell"><span class="when">${before}</span>${each.before || '—'}</td>
                <td role="cell"><span class="when">${after}</span>${each.after || '—'}</td>
              </tr>`,
          )}
        </tbody>`,
    )}
  </table>`;
