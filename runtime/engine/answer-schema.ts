// SPDX-License-Identifier: BSD-3-Clause
// The closed JSON Schema of the answers to a definition: what publishing freezes and any JSON Schema tool can check.
import type { ClosedSchema } from '../fields/contract.ts';
import type { CheckRule, FieldSchema } from '../../schemas/types.ts';
import type { Choices } from './choices.ts';
import type { FieldNode, Outline } from './contract.ts';
import { broken, type Expression, keyOf, together } from './expression.ts';
import { inline, typeOf } from './field.ts';
import { branchLimit, fold, type Want } from './fold.ts';
import { type Json, rowOf } from './pointer.ts';
import { type Target } from './target.ts';

export interface AnswerSchema {
  readonly schema: ClosedSchema;
  // What only the engine checks, e.g. computed:/minori, link:/risultati/*/obiettivo
  readonly engineOnly: readonly string[];
}

/** Seeded faults for the test that proves the property test; never set elsewhere. */
export interface Faults {
  readonly required?: false;
  readonly otherwise?: false;
  readonly level?: false;
  readonly contains?: false;
}

/** The closed schema. `choices`: rows of the lists that are frozen with the version. */
export function answerSchema(outline: Outline, choices?: Choices, faults: Faults = {}): AnswerSchema {
  const engineOnly = onlyEngine(outline, choices);
  const wants = new Map<string, Want & { when: Expression }>();
  const want = (node: { readonly level: string }, when: Expression, part: Partial<Want>): void => {
    const key = `${node.level} ${keyOf(when)}`;
    const found = wants.get(key) ?? { level: node.level, when, required: [], hidden: [], refused: false };
    wants.set(key, {
      ...found,
      required: [...found.required, ...(part.required ?? [])],
      hidden: [...found.hidden, ...(part.hidden ?? [])],
      refused: found.refused || (part.refused ?? false),
    });
  };
  const always = new Map<string, Set<string>>();
  for (const node of outline.fields) {
    demand(node, outline, want, always);
    const carrier = { level: node.level, path: pathOf(node) };
    for (const [index, rule] of node.checks.entries())
      rules(rule, node.level, carrier, `${node.pointer}#${index}`);
    for (const [index, rule] of node.rowChecks.entries())
      rules(rule, node.pointer, undefined, `${node.pointer}/*#${index}`);
  }
  for (const [index, rule] of (outline.definition.schema['x-check'] ?? []).entries())
    rules(rule, '', undefined, `#${index}`);

  function rules(rule: CheckRule, level: string, carrier: Target | undefined, name: string): void {
    if (rule.level === 'warning') return;
    const when = broken(rule, level, carrier, outline.definition, outline.byPointer);
    if (fold(when, { level, required: [], hidden: [], refused: true }, faults).branches > branchLimit)
      engineOnly.push(`check:${name}`);
    else want({ level }, when, { refused: true });
  }

  const extra = new Map<string, ClosedSchema[]>();
  for (const { when, ...rest } of wants.values()) {
    const folded = fold(when, rest, faults);
    if (folded.schema) extra.set(folded.level, [...(extra.get(folded.level) ?? []), folded.schema]);
  }
  const { title, description } = outline.definition;
  const roots = outline.fields.filter((node) => !node.parent);
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title,
    ...(description !== undefined && { description }),
    ...object(roots, '', outline, choices, always, extra),
  };
  return { schema, engineOnly };
}

/** Keys from the object of its level to a field. */
const pathOf = (node: FieldNode): string[] => node.pointer.slice(rowOf(node.level).length + 1).split('/');

/** What a field demands of those who answer: to be there, or not to be there. */
function demand(
  node: FieldNode,
  outline: Outline,
  want: (node: FieldNode, when: Expression, part: Partial<Want>) => void,
  always: Map<string, Set<string>>,
): void {
  const { definition, byPointer } = outline;
  const path = pathOf(node);
  const shown = together(node.show, definition, byPointer);
  const asked = together(node.when, definition, byPointer);
  // A part that not everybody sees is not everybody's to answer: the engine asks it of who sees it.
  if (node.visibleTo === undefined && (node.required || node.require.length > 0)) {
    const needed = node.required ? asked : together([...node.when, ...node.require], definition, byPointer);
    if (needed === true) {
      let base = rowOf(node.level);
      for (const key of path) {
        always.set(base, (always.get(base) ?? new Set()).add(key));
        base += `/${key}`;
      }
    } else if (needed !== false) want(node, needed, { required: [path] });
  }
  if (shown !== true && node.schema['x-when-hidden'] !== 'keep') want(node, shown, { hidden: [path] });
}

