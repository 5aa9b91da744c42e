// SPDX-License-Identifier: AGPL-3.0-or-later
// Properties as questions, groups and lists.
import type { FieldSchema } from '../../../schemas/types.ts';
import { type Holder, type Rows, seenFrom } from '../answers.ts';
import { test } from '../combine.ts';
import { makeConst } from '../../edit/key.ts';
import { isObject, own } from '../json.ts';
import type { Ledger } from '../ledger.ts';
import { TITLE, keyOf, speaks, titleOf } from '../naming.ts';
import { Bag } from './bag.ts';
import { type Offered, isChoices, offered } from './choices.ts';
import { Conditions, add } from './conditional.ts';
import type { Hints } from './hints.ts';
import { type Known, type Level, newLevel } from './known.ts';
import { initial, scalars, typeIn } from './scalars.ts';
import type { Part, View, Views } from './view.ts';

interface Spot {
  readonly name: string;
  readonly level: Level;
  readonly names: readonly string[];
}

export class Objects {
  readonly views: Views;
  readonly ledger: Ledger;
  private readonly hints: Hints;
  private readonly conditions: Conditions;
  private count = 0;

  constructor(views: Views, ledger: Ledger, hints: Hints) {
    this.views = views;
    this.ledger = ledger;
    this.hints = hints;
    this.conditions = new Conditions(this);
  }

  /** Every property of an object, then what it asks of them. */
  fill(view: View, level: Level, names: readonly string[]): void {
    for (const name of inOrder([...view.properties.keys()], this.hints(names).order ?? []))
      this.property(name, view.properties.get(name)!, level, names);
    for (const { names: required, at } of view.required) this.required(required, at, level);
    this.conditions.of(view, level, names);
  }

  private required(names: readonly string[], at: string, level: Level): void {
    // Names of questions that a branch adds later are required there.
    const unknown = names.filter((name) => !level.names.has(name));
    for (const name of names) if (level.names.has(name)) this.require(level, level.names.get(name)!.key);
    if (unknown.length > 0) this.ledger.leave(at, 'required-unknown', [], unknown.join(', '));
    else this.ledger.take(at);
  }

  require(level: Level, key: string): void {
    const { holder } = level;
    if (!holder.required?.includes(key)) holder.required = [...(holder.required ?? []), key];
  }

  /** One property; undefined when it cannot be a question: then it is listed. */
  property(name: string, parts: readonly Part[], level: Level, names: readonly string[]): Known | undefined {
    if (++this.count > MOST) {
      for (const part of parts) this.ledger.leave(part.at, 'too-many-questions', [], name);
      return undefined;
    }
    const view = this.views.of(parts);
    const [first] = parts;
    const fallen = (): undefined => {
      for (const part of parts) this.ledger.leaveRest(part.at, 'with-its-question', name);
    };
    if (!view) return fallen();
    const here = [...names, name];
    const key = keyOf(name, Object.keys(level.holder.properties));
    const pointer = `${level.pointer}/${key}`;
    const field: FieldSchema = {};
    const spot: Spot = { name, level, names: here };
    const bag = new Bag(view, this.ledger);
    const title = this.title(bag, spot);
    const several = alternativesIn(bag, view);
    if (several) return this.alternatives(several, bag, view, spot, title);
    const known = (inside: Level | undefined): Known => {
      const made: Known = { key, pointer, rows: level.rows, field, title, within: level, inside };
      level.holder.properties[key] = field;
      level.names.set(name, made);
      return made;
    };
    const inside = this.made(bag, view, field, spot, pointer, first!.at);
    if (inside === false) return fallen();
    this.about(bag, field, spot, title);
    bag.close();
    const found = known(inside);
    if (inside && field.type === 'object') this.fill(view, inside, here);
    return found;
  }

