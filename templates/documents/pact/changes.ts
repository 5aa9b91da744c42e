// SPDX-License-Identifier: AGPL-3.0-or-later
// What a new version of a pact says otherwise than the one before, as far as its copy says it at all.
import type { Data } from '../../contract.ts';
import { day, type Row } from '../../writing.ts';
import { columns, keys } from './keys.ts';
import { rowsAt } from './rows.ts';
import type { Cell, Texts } from './texts.ts';

/** One state of the pact: its answers, and how its cells are written. */
export interface State {
  readonly answers: Row;
  readonly cell: Cell;
  /** names of the household by id */
  readonly people: ReadonlyMap<string, string>;
}

type Word = 'objective' | 'result' | 'commitment' | 'support' | 'promise' | 'check';

/** The lists of a pact: what a row is called, what names it (the first that says something), what else it says. */
const lists: readonly {
  readonly key: string;
  readonly word: Word;
  readonly named: readonly string[];
  readonly says: { readonly [column: string]: keyof Texts };
}[] = [
  { key: keys.objectives, word: 'objective', named: [columns.text], says: {} },
  { key: keys.results, word: 'result', named: [columns.text], says: { [columns.by]: 'by', [columns.seenBy]: 'seenBy' } }, // prettier-ignore
  {
    key: keys.commitments,
    word: 'commitment',
    named: [columns.text, columns.type],
    says: {
      [columns.who]: 'who',
      [columns.others]: 'alongside',
      [columns.quantity]: 'quantity',
      [columns.from]: 'startsOn',
      [columns.to]: 'by',
      [columns.conditional]: 'boundMark',
    },
  },
  {
    key: keys.supports,
    word: 'support',
    named: [columns.service, columns.text],
    says: {
      [columns.provider]: 'provider',
      [columns.quantity]: 'quantity',
      [columns.from]: 'startsOn',
      [columns.to]: 'endsOn',
    },
  },
  { key: keys.promises, word: 'promise', named: [columns.text], says: { [columns.by]: 'by' } },
  { key: keys.checks, word: 'check', named: [columns.date], says: { [columns.place]: 'place', [columns.with]: 'with' } }, // prettier-ignore
];

/** Answers at the root that the page shows. */
const alone: { readonly [key: string]: keyof Texts } = {
  [keys.from]: 'startsOn',
  [keys.to]: 'endsOn',
  [keys.needs]: 'needs',
  [keys.strengths]: 'strengths',
  [keys.hopes]: 'hopes',
};

interface Line {
  readonly what: string;
  readonly before: string;
  readonly now: string;
}

/** Every change as one line: what, before, now. Empty where the two say the same. */
export function changes(before: State, now: State, t: Texts): Line[] {
  const line = (what: string, was: string, is: string): Line[] =>
    was === is ? [] : [{ what, before: was || t.none, now: is || t.none }];
  return [
    ...people(before, now, t),
    ...Object.entries(alone).flatMap(([key, title]) =>
      line(t[title], before.cell('', before.answers, key), now.cell('', now.answers, key)),
    ),
    ...lists.flatMap(({ key, word, named, says }) => {
      const rows = { before: byId(before, key), now: byId(now, key) };
      const name = (state: State, row: Row): string =>
        named.map((column) => state.cell(key, row, column)).find((one) => one !== '') ?? '';
      const gone = [...rows.before].flatMap(([id, row]) =>
        rows.now.has(id) ? [] : [{ what: t[word], before: name(before, row), now: t.removed }],
      );
      const kept = [...rows.now].flatMap(([id, row]): Line[] => {
        const older = rows.before.get(id);
        const called = name(now, row);
        if (!older) return [{ what: t[word], before: t.none, now: `${t.added}: ${called}` }];
        return [
          ...line(t[word], name(before, older), called),
          ...Object.entries(says).flatMap(([column, title]) =>
            line(
              `${t[word]} «${called}», ${t[title]}`,
              before.cell(key, older, column),
              now.cell(key, row, column),
            ),
          ),
        ];
      });
      return [...gone, ...kept];
    }),
  ];
}

function byId({ answers }: State, key: string): ReadonlyMap<unknown, Row> {
  return new Map(rowsAt(answers, key).map((row) => [row['id'], row]));
}

function people(before: State, now: State, t: Texts): Line[] {
  const absent = (from: State, other: State) =>
    [...from.people].flatMap(([id, name]) => (other.people.has(id) ? [] : [name]));
  return [
    ...absent(before, now).map((name) => ({ what: t.person, before: name, now: t.removed })),
    ...absent(now, before).map((name) => ({ what: t.person, before: t.none, now: `${t.added}: ${name}` })),
  ];
}

/** The section of the page; null where there was no version before. */
export function changesSection(
  version: { readonly revision: number; readonly issuedAt: string } | undefined,
  lines: readonly Line[],
  t: Texts,
): Data {
  if (!version) return null;
  return {
    title: `${t.changes} ${version.revision}`,
    intro: `${t.changesBefore} ${version.revision} ${t.changesOf} ${day(version.issuedAt)}. ${lines.length > 0 ? t.changesRest : t.changesNone}`,
    lines: lines.map((one) => ({ ...one })),
  };
}

/** The same of a draft, against the first one that the family was given. */
export function sinceSection(
  first: { readonly number: number; readonly at: string } | undefined,
  lines: readonly Line[],
  t: Texts,
): Data {
  if (!first) return null;
  return {
    title: `${t.first} ${first.number}`,
    intro: `${t.firstBefore} ${first.number} ${t.changesOf} ${day(first.at)}. ${lines.length > 0 ? t.changesRest : t.changesNone}`,
    lines: lines.map((one) => ({ ...one })),
  };
}
