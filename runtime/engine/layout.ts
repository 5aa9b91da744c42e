// SPDX-License-Identifier: BSD-3-Clause
// Where fields stand, and what pages and sections add to them.
import type { Condition, LayoutNode } from '../../schemas/types.ts';
import type { ScopedCondition } from './contract.ts';
import { rowOf } from './pointer.ts';

/** What the pages and sections around a field ask of it. */
export interface Around {
  readonly show: readonly ScopedCondition[];
  readonly visibleTo: readonly string[] | undefined;
  readonly print: 'never' | 'internal' | 'family';
}
export const nothingAround: Around = { show: [], visibleTo: undefined, print: 'family' };

const strictness = ['family', 'internal', 'never'] as const;
export type Print = (typeof strictness)[number];
export const stricter = (a: Print, b: Print | undefined): Print =>
  b !== undefined && strictness.indexOf(b) > strictness.indexOf(a) ? b : a;
/** Roles that both lists allow; undefined stands for all. */
export const both = (
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined => (a && b ? a.filter((role) => b.includes(role)) : (a ?? b));

export interface Placed {
  /** pointer with * → what stands around it, in the order in which fields are met */
  readonly fields: ReadonlyMap<string, Around>;
  /** pages, sections and notes: id with its kind, level and what must hold */
  readonly nodes: readonly { readonly key: string; readonly level: string; readonly around: Around }[];
}

/** What a walk over layout nodes needs to know of the fields. */
export interface Nesting {
  /** rows, group, or undefined for a field that does not nest or is unknown */
  nests(pointer: string): 'rows' | 'group' | undefined;
}

// A layout pointer seen from the repeat or group around it: ./nome in /nucleo → /nucleo/*/nome
export const place = (pointer: string, base: string): string =>
  pointer.startsWith('./') ? base + pointer.slice(1) : pointer;

/** Walks the layout and notes for each field and node what stands around it. */
export function placed(layout: readonly LayoutNode[], nesting: Nesting): Placed {
  const fields = new Map<string, Around>();
  const nodes: Placed['nodes'][number][] = [];
  const walk = (items: readonly LayoutNode[], base: string, level: string, around: Around): void => {
    for (const item of items) {
      if (typeof item === 'string') fields.set(place(item, base), around);
      else if ('row' in item) for (const pointer of item.row) fields.set(place(pointer, base), around);
      else if ('repeat' in item) {
        const pointer = place(item.repeat, base);
        const rows = nesting.nests(pointer) === 'rows';
        fields.set(pointer, around);
        walk(item.items, rows ? rowOf(pointer) : pointer, rows ? pointer : level, { ...nothingAround });
      } else {
        const show: Condition | undefined = item['x-show'];
        const inside: Around = {
          show: show ? [...around.show, { condition: show, level }] : around.show,
          visibleTo: both(around.visibleTo, item['x-visible-to']),
          print: stricter(around.print, item['x-print']),
        };
        const key =
          'page' in item
            ? `page:${item.page}`
            : 'section' in item
              ? `section:${item.section}`
              : `note:${item.note}`;
        nodes.push({ key, level, around: inside });
        if ('items' in item) walk(item.items, base, level, inside);
      }
    }
  };
  walk(layout, '', '', nothingAround);
  return { fields, nodes };
}

/** A drawn field, for the completion of a layout. */
export interface Drawn {
  readonly pointer: string;
  readonly nests: 'rows' | 'group' | undefined;
  readonly children: readonly Drawn[];
}

/** The layout with every drawn field in it exactly once: what it leaves out goes to the end of its page, repeat or group. */
export function complete(
  layout: readonly LayoutNode[] | undefined,
  drawn: readonly Drawn[],
  nesting: Nesting,
): LayoutNode[] {
  if (!layout || layout.length === 0) return drawn.map((field) => field.pointer);
  const stands = placed(layout, nesting).fields;
  const find = (pointer: string, among: readonly Drawn[]): Drawn | undefined => {
    for (const field of among) {
      const found = field.pointer === pointer ? field : find(pointer, field.children);
      if (found) return found;
    }
    return undefined;
  };
  /** Pointers left out below a list of fields; a group of which a part stands somewhere is left out part by part. */
  const missing = (among: readonly Drawn[]): string[] =>
    among.flatMap((field) => {
      if (stands.has(field.pointer)) return [];
      const apart = field.nests === 'group' && field.children.some((child) => stands.has(child.pointer));
      return apart ? missing(field.children) : [field.pointer];
    });
  const fill = (items: readonly LayoutNode[], base: string): LayoutNode[] =>
    items.map((item) => {
      if (typeof item === 'string' || 'row' in item || 'note' in item) return item;
      if (!('repeat' in item)) return { ...item, items: fill(item.items, base) };
      const pointer = place(item.repeat, base);
      const inner = nesting.nests(pointer) === 'rows' ? rowOf(pointer) : pointer;
      const left = missing(find(pointer, drawn)?.children ?? []).map(
        (each) => '.' + each.slice(inner.length),
      );
      return { ...item, items: [...fill(item.items, inner), ...left] };
    });
  const out = fill(layout, '');
  const left = missing(drawn);
  if (left.length === 0) return out;
  // A page with a condition would hide what nobody put there.
  const open = out.findLastIndex(
    (node) => typeof node === 'object' && 'page' in node && !node['x-show'] && !node['x-visible-to'],
  );
  const last = out[open];
  if (typeof last === 'object' && 'page' in last)
    return out.with(open, { ...last, items: [...last.items, ...left] });
  const pages = out.some((node) => typeof node === 'object' && 'page' in node);
  return [...out, ...(pages ? [{ page: 'altro', title: 'Altro', items: left }] : left)];
}
