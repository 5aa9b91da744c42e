// SPDX-License-Identifier: AGPL-3.0-or-later
// Of the answers of a whole household, those that are of one person: what is of all, and that person's own rows.
import type { FieldNode, Outline } from '../../runtime/engine/contract.ts';
import type { Answers } from '../../schemas/types.ts';

export interface Whose {
  /** row id of the person, and of everybody who is or was in the household */
  readonly person: string;
  readonly household: ReadonlySet<string>;
  /** may this answer be given to the person at all? */
  gives(node: FieldNode): boolean;
}
type Row = { readonly id?: unknown; readonly [key: string]: unknown };
const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function ownPart(outline: Outline, answers: Answers, whose: Whose): Answers {
  return part(
    outline.fields.filter(({ parent }) => parent === undefined),
    answers,
    whose,
  );
}

/** Answers that are about somebody else of the household as a whole: one question of theirs says whom they are about. */
export function isAboutAnother(outline: Outline, answers: Answers, whose: Omit<Whose, 'gives'>): boolean {
  return outline.fields.some((node) => {
    const value = answers[node.key];
    return (
      node.parent === undefined &&
      node.schema['x-ref'] !== undefined &&
      typeof value === 'string' &&
      whose.household.has(value) &&
      value !== whose.person
    );
  });
}

function part(nodes: readonly FieldNode[], holder: Row, whose: Whose): Answers {
  const out: Answers = {};
  for (const node of nodes) {
    const value = holder[node.key];
    if (value === undefined || !whose.gives(node) || isAnothers(node, value, whose)) continue;
    if (node.type.nests === 'group' && isRow(value)) out[node.key] = part(node.children, value, whose);
    else if (node.type.nests === 'rows' && Array.isArray(value))
      out[node.key] = value
        .filter(isRow)
        .filter((row) => isOwn(node, row, whose))
        .map((row) => ({
          ...(row.id === undefined ? {} : { id: row.id }),
          ...part(node.children, row, whose),
        }));
    else out[node.key] = value;
  }
  return out;
}

/** People that a value names by the id of their row. */
const named = (value: unknown, { household }: Whose): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && household.has(one),
  );

/** It names people of the household, and this person is not among them. */
function isAnothers(node: FieldNode, value: unknown, whose: Whose): boolean {
  if (node.schema['x-ref'] === undefined) return false;
  const people = named(value, whose);
  return people.length > 0 && !people.includes(whose.person);
}

/** A row of somebody else of the household, or that is bound to somebody else, is not this person's. */
function isOwn(node: FieldNode, row: Row, whose: Whose): boolean {
  if (typeof row.id === 'string' && whose.household.has(row.id)) return row.id === whose.person;
  return !node.children.some((child) => isAnothers(child, row[child.key], whose));
}
