// SPDX-License-Identifier: BSD-3-Clause
// Pointers, conditions and formulas of a document that may be anything.
import type { ArgumentKind } from '../contract.ts';
import { below } from '../reads.ts';
import { isPointer, kindOf, parse } from '../formula.ts';
import { isObject, type Json } from '../pointer.ts';
import { pointerOf, resolve } from '../target.ts';
import { neverHolds } from './never.ts';
import { escapeKey, type Found, type Report, type Survey } from './survey.ts';

/** Where something is written, for its findings. */
export interface Where {
  readonly at: string;
  readonly level: string;
  readonly field?: string | undefined;
}

/** The field that a pointer means; reports when it means none. undefined also for the case, which nobody knows here. */
export function target(pointer: string, where: Where, survey: Survey, report: Report): Found | undefined {
  if (pointer.startsWith('case:/')) return undefined;
  const tell = (code: string): undefined => {
    report(code, where.at, { pointer: pointer.slice(0, 200) }, where.field);
  };
  if (!isPointer(pointer)) return tell('bad-pointer');
  const found = resolve(pointer, where.level);
  if (!found) return tell('pointer-above-root');
  const known = survey.fields.get(pointerOf(found));
  if (known) return known;
  // Does it run through a repeat on the way?
  for (let length = found.path.length - 1; length > 0; length--) {
    const on = survey.fields.get(pointerOf({ ...found, path: found.path.slice(0, length) }));
    if (on?.nests === 'rows') return tell('pointer-into-repeat');
  }
  return tell('dangling-pointer');
}

/** Keywords that only judge values of one type: a test with one must name the type. */
const typed: { readonly [keyword: string]: readonly string[] } = {
  minimum: ['number', 'integer'], maximum: ['number', 'integer'],
  exclusiveMinimum: ['number', 'integer'], exclusiveMaximum: ['number', 'integer'],
  minLength: ['string'], maxLength: ['string'],
  minItems: ['array'], maxItems: ['array'], contains: ['array'],
  properties: ['object'], required: ['object'],
}; // prettier-ignore

const rowWords = ['properties', 'required'];

/** One test; `inRow`: inside contains, where properties and required are words too. */
function test(written: unknown, where: Where, inRow: boolean, survey: Survey, report: Report): void {
  if (!isObject(written)) return report('wrong-kind', where.at, { wanted: 'object' }, where.field);
  const keywords = Object.keys(written);
  if (keywords.length === 0) return report('empty-part', where.at, {}, where.field);
  for (const keyword of keywords) {
    const here = { ...where, at: `${where.at}/${escapeKey(keyword)}` };
    const known =
      survey.engine.operators.has(keyword) &&
      (keyword !== 'answered' || !inRow) &&
      (inRow || !rowWords.includes(keyword));
    if (!known) {
      report('unknown-operator', here.at, { operator: keyword.slice(0, 60) }, where.field);
      continue;
    }
    if (keyword === 'answered' && keywords.length > 1) report('answered-alone', here.at, {}, where.field);
    const wanted = typed[keyword];
    // Inside a row, an object of properties needs no type: rows are objects.
    if (wanted && !wanted.includes('object') && !wanted.includes(String(written['type']))) {
      report('untyped-test', here.at, { keyword, type: wanted[0]! }, where.field);
    }
    if (keyword === 'contains') test(written[keyword], here, true, survey, report);
    if (keyword === 'not') test(written[keyword], here, inRow, survey, report);
    if (keyword === 'properties' && isObject(written[keyword])) {
      for (const [key, inner] of Object.entries(written[keyword]))
        test(inner, { ...here, at: `${here.at}/${escapeKey(key)}` }, true, survey, report);
    }
  }
}

