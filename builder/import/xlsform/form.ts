// SPDX-License-Identifier: AGPL-3.0-or-later
// The tree of rows as questions, groups and pages.
import type { Choice, Condition, FieldSchema, LayoutNode, LayoutSection } from '../../../schemas/types.ts';
import type { Ledger } from '../ledger.ts';
import { NodeIds, keyOf, other, titleOf } from '../naming.ts';
import type { Answer, Holder, Rows } from '../answers.ts';
import type { ChoiceLists } from './choices.ts';
import { Logic, type Spot } from './logic.ts';
import { type Row, plain, saysYes, used } from './table.ts';
import type { Texts } from './texts.ts';
import type { Item } from './tree.ts';
import { type Asked, keptAnyway, selections, types } from './types.ts';

/** Where the next question goes. */
interface Scope {
  readonly is: 'form' | 'page' | 'section' | 'box';
  readonly holder: Holder;
  /** with stars; '' is the form */
  readonly pointer: string;
  readonly rows: Rows | undefined;
  readonly items: LayoutNode[];
}

interface Parts {
  readonly ledger: Ledger;
  readonly texts: Texts;
  readonly lists: ChoiceLists;
}

const LATE = new Set(['calculate', 'hidden']);

export class Form {
  private readonly parts: Parts;
  private readonly root: Holder = { type: 'object', properties: {} };
  private readonly layout: LayoutNode[] = [];
  private readonly ids = new NodeIds();
  private readonly answers = new Map<string, Answer>();
  /** what waits until every question is known, in the order of the rows */
  private readonly later: (() => void)[] = [];
  /** calculations that are worked out when somebody asks for them */
  private readonly pending = new Map<string, () => void>();
  private readonly logic: Logic;

  constructor(parts: Parts) {
    this.parts = parts;
    this.logic = new Logic(parts.ledger, parts.texts, this.root, (name) => this.find(name));
  }

  private find(name: string): Answer | undefined {
    const job = this.pending.get(name);
    this.pending.delete(name);
    job?.();
    return this.answers.get(name);
  }

  make(items: readonly Item[]): { readonly schema: Holder; readonly layout: LayoutNode[] } {
    const seen = items.filter((item) => this.isSeen(item));
    const pages = seen.length > 1 && seen.every((item) => this.isBox(item));
    const scope: Scope = { is: 'form', holder: this.root, pointer: '', rows: undefined, items: this.layout };
    for (const item of items) this.item(item, scope, pages);
    for (const job of this.later) job();
    return { schema: this.root, layout: this.layout };
  }

  private isSeen({ kind, row }: Item): boolean {
    if (kind.is !== 'plain') return kind.is !== 'file-list';
    return types.has(kind.type) || kind.type === 'note' ? plain(row, 'type') !== undefined : false;
  }

  private isBox(item: Item): boolean {
    return item.kind.is === 'begin' && item.kind.what === 'group' && !this.isGrid(item);
  }

  private item(item: Item, scope: Scope, pages = false): void {
    const { kind, row } = item;
    const { ledger } = this.parts;
    const whole = (why: string): void => {
      const place = plain(row, 'type')!.at;
      ledger.leave(
        place,
        why,
        row.all.map(({ at }) => at).filter((at) => at !== place),
      );
    };
    if (kind.is === 'begin') this.box(item, scope, pages);
    else if (kind.is === 'file-list') whole('from-file');
    else if (kind.is === 'select') {
      if (this.parts.lists.has(kind.list)) this.selection(item, scope);
      else whole('no-list');
    } else if (kind.is === 'plain') {
      const make = types.get(kind.type);
      if (make) this.question(row, scope, (asked) => make(asked));
      else if (kind.type === 'note') this.note(row, scope);
      else if (LATE.has(kind.type)) this.unseen(row, scope, kind.type);
      else whole(keptAnyway.has(kind.type) ? 'kept-anyway' : 'no-such-type');
    }
  }

  private place(scope: Scope, name: string, field: FieldSchema, title: string): Spot {
    const key = keyOf(name, Object.keys(scope.holder.properties));
    scope.holder.properties[key] = field;
    const answer: Answer = { pointer: `${scope.pointer}/${key}`, rows: scope.rows, field, title };
    if (name !== '' && !this.answers.has(name)) this.answers.set(name, answer);
    return { rows: scope.rows, holder: scope.holder, key, self: answer };
  }

  /** How the layout names a question, and how its translations are named. */
  private named(spot: Spot, scope: Scope): { readonly node: string; readonly key: string } {
    const pointer = spot.self!.pointer;
    return {
      node: scope.pointer === '' ? pointer : `./${spot.key}`,
      key: pointer.replaceAll('/*', '').slice(1),
    };
  }

  private asked(row: Row, label: string): Asked {
    const words = (name: string): string[] => (plain(row, name)?.text ?? '').split(/[\s,;]+/).filter(Boolean);
    return {
      appearance: new Set(words('appearance')),
      parameters: new Map(words('parameters').map((word) => word.split('=') as [string, string])),
      label,
    };
  }

