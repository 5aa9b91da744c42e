// SPDX-License-Identifier: AGPL-3.0-or-later
// Score bands on a ruler. What is edited is the boundary between two bands, so they never overlap or leave a gap.
import type { Band, Definition, FieldSchema } from '../../schemas/types.ts';
import type { Edited, Handle } from './contract.ts';
import { everyField, inlined, nesting, withField } from './fields.ts';
import { makeConst } from './key.ts';
import { titleOf } from './references.ts';

/** As many as the grammar takes. */
export const mostBands = 20;

/** Lowest and highest points that answers can give; `highest` is undefined where there is no end. */
export interface Range {
  readonly lowest: number;
  readonly highest: number | undefined;
}

const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;
const nothing: Range = { lowest: 0, highest: 0 };

const times = ({ lowest, highest }: Range, factor: number): Range => {
  const ends = [tidy(lowest * factor), highest === undefined ? undefined : tidy(highest * factor)] as const;
  return factor < 0 && ends[1] !== undefined
    ? { lowest: ends[1], highest: ends[0] }
    : { lowest: ends[0], highest: ends[1] };
};
const plus = (a: Range, b: Range): Range => ({
  lowest: tidy(a.lowest + b.lowest),
  highest: a.highest === undefined || b.highest === undefined ? undefined : tidy(a.highest + b.highest),
});
/** What need not be answered, or may be hidden, may also give nothing. */
const orNothing = ({ lowest, highest }: Range): Range => ({
  lowest: Math.min(0, lowest),
  highest: highest === undefined ? undefined : Math.max(0, highest),
});

/** What one field gives, weight apart; undefined: it has no points. */
function ofField(definition: Definition, written: FieldSchema): Range | undefined {
  const field = inlined(definition, written);
  const items = field.items && inlined(definition, field.items);
  const choices = field.oneOf ?? items?.oneOf;
  const points = choices?.map((choice) => choice['x-score'] ?? 0);
  const each = field['x-score'];
  if (points && choices?.some((choice) => choice['x-score'] !== undefined)) {
    if (field.type !== 'array') return { lowest: Math.min(...points), highest: Math.max(...points) };
    const sum = (list: readonly number[]): number => tidy(list.reduce((total, point) => total + point, 0));
    const most = field.maxItems ?? points.length;
    const up = points.filter((point) => point > 0).sort((a, b) => b - a);
    const down = points.filter((point) => point < 0).sort((a, b) => a - b);
    return { lowest: sum(down.slice(0, most)), highest: sum(up.slice(0, most)) };
  }
  if (each !== undefined) {
    if (field.type === 'boolean') return { lowest: Math.min(0, each), highest: Math.max(0, each) };
    const least = field.minimum ?? field.exclusiveMinimum ?? 0;
    const most = field.maximum ?? field.exclusiveMaximum;
    return times({ lowest: least, highest: most }, each);
  }
  const nests = nesting(definition, written);
  if (nests === 'group') return under(definition, Object.values(field.properties ?? {}));
  const row = nests === 'rows' ? under(definition, Object.values(items?.properties ?? {})) : undefined;
  if (!row) return undefined;
  const most = field.maxItems;
  const least = field.minItems ?? 0;
  if (most === undefined) return { lowest: tidy(Math.min(0, row.lowest) * 500), highest: row.highest === 0 ? 0 : undefined }; // prettier-ignore
  return {
    lowest: tidy(row.lowest * (row.lowest < 0 ? most : least)),
    highest: row.highest === undefined ? undefined : tidy(row.highest * (row.highest > 0 ? most : least)),
  };
}

function under(definition: Definition, fields: readonly FieldSchema[]): Range | undefined {
  const parts = fields.flatMap((written) => {
    const found = ofField(definition, written);
    if (!found) return [];
    const field = inlined(definition, written);
    const free = field['x-show'] !== undefined || field['x-not-asked'] !== undefined || field['x-visible-to'] !== undefined; // prettier-ignore
    const own = times(found, field['x-weight'] ?? 1);
    return [free ? orNothing(own) : own];
  });
  return parts.length > 0 ? parts.reduce(plus, nothing) : undefined;
}

/** What the answers to a field, or to the whole ('') can give; undefined: there are no points. */
export function rangeOf(definition: Definition, handle: Handle): Range | undefined {
  if (handle === '') return under(definition, Object.values(definition.schema.properties));
  const found = everyField(definition).find(({ pointer }) => pointer === handle);
  return found && ofField(definition, found.field);
}

/** What may have bands: the whole and each thing with points, those that have some first. */
export function scoredThings(definition: Definition): readonly Handle[] {
  const things = ['', ...everyField(definition).map(({ pointer }) => pointer)].filter(
    (handle) => rangeOf(definition, handle) !== undefined || bandsOf(definition, handle).length > 0,
  );
  const has = (handle: Handle): number => (bandsOf(definition, handle).length > 0 ? 0 : 1);
  return things.sort((a, b) => has(a) - has(b));
}