  /** Alternatives: a choice of which, and a question for each, shown when it is chosen. */
  private alternatives(list: string, bag: Bag, view: View, spot: Spot, title: string): Known | undefined {
    const { level, name, names } = spot;
    const key = keyOf(name, Object.keys(level.holder.properties));
    const choices: { const: string; title: string }[] = [];
    const alternatives: Known[] = [];
    const field: FieldSchema = { title, type: 'string', oneOf: choices };
    level.holder.properties[key] = field;
    const [schemas, at] = [bag.see(list) as unknown[], bag.at(list)!];
    bag.drop(list);
    for (const word of ['type', 'description']) if (bag.has(word)) this.ledger.take(bag.drop(word)!.at);
    bag.close();
    const pointer = seenFrom(level.rows, { pointer: `${level.pointer}/${key}`, rows: level.rows })!;
    schemas.forEach((schema, place) => {
      const here = `${at}/${place}`;
      const label = labelOf(schema, this.views.of([{ schema, at: here, path: view.path }]), place);
      const code = makeConst(
        label,
        choices.map((each) => each.const),
      );
      const part = { schema, at: here, path: view.path };
      const made = this.property(`${name} ${label}`, [part], level, names.slice(0, -1));
      if (!made) return;
      made.field.title = `${title}: ${label}`.slice(0, TITLE);
      add(made.field, 'x-show', test(pointer, { const: code }));
      choices.push({ const: code, title: label });
      alternatives.push(made);
    });
    if (choices.length === 0) {
      delete level.holder.properties[key];
      return undefined;
    }
    this.ledger.tell(at, 'alternatives-as-choice', choices.map((each) => each.title).join(' / '));
    const known: Known = {
      key,
      pointer: `${level.pointer}/${key}`,
      rows: level.rows,
      field,
      title,
      within: level,
      inside: undefined,
      alternatives,
    };
    level.names.set(name, known);
    return known;
  }

  private title(bag: Bag, { name, names }: Spot): string {
    const own = bag.text('title');
    if (own !== undefined && own.length > TITLE) this.ledger.leave(`${bag.at('title')}`, 'too-long');
    const hint = this.hints(names).title;
    const title = speaks(hint) ? hint : speaks(own) ? own : titleOf(name);
    return title.slice(0, TITLE);
  }

  /** Title, help, first value: what every question has. */
  private about(bag: Bag, field: FieldSchema, { names }: Spot, title: string): void {
    const hint = this.hints(names);
    const made = { ...field };
    for (const key of Object.keys(field)) delete field[key as keyof FieldSchema];
    Object.assign(field, { title, ...made });
    const about = [bag.text('description'), hint.hint].filter(speaks).join('\n\n');
    if (about) field['x-hint'] = about.slice(0, 10_000);
    initial(bag, field);
    if (hint.example) field['x-placeholder-example'] = hint.example.slice(0, 200);
    if (bag.see('readOnly') === false) bag.use('readOnly');
    if (bag.see('readOnly') === true || hint.readOnly) field.readOnly = (bag.use('readOnly') as true) || true;
    if (bag.see('deprecated') === true) field.deprecated = bag.use('deprecated') as true;
    const examples = bag.see('examples');
    if (Array.isArray(examples) && examples.length > 0 && examples.length <= 20)
      field.examples = bag.use('examples') as never;
    if (hint.hidden) field['x-drawn'] = false;
    if (hint.long && field.type === 'string' && !field.oneOf && !field['x-type'])
      field['x-type'] = 'long-text';
  }

  /** Type and limits; gives the level inside of a group or list, false when nothing can be made. */
  private made(
    bag: Bag,
    view: View,
    field: FieldSchema,
    spot: Spot,
    pointer: string,
    at: string,
  ): Level | undefined | false {
    if (bag.has('const')) return this.constant(bag, field);
    const choices = offered(bag, this.ledger, this.hints(spot.names).choiceTitles);
    if (choices) return this.choice(bag, field, choices);
    const alternative = this.lone(bag, view);
    if (alternative === false) return false;
    if (view.properties.size > 0 && (bag.see('type') ?? 'object') === 'object') {
      bag.use('type');
      const holder = Object.assign(field, { type: 'object', properties: {} }) as unknown as Holder;
      if (bag.see('additionalProperties') === false) bag.use('additionalProperties');
      return newLevel(pointer, spot.level.rows, holder);
    }
    const type = typeIn(bag);
    if (type === 'array') return this.list(bag, view, field, spot, pointer, at);
    const make = type === undefined ? undefined : scalars.get(type);
    if (make) {
      Object.assign(field, make(bag));
      return undefined;
    }
    this.nothing(bag, type, at);
    return false;
  }

