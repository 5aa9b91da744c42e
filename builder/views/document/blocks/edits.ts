// SPDX-License-Identifier: AGPL-3.0-or-later
// What can be done to the blocks of a template. Pure: blocks in, new blocks out, what is not touched stays the same.
// A spot is where something stands, keys and indices with dots between: `0.of.2.of`.
import type { Past } from '../../../past.ts';
import type { Block, Box, Lines, Phrase, Table } from '../../../../templates/blocks/contract.ts';
import { trimmed } from '../../../../templates/blocks/read.ts';

export type Blocks = readonly Block[];
export type Spot = string;

/** A done edit: what there is now, its name in the history, and where to go after it. */
export interface Done {
  readonly blocks: Blocks;
  /** `blocks.did.<code>` of the words */
  readonly did: string;
  readonly go: Spot;
}

/** The text of a template with what was done to it, and where. */
export type Texts = Past<string, { readonly did: string; readonly at: Spot }>;

type Tree = { readonly [key: string]: unknown };

const keysOf = (spot: Spot): readonly string[] => (spot === '' ? [] : spot.split('.'));
export const spotOf = (...keys: readonly (string | number)[]): Spot =>
  keys.filter((key) => key !== '').join('.');

/** What stands at a spot; undefined: nothing does. */
export function at(blocks: Blocks, spot: Spot): unknown {
  return keysOf(spot).reduce<unknown>((here, key) => (here as Tree | undefined)?.[key], blocks);
}

/** undefined at no spot at all, too. */
export const blockAt = (blocks: Blocks, spot: Spot): Block | undefined =>
  spot === '' ? undefined : (at(blocks, spot) as Block | undefined);

export function put(blocks: Blocks, spot: Spot, value: unknown): Blocks {
  const place = (here: unknown, [key, ...rest]: readonly string[]): unknown => {
    if (key === undefined) return value;
    const next = place((here as Tree)[key], rest);
    if (Array.isArray(here)) return here.with(Number(key), next);
    return { ...(here as Tree), [key]: next };
  };
  return place(blocks, keysOf(spot)) as Blocks;
}

/** The list that a thing stands in, and its number there. */
export function placed(spot: Spot): readonly [list: Spot, index: number] {
  const keys = keysOf(spot);
  return [keys.slice(0, -1).join('.'), Number(keys.at(-1))];
}

const listAt = (blocks: Blocks, list: Spot): readonly unknown[] => at(blocks, list) as readonly unknown[];
const splice = (
  blocks: Blocks,
  list: Spot,
  from: number,
  gone: number,
  ...come: readonly unknown[]
): Blocks => put(blocks, list, listAt(blocks, list).toSpliced(from, gone, ...come));

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
/** Spots of the lists of blocks inside one, in reading order. */
export function insides(block: Block): readonly string[] {
  if (block.is === 'box' || block.is === 'each') return ['of'];
  if (block.is !== 'when') return [];
  return block.otherwise ? ['of', 'otherwise'] : ['of'];
}

/** The container that a block stands in; undefined at the outermost. */
export function around(spot: Spot): Spot | undefined {
  const keys = keysOf(spot);
  return keys.length < 3 ? undefined : keys.slice(0, -2).join('.');
}

/** After a block, or at the end when it stands nowhere. */
export function insert(blocks: Blocks, after: Spot | undefined, block: Block): Done {
  const [list, index] = after === undefined ? ['', blocks.length - 1] : placed(after);
  return { blocks: splice(blocks, list, index + 1, 0, block), did: 'insert', go: spotOf(list, index + 1) };
}

const nothing: Block = { is: 'paragraph', of: [] };

/** What a container would have nothing left of gets an empty paragraph. */
export function remove(blocks: Blocks, spot: Spot): Done {
  const [list, index] = placed(spot);
  const rest = splice(blocks, list, index, 1);
  const left = listAt(rest, list).length;
  if (left === 0) return { blocks: splice(rest, list, 0, 0, nothing), did: 'remove', go: spotOf(list, 0) };
  return { blocks: rest, did: 'remove', go: spotOf(list, Math.min(index, left - 1)) };
}

export function duplicate(blocks: Blocks, spot: Spot): Done {
  const [list, index] = placed(spot);
  const copy = structuredClone(at(blocks, spot));
  return { blocks: splice(blocks, list, index + 1, 0, copy), did: 'duplicate', go: spotOf(list, index + 1) };
}

