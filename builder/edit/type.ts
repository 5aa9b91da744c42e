// SPDX-License-Identifier: AGPL-3.0-or-later
// Changing a question's type and its type's settings. What would be lost is said before, by the same comparison.
import type { Definition, FieldSchema } from '../../schemas/types.ts';
import { choicesOf, withChoices } from './choices.ts';
import type { Catalogue, Edited, Lost, Step } from './contract.ts';
import { everyField, fieldAt, holderAt, innerScope, inlined, nesting, sameAs, wholeField, withField, withHolder } from './fields.ts'; // prettier-ignore
import { letGo } from './let-go.ts';
import { boundToRow } from './named.ts';
import { referrers, titleOf } from './references.ts';
import { repointedField } from './repoint.ts';
import { withTree } from './tree.ts';

/** Keywords that any type keeps. */
const common = [
  'title',
  'description',
  'x-hint',
  'x-show',
  'x-require',
  'x-lock',
  'x-when-hidden',
  'x-not-asked',
  'x-sensitivity',
  'x-visible-to',
  'x-print',
  'x-purpose',
  'deprecated',
] as const satisfies readonly (keyof FieldSchema)[];

/** Keywords that only say which type it is. */
const shape = new Set([
  'type',
  'x-type',
  'format',
  '$ref',
  'oneOf',
  'enum',
  'items',
  'properties',
  'required',
  'uniqueItems',
]);

