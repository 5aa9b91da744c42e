// SPDX-License-Identifier: AGPL-3.0-or-later
// Random definitions and answers: groups, repeats up to three deep, conditions across levels, rules.
import type { CheckRule, Condition, Definition, FieldSchema, LayoutNode } from '../../../schemas/types.ts';
import type { FieldNode, Outline } from '../../../runtime/engine/contract.ts';
import { at as valueAt, copy, isObject, type Json, own } from '../../../runtime/engine/pointer.ts';
import { lint } from '../../../runtime/engine/lint.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import { loadSamples } from '../../../runtime/fields/load.ts';
import { context, engine, formOf, rowId } from './engine.ts';

/** A whole number from 0, below the bound. */
export type Draw = (below: number) => number;

/** A seeded source of numbers, the same on every machine. */
export function seeded(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const oneOf = <Item>(list: readonly Item[], draw: Draw): Item => list[draw(list.length)]!;
const chance = (percent: number, draw: Draw): boolean => draw(100) < percent;

/** Every field of the samples that stands by itself, with good and bad values. */
const samples = [...(await loadSamples()).values()].flatMap(({ fields }) =>
  fields.filter(({ field, good }) => {
    const alone = formOf({ x: { title: 'X', ...field } });
    if (good.length === 0 || lint(alone, engine).some((finding) => finding.level === 'error')) return false;
    const node = walk(alone, engine).byPointer.get('/x')!;
    return node.type.nests === undefined && node.value === undefined && node.show.length === 0;
  }),
);
/** Which sample a field is made of: its title tells. */
const sampleOf = (field: FieldSchema): (typeof samples)[number] | undefined =>
  samples[Number(/^sample (\d+)$/.exec(field.title ?? '')?.[1] ?? -1)];

/** What a condition may read from a level, and how it is written from there. */
interface Readable {
  readonly pointer: string;
  readonly field: FieldSchema;
}

class Maker {
  readonly draw: Draw;
  /** conditions that read only the root, by name */
  readonly named: { [name: string]: Condition } = {};
  constructor(draw: Draw) {
    this.draw = draw;
  }

  leaf(): FieldSchema {
    const { draw } = this;
    const kinds: (() => FieldSchema)[] = [
      () => ({ type: 'integer', minimum: 0, maximum: 5 }),
      () => ({ type: 'string', maxLength: 3 }),
      () => ({ type: 'boolean' }),
      () => ({ oneOf: ['a', 'b', 'c'].map((each) => ({ const: each, title: each })) }),
      () => ({
        type: 'array',
        uniqueItems: true,
        ...(chance(30, draw) ? { 'x-settings': { exclusive: ['b'] } } : {}),
        items: { oneOf: ['a', 'b'].map((each) => ({ const: each, title: each })) },
      }),
    ];
    const field = chance(20, draw) ? this.sample() : oneOf(kinds, draw)();
    if (chance(10, draw)) field['x-not-asked'] = ['unknown', 'refused'];
    return field;
  }

  sample(): FieldSchema {
    const place = this.draw(samples.length);
    return { ...samples[place]!.field, title: `sample ${place}` };
  }

  test(field: FieldSchema): Json {
    const { draw } = this;
    if (sampleOf(field) || chance(20, draw)) return { answered: chance(60, draw) };
    const not = (test: Json): Json => (chance(20, draw) ? { not: test } : test);
    if (field.type === 'integer')
      return not({
        type: 'integer',
        [oneOf(['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'], draw)]: draw(5),
      });
    if (field.type === 'string')
      return not(
        chance(50, draw)
          ? { type: 'string', [oneOf(['minLength', 'maxLength'], draw)]: draw(3) + 1 }
          : { const: oneOf(['x', 'xy'], draw) },
      );
    if (field.type === 'boolean') return not({ const: chance(50, draw) });
    if (field.oneOf)
      return not(chance(70, draw) ? { const: oneOf(['a', 'b', 'c'], draw) } : { enum: ['a', 'c'] });
    if (field.type === 'array' && field.items?.properties) return this.rowsTest(field.items);
    if (field.type === 'array') return not({ type: 'array', contains: { const: oneOf(['a', 'b'], draw) } });
    return { answered: true };
  }

  rowsTest(row: FieldSchema): Json {
    const { draw } = this;
    const plain = Object.entries(row.properties ?? {}).filter(
      ([, field]) => !field.properties && !sampleOf(field),
    );
    if (chance(15, draw) || plain.length === 0)
      return { type: 'array', [oneOf(['minItems', 'maxItems'], draw)]: draw(3) };
    const [key, field] = oneOf(plain, draw);
    let inner = this.test(field);
    while ('answered' in inner)
      inner = field.items?.properties ? this.rowsTest(field.items) : this.test(field);
    const contains = {
      type: 'array',
      contains: { properties: { [key]: inner }, ...(chance(80, draw) && { required: [key] }) },
    };
    return chance(15, draw) ? { not: contains } : contains;
  }

  condition(readable: readonly Readable[], depth = 0): Condition {
    const { draw } = this;
    const one = (): [string, Json] => {
      const { pointer, field } = oneOf(readable, draw);
      return [pointer, this.test(field)];
    };
    const inner = (): Condition => this.condition(readable, depth + 1);
    const kind = draw(depth > 1 ? 4 : 10);
    if (kind < 4) return Object.fromEntries([one()]) as Condition;
    if (kind < 6) return Object.fromEntries([one(), one()]) as Condition;
    if (kind === 6) return { all: [inner(), inner()] } as Condition;
    if (kind === 7) return { any: [inner(), inner()] } as Condition;
    if (kind === 8) return { not: inner() } as Condition;
    const names = Object.keys(this.named);
    return names.length > 0 ? ({ named: oneOf(names, draw) } as Condition) : inner();
  }

  /** Fields of one object. `above`: what can be read from here so far; the ones made here are added as they come. */
  fields(
    count: number,
    depth: number,
    above: readonly Readable[],
    prefix: string,
    inRow: boolean,
    first = 0,
  ): { properties: { [key: string]: FieldSchema }; required: string[]; here: Readable[] } {
    const { draw } = this;
    const properties: { [key: string]: FieldSchema } = {};
    const required: string[] = [];
    const here: Readable[] = [];
    for (let place = first; place < first + count; place++) {
      const key = `${String.fromCharCode(97 + place)}${depth}`;
      const readable = [...above, ...here];
      const field = this.field(depth, readable, `${prefix}${key}`, inRow);
      if (readable.length > 0 && chance(45, draw)) field['x-show'] = this.condition(readable);
      if (field['x-show'] && chance(15, draw)) field['x-when-hidden'] = 'keep';
      if (readable.length > 0 && chance(12, draw)) field['x-require'] = this.condition(readable);
      if (chance(5, draw)) field['x-visible-to'] = ['coordinator'];
      const nests = Boolean(field.properties);
      if (readable.length > 0 && !nests && chance(10, draw)) field['x-check'] = this.rules(readable);
      properties[key] = field;
      here.push({ pointer: `${prefix}${key}`, field });
      if (chance(45, draw)) required.push(key);
    }
    return { properties, required, here };
  }

  rules(readable: readonly Readable[]): CheckRule[] {
    const level = chance(80, this.draw) ? {} : { level: 'warning' as const };
    return [{ must: this.condition(readable, 1), message: 'no', ...level }];
  }

  field(depth: number, readable: readonly Readable[], pointer: string, inRow: boolean): FieldSchema {
    const { draw } = this;
    const kind = draw(10);
    if (kind < 3 && depth < 3) {
      // From inside: what was ./ is ../, what was ../ is out of reach; a field in a group of a row still is ./
      const outer = inRow
        ? readable.flatMap((each) =>
            each.pointer.startsWith('./')
              ? [{ ...each, pointer: `.${each.pointer}` }]
              : each.pointer.startsWith('/')
                ? [each]
                : [],
          )
        : readable;
      const inside = this.fields(1 + draw(3), depth + 1, outer, './', true);
      const rules = chance(15, draw) ? { 'x-check': this.rules([...outer, ...inside.here]) } : {};
      return {
        type: 'array',
        maxItems: 4,
        items: { type: 'object', properties: inside.properties, required: inside.required, ...rules },
      };
    }
    if (kind === 3 && depth < 3) {
      const inside = this.fields(1 + draw(2), depth + 1, readable, `${pointer}/`, inRow);
      return { type: 'object', properties: inside.properties, required: inside.required };
    }
    return this.leaf();
  }

  definition(): Definition {
    const { draw } = this;
    const before = this.fields(2, 0, [], '/', false);
    for (let count = draw(2); count > 0; count--) this.named[`n${count}`] = this.condition(before.here);
    const rest = this.fields(2 + draw(4), 0, before.here, '/', false, 2);
    const properties = { ...before.properties, ...rest.properties };
    const required = [...before.required, ...rest.required];
    const layout: LayoutNode[] | undefined = chance(30, draw)
      ? [
          { page: 'uno', title: 'Uno', items: Object.keys(before.properties).map((key) => `/${key}`) },
          {
            page: 'due',
            title: 'Due',
            'x-show': this.condition(before.here),
            items: Object.keys(rest.properties).map((key) => `/${key}`),
          },
        ]
      : undefined;
    return formOf(properties, { required, conditions: this.named, ...(layout && { layout }) });
  }
}

/** A definition that lint accepts most of the time. */
export const randomDefinition = (draw: Draw): Definition => new Maker(draw).definition();

const words = ['x', 'xy', 'xyz', 'k'];

/** A value that a field accepts. */
function good(node: FieldNode, draw: Draw, count: { rows: number }): unknown {
  const { schema } = node;
  if (schema['x-not-asked'] && chance(15, draw)) return { declined: oneOf(schema['x-not-asked'], draw) };
  if (node.type.nests === 'rows')
    return Array.from({ length: oneOf([0, 1, 1, 2, 3], draw) }, () => ({
      id: rowId(count.rows++),
      ...some(node.children, draw, count),
    }));
  if (node.type.nests === 'group') return some(node.children, draw, count);
  const sample = sampleOf(schema);
  if (sample) return copy(oneOf(sample.good, draw));
  if (schema.type === 'integer') return draw(6);
  if (schema.type === 'boolean') return chance(50, draw);
  if (schema.oneOf) return oneOf(schema.oneOf, draw).const;
  if (schema.type === 'array') return oneOf([['a'], ['b'], ['a', 'b']], draw);
  return oneOf(words, draw).slice(0, 3);
}

function some(nodes: readonly FieldNode[], draw: Draw, count: { rows: number }): Json {
  return Object.fromEntries(
    nodes.filter(() => chance(75, draw)).map((node) => [node.key, good(node, draw, count)]),
  );
}

/** Answers that mostly fit: hidden ones taken away, required ones filled in. */
export function fitting(outline: Outline, draw: Draw): Json {
  const count = { rows: 1 };
  const roots = outline.fields.filter((field) => !field.parent);
  let answers = some(roots, draw, count);
  for (let round = 0; round < 4; round++) {
    const settled = settle(outline, answers, context);
    answers = copy(settled.answers);
    let changed = false;
    for (const pointer of settled.required) {
      const holder = valueAt(answers, pointer.slice(0, pointer.lastIndexOf('/')));
      const key = pointer.slice(pointer.lastIndexOf('/') + 1);
      const node = outline.byPointer.get(pointer.replace(/\/\d+(?=\/|$)/g, '/*'));
      if (!isObject(holder) || !node || Object.hasOwn(holder, key)) continue;
      holder[key] = good(node, draw, count);
      changed = true;
    }
    if (!changed) break;
  }
  return answers;
}

/** The same answers, changed in one place. */
export function changed(answers: Json, outline: Outline, draw: Draw): unknown {
  const out = copy(answers);
  const holders: { holder: Json; base: string }[] = [];
  const collect = (value: unknown, base: string): void => {
    if (Array.isArray(value)) value.forEach((row) => collect(row, `${base}/*`));
    else if (isObject(value) && own(value, 'declined') === undefined) {
      holders.push({ holder: value, base });
      for (const key of Object.keys(value)) collect(value[key], `${base}/${key}`);
    }
  };
  collect(out, '');
  const { holder, base } = oneOf(holders, draw);
  const keys = Object.keys(holder);
  const nodes = outline.fields.filter(
    (field) => field.pointer.slice(0, field.pointer.lastIndexOf('/')) === base,
  );
  const key = keys.length > 0 ? oneOf(keys, draw) : 'q';
  const odd: readonly unknown[] = [
    null,
    -1,
    6,
    2.5,
    '',
    'xxxx',
    [],
    {},
    true,
    ['a', 'a'],
    { declined: 'unknown' },
    { declined: 'refused', x: 1 },
    [{}],
    [1],
  ];
  const kind = draw(10);
  if (kind < 3) delete holder[key];
  else if (kind < 7 && nodes.length > 0) {
    const node = oneOf(nodes, draw);
    holder[node.key] = good(node, draw, { rows: 900 });
  } else if (kind === 7) {
    const sample = sampleOf(nodes.find((node) => node.key === key)?.schema ?? {});
    holder[key] = copy(oneOf(sample && sample.bad.length > 0 && chance(70, draw) ? sample.bad : odd, draw));
  } else if (kind === 8) {
    const list = Object.values(holder).find((value) => Array.isArray(value)) as unknown[] | undefined;
    if (list && list.length > 0) list.splice(draw(list.length), 1);
    else holder['unknown'] = 1;
  } else holder[oneOf(['unknown', 'id', 'constructor', '__proto__x'], draw)] = 'x';
  return out;
}
