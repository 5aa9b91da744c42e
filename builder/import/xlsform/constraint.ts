// SPDX-License-Identifier: AGPL-3.0-or-later
// A constraint as limits of the question, where it is nothing more than that.
import type { FieldSchema } from '../../../schemas/types.ts';
import { seenFrom, valueType } from '../answers.ts';
import { type Sight, range, value } from './translate.ts';
import type { Node } from './xpath.ts';

type Limits = { readonly [keyword: string]: unknown };

const bounds: { readonly [op: string]: string } = {
  '<': 'exclusiveMaximum', '>': 'exclusiveMinimum', '<=': 'maximum', '>=': 'minimum',
}; // prettier-ignore

/** '. op x' whichever side the dot stands on. */
function aboutSelf(node: Node): { readonly of: Node; readonly op: string; readonly to: Node } | undefined {
  if (node.is !== 'op' || !['<', '>', '<=', '>='].includes(node.op)) return undefined;
  const turned: { readonly [op: string]: string } = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };
  const self = (each: Node): boolean =>
    each.is === 'self' || (each.is === 'call' && each.args.length === 1 && each.args[0]?.is === 'self');
  if (self(node.a)) return { of: node.a, op: node.op, to: node.b };
  return self(node.b) ? { of: node.b, op: turned[node.op]!, to: node.a } : undefined;
}

/** A day as `from` and `to` write it: a date, today, another answer; a day more or less. */
function day(node: Node, days: number, sight: Sight): string | undefined {
  const found = value(node, sight);
  if (found?.type !== 'date') return undefined;
  const shift = days === 0 ? '' : `${days > 0 ? '+' : '-'}1d`;
  const { formula } = found;
  if (typeof formula === 'string') return formula + shift;
  if (typeof formula !== 'object') return undefined;
  if ('today' in formula) return `today${shift}`;
  if (!('text' in formula)) return undefined;
  const date = new Date(`${String(formula['text'])}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}

function dates(op: string, to: Node, sight: Sight): Limits | undefined {
  const upper = op.startsWith('<');
  const found = day(to, op.endsWith('=') ? 0 : upper ? -1 : 1, sight);
  return found === undefined ? undefined : { 'x-settings': { [upper ? 'to' : 'from']: found } };
}

function compared(node: Node, field: FieldSchema, sight: Sight): Limits | undefined {
  const found = aboutSelf(node);
  if (!found) return undefined;
  const { of, op, to } = found;
  const type = valueType(field);
  if (of.is === 'self') {
    if (type === 'date') return dates(op, to, sight);
    return to.is === 'number' && (type === 'integer' || type === 'number') && field['x-type'] !== 'scale'
      ? { [bounds[op]!]: to.value }
      : undefined;
  }
  const words: { readonly [call: string]: readonly [string, string, string] } = {
    'string-length': ['string', 'minLength', 'maxLength'],
    'count-selected': ['list', 'minItems', 'maxItems'],
  };
  const size = of.is === 'call' && Object.hasOwn(words, of.name) ? words[of.name] : undefined;
  const ends = to.is === 'number' ? range(op, to.value) : undefined;
  if (!size || !ends || size[0] !== type) return undefined;
  return {
    ...(ends.least === undefined ? {} : { [size[1]]: ends.least }),
    ...(ends.most === undefined ? {} : { [size[2]]: ends.most }),
  };
}

/** `regex(., '…')` looks at the whole text. */
function pattern(node: Node, field: FieldSchema): Limits | undefined {
  if (node.is !== 'call' || node.name !== 'regex' || node.args[0]?.is !== 'self') return undefined;
  const [, written] = node.args;
  if (written?.is !== 'text' || field.type !== 'string' || field['x-type'] === 'one' || field.format)
    return undefined;
  const whole =
    /^\^.*\$$/.test(written.value) && !written.value.includes('|') ? written.value : `^(?:${written.value})$`;
  return whole.length <= 500 ? { pattern: whole } : undefined;
}

/** Limits of the field that say the same as the tree; `worded`: only those that no rule with a message can say. */
export function limits(node: Node, field: FieldSchema, sight: Sight, worded: boolean): Limits | undefined {
  if (node.is === 'op' && node.op === 'and') {
    const [a, b] = [limits(node.a, field, sight, worded), limits(node.b, field, sight, worded)];
    if (!a || !b || Object.keys(a).some((key) => key !== 'x-settings' && key in b)) return undefined;
    const settings = {
      ...(a['x-settings'] as object | undefined),
      ...(b['x-settings'] as object | undefined),
    };
    return { ...a, ...b, ...(Object.keys(settings).length > 0 ? { 'x-settings': settings } : {}) };
  }
  const own = sight.self && seenFrom(sight.from, sight.self);
  if (own === undefined) return undefined;
  const found = pattern(node, field) ?? compared(node, field, sight);
  const only = found !== undefined && ('pattern' in found || 'x-settings' in found);
  return worded && !only ? undefined : found;
}
