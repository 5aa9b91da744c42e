// SPDX-License-Identifier: AGPL-3.0-or-later
// When an answer goes, what reads it lets go of it: conditions lose that part, formulas and links go whole. Each is
// told, so that it can be named before it happens.
import type { Condition, Definition, FieldSchema, LayoutNode } from '../../schemas/types.ts';
import type { Handle, Lost } from './contract.ts';
import { everyField, fieldAt, inlined, innerScope, pathOf, sameAs, wholeField, withField, withPart } from './fields.ts'; // prettier-ignore
import { besides, target } from './references.ts';
import {
  type Elsewhere,
  type Levels,
  repointed,
  repointedBesides,
  repointedCondition,
  whole,
} from './repoint.ts';

type Counts = NonNullable<NonNullable<Definition['gives']>['counts']>;

const root: Levels = { was: '', is: '' };

class Letting {
  readonly lost = new Map<string, Lost>();
  readonly definition: Definition;
  readonly gone: (target: string) => boolean;
  readonly there: Elsewhere;
  /** named conditions as they are then */
  readonly conditions: { readonly [name: string]: Condition };

  constructor(definition: Definition, gone: (target: string) => boolean) {
    this.definition = definition;
    this.gone = gone;
    const named = { ...definition.conditions };
    const field = (at: string): string | undefined => (gone(at) ? undefined : at);
    const there = { field, named: (name: string) => Object.hasOwn(named, name) };
    // A condition that goes whole takes with it the parts of others that are called by its name.
    for (let before = -1; before !== Object.keys(named).length;) {
      before = Object.keys(named).length;
      for (const [name, old] of Object.entries(named)) {
        const left = repointedCondition(
          old,
          root,
          there,
          () => void this.tell(`condition:${name}`, 'conditions'),
        );
        if (left) named[name] = left;
        else delete named[name];
      }
    }
    this.conditions = named;
    const rows = definition.outcome?.rows ?? [];
    this.there = {
      ...there,
      noOutcome: rows.length > 0 && rows.every((row) => !whole(row.when, root, there)),
    };
  }

  /** Writes it down; false, for those who ask whether something stays. */
  tell(by: Handle, word: string): false {
    this.lost.set(`${by} ${word}`, { by, word });
    return false;
  }

  field(pointer: Handle, level: string, part: FieldSchema): FieldSchema {
    // Lists that share their questions lose it together.
    const all = sameAs(this.definition, pointer).filter((each) => !this.gone(each));
    const tell = (word: string): void => all.forEach((each) => this.tell(each, word));
    const next = repointed(part, { was: level, is: level }, this.there, tell);
    return repointedBesides(next, pointer, pointer, this.there, tell);
  }

  layout(nodes: readonly LayoutNode[], level: string): readonly LayoutNode[] {
    let changed = false;
    const left = nodes.map((node) => {
      if (typeof node === 'string' || 'row' in node) return node;
      const at = 'repeat' in node ? target(node.repeat, level) : undefined;
      const inner = (at !== undefined && innerScope(this.definition, at)) || level;
      const handle =
        'page' in node ? `page:${node.page}`
        : 'section' in node ? `section:${node.section}`
        : 'note' in node ? `note:${node.note}`
        : undefined; // prettier-ignore
      let next: LayoutNode =
        handle === undefined
          ? node
          : repointed(node, { was: level, is: level }, this.there, (word) => void this.tell(handle, word));
      if ('items' in next) {
        const items = this.layout(next.items, inner);
        if (items !== next.items) next = { ...next, items: [...items] };
      }
      changed ||= next !== node;
      return next;
    });
    return changed ? left : nodes;
  }

  gives(gives: NonNullable<Definition['gives']>): NonNullable<Definition['gives']> {
    const left = <Part extends object>(part: Part): Part => {
      const stays = (value: unknown): boolean =>
        typeof value !== 'string' || !value.startsWith('/') || this.there.field(value) !== undefined;
      const entries = Object.entries(part);
      const kept = entries.filter(([, value]) => stays(value));
      if (kept.length === entries.length) return part;
      this.tell('gives', 'gives');
      return Object.fromEntries(kept) as Part;
    };
    const { dates, facts, counts, ends } = gives;
    const next = {
      ...left(gives),
      ...(dates && { dates: left(dates) }),
      ...(facts && { facts: left(facts) }),
      ...(counts && { counts: this.counts(counts) }),
      ...(ends && { ends: this.counts(ends) }),
    };
    return JSON.stringify(next) === JSON.stringify(gives) ? gives : next;
  }

