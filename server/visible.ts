// SPDX-License-Identifier: AGPL-3.0-or-later
// Parts of answers that a role may not see: taken away before they leave, put back before they are checked.
import type { FieldNode, Outline } from '../runtime/engine/contract.ts';
import type { Answers } from '../schemas/types.ts';

type Row = { readonly id?: unknown; readonly [key: string]: unknown };
const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sees = (node: FieldNode, role: string): boolean =>
  node.visibleTo === undefined || node.visibleTo.includes(role);

/** The answers without what the role may not see. */
export function withoutHidden(outline: Outline, answers: Answers, role: string): Answers {
  return outline.fields.some((node) => anyHidden(node, role))
    ? strip(roots(outline), answers, role)
    : answers;
}

/** What was sent, with the stored values of what the role may not see in place of whatever was sent for them. */
export function withStored(outline: Outline, sent: Answers, stored: Answers, role: string): Answers {
  return outline.fields.some((node) => anyHidden(node, role))
    ? merge(roots(outline), sent, stored, role)
    : sent;
}

/** Whether the role may see the field at a pointer of a draft, where a row is named by its id. */
export function seesAt(outline: Outline, pointer: string, role: string): boolean {
  let nodes = roots(outline);
  let inRows = false;
  for (const part of pointer.split('/').slice(1)) {
    if (inRows) {
      inRows = false;
      continue;
    }
    const node = nodes.find(({ key }) => key === part);
    if (!node) return true;
    if (!sees(node, role)) return false;
    inRows = node.type.nests === 'rows';
    nodes = node.children;
  }
  return true;
}

type AtPointers<Value> = { readonly [pointer: string]: Value };

/** What a draft holds by pointer, without what the role may not see. */
export const onlySeen = <Value>(
  outline: Outline,
  all: AtPointers<Value>,
  role: string,
): { [pointer: string]: Value } =>
  Object.fromEntries(Object.entries(all).filter(([pointer]) => seesAt(outline, pointer, role)));

/** What was sent by pointer, with what is stored where the role may not see. */
export const withUnseen = <Value>(
  outline: Outline,
  sent: AtPointers<Value>,
  stored: AtPointers<Value>,
  role: string,
): { [pointer: string]: Value } => ({
  ...onlySeen(outline, sent, role),
  ...Object.fromEntries(Object.entries(stored).filter(([pointer]) => !seesAt(outline, pointer, role))),
});

const roots = (outline: Outline): readonly FieldNode[] =>
  outline.fields.filter((node) => node.parent === undefined);
const anyHidden = (node: FieldNode, role: string): boolean =>
  !sees(node, role) || node.children.some((child) => anyHidden(child, role));

function strip(nodes: readonly FieldNode[], answers: Answers, role: string): Answers {
  const left: Answers = { ...answers };
  for (const node of nodes) {
    const value = answers[node.key];
    if (value === undefined) continue;
    if (!sees(node, role)) delete left[node.key];
    else if (node.type.nests === 'group' && isRow(value)) left[node.key] = strip(node.children, value, role);
    else if (node.type.nests === 'rows' && Array.isArray(value))
      left[node.key] = value.map((row: unknown) => (isRow(row) ? strip(node.children, row, role) : row));
  }
  return left;
}

function merge(nodes: readonly FieldNode[], sent: Answers, stored: Answers, role: string): Answers {
  const whole: Answers = { ...sent };
  for (const node of nodes) {
    const mine = sent[node.key];
    const kept = stored[node.key];
    if (!sees(node, role)) {
      if (kept === undefined) delete whole[node.key];
      else whole[node.key] = kept;
    } else if (node.type.nests === 'group' && isRow(mine))
      whole[node.key] = merge(node.children, mine, isRow(kept) ? kept : {}, role);
    else if (node.type.nests === 'rows' && Array.isArray(mine)) {
      const rows = new Map((Array.isArray(kept) ? kept : []).filter(isRow).map((row) => [row.id, row]));
      whole[node.key] = mine.map((row: unknown) =>
        isRow(row) ? merge(node.children, row, rows.get(row.id) ?? {}, role) : row,
      );
    }
  }
  return whole;
}
