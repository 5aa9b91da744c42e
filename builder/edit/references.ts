// SPDX-License-Identifier: AGPL-3.0-or-later
// Who reads whom: every pointer that a condition, formula, link or list names, and the field it means.
import type {
  Condition,
  CountedRows,
  Definition,
  FieldSchema,
  Formula,
  LayoutNode,
} from '../../schemas/types.ts';
import type { Handle } from './contract.ts';
import { everyField, fieldAt, inlined, innerScope, split } from './fields.ts';
import { limits } from './limits.ts';

export interface Reference {
  /** the field, page, section or note that reads; 'condition:<name>', 'outcome' or 'gives' for the rest */
  readonly by: Handle;
  /** the keyword it is read in */
  readonly word: string;
  /** the field that is read, `*` for a row */
  readonly target: string;
}

type Note = (target: string) => void;

// The rows around these rows: '/a/*/b/*' → '/a/*'; '' is the root.
export function outside(level: string): string {
  const list = level.slice(0, -2);
  const star = list.lastIndexOf('/*');
  return star < 0 ? '' : list.slice(0, star + 2);
}

// './eta' in '/nucleo/*' → '/nucleo/*/eta'; undefined for what lies in the case.
export function target(pointer: string, level: string): string | undefined {
  if (pointer.startsWith('/')) return pointer;
  if (pointer.startsWith('./')) return `${level}${pointer.slice(1)}`;
  if (!pointer.startsWith('../')) return undefined;
  return `${outside(level)}${pointer.slice(2)}`;
}

function inTest(test: unknown, at: string, note: Note): void {
  if (typeof test !== 'object' || test === null) return;
  const { contains, not, properties } = test as { contains?: unknown; not?: unknown; properties?: object };
  inTest(contains, `${at}/*`, note);
  inTest(not, at, note);
  for (const [key, inner] of Object.entries(properties ?? {})) {
    note(`${at}/${key}`);
    inTest(inner, `${at}/${key}`, note);
  }
}

export function inCondition(condition: Condition | undefined, level: string, note: Note): void {
  for (const [key, value] of Object.entries(condition ?? {})) {
    if (key === 'all' || key === 'any')
      for (const part of value as Condition[]) inCondition(part, level, note);
    else if (key === 'not') inCondition(value as Condition, level, note);
    else if (key !== 'named') {
      const at = target(key, level);
      if (!at?.startsWith('/')) continue;
      note(at);
      inTest(value, at, note);
    }
  }
}

/** Inside a formula: a condition, and not the call of a function? */
export function isCondition(part: unknown): part is Condition {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return false;
  const keys = Object.keys(part);
  return keys.length > 0 && keys.every((key) => /^(\.{0,2}\/|(all|any|not|named)$)/.test(key));
}

/** The rows that ./ means in `where` and `of` beside a list; those of the case are nobody's here. */
export function rowsOf(definition: Definition, list: unknown, level: string): string {
  if (typeof list !== 'string') return level;
  const at = target(list, level);
  return at === undefined ? `${list}/*` : (innerScope(definition, at) ?? level);
}

function inFormula(formula: unknown, level: string, definition: Definition, note: Note): void {
  if (typeof formula === 'string') {
    const at = /^\.{0,2}\//.test(formula) ? target(formula, level) : undefined;
    if (at?.startsWith('/')) note(at);
  } else if (Array.isArray(formula)) {
    for (const part of formula) inFormula(part, level, definition, note);
  } else if (isCondition(formula)) {
    inCondition(formula, level, note);
  } else if (typeof formula === 'object' && formula !== null && !Object.hasOwn(formula, 'text')) {
    const [call, ...options] = Object.entries(formula);
    if (!call) return;
    inFormula(call[1], level, definition, note);
    const rows = rowsOf(definition, call[1], level);
    for (const [name, value] of options) {
      if (name === 'where') inCondition(value as Condition, rows, note);
      else inFormula(value, name === 'of' ? rows : level, definition, note);
    }
  }
}

/** Choices that open a question beside them: code of the choice → key of the question. */
export const besides = (field: FieldSchema): { readonly [choice: string]: string } =>
  (field['x-settings']?.['beside'] as { readonly [choice: string]: string } | undefined) ?? {};

function inField(
  pointer: string,
  written: FieldSchema,
  level: string,
  definition: Definition,
  note: (word: string) => Note,
): void {
  const field = inlined(definition, written);
  const rows = field.items && inlined(definition, field.items);
  for (const word of ['x-show', 'x-require', 'x-lock'] as const) inCondition(field[word], level, note(word));
  for (const rule of field['x-check'] ?? []) inCondition(rule.must, level, note('x-check'));
  for (const word of ['x-value', 'x-prefill'] as const)
    inFormula(field[word] as Formula, level, definition, note(word));
  for (const rule of rows?.['x-check'] ?? []) inCondition(rule.must, `${pointer}/*`, note('x-check'));
  const named = (word: string, list: readonly string[]) => list.map((at) => [word, at] as const);
  const pointers: (readonly [string, string | undefined])[] = [
    ['x-ref', field['x-ref']],
    ['x-ref', rows?.['x-ref']],
    ['x-each', field['x-each']?.of],
    ...named('x-choices', Object.values(field['x-choices']?.where ?? {})),
    ...named('x-choices', Object.values(rows?.['x-choices']?.where ?? {})),
    ...named('x-settings', limits(field).map(({ pointer }) => pointer)), // prettier-ignore
  ];
  for (const [word, each] of pointers) {
    const at = each === undefined ? undefined : target(each, level);
    if (at !== undefined) note(word)(at);
  }
  for (const key of Object.values(besides(field))) note('beside')(`${split(pointer)[0]}/${key}`);
  const of = field['x-each'] && target(field['x-each'].of, level);
  if (of !== undefined) inCondition(field['x-each']?.where, `${of}/*`, note('x-each'));
}

