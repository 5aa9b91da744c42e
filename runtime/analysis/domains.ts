// SPDX-License-Identifier: BSD-3-Clause
// What an answer may be, as far as some tests can tell: for each way in which the tests can come out, one value.
// Never fewer ways than there are, so that what no candidate does no answer does.
import type { FieldSchema } from '../../schemas/types.ts';
import { exclusive } from '../fields/exclusive.ts';
import { satisfies } from '../engine/condition.ts';
import type { Engine, FieldNode } from '../engine/contract.ts';
import type { Leaf } from '../engine/expression.ts';
import { isDeclined, isObject, type Json } from '../engine/pointer.ts';
import type { Range } from './ranges.ts';
import type { Candidate } from './search.ts';

type Test = Leaf['test'];

export interface Domains {
  readonly engine: Engine;
  field(pointer: string): FieldNode | undefined;
  /** of a computed number: between what it lies */
  range(node: FieldNode): Range;
}

/** Most values that are tried of one answer, before and after those that no test tells apart are joined. */
const most = { tried: 4000, kept: 128 };

const truthOf = (value: unknown, test: Test, { engine }: Domains): boolean =>
  value !== undefined &&
  (test === 'there'
    ? !isDeclined(value)
    : 'answered' in test
      ? test['answered'] === true
      : satisfies(value, test, engine.operators));

/** One candidate for each way in which the tests come out. */
function distinct(values: Iterable<Candidate>): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const each of values) {
    const key = each.truth.map(Number).join('');
    const before = found.get(key);
    if (!before || (!before.known && each.known)) found.set(key, each);
  }
  return [...found.values()];
}

/** Candidates for the answer of a field; undefined: too many to tell. `node` undefined: anything. */
export function candidates(
  node: FieldNode | undefined,
  tests: readonly Test[],
  domains: Domains,
): readonly Candidate[] | undefined {
  const of = (value: unknown, known: boolean): Candidate => ({
    value,
    known,
    truth: tests.map((test) => truthOf(value, test, domains)),
  });
  const absent = of(undefined, true);
  const values = node && valuesOf(node, tests, domains);
  if (!values) return free(tests, absent);
  const declined = node.schema['x-not-asked'] ? [{ declined: node.schema['x-not-asked'][0] }] : [];
  const all = [...values.list, ...declined];
  if (all.length > most.tried) return undefined;
  const every = [...all.map((value) => of(value, values.known)), absent];
  // A computed yes, no and not yet differ by what they compare, even where no test tells them apart.
  const found = node.value !== undefined && node.schema.type === 'boolean' ? every : distinct(every);
  return found.length > most.kept ? undefined : found;
}

/** Nothing is known of the answer: each test may come out either way. */
function free(tests: readonly Test[], absent: Candidate): readonly Candidate[] | undefined {
  const open = tests.filter((test) => test !== 'there' && !('answered' in test));
  if (open.length > 6) return undefined;
  const out: Candidate[] = [];
  for (let bits = 0; bits < 2 ** open.length; bits++) {
    const truth = tests.map((test) => {
      const place = open.indexOf(test);
      return place < 0 || Boolean(bits & (1 << place));
    });
    out.push({ value: undefined, known: false, truth });
    // May have been declined.
    if (tests.includes('there'))
      out.push({ value: undefined, known: false, truth: truth.map((each, place) => each && tests[place] !== 'there') }); // prettier-ignore
  }
  return distinct([...out, absent]);
}

interface Values {
  readonly list: readonly unknown[];
  /** are these answers that a person may give? */
  readonly known: boolean;
}

/** Parts of a test that look at the value itself, those denied among them. */
function* parts(test: Test): Generator<Json> {
  if (test === 'there' || 'answered' in test) return;
  yield test;
  if (isObject(test['not'])) yield* parts(test['not']);
}

const written = (tests: readonly Test[], keywords: readonly string[]): unknown[] =>
  tests.flatMap((test) => [...parts(test)].flatMap((part) => keywords.map((keyword) => part[keyword])));
const numbers = (tests: readonly Test[], keywords: readonly string[]): number[] => [
  ...new Set(written(tests, keywords).flat().filter((value) => typeof value === 'number')),
]; // prettier-ignore
const named = (tests: readonly Test[]): unknown[] => written(tests, ['const', 'enum']).flat();

