// SPDX-License-Identifier: AGPL-3.0-or-later
// How each kind of block is shown: one entry a kind.
import { html, nothing, type TemplateResult } from 'lit';
import type { Block, Cell, Items, Lines, Phrase, Table } from '../../../../templates/blocks/contract.ts';
import { within, type Choice, type Scopes } from '../../../../templates/blocks/things.ts';
import { icons } from '../../../parts/icons.ts';
import type { Say } from '../../../words.ts';
import { spoken, titled } from './chips.ts';
import { addColumn, addRow, dressedAs, moveColumn, put, removeColumn, removeRow, spotOf, type Blocks, type Done, type Spot } from './edits.ts'; // prettier-ignore
import { asked, questions, saidBy, type Question } from './asking.ts';
import { cellsOf, lists } from './made.ts';

/** What a card needs of the editor. */
export interface Desk {
  readonly say: Say;
  readonly blocks: Blocks;
  readonly readonly: boolean;
  readonly chosen: Spot;
  /** the line that was written in last */
  readonly writing: Spot | undefined;
  /** `undefined` changes nothing; `stay`: the focus does not go to it */
  edit(done: Done | undefined, stay?: boolean): void;
  /** a line that is written in place; `spot` of its phrase */
  line(spot: Spot, of: Phrase, scopes: Scopes, label: string): TemplateResult;
  /** blocks inside, at a spot of a list */
  inside(of: Blocks, list: Spot, scopes: Scopes): TemplateResult;
}

type Card<Of extends Block> = (block: Of, spot: Spot, scopes: Scopes, desk: Desk) => TemplateResult;
type Cards = { readonly [Is in Block['is']]: Card<Extract<Block, { is: Is }>> };

/** Boxes that people know by what they are for, by their look. */
const known = ['signers', 'signing', 'boxed', 'letterhead', 'title', 'keep'] as const;

/** What a block is called. */
export function kindOf(block: Block, say: Say): string {
  if (block.is === 'heading') return say('blocks.kind.heading', { level: block.level });
  if (block.is === 'list') return say(block.ordered ? 'blocks.kind.numbers' : 'blocks.kind.bullets');
  const look = known.find((name) => dressedAs(block, name));
  if (block.is === 'box') return say(look ? `blocks.kind.${look}` : 'blocks.kind.box');
  return say(`blocks.kind.${block.is}`);
}

/** Does the focus go into its words? Others are taken by their name. */
export const isLine = ({ is }: Block): boolean => is === 'heading' || is === 'paragraph' || is === 'phrase';

/** Is it shown beside its name? */
export const isLeaf = (block: Block): boolean =>
  isLine(block) || ['part', 'page', 'comment'].includes(block.is);

/** Its name and what it says, for who cannot see it. */
export function nameOf(block: Block, scopes: Scopes, say: Say): string {
  const kind = kindOf(block, say);
  if (isLine(block)) return `${kind}: ${spoken((block as { of: Phrase }).of, scopes, say).slice(0, 120)}`;
  if (block.is === 'when' || block.is === 'each') return `${kind}: ${titled(block.path, scopes).text}`;
  if (block.is === 'part') return `${kind}: ${partTitle(block.name, say)}`;
  return kind;
}

const parts = ['letterhead', 'letter-top', 'letter-end', 'verify', 'people', 'objectives', 'calendar', 'beside', 'changes', 'monitoring'] as const; // prettier-ignore
/** A ready-made part by its title. */
export function partTitle(name: string, say: Say): string {
  const one = parts.find((each) => each === name);
  return one ? say(`blocks.part.${one}`) : name;
}

/** A choice among paths; one that leads nowhere stays, as it is written. */
function paths(
  label: string,
  path: string,
  of: readonly Choice[],
  desk: Desk,
  choose: (path: string) => void,
): TemplateResult {
  const there = of.some((one) => one.path === path);
  if (desk.readonly) return html`<strong>«${of.find((one) => one.path === path)?.title ?? path}»</strong>`;
  return html`<select
    aria-label=${label}
    aria-invalid=${!there}
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
  >
    ${there ? nothing : html`<option value=${path} selected>${path}</option>`}
    ${of.map((one) => html`<option value=${one.path} ?selected=${one.path === path}>${one.title}</option>`)}
  </select>`;
}