  /** A word of what is counted goes with its list or its one answer; of a list only the answers that go. */
  counts(counts: Counts): Counts {
    const stays = (at: string | undefined): boolean =>
      (at !== undefined && this.there.field(at) !== undefined) || this.tell('gives', 'gives');
    return Object.fromEntries(
      Object.entries(counts).flatMap(([word, what]): [string, Counts[string]][] => {
        if (!stays(typeof what === 'string' ? what : what.rows)) return [];
        if (typeof what === 'string') return [[word, what]];
        const values = Object.entries(what.values).filter(([, at]) => stays(target(at, `${what.rows}/*`)));
        if (values.length === 0) return [];
        const { except, ...rest } = what;
        const left = Object.entries(except ?? {}).filter(([at]) => stays(target(at, `${what.rows}/*`)));
        const told = { ...rest, values: Object.fromEntries(values) };
        return [[word, left.length > 0 ? { ...told, except: Object.fromEntries(left) } : told]];
      }),
    );
  }

  /** A row of the table that tells less than it did would give its outcome to others: it goes whole. */
  outcome(outcome: NonNullable<Definition['outcome']>): Definition['outcome'] {
    const rows = outcome.rows.filter((row) => whole(row.when, root, this.there));
    if (rows.length === outcome.rows.length) return outcome;
    this.tell('outcome', 'outcome');
    return rows.length > 0 ? { ...outcome, rows } : undefined;
  }
}

/** A choice opens only a question that waits for it: one that is asked in any case stands beside no choice. */
export function withoutIdleBesides(definition: Definition, tell: (by: Handle) => void): Definition {
  let next = definition;
  for (const { pointer, field } of everyField(definition)) {
    const opened = besides(inlined(definition, field));
    if (Object.keys(opened).length === 0) continue;
    const there = {
      field: (at: string) => (wholeField(definition, at)?.['x-show'] === undefined ? undefined : at),
      named: () => true,
    };
    next = withField(next, pointer, (part) => {
      const whole = inlined(definition, part);
      const left = repointedBesides(whole, pointer, pointer, there, () => tell(pointer));
      return left === whole ? part : left;
    });
  }
  return next;
}

/** Where the words of a field are written: its own, those of its rows, and the shared parts that they name; each once. */
function everyPart(
  definition: Definition,
  gone: (target: string) => boolean,
): readonly (readonly [path: readonly string[], pointer: Handle, level: string])[] {
  const found = new Map<string, readonly [readonly string[], Handle, string]>();
  const add = (path: readonly string[] | undefined, pointer: Handle, level: string): void => {
    for (let depth = 0; path && depth < 24 && !found.has(path.join('/')); depth++) {
      found.set(path.join('/'), [path, pointer, level]);
      const ref: unknown = path.reduce<unknown>((here, key) => (here as { [key: string]: unknown })?.[key], definition); // prettier-ignore
      const named = (ref as FieldSchema | undefined)?.$ref;
      path = named === undefined ? undefined : ['schema', '$defs', named.slice('#/$defs/'.length)];
    }
  };
  for (const { pointer, field, level } of everyField(definition)) {
    if (gone(pointer)) continue;
    add(pathOf(definition, pointer), pointer, level);
    const inner = innerScope(definition, pointer);
    if (inlined(definition, field).items && fieldAt(definition, `${pointer}/*`))
      add(pathOf(definition, `${pointer}/*`), pointer, inner === `${pointer}/*` ? inner : level);
  }
  return [...found.values()];
}

/** The definition in which nothing reads what is `gone` (itself still there), and all that had to give for it. */
export function letGo(
  definition: Definition,
  gone: (target: string) => boolean,
): { readonly definition: Definition; readonly lost: readonly Lost[] } {
  const letting = new Letting(definition, gone);
  let next = definition;
  for (const [path, pointer, level] of everyPart(definition, gone))
    // A list of links that has become a text has no rows any more.
    next = withPart<FieldSchema | undefined>(
      next,
      path,
      (part) => part && letting.field(pointer, level, part),
    );
  next = withPart<Definition['schema']>(next, ['schema'], (schema) =>
    repointed(schema, root, letting.there, (word) => letting.tell('', word)),
  );
  next = withoutIdleBesides(next, (by) => {
    if (!gone(by)) letting.tell(by, 'beside');
  });
  const { layout, gives, outcome } = next;
  const table = outcome && letting.outcome(outcome);
  next = {
    ...next,
    ...(next.conditions && { conditions: letting.conditions }),
    ...(layout && { layout: letting.layout(layout, '') as LayoutNode[] }),
    ...(gives && { gives: letting.gives(gives) }),
    ...(table && { outcome: table }),
  };
  if (outcome && !table) {
    const { outcome: _empty, ...rest } = next;
    next = rest;
  }
  const lost = [...letting.lost.values()];
  return { definition: lost.length > 0 ? next : definition, lost };
}
