// SPDX-License-Identifier: AGPL-3.0-or-later
// Conditions as sentences: what may be asked at a place of a template, and in which words.
import type { Phrase, Piece, When } from '../../../../templates/blocks/contract.ts';
import { choices, thingAt, within, type Choice, type Scopes } from '../../../../templates/blocks/things.ts';
import { spotOf, type Spot } from './edits.ts';

/** The end of a sentence, in words `blocks.way.<says>`; whole, of a chip, `blocks.chip.<says>`. */
type Holding = 'there' | 'answered' | 'yes' | 'no' | 'holds';
export type Says = Holding | `${Holding}-not`;

/** One way of asking: the path that a template asks, and whether it must be there or not. */
export interface Way {
  readonly path: string;
  readonly not: boolean;
  readonly says: Says;
}

/** What is asked about, once, whatever the ways. */
export interface Question extends Choice {
  readonly ways: readonly Way[];
}

const both = (path: string, says: Holding): readonly Way[] => [
  { path, not: false, says },
  { path, not: true, says: `${says}-not` },
];

const flag = /(^|[./])is(Yes|No)\.([^.]+)$/;
/** The answer that a flag is about: `fields.isYes.affitto` is about `fields.affitto`. */
const answerOf = (path: string): string => path.replace(flag, '$1$3');

/** Everything that may be asked from a place, the nearest first. */
export function questions(scopes: Scopes): readonly Question[] {
  const all = choices(scopes, true).filter(({ thing }) => thing.words === undefined);
  const flags = all.filter(({ thing }) => thing.flag === 'yes' || thing.flag === 'no');
  return all.flatMap((one): Question[] => {
    const { flag: about } = one.thing;
    if (about === 'yes' || about === 'no') return [];
    if (about === 'holds') return [{ ...one, ways: both(one.path, 'holds') }];
    const own = flags.filter(({ path }) => answerOf(path) === one.path);
    if (own.length === 0) return [{ ...one, ways: both(one.path, 'there') }];
    const asked = own.flatMap(({ path, thing }) => both(path, thing.flag ?? 'yes'));
    // Yes and no before what is neither.
    const ways = [...asked, ...both(one.path, 'answered')].sort((a, b) => rank(a) - rank(b));
    return [{ ...one, ways }];
  });
}
const order: readonly Says[] = ['yes', 'no', 'yes-not', 'no-not', 'answered', 'answered-not'];
const rank = ({ says }: Way): number => order.indexOf(says);

/** Which question a condition asks, and how. One that leads nowhere is a question of its own. */
export function saidBy(
  path: string,
  not: boolean,
  all: readonly Question[],
): { readonly question: Question; readonly says: Says } {
  for (const question of all) {
    const way = question.ways.find((one) => one.path === path && one.not === not);
    if (way) return { question, says: way.says };
  }
  const lost = { path, title: path, thing: { key: path, title: path }, far: 0, ways: both(path, 'there') };
  return { question: lost, says: not ? 'there-not' : 'there' };
}

/** The words of one condition, without looking at all that could be asked. */
export function wayOf(path: string, not: boolean, scopes: Scopes): Says {
  const about = thingAt(path, scopes)?.flag;
  const up = path.lastIndexOf('/') + 1;
  const cut = Math.max(path.lastIndexOf('.') + 1, up);
  const yesNo = thingAt(`${path.slice(0, cut)}isYes.${path.slice(cut)}`, scopes) !== undefined;
  const says = about ?? (yesNo ? 'answered' : 'there');
  return not ? `${says}-not` : says;
}

/** Conditions inside a line, each with its spot and what may be named there. */
export function asked(
  of: Phrase,
  spot: Spot,
  scopes: Scopes,
): readonly { readonly when: When<Piece>; readonly spot: Spot; readonly scopes: Scopes }[] {
  return of.flatMap((piece, index) => {
    const here = spotOf(spot, index);
    if (piece.is === 'mark') return asked(piece.of, spotOf(here, 'of'), scopes);
    if (piece.is === 'each') return asked(piece.of, spotOf(here, 'of'), within(piece.path, scopes));
    if (piece.is !== 'when') return [];
    return [
      { when: piece, spot: here, scopes },
      ...asked(piece.of, spotOf(here, 'of'), scopes),
      ...asked(piece.otherwise ?? [], spotOf(here, 'otherwise'), scopes),
    ];
  });
}