  private nothing(bag: Bag, type: string | undefined, at: string): void {
    if (type === 'object' || type === 'null')
      this.ledger.leave(bag.at('type') ?? `${at}/type`, type === 'null' ? 'null' : 'empty-object');
    else if (bag.has('type')) bag.leave('type', 'several-types');
    else if (!bag.has('oneOf') && !bag.has('anyOf')) this.ledger.leave(at, 'no-type-at-all');
  }

  /** oneOf and anyOf with one schema that is not null are that schema; others cannot be said. */
  private lone(bag: Bag, view: View): false | undefined {
    for (const key of ['oneOf', 'anyOf']) {
      const list = bag.see(key);
      if (!Array.isArray(list)) continue;
      const useful = (list as unknown[]).flatMap((each, place) =>
        own(each, 'type') === 'null' ? [] : [place],
      );
      const [only] = useful;
      if (useful.length !== 1 || only === undefined) {
        const own = view.properties.size > 0 || bag.has('type');
        bag.leave(key, 'alternatives');
        if (own && bag.see('type') !== 'object') continue;
        if (view.properties.size > 0) continue;
        return false;
      }
      const place = `${bag.at(key)}/${only}`;
      bag.drop(key);
      const inner = this.views.of([{ schema: (list as unknown[])[only], at: place, path: view.path }]);
      for (const number of (list as unknown[]).keys())
        if (number !== only) this.ledger.take(place.replace(/\d+$/, String(number)));
      if (!inner) return false;
      for (const [word, found] of inner.words) bag.add(word, found);
      for (const [name, parts] of inner.properties) view.properties.set(name, parts);
      view.required.push(...inner.required);
    }
    return undefined;
  }

  private constant(bag: Bag, field: FieldSchema): undefined | false {
    const value = bag.see('const');
    const type = {
      string: 'string',
      boolean: 'boolean',
      number: Number.isInteger(value) ? 'integer' : 'number',
    }[typeof value as string];
    if (type === undefined || value === '') return false;
    bag.use('const');
    bag.use('type');
    Object.assign(field, { type, 'x-value': type === 'string' ? { text: value } : value, 'x-drawn': false });
    return undefined;
  }

  private choice(bag: Bag, field: FieldSchema, { choices, values }: Offered): undefined {
    bag.use('type');
    if (choices) Object.assign(field, { type: 'string', oneOf: choices });
    else {
      const whole = values!.every(Number.isInteger);
      const all = values!.every((value) => typeof value === 'number');
      const yesNo = values!.every((value) => typeof value === 'boolean');
      Object.assign(
        field,
        yesNo ? { type: 'boolean' } : { type: whole ? 'integer' : all ? 'number' : 'string', enum: values },
      );
    }
    // What limits a text limits no choice.
    for (const word of ['minLength', 'maxLength', 'pattern', 'format', 'minimum', 'maximum'])
      bag.leave(word, 'on-a-choice');
    return undefined;
  }

