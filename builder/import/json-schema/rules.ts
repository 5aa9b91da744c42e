// SPDX-License-Identifier: AGPL-3.0-or-later
// Rules of a JSON Forms UI schema: SHOW, HIDE, ENABLE, DISABLE.
import type { Condition } from '../../../schemas/types.ts';
import { all, any, not } from '../combine.ts';
import { isObject, own } from '../json.ts';
import { ofObject, ofValue } from './condition.ts';
import { type Level, find, namesOf } from './known.ts';

export interface Rule {
  readonly show?: Condition;
  readonly lock?: Condition;
}

const effects: { readonly [effect: string]: (condition: Condition) => Rule } = {
  SHOW: (condition) => ({ show: condition }),
  HIDE: (condition) => ({ show: not(condition) }),
  ENABLE: (condition) => ({ lock: not(condition) }),
  DISABLE: (condition) => ({ lock: condition }),
};

/** A missing answer fulfils no rule here, as in JSON Forms. */
const unasked = (): void => undefined;

function condition(written: unknown, level: Level): Condition | undefined {
  if (!isObject(written)) return undefined;
  const list = written['conditions'];
  if (Array.isArray(list)) {
    const parts = (list as unknown[]).map((each) => condition(each, level));
    const whole = parts.length > 0 && parts.every((part) => part !== undefined);
    if (!whole) return undefined;
    return written['type'] === 'OR' ? any(parts as Condition[]) : all(parts as Condition[]);
  }
  const scope = written['scope'];
  const names = typeof scope === 'string' ? namesOf(scope) : undefined;
  if (!names) return undefined;
  const schema =
    own(written, 'expectedValue') === undefined ? written['schema'] : { const: written['expectedValue'] };
  if (schema === undefined) return undefined;
  if (names.length === 0) return ofObject(schema, level, { from: level.rows, unasked });
  const known = find(level, names);
  return known && ofValue(schema, known, { from: level.rows, unasked });
}

/** What a rule asks; undefined when it cannot be said. */
export function ruleOf(rule: unknown, level: Level): Rule | undefined {
  const effect = String(own(rule, 'effect'));
  const found = condition(own(rule, 'condition'), level);
  return found && Object.hasOwn(effects, effect) ? effects[effect]!(found) : undefined;
}
