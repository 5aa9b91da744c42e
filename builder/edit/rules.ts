// SPDX-License-Identifier: AGPL-3.0-or-later
// Every rule of a definition in reading order, and the one way to change the condition of each.
import type { Condition, Definition, FieldSchema, Formula, LayoutNode } from '../../schemas/types.ts';
import { checksOf, setCheck } from './checks.ts';
import type { Edited, Handle } from './contract.ts';
import { everyField, inlined, innerScope, withField } from './fields.ts';
import { namesIn, setNamed } from './named.ts';
import { setOutcome } from './outcome.ts';
import { rowsOf, titleOf } from './references.ts';
import { setWord } from './sentence.ts';

export const ruleKinds = ['show', 'require', 'lock', 'check', 'value', 'prefill', 'each', 'named', 'outcome'] as const; // prettier-ignore
export type RuleKind = (typeof ruleKinds)[number];

export interface Rule {
  /** its own among the rules of a definition */
  readonly id: string;
  readonly kind: RuleKind;
  // whose rule it is: a thing of the canvas; '' for the form, its named conditions and its outcome
  readonly by: Handle;
  /** the rows that ./ means in it */
  readonly level: string;
  readonly condition?: Condition;
  readonly formula?: Formula;
  /** what is said when a check does not hold */
  readonly message?: string;
  /** of a named condition */
  readonly name?: string;
  /** number in its list */
  readonly place?: number;
  /** what an outcome row gives */
  readonly gives?: string;
}

const words = [['x-show', 'show'], ['x-require', 'require'], ['x-lock', 'lock']] as const; // prettier-ignore

function ofField(definition: Definition, pointer: Handle, field: FieldSchema, level: string): Rule[] {
  const found: Rule[] = [];
  const add = (kind: RuleKind, rest: Partial<Rule>): void => {
    const id = `${kind} ${pointer}${rest.place === undefined ? '' : ` ${rest.place}`}`;
    found.push({ id, kind, by: pointer, level, ...rest });
  };
  for (const [word, kind] of words) if (field[word]) add(kind, { condition: field[word] });
  checkRules(definition, pointer, level, found);
  if (field['x-value'] !== undefined) add('value', { formula: field['x-value'] });
  if (field['x-prefill'] !== undefined) add('prefill', { formula: field['x-prefill'] });
  const each = field['x-each'];
  if (each?.where) add('each', { condition: each.where, level: rowsOf(definition, each.of, level) });
  return found;
}

function checkRules(definition: Definition, handle: Handle, level: string, found: Rule[]): void {
  checksOf(definition, handle).forEach(({ must, message }, place) => {
    const id = `check ${handle} ${place}`;
    found.push({ id, kind: 'check', by: handle, level, condition: must, message, place });
  });
}

function ofLayout(definition: Definition, nodes: readonly LayoutNode[], level: string): Rule[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string' || 'row' in node) return [];
    if ('repeat' in node) return ofLayout(definition, node.items, rowsOf(definition, node.repeat, level));
    const [kind] = Object.keys(node).filter((key) => ['page', 'section', 'note'].includes(key));
    const by = `${kind}:${String((node as unknown as { [kind: string]: unknown })[kind!])}`;
    const condition = node['x-show'];
    const own: Rule[] = condition ? [{ id: `show ${by}`, kind: 'show', by, level, condition }] : [];
    return 'items' in node ? [...own, ...ofLayout(definition, node.items, level)] : own;
  });
}

const lists = new WeakMap<Definition, readonly Rule[]>();

/** Every rule: of the named conditions, of pages and sections, of questions, of the form, of the outcome. */
export function rulesOf(definition: Definition): readonly Rule[] {
  const known = lists.get(definition);
  if (known) return known;
  const found: Rule[] = Object.entries(definition.conditions ?? {}).map(([name, condition]) => ({
    id: `named ${name}`,
    kind: 'named',
    by: '',
    level: '',
    condition,
    name,
  }));
  found.push(...ofLayout(definition, definition.layout ?? [], ''));
  for (const { pointer, field, level } of everyField(definition)) {
    found.push(...ofField(definition, pointer, inlined(definition, field), level));
    const inner = innerScope(definition, pointer);
    if (inner?.endsWith('/*')) checkRules(definition, inner, inner, found);
  }
  checkRules(definition, '', '', found);
  (definition.outcome?.rows ?? []).forEach(({ when, gives }, place) => {
    const id = `outcome ${place}`;
    found.push({ id, kind: 'outcome', by: '', level: '', condition: when, place, gives: String(gives) });
  });
  lists.set(definition, found);
  return found;
}

/** The rules that use a name. */
export function usesOf(definition: Definition, name: string): readonly Rule[] {
  return rulesOf(definition).filter(({ condition, formula }) => namesIn(condition ?? formula).includes(name));
}

const setters: {
  readonly [kind in RuleKind]?: (
    definition: Definition,
    rule: Rule,
    condition: Condition | undefined,
  ) => Edited;
} = {
  show: (definition, { by }, condition) => setWord(definition, by, 'x-show', condition),
  require: (definition, { by }, condition) => setWord(definition, by, 'x-require', condition),
  lock: (definition, { by }, condition) => setWord(definition, by, 'x-lock', condition),
  check: (definition, { by, place }, must) => setCheck(definition, by, place!, { must }),
  each: (definition, { by }, where) => ({
    definition: withField(definition, by, (field) => {
      const { where: _old, ...rest } = field['x-each'] ?? { of: '' };
      return field['x-each'] ? { ...field, 'x-each': where ? { ...rest, where } : rest } : field;
    }),
    step: { code: 'condition', params: { title: titleOf(definition, by) } },
    select: by,
  }),
  named: (definition, { name }, condition) => setNamed(definition, name!, condition),
  outcome: (definition, { place }, when) => setOutcome(definition, place!, when ? { when } : {}),
};

/** Can its condition be changed where it is listed? */
export const changeable = ({ kind }: Rule): boolean => setters[kind] !== undefined;

/** Changes the condition of a rule; none takes the rule away where it can be without. */
export function setRule(definition: Definition, rule: Rule, condition: Condition | undefined): Edited {
  const set = setters[rule.kind];
  if (!set) throw new TypeError(`no condition to set: ${rule.kind}`);
  return set(definition, rule, condition);
}
