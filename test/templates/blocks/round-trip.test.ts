// SPDX-License-Identifier: AGPL-3.0-or-later
// Blocks and text are the same thing said twice: whatever goes one way comes back.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { Block, Cell, Items, Lines, Phrase, Piece } from '../../../templates/blocks/contract.ts';
import { readBlocks } from '../../../templates/blocks/read.ts';
import { writeBlocks } from '../../../templates/blocks/write.ts';
import { checkTemplate } from '../../../templates/check-template.ts';

const shipped = [
  'templates/partials',
  ...readdirSync('templates/documents').map((kind) => `templates/documents/${kind}`),
]
  .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))
  .filter((file) => file.endsWith('.hbs'));

const bare = (text: string): string => text.replace(/\s+/g, '');

/** Texts that no block says, wherever they stand. */
function experts(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as { is?: string }).is === 'expert' ? [(value as { text: string }).text] : [];
  return [...own, ...Object.values(value).flatMap(experts)];
}

test('every template that comes with Patto is shown as blocks and written back', () => {
  let kept = 0;
  for (const file of shipped) {
    const text = readFileSync(file, 'utf8');
    const blocks = readBlocks(text);
    const written = writeBlocks(blocks);
    assert.equal(bare(written), bare(text), file);
    assert.deepEqual(readBlocks(written), blocks, file);
    kept += experts(blocks).length;
  }
  assert.ok(shipped.length > 25 && kept <= 20, `${kept} places are for experts`);
});

test('what is no block keeps its text, byte for byte', () => {
  const odd = [
    '<dl class="told">{{#each facts}}<dt>{{word}}</dt>\n   <dd>{{text}}</dd>{{/each}}</dl>',
    '<table><tbody><tr>{{#if x}}<td>a</td>{{/if}}</tr></tbody></table>',
    '{{#each rows}}<p>a</p>{{else}}<p>b</p>{{/each}}',
    '<p title="x">a</p>',
    '<p>{{#if a}}x{{else if b}}y{{/if}}</p>',
    '<p>\\{{not}} a {{{raw}}} {{~tight~}}</p>',
    '<p>{{#if a}}</p>{{/if}}',
    '{{',
    '<ul><li>a<ul><li>b</li></ul></li></ul>',
  ];
  for (const text of odd) {
    const around = readBlocks(`<p>before</p>\n${text}\n<p>after</p>`);
    assert.deepEqual(experts(around).length, 1, text);
    assert.ok(experts(around)[0]!.includes(text), text);
    assert.deepEqual(readBlocks(writeBlocks(around)), around, text);
  }
});

test('what people write opens no placeholder and no element, and is read again as they wrote it', () => {
  for (const said of [
    '{{title}}',
    '{{{raw}}}',
    '<b>x</b>',
    'a & b &amp; c',
    '\\',
    'a } b',
    'x\u00a0y',
    '"q"',
    '>',
  ]) {
    const of: Phrase = [
      { is: 'text', text: said },
      { is: 'field', path: 'title' },
      { is: 'text', text: `}${said}` },
    ];
    const blocks: Block[] = [{ is: 'paragraph', of }];
    const text = writeBlocks(blocks);
    assert.deepEqual(checkTemplate(text), [], text);
    assert.deepEqual(text.match(/\{\{.*?\}\}/g), ['{{title}}'], text);
    assert.deepEqual(readBlocks(text), blocks, text);
  }
});

