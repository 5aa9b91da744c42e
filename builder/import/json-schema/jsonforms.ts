// SPDX-License-Identifier: AGPL-3.0-or-later
// The UI schema of JSON Forms as a layout.
import type { Condition, LayoutNode } from '../../../schemas/types.ts';
import { all } from '../combine.ts';
import { type Json, isObject, own } from '../json.ts';
import type { Ledger } from '../ledger.ts';
import { NodeIds, TITLE, speaks, titleOf } from '../naming.ts';
import { add } from './conditional.ts';
import { type Known, type Level, find, namesOf } from './known.ts';
import { type Rule, ruleOf } from './rules.ts';

export const isJsonForms = (ui: unknown): boolean =>
  isObject(ui) && typeof ui['type'] === 'string' && ('elements' in ui || 'scope' in ui);

/** What an element stands in. */
interface Around {
  readonly is: 'form' | 'page' | 'section' | 'row';
  readonly level: Level;
  readonly rules: readonly Rule[];
}

type Draw = (element: Json, at: string, around: Around) => LayoutNode[];

export class JsonForms {
  private readonly ids = new NodeIds();
  private readonly placed = new Set<string>();
  private readonly ledger: Ledger;
  private readonly whole: Known | undefined;

  /** `whole`: the one question of a form whose schema is no object */
  constructor(ledger: Ledger, whole: Known | undefined) {
    this.ledger = ledger;
    this.whole = whole;
  }

  layout(ui: Json, at: string, root: Level): LayoutNode[] {
    const nodes = this.element(ui, at, { is: 'form', level: root, rules: [] });
    for (const [name, known] of root.names)
      if (nodes.length > 0 && known.field['x-drawn'] !== false && !this.touched(known.pointer))
        this.ledger.tell(`#/properties/${name}`, 'was-not-shown', known.title);
    return nodes;
  }

  /** Does it stand somewhere, whole or in part? */
  private touched(pointer: string, within = ''): boolean {
    const around = (outer: string, inner: string): boolean =>
      inner === outer || inner.startsWith(`${outer}/`);
    return [...this.placed].some(
      (each) => around(pointer, each) || (around(each, pointer) && !around(each, within)),
    );
  }

  private element(element: unknown, at: string, around: Around): LayoutNode[] {
    const type = own(element, 'type');
    const draw = typeof type === 'string' && Object.hasOwn(this.kinds, type) ? this.kinds[type] : undefined;
    if (!draw || !isObject(element)) {
      this.ledger.leave(at, 'element', [], typeof type === 'string' ? type : '');
      return [];
    }
    this.ledger.take(`${at}/type`);
    return draw(element, at, around);
  }

  private elements(element: Json, at: string, around: Around): LayoutNode[] {
    const list = own(element, 'elements');
    if (!Array.isArray(list)) return [];
    if (list.length === 0) this.ledger.take(`${at}/elements`);
    return (list as unknown[]).flatMap((each, place) =>
      this.element(each, `${at}/elements/${place}`, around),
    );
  }

  private rule(element: Json, at: string, { level }: Around): Rule | undefined {
    const rule = own(element, 'rule');
    if (rule === undefined) return undefined;
    const found = ruleOf(rule, level);
    if (found) this.ledger.take(`${at}/rule`);
    else this.ledger.leave(`${at}/rule`, 'rule', [], JSON.stringify(rule));
    return found;
  }

  /** A label as it is written: a text, `{ text }`, or false; else the key of its translation. */
  private label(element: Json, at: string): string {
    const label = own(element, 'label') ?? own(element, 'text');
    const place = `${at}/${own(element, 'label') === undefined ? 'text' : 'label'}`;
    const text = isObject(label) ? own(label, 'text') : label;
    if (label === false || own(label, 'show') === false) this.ledger.leave(place, 'no-label');
    if (typeof text === 'string' && speaks(text)) {
      this.ledger.take(isObject(label) ? `${place}/text` : place);
      return text.slice(0, TITLE);
    }
    const key = own(element, 'i18n');
    if (typeof key !== 'string' || element['type'] === 'Control') return '';
    this.ledger.take(`${at}/i18n`);
    return titleOf(key);
  }

  private readonly control: Draw = (element, at, around) => {
    const scope = own(element, 'scope');
    const names = typeof scope === 'string' ? namesOf(scope) : undefined;
    if (names?.length === 0 && !this.whole) {
      // The whole form at once.
      this.ledger.take(`${at}/scope`);
      return [];
    }
    const known = names && (names.length === 0 ? this.whole : find(around.level, names));
    if (!known) {
      this.ledger.leave(at, 'no-such-question', [], String(scope));
      return [];
    }
    if (this.touched(known.pointer, around.level.pointer)) {
      this.ledger.leave(at, 'placed-twice', [], String(scope));
      return [];
    }
    this.placed.add(known.pointer);
    this.ledger.take(`${at}/scope`);
    const title = this.label(element, at);
    if (title) known.field.title = title;
    const own_ = this.rule(element, at, around);
    for (const rule of own_ ? [...around.rules, own_] : around.rules) {
      if (rule.show) add(known.field, 'x-show', rule.show);
      if (rule.lock) add(known.field, 'x-lock', rule.lock);
    }
    if (known.field['x-drawn'] === false) return [];
    const base = around.level.pointer;
    const pointer = base === '' ? known.pointer : `.${known.pointer.slice(base.length)}`;
    const items = this.options(element, at, known);
    return [items.length > 0 ? { repeat: pointer, items } : pointer, ...this.companions(known, base)];
  };

