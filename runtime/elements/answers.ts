// SPDX-License-Identifier: BSD-3-Clause
// Answers in words: the review before sending, and the read-only view.
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Draft, LayoutNode } from '../../schemas/types.ts';
import { answersTable } from './answers-table.ts';
import { inWords } from './in-words.ts';
import type { FormStore } from './form-store.ts';
import { type Block, type Page, pageTitle, resolve, shownKey } from './layout.ts';

export const answersSheet = css`
  h5 {
    font-size: 1em;
  }
  .not-given {
    color: var(--muted);
  }
  .answers-card {
    margin-block-end: 1.25em;
    padding: 1.25em 1.5em;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 4px);
    background: var(--surface);
  }
  .answers-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    justify-content: space-between;
    margin-block-end: 0.5em;
  }
  .answers-card h4 {
    margin-block: 1em 0.25em;
  }
  button.change {
    flex: none;
    margin-block: -0.625em;
    padding-inline: 0.25em;
    border-color: transparent;
    background: none;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .answers-head > button.change,
  .wide + button.change {
    margin-block: 0;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 0.125em 1.5em;
    padding-block: 0.625em;
    border-block-end: 1px solid var(--line);
  }
  .pair:has(.change) {
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) auto;
  }
  .pair:last-child {
    border-block-end: 0;
  }
  .pair.wrong {
    padding-inline-start: 0.75em;
    border-inline-start: 4px solid var(--danger);
  }
  dt {
    color: var(--muted);
  }
  .written {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .wide {
    overflow-x: auto;
  }
  .answers-table {
    width: 100%;
    margin-block: 1em;
    border-collapse: collapse;
  }
  .answers-table caption {
    padding-block: 0.25em;
    font-size: 1.0625em;
    font-weight: 700;
    text-align: start;
  }
  .answers-table :is(th, td) {
    padding: 0.5em;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  .answers-table thead th {
    border-block-end: 2px solid var(--strong);
  }
  .answers-table tbody th {
    font-weight: 400;
    color: var(--muted);
  }
  .answer-rows > li {
    margin-block: 0.5em;
    padding: 0.75em 1em;
    border-radius: var(--radius);
    background: var(--ground);
  }
  .declaration {
    margin-block: 1em;
    font-weight: 600;
  }
  @media (max-width: 36em) {
    .origin {
      grid-column: 1;
    }
    .answers-card {
      padding: 1em;
    }
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
    .pair:has(.change) {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .pair:has(.change) > dt {
      grid-column: 1 / -1;
    }
  }
  .origin {
    display: none;
    grid-column: 2;
    color: var(--muted);
    font-size: 0.875em;
  }
  .with-origins .origin {
    display: block;
  }
  .with-origins dt {
    grid-row: span 2;
  }
  .origins {
    margin-block-end: 1em;
  }
  @media print {
    .origins,
    .change {
      display: none;
    }
  }
`;

/** Leads back to the question at a place, for a change. Absent: nothing can be changed. */
export type Change = (path: string) => void;

const changeButton = (path: string, store: FormStore, change: Change | undefined) => {
  const node = store.node(path)!;
  return change && node.value === undefined && !store.locked(path)
    ? html`<button type="button" class="change" part="button change" @click=${() => change(path)}>
        ${store.sayings.say('change')}<span class="hidden-text">: ${store.sayings.title(node)}</span>
      </button>`
    : nothing;
};

export const answers = (pages: readonly Page[], store: FormStore, change?: Change): unknown[] => [
  originsButton(store),
  ...pages.map((page) => {
    const id = `r-${page.id}`;
    const title = pageTitle(page, store);
    return html`<section class="answers-card" aria-labelledby=${id} part="answers">
      <div class="answers-head">
        <h3 id=${id}>${title}</h3>
      </div>
      ${page.blocks.map((block) => blockAnswers(block, store, change))}
    </section>`;
  }),
  traced(store),
];

/** Shows, when asked, where each answer comes from. */
const originsButton = (store: FormStore) =>
  html`<button
    type="button"
    class="origins"
    part="button"
    aria-pressed="false"
    @click=${({ currentTarget }: Event) => {
      const button = currentTarget as HTMLElement;
      const on = button.closest('.patto')!.classList.toggle('with-origins');
      button.setAttribute('aria-pressed', String(on));
    }}
  >
    ${store.sayings.say('origins')}
  </button>`;

const origin = (path: string, store: FormStore) => {
  const how = store.now.computed.has(path) ? 'computed' : known(path, store);
  return how && store.raw(path) !== undefined
    ? html`<dd class="origin">${store.source?.(path) ?? store.sayings.say(`from-${how}`)}</dd>`
    : nothing;
};

