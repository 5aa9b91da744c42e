// SPDX-License-Identifier: AGPL-3.0-or-later
// What the canvas shows of each thing. After an edit, things that look as before are the very same objects, so that only
// what changed is drawn again.
import type { Condition, Definition, FieldSchema } from '../../../schemas/types.ts';
import type { Catalogue, Handle } from '../../edit/contract.ts';
import { fieldAt, holderAt, inlined, split } from '../../edit/fields.ts';
import { titleOf } from '../../edit/references.ts';
import { type TreeNode, readTree } from '../../edit/tree.ts';
import { typeAt } from '../../edit/type.ts';
import type { Language } from '../../words.ts';
import { shownIf } from '../phrase.ts';

export interface Leaf {
  readonly handle: Handle;
  /** of its handle */
  readonly scope: string;
  readonly key: string;
  readonly kind: TreeNode['kind'];
  readonly title: string;
  /** questions: as written, and the shared parts where it names one */
  readonly field: FieldSchema | undefined;
  readonly shared: unknown;
  /** notes: the whole text */
  readonly text: string;
  readonly hint: string;
  /** name of the question's type */
  readonly type: string;
  readonly required: boolean;
  readonly computed: boolean;
  /** under which it is shown, and that in words; undefined: always */
  readonly condition: Condition | undefined;
  readonly when: string | undefined;
  /** repeats and groups hold questions of their own */
  readonly holds: boolean;
  readonly items: readonly Leaf[];
}

/** What the canvas showed last, by handle; rows by their first cell. */
export type Sheet = ReadonlyMap<string, Leaf>;

/** Rows have no name of their own. */
export const keyOf = (leaf: Leaf): string =>
  leaf.kind === 'row' ? `row ${leaf.items[0]?.handle ?? ''}` : leaf.handle;

const alikeItems = (a: readonly Leaf[], b: readonly Leaf[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

function alike(a: Leaf, b: Leaf): boolean {
  for (const key of Object.keys(a) as (keyof Leaf)[]) if (key !== 'items' && a[key] !== b[key]) return false;
  return alikeItems(a.items, b.items);
}

/** The things of a definition in reading order, and the same by name; `was`: what they looked like last. */
export function sheetOf(
  definition: Definition,
  catalogue: Catalogue,
  language: Language,
  was: Sheet = new Map(),
): { readonly leaves: readonly Leaf[]; readonly sheet: Sheet } {
  const sheet = new Map<string, Leaf>();
  const defs = definition.schema.$defs;

  const musts = new Map<string, ReadonlySet<string>>();
  const isRequired = (scope: string, key: string): boolean => {
    const known = musts.get(scope);
    const must = known ?? new Set(holderAt(definition, scope)?.required);
    if (!known) musts.set(scope, must);
    return must.has(key);
  };

  const said = (condition: Condition | undefined, level: string): string | undefined =>
    condition && shownIf(definition, condition, level, catalogue, language);

  /** a question that holds no others and looks as it did; most of a long form are */
  const unchanged = (old: Leaf | undefined, field: FieldSchema, level: string): old is Leaf =>
    old !== undefined &&
    old.field === field &&
    old.items.length === 0 &&
    (old.shared === undefined || old.shared === defs) &&
    old.required === isRequired(old.scope, old.key) &&
    old.when === said(old.condition, level);

  /** `level`: the rows that ./ means */
  const leafOf = (node: TreeNode, level: string): Leaf => {
    const { handle, kind, source } = node;
    const field = kind === 'field' ? fieldAt(definition, handle) : undefined;
    const before = field && node.items.length === 0 ? was.get(handle) : undefined;
    if (field && unchanged(before, field, level)) {
      sheet.set(handle, before);
      return before;
    }
    const whole = field && (field.$ref === undefined ? field : inlined(definition, field));
    const condition = (whole ?? source)?.['x-show'];
    const [scope, name] = split(handle);
    const rows = node.scope?.endsWith('/*') ? node.scope : level;
    const items = node.items.map((item) => leafOf(item, rows));
    const boxHint = source && 'x-hint' in source ? source['x-hint'] : undefined;
    const made: Leaf = {
      handle,
      scope,
      key: name,
      kind,
      title: kind === 'row' ? '' : titleOf(definition, handle),
      field,
      shared: field && (field.$ref !== undefined || field.items?.$ref !== undefined) ? defs : undefined,
      text: source && 'text' in source ? source.text : '',
      hint: whole?.['x-hint'] ?? boxHint ?? '',
      type: field ? (catalogue.words.get(typeAt(definition, handle, catalogue))?.name[language] ?? '') : '',
      required: field !== undefined && isRequired(scope, name),
      computed: whole?.['x-value'] !== undefined,
      condition,
      when: said(condition, level),
      holds: node.scope !== undefined,
      items,
    };
    const key = keyOf(made);
    const old = was.get(key);
    const leaf = old && alike(made, old) ? old : made;
    sheet.set(key, leaf);
    return leaf;
  };

  return { leaves: readTree(definition).map((node) => leafOf(node, '')), sheet };
}