  /** The questions of its alternatives stand right below a choice. */
  private companions(known: Known, base: string): LayoutNode[] {
    return (known.alternatives ?? []).flatMap((each) => {
      if (this.touched(each.pointer, base)) return [];
      this.placed.add(each.pointer);
      const own = base === '' ? each.pointer : `.${each.pointer.slice(base.length)}`;
      return [own, ...this.companions(each, base)];
    });
  }

  /** Options of a control; gives the layout of what is in it. */
  private options(element: Json, at: string, known: Known): LayoutNode[] {
    const options = own(element, 'options');
    if (!isObject(options)) return [];
    const place = `${at}/options`;
    if (options['multi'] === true && known.field.type === 'string' && !known.field.oneOf) {
      known.field['x-type'] ??= 'long-text';
      this.ledger.take(`${place}/multi`);
    }
    if (options['readonly'] === true) {
      known.field.readOnly = true;
      this.ledger.take(`${place}/readonly`);
    }
    const detail = options['detail'];
    if (!isObject(detail) || !known.inside) return [];
    return this.element(detail, `${place}/detail`, { is: 'row', level: known.inside, rules: [] });
  }

  private readonly beside: Draw = (element, at, around) => {
    const rule = this.rule(element, at, around);
    const nodes = this.elements(element, at, rule ? { ...around, rules: [...around.rules, rule] } : around);
    const plain = nodes.filter((node) => typeof node === 'string');
    if (plain.length !== nodes.length || nodes.length < 2) {
      if (nodes.length > 1) this.ledger.leave(`${at}/type`, 'side-by-side');
      return nodes;
    }
    const rows: LayoutNode[] = [];
    const size = plain.length === 4 ? 4 : 3;
    for (let from = 0; from < plain.length; from += size) {
      const row = plain.slice(from, from + size);
      rows.push(row.length > 1 ? { row } : row[0]!);
    }
    return rows;
  };

  private readonly below: Draw = (element, at, around) => {
    const rule = this.rule(element, at, around);
    return this.elements(element, at, rule ? { ...around, rules: [...around.rules, rule] } : around);
  };

  /** A group or category as a page or section; its rule is theirs. */
  private box(kind: 'page' | 'section', element: Json, at: string, around: Around): LayoutNode[] {
    const title = this.label(element, at);
    const rule = this.rule(element, at, around);
    const fits = kind === 'page' || around.is === 'form' || around.is === 'page';
    if (!title || !fits) {
      this.ledger.leave(`${at}/type`, title ? 'nested-group' : 'untitled-group', [], title);
      return this.elements(element, at, rule ? { ...around, rules: [...around.rules, rule] } : around);
    }
    const locks = [...around.rules, ...(rule ? [rule] : [])].flatMap(({ lock }) => (lock ? [{ lock }] : []));
    const shows = [...around.rules, ...(rule ? [rule] : [])].flatMap(({ show }): Condition[] =>
      show ? [show] : [],
    );
    const items = this.elements(element, at, { ...around, is: kind, rules: locks });
    if (items.length === 0) {
      this.ledger.leave(`${at}/type`, 'empty-group', [], title);
      return [];
    }
    const show = shows.length > 0 ? { 'x-show': all(shows) } : {};
    const id = this.ids.make(kind, title);
    return [{ [kind]: id, title, items, ...show } as unknown as LayoutNode];
  }

  private readonly categories: Draw = (element, at, around) => {
    const rule = this.rule(element, at, around);
    const list = own(element, 'elements');
    const within = rule ? { ...around, rules: [...around.rules, rule] } : around;
    const kind = around.is === 'form' && at.endsWith('#') ? 'page' : 'section';
    return (Array.isArray(list) ? (list as unknown[]) : []).flatMap((each, place) => {
      const here = `${at}/elements/${place}`;
      if (!isObject(each) || each['type'] !== 'Category') return this.element(each, here, within);
      this.ledger.take(`${here}/type`);
      return this.box(kind, each, here, within);
    });
  };

  private readonly note: Draw = (element, at, { rules, level, is }) => {
    const text = this.label(element, at);
    if (!text) {
      this.ledger.leave(`${at}/type`, 'untitled-group');
      return [];
    }
    const own_ = this.rule(element, at, { is, level, rules });
    const shows = [...rules, ...(own_ ? [own_] : [])].flatMap(({ show }): Condition[] =>
      show ? [show] : [],
    );
    const show = shows.length > 0 ? { 'x-show': all(shows) } : {};
    return [{ note: this.ids.make('note', text), text, ...show }];
  };

  private readonly kinds: { readonly [type: string]: Draw } = {
    Control: this.control,
    ListWithDetail: this.control,
    VerticalLayout: this.below,
    HorizontalLayout: this.beside,
    Group: (element, at, around) => this.box('section', element, at, around),
    Category: (element, at, around) => this.box('section', element, at, around),
    Categorization: this.categories,
    Label: this.note,
  };
}