export function bandsOf(definition: Definition, handle: Handle): readonly Band[] {
  if (handle === '') return definition.schema['x-bands'] ?? [];
  const found = everyField(definition).find(({ pointer }) => pointer === handle);
  return (found && inlined(definition, found.field)['x-bands']) ?? [];
}

/** Each band ends where the next one begins, and the last has no end. */
function closed(bands: readonly Band[]): Band[] {
  const sorted = bands.toSorted((a, b) => a.from - b.from);
  return sorted.map(({ from, code, title }, at) => {
    const next = sorted[at + 1];
    return { from, ...(next && { to: next.from }), code, title };
  });
}

function withBands(
  definition: Definition,
  handle: Handle,
  code: string,
  change: (bands: readonly Band[]) => readonly Band[],
): Edited {
  const step = { code, params: { title: titleOf(definition, handle) } };
  const old = bandsOf(definition, handle);
  const bands = change(old);
  if (bands === old) return { definition, step, select: handle };
  const put = <Holder extends { 'x-bands'?: Band[] }>(holder: Holder): Holder => {
    const { 'x-bands': _old, ...rest } = holder;
    return (bands.length > 0 ? { ...rest, 'x-bands': closed(bands) } : rest) as Holder;
  };
  const next =
    handle === ''
      ? { ...definition, schema: put(definition.schema) }
      : withField(definition, handle, (field) => put(field));
  return { definition: next, step, select: handle };
}

/** Two bands that part the range in the middle. */
export function beginBands(
  definition: Definition,
  handle: Handle,
  titles: readonly [low: string, high: string],
): Edited {
  const { lowest, highest = lowest + 10 } = rangeOf(definition, handle) ?? { lowest: 0, highest: 10 };
  const middle = Math.max(lowest + 1, Math.round((lowest + highest) / 2));
  return withBands(definition, handle, 'bands', (old) =>
    old.length > 0
      ? old
      : [
          { from: lowest, code: 'a', title: titles[0] },
          { from: middle, code: 'b', title: titles[1] },
        ],
  );
}

/** Moves the boundary below band `place` (1 is the one between the first two); it stays between its neighbours. */
export function setBoundary(
  definition: Definition,
  handle: Handle,
  place: number,
  value: number,
  step = 1,
): Edited {
  return withBands(definition, handle, 'boundary', (old) => {
    const bands = closed(old);
    const [before, here, after] = [bands[place - 1], bands[place], bands[place + 1]];
    if (!before || !here || !Number.isFinite(value)) return old;
    const low = tidy(before.from + step);
    const high = after ? tidy(after.from - step) : Infinity;
    const from = tidy(Math.max(low, Math.min(high, value)));
    if (low > high || from === here.from) return old;
    return bands.map((band) => (band === here ? { ...band, from } : band));
  });
}

/** How far a boundary can go. */
export function limitsOf(
  bands: readonly Band[],
  place: number,
  step = 1,
): { readonly low: number; readonly high: number | undefined } {
  const after = bands[place + 1];
  return { low: tidy((bands[place - 1]?.from ?? 0) + step), high: after && tidy(after.from - step) };
}

/** Parts a band in two, in its middle; refused by doing nothing where there is no room. */
export function splitBand(definition: Definition, handle: Handle, place: number, title: string): Edited {
  return withBands(definition, handle, 'band-added', (old) => {
    const bands = closed(old);
    const here = bands[place];
    if (!here || bands.length >= mostBands) return old;
    const end = here.to ?? Math.max(rangeOf(definition, handle)?.highest ?? here.from + 10, here.from + 2);
    const middle = tidy(here.from + Math.max(1, Math.floor((end - here.from) / 2)));
    if (here.to !== undefined && middle >= here.to) return old;
    const code = makeConst(
      title,
      bands.map((band) => band.code),
    );
    return [...bands, { from: middle, code, title }];
  });
}

/** Takes a band away: the one before it goes on to its end, the second takes the place of the first. */
export function removeBand(definition: Definition, handle: Handle, place: number): Edited {
  return withBands(definition, handle, 'band-removed', (old) => {
    const bands = closed(old);
    if (!bands[place]) return old;
    const first = bands[0]!.from;
    const left = bands.filter((_, at) => at !== place);
    return left.map((band, at) => (at === 0 ? { ...band, from: first } : band));
  });
}

export function renameBand(definition: Definition, handle: Handle, place: number, title: string): Edited {
  return withBands(definition, handle, 'band', (old) => {
    const text = title.slice(0, 500);
    if (text.trim() === '' || !old[place] || old[place].title === text) return old;
    return closed(old).map((band, at) => (at === place ? { ...band, title: text } : band));
  });
}
