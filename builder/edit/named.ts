// SPDX-License-Identifier: AGPL-3.0-or-later
// Conditions with a name, written once and used in many places. Nothing that is done to a name changes what holds.
import type { Condition, Definition } from '../../schemas/types.ts';
import type { Edited, Refused } from './contract.ts';
import { makeKey } from './key.ts';
import { rewritten } from './rewrite.ts';

/** As it is read aloud: ha_minori → ha minori */
export const spoken = (name: string): string => name.replaceAll('_', ' ');

const named = (definition: Definition): { readonly [name: string]: Condition } => definition.conditions ?? {};

const step = (code: string, name: string, more: { readonly [name: string]: string | number } = {}) => ({
  code,
  params: { name: spoken(name), ...more },
});

function withConditions(
  definition: Definition,
  conditions: { readonly [name: string]: Condition },
): Definition {
  const { conditions: _old, ...rest } = definition;
  return Object.keys(conditions).length > 0 ? { ...definition, conditions: { ...conditions } } : rest;
}

/** Does a condition read answers of a row? Then it means something else in each place, and has no name of its own. */
export function ofARow(condition: Condition): boolean {
  let found = false;
  const look = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(look);
    else if (typeof part === 'object' && part !== null)
      for (const [key, value] of Object.entries(part)) {
        found ||= key.startsWith('.');
        look(value);
      }
  };
  look(condition);
  return found;
}

/** Does a named condition, or one that it names, read answers of a row? From another list it reads something else. */
export function boundToRow(definition: Definition, name: string, seen: readonly string[] = []): boolean {
  const condition = named(definition)[name];
  if (!condition || seen.includes(name)) return false;
  return (
    ofARow(condition) || namesIn(condition).some((each) => boundToRow(definition, each, [...seen, name]))
  );
}

/** The key that a name gets. */
export const keyFor = (definition: Definition, title: string): string =>
  makeKey(title, Object.keys(named(definition)), 'condizione');

/** A new name for a condition; the same condition elsewhere stays as it is. */
export function addNamed(
  definition: Definition,
  title: string,
  condition: Condition,
): (Edited & { readonly name: string }) | Refused {
  if (ofARow(condition)) return { refused: { code: 'named-of-a-row', params: { name: title } } };
  const name = keyFor(definition, title);
  return {
    definition: withConditions(definition, { ...named(definition), [name]: condition }),
    step: step('named-added', name),
    select: '',
    name,
  };
}

export function setNamed(definition: Definition, name: string, condition: Condition | undefined): Edited {
  const same = JSON.stringify(named(definition)[name]) === JSON.stringify(condition);
  // A name without a condition would be a hole wherever it is used.
  if (!condition || same) return { definition, step: step('named', name), select: '' };
  return {
    definition: withConditions(definition, { ...named(definition), [name]: condition }),
    step: step('named', name),
    select: '',
  };
}

/** Another name, wherever it is used. */
export function renameNamed(definition: Definition, name: string, title: string): Edited {
  const others = Object.keys(named(definition)).filter((each) => each !== name);
  const to = makeKey(title, others, 'condizione');
  const done = { step: step('named-renamed', to, { from: spoken(name) }), select: '' };
  if (to === name || !Object.hasOwn(named(definition), name)) return { ...done, definition };
  const renamed = Object.fromEntries(
    Object.entries(named(definition)).map(([key, condition]) => [key === name ? to : key, condition]),
  );
  const next = rewritten(withConditions(definition, renamed), {
    named: (each) => ({ named: each === name ? to : each }) as Condition,
  });
  return { ...done, definition: next };
}

/** Takes a name away: where it was used, its condition stands instead, and holds as before. */
export function removeNamed(definition: Definition, name: string): Edited {
  const condition = named(definition)[name];
  const done = { step: step('named-removed', name), select: '' };
  if (!condition) return { ...done, definition };
  const { [name]: _gone, ...rest } = named(definition);
  const next = rewritten(withConditions(definition, rest), {
    named: (each) => (each === name ? condition : ({ named: each } as Condition)),
  });
  return { ...done, definition: next };
}

/** Names used in a condition or formula, as written. */
export function namesIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(namesIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === 'named' && typeof value === 'string' ? [value] : namesIn(value),
  );
}

/** Names that may be used inside one: not itself, and none that uses it. */
export function usable(definition: Definition, inside?: string): readonly string[] {
  const all = named(definition);
  const reaches = (from: string, seen: readonly string[]): boolean =>
    from === inside ||
    (!seen.includes(from) && namesIn(all[from]).some((next) => reaches(next, [...seen, from])));
  return Object.keys(all).filter((name) => inside === undefined || !reaches(name, []));
}