type Around = { readonly is: 'when' | 'each'; readonly path: string; readonly not?: boolean };

/** The sentence of what stands around: a condition, or a list that is repeated. */
function sentence(one: Around, spot: Spot, scopes: Scopes, desk: Desk): TemplateResult {
  const { say, blocks } = desk;
  const change = (what: object): void =>
    desk.edit({ blocks: put(blocks, spot, { ...one, ...what }), did: 'condition', go: spot }, true);
  if (one.is === 'each')
    return html`<p class="sentence">
      ${say('blocks.each')}
      ${paths(say('blocks.each-what'), one.path, lists(scopes), desk, (path) => change({ path }))}
    </p>`;
  const all = questions(scopes);
  const { question, says } = saidBy(one.path, one.not ?? false, all);
  const lead = say(question.ways.some((way) => way.says === 'yes') ? 'blocks.when-answer' : 'blocks.when');
  if (desk.readonly)
    return html`<p class="sentence">
      ${lead} <strong>«${question.title}»</strong> ${say(`blocks.way.${says}`)}
    </p>`;
  const ask = (path: string): void => {
    const ways = all.find((each) => each.path === path)?.ways ?? [];
    const way = ways.find((each) => each.says === says) ?? ways.find(({ not }) => not === one.not) ?? ways[0];
    if (way) change({ path: way.path, not: way.not });
  };
  const named = all.filter(({ thing }) => thing.flag === 'holds');
  const others = all.filter(({ thing }) => thing.flag !== 'holds');
  const there = all.includes(question);
  const options = (of: readonly Question[]) =>
    of.map(
      ({ path, title }) => html`<option value=${path} .selected=${path === question.path}>${title}</option>`,
    );
  return html`<p class="sentence">
    ${lead}
    <select
      aria-label=${say('blocks.when-what')}
      aria-invalid=${!there}
      @change=${(event: Event) => ask((event.target as HTMLSelectElement).value)}
    >
      ${there ? nothing : html`<option value=${one.path} .selected=${true}>${one.path}</option>`}
      ${options(others)}
      ${
        named.length > 0
          ? html`<optgroup label=${say('condition.named')}>${options(named)}</optgroup>`
          : nothing
      }
    </select>
    <select
      aria-label=${say('blocks.when-how')}
      @change=${(event: Event) => {
        const way = question.ways.find((each) => each.says === (event.target as HTMLSelectElement).value);
        if (way) change({ path: way.path, not: way.not });
      }}
    >
      ${question.ways.map(
        (way) =>
          html`<option value=${way.says} .selected=${way.says === says}>
            ${say(`blocks.way.${way.says}`)}
          </option>`,
      )}
    </select>
  </p>`;
}

/** A line, and the conditions inside it as sentences while it is being written. */
function lineOf(spot: Spot, of: Phrase, scopes: Scopes, desk: Desk, label: string): TemplateResult {
  const { say } = desk;
  const inside = desk.writing === spot && !desk.readonly ? asked(of, spot, scopes) : [];
  return html`${desk.line(spot, of, scopes, label)}
  ${inside.map(
    ({ when, spot: at, scopes: here }) =>
      html`<div class="inline-condition" role="group" aria-label=${say('blocks.inline')} data-inline=${at}>
        <p class="hint">${say('blocks.inline-of', { text: spoken(when.of, here, say).trim() })}</p>
        ${sentence(when, at, here, desk)}
      </div>`,
  )}`;
}

const line: Card<Extract<Block, { of: Phrase }>> = (block, spot, scopes, desk) =>
  lineOf(spotOf(spot, 'of'), block.of, scopes, desk, kindOf(block, desk.say));