/** Numbers from 0 up to a bound, the same for the same seed. */
function dice(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

function made(roll: (bound: number) => number): Block[] {
  const one = <T>(of: readonly T[]): T => of[roll(of.length)]!;
  const some = <T>(most: number, make: () => T): T[] => Array.from({ length: 1 + roll(most) }, make);
  const path = (): string => one(['title', 'fields.luogo', '../t.intro', 'nome', '../../number']);
  const words = (): string =>
    one(['Il patto', 'a {{b}} c', '<x>', 'perché & è', 'due  parole'.replace('  ', ' '), 'x\u00a0y']);
  const dressed = (): { look?: string } =>
    roll(3) === 0 ? { look: one(['intro', 'keep boxed', 'line']) } : {};
  /** Texts never stand beside each other, nor spaces at an end. */
  const phrase = (depth: number): Phrase => {
    const pieces = some(4, () => piece(depth));
    return pieces.filter((each, at) => each.is !== 'text' || pieces[at - 1]?.is !== 'text');
  };
  const piece = (depth: number): Piece => {
    const kinds: readonly (() => Piece)[] = [
      () => ({ is: 'text', text: words() }),
      () => ({ is: 'field', path: path() }),
      () => ({ is: 'break' }),
      () => ({ is: 'place', id: 'id', name: 'place' }),
      () => ({ is: 'expert', text: '&hearts;' }),
      () => ({ is: 'picture', path: path(), alt: [{ is: 'text', text: words() }], ...dressed() }),
      () => ({ is: 'mark', tag: one(['strong', 'em', 'span']), ...dressed(), of: phrase(depth - 1) }),
      () => ({ is: 'when', path: path(), not: roll(2) === 0, of: phrase(depth - 1) }),
      () => ({ is: 'when', path: path(), not: false, of: phrase(depth - 1), otherwise: phrase(depth - 1) }),
      () => ({ is: 'each', path: path(), of: phrase(depth - 1) }),
    ];
    return kinds[roll(depth > 0 ? kinds.length : 6)]!();
  };
  const around = <Of>(inside: () => Of[]) => [
    () => ({ is: 'when' as const, path: path(), not: roll(2) === 0, of: inside() }),
    () => ({ is: 'when' as const, path: path(), not: false, of: inside(), otherwise: inside() }),
    () => ({ is: 'each' as const, path: path(), of: inside() }),
  ];
  const item = (depth: number): Items =>
    depth > 0 && roll(3) === 0
      ? one(around(() => some(2, () => item(depth - 1))))()
      : { is: 'item', ...dressed(), of: phrase(1) };
  const cell = (): Cell => ({
    ...(roll(2) === 0 ? { head: one(['col', 'row'] as const) } : {}),
    ...dressed(),
    of: phrase(1),
  });
  const row = (depth: number): Lines =>
    depth > 0 && roll(3) === 0
      ? one(around(() => some(2, () => row(depth - 1))))()
      : { is: 'row', ...dressed(), cells: some(3, cell) };
  const block = (depth: number): Block => {
    const leaves: readonly (() => Block)[] = [
      () => ({ is: 'heading', level: 1 + roll(6), ...dressed(), of: phrase(2) }),
      () => ({ is: 'paragraph', ...dressed(), of: roll(5) === 0 ? [] : phrase(2) }),
      () => ({ is: 'list', ordered: roll(2) === 0, ...dressed(), of: some(3, () => item(2)) }),
      () => ({
        is: 'table',
        ...dressed(),
        head: roll(2) === 0 ? [] : some(2, () => row(1)),
        of: some(3, () => row(2)),
      }),
      () => ({ is: 'part', name: one(['letterhead', 'letter-top']) }),
      () => ({ is: 'page' }),
      () => ({ is: 'comment', text: '{{!-- a <p> {{b}} --}}' }),
      () => ({ is: 'expert', text: '<dl>\n <dt>x</dt>  <dd>{{y}}</dd></dl>' }),
    ];
    const boxes: readonly (() => Block)[] = [
      () => ({ is: 'box', tag: one(['section', 'div', 'main']), ...dressed(), of: blocks(depth - 1) }),
      ...around<Block>(() => [...blocks(depth - 1), { is: 'page' }]),
    ];
    const all = depth > 0 ? [...leaves, ...boxes] : leaves;
    return all[roll(all.length)]!();
  };
  const blocks = (depth: number): Block[] => some(4, () => block(depth));
  return blocks(3);
}

test('blocks that anybody could make: written and read, they are the same', () => {
  const count = process.env['PATTO_PROOF'] === 'full' ? 20_000 : 400;
  for (let seed = 1; seed <= count; seed++) {
    const blocks = made(dice(seed));
    const text = writeBlocks(blocks);
    assert.deepEqual(readBlocks(text), blocks, `seed ${seed}\n${text}`);
    assert.equal(writeBlocks(readBlocks(text)), text, `seed ${seed}`);
  }
});
