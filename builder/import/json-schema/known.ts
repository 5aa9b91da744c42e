// SPDX-License-Identifier: AGPL-3.0-or-later
// What the names of the source have become.
import type { FieldSchema } from '../../../schemas/types.ts';
import type { Answer, Holder, Rows } from '../answers.ts';

/** One property of the source, and the question, group or list that it is now. */
export interface Known extends Answer {
  readonly key: string;
  /** the object that holds it */
  readonly within: Level;
  /** what is in it, when it is a group or a list */
  readonly inside: Level | undefined;
  /** the questions of which this one chooses */
  readonly alternatives?: readonly Known[];
}

/** The properties of one object. */
export interface Level {
  readonly holder: Holder;
  /** with stars; '' is the form */
  readonly pointer: string;
  readonly rows: Rows | undefined;
  readonly names: Map<string, Known>;
}

export const newLevel = (pointer: string, rows: Rows | undefined, holder: Holder): Level => ({
  holder,
  pointer,
  rows,
  names: new Map(),
});

/** `#/properties/a/properties/b` → the names ['a', 'b']; undefined for other ways of pointing. */
export function namesOf(scope: string): readonly string[] | undefined {
  const steps = scope
    .replace(/^#?\/?/, '')
    .split('/')
    .filter(Boolean);
  const names = steps.filter((_, place) => place % 2 === 1);
  const fine =
    steps.length % 2 === 0 && steps.every((word, place) => place % 2 === 1 || word === 'properties');
  return fine ? names.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~')) : undefined;
}

/** The property that some names lead to, through groups. */
export function find(level: Level, names: readonly string[]): Known | undefined {
  const [first, ...rest] = names;
  const known = first === undefined ? undefined : level.names.get(first);
  if (rest.length === 0 || !known) return known;
  return known.inside && known.field.type === 'object' ? find(known.inside, rest) : undefined;
}

/** Choices whose codes were numbers are texts now. */
export const asCode = (field: FieldSchema, value: unknown): unknown =>
  field.oneOf && typeof value === 'number' ? String(value) : value;
