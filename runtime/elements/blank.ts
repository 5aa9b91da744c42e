// SPDX-License-Identifier: BSD-3-Clause
// A form on paper before anybody has answered: numbered questions, boxes and lines, and in words which question comes
// after which answer.
import { html, nothing, type TemplateResult } from 'lit';
import type { Condition, LayoutNode } from '../../schemas/types.ts';
import { satisfies } from '../engine/condition.ts';
import type { FieldNode } from '../engine/contract.ts';
import { star } from '../engine/pointer.ts';
import { aside, type AsideKey } from '../words/aside.ts';
import { inWords } from './in-words.ts';
import type { FormStore } from './form-store.ts';
import { pageTitle, resolve } from './layout.ts';

/** A menu longer than this is a line to write on. */
const MANY = 25;
/** Rows that a list has room for. */
const ROWS = 3;

interface Sheet {
  readonly store: FormStore;
  /** pointer with stars → number on paper: 7, in lists 7.2 */
  readonly numbers: ReadonlyMap<string, string>;
  say(key: AsideKey, params?: { readonly [name: string]: unknown }): string;
}

type Test = { readonly [keyword: string]: unknown };

/** Pointers of the fields that items draw, as they stand. */
const pointersOf = (items: readonly LayoutNode[]): string[] =>
  items.flatMap((item) =>
    typeof item === 'string'
      ? [item]
      : 'row' in item
        ? item.row
        : 'repeat' in item
          ? [item.repeat]
          : 'items' in item
            ? pointersOf(item.items)
            : [],
  );

/** Questions get numbers; what the office works out has none. */
function numbered(store: FormStore): Map<string, string> {
  const numbers = new Map<string, string>();
  const count = (items: readonly LayoutNode[], base: string, before: string, from: number): number => {
    let n = from;
    for (const pointer of pointersOf(items)) {
      const path = resolve(pointer, base);
      const node = store.node(path);
      if (!node || node.value !== undefined) continue;
      n += 1;
      numbers.set(node.pointer, `${before}${n}`);
      const inside = store.inside.get(node.pointer);
      if (inside) count(inside, node.type.nests === 'rows' ? `${path}/0` : path, `${before}${n}.`, 0);
    }
    return n;
  };
  let n = 0;
  for (const { blocks } of store.pages) for (const { items } of blocks) n = count(items, '', '', n);
  return numbers;
}

/** A test in words; undefined: no short words say it. */
function testWords(pointer: string, test: Test, { store, numbers, say }: Sheet): string | undefined {
  const node = store.outline.byPointer.get(star(pointer)) ?? store.outline.byPointer.get(pointer);
  const n = node && numbers.get(node.pointer);
  if (!node || !n) return undefined;
  const value = (each: unknown): string =>
    typeof each === 'boolean' ? store.sayings.say(each ? 'yes' : 'no') : inWords(store, node, each, pointer);
  if (test['answered'] === true) return say('isAnswered', { n });
  if ('const' in test) return say('is', { n, value: value(test['const']) });
  if (Array.isArray(test['enum']))
    return test['enum'].map((each) => say('is', { n, value: value(each) })).join(say('or'));
  const inner = (test['not'] ?? test['contains']) as Test | undefined;
  if (inner && 'const' in inner)
    return say(test['not'] ? 'isNot' : 'is', { n, value: value(inner['const']) });
  return undefined;
}

function conditionWords(condition: Condition, level: string, sheet: Sheet): string | undefined {
  const join = (parts: readonly (string | undefined)[], by: AsideKey): string | undefined =>
    parts.every((part) => part !== undefined) ? parts.join(sheet.say(by)) : undefined;
  return join(
    Object.entries(condition as Test).map(([key, part]) => {
      const each = (inner: unknown) => conditionWords(inner as Condition, level, sheet);
      if (key === 'all') return join((part as unknown[]).map(each), 'and');
      if (key === 'any') return join((part as unknown[]).map(each), 'or');
      if (key === 'named') {
        const found = sheet.store.outline.definition.conditions?.[String(part)];
        return found && each(found);
      }
      return key === 'not' ? undefined : testWords(resolve(key, `${level}/0`), part as Test, sheet);
    }),
    'and',
  );
}