export const cards: Cards = {
  heading: line,
  paragraph: line,
  phrase: line,
  list: (block, spot, scopes, desk) => items(block.of, spotOf(spot, 'of'), scopes, desk, block.ordered),
  table: (block, spot, scopes, desk) => table(block, spot, scopes, desk),
  box: (block, spot, scopes, desk) => desk.inside(block.of, spotOf(spot, 'of'), scopes),
  when: (block, spot, scopes, desk) =>
    html`${sentence(block, spot, scopes, desk)} ${desk.inside(block.of, spotOf(spot, 'of'), scopes)}
    ${
      block.otherwise
        ? html`<p class="sentence">${desk.say('blocks.otherwise')}</p>
            ${desk.inside(block.otherwise, spotOf(spot, 'otherwise'), scopes)}`
        : desk.readonly
          ? nothing
          : html`<button
              class="small quiet"
              data-otherwise
              @click=${() =>
                desk.edit({
                  blocks: put(desk.blocks, spot, { ...block, otherwise: [{ is: 'paragraph', of: [] }] }),
                  did: 'condition',
                  go: spotOf(spot, 'otherwise.0'),
                })}
            >
              ${desk.say('blocks.add-otherwise')}
            </button>`
    }`,
  each: (block, spot, scopes, desk) =>
    html`${sentence(block, spot, scopes, desk)}
    ${desk.inside(block.of, spotOf(spot, 'of'), within(block.path, scopes))}`,
  part: ({ name }, _spot, _scopes, { say }) =>
    html`<p class="ready">${partTitle(name, say)} <span class="hint">${say('blocks.part-hint')}</span></p>`,
  page: (_block, _spot, _scopes, { say }) => html`<p class="page-end">${say('blocks.page-hint')}</p>`,
  comment: ({ text }) => html`<p class="hint">${text.replace(/^\{\{!(--)?|(--)?\}\}$/g, '').trim()}</p>`,
  expert: ({ text }, spot, _scopes, desk) =>
    html`<p class="hint">${desk.say('blocks.expert-hint')}</p>
      <textarea
        class="expert-text"
        aria-label=${desk.say('blocks.kind.expert')}
        rows=${Math.min(12, text.split('\n').length + 1)}
        spellcheck="false"
        ?readonly=${desk.readonly}
        .value=${text}
        @change=${(event: Event) =>
          desk.edit({
            blocks: put(
              desk.blocks,
              spotOf(spot, 'text'),
              (event.target as HTMLTextAreaElement).value.trim(),
            ),
            did: 'write',
            go: spot,
          })}
      ></textarea>`,
};

function button(
  desk: Desk,
  label: string,
  icon: keyof typeof icons,
  done: () => Done | undefined,
): TemplateResult {
  return html`<button
    class="small quiet icon"
    aria-label=${label}
    title=${label}
    @click=${() => desk.edit(done())}
  >
    ${icons[icon]}
  </button>`;
}

function items(
  of: readonly Items[],
  list: Spot,
  scopes: Scopes,
  desk: Desk,
  ordered: boolean,
): TemplateResult {
  const { say } = desk;
  const entries = of.map((item, index) => {
    const spot = spotOf(list, index);
    if (item.is === 'item')
      return html`<li data-entry=${spot}>
        ${lineOf(spotOf(spot, 'of'), item.of, scopes, desk, say('blocks.entry', { number: index + 1 }))}
        ${
          desk.readonly || of.length < 2
            ? nothing
            : button(desk, say('blocks.remove-entry', { number: index + 1 }), 'delete', () =>
                removeRow(desk.blocks, spot),
              )
        }
      </li>`;
    const inside = item.is === 'each' ? within(item.path, scopes) : scopes;
    return html`<li class="around">
      ${sentence(item, spot, scopes, desk)} ${items(item.of, spotOf(spot, 'of'), inside, desk, ordered)}
      ${
        item.is === 'when' && item.otherwise
          ? html`<p class="sentence">${say('blocks.otherwise')}</p>
              ${items(item.otherwise, spotOf(spot, 'otherwise'), scopes, desk, ordered)}`
          : nothing
      }
    </li>`;
  });
  return ordered
    ? html`<ol class="entries">
        ${entries}
      </ol>`
    : html`<ul class="entries">
        ${entries}
      </ul>`;
}

/** The list that a table goes through, when it goes through one. */
function loop({ of }: Table): Extract<Lines, { is: 'each' }> | undefined {
  const [only] = of;
  return of.length === 1 && only?.is === 'each' ? only : undefined;
}