function valuesOf(node: FieldNode, tests: readonly Test[], domains: Domains): Values | undefined {
  const { schema } = node;
  if (node.type.nests === 'group') return { list: [{}], known: true };
  if (node.type.nests === 'rows') return rows(node, tests, domains);
  const choices = schema.oneOf?.map((choice) => choice.const) ?? schema.enum;
  if (choices) return { list: choices, known: true };
  const kind = schema.type;
  if (kind === 'boolean') return { list: [true, false], known: true };
  if (kind === 'integer' || kind === 'number') return amounts(node, kind, tests, domains);
  if (kind === 'string') return texts(schema, tests, node.value !== undefined);
  if (kind === 'array') return several(schema, tests);
  return undefined;
}

function amounts(node: FieldNode, kind: string, tests: readonly Test[], domains: Domains): Values {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = node.schema;
  const computed = node.value !== undefined;
  const range = computed ? domains.range(node) : { from: -Infinity, to: Infinity };
  const fits = (value: number): boolean =>
    computed
      ? value >= range.from && value <= range.to
      : value >= (minimum ?? -Infinity) &&
        value <= (maximum ?? Infinity) &&
        value > (exclusiveMinimum ?? -Infinity) &&
        value < (exclusiveMaximum ?? Infinity);
  const ends = computed ? [range.from, range.to] : [minimum, maximum, exclusiveMinimum, exclusiveMaximum];
  const cuts = numbers(tests, ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'const', 'enum']); // prettier-ignore
  const marks = [...new Set([...cuts, ...ends.filter((end) => Number.isFinite(end))])] as number[];
  marks.sort((a, b) => a - b);
  const around =
    kind === 'integer'
      ? marks.flatMap((mark) => [Math.floor(mark), Math.ceil(mark), Math.floor(mark) - 1, Math.ceil(mark) + 1])
      : marks.flatMap((mark, place) => {
          const next = marks[place + 1];
          return [mark, next === undefined ? mark + 1 : (mark + next) / 2, ...(place === 0 ? [mark - 1] : [])];
        }); // prettier-ignore
  const list = [...new Set([1, ...around])].filter(fits);
  return { list: list.length > 0 || marks.length > 0 ? list : [0], known: !computed };
}

/** Texts of a form that nobody has to know are only written where the form allows any. */
const plain: { readonly [format: string]: string } = {
  date: '2026-01-15',
  'date-time': '2026-01-15T10:00',
  time: '10:00',
  email: 'anna@esempio.it',
};

function texts(schema: FieldSchema, tests: readonly Test[], computed: boolean): Values {
  const marks = numbers(tests, ['minLength', 'maxLength']);
  const lengths = [3, ...marks.flatMap((mark) => [mark - 1, mark, mark + 1])];
  const [from, to] = [Math.max(1, schema.minLength ?? 1), schema.maxLength ?? Infinity];
  const consts = named(tests).filter((value) => typeof value === 'string');
  const free = schema.format === undefined && schema.pattern === undefined && schema['x-type'] === undefined;
  const one = plain[schema.format ?? ''];
  // Of each length one that no test names: there are always more letters than names.
  const unnamed = (length: number): string | undefined =>
    consts.length === 0
      ? 'x'.repeat(length)
      : ['x', ...consts.map((_, place) => String.fromCodePoint(0x4e00 + place))]
          .map((letter) => letter.repeat(length))
          .find((text) => !consts.includes(text));
  const others = [...new Set([from, ...lengths])]
    .filter((length) => length >= from && length <= to && length <= 10_000)
    .flatMap((length) => unnamed(length) ?? []);
  const list = [...(one !== undefined && marks.length === 0 ? [one] : []), ...others, ...consts];
  return { list, known: !computed && (free || (one !== undefined && marks.length === 0)) };
}

/** Lists of choices: those that tests name in every combination, filled up with others to every length that counts. */
function several({ items, ...schema }: FieldSchema, tests: readonly Test[]): Values | undefined {
  const choices: readonly unknown[] | undefined = items?.oneOf?.map((choice) => choice.const) ?? items?.enum;
  const open = choices === undefined;
  if (open && items?.type !== 'string') return undefined;
  const wanted = tests.flatMap((test) => [...parts(test)].map((part) => part['contains'])).filter(isObject);
  const alone: readonly unknown[] = exclusive(schema as FieldSchema);
  const mentioned = [...new Set(named(wanted))];
  const inner = [...new Set([...mentioned.filter((value) => open || choices.includes(value)), ...alone])];
  // Lengths of texts inside contains tell choices apart in ways that names do not.
  if (inner.length > 7 || numbers(wanted, ['minLength', 'maxLength']).length > 0) return undefined;
  const others = open ? ['altro-1', 'altro-2'] : choices.filter((value) => !inner.includes(value));
  const marks = numbers(tests, ['minItems', 'maxItems']);
  const [least, limit] = [Math.max(1, schema.minItems ?? 1), schema.maxItems ?? Infinity];
  const list: unknown[][] = [];
  for (let bits = 0; bits < 2 ** inner.length; bits++) {
    const chosen = inner.filter((_, place) => bits & (1 << place));
    const room = open ? Infinity : others.length;
    for (const length of new Set([chosen.length, least, ...marks.flatMap((mark) => [mark - 1, mark, mark + 1])])) {
      const missing = length - chosen.length;
      if (length < least || length > limit || missing < 0 || missing > room || missing > 200) continue;
      if (length > 1 && chosen.some((value) => alone.includes(value))) continue;
      list.push([...chosen, ...Array.from({ length: missing }, (_, place) => others[place] ?? `altro-${place + 1}`)]);
    }
  } // prettier-ignore
  return { list, known: !open };
}