/** Fields that read nothing, most of a long form, with the shared parts they may stand in: they never change. */
const silent = new WeakMap<FieldSchema, unknown>();
const readsNothing = (field: FieldSchema, defs: unknown): boolean =>
  silent.has(field) && silent.get(field) === defs;

/** A definition never changes, so it is read once. */
const known = new WeakMap<Definition, readonly Reference[]>();

/** Every reference of a definition, in reading order. */
export function references(definition: Definition): readonly Reference[] {
  const before = known.get(definition);
  if (before) return before;
  const found: Reference[] = [];
  known.set(definition, found);
  const by =
    (handle: Handle) =>
    (word: string): Note =>
    (at) => {
      found.push({ by: handle, word, target: at });
    };
  const defs = definition.schema.$defs;
  for (const { pointer, field, level } of everyField(definition)) {
    if (readsNothing(field, defs)) continue;
    const before = found.length;
    inField(pointer, field, level, definition, by(pointer));
    if (found.length === before) silent.set(field, defs);
  }

  const layout = (nodes: readonly LayoutNode[], level: string): void => {
    for (const node of nodes) {
      if (typeof node === 'string' || 'row' in node) continue;
      if ('repeat' in node) {
        const at = target(node.repeat, level);
        layout(node.items, (at !== undefined && innerScope(definition, at)) || level);
        continue;
      }
      const handle =
        'page' in node
          ? `page:${node.page}`
          : 'section' in node
            ? `section:${node.section}`
            : `note:${node.note}`;
      inCondition(node['x-show'], level, by(handle)('x-show'));
      if ('items' in node) layout(node.items, level);
    }
  };
  layout(definition.layout ?? [], '');

  for (const [name, condition] of Object.entries(definition.conditions ?? {}))
    inCondition(condition, '', by(`condition:${name}`)('conditions'));
  for (const row of definition.outcome?.rows ?? []) inCondition(row.when, '', by('outcome')('outcome'));
  for (const rule of definition.schema['x-check'] ?? []) inCondition(rule.must, '', by('')('x-check'));
  const { household, applicant, dates, facts, counts, ends } = definition.gives ?? {};
  for (const pointer of [household, applicant, ...Object.values(dates ?? {}), ...Object.values(facts ?? {})])
    if (pointer?.startsWith('/')) by('gives')('gives')(pointer);
  for (const what of [...Object.values(counts ?? {}), ...Object.values(ends ?? {})])
    for (const pointer of countedIn(what)) by('gives')('gives')(pointer);
  return found;
}

/** The fields that one word of `gives.counts` reads. */
export const countedIn = (what: string | CountedRows): string[] =>
  typeof what === 'string'
    ? [what]
    : [
        what.rows,
        ...[...Object.values(what.values), ...Object.keys(what.except ?? {})].flatMap(
          (one) => target(one, `${what.rows}/*`) ?? [],
        ),
      ];

/** Who reads this field or anything inside it, itself and its own inside left out; each holder and word once. */
export function referrers(definition: Definition, pointer: string): readonly Reference[] {
  const inside = (at: string): boolean => at === pointer || at.startsWith(`${pointer}/`);
  const once = new Map<string, Reference>();
  for (const reference of references(definition))
    if (inside(reference.target) && !inside(reference.by))
      once.set(`${reference.by} ${reference.word}`, reference);
  return [...once.values()];
}

/** A layout never changes, so the titles of its boxes are read once. */
const names = new WeakMap<readonly LayoutNode[], ReadonlyMap<Handle, string>>();

function namesIn(layout: readonly LayoutNode[]): ReadonlyMap<Handle, string> {
  const before = names.get(layout);
  if (before) return before;
  const found = new Map<Handle, string>();
  const look = (nodes: readonly LayoutNode[]): void => {
    for (const node of nodes) {
      if (typeof node === 'string' || 'row' in node) continue;
      if ('page' in node) found.set(`page:${node.page}`, node.title);
      else if ('section' in node) found.set(`section:${node.section}`, node.title);
      else if ('note' in node) found.set(`note:${node.note}`, node.text.slice(0, 60));
      if ('items' in node) look(node.items);
    }
  };
  look(layout);
  names.set(layout, found);
  return found;
}

/** What a person calls the thing at a handle. */
export function titleOf(definition: Definition, handle: Handle): string {
  if (handle === '') return definition.title;
  if (handle.startsWith('condition:')) return handle.slice('condition:'.length).replaceAll('_', ' ');
  const title = handle.startsWith('/')
    ? fieldAt(definition, handle)?.title
    : namesIn(definition.layout ?? []).get(handle);
  return title ?? handle.slice(handle.lastIndexOf('/') + 1).replace(/^\w+:/, '');
}