/** What losing a keyword is called; all others are settings. */
const losses: { readonly [keyword: string]: string } = {
  'x-value': 'formula',
  'x-check': 'checks',
  'x-prefill': 'prefill',
  'x-ref': 'link',
  'x-each': 'each',
  'x-bands': 'points',
  'x-weight': 'points',
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Fields inside, wherever this shape keeps them. */
function innerOf(field: FieldSchema): FieldSchema | undefined {
  return field.properties ? field : field.items?.properties ? field.items : undefined;
}

/** Old settings that the new type asks in the same words. */
function carried(
  field: FieldSchema,
  old: string,
  next: FieldSchema,
  type: string,
  catalogue: Catalogue,
): FieldSchema {
  const from = catalogue.settings.get(old);
  const to = catalogue.settings.get(type);
  if (!from || !to) return next;
  const asked = to.definition.schema.properties;
  const answers = Object.entries(from.get(field)).filter(
    ([key]) => Object.hasOwn(asked, key) && same(asked[key], from.definition.schema.properties[key]),
  );
  return answers.length > 0 ? to.set(next, { ...to.get(next), ...Object.fromEntries(answers) }) : next;
}

function converted(whole: FieldSchema, old: string, type: string, catalogue: Catalogue): FieldSchema {
  const blank = catalogue.settings.get(type)?.blank ?? { type: 'string' };
  const kept = Object.fromEntries(
    common.flatMap((word) => (whole[word] === undefined ? [] : [[word, whole[word]]])),
  );
  let next: FieldSchema = { ...blank, ...kept };
  const choices = choicesOf(whole);
  if (choices && choicesOf(blank)) next = withChoices(next, choices);
  const inner = innerOf(whole);
  const room = innerOf(next);
  if (inner && room) {
    const fields = {
      properties: inner.properties ?? {},
      ...(inner.required ? { required: inner.required } : {}),
    };
    next = room === next ? { ...next, ...fields } : { ...next, items: { ...next.items, ...fields } };
  }
  // Nobody refuses to answer a box of questions, only the questions.
  if (room) {
    const { 'x-not-asked': _asked, ...rest } = next;
    next = rest;
  }
  return carried(whole, old, next, type, catalogue);
}

function withRows(definition: Definition, field: FieldSchema): FieldSchema {
  const whole = inlined(definition, field);
  return whole.items ? { ...whole, items: inlined(definition, whole.items) } : whole;
}

/** A field and the parts it may name never change, so its type is told once. */
const told = new WeakMap<FieldSchema, { readonly defs: unknown; readonly type: string }>();

/** The name of the type of the question at a pointer. */
export function typeAt(definition: Definition, pointer: string, catalogue: Catalogue): string {
  const field = fieldAt(definition, pointer);
  if (!field) return 'text';
  const defs = definition.schema.$defs;
  const before = told.get(field);
  if (before && before.defs === defs) return before.type;
  const type = catalogue.typeOf(withRows(definition, field));
  told.set(field, { defs, type });
  return type;
}

/** What a change of type would lose, each as `lost.<code>` with its figures; empty: nothing. */
export function lostBy(
  definition: Definition,
  pointer: string,
  type: string,
  catalogue: Catalogue,
): readonly Step[] {
  const field = wholeField(definition, pointer);
  if (!field) return [];
  const whole = withRows(definition, field);
  const old = catalogue.typeOf(whole);
  if (old === type) return [];
  const next = converted(whole, old, type, catalogue);
  const lost: Step[] = [];
  const choices = choicesOf(whole)?.length ?? 0;
  if (choices > 0 && !choicesOf(next)) lost.push({ code: 'choices', params: { count: choices } });
  const inner = Object.keys(innerOf(whole)?.properties ?? {}).length;
  if (inner > 0 && !innerOf(next)) lost.push({ code: 'children', params: { count: inner } });
  const before = catalogue.settings.get(old)?.blank ?? {};
  const codes = Object.entries(whole)
    .filter(
      ([word, value]) =>
        !shape.has(word) &&
        next[word as keyof FieldSchema] === undefined &&
        !same(value, before[word as keyof FieldSchema]),
    )
    .map(([word]) => losses[word] ?? 'settings');
  for (const code of new Set(codes)) lost.push({ code, params: {} });
  const named = (list: readonly { readonly by: string }[]): string =>
    [...new Set(list.map(({ by }) => `«${titleOf(definition, by)}»`))].join(', ');
  const gone = changeType(definition, pointer, type, catalogue).lost ?? [];
  if (gone.length > 0) lost.push({ code: 'readers-gone', params: { names: named(gone) } });
  const readers = referrers(definition, pointer);
  const changes = next.type !== whole.type || (choices > 0 && !choicesOf(next));
  if (gone.length === 0 && changes && readers.length > 0)
    lost.push({ code: 'readers', params: { names: named(readers) } });
  return lost;
}

/** What a question is to those who read it: one answer, a list of them, rows or a group of questions. */
const shapeOf = (definition: Definition, field: FieldSchema): string => nesting(definition, field) ?? 'one';

/** Questions that were in rows are in a group now, or the other way round: they read each other as before. */
function rehoused(
  before: Definition,
  after: Definition,
  pointer: string,
): readonly [Definition, readonly Lost[]] {
  const was = innerScope(before, pointer);
  const is = innerScope(after, pointer);
  if (was === undefined || is === undefined || was === is) return [after, []];
  const around = everyField(before).find((field) => field.pointer === pointer)?.level ?? '';
  const level = (scope: string): string => (scope === pointer ? around : scope);
  const lost = new Map<string, Lost>();
  const there = {
    field: (at: string): string | undefined => {
      if (at.startsWith(`${was}/`)) return `${is}${at.slice(was.length)}`;
      return at === pointer ? undefined : at;
    },
    named: (name: string) => !boundToRow(before, name),
  };
  const rehoused = withHolder(after, is, (holder) => ({
    ...holder,
    properties: Object.fromEntries(
      Object.entries(holder.properties).map(([key, field]) => {
        const by = `${is}/${key}`;
        const levels = { was: level(was), is: level(is), from: `${was}/${key}`, to: by };
        return [key, repointedField(field, levels, there, (word) => lost.set(`${by} ${word}`, { by, word }))];
      }),
    ),
  }));
  return [rehoused, [...lost.values()]];
}

/** Another type; title, help, conditions, options, inner questions and like settings stay where the new type has them. */
export function changeType(
  definition: Definition,
  pointer: string,
  type: string,
  catalogue: Catalogue,
): Edited {
  const done = (next: Definition, lost: readonly Lost[] = []): Edited => ({
    definition: next,
    step: { code: 'type', params: { title: titleOf(definition, pointer), type } },
    select: pointer,
    lost,
  });
  const field = fieldAt(definition, pointer);
  const whole = field && withRows(definition, field);
  const old = whole && catalogue.typeOf(whole);
  if (!whole || old === undefined || old === type) return done(definition);
  const next = converted(whole, old, type, catalogue);
  // Who reads rows cannot read a group, and who reads several answers not one.
  const all = sameAs(definition, pointer);
  const otherwise = shapeOf(definition, next) !== shapeOf(definition, whole);
  const left = otherwise
    ? letGo(definition, (at) => all.some((each) => at === each || at.startsWith(`${each}/`)))
    : { definition, lost: [] };
  const changed = withField(left.definition, pointer, () => next);
  const [housed, lost] = rehoused(definition, changed, pointer);
  // What holds questions stands in the layout with them, what holds none without.
  const relaid = innerScope(definition, pointer) !== undefined && housed.layout !== undefined;
  return done(relaid ? withTree(housed, (tree) => tree) : housed, [...left.lost, ...lost]);
}

/** The answers to a type's settings form that describe the question as it is. */
export function settingsOf(
  definition: Definition,
  pointer: string,
  catalogue: Catalogue,
): { readonly [key: string]: unknown } {
  const whole = wholeField(definition, pointer);
  const settings = catalogue.settings.get(typeAt(definition, pointer, catalogue));
  return whole && settings ? settings.get(whole) : {};
}

/** Answers to the type's settings form → the question. Settings shared through $ref become this question's own. */
export function setSettings(
  definition: Definition,
  pointer: string,
  answers: { readonly [key: string]: unknown },
  catalogue: Catalogue,
): Edited {
  const next = withField(definition, pointer, (field) => {
    const whole = inlined(definition, field);
    const set = catalogue.settings.get(typeAt(definition, pointer, catalogue))?.set(whole, { ...answers });
    return set === undefined || same(set, whole) ? field : set;
  });
  return {
    definition: next,
    step: { code: 'settings', params: { title: titleOf(definition, pointer) } },
    select: pointer,
  };
}

/** How many questions stand directly inside a repeat or group; undefined for others. */
export function insideCount(definition: Definition, pointer: string): number | undefined {
  const scope = innerScope(definition, pointer);
  return scope === undefined ? undefined : Object.keys(holderAt(definition, scope)?.properties ?? {}).length;
}