  /** Words of the appearance and parameters that nobody used. */
  private unused(row: Row, asked: Asked): void {
    const { ledger } = this.parts;
    const [look, parameters] = [plain(row, 'appearance'), plain(row, 'parameters')];
    if (look && asked.appearance.size > 0)
      ledger.leave(look.at, 'appearance', [], [...asked.appearance].join(' '));
    const left = [...asked.parameters].map((pair) => pair.join('='));
    if (parameters && left.length > 0) ledger.leave(parameters.at, 'parameter', [], left.join(' '));
    ledger.take(look?.at, parameters?.at);
  }

  private question(row: Row, scope: Scope, make: (asked: Asked, key: string) => FieldSchema): Spot {
    const { ledger, texts } = this.parts;
    ledger.take(plain(row, 'type')?.at);
    const name = used(row, 'name', ledger);
    const title = texts.title(row, titleOf(name));
    const asked = this.asked(row, title);
    const field: FieldSchema = {};
    const spot = this.place(scope, name, field, title);
    const { node, key } = this.named(spot, scope);
    Object.assign(field, { title, ...make(asked, key) });
    this.unused(row, asked);
    const hint = texts.joined(row, ['hint', 'guidance_hint']);
    if (hint) field['x-hint'] = hint;
    texts.translate(row, ['label'], `${key}.title`);
    texts.translate(row, ['hint', 'guidance_hint'], `${key}.hint`);
    const readOnly = plain(row, 'read_only');
    ledger.take(readOnly?.at);
    if (readOnly && saysYes(readOnly.text)) field.readOnly = true;
    scope.items.push(node);
    this.later.push(() => this.rules(row, spot, field, key));
    return spot;
  }

  private rules(row: Row, spot: Spot, field: FieldSchema, name: string): void {
    const { ledger } = this.parts;
    const show = this.logic.relevant(row, spot);
    if (show) field['x-show'] = show;
    this.logic.required(row, spot, field);
    for (const cell of row.cells.get('required_message')?.values() ?? [])
      ledger.leave(cell.at, 'own-message');
    this.logic.constraint(row, spot, field, name);
    const computed = this.logic.computed(row, spot);
    if (computed) field['x-value'] = computed.formula;
    this.logic.initial(row, spot, field);
    const filter = plain(row, 'choice_filter');
    if (filter) ledger.leave(filter.at, 'choice-filter');
  }

  private selection({ kind, row }: Item, scope: Scope): void {
    if (kind.is !== 'select') return;
    const make = selections.get(kind.how)!;
    const before = this.question(row, scope, (asked, key) => {
      const choices = this.parts.lists.of(kind.list, key);
      const also: Choice[] =
        kind.other && !choices.some((each) => each.const === 'other')
          ? [{ const: 'other', title: other.title }]
          : [];
      return make(asked, [...choices, ...also]);
    });
    if (kind.other) this.specify(before, scope);
  }

  /** The open answer of `or_other`, right after its question. */
  private specify(before: Spot, scope: Scope): void {
    const question = before.holder.properties[before.key]!;
    const field: FieldSchema = { title: other.specify, type: 'string' };
    const name = [...this.answers].find(([, answer]) => answer === before.self)?.[0] ?? before.key;
    const spot = this.place(scope, `${name}_other`, field, other.specify);
    question['x-settings'] = { beside: { other: spot.key } };
    const pointer = scope.rows
      ? `.${before.self!.pointer.slice(scope.rows.pointer.length + 2)}`
      : before.self!.pointer;
    const test =
      question.type === 'array' ? { type: 'array', contains: { const: 'other' } } : { const: 'other' };
    field['x-show'] = { [pointer]: test } as Condition;
    scope.items.push(this.named(spot, scope).node);
  }

  private note(row: Row, scope: Scope): void {
    const { ledger, texts } = this.parts;
    ledger.take(plain(row, 'type')?.at);
    const name = used(row, 'name', ledger);
    const text = texts.joined(row, ['label', 'hint']) || titleOf(name);
    const id = this.ids.make('note', name);
    const node: LayoutNode = { note: id, text };
    texts.translate(row, ['label', 'hint'], `note:${id}`);
    scope.items.push(node);
    this.later.push(() => {
      const show = this.logic.relevant(row, this.nowhere(scope));
      if (show) node['x-show'] = show;
    });
  }

  private nowhere(scope: Scope): Spot {
    return { rows: scope.rows, holder: scope.holder, key: '', self: undefined };
  }