/** One place up or down; at the edge of a container out of it. undefined: it stands there already. */
export function move(blocks: Blocks, spot: Spot, by: -1 | 1): Done | undefined {
  const [list, index] = placed(spot);
  const block = at(blocks, spot);
  const next = index + by;
  if (next >= 0 && next < listAt(blocks, list).length) {
    const without = splice(blocks, list, index, 1);
    return { blocks: splice(without, list, next, 0, block), did: 'move', go: spotOf(list, next) };
  }
  const container = around(spot);
  // A row stays in its table, an entry in its list.
  if (container === undefined || !holdsBlocks(blocks, container)) return undefined;
  const [outer, place] = placed(container);
  const without = remove(blocks, spot).blocks;
  const to = by < 0 ? place : place + 1;
  return { blocks: splice(without, outer, to, 0, block), did: 'move', go: spotOf(outer, to) };
}

function holdsBlocks(blocks: Blocks, container: Spot): boolean {
  const held = blockAt(blocks, container);
  if (!held || insides(held).length === 0) return false;
  const outer = around(container);
  return outer === undefined || holdsBlocks(blocks, outer);
}

/** Into the container right above it, at its end. undefined: there is none. */
export function moveIn(blocks: Blocks, spot: Spot): Done | undefined {
  const [list, index] = placed(spot);
  const above = index > 0 ? blockAt(blocks, spotOf(list, index - 1)) : undefined;
  if (!above || insides(above).length === 0) return undefined;
  const into = spotOf(list, index - 1, 'of');
  const block = at(blocks, spot);
  const end = listAt(blocks, into).length;
  return {
    blocks: splice(splice(blocks, list, index, 1), into, end, 0, block),
    did: 'move',
    go: spotOf(into, end),
  };
}

/** Out of its container, after it. undefined: it stands in none. */
export function moveOut(blocks: Blocks, spot: Spot): Done | undefined {
  const container = around(spot);
  if (container === undefined || !holdsBlocks(blocks, container)) return undefined;
  const block = at(blocks, spot);
  const [outer, place] = placed(container);
  const without = remove(blocks, spot).blocks;
  return { blocks: splice(without, outer, place + 1, 0, block), did: 'move', go: spotOf(outer, place + 1) };
}

/** To before or after another one, which does not stand inside it. */
export function moveTo(blocks: Blocks, spot: Spot, target: Spot, after: boolean): Done | undefined {
  if (target === spot || target.startsWith(`${spot}.`)) return undefined;
  const block = at(blocks, spot);
  const [list, index] = placed(target);
  const [from, old] = placed(spot);
  if (list === from) {
    const to = index + (after ? 1 : 0) - (old < index ? 1 : 0);
    if (to === old) return undefined;
    return {
      blocks: splice(splice(blocks, list, old, 1), list, to, 0, block),
      did: 'move',
      go: spotOf(list, to),
    };
  }
  // A mark holds the target's place while the list that is left gets shorter.
  const mark = {};
  const marked = splice(blocks, list, index + (after ? 1 : 0), 0, mark);
  const [left] = find(marked, block, '') ?? [];
  if (left === undefined) return undefined;
  const without = remove(marked, left).blocks;
  const there = find(without, mark, '')?.[0];
  return there === undefined ? undefined : { blocks: put(without, there, block), did: 'move', go: there };
}

function find(here: unknown, wanted: unknown, spot: Spot): readonly [Spot] | undefined {
  if (here === wanted) return [spot];
  if (typeof here !== 'object' || here === null) return undefined;
  for (const [key, inside] of Object.entries(here)) {
    const found = find(inside, wanted, spotOf(spot, key));
    if (found) return found;
  }
  return undefined;
}

/** Enter in a line: what is after the caret begins the next paragraph, or the next entry of its list. */
export function split(blocks: Blocks, spot: Spot, before: Phrase, after: Phrase): Done {
  const whole = at(blocks, spot) as Block | { readonly is: 'item' };
  const [list, index] = placed(spot);
  const next = whole.is === 'item' ? { ...whole, of: after } : { is: 'paragraph', of: after };
  const cut = put(blocks, spot, { ...whole, of: before });
  return { blocks: splice(cut, list, index + 1, 0, next), did: 'insert', go: spotOf(list, index + 1) };
}

const lines = new Set<string>(['heading', 'paragraph', 'phrase', 'item']);
const hasLine = (value: unknown): value is { readonly is: string; readonly of: Phrase } =>
  lines.has((value as { readonly is?: string } | undefined)?.is ?? '');

/** Backspace at the beginning of a line: it goes on from the one before it. undefined: there is no line before it. */
export function join(blocks: Blocks, spot: Spot): Done | undefined {
  const [list, index] = placed(spot);
  const above = spotOf(list, index - 1);
  const [before, here] = [at(blocks, above), at(blocks, spot)];
  if (index === 0 || !hasLine(before) || !hasLine(here)) return undefined;
  const joined = put(blocks, above, { ...before, of: trimmed([...before.of, ...here.of]) });
  return { blocks: splice(joined, list, index, 1), did: 'remove', go: above };
}

