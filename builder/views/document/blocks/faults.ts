// SPDX-License-Identifier: AGPL-3.0-or-later
// What is wrong with blocks, each with its spot. The words are `blocks.fault.<code>`; the server's checks come on top.
import type { Block, Items, Lines, Phrase } from '../../../../templates/blocks/contract.ts';
import { nearest } from '../../../../templates/blocks/nearest.ts';
import { led, within, type Scopes } from '../../../../templates/blocks/things.ts';
import { spotOf, type Blocks, type Spot } from './edits.ts';

export interface Fault {
  /** of the block */
  readonly at: Spot;
  readonly code: string;
  readonly params: { readonly [name: string]: string };
  /** the path that is wrong and what it may be instead, where there is one near */
  readonly swap?: { readonly from: string; readonly to: string; readonly title: string };
}

/** What a path should have been; undefined: it leads somewhere. */
export function lost(
  path: string,
  scopes: Scopes,
): { readonly to?: string; readonly title: string } | undefined {
  if (path === 'this') return undefined;
  const { parts, things, instead } = led(path, scopes);
  if (things.length === parts.length) return undefined;
  const near = nearest(
    parts[things.length] ?? '',
    instead.map(({ key }) => key),
  );
  if (near === undefined) return { title: '' };
  const up = /^(?:\.\.\/)*/.exec(path)?.[0] ?? '';
  const to = up + parts.with(things.length, near).join('.');
  return { to, title: instead.find(({ key }) => key === near)?.title ?? near };
}

export function faultsOf(blocks: Blocks, scopes: Scopes): readonly Fault[] {
  const faults: Fault[] = [];
  let level = 0;
  /** lists whose rows have a place to sign */
  const signed = new Set<string>();
  let byTurns = 0;
  const say = (spot: Spot, code: string, params: Fault['params'] = {}): void =>
    void faults.push({ at: spot, code, params });
  const path = (spot: Spot, named: string, here: Scopes): void => {
    const found = lost(named, here);
    if (!found) return;
    const { to, title } = found;
    faults.push({
      at: spot,
      code: to === undefined ? 'unknown' : 'field',
      params: { what: named, title },
      ...(to === undefined ? {} : { swap: { from: named, to, title } }),
    });
  };
  const phrase = (spot: Spot, of: Phrase, here: Scopes): void => {
    for (const piece of of) {
      if (piece.is === 'field') path(spot, piece.path, here);
      if (piece.is === 'mark') phrase(spot, piece.of, here);
      if (piece.is === 'place') {
        const list = here.length > 1 ? String(here.at(-1)?.map(({ key }) => key)) : '';
        // What is shown by turns may be signed in either place.
        if (signed.has(list) && byTurns === 0) say(spot, 'signed-twice');
        if (byTurns === 0) signed.add(list);
      }
      if (piece.is === 'picture') {
        path(spot, piece.path, here);
        if (piece.alt.length === 0) say(spot, 'alt');
      }
      if (piece.is !== 'when' && piece.is !== 'each') continue;
      path(spot, piece.path, here);
      phrase(spot, piece.of, piece.is === 'each' ? within(piece.path, here) : here);
      if (piece.is === 'when') phrase(spot, piece.otherwise ?? [], here);
    }
  };
  const rows = (spot: Spot, of: readonly (Items | Lines)[], here: Scopes): void => {
    for (const row of of) {
      if (row.is === 'item') phrase(spot, row.of, here);
      else if (row.is === 'row') for (const cell of row.cells) phrase(spot, cell.of, here);
      else {
        path(spot, row.path, here);
        rows(spot, row.of, row.is === 'each' ? within(row.path, here) : here);
        if (row.is === 'when') rows(spot, row.otherwise ?? [], here);
      }
    }
  };
  const visit = (of: Blocks, list: Spot, here: Scopes): void => {
    for (const [index, block] of of.entries()) one(block, spotOf(list, index), here);
  };
  const one = (block: Block, spot: Spot, here: Scopes): void => {
    const visits: { readonly [is in Block['is']]?: () => void } = {
      heading: () => {
        const { level: now, of } = block as Extract<Block, { is: 'heading' }>;
        if (level > 0 && now > level + 1) say(spot, 'jump', { level: String(level + 1) });
        level = now;
        if (of.length === 0) say(spot, 'empty-heading');
        phrase(spot, of, here);
      },
      part: () => {
        // Ready-made parts have headings of their own, of the second level at most.
        level = Math.max(level, 1);
      },
      list: () => {
        const { of } = block as Extract<Block, { is: 'list' }>;
        if (of.some((item) => item.is === 'item' && item.of.length === 0)) say(spot, 'empty-item');
        rows(spot, of, here);
      },
      table: () => {
        const { head, of } = block as Extract<Block, { is: 'table' }>;
        const headed = (line: Lines): boolean =>
          line.is === 'row' ? line.cells.some((cell) => cell.head) : line.of.every(headed);
        if (head.length === 0 && !of.every(headed)) say(spot, 'no-heading-row');
        if (head.some((line) => line.is === 'row' && line.cells.some((cell) => cell.of.length === 0)))
          say(spot, 'empty-column');
        rows(spot, head, here);
        rows(spot, of, here);
      },
      box: () => visit((block as Extract<Block, { is: 'box' }>).of, spotOf(spot, 'of'), here),
      when: () => {
        const { path: named, of, otherwise } = block as Extract<Block, { is: 'when' }>;
        path(spot, named, here);
        byTurns += 1;
        visit(of, spotOf(spot, 'of'), here);
        visit(otherwise ?? [], spotOf(spot, 'otherwise'), here);
        byTurns -= 1;
      },
      each: () => {
        const { path: named, of } = block as Extract<Block, { is: 'each' }>;
        path(spot, named, here);
        visit(of, spotOf(spot, 'of'), within(named, here));
      },
    };
    const known = visits[block.is];
    if (known) known();
    else if ('of' in block) phrase(spot, block.of as Phrase, here);
  };
  visit(blocks, '', scopes);
  return faults;
}