  /** Calculations and hidden values: working values, never drawn. */
  private unseen(row: Row, scope: Scope, type: string): void {
    const { ledger, texts } = this.parts;
    const cell = plain(row, 'type')!;
    const also = row.all.map(({ at }) => at).filter((at) => at !== cell.at);
    const constant = type === 'hidden' ? plain(row, 'default') : undefined;
    if (!constant && !plain(row, 'calculation')) {
      ledger.leave(cell.at, type === 'hidden' ? 'empty-hidden' : 'nothing-to-compute', also);
      return;
    }
    const name = plain(row, 'name')?.text ?? '';
    const title = texts.title(row, titleOf(name));
    const field: FieldSchema = { title };
    const spot = this.place(scope, name, field, title);
    const done = (computed: FieldSchema): void => {
      Object.assign(field, computed, { 'x-drawn': false });
      ledger.take(cell.at, plain(row, 'name')?.at);
    };
    if (constant) {
      ledger.take(constant.at);
      return done({ type: 'string', 'x-value': { text: constant.text } });
    }
    const job = (): void => {
      const computed = this.logic.computed(row, spot);
      if (computed) {
        const isDate = computed.type === 'date';
        const kind = isDate
          ? ({ type: 'string', format: 'date' } as const)
          : { type: computed.type as 'string' };
        done({ ...kind, 'x-value': computed.formula });
        const show = this.logic.relevant(row, spot);
        if (show) field['x-show'] = show;
        return;
      }
      delete scope.holder.properties[spot.key];
      this.answers.delete(name);
      const place = plain(row, 'calculation')!.at;
      ledger.along(
        place,
        [cell.at, ...also].filter((at) => at !== place),
      );
    };
    this.pending.set(name, job);
    this.later.push(() => this.find(name));
  }

  /** A group as a page, a section or a box of its own; a repeat as a list of rows. */
  private box(item: Item, scope: Scope, pages: boolean): void {
    if (item.kind.is !== 'begin') return;
    const { ledger, texts } = this.parts;
    const { row } = item;
    ledger.take(plain(row, 'type')?.at);
    const name = used(row, 'name', ledger);
    const title = texts.title(row, titleOf(name));
    const grid = this.isGrid(item);
    const asked = this.asked(row, title);
    asked.appearance.delete('field-list');
    if (grid) for (const word of ['table-list', 'likert']) asked.appearance.delete(word);
    this.unused(row, asked);
    const outer = scope.is === 'form' || scope.is === 'page';
    if (item.kind.what === 'group' && outer && !grid) return this.node(item, scope, name, title, pages);
    const rows = item.kind.what === 'repeat';
    const holder: Holder = { type: 'object', properties: {} };
    const field: FieldSchema = rows
      ? { title, type: 'array', items: holder as FieldSchema }
      : Object.assign(holder as FieldSchema, { title, ...(grid ? { 'x-type': 'grid' } : {}) });
    const spot = this.place(scope, name, field, title);
    const { node, key } = this.named(spot, scope);
    texts.translate(row, ['label'], `${key}.title`);
    const own = spot.self!.pointer;
    const inner: Scope = {
      is: 'box',
      holder,
      pointer: rows ? `${own}/*` : own,
      rows: rows ? { pointer: own, within: scope.rows, holder } : scope.rows,
      items: [],
    };
    for (const each of item.items) this.item(each, inner);
    // Notes and lists in it stand only in a layout of its own.
    const plainly = inner.items.every((each) => typeof each === 'string');
    scope.items.push(plainly ? node : { repeat: node, items: inner.items });
    if (rows) this.logic.rowCount(row, field);
    this.later.push(() => {
      const show = this.logic.relevant(row, { ...spot, self: undefined });
      if (show) field['x-show'] = show;
    });
  }

  private node(item: Item, scope: Scope, name: string, title: string, pages: boolean): void {
    const { texts } = this.parts;
    const { row } = item;
    const kind = pages && scope.is === 'form' ? 'page' : 'section';
    const id = this.ids.make(kind, name);
    const items: LayoutNode[] = [];
    const node = { [kind]: id, title, items } as unknown as LayoutSection;
    const hint = texts.joined(row, ['hint', 'guidance_hint']);
    if (hint) node['x-hint'] = hint;
    texts.translate(row, ['label'], `${kind}:${id}`);
    texts.translate(row, ['hint', 'guidance_hint'], `${kind}:${id}.hint`);
    scope.items.push(node);
    for (const each of item.items) this.item(each, { ...scope, is: kind, items });
    this.later.push(() => {
      const show = this.logic.relevant(row, this.nowhere(scope));
      if (show) node['x-show'] = show;
    });
  }

  /** A group of questions with the same choices that asks to be a table. */
  private isGrid({ kind, row, items }: Item): boolean {
    if (kind.is !== 'begin' || kind.what !== 'group') return false;
    if (!/table-list|likert/.test(plain(row, 'appearance')?.text ?? '') || items.length === 0) return false;
    const [first] = items;
    return items.every(
      (each) =>
        each.kind.is === 'select' &&
        first!.kind.is === 'select' &&
        each.kind.how === 'one' &&
        !each.kind.other &&
        each.kind.list === first!.kind.list &&
        this.parts.lists.has(each.kind.list),
    );
  }
}
