// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Definition } from '../../../schemas/types.ts';
import type { Path } from '../../edit/clause-tree.ts';
import type { Clause, Group, OverRows, Sentence } from '../../edit/clauses.ts';
import type { Catalogue, Handle } from '../../edit/contract.ts';
import type { Language, Say } from '../../words.ts';
import type { Option } from '../menu.ts';

/** The condition that is being written, and what can be asked of it. */
export interface Writing {
  readonly definition: Definition;
  readonly catalogue: Catalogue;
  /** the rows that ./ means; '' at the root */
  readonly level: string;
  readonly readonly: boolean;
  readonly language: Language;
  readonly say: Say;
  /** what may be read, as a menu */
  readonly questions: readonly Option[];
  /** the id of a control that stands at a place */
  ref(part: string, path: Path): string;
  put(path: Path, clause: Clause): void;
  /** shown, and not kept before it is complete */
  begin(path: Path, clause: Clause): void;
  change(path: Path, change: (group: Group) => Group): void;
  /** another question, list or named condition at a place */
  choose(path: Path, value: string): void;
  relate(path: Path, question: Handle, relation: string): void;
  /** a sentence about the rows of a list; undefined takes it away */
  inRow(path: Path, sentence: Sentence | undefined): void;
  /** how many rows at least */
  least(path: Path): number;
  atLeast(path: Path, rows: number): void;
  /** the questions are of another form, which does not change */
  readonly foreign: boolean;
  /** a computed question in the place of counted rows */
  count(path: Path, clause: OverRows): void;
}
