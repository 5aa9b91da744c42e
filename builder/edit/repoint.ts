// SPDX-License-Identifier: AGPL-3.0-or-later
// What a question reads, written for another place: pointers follow what came with it, and what is not there is let go.
import type { CheckRule, Condition, FieldSchema } from '../../schemas/types.ts';
import { split } from './fields.ts';
import { limits } from './limits.ts';
import { besides, inCondition, isCondition, outside, target } from './references.ts';

export interface Elsewhere {
  // a field as it was called, absolute with * for a row → what it is called here; undefined: it is not here
  readonly field: (target: string) => string | undefined;
  /** does a condition of this name mean here what it meant there? */
  readonly named: (name: string, levels: Levels) => boolean;
  /** is there no table of outcomes to work with? */
  readonly noOutcome?: boolean;
}

/** What ./ means where a thing was and where it is: the rows of a list, '' at the root. */
export interface Levels {
  readonly was: string;
  readonly is: string;
}

/** Hears each keyword that had to give something. */
type Lost = (word: string) => void;
type Keyed = { readonly [key: string]: unknown };

const isPointer = (text: string): boolean => /^\.{0,2}\//.test(text);

/** A pointer as it is written at the new place; undefined: what it names is not here, or out of reach. */
function pointer(text: string, { was, is }: Levels, { field }: Elsewhere): string | undefined {
  const at = target(text, was);
  if (!at?.startsWith('/')) return text;
  const here = field(at);
  if (here === undefined) return undefined;
  if (text.startsWith('../') && is !== '') {
    const around = outside(is);
    const rest = here.startsWith(`${around}/`) ? here.slice(around.length) : undefined;
    return rest === undefined || rest.includes('/*') ? undefined : `..${rest}`;
  }
  const own = is !== '' && here.startsWith(`${is}/`);
  const rest = own ? here.slice(is.length) : here;
  if (rest.includes('/*')) return undefined;
  return own ? `.${rest}` : rest;
}

/** Are the questions of the rows that a test looks into here as well? */
function insideHere(key: string, test: unknown, { was }: Levels, { field }: Elsewhere): boolean {
  let here = true;
  inCondition({ [key]: test } as Condition, was, (at) => {
    here &&= at.endsWith('/id') || field(at) !== undefined;
  });
  return here;
}

/** The condition without what reads something that is not here; undefined when nothing is left. */
export function repointedCondition(
  part: Condition,
  levels: Levels,
  there: Elsewhere,
  lost: () => void,
): Condition | undefined {
  const left = Object.entries(part).flatMap(([key, value]): (readonly [string, unknown])[] => {
    if (key === 'all' || key === 'any') {
      const parts = (value as Condition[]).flatMap(
        (each) => repointedCondition(each, levels, there, lost) ?? [],
      );
      return parts.length > 0 ? [[key, parts]] : [];
    }
    if (key === 'not') {
      // Half of a denial says something else.
      const inner = whole(value as Condition, levels, there);
      if (inner) return [[key, inner]];
    } else if (key === 'named') {
      if (there.named(String(value), levels)) return [[key, value]];
    } else {
      const name = pointer(key, levels, there);
      if (name !== undefined && insideHere(key, value, levels, there)) return [[name, value]];
    }
    lost();
    return [];
  });
  return left.length > 0 ? (Object.fromEntries(left) as Condition) : undefined;
}

/** The condition if all that it reads is here. */
export function whole(part: Condition, levels: Levels, there: Elsewhere): Condition | undefined {
  let complete = true;
  const left = repointedCondition(part, levels, there, () => {
    complete = false;
  });
  return complete ? left : undefined;
}

/** The rows that ./ means in `where` and `of` beside a list. */
function rowsOf(list: unknown, levels: Levels, { field }: Elsewhere): Levels {
  const at = typeof list === 'string' ? target(list, levels.was) : undefined;
  if (at?.startsWith('/')) return { was: `${at}/*`, is: `${field(at) ?? at}/*` };
  return typeof list === 'string' ? { was: `${list}/*`, is: `${list}/*` } : levels;
}

/** A formula; undefined when any part of it is not here. */
function formula(part: unknown, levels: Levels, there: Elsewhere): unknown {
  if (typeof part === 'string') return isPointer(part) ? pointer(part, levels, there) : part;
  if (Array.isArray(part)) {
    const parts = part.map((each: unknown) => formula(each, levels, there));
    return parts.includes(undefined) ? undefined : parts;
  }
  if (isCondition(part)) return whole(part, levels, there);
  if (typeof part !== 'object' || part === null || Object.hasOwn(part, 'text')) return part;
  const [call, ...options] = Object.entries(part);
  if (!call || (call[0] === 'outcome' && there.noOutcome)) return undefined;
  const rows = rowsOf(call[1], levels, there);
  const next: { [key: string]: unknown } = { [call[0]]: formula(call[1], levels, there) };
  for (const [key, value] of options)
    next[key] =
      key === 'where'
        ? whole(value as Condition, rows, there)
        : formula(value, key === 'of' ? rows : levels, there);
  return Object.values(next).includes(undefined) ? undefined : next;
}

type Word = (written: unknown, levels: Levels, there: Elsewhere, lost: () => void) => unknown;

const all =
  (write: (part: never, levels: Levels, there: Elsewhere) => unknown): Word =>
  (written, levels, there, lost) => {
    const next = write(written as never, levels, there);
    if (next === undefined) lost();
    return next;
  };

