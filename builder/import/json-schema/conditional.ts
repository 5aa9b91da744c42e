// SPDX-License-Identifier: AGPL-3.0-or-later
// if/then/else, dependencies, and alternatives that one answer tells apart: as conditions of the questions.
import type { Condition, FieldSchema } from '../../../schemas/types.ts';
import { seenFrom } from '../answers.ts';
import { all, any, not, test } from '../combine.ts';
import { isObject, own } from '../json.ts';
import { ofObject, ofValue } from './condition.ts';
import type { Known, Level } from './known.ts';
import type { Objects } from './objects.ts';
import type { Part, View } from './view.ts';

type Rule = 'x-show' | 'x-require' | 'x-lock';

/** Adds one more condition: for showing all must hold, for requiring and locking one is enough. */
export function add(field: FieldSchema, rule: Rule, condition: Condition): void {
  const before = field[rule];
  field[rule] =
    before === undefined
      ? condition
      : rule === 'x-show'
        ? all([before, condition])
        : any([before, condition]);
}

export class Conditions {
  private readonly objects: Objects;

  constructor(objects: Objects) {
    this.objects = objects;
  }

  of(view: View, level: Level, names: readonly string[]): void {
    for (const { test: part, holds, otherwise } of view.branches) {
      const { condition, careless } = this.tested(part, level);
      if (!condition) {
        for (const each of [part, holds, otherwise]) if (each) this.leave(each, 'condition');
        continue;
      }
      this.objects.ledger.take(part.at);
      if (careless) this.objects.ledger.leave(part.at, 'absent-holds');
      if (holds) this.branch(holds, condition, level, names);
      if (otherwise) this.branch(otherwise, not(condition), level, names);
    }
    for (const { name, part } of view.dependencies) this.dependency(name, part, level, names);
  }

  private leave(part: Part, why: string): void {
    this.objects.ledger.leave(part.at, why, [], JSON.stringify(part.schema));
  }

  private tested(
    { schema }: Part,
    level: Level,
  ): { readonly condition: Condition | undefined; readonly careless: boolean } {
    let careless = false;
    const unasked = (): void => {
      careless = true;
    };
    return { condition: ofObject(schema, level, { from: level.rows, unasked }), careless };
  }

  private dependency(name: string, part: Part, level: Level, names: readonly string[]): void {
    const { ledger } = this.objects;
    const known = level.names.get(name);
    const pointer = known && seenFrom(level.rows, known);
    if (!known || pointer === undefined) return this.leave(part, 'condition');
    const answered = test(pointer, { answered: true });
    const { schema } = part;
    if (Array.isArray(schema)) {
      const wanted = (schema as unknown[]).map((each) => level.names.get(String(each)));
      if (wanted.some((each) => !each)) return this.leave(part, 'required-unknown');
      for (const each of wanted) add(each!.field, 'x-require', answered);
      return ledger.take(part.at);
    }
    const list = own(schema, 'oneOf');
    const alone = isObject(schema) && Object.keys(schema).every((key) => key === 'oneOf' || key === 'type');
    if (Array.isArray(list) && alone) {
      ledger.take(`${part.at}/type`);
      (list as unknown[]).forEach((inner, place) =>
        this.alternative(
          { schema: inner, at: `${part.at}/oneOf/${place}`, path: part.path },
          name,
          known,
          level,
          names,
        ),
      );
    } else this.branch(part, answered, level, names);
  }

  /** One alternative that an answer chooses: its own test of that answer, and what comes with it. */
  private alternative(part: Part, name: string, known: Known, level: Level, names: readonly string[]): void {
    const tested = own(own(part.schema, 'properties'), name);
    const condition =
      tested === undefined
        ? undefined
        : ofValue(tested, known, { from: level.rows, unasked: () => undefined });
    if (!condition) return this.leave(part, 'condition');
    this.objects.ledger.take(`${part.at}/properties/${name}`);
    this.branch(part, condition, level, names, name);
  }

  /** What a branch adds when its condition holds; `but`: a property that was read already. */
  private branch(
    part: Part,
    condition: Condition,
    level: Level,
    names: readonly string[],
    but?: string,
  ): void {
    const { ledger, views } = this.objects;
    const view = views.of([part]);
    if (!view) return this.leave(part, 'condition');
    const added = new Set<string>();
    for (const [name, parts] of view.properties) {
      if (name === but) continue;
      const before = level.names.get(name);
      if (!before) {
        const made = this.objects.property(name, parts, level, names);
        if (made) add(made.field, 'x-show', condition);
        if (made) added.add(name);
      } else if (parts.every(({ schema }) => schema === false)) {
        add(before.field, 'x-show', not(condition));
        for (const { at } of parts) ledger.take(at);
      } else if (parts.every(({ schema }) => isObject(schema) && Object.keys(schema).length === 0))
        for (const { at } of parts) ledger.take(at);
      else for (const each of parts) this.leave(each, 'changed-by-branch');
    }
    for (const { names: required, at } of view.required) {
      const unknown = required.filter((name) => !level.names.has(name));
      for (const name of required) {
        const known = level.names.get(name);
        if (known && added.has(name)) this.objects.require(level, known.key);
        else if (known && name !== but) add(known.field, 'x-require', condition);
      }
      if (unknown.length > 0) ledger.leave(at, 'required-unknown', [], unknown.join(', '));
      else ledger.take(at);
    }
    for (const [word, { value, at }] of view.words) {
      if (word === 'type') ledger.take(at);
      else ledger.leave(at, 'in-a-branch', [], JSON.stringify(value));
    }
    for (const { test: tested, holds, otherwise } of view.branches) {
      const { condition: own } = this.tested(tested, level);
      if (!own) {
        for (const each of [tested, holds, otherwise]) if (each) this.leave(each, 'condition');
        continue;
      }
      ledger.take(tested.at);
      if (holds) this.branch(holds, all([condition, own]), level, names);
      if (otherwise) this.branch(otherwise, all([condition, not(own)]), level, names);
    }
    for (const each of view.dependencies) this.leave(each.part, 'condition');
  }
}
