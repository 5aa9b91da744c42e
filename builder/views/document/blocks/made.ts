// SPDX-License-Identifier: AGPL-3.0-or-later
// New blocks, each as it begins. One entry a kind: its name in words is `blocks.new.<name>`.
import type { Block, Phrase } from '../../../../templates/blocks/contract.ts';
import { choices, type Choice, type Scopes } from '../../../../templates/blocks/things.ts';
import { questions } from './asking.ts';

/** What may be made where: undefined when there is nothing to make it of. */
export interface Maker {
  readonly name: string;
  make(scopes: Scopes): Block | undefined;
}

/** Lists that may be repeated from here, those that are signed last. */
export const lists = (scopes: Scopes): readonly Choice[] =>
  choices(scopes)
    .filter(({ thing }) => thing.rows)
    .sort((a, b) => Number(a.thing.key === 'signers') - Number(b.thing.key === 'signers'));

/** What can be printed of a row: its own texts. */
export const cellsOf = ({ thing }: Choice): readonly Choice[] =>
  choices([thing.inside ?? []]).filter(({ thing: one }) => !one.rows && !one.flag);

const field = (path: string): Phrase => [{ is: 'field', path }];
const paragraph: Block = { is: 'paragraph', of: [] };

/** A table with these columns, one row for each row of a list. */
export function tableOf(list: Choice, columns: readonly Choice[]): Block {
  return {
    is: 'table',
    head: [
      { is: 'row', cells: columns.map(({ title }) => ({ head: 'col', of: [{ is: 'text', text: title }] })) },
    ],
    of: [
      {
        is: 'each',
        path: list.path,
        of: [
          {
            is: 'row',
            cells: columns.map(({ path }, index) => ({
              ...(index === 0 ? { head: 'row' as const } : {}),
              of: field(path),
            })),
          },
        ],
      },
    ],
  };
}

/** A place to sign for each of who signs. */
export function signatures(path: string): Block {
  return {
    is: 'box',
    tag: 'div',
    look: 'signers',
    of: [
      {
        is: 'each',
        path,
        of: [
          {
            is: 'box',
            tag: 'div',
            look: 'signer keep',
            of: [
              {
                is: 'paragraph',
                of: [
                  { is: 'mark', tag: 'strong', of: field('name') },
                  { is: 'break' },
                  { is: 'mark', tag: 'span', look: 'role', of: field('role') },
                ],
              },
              {
                is: 'box',
                tag: 'div',
                look: 'box',
                of: [{ is: 'phrase', of: [{ is: 'place', id: 'id', name: 'place' }] }],
              },
            ],
          },
        ],
      },
    ],
  };
}

const rowsFirst = (scopes: Scopes): Choice | undefined =>
  lists(scopes).find((one) => cellsOf(one).length > 0);

export const makers: readonly Maker[] = [
  { name: 'paragraph', make: () => paragraph },
  { name: 'heading', make: () => ({ is: 'heading', level: 2, of: [] }) },
  { name: 'bullets', make: () => ({ is: 'list', ordered: false, of: [{ is: 'item', of: [] }] }) },
  { name: 'numbers', make: () => ({ is: 'list', ordered: true, of: [{ is: 'item', of: [] }] }) },
  {
    name: 'rows',
    make(scopes) {
      const list = rowsFirst(scopes);
      const [first] = list ? cellsOf(list) : [];
      if (!list || !first) return undefined;
      return {
        is: 'list',
        ordered: false,
        of: [{ is: 'each', path: list.path, of: [{ is: 'item', of: field(first.path) }] }],
      };
    },
  },
  {
    name: 'table',
    make(scopes) {
      const list = rowsFirst(scopes);
      return list && tableOf(list, cellsOf(list).slice(0, 4));
    },
  },
  {
    name: 'plain-table',
    make: () => ({
      is: 'table',
      head: [
        {
          is: 'row',
          cells: [
            { head: 'col', of: [] },
            { head: 'col', of: [] },
          ],
        },
      ],
      of: [{ is: 'row', cells: [{ head: 'row', of: [] }, { of: [] }] }],
    }),
  },
  {
    name: 'when',
    make(scopes) {
      const way = questions(scopes)[0]?.ways[0];
      return way && { is: 'when', path: way.path, not: way.not, of: [paragraph] };
    },
  },
  {
    name: 'each',
    make(scopes) {
      const [first] = lists(scopes);
      return first && { is: 'each', path: first.path, of: [paragraph] };
    },
  },
  { name: 'note', make: () => ({ is: 'box', tag: 'aside', look: 'keep boxed', of: [paragraph] }) },
  { name: 'keep', make: () => ({ is: 'box', tag: 'section', look: 'keep', of: [paragraph] }) },
  {
    name: 'signatures',
    make(scopes) {
      const found = lists(scopes).find(({ thing }) => thing.key === 'signers');
      return found && signatures(found.path);
    },
  },
  { name: 'page', make: () => ({ is: 'page' }) },
];
