// SPDX-License-Identifier: AGPL-3.0-or-later
// Changing one part of a formula by its place: parts by their number, options by their name.
import { type Node, empty } from './formula.ts';

export type Call = Extract<Node, { is: 'call' }>;
export type Path = readonly (number | string)[];

/** The formula with another part at a place; undefined takes it away. */
export function put(node: Node, path: Path, next: Node | undefined): Node {
  const [step, ...rest] = path;
  if (step === undefined) return next ?? empty;
  if (node.is !== 'call') return node;
  if (typeof step === 'number') {
    const args = node.args.flatMap((arg, at) => {
      if (at !== step) return [arg];
      return rest.length === 0 && !next ? [] : [put(arg, rest, next)];
    });
    return { ...node, args };
  }
  if (rest.length > 0)
    return { ...node, options: { ...node.options, [step]: put(node.options[step]!, rest, next) } };
  const { [step]: _old, ...others } = node.options;
  return { ...node, options: next ? { ...others, [step]: next } : others };
}
