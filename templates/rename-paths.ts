// SPDX-License-Identifier: AGPL-3.0-or-later
// A question has another name in the data: every path of a template that says it follows. Prose and markup are not read.
import Handlebars from 'handlebars';
import { paths } from './check-paths.ts';
import { checkTemplate } from './check-template.ts';
import { flagKeys } from './fields.ts';

/** A question by the keys that lead to it, rows passed through: ['nucleo', 'nome']; its new key. */
export interface Renaming {
  readonly path: readonly string[];
  readonly to: string;
}

/** Too large or too deep to be parsed. */
const unread = new Set(['template-too-large', 'template-too-many', 'template-too-deep', 'template-syntax']);

/** The text with the names put in; `places`: how many paths changed. A text that cannot be read stays as it is. */
export function renamedPaths(
  source: string,
  names: readonly Renaming[],
  partials: readonly string[] = [],
): { readonly text: string; readonly places: number; readonly read: boolean } {
  if (checkTemplate(source, partials).some(({ code }) => unread.has(code)))
    return { text: source, places: 0, read: false };
  const lines = source.split('\n');
  const starts = lines.map((_, line) => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0));
  const edits: { readonly at: number; readonly length: number; readonly to: string }[] = [];
  // Keys from the root; [] of what is not known, which nothing begins with.
  type Keys = readonly string[] | undefined;
  const whole = ({ parts, depth }: hbs.AST.PathExpression, around: readonly Keys[]): Keys => {
    const base = around[around.length - 1 - depth];
    return base && [...base, ...parts];
  };
  for (const { path, around } of paths<Keys>(
    Handlebars.parseWithoutProcessing(source),
    [[]],
    whole,
    undefined,
  )) {
    const keys = whole(path, around);
    if (!keys) continue;
    const at = starts[path.loc.start.line - 1]! + path.loc.start.column;
    const written = source.slice(at, at + path.original.length);
    if (written !== path.original) continue;
    const words = [...written.matchAll(/[A-Za-z0-9_]+/g)].filter(([word]) => word !== 'this');
    for (const { path: named, to } of names) {
      const wanted = ['fields', ...named];
      // Whether an answer is yes stands beside the answers of its level: `fields.isYes.affitto`.
      const said = keys.flatMap((key, index) => (flagKeys.includes(key) ? [] : [{ key, index }]));
      const place = (said[wanted.length - 1]?.index ?? -1) - (keys.length - path.parts.length);
      if (place < 0 || place >= path.parts.length || !wanted.every((key, index) => said[index]?.key === key))
        continue;
      const word = words[place];
      if (word && word[0] === wanted.at(-1)) edits.push({ at: at + word.index, length: word[0].length, to });
    }
  }
  let text = source;
  for (const { at, length, to } of edits.toSorted((a, b) => b.at - a.at))
    text = text.slice(0, at) + to + text.slice(at + length);
  return { text, places: edits.length, read: true };
}