/** How each keyword that reads is written for its new place; undefined: it is let go. */
const words: { readonly [word: string]: Word } = {
  'x-show': (written, ...rest) => repointedCondition(written as Condition, ...rest),
  'x-require': (written, ...rest) => repointedCondition(written as Condition, ...rest),
  'x-lock': (written, ...rest) => repointedCondition(written as Condition, ...rest),
  'x-value': all(formula),
  'x-prefill': all(formula),
  'x-ref': all(pointer),
  'x-each': all((each: { of: string; where?: Condition }, levels, there) => {
    const of = pointer(each.of, levels, there);
    const where = each.where && whole(each.where, rowsOf(each.of, levels, there), there);
    return of === undefined || (each.where && !where) ? undefined : { ...each, of, ...(where && { where }) };
  }),
  'x-choices': (written, levels, there, lost) => {
    const { where, ...rest } = written as { readonly where?: { readonly [column: string]: string } };
    if (!where) return written;
    const left = Object.entries(where).flatMap(([column, at]) => {
      const name = pointer(at, levels, there);
      if (name === undefined) lost();
      return name === undefined ? [] : [[column, name] as const];
    });
    return left.length > 0 ? { ...rest, where: Object.fromEntries(left) } : rest;
  },
  'x-check': (written, levels, there, lost) => {
    const left = (written as CheckRule[]).flatMap((rule): CheckRule[] => {
      const must = whole(rule.must, levels, there);
      if (!must) lost();
      return must ? [{ ...rule, must }] : [];
    });
    return left.length > 0 ? left : undefined;
  },
  'x-settings': (written, levels, there, lost) => {
    const next: { [key: string]: unknown } = { ...(written as Keyed) };
    for (const { side, pointer: at, rest } of limits({ 'x-settings': next })) {
      const name = pointer(at, levels, there);
      if (name === undefined) {
        delete next[side];
        lost();
      } else next[side] = `${name}${rest}`;
    }
    return Object.keys(next).length > 0 ? next : undefined;
  },
};

/** A link, or a list of links, that leads nowhere any more is a text that somebody writes. */
function plainText(link: Keyed): Keyed {
  const {
    'x-type': _link,
    items: _items,
    uniqueItems: _once,
    minItems: _least,
    maxItems: _most,
    ...rest
  } = link;
  return { ...rest, type: 'string', maxLength: 200 };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One holder of conditions and formulas, written for its new place; what stays the same is the same. */
export function repointed<Holder extends object>(
  holder: Holder,
  levels: Levels,
  there: Elsewhere,
  lost: Lost,
): Holder {
  let next = holder as Keyed;
  for (const [word, write] of Object.entries(words)) {
    const old = next[word];
    if (old === undefined) continue;
    const written = write(old, levels, there, () => lost(word));
    if (same(written, old)) continue;
    const { [word]: _old, ...rest } = next;
    next = written === undefined ? rest : { ...next, [word]: written };
    if (word === 'x-ref' && written === undefined) next = plainText(next);
    // What was worked out behind the scenes is a question like others now: somebody has to see it.
    if (word === 'x-value' && written === undefined) {
      const { 'x-drawn': _hidden, ...drawn } = next;
      next = drawn;
    }
  }
  return next as Holder;
}

/** The choices that open a question beside them, when that one stands beside them here, too. */
export function repointedBesides(
  field: FieldSchema,
  from: string,
  to: string,
  there: Elsewhere,
  lost: Lost,
): FieldSchema {
  const old = Object.entries(besides(field));
  if (old.length === 0) return field;
  const left = old.flatMap(([choice, key]) => {
    const [scope, name] = split(there.field(`${split(from)[0]}/${key}`) ?? '');
    if (name !== '' && scope === split(to)[0]) return [[choice, name] as const];
    lost('beside');
    return [];
  });
  const { beside: _old, ...rest } = field['x-settings'] ?? {};
  const { 'x-settings': _settings, ...bare } = field;
  const settings = left.length > 0 ? { ...rest, beside: Object.fromEntries(left) } : rest;
  if (same(settings, field['x-settings'])) return field;
  return Object.keys(settings).length > 0 ? { ...field, 'x-settings': settings } : bare;
}

/** A field with everything inside it, written for its new place. `was` and `is`: what ./ means there. */
export function repointedField(
  field: FieldSchema,
  levels: Levels & { readonly from: string; readonly to: string },
  there: Elsewhere,
  lost: Lost,
): FieldSchema {
  const { from, to } = levels;
  let next = repointedBesides(repointed(field, levels, there, lost), from, to, there, lost);
  const inside = (holder: FieldSchema, around: Levels, base: string, goal: string): FieldSchema =>
    holder.properties
      ? {
          ...holder,
          properties: Object.fromEntries(
            Object.entries(holder.properties).map(([key, each]) => [
              key,
              repointedField(each, { ...around, from: `${base}/${key}`, to: `${goal}/${key}` }, there, lost),
            ]),
          ),
        }
      : holder;
  next = inside(next, levels, from, to);
  if (next.items) {
    const rows = { was: `${from}/*`, is: `${to}/*` };
    const items = repointed(next.items, next.items.properties ? rows : levels, there, lost);
    next = { ...next, items: inside(items, rows, rows.was, rows.is) };
  }
  return next;
}
