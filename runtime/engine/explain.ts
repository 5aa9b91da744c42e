// SPDX-License-Identifier: BSD-3-Clause
// How a computed value came about, in words with the values in place.
import type { Condition, FieldSchema, Formula } from '../../schemas/types.ts';
import { holds } from './condition.ts';
import type { Explained, Scope } from './contract.ts';
import { evaluate, isPointer, kindOf, type Parsed, parse, reads } from './formula.ts';

type Language = 'it' | 'en';
/** The field whose type writes numbers here: cents of a money field are written as money. */
type Unit = FieldSchema | undefined;

/** Value and, in words, how it came about; the words are made when somebody asks for them. `field`: the computed one. */
export function explain(formula: Formula, scope: Scope, field?: FieldSchema): Explained {
  const value = evaluate(formula, scope);
  const told = (language: Language): string => words(formula, scope, language, unitOf(field), false);
  return {
    value,
    get because() {
      return { it: told('it'), en: told('en') };
    },
    get missing() {
      if (value !== undefined) return [];
      const absent = reads(formula, scope.engine).filter((pointer) => scope.get(pointer) === undefined);
      return absent.map((pointer) => (pointer.startsWith('case:') ? pointer : scope.at(pointer)));
    },
  };
}

const unitOf = (field: FieldSchema | undefined): Unit =>
  field?.['x-type'] === undefined ? undefined : field;

/** Whole digits in threes. */
const grouped = (whole: string, language: Language): string =>
  whole.replace(/\B(?=(\d{3})+$)/g, language === 'it' ? '.' : ',');

/** A value in words: 1.234,5 in Italian, sì, 02/03/2026. */
export function spell(value: unknown, language: Language): string {
  if (typeof value === 'boolean') return language === 'it' ? (value ? 'sì' : 'no') : value ? 'yes' : 'no';
  if (typeof value === 'number') {
    const [whole = '', fraction] = String(value).split('.');
    if (whole.includes('e')) return String(value);
    return (
      grouped(whole, language) + (fraction === undefined ? '' : (language === 'it' ? ',' : '.') + fraction)
    );
  }
  if (typeof value !== 'string') return '…';
  const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  return date ? `${date[3]}/${date[2]}/${date[1]}` : value;
}

function spellAs(value: unknown, unit: Unit, scope: Scope, language: Language): string {
  const type = unit && scope.engine.types.get(String(unit['x-type']));
  if (!type || !Number.isInteger(value)) return spell(value, language);
  // As in an input, but with the digits in threes.
  return type.edit(value, unit, language).replace(/^-?\d+(?=\D|$)/, (whole) => grouped(whole, language));
}

/** The formula in words; inside another one only sums and products keep theirs, the rest shows what it came to. */
function words(formula: Formula, scope: Scope, language: Language, unit: Unit, inside: boolean): string {
  const parsed = parse(formula, scope.engine);
  if (!parsed) return '…';
  if ('constant' in parsed) return spellAs(parsed.constant, unit, scope, language);
  if ('pointer' in parsed) {
    const field = scope.field(parsed.pointer);
    const value = scope.get(parsed.pointer);
    return value === undefined ? (field?.title ?? '…') : spellAs(value, unitOf(field), scope, language);
  }
  const { call, args } = parsed;
  const infix = inside && call.infix;
  const is = infix ? '' : spellAs(evaluate(formula, scope), unit, scope, language);
  if (inside && !infix) return is;
  const units = unitsOf(parsed, scope, unit);
  const said = args.map((arg, place) => {
    const kind = kindOf(call, place);
    if (kind === 'value' || kind === 'formula')
      return words(arg as Formula, scope, language, units[place], true);
    if (kind === 'condition') return spell(holds(arg as Condition, scope), language);
    return kind === 'pointer' ? (scope.field(String(arg))?.title ?? String(arg)) : String(arg);
  });
  const text = call.explain(said, language);
  return inside ? text : text === '' || text === is ? is : `${text} = ${is}`;
}

/** In whose way each argument is written: of a sum all in the result's, of a product the first that may be such an amount. */
function unitsOf(
  { call, args }: Extract<Parsed, { call: unknown }>,
  scope: Scope,
  unit: Unit,
): readonly Unit[] {
  const type = unit?.['x-type'];
  const plain = (arg: unknown): boolean =>
    typeof arg === 'number' || (isPointer(arg) && scope.field(arg)?.['x-type'] !== type);
  if (call.amounts === 'first') {
    const first = unit ? args.findIndex((arg) => !plain(arg)) : -1;
    return args.map((_, place) => (place === first ? unit : undefined));
  }
  // Two amounts that are compared are written like the answer among them.
  const compared = args.map((arg) => unitOf(isPointer(arg) ? scope.field(arg) : undefined)).find(Boolean);
  return args.map(() => (call.amounts === 'same' ? (unit ?? compared) : undefined));
}
