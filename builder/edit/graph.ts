// SPDX-License-Identifier: AGPL-3.0-or-later
// Who depends on whom, around one thing: what it reads, what reads it, and so on for some steps.
import type { Definition } from '../../schemas/types.ts';
import type { Handle } from './contract.ts';
import { namesIn } from './named.ts';
import { references } from './references.ts';
import { rulesOf } from './rules.ts';

/** `from` is read by `to`, in the keywords `words`. Things are handles, `condition:<name>`, `outcome`, '' for the form. */
export interface Edge {
  readonly from: Handle;
  readonly to: Handle;
  readonly words: readonly string[];
}

export interface Neighbourhood {
  /** by how many steps from the middle: negative is read by it, positive reads it */
  readonly layers: readonly { readonly step: number; readonly things: readonly Handle[] }[];
  readonly edges: readonly Edge[];
  /** things left out because a layer would be too long */
  readonly more: number;
}

/** Longer layers nobody can look at. */
export const widest = 24;

const known = new WeakMap<Definition, readonly Edge[]>();

/** Every edge of a definition, each pair once, in reading order. */
export function edgesOf(definition: Definition): readonly Edge[] {
  const made = known.get(definition);
  if (made) return made;
  const found = new Map<string, { from: Handle; to: Handle; words: Set<string> }>();
  const add = (from: Handle, to: Handle, word: string): void => {
    if (from === to) return;
    const key = `${from} → ${to}`;
    const edge = found.get(key) ?? { from, to, words: new Set() };
    edge.words.add(word);
    found.set(key, edge);
  };
  for (const { by, word, target } of references(definition)) add(target.replace(/\/\*$/, ''), by, word);
  for (const { kind, by, name, condition, formula } of rulesOf(definition)) {
    const to =
      kind === 'named' ? `condition:${name}` : kind === 'outcome' ? 'outcome' : by.replace(/\/\*$/, '');
    for (const each of namesIn(condition ?? formula)) add(`condition:${each}`, to, 'conditions');
    // What works with the suggested outcome reads the table.
    if (formula !== undefined && JSON.stringify(formula).includes('"outcome"')) add('outcome', to, 'outcome');
  }
  const edges = [...found.values()].map(({ words, ...rest }) => ({ ...rest, words: [...words] }));
  known.set(definition, edges);
  return edges;
}

/** What is around a thing, up to `depth` steps each way. */
export function around(definition: Definition, middle: Handle, depth: number): Neighbourhood {
  const edges = edgesOf(definition);
  const place = new Map<Handle, number>([[middle, 0]]);
  let more = 0;
  const walk = (way: 1 | -1): (readonly [number, Handle[]])[] => {
    let reached: readonly Handle[] = [middle];
    const layers: (readonly [number, Handle[]])[] = [];
    for (let step = 1; step <= depth && reached.length > 0; step++) {
      const here = new Set(reached);
      const next: Handle[] = [];
      for (const { from, to } of edges) {
        const [near, far] = way > 0 ? [from, to] : [to, from];
        if (!here.has(near) || place.has(far)) continue;
        if (next.length >= widest) {
          more++;
          continue;
        }
        place.set(far, way * step);
        next.push(far);
      }
      if (next.length > 0) layers.push([way * step, next]);
      reached = next;
    }
    return layers;
  };
  const before = walk(-1).reverse();
  const after = walk(1);
  const layers = [...before, [0, [middle]] as const, ...after].map(([step, things]) => ({ step, things }));
  return { layers, edges: edges.filter(({ from, to }) => place.has(from) && place.has(to)), more };
}

/** Things that read or are read, the most connected first. */
export function connected(definition: Definition): readonly Handle[] {
  const count = new Map<Handle, number>();
  for (const { from, to } of edgesOf(definition))
    for (const thing of [from, to]) count.set(thing, (count.get(thing) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1]).map(([thing]) => thing);
}
