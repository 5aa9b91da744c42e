// SPDX-License-Identifier: AGPL-3.0-or-later
// The same definition with its pointers and conditions written anew, wherever they stand. Parts in which nothing
// changes stay the same objects.
import type { Condition, Definition, FieldSchema, LayoutNode } from '../../schemas/types.ts';
import { everyField, innerScope, pathOf, withPart } from './fields.ts';
import { limits } from './limits.ts';
import { isCondition, outside, rowsOf, target } from './references.ts';

/** How to write what is found; what a function is not there for stays. */
export interface Rewriting {
  // a field as an absolute pointer with * for a row → the same field as it is called then
  readonly field?: (target: string) => string;
  /** a named condition → what stands in its place */
  readonly named?: (name: string) => Condition;
}

type Keyed = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object with each value changed; itself where none did. */
function mapped<Part extends object>(
  part: Part,
  change: (value: unknown, key: string) => unknown,
  rename: (key: string) => string = (key) => key,
): Part {
  let changed = false;
  const entries = Object.entries(part).map(([key, value]) => {
    const next = [rename(key), change(value, key)] as const;
    changed ||= next[0] !== key || next[1] !== value;
    return next;
  });
  return changed ? (Object.fromEntries(entries) as Part) : part;
}

function mappedList<Item>(list: readonly Item[], change: (item: Item) => Item): Item[] {
  const next = list.map(change);
  return next.some((item, index) => item !== list[index]) ? next : (list as Item[]);
}

const lastKey = (pointer: string): string => pointer.slice(pointer.lastIndexOf('/') + 1);

/** A writer of the pointers, conditions and formulas of one definition. */
export function writer(definition: Definition, { field = (at) => at, named }: Rewriting) {
  // './eta' stays './…', '../tipo' stays '../…': what is around a row is called anew together with it.
  function pointer(text: string, level: string): string {
    const at = target(text, level);
    if (!at?.startsWith('/')) return text;
    const next = field(at);
    if (next === at) return text;
    if (text.startsWith('../')) return `..${next.slice(field(outside(level)).length)}`;
    return text.startsWith('./') ? `.${next.slice(field(level).length)}` : next;
  }

  function test(part: unknown, at: string): unknown {
    if (!isObject(part)) return part;
    return mapped(part, (value, key) => {
      if (key === 'contains') return test(value, `${at}/*`);
      if (key === 'not') return test(value, at);
      const inner = (each: string): string => lastKey(field(`${at}/${each}`));
      if (key === 'properties' && isObject(value))
        return mapped(value, (each, name) => test(each, `${at}/${name}`), inner);
      return key === 'required' && Array.isArray(value) ? mappedList(value as string[], inner) : value;
    });
  }

  function condition(part: Condition, level: string): Condition {
    const instead = named && part.named !== undefined ? named(part.named) : undefined;
    if (instead && instead.named === undefined) {
      const { named: _old, ...others } = part;
      if (Object.keys(others).length === 0) return instead;
      const rest = condition(others as Condition, level);
      const clash = Object.keys(instead).some((key) => Object.hasOwn(rest, key));
      return (clash ? { all: [rest, instead] } : { ...rest, ...instead }) as Condition;
    }
    return mapped(
      part,
      (value, key) => {
        if (key === 'all' || key === 'any')
          return mappedList(value as Condition[], (each) => condition(each, level));
        if (key === 'not') return condition(value as Condition, level);
        if (key === 'named' && instead) return instead.named;
        const at = key === 'named' ? undefined : target(key, level);
        return at?.startsWith('/') ? test(value, at) : value;
      },
      (key) => (key.includes('/') ? pointer(key, level) : key),
    );
  }

  function formula(part: unknown, level: string): unknown {
    if (typeof part === 'string') return /^\.{0,2}\//.test(part) ? pointer(part, level) : part;
    if (Array.isArray(part)) return mappedList(part, (each: unknown) => formula(each, level));
    if (isCondition(part)) return condition(part, level);
    if (!isObject(part) || Object.hasOwn(part, 'text')) return part;
    const [first] = Object.keys(part);
    const rows = rowsOf(definition, part[first!], level);
    return mapped(part, (value, key) => {
      if (key === 'where') return condition(value as Condition, rows);
      return formula(value, key === 'of' && key !== first ? rows : level);
    });
  }
  return { pointer, condition, formula };
}

type Writer = ReturnType<typeof writer>;

const conditionWords = new Set(['x-show', 'x-require', 'x-lock']);