/** A heading (its level) or a paragraph (0) of the same words. */
export function turn(blocks: Blocks, spot: Spot, level: number): Done | undefined {
  const here = blockAt(blocks, spot);
  if (!here || !hasLine(here)) return undefined;
  const block: Block = level > 0 ? { is: 'heading', level, of: here.of } : { is: 'paragraph', of: here.of };
  return { blocks: put(blocks, spot, block), did: 'turn', go: spot };
}

/** A column at the end of every line of a table: the words of its heading and of its cells. */
export function addColumn(blocks: Blocks, spot: Spot, heading: Phrase, cell: Phrase): Done {
  const table = at(blocks, spot) as Table;
  const head = eachLine(table.head, (cells) => [...cells, { head: 'col', of: heading }]);
  const of = eachLine(table.of, (cells) => [...cells, { of: cell }]);
  return { blocks: put(blocks, spot, { ...table, head, of }), did: 'column', go: spot };
}

/** The last column stays. */
export function removeColumn(blocks: Blocks, spot: Spot, column: number): Done | undefined {
  const table = at(blocks, spot) as Table;
  if (widthOf(table) < 2) return undefined;
  const without = (rows: readonly Lines[]) => eachLine(rows, (cells) => cells.toSpliced(column, 1));
  const next = { ...table, head: without(table.head), of: without(table.of) };
  return { blocks: put(blocks, spot, next), did: 'column', go: spot };
}

/** A column one place to the left (-1) or right. */
export function moveColumn(blocks: Blocks, spot: Spot, column: number, by: -1 | 1): Done | undefined {
  const table = at(blocks, spot) as Table;
  const to = column + by;
  if (to < 0 || to >= widthOf(table)) return undefined;
  const moved = (rows: readonly Lines[]) =>
    eachLine(rows, (cells) => {
      const cell = cells[column];
      return cell ? cells.toSpliced(column, 1).toSpliced(to, 0, cell) : cells;
    });
  return { blocks: put(blocks, spot, { ...table, head: moved(table.head), of: moved(table.of) }), did: 'column', go: spot }; // prettier-ignore
}

type Cells = Extract<Lines, { is: 'row' }>['cells'];

function eachLine(rows: readonly Lines[], change: (cells: Cells) => Cells): readonly Lines[] {
  return rows.map((row): Lines => {
    if (row.is === 'row') return { ...row, cells: change(row.cells) };
    const of = eachLine(row.of, change);
    if (row.is === 'each' || !row.otherwise) return { ...row, of };
    return { ...row, of, otherwise: eachLine(row.otherwise, change) };
  });
}

/** Cells of the widest line. */
export function widthOf({ head, of }: Pick<Table, 'head' | 'of'>): number {
  let most = 0;
  eachLine([...head, ...of], (cells) => {
    most = Math.max(most, cells.length);
    return cells;
  });
  return most;
}

/** Another row after one, empty, with as many cells. */
export function addRow(blocks: Blocks, spot: Spot): Done | undefined {
  const row = at(blocks, spot) as Lines | undefined;
  if (row?.is !== 'row') return undefined;
  const [list, index] = placed(spot);
  const empty: Lines = { ...row, cells: row.cells.map((cell) => ({ ...cell, of: [] })) };
  return { blocks: splice(blocks, list, index + 1, 0, empty), did: 'row', go: spotOf(list, index + 1) };
}

/** A row or an entry; the last one of all stays. */
export function removeRow(blocks: Blocks, spot: Spot): Done | undefined {
  const [list, index] = placed(spot);
  if (listAt(blocks, list).length < 2) return undefined;
  const rest = splice(blocks, list, index, 1);
  return { blocks: rest, did: 'row', go: spotOf(list, Math.max(0, index - 1)) };
}

/** Blocks in reading order, each with its spot: what arrow keys go through. */
export function inOrder(blocks: Blocks, list: Spot = ''): readonly Spot[] {
  const here = list === '' ? blocks : listAt(blocks, list);
  if (!isList(here)) return [];
  return here.flatMap((block, index) => {
    const spot = spotOf(list, index);
    return [spot, ...insides(block as Block).flatMap((key) => inOrder(blocks, spotOf(spot, key)))];
  });
}

/** Does a box have this word among its looks? */
export const dressedAs = (block: Block, look: string): block is Box =>
  block.is === 'box' && (block.look ?? '').split(' ').includes(look);

/** Another path wherever a block says this one. */
export function swap(blocks: Blocks, spot: Spot, from: string, to: string): Done {
  const changed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(changed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inside]) => [
        key,
        key === 'path' && inside === from ? to : changed(inside),
      ]),
    );
  };
  return { blocks: put(blocks, spot, changed(at(blocks, spot))), did: 'swap', go: spot };
}