/** Lists of rows: for each way in which the tests inside contains can come out together, and every length that counts. */
function rows(node: FieldNode, tests: readonly Test[], domains: Domains): Values | undefined {
  const wanted = tests.flatMap((test) => [...parts(test)].map((part) => part['contains'])).filter(isObject);
  const inner = [...new Map(wanted.map((test) => [JSON.stringify(test), test])).values()];
  const kinds = inner.length === 0 ? [{ row: {}, truth: [] }] : rowKinds(node, inner, domains);
  if (!kinds || inner.length > 5) return undefined;
  // A list does what its rows do together; what it does can be done with as few rows as there are tests.
  const combined = new Map<string, readonly unknown[]>();
  const join = (before: string, list: readonly unknown[], { row, truth }: (typeof kinds)[number]): void => {
    const key = truth.map((each, place) => (each || before[place] === '1' ? 1 : 0)).join('');
    const known = combined.get(key);
    if (!known || known.length > list.length + 1) combined.set(key, [...list, row]);
  };
  for (const kind of kinds) join('', [], kind);
  for (const [key, list] of combined) for (const kind of kinds) join(key, list, kind);
  const marks = numbers(tests, ['minItems', 'maxItems']);
  // Rows that follow another list are as many as that has.
  const { minItems = 0, maxItems = Infinity } = node.schema['x-each'] ? {} : node.schema;
  const out: unknown[][] = minItems === 0 ? [[]] : [];
  for (const list of combined.values()) {
    for (const length of new Set([list.length, minItems, ...marks.flatMap((mark) => [mark - 1, mark, mark + 1])])) {
      if (length < Math.max(list.length, minItems) || length > maxItems || length > 200) continue;
      out.push(Array.from({ length }, (_, place) => list[place] ?? list.at(-1)));
    }
  } // prettier-ignore
  return { list: out, known: true };
}

/** Rows, one for each way in which tests of a row can come out together. */
function rowKinds(
  node: FieldNode,
  tests: readonly Json[],
  domains: Domains,
): { readonly row: Json; readonly truth: readonly boolean[] }[] | undefined {
  const asked = new Map<string, Test[]>();
  const look = (test: Json): boolean =>
    Object.entries(test).every(([keyword, operand]) => {
      if (keyword === 'not') return isObject(operand) && look(operand);
      if (keyword === 'type') return true;
      if (keyword === 'required' && Array.isArray(operand)) {
        for (const key of operand) asked.set(String(key), asked.get(String(key)) ?? []);
        return true;
      }
      if (keyword !== 'properties' || !isObject(operand)) return false;
      for (const [key, inner] of Object.entries(operand))
        asked.set(key, [...(asked.get(key) ?? []), ...(isObject(inner) ? [inner] : [])]);
      return true;
    });
  if (!tests.every(look)) return undefined;
  let rows: Json[] = [{}];
  for (const [key, list] of asked) {
    const values = candidates(domains.field(`${node.pointer}/*/${key}`), list, domains);
    if (!values || values.some((each) => !each.known && each.value === undefined)) return undefined;
    // What is not there passes a test of properties, whatever the test asks.
    const there = values.filter(({ value }) => value !== undefined);
    rows = rows.flatMap((row) => [row, ...there.map(({ value }) => ({ ...row, [key]: value }))]);
    if (rows.length > 1000) return undefined;
  }
  const kinds = new Map<string, { row: Json; truth: boolean[] }>();
  for (const row of rows) {
    const truth = tests.map((test) => satisfies(row, test, domains.engine.operators));
    const key = truth.map(Number).join('');
    if (!kinds.has(key)) kinds.set(key, { row, truth });
  }
  return [...kinds.values()];
}
