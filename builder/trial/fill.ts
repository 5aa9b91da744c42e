// SPDX-License-Identifier: AGPL-3.0-or-later
// Plausible answers to every question that is seen, around those that are given. The same form gives the same answers.
import { check } from '../../runtime/engine/check.ts';
import type { FieldNode, Outline, Settled } from '../../runtime/engine/contract.ts';
import { at as valueAt, copy, isObject, type Json, put, split, star } from '../../runtime/engine/pointer.ts';
import { offered } from '../../runtime/engine/choices.ts';
import { View } from '../../runtime/engine/scope.ts';
import { settle } from '../../runtime/engine/settle.ts';
import type { FieldSamples } from '../../runtime/fields/contract.ts';
import type { Answers, Context } from '../../schemas/types.ts';
import { wordsFor } from './made-up.ts';

export interface Ground {
  readonly outline: Outline;
  readonly context: Context;
  readonly samples: ReadonlyMap<string, FieldSamples>;
}

/** Most rounds: what is answered shows what is asked next. */
const rounds = 24;

/** What fits of some answers, and an answer to all else that is seen; `stays`: what must remain so. */
export function filled(
  ground: Ground,
  base: Answers,
  stays: (settled: Settled) => boolean = () => true,
): Answers {
  const { outline, context } = ground;
  let answers = fitting(ground, base);
  const tried = new Map<string, number>();
  for (let round = 0; round < rounds; round++) {
    const settled = settle(outline, answers, context);
    const next = copy(settled.answers);
    const added = unanswered(ground, settled).filter((at) => {
      const node = outline.byPointer.get(star(at))!;
      const list = candidates(ground, node, at, settled);
      const place = tried.get(at) ?? 0;
      if (place >= list.length) return false;
      tried.set(at, place + 1);
      set(next, at, list[place]);
      return true;
    });
    if (added.length === 0) break;
    answers = kept(ground, settled.answers, next, added, stays);
  }
  return settle(outline, answers, context).answers;
}

/** The answers without what is wrong among those that were added; one by one where all together undo what must stay. */
function kept(
  ground: Ground,
  before: Answers,
  after: Answers,
  added: readonly string[],
  stays: (settled: Settled) => boolean,
): Answers {
  const whole = sound(ground, after, added);
  if (stays(settle(ground.outline, whole, ground.context))) return whole;
  let answers = before;
  for (const at of added) {
    const next = copy(answers);
    set(next, at, valueAt(after, at));
    const one = sound(ground, next, [at]);
    if (stays(settle(ground.outline, one, ground.context))) answers = one;
  }
  return answers;
}

/** Without the added answers that the engine finds wrong. */
function sound({ outline, context }: Ground, answers: Answers, added: readonly string[]): Answers {
  const settled = settle(outline, answers, context);
  const wrong = check(outline, settled, context)
    .filter(({ code, level }) => level === 'error' && code !== 'required')
    .map(({ at }) => at);
  const out = copy(settled.answers);
  // Rows are judged once they are filled in.
  const rows = (at: string): boolean => outline.byPointer.get(star(at))?.type.nests === 'rows';
  for (const at of added) if (!rows(at) && wrong.some((each) => each === at || each.startsWith(`${at}/`))) set(out, at, undefined); // prettier-ignore
  return out;
}

/** What of some answers is an answer to this form. */
function fitting({ outline, context }: Ground, base: Answers): Answers {
  let answers: Answers = Object.fromEntries(
    Object.entries(copy(base)).filter(([key]) => outline.byPointer.has(`/${key}`)),
  );
  for (let round = 0; round < 4; round++) {
    const settled = settle(outline, answers, context);
    const wrong = check(outline, settled, context).filter(
      ({ code, level, at }) => level === 'error' && code !== 'required' && valueAt(settled.answers, at) !== undefined, // prettier-ignore
    );
    answers = copy(settled.answers);
    if (wrong.length === 0) return answers;
    for (const { at } of wrong) set(answers, at, undefined);
  }
  return answers;
}

/** Questions that are seen, may be answered and are not, as pointers with row numbers. */
function unanswered({ outline }: Ground, settled: Settled): string[] {
  return [...settled.shown].filter((at) => {
    const node = at.startsWith('/') && !at.includes(':') ? outline.byPointer.get(star(at)) : undefined;
    if (!node || node.value !== undefined || settled.locked.has(at)) return false;
    if (node.type.nests === 'group' || node.type.files || node.schema['x-each']) return false;
    const value = valueAt(settled.answers, at);
    return value === undefined || (node.type.nests === 'rows' && Array.isArray(value) && value.length === 0);
  });
}