/** The keywords of one field or of the rows of a list, not its own fields. */
function inField(part: FieldSchema, level: string, definition: Definition, write: Writer): FieldSchema {
  return mapped(part, (value, key) => {
    if (conditionWords.has(key)) return write.condition(value as Condition, level);
    if (key === 'x-check') return checks(value as FieldSchema['x-check'], level, write);
    if (key === 'x-value' || key === 'x-prefill') return write.formula(value, level);
    if (key === 'x-ref') return write.pointer(String(value), level);
    if (key === 'x-settings' && isObject(value)) {
      const read = limits({ 'x-settings': value });
      return mapped(value, (each, name) => {
        const limit = read.find(({ side }) => side === name);
        return limit ? write.pointer(limit.pointer, level) + limit.rest : each;
      });
    }
    if (key === 'x-choices' && isObject(value) && isObject(value['where']))
      return mapped(value, (each, name) =>
        name === 'where' ? mapped(each as Keyed, (at) => write.pointer(String(at), level)) : each,
      );
    if (key === 'x-each' && isObject(value)) {
      const rows = rowsOf(definition, value['of'], level);
      return mapped(value, (each, name) =>
        name === 'of' ? write.pointer(String(each), level) : write.condition(each as Condition, rows),
      );
    }
    return value;
  });
}

const checks = (list: FieldSchema['x-check'], level: string, write: Writer): FieldSchema['x-check'] =>
  list &&
  mappedList(list, (rule) =>
    mapped(rule, (value, key) => (key === 'must' ? write.condition(value as Condition, level) : value)),
  );

function inLayout(
  nodes: readonly LayoutNode[],
  level: string,
  definition: Definition,
  write: Writer,
): LayoutNode[] {
  return mappedList(nodes, (node) => {
    if (typeof node === 'string') return write.pointer(node, level);
    const rows = 'repeat' in node ? rowsOf(definition, node.repeat, level) : level;
    return mapped(node, (value, key) => {
      if (key === 'row') return mappedList(value as string[], (each) => write.pointer(each, level));
      if (key === 'repeat') return write.pointer(String(value), level);
      if (key === 'x-show') return write.condition(value as Condition, level);
      return key === 'items' ? inLayout(value as LayoutNode[], rows, definition, write) : value;
    });
  });
}

/** Places of a field's words in the document: its own, those of its rows, and the shared parts that they name. */
function parts(definition: Definition): readonly (readonly [path: readonly string[], level: string])[] {
  const found = new Map<string, readonly [readonly string[], string]>();
  const add = (path: readonly string[] | undefined, level: string): void => {
    for (let depth = 0; path && depth < 24; depth++) {
      const key = path.join('/');
      if (found.has(key)) return;
      found.set(key, [path, level]);
      const part = path.reduce<unknown>((here, step) => (here as Keyed | undefined)?.[step], definition);
      const ref = isObject(part) ? part['$ref'] : undefined;
      path = typeof ref === 'string' ? ['schema', '$defs', ref.slice('#/$defs/'.length)] : undefined;
    }
  };
  for (const { pointer, level } of everyField(definition)) {
    add(pathOf(definition, pointer), level);
    const inner = innerScope(definition, pointer);
    if (inner?.endsWith('/*')) add(pathOf(definition, inner), inner);
    else if (!inner) add(pathOf(definition, `${pointer}/*`), level);
  }
  return [...found.values()];
}

/** Writes every pointer and condition of a definition anew. */
export function rewritten(definition: Definition, rewriting: Rewriting): Definition {
  const write = writer(definition, rewriting);
  let next = definition;
  for (const [path, level] of parts(definition))
    next = withPart<FieldSchema>(next, path, (part) => inField(part, level, definition, write));
  next = mapped(next, (value, key) => {
    if (key === 'layout') return inLayout(value as LayoutNode[], '', definition, write);
    if (key === 'conditions') return mapped(value as Keyed, (each) => write.condition(each as Condition, ''));
    if (key === 'schema') return mapped(value as Keyed, (each, word) => (word === 'x-check' ? checks(each as FieldSchema['x-check'], '', write) : each)); // prettier-ignore
    if (key === 'outcome') {
      const { rows, ...rest } = value as NonNullable<Definition['outcome']>;
      const after = mappedList(rows, (row) =>
        mapped(row, (each, word) => (word === 'when' ? write.condition(each as Condition, '') : each)),
      );
      return after === rows ? value : { ...rest, rows: after };
    }
    if (key !== 'gives') return value;
    const given = (each: unknown): unknown => {
      if (typeof each === 'string') return write.pointer(each, '');
      if (!isObject(each)) return each;
      // What is taken of each counted row is written from the row.
      const level = typeof each['rows'] === 'string' ? `${each['rows']}/*` : undefined;
      return mapped(each, (part, word) =>
        level !== undefined && word === 'values'
          ? mapped(part as Keyed, (pointer) => write.pointer(String(pointer), level))
          : level !== undefined && word === 'except'
            ? mapped(
                part as Keyed,
                (codes) => codes,
                (pointer) => write.pointer(pointer, level),
              )
            : given(part),
      );
    };
    return mapped(value as Keyed, given);
  });
  return next;
}
