// SPDX-License-Identifier: AGPL-3.0-or-later
// What the things on the canvas know of it. They are told of a change one by one, not all together.
import type { Definition } from '../../../schemas/types.ts';
import type { SaidFinding } from '../../api.ts';
import type { Catalogue, Handle } from '../../edit/contract.ts';
import type { Language } from '../../words.ts';

/** How one thing stands now. */
export interface Standing {
  readonly chosen: boolean;
  /** one of several that are chosen together */
  readonly among: boolean;
  /** is its title being rewritten in place? */
  readonly writing: boolean;
  /** is the line that adds a question after it open? */
  readonly adding: boolean;
  readonly level: SaidFinding['level'] | undefined;
  /** how many comments on it are open */
  readonly talks: number;
}

/** A thing that can be told how it stands. */
export interface Told {
  standing: Standing;
}

export interface Desk {
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly readonly: boolean;
  /** the definition that is shown now */
  now(): Definition;
  /** so many questions that what nobody looks at is drawn in a simpler way */
  long(): boolean;
  join(handle: Handle, thing: Told): Standing;
  leave(handle: Handle, thing: Told): void;
}

export const plain: Standing = {
  chosen: false,
  among: false,
  writing: false,
  adding: false,
  level: undefined,
  talks: 0,
};

export const sameStanding = (a: Standing, b: Standing): boolean =>
  a.chosen === b.chosen &&
  a.among === b.among &&
  a.writing === b.writing &&
  a.adding === b.adding &&
  a.level === b.level &&
  a.talks === b.talks;
