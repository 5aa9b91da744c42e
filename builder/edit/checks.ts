// SPDX-License-Identifier: AGPL-3.0-or-later
// What answers must satisfy, each with the sentence a person reads when they do not.
import type { CheckRule, Condition, Definition } from '../../schemas/types.ts';
import type { Edited, Handle } from './contract.ts';
import { pathOf, withPart } from './fields.ts';
import { titleOf } from './references.ts';

type Holder = { 'x-check'?: CheckRule[] };

// Where the checks of a thing are written: '' is the whole form, '/nucleo/*' each row.
const placeOf = (definition: Definition, handle: Handle): readonly string[] | undefined =>
  handle === '' ? ['schema'] : pathOf(definition, handle);

/** As many as the grammar takes on one thing. */
export const mostChecks = 50;

/** The checks of a field, of each row ('/nucleo/*') or of the whole form (''). */
export function checksOf(definition: Definition, handle: Handle): readonly CheckRule[] {
  const path = placeOf(definition, handle);
  let found: readonly CheckRule[] = [];
  if (path)
    withPart<Holder>(definition, path, (holder) => {
      found = holder['x-check'] ?? [];
      return holder;
    });
  return found;
}

function withChecks(
  definition: Definition,
  handle: Handle,
  change: (list: readonly CheckRule[]) => readonly CheckRule[],
): Definition {
  const path = placeOf(definition, handle);
  if (!path) return definition;
  return withPart<Holder>(definition, path, (holder) => {
    const old = holder['x-check'] ?? [];
    const list = change(old);
    if (list === old) return holder;
    const { 'x-check': _old, ...rest } = holder;
    return list.length > 0 ? { ...rest, 'x-check': [...list] } : rest;
  });
}

const done = (definition: Definition, code: string, handle: Handle): Edited => ({
  definition,
  step: { code, params: { title: titleOf(definition, handle.replace(/\/\*$/, '')) } },
  select: handle.replace(/\/\*$/, ''),
});

export function addCheck(definition: Definition, handle: Handle, rule: CheckRule): Edited {
  const next = withChecks(definition, handle, (list) => (list.length < mostChecks ? [...list, rule] : list));
  return done(next, 'check-added', handle);
}

/** Changes a check; an empty message keeps the old one, no condition takes the check away. */
export function setCheck(
  definition: Definition,
  handle: Handle,
  place: number,
  change: {
    readonly must?: Condition | undefined;
    readonly message?: string;
    readonly level?: CheckRule['level'];
  },
): Edited {
  if ('must' in change && change.must === undefined) return removeCheck(definition, handle, place);
  const next = withChecks(definition, handle, (list) => {
    const old = list[place];
    if (!old) return list;
    const message = change.message?.trim() ? change.message.slice(0, 500) : old.message;
    const level = change.level ?? old.level ?? 'error';
    const { level: _old, ...rest } = old;
    const rule: CheckRule = {
      ...rest,
      message,
      must: change.must ?? old.must,
      ...(level === 'warning' && { level }),
    };
    return JSON.stringify(rule) === JSON.stringify(old)
      ? list
      : list.map((each, at) => (at === place ? rule : each));
  });
  return done(next, 'check', handle);
}

/** Takes a check away; the translations of those after it move up with them. */
export function removeCheck(definition: Definition, handle: Handle, place: number): Edited {
  if (!checksOf(definition, handle)[place]) return done(definition, 'check-removed', handle);
  const next = withChecks(definition, handle, (list) => list.filter((_, at) => at !== place));
  return done(withoutTranslation(next, handle, place), 'check-removed', handle);
}

function withoutTranslation(definition: Definition, handle: Handle, place: number): Definition {
  const start = `${handle.slice(1).replaceAll('/*', '')}.check.`;
  const moved = (key: string): string | undefined => {
    const at = key.startsWith(start) ? Number(key.slice(start.length)) : Number.NaN;
    if (Number.isNaN(at) || at < place) return key;
    return at === place ? undefined : `${start}${at - 1}`;
  };
  const old = definition.translations ?? {};
  if (!Object.values(old).some((words) => Object.keys(words).some((key) => moved(key) !== key)))
    return definition;
  const translations = Object.fromEntries(
    Object.entries(old).map(([language, words]) => [
      language,
      Object.fromEntries(
        Object.entries(words).flatMap(([key, text]) => {
          const to = moved(key);
          return to === undefined ? [] : [[to, text]];
        }),
      ),
    ]),
  );
  return { ...definition, translations };
}