function object(
  nodes: readonly FieldNode[],
  base: string,
  outline: Outline,
  choices: Choices | undefined,
  always: ReadonlyMap<string, ReadonlySet<string>>,
  extra: ReadonlyMap<string, readonly ClosedSchema[]>,
): ClosedSchema {
  const rows = base.endsWith('/*');
  const properties: Json = {};
  if (rows) properties['id'] = { type: 'string', pattern: '^[A-Za-z0-9_-]{11}$' };
  for (const node of nodes) properties[node.key] = field(node, outline, choices, always, extra);
  const required = [...(rows ? ['id'] : []), ...(always.get(base) ?? [])];
  const level = rows ? base.slice(0, -2) : base;
  const conditions = rows || base === '' ? extra.get(level) : undefined;
  return {
    type: 'object',
    additionalProperties: false,
    properties,
    ...(required.length > 0 && { required }),
    ...(conditions && { allOf: conditions }),
  };
}

function field(
  node: FieldNode,
  outline: Outline,
  choices: Choices | undefined,
  always: ReadonlyMap<string, ReadonlySet<string>>,
  extra: ReadonlyMap<string, readonly ClosedSchema[]>,
): ClosedSchema {
  const { schema, type } = node;
  const { engine, definition } = outline;
  // A type asks for nested schemas only of values that are no fields of their own: those of rows and groups are written here.
  const nested = (inner: FieldSchema): ClosedSchema => {
    if (type.nests) return {};
    const whole = inline(inner, definition.schema.$defs);
    return typeOf(whole, engine)?.answer(whole, help) ?? {};
  };
  const help = { answer: nested, pattern: engine.pattern, ...(choices && { choices }) };
  const { items: _items, ...own } = type.answer(schema, help);
  let answer: ClosedSchema =
    type.nests === undefined && _items !== undefined ? { ...own, items: _items } : own;
  if (type.nests === 'rows')
    answer = { ...own, items: object(node.children, `${node.pointer}/*`, outline, choices, always, extra) };
  if (type.nests === 'group') answer = object(node.children, node.pointer, outline, choices, always, extra);
  const declined = schema['x-not-asked'];
  if (declined) {
    answer = {
      if: { type: 'object', required: ['declined'] },
      // oxlint-disable-next-line unicorn/no-thenable -- a JSON Schema, never awaited
      then: { additionalProperties: false, properties: { declined: { enum: declined } } },
      else: answer,
    };
  }
  const words: ClosedSchema = {};
  for (const keyword of ['title', 'description'] as const)
    if (schema[keyword] !== undefined) words[keyword] = schema[keyword];
  return { ...words, ...answer };
}

/** What no JSON Schema can say of these answers. */
function onlyEngine(outline: Outline, choices: Choices | undefined): string[] {
  return outline.fields.flatMap((node) => {
    const { schema, pointer } = node;
    const source = schema['x-choices'] ?? schema.items?.['x-choices'];
    return [
      ...(node.value === undefined ? [] : [`computed:${pointer}`]),
      ...(schema['x-ref'] ? [`link:${pointer}`] : []),
      ...(schema['x-each'] ? [`each:${pointer}`] : []),
      ...(node.type.nests === 'rows' ? [`row-ids:${pointer}`] : []),
      ...(source && (source.where || !choices?.({ ...schema, 'x-choices': source }))
        ? [`choices:${pointer}`]
        : []),
      ...(node.type.deep ? [`deep:${pointer}`] : []),
      ...(node.type.files ? [`files:${pointer}`] : []),
      ...(node.lock.length > 0 || schema.readOnly ? [`locked:${pointer}`] : []),
      ...(node.visibleTo && (node.required || node.require.length > 0) ? [`roles:${pointer}`] : []),
    ];
  });
}