/** What stands in rows that were taken over as a whole comes from where they do. */
function known(path: string, store: FormStore): Draft['from'][string] | undefined {
  for (let at = path; at.includes('/'); at = at.slice(0, at.lastIndexOf('/'))) {
    const how = store.from[store.key(at)];
    if (how && (at === path || how === 'prefilled')) return how;
  }
  return undefined;
}

/** How an outcome came about, where the form suggests one or gives points by bands. */
const traced = ({ parts }: FormStore) => {
  if (!parts.explains) return nothing;
  void import('./trace.ts');
  return html`<patto-trace></patto-trace>`;
};

/** The read-only view. */
export const read = (pages: readonly Page[], store: FormStore): TemplateResult =>
  html`<h2 class="hidden-text">${store.sayings.formTitle()}</h2>
    ${answers(pages, store)}`;

const blockAnswers = (block: Block, store: FormStore, change?: Change) => {
  if (block.section && !store.now.shown.has(shownKey('section', block.section.section, ''))) return nothing;
  return html`${block.section ? html`<h4>${store.sayings.section(block.section)}</h4>` : nothing}
  ${list(block.items, '', store, change)}`;
};

/** Items one after the other; runs of plain answers stand in one description list. */
const list = (items: readonly LayoutNode[], base: string, store: FormStore, change?: Change): unknown[] => {
  const out: unknown[] = [];
  let run: TemplateResult[] = [];
  const flush = () => {
    if (run.length) out.push(html`<dl>${run}</dl>`);
    run = [];
  };
  const field = (path: string) => {
    const node = store.node(path);
    if (!node || !store.now.shown.has(path)) return;
    if (!node.type.nests) run.push(answer(path, store, change));
    else {
      flush();
      out.push(nested(path, store, change));
    }
  };
  for (const item of items) {
    if (typeof item === 'string') field(resolve(item, base));
    else if ('row' in item) item.row.forEach((pointer) => field(resolve(pointer, base)));
    else if ('repeat' in item) field(resolve(item.repeat, base));
    else if ('items' in item) {
      flush();
      if ('section' in item && !store.now.shown.has(shownKey('section', item.section, base))) continue;
      out.push(html`<h4>${'section' in item ? store.sayings.section(item) : store.sayings.page(item)}</h4>`);
      out.push(list(item.items, base, store, change));
    }
  }
  flush();
  return out;
};

const answer = (path: string, store: FormStore, change?: Change) => {
  const node = store.node(path)!;
  const value = store.raw(path);
  const { sayings } = store;
  const typed = value === undefined ? store.text(path) : '';
  const written =
    value === undefined ? (sayings.paper(node).typed?.(typed) ?? typed) : inWords(store, node, value, path);
  const shown =
    store.declined(path) === undefined && value !== undefined ? sayings.input(node).shown : undefined;
  const wrong = store.seenProblems(path).some((problem) => problem.level === 'error');
  return html`<div class=${wrong ? 'pair wrong' : 'pair'}>
    <dt>${store.sayings.title(node)}</dt>
    <dd>
      ${
        shown
          ? shown(value, {
              field: node.schema,
              words: written,
              locale: sayings.locale,
              say: (key, params) => sayings.typeSays(node, key, params),
              fileAddress: (id) => store.reach?.transport?.fileAddress?.(id),
            })
          : written
            ? html`<span class="written">${written}</span>`
            : html`<span class="not-given"
                >${store.sayings.say(node.value === undefined ? 'notGiven' : 'notYet')}</span
              >`
      }
    </dd>
    ${change ? html`<dd class="act">${changeButton(path, store, change)}</dd>` : nothing}
    ${origin(path, store)}
  </div>`;
};

const nested = (path: string, store: FormStore, change?: Change): TemplateResult => {
  const node = store.node(path)!;
  const inside = store.inside.get(node.pointer) ?? [];
  const value = store.value(path);
  const rows = Array.isArray(value) ? (value as { id: string }[]) : [];
  const button = changeButton(path, store, change);
  const head = html`<div class="answers-head">
    <h4>${store.sayings.title(node)}</h4>
    ${button}
  </div>`;
  const tabular = store.sayings.input(node).tabular || node.schema['x-settings']?.['view'] === 'table';
  const table = tabular ? answersTable(path, store) : undefined;
  // A table has its title in it.
  if (table) return html`${table}${button}`;
  if (node.type.nests === 'group') return html`${head}${list(inside, path, store)}`;
  if (rows.length === 0)
    return html`${head}
      <p class="not-given">${store.sayings.say('noRows')}</p>`;
  return html`${head}
    <ol class="answer-rows">
      ${rows.map(
        (row, index) =>
          html`<li>
            <h5>${store.rows.label(path, row, index)}</h5>
            ${list(inside, `${path}/${index}`, store)}
          </li>`,
      )}
    </ol>`;
};