/** What of a question's conditions is said at it: its own, not those of what stands around it. */
function when(conditions: FieldNode['show'], sheet: Sheet, key: AsideKey): TemplateResult | typeof nothing {
  if (conditions.length === 0) return nothing;
  const said = conditions.map(({ condition, level }) => conditionWords(condition, level, sheet));
  const words = said.every((each) => each !== undefined)
    ? sheet.say(key, { when: said.join(sheet.say('and')) })
    : sheet.say('onlySometimes');
  return html`<p class="when">${words}</p>`;
}

/** Number of the next question that an answer leaves to be answered, when it is not simply the next one. */
function leadsTo(node: FieldNode, value: unknown, sheet: Sheet): string | undefined {
  const { outline } = sheet.store;
  const asked = [...sheet.numbers].filter(([, n]) => !n.includes('.'));
  const here = asked.findIndex(([pointer]) => pointer === node.pointer);
  if (here < 0) return undefined;
  const skipped = (pointer: string): boolean =>
    outline.byPointer.get(pointer)!.show.some(({ condition }) => {
      const test = (condition as Test)[node.pointer] as Test | undefined;
      return test !== undefined && !('answered' in test) && !satisfies(value, test, outline.engine.operators);
    });
  const after = asked.slice(here + 1);
  const next = after.findIndex(([pointer]) => !skipped(pointer));
  if (next === 0 || after.length === 0) return undefined;
  return next < 0 ? sheet.say('goToEnd') : sheet.say('goTo', { n: after[next]![1] });
}

/** Boxes to mark, and where each leads. */
function boxes(node: FieldNode, path: string, sheet: Sheet): TemplateResult | undefined {
  const { store, say } = sheet;
  const many = node.schema.type === 'array';
  const options: readonly { value: unknown; title: string }[] =
    node.schema.type === 'boolean'
      ? [true, false].map((value) => ({ value, title: store.sayings.say(value ? 'yes' : 'no') }))
      : store.options(node, path);
  if (options.length === 0 || options.length > MANY) return undefined;
  return html`<p class="hint">${say(many ? 'pickMany' : 'pickOne')}</p>
    <ul class="boxes">
      ${options.map(({ value, title }) => {
        const leads = many ? undefined : leadsTo(node, value, sheet);
        return html`<li>
          <span class=${many ? 'mark' : 'mark one'} aria-hidden="true"></span
          ><span>${title}${leads ? html` <span class="leads">→ ${leads}</span>` : nothing}</span>
        </li>`;
      })}
    </ul>`;
}

const line = html`<div class="line"></div>`;

/** Room for an answer of one kind. */
const rooms: { readonly [kind: string]: TemplateResult } = {
  lines: html`${line}${line}${line}${line}`,
  box: html`<div class="box"></div>`,
  number: html`<div class="line short"></div>`,
  text: line,
  date: html`<div class="date-boxes" aria-hidden="true">
    <span></span><span></span><i>/</i><span></span><span></span><i>/</i><span></span><span></span><span></span
    ><span></span>
  </div>`,
};

const room = (node: FieldNode, sheet: Sheet): TemplateResult => {
  const { schema } = node;
  const kind =
    sheet.store.sayings.paper(node).blank ??
    (schema.format === 'date' ? 'date' : /integer|number/.test(String(schema.type)) ? 'number' : 'text');
  return html`${kind === 'date' ? html`<p class="hint">${sheet.say('date')}</p>` : nothing}${rooms[kind]}${
    schema['x-unit'] ? html`<p class="hint">${schema['x-unit']}</p>` : nothing
  }`;
};

