// SPDX-License-Identifier: AGPL-3.0-or-later
// What the expressions of one row become, once every question is known.
import type { CheckRule, Condition, FieldSchema, Formula } from '../../../schemas/types.ts';
import type { Ledger } from '../ledger.ts';
import { type Answer, type Holder, type Rows, valueType } from '../answers.ts';
import { limits } from './constraint.ts';
import { type Cell, type Row, plain, saysNo, saysYes } from './table.ts';
import type { Texts } from './texts.ts';
import { type Sight, type Valued, condition, value } from './translate.ts';
import { type Node, namesIn, parse } from './xpath.ts';

/** Where a row's answer stands. */
export interface Spot {
  readonly rows: Rows | undefined;
  /** the object that holds the question: its list of what is required */
  readonly holder: Holder;
  readonly key: string;
  readonly self: Answer | undefined;
}

const trivial: FieldSchema = { type: 'boolean', 'x-drawn': false };

export class Logic {
  private readonly ledger: Ledger;
  private readonly texts: Texts;
  private readonly root: Holder;
  private readonly find: (name: string) => Answer | undefined;

  constructor(ledger: Ledger, texts: Texts, root: Holder, find: (name: string) => Answer | undefined) {
    this.ledger = ledger;
    this.texts = texts;
    this.root = root;
    this.find = find;
  }

  private sight(spot: Spot): Sight {
    return {
      from: spot.rows,
      self: spot.self,
      find: this.find,
      keep: (formula, title) => this.kept(spot.rows, formula, title),
    };
  }

  /** A computed yes or no of the row (or of the form), never drawn; the same one is made once. */
  private kept(rows: Rows | undefined, formula: Formula, title: string): string {
    const { properties } = rows?.holder ?? this.root;
    const same = Object.keys(properties).find(
      (key) => JSON.stringify(properties[key]?.['x-value']) === JSON.stringify(formula),
    );
    let number = 1;
    while (`regola_${number}` in properties) number++;
    const key = same ?? `regola_${number}`;
    properties[key] ??= { title: title.slice(0, 500), ...trivial, 'x-value': formula };
    return rows ? `./${key}` : `/${key}`;
  }

  /** The tree of a cell, when every answer that it reads is there; otherwise the cell is listed. */
  private tree(cell: Cell): Node | undefined {
    const node = parse(cell.text);
    if (!node) this.ledger.leave(cell.at, 'not-understood');
    else if (namesIn(node).some((name) => !this.find(name))) this.ledger.leave(cell.at, 'unknown-name');
    else return node;
    return undefined;
  }

  /** A cell as whatever `make` makes of its tree; otherwise it is listed. Helpers that a failure made are taken back. */
  private translated<Made>(
    cell: Cell,
    spot: Spot,
    make: (node: Node, sight: Sight) => Made | undefined,
  ): Made | undefined {
    const node = this.tree(cell);
    if (!node) return undefined;
    const { properties } = spot.rows?.holder ?? this.root;
    const before = new Set(Object.keys(properties));
    const made = make(node, this.sight(spot));
    if (made !== undefined) this.ledger.take(cell.at);
    else {
      for (const key of Object.keys(properties)) if (!before.has(key)) delete properties[key];
      this.ledger.leave(cell.at, 'expression');
    }
    return made;
  }

  /** `relevant`, as x-show. */
  relevant(row: Row, spot: Spot): Condition | undefined {
    const cell = plain(row, 'relevant');
    if (!cell) return undefined;
    if (saysYes(cell.text)) {
      this.ledger.take(cell.at);
      return undefined;
    }
    return this.translated(cell, spot, condition);
  }

  required(row: Row, spot: Spot, field: FieldSchema): void {
    const cell = plain(row, 'required');
    if (!cell) return;
    if (saysYes(cell.text)) {
      spot.holder.required = [...(spot.holder.required ?? []), spot.key];
      this.ledger.take(cell.at);
    } else if (saysNo(cell.text)) this.ledger.take(cell.at);
    else {
      const found = this.translated(cell, spot, condition);
      if (found) field['x-require'] = found;
    }
  }

  constraint(row: Row, spot: Spot, field: FieldSchema, name: string): void {
    const message = this.texts.own(row, 'constraint_message', 500);
    const said = row.cells.get('constraint_message');
    const unsaid = (): void => {
      for (const cell of said?.values() ?? []) this.ledger.leave(cell.at, 'own-message');
    };
    const cell = plain(row, 'constraint');
    if (!cell) return unsaid();
    let rule: Condition | undefined;
    const made = this.translated(cell, spot, (node, sight) => {
      const found = limits(node, field, sight, message !== '');
      if (found) return found;
      rule = condition(node, sight);
      return rule;
    });
    if (made && !rule) {
      const settings = { ...field['x-settings'], ...(made as FieldSchema)['x-settings'] };
      Object.assign(field, made);
      if (Object.keys(settings).length > 0) field['x-settings'] = settings;
    }
    if (!rule) return unsaid();
    const check: CheckRule = { must: rule, message: message || 'Controlli questa risposta.' };
    field['x-check'] = [check];
    this.texts.translate(row, ['constraint_message'], `${name}.check.0`);
  }

  /** A calculation; undefined when it does not translate. */
  computed(row: Row, spot: Spot): Valued | undefined {
    const cell = plain(row, 'calculation');
    return cell && this.translated(cell, spot, value);
  }

  /** The first value of a question. */
  initial(row: Row, spot: Spot, field: FieldSchema): void {
    const cell = plain(row, 'default');
    if (!cell) return;
    if (/\$\{|[\w-]\s*\(.*\)/.test(cell.text)) {
      const found = this.translated(cell, spot, (node, sight) => {
        const made = value(node, sight);
        return made && sameKind(made, field) ? made : undefined;
      });
      if (found) field['x-prefill'] = found.formula;
      return;
    }
    const wanted = typed(cell.text, field);
    if (wanted === undefined) this.ledger.leave(cell.at, 'default');
    else {
      field.default = wanted;
      this.ledger.take(cell.at);
    }
  }

  /** How many rows: a whole number says exactly that, anything else is listed. */
  rowCount(row: Row, field: FieldSchema): void {
    const cell = plain(row, 'repeat_count');
    if (!cell) return;
    const number = Number(cell.text);
    if (!Number.isInteger(number) || number < 1 || number > 500)
      return this.ledger.leave(cell.at, 'repeat-count');
    field.minItems = number;
    field.maxItems = number;
    this.ledger.take(cell.at);
  }
}

function sameKind(found: Valued, field: FieldSchema): boolean {
  const type = valueType(field);
  return found.type === type || (type === 'number' && found.type === 'integer');
}

/** A default as the question keeps its answers; undefined where it is none. */
function typed(text: string, field: FieldSchema): unknown {
  const choices = field.oneOf ?? field.items?.oneOf;
  const type = valueType(field);
  if (type === 'list' && choices) {
    const codes = text.split(/\s+/);
    return codes.every((code) => choices.some((choice) => choice.const === code)) ? codes : undefined;
  }
  if (choices) return choices.some((choice) => choice.const === text) ? text : undefined;
  if (type === 'integer' || type === 'number') {
    const number = Number(text.replace(',', '.'));
    return Number.isFinite(number) && (type === 'number' || Number.isInteger(number)) ? number : undefined;
  }
  if (type === 'date') return /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
  if (field['x-type'] === 'time') return /^\d\d:\d\d/.exec(text)?.[0];
  if (field['x-type'] === 'date-time') return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.exec(text)?.[0];
  return type === 'string' ? text : undefined;
}
