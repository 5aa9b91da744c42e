// SPDX-License-Identifier: AGPL-3.0-or-later
// What a text names: its paths as a tree, parts included.
import Handlebars from 'handlebars';

/** A name with what is named inside it; `rows`: the text goes through it row by row. */
export interface Name {
  rows: boolean;
  readonly inside: Map<string, Name>;
}
type Node = hbs.AST.Node & { readonly [key: string]: unknown };

export const blankName = (): Name => ({ rows: false, inside: new Map() });

/** The name of that key inside another, made where it is not there. */
export function nameIn({ inside }: Name, key: string): Name {
  const there = inside.get(key) ?? blankName();
  inside.set(key, there);
  return there;
}

/** Everything that our own texts name, from the root of what they are given. */
export function namesOf(
  sources: readonly string[],
  partials: { readonly [name: string]: string } = {},
): Name {
  const root = blankName();
  const visit = (block: hbs.AST.Program | undefined, around: readonly Name[]): void => {
    for (const statement of (block?.body ?? []) as unknown as readonly Node[]) {
      const name = (statement['name'] ?? statement['path']) as hbs.AST.PathExpression | undefined;
      if (statement.type === 'PartialStatement') {
        visit(Handlebars.parseWithoutProcessing(partials[name?.original ?? ''] ?? ''), around);
        continue;
      }
      const params = (statement['params'] ?? []) as readonly hbs.AST.PathExpression[];
      const own = statement.type === 'MustacheStatement' && params.length === 0 && name ? [name] : [];
      const found = [...own, ...params].map(({ parts, depth }) =>
        parts.reduce(nameIn, around[around.length - 1 - depth] ?? root),
      );
      if (statement.type !== 'BlockStatement') continue;
      const { program, inverse } = statement as unknown as hbs.AST.BlockStatement;
      const loops = name?.original === 'each' ? (found[0] ?? blankName()) : undefined;
      if (loops) loops.rows = true;
      visit(program, loops ? [...around, loops] : around);
      visit(inverse, around);
    }
  };
  for (const source of sources) visit(Handlebars.parseWithoutProcessing(source), [root]);
  return root;
}