/** Values that are tried one after the other, the likeliest first. */
function candidates(ground: Ground, node: FieldNode, at: string, settled: Settled): unknown[] {
  const { schema, type } = node;
  if (type.nests === 'rows') {
    const count = Math.max(1, schema.minItems ?? 1);
    return [Array.from({ length: count }, (_, place) => ({ id: rowId(at, place) }))];
  }
  const { default: usual, examples = [], 'x-placeholder-example': example } = schema;
  const given = [usual, ...examples, example].filter((value) => value !== undefined);
  const own = choicesOf(ground, node, at, settled);
  if (own) return [...given, ...own];
  if (schema['x-ref'] !== undefined) return references(ground, node, settled);
  const samples = ground.samples.get(type.type)?.fields.flatMap(({ good }) => good) ?? [];
  // Where nothing else is right, whoever does not know says so.
  const declined = schema['x-not-asked']?.[0];
  return [...given, ...wordsFor(node, ground.context), ...samples, ...(declined ? [{ declined }] : [])];
}

function choicesOf(ground: Ground, node: FieldNode, at: string, settled: Settled): unknown[] | undefined {
  const { outline, context } = ground;
  const { schema } = node;
  const several = schema.type === 'array';
  const holder = several && schema.items ? schema.items : schema;
  const source = schema['x-choices'] ? schema : holder;
  let codes = (holder.oneOf?.map((choice) => choice.const) ?? holder.enum) as unknown[] | undefined;
  if (source['x-choices']) {
    const view = rowViewAt(outline, context, settled, at);
    codes = (offered(source, view) ?? context.lists[nameOf(source['x-choices'].from)])?.map(({ id }) => id);
  }
  if (!codes) return undefined;
  // Points come out as something else than nothing: scored choices are taken in turns, the same turn each time.
  const scored = holder.oneOf?.some((choice) => choice['x-score'] !== undefined) ?? false;
  const turn = scored ? [...at].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % codes.length : 0;
  const first = [...codes.slice(turn), ...codes.slice(0, turn)].slice(0, 12);
  if (!several) return first;
  const least = schema.minItems ?? 1;
  return [...first.slice(0, least).map((_, place) => first.slice(place, place + least)), [first.at(-1)]];
}

const nameOf = (from: string): string => from.slice(from.indexOf(':') + 1);

/** The row that a field stands in, with all around it. */
function rowViewAt(outline: Outline, context: Context, settled: Settled, at: string): View {
  const frames = [{ value: settled.answers as unknown, at: '', star: '' }];
  const keys = split(at);
  let here = '';
  keys.slice(0, -1).forEach((key) => {
    here += `/${key}`;
    if (/^\d+$/.test(key)) frames.push({ value: valueAt(settled.answers, here), at: here, star: star(here) });
  });
  return new View({ outline, context, shown: settled.shown, outcome: settled.outcome }, frames);
}

/** Ids of the rows that a link may name. */
function references({ context }: Ground, { schema }: FieldNode, settled: Settled): unknown[] {
  const pointer = schema['x-ref'] ?? '';
  const rows = pointer.startsWith('case:')
    ? valueAt(context.case, pointer.slice('case:'.length))
    : valueAt(settled.answers, pointer);
  const ids = (Array.isArray(rows) ? rows : []).flatMap((row) => (isObject(row) && typeof row['id'] === 'string' ? [row['id']] : [])); // prettier-ignore
  return schema.type === 'array' ? ids.map((id) => [id]) : ids;
}

/** Eleven characters that stay the same from one time to the next. */
const rowId = (at: string, place: number): string =>
  `${at.replace(/[^A-Za-z0-9]/g, '').slice(-6)}${place}prova000000`.slice(0, 11);

/** Writes a value at a pointer with row numbers; undefined takes the key away. */
function set(answers: Answers, at: string, value: unknown): void {
  const keys = split(at);
  let holder: unknown = answers;
  for (const key of keys.slice(0, -1)) {
    if (Array.isArray(holder)) holder = holder[+key];
    else if (isObject(holder)) {
      if (holder[key] === undefined) put(holder, key, {});
      holder = holder[key];
    }
  }
  const last = keys.at(-1) ?? '';
  if (!isObject(holder)) return;
  if (value === undefined) delete (holder as Json)[last];
  else put(holder, last, copy(value));
}