function asked(path: string, around: readonly unknown[], sheet: Sheet): TemplateResult | typeof nothing {
  const { store } = sheet;
  const node = store.node(path);
  // Paper is given to anybody: what only some may see is not on it.
  if (!node || node.visibleTo) return nothing;
  const title = store.sayings.title(node);
  const own = node.show.filter(({ condition }) => !around.includes(condition));
  const conditions = [...around, ...own.map(({ condition }) => condition)];
  if (node.value !== undefined)
    return html`<div class="asked">
      <p><span class="number">${title}</span></p>
      <p class="hint">${sheet.say('office')}</p>
    </div>`;
  const hint = store.sayings.hint(node);
  const inside = store.inside.get(node.pointer) ?? [];
  return html`<div class="asked" data-pointer=${node.pointer}>
    <p>
      <span class="number">${sheet.numbers.get(node.pointer)}. ${title}</span>${node.required ? ' *' : ''}
    </p>
    ${when(own, sheet, 'only')}${hint ? html`<p class="hint">${hint}</p>` : nothing}
    ${
      node.type.nests === 'group'
        ? items(inside, path, conditions, sheet)
        : node.type.nests === 'rows'
          ? rows(node, path, inside, conditions, sheet)
          : (boxes(node, path, sheet) ?? room(node, sheet))
    }
  </div>`;
}

const rows = (
  node: FieldNode,
  path: string,
  inside: readonly LayoutNode[],
  around: readonly unknown[],
  sheet: Sheet,
): TemplateResult => {
  const what = sheet.store.sayings.item(node) ?? sheet.store.sayings.title(node);
  return html`${Array.from(
      { length: Math.min(ROWS, node.schema.maxItems ?? ROWS) },
      (_, row) =>
        html`<div class="asked">
          <p class="number">${sheet.say('row', { what, n: row + 1 })}</p>
          ${items(inside, `${path}/${row}`, around, sheet)}
        </div>`,
    )}
    <p class="hint">${sheet.say('moreRows')}</p>`;
};

const items = (
  all: readonly LayoutNode[],
  base: string,
  around: readonly unknown[],
  sheet: Sheet,
): unknown[] =>
  all.map((item) => {
    if (typeof item === 'string') return asked(resolve(item, base), around, sheet);
    if ('row' in item) return item.row.map((pointer) => asked(resolve(pointer, base), around, sheet));
    if ('repeat' in item) return asked(resolve(item.repeat, base), around, sheet);
    if ('note' in item) return html`<p>${sheet.store.sayings.note(item)}</p>`;
    return items(item.items, base, around, sheet);
  });

/** The whole form, every page and question that anybody may be asked. */
export function blank(store: FormStore): TemplateResult {
  const { locale } = store.sayings;
  const sheet: Sheet = {
    store,
    numbers: numbered(store),
    say: (key, params) => aside(locale, key, params),
  };
  const shows = (...nodes: readonly ({ readonly 'x-show'?: Condition } | undefined)[]) =>
    nodes.flatMap((node) => (node?.['x-show'] ? [{ condition: node['x-show'], level: '' }] : []));
  const required = store.outline.fields.some((node) => node.required);
  return html`<div class="blank">
    ${required ? html`<p class="hint">${store.sayings.say('requiredLegend')}</p>` : nothing}
    ${store.pages.map((page) => {
      const ofPage = shows(page.node);
      return html`<section>
        <h3>${pageTitle(page, store)}</h3>
        ${when(ofPage, sheet, 'onlyRight')}
        ${page.blocks.map(({ section, items: inside }) => {
          const ofSection = shows(section);
          const around = [...ofPage, ...ofSection].map(({ condition }) => condition);
          return html`${section ? html`<h4>${store.sayings.section(section)}</h4>` : nothing}
          ${when(ofSection, sheet, 'onlyRight')} ${items(inside, '', around, sheet)}`;
        })}
      </section>`;
    })}
  </div>`;
}
