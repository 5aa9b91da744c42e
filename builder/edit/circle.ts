// SPDX-License-Identifier: AGPL-3.0-or-later
// Does a question stand inside a box that is shown by its own answer, directly or round about?
import type { Definition } from '../../schemas/types.ts';
import type { Handle } from './contract.ts';
import { namesIn } from './named.ts';
import { references } from './references.ts';
import { rulesOf } from './rules.ts';
import { type TreeNode, find, flat, readTree } from './tree.ts';

/** Keywords that decide what is asked, or what an answer is. */
const deciding = new Set(
  ['x-show', 'x-require', 'x-lock', 'x-value', 'x-choices', 'x-each', 'conditions', 'outcome'], // prettier-ignore
);

/** What decides whether a thing is shown or what it is worth: its own words and the boxes around it. */
function deciders(definition: Definition): ReadonlyMap<Handle, readonly Handle[]> {
  const found = new Map<Handle, Handle[]>();
  const add = (by: Handle, on: Handle): void => {
    const list = found.get(by);
    if (list) list.push(on);
    else found.set(by, [on]);
  };
  for (const { by, word, target } of references(definition))
    if (deciding.has(word)) add(by, target.replace(/\/\*$/, ''));
  // Through a name, and through the table of outcomes.
  for (const { kind, by, condition, formula, name } of rulesOf(definition)) {
    const reader = kind === 'named' ? `condition:${name}` : kind === 'outcome' ? 'outcome' : by;
    if (kind === 'check' || kind === 'prefill') continue;
    for (const each of namesIn(condition ?? formula)) add(reader, `condition:${each}`);
    if (JSON.stringify(formula ?? '').includes('"outcome"')) add(reader, 'outcome');
  }
  const around = (nodes: readonly TreeNode[], box: Handle | undefined): void => {
    for (const node of nodes) {
      const own = node.kind === 'row' ? box : node.handle;
      if (node.kind !== 'row' && box !== undefined) add(node.handle, box);
      around(node.items, own);
    }
  };
  around(readTree(definition), undefined);
  return found;
}

/** The box or question that closes a circle around what stands at `handle`; undefined: there is none. */
export function circleAt(definition: Definition, handle: Handle): Handle | undefined {
  const node = find(readTree(definition), handle)?.node;
  if (!node) return undefined;
  const decided = deciders(definition);
  const own = new Set(flat([node]).map((each) => each.handle));
  const seen = new Set<Handle>(own);
  const open = [...own].flatMap((each) => decided.get(each) ?? []);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    for (const on of decided.get(at) ?? []) {
      if (own.has(on)) return at;
      open.push(on);
    }
  }
  return undefined;
}
