// SPDX-License-Identifier: AGPL-3.0-or-later
// Changing one clause of a tree by its place: [1, 0] is the first clause of the second.
import type { Clause, Group, Sentence } from './clauses.ts';

export type Path = readonly number[];

/** Deeper groups nobody follows. */
export const deepest = 4;

export const blank: Sentence = { question: '', relation: 'is' };

function changed(group: Group, path: Path, change: (clause: Clause) => Clause | undefined): Group {
  const [first, ...rest] = path;
  const list = group.list.flatMap((clause, at): Clause[] => {
    if (at !== first) return [clause];
    if (rest.length === 0) {
      const next = change(clause);
      return next ? [next] : [];
    }
    if ('join' in clause) {
      const next = changed(clause, rest, change);
      // A group from which everything was taken goes too.
      return next.list.length > 0 ? [next] : [];
    }
    return [clause];
  });
  return { ...group, list };
}

/** The group with another clause at a place; undefined takes it away. */
export const withClause = (group: Group, path: Path, clause: Clause | undefined): Group =>
  changed(group, path, () => clause);

/** A change of the group itself, or of one inside it. */
export function withGroup(root: Group, path: Path, change: (group: Group) => Group): Group {
  if (path.length === 0) return change(root);
  return changed(root, path, (clause) => ('join' in clause ? change(clause) : clause));
}

export const added = (root: Group, path: Path, clause: Clause): Group =>
  withGroup(root, path, (group) => ({ ...group, list: [...group.list, clause] }));

/** The clause at a place. */
export function clauseAt(root: Group, path: Path): Clause | undefined {
  return path.reduce<Clause | undefined>(
    (clause, at) => (clause && 'join' in clause ? clause.list[at] : undefined),
    root,
  );
}
