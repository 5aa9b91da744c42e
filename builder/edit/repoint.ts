// SPDX-License-Identifier: AGPL-3.0-or-later
// What a question reads, written for another place: pointers follow what came with it, and what is not there is let go.
import type { CheckRule, Condition, FieldSchema } from '../../schemas/types.ts';
import { outside, target } from './references.ts';

export interface Elsewhere {
  // a field as it was called, absolute with * for a row → what it is called here; undefined: it is not here
  readonly field: (target: string) => string | undefined;
  /** is a condition of this name here? */
  readonly named: (name: string) => boolean;
}

interface Levels {
  readonly was: string;
  readonly is: string;
}

const isPointer = (text: string): boolean => /^\.{0,2}\//.test(text);

/** A pointer as it is written at the new place; undefined: what it names is not here, or out of reach. */
function pointer(text: string, { was, is }: Levels, { field }: Elsewhere): string | undefined {
  const at = target(text, was);
  if (at === undefined) return text;
  const here = field(at);
  if (here === undefined) return undefined;
  if (text.startsWith('../')) {
    const around = outside(is);
    const rest = here.startsWith(`${around}/`) ? here.slice(around.length) : undefined;
    return rest === undefined || rest.includes('/*') ? undefined : `..${rest}`;
  }
  const own = is !== '' && here.startsWith(`${is}/`);
  const rest = own ? here.slice(is.length) : here;
  if (rest.includes('/*')) return undefined;
  return own ? `.${rest}` : rest;
}

/** The condition without what reads something that is not here; undefined when nothing is left. `lost`: was something let go? */
function condition(
  part: Condition,
  levels: Levels,
  there: Elsewhere,
  lost: () => void,
): Condition | undefined {
  const left = Object.entries(part).flatMap(([key, value]): (readonly [string, unknown])[] => {
    if (key === 'all' || key === 'any') {
      const parts = (value as Condition[]).flatMap((each) => condition(each, levels, there, lost) ?? []);
      return parts.length > 0 ? [[key, parts]] : [];
    }
    let whole = true;
    if (key === 'not') {
      // Half of a denial says something else.
      const inner = condition(value as Condition, levels, there, () => {
        whole = false;
      });
      if (whole && inner) return [[key, inner]];
    } else if (key === 'named') {
      if (there.named(String(value))) return [[key, value]];
    } else {
      const name = pointer(key, levels, there);
      if (name !== undefined) return [[name, value]];
    }
    lost();
    return [];
  });
  return left.length > 0 ? (Object.fromEntries(left) as Condition) : undefined;
}

/** A formula or link; undefined when any part of it is not here. Inside `where` and `of`, ./ is the list's own row. */
function formula(part: unknown, levels: Levels, there: Elsewhere): unknown {
  if (typeof part === 'string') return isPointer(part) ? pointer(part, levels, there) : part;
  if (Array.isArray(part)) {
    const parts = part.map((each: unknown) => formula(each, levels, there));
    return parts.includes(undefined) ? undefined : parts;
  }
  if (typeof part !== 'object' || part === null || Object.hasOwn(part, 'text')) return part;
  const next: { [key: string]: unknown } = {};
  for (const [key, value] of Object.entries(part)) {
    const local = (key === 'where' || key === 'of') && !JSON.stringify(value).includes('"/');
    const written = local ? value : formula(value, levels, there);
    const name = isPointer(key) ? pointer(key, levels, there) : key;
    if (written === undefined || name === undefined) return undefined;
    next[name] = written;
  }
  return next;
}

const conditions = ['x-show', 'x-require', 'x-lock'] as const;
const formulas = ['x-value', 'x-prefill', 'x-ref', 'x-each', 'x-choices'] as const;

/** One holder of conditions and formulas, written for its new place; `lost` hears each keyword that had to give. */
export function repointed<Holder extends object>(
  holder: Holder,
  levels: Levels,
  there: Elsewhere,
  lost: () => void,
): Holder {
  const next = { ...holder } as { [word: string]: unknown };
  for (const word of conditions) {
    const old = next[word] as Condition | undefined;
    if (old === undefined) continue;
    const left = condition(old, levels, there, lost);
    if (left) next[word] = left;
    else delete next[word];
  }
  for (const word of formulas) {
    if (next[word] === undefined) continue;
    const written = formula(next[word], levels, there);
    if (written === undefined) {
      delete next[word];
      lost();
    } else next[word] = written;
  }
  const rules = next['x-check'] as CheckRule[] | undefined;
  if (rules) {
    const left = rules.flatMap((rule): CheckRule[] => {
      let whole = true;
      const must = condition(rule.must, levels, there, () => {
        whole = false;
      });
      if (whole && must) return [{ ...rule, must }];
      lost();
      return [];
    });
    if (left.length > 0) next['x-check'] = left;
    else delete next['x-check'];
  }
  return next as Holder;
}

/** A field with everything inside it, written for its new place. `was` and `is`: what ./ means there. */
export function repointedField(
  field: FieldSchema,
  was: Levels & { readonly from: string; readonly to: string },
  there: Elsewhere,
  lost: () => void,
): FieldSchema {
  const { from, to } = was;
  let next = repointed(field, was, there, lost);
  const inside = (
    holder: FieldSchema,
    levels: Levels,
    base: string,
    goal: string,
  ): FieldSchema['properties'] =>
    holder.properties &&
    Object.fromEntries(
      Object.entries(holder.properties).map(([key, each]) => [
        key,
        repointedField(each, { ...levels, from: `${base}/${key}`, to: `${goal}/${key}` }, there, lost),
      ]),
    );
  if (next.properties) next = { ...next, properties: inside(next, was, from, to)! };
  if (next.items) {
    const rows = { was: `${from}/*`, is: `${to}/*` };
    let items = repointed(next.items, next.items.properties ? rows : was, there, lost);
    if (items.properties) items = { ...items, properties: inside(items, rows, rows.was, rows.is)! };
    next = { ...next, items };
  }
  return next;
}
