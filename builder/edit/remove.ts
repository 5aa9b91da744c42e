// SPDX-License-Identifier: AGPL-3.0-or-later
// Taking things away. Questions take with them the conditions that read them; boxes leave their questions behind.
import type { Definition, FieldSchema, LayoutNode } from '../../schemas/types.ts';
import type { Edited, Handle } from './contract.ts';
import { withBox } from './describe.ts';
import { everyField, fieldAt, innerScope, split, withField, withHolder } from './fields.ts';
import { pruned, references, target, titleOf } from './references.ts';
import { type TreeNode, find, flat, readTree, withItems, without, withTree } from './tree.ts';

const conditions = ['x-show', 'x-require', 'x-lock'] as const;
type Conditions = Pick<FieldSchema, (typeof conditions)[number]>;
type Gone = (target: string) => boolean;

function prunedAll<Holder extends Conditions>(holder: Holder, level: string, gone: Gone): Holder {
  let next = holder;
  for (const word of conditions) {
    const old = next[word];
    const left = pruned(old, level, gone);
    if (old === undefined || JSON.stringify(left) === JSON.stringify(old)) continue;
    const { [word]: _dropped, ...rest } = next;
    next = (left ? { ...rest, [word]: left } : rest) as Holder;
  }
  return next;
}

function prunedLayout(
  definition: Definition,
  nodes: readonly LayoutNode[],
  level: string,
  gone: Gone,
): LayoutNode[] {
  return nodes.map((node) => {
    if (typeof node === 'string' || 'row' in node) return node;
    const at = 'repeat' in node ? target(node.repeat, level) : undefined;
    const inner = (at !== undefined && innerScope(definition, at)) || level;
    const next = 'repeat' in node ? node : prunedAll(node, level, gone);
    return 'items' in next ? { ...next, items: prunedLayout(definition, next.items, inner, gone) } : next;
  });
}

function prunedGives(gives: NonNullable<Definition['gives']>, gone: Gone): NonNullable<Definition['gives']> {
  const stays = (value: unknown): boolean => typeof value !== 'string' || !gone(value);
  const left = (object: object): [string, unknown][] =>
    Object.entries(object).filter(([, value]) => stays(value));
  return Object.fromEntries(
    left(gives).map(([key, value]) => [
      key,
      key === 'counts'
        ? prunedCounts(value as Counts, gone)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(left(value))
          : value,
    ]),
  );
}

type Counts = NonNullable<NonNullable<Definition['gives']>['counts']>;

function prunedCounts(counts: Counts, gone: Gone): Counts {
  const stays = Object.entries(counts).filter(
    ([, what]) => !gone(typeof what === 'string' ? what : what.rows),
  );
  return Object.fromEntries(
    stays.map(([word, what]) => {
      if (typeof what === 'string') return [word, what];
      const values = Object.entries(what.values).filter(
        ([, pointer]) => !gone(target(pointer, `${what.rows}/*`) ?? ''),
      );
      return [word, { ...what, values: Object.fromEntries(values) }];
    }),
  );
}

/** No condition reads what is gone any more. Formulas and links are left for the list of problems to name. */
function withoutReaders(definition: Definition, gone: Gone): Definition {
  let next = definition;
  for (const { pointer, level } of everyField(definition))
    next = withField(next, pointer, (field) => prunedAll(field, level, gone));
  return {
    ...next,
    ...(next.layout ? { layout: prunedLayout(next, next.layout, '', gone) } : {}),
    ...(next.gives ? { gives: prunedGives(next.gives, gone) } : {}),
  };
}

/** What comes to hand next when a thing is gone: what follows it, else what precedes it, else its box. */
function neighbour(tree: readonly TreeNode[], handle: Handle): Handle {
  const found = find(tree, handle);
  if (!found) return '';
  const near = found.siblings[found.index + 1] ?? found.siblings[found.index - 1];
  const node = near?.kind === 'row' ? near.items[0] : near;
  return (node ?? found.around.findLast((box) => box.kind !== 'row'))?.handle ?? '';
}

export function removeField(definition: Definition, pointer: string): Edited | undefined {
  if (!fieldAt(definition, pointer)) return undefined;
  const tree = readTree(definition);
  const [scope, key] = split(pointer);
  const clean = withoutReaders(definition, (at) => at === pointer || at.startsWith(`${pointer}/`));
  const bare = withHolder(clean, scope, (holder) => {
    const { [key]: _gone, ...properties } = holder.properties;
    return { ...holder, properties, required: (holder.required ?? []).filter((other) => other !== key) };
  });
  return {
    // The pruned layout keeps its conditions; the tree is read from it, not from before.
    definition: withTree(bare, (now) => without(now, pointer)),
    step: { code: 'removed', params: { title: titleOf(definition, pointer) } },
    select: neighbour(tree, pointer),
  };
}

const shownAlways = (definition: Definition, handle: Handle): Definition =>
  withBox(definition, handle, (box) => {
    const { 'x-show': _gone, ...rest } = box as { readonly 'x-show'?: unknown };
    return rest as typeof box;
  });

/** A page, section or text goes; questions inside move to the page before (or after), none is lost. */
export function removeBox(definition: Definition, handle: Handle): Edited | undefined {
  const tree = readTree(definition);
  const found = find(tree, handle);
  if (!found || found.node.kind === 'field') return undefined;
  const { node, siblings, index } = found;
  // Not the page that is shown by one of their answers, if there is another.
  const own = flat([node]).map((item) => item.handle);
  const reads = (page: TreeNode): boolean =>
    references(definition).some(({ by, target: at }) => by === page.handle && own.includes(at));
  const near = [siblings[index - 1], siblings[index + 1]].filter((page) => page !== undefined);
  const heir = node.kind === 'page' ? (near.find((page) => !reads(page)) ?? near[0]) : undefined;
  const takenIn = (items: readonly TreeNode[]): readonly TreeNode[] => {
    const next = takeIn(items);
    return next.length === items.length && next.every((each, place) => each === items[place]) ? items : next;
  };
  const takeIn = (items: readonly TreeNode[]): readonly TreeNode[] =>
    items.flatMap((item): readonly TreeNode[] => {
      if (item === node) return heir?.kind === 'page' ? [] : node.items;
      if (item === heir && heir.kind === 'page')
        return [
          {
            ...heir,
            items:
              siblings.indexOf(heir) < index
                ? [...heir.items, ...node.items]
                : [...node.items, ...heir.items],
          },
        ];
      return [withItems(item, takenIn(item.items))];
    });
  const next = takeIn(tree);
  const after = withTree(definition, () => next);
  const against = heir && reads(heir) ? heir.handle : undefined;
  const first = flat(node.items).find((item) => item.kind !== 'row');
  return {
    // The only page left that is shown by one of their answers is then always shown.
    definition: against === undefined ? after : shownAlways(after, against),
    step: { code: `${node.kind}-removed`, params: { title: titleOf(definition, handle) } },
    select: first?.handle ?? neighbour(tree, handle),
  };
}