function table(block: Table, spot: Spot, scopes: Scopes, desk: Desk): TemplateResult {
  const { say } = desk;
  const repeated = loop(block);
  const list = repeated && lists(scopes).find(({ path }) => path === repeated.path);
  const columns = list ? cellsOf(list) : [];
  const head = block.head[0];
  const tools = !desk.readonly && head?.is === 'row' && block.head.length === 1;
  return html`${repeated ? sentence(repeated, spotOf(spot, 'of.0'), scopes, desk) : nothing}
    <div class="table-scroll" tabindex="0" role="region" aria-label=${say('blocks.kind.table')}>
      <table class="cells-of">
        ${
          block.head.length > 0
            ? html`<thead>
                ${rows(block.head, spotOf(spot, 'head'), scopes, desk, block)}
                ${
                  tools && desk.chosen === spot
                    ? html`<tr class="column-tools">
                        ${head.cells.map((cell, column) => columnTools(cell, column, spot, scopes, desk))}
                      </tr>`
                    : nothing
                }
              </thead>`
            : nothing
        }
        <tbody>
          ${
            repeated
              ? rows(repeated.of, spotOf(spot, 'of.0.of'), within(repeated.path, scopes), desk, block)
              : rows(block.of, spotOf(spot, 'of'), scopes, desk, block)
          }
        </tbody>
      </table>
    </div>
    ${
      tools
        ? html`<form
            class="add-column"
            @submit=${(event: Event) => {
              event.preventDefault();
              const chosen = (event.target as HTMLFormElement).querySelector('select')?.value;
              const one = columns.find(({ path }) => path === chosen);
              desk.edit(
                addColumn(
                  desk.blocks,
                  spot,
                  one ? [{ is: 'text', text: one.title }] : [],
                  one ? [{ is: 'field', path: one.path }] : [],
                ),
              );
            }}
          >
            ${
              columns.length > 0
                ? html`<select aria-label=${say('blocks.column-which')}>
                    ${columns.map(({ path, title }) => html`<option value=${path}>${title}</option>`)}
                    <option value="">${say('blocks.column-empty')}</option>
                  </select>`
                : nothing
            }
            <button class="small" data-add-column>${say('blocks.add-column')}</button>
          </form>`
        : nothing
    }`;
}

function columnTools(cell: Cell, column: number, spot: Spot, scopes: Scopes, desk: Desk): TemplateResult {
  const title = spoken(cell.of, scopes, desk.say) || String(column + 1);
  const { say, blocks } = desk;
  return html`<td>
    <span class="cluster">
      ${button(desk, say('blocks.column-left', { title }), 'undo', () => moveColumn(blocks, spot, column, -1))}
      ${button(desk, say('blocks.column-right', { title }), 'redo', () => moveColumn(blocks, spot, column, 1))}
      ${button(desk, say('blocks.column-remove', { title }), 'delete', () => removeColumn(blocks, spot, column))}
    </span>
  </td>`;
}

function rows(of: readonly Lines[], list: Spot, scopes: Scopes, desk: Desk, block: Table): TemplateResult[] {
  const { say } = desk;
  return of.map((row, index) => {
    const spot = spotOf(list, index);
    if (row.is === 'row')
      return html`<tr>
        ${row.cells.map((cell, column) => {
          const label = say(cell.head === 'col' ? 'blocks.cell-head' : 'blocks.cell', {
            column: column + 1,
            row: index + 1,
          });
          const inside = lineOf(spotOf(spot, 'cells', column, 'of'), cell.of, scopes, desk, label);
          if (cell.head === 'col') return html`<th scope="col">${inside}</th>`;
          return cell.head ? html`<th scope="row">${inside}</th>` : html`<td>${inside}</td>`;
        })}
        ${
          desk.readonly || loop(block) || row.cells.every(({ head }) => head === 'col')
            ? nothing
            : html`<td class="row-tools">
                ${button(desk, say('blocks.row-add', { row: index + 1 }), 'add', () => addRow(desk.blocks, spot))}
                ${button(desk, say('blocks.row-remove', { row: index + 1 }), 'delete', () => removeRow(desk.blocks, spot))}
              </td>`
        }
      </tr>`;
    const inside = row.is === 'each' ? within(row.path, scopes) : scopes;
    return html`<tr>
        <td colspan="12">${sentence(row, spot, scopes, desk)}</td>
      </tr>
      ${rows(row.of, spotOf(spot, 'of'), inside, desk, block)}
      ${row.is === 'when' && row.otherwise ? rows(row.otherwise, spotOf(spot, 'otherwise'), scopes, desk, block) : nothing}`;
  });
}