  private list(
    bag: Bag,
    view: View,
    field: FieldSchema,
    spot: Spot,
    pointer: string,
    at: string,
  ): Level | undefined | false {
    const items = bag.see('items');
    const place = bag.at('items');
    const typeAt = view.words.get('type')?.at ?? `${at}/items`;
    if (!isObject(items) || place === undefined) {
      if (items === undefined) this.ledger.leave(typeAt, 'list-of-anything');
      return false;
    }
    bag.drop('items');
    const inner = this.views.of([{ schema: items, at: place, path: view.path }]);
    if (!inner) return false;
    for (const word of ['minItems', 'maxItems'] as const) {
      const limit = bag.size(word);
      if (limit !== undefined) field[word] = limit;
    }
    const own = new Bag(inner, this.ledger);
    const done = (): void => {
      own.drop('title');
      own.close();
    };
    const file = own.see('format') === 'data-url';
    if (
      file ||
      isChoices(own.see('oneOf')) ||
      isChoices(own.see('anyOf')) ||
      Array.isArray(own.see('enum'))
    ) {
      const choices = file ? undefined : offered(own, this.ledger, this.hints(spot.names).choiceTitles);
      if (!file && !choices) return false;
      if (file) own.use('format');
      own.use('type');
      bag.use('uniqueItems');
      if (file)
        Object.assign(field, {
          type: 'array',
          'x-type': 'file',
          'x-settings': { kinds: ['pdf', 'photo'] },
          ...limits(field),
        });
      else
        Object.assign(field, {
          type: 'array',
          items: choices!.choices ? { type: 'string', oneOf: choices!.choices } : { enum: choices!.values },
          ...limits(field),
        });
      const title = inner.words.get('title');
      if (title) this.ledger.leave(title.at, 'row-title', [], String(title.value));
      done();
      return undefined;
    }
    const holder: Holder = { type: 'object', properties: {} };
    const rows: Rows = { pointer, within: spot.level.rows, holder };
    const level = newLevel(`${pointer}/*`, rows, holder);
    Object.assign(field, { type: 'array', items: holder, ...limits(field) });
    if (inner.properties.size > 0) {
      own.use('type');
      const title = own.text('title');
      if (speaks(title)) (holder as FieldSchema).title = title.slice(0, TITLE);
      const about = inner.words.get('description');
      if (about) own.leave('description', 'row-title');
      if (own.see('additionalProperties') === false) own.use('additionalProperties');
      own.close();
      this.fill(inner, level, spot.names);
      return level;
    }
    // A list of single values: each row has one question.
    const value = this.property('voce', [{ schema: items, at: place, path: view.path }], level, spot.names);
    if (!value) return false;
    this.ledger.leave(typeAt, 'wrapped');
    return level;
  }
}

const MOST_ALTERNATIVES = 12;
/** questions of one form, groups and lists among them */
const MOST = 2_000;

/** The keyword that offers several schemas which are no choices, when there is nothing beside it. */
function alternativesIn(bag: Bag, view: View): string | undefined {
  if (view.properties.size > 0 || bag.has('enum') || bag.has('const') || bag.has('items')) return undefined;
  return ['oneOf', 'anyOf'].find((key) => {
    const list = bag.see(key);
    if (!Array.isArray(list) || isChoices(list) || list.length > MOST_ALTERNATIVES) return false;
    return (list as unknown[]).filter((each) => isObject(each) && own(each, 'type') !== 'null').length > 1;
  });
}

/** What one alternative is called: by itself, by the name it is referred to, by its type. */
function labelOf(schema: unknown, view: View | undefined, place: number): string {
  const title = view?.words.get('title')?.value;
  if (typeof title === 'string' && speaks(title)) return title.slice(0, 100);
  const ref = own(schema, '$ref');
  const last = typeof ref === 'string' ? ref.split('/').at(-1) : undefined;
  if (speaks(last)) return titleOf(last);
  const type = view?.words.get('type')?.value;
  const known: { readonly [type: string]: string } = {
    string: 'Testo', number: 'Numero', integer: 'Numero intero', boolean: 'Sì o no', array: 'Elenco', object: 'Gruppo',
  }; // prettier-ignore
  const kind = view?.words.has('enum') ? 'Scelta' : typeof type === 'string' ? known[type] : undefined;
  return kind ?? `Possibilità ${place + 1}`;
}

const limits = ({ minItems, maxItems }: FieldSchema): FieldSchema => ({
  ...(minItems === undefined ? {} : { minItems }),
  ...(maxItems === undefined ? {} : { maxItems }),
});

/** Names in the order that is asked for; `*` stands for those that it does not name. */
function inOrder(names: readonly string[], order: readonly string[]): readonly string[] {
  const star = order.includes('*') ? order.indexOf('*') : order.length;
  const [first, last] = [order.slice(0, star), order.slice(star + 1)];
  const others = names.filter((name) => !order.includes(name));
  return [...first, ...others, ...last].filter((name) => names.includes(name));
}