/** One condition. `inCase`: from a row of the case, where ./ leads to what nobody knows here. */
export function condition(
  written: unknown,
  where: Where,
  survey: Survey,
  report: Report,
  inCase = false,
  seen: readonly string[] = [],
): void {
  if (!isObject(written)) return report('wrong-kind', where.at, { wanted: 'object' }, where.field);
  const keys = Object.keys(written);
  if (keys.length === 0) return report('empty-part', where.at, {}, where.field);
  for (const key of keys) {
    const part = written[key];
    const here = { ...where, at: `${where.at}/${escapeKey(key)}` };
    const inner = (each: unknown, at: string, names = seen): void =>
      condition(each, { ...where, at }, survey, report, inCase, names);
    if (key === 'all' || key === 'any') {
      if (!Array.isArray(part) || part.length === 0) report('empty-part', here.at, {}, where.field);
      else part.forEach((each, place) => inner(each, `${here.at}/${place}`));
    } else if (key === 'not') inner(part, here.at);
    else if (key === 'named') named(part, here, survey, report, inCase, seen);
    else if (key.startsWith('case:'))
      report('case-in-condition', here.at, { pointer: key.slice(0, 200) }, where.field);
    else {
      test(part, here, false, survey, report);
      if (inCase && key.startsWith('.')) continue;
      const found = target(key, here, survey, report);
      if (found && neverHolds(part, found.schema))
        report('never-holds', here.at, { question: found.schema.title ?? found.key }, where.field, 'warning');
      if (found)
        for (const rest of below(part))
          if (!survey.fields.has(found.pointer + rest) && !rest.endsWith('/*/id')) {
            report('dangling-pointer', here.at, { pointer: (key + rest).slice(0, 200) }, where.field);
          }
    }
  }
}

function named(
  part: unknown,
  where: Where,
  survey: Survey,
  report: Report,
  inCase: boolean,
  seen: readonly string[],
): void {
  const name = String(part).slice(0, 100);
  if (!Object.hasOwn(survey.named, name)) report('unknown-condition', where.at, { name }, where.field);
  else if (seen.includes(name)) report('condition-cycle', where.at, { name }, where.field);
  else if (where.level !== '' || seen.length > 0) {
    // What it means from here; its own findings from the root are reported where it is written.
    const ahead: Report = (code, _at, params) => {
      if (code === 'dangling-pointer' || code === 'pointer-above-root' || code === 'condition-cycle')
        report(code, where.at, params, where.field);
    };
    condition(survey.named[name], where, survey, ahead, inCase, [...seen, name]);
  }
}

/** One formula. */
export function formula(
  written: unknown,
  where: Where,
  survey: Survey,
  report: Report,
  inCase = false,
): void {
  const parsed = parse(written, survey.engine);
  if (!parsed) {
    const name = isObject(written)
      ? Object.keys(written).join(', ').slice(0, 100)
      : String(written).slice(0, 100);
    return report(
      isObject(written) ? 'unknown-function' : 'not-a-formula',
      where.at,
      { function: name },
      where.field,
    );
  }
  if ('constant' in parsed) return;
  if ('pointer' in parsed) {
    if (!(inCase && parsed.pointer.startsWith('.'))) target(parsed.pointer, where, survey, report);
    return;
  }
  const { call, args, options } = parsed;
  const { signature } = call;
  if (args.length < signature.args.length || (args.length > signature.args.length && !signature.rest)) {
    report(
      'wrong-arguments',
      where.at,
      { function: call.name, wanted: signature.args.length, given: args.length },
      where.field,
    );
  }
  let rows: { level: string; inCase: boolean } | undefined;
  const one = (
    kind: ArgumentKind | undefined,
    arg: unknown,
    at: string,
    from: { level: string; inCase: boolean },
  ): void => {
    const here = { ...where, at, level: from.level };
    if (kind === 'value' || kind === 'formula') formula(arg, here, survey, report, from.inCase);
    else if (kind === 'condition') condition(arg, here, survey, report, from.inCase);
    else if (kind === 'text' && typeof arg !== 'string')
      report('wrong-kind', at, { wanted: 'string' }, where.field);
    else if (kind === 'pointer') {
      const found =
        typeof arg === 'string'
          ? target(arg, here, survey, report)
          : report('bad-pointer', at, { pointer: String(arg).slice(0, 100) }, where.field);
      rows ??= found ? { level: found.pointer, inCase: false } : { level: from.level, inCase: true };
      if (found && signature.needs !== 'subtree' && found.nests !== 'rows' && found.schema.type !== 'array')
        report('not-a-repeat', at, { pointer: String(arg) }, where.field);
    }
  };
  const me = { level: where.level, inCase };
  const callAt = `${where.at}/${escapeKey(call.name)}`;
  const list = Array.isArray((written as Json)[call.name]);
  args.forEach((arg, place) => one(kindOf(call, place), arg, list ? `${callAt}/${place}` : callAt, me));
  for (const [key, arg] of Object.entries(options)) {
    const kind = signature.options?.[key];
    one(
      kind,
      arg,
      `${where.at}/${escapeKey(key)}`,
      rows && (kind === 'condition' || kind === 'formula') ? rows : me,
    );
  }
}
