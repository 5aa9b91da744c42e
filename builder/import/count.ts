// SPDX-License-Identifier: AGPL-3.0-or-later
// How much of everything there is in a definition.
import type { Definition, FieldSchema, LayoutNode } from '../../schemas/types.ts';
import type { Carried } from './contract.ts';

const limits = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength'];
const more = ['minItems', 'maxItems', 'pattern'];

/** What one field adds, by kind; in this order on the screen. */
const counted: readonly (readonly [what: string, of: (field: FieldSchema) => number])[] = [
  ['questions', (field) => (nests(field) || field['x-drawn'] === false ? 0 : 1)],
  ['groups', (field) => (field.properties ? 1 : 0)],
  ['repeats', (field) => (field.items?.properties ? 1 : 0)],
  ['choices', (field) => (field.oneOf ?? field.items?.oneOf ?? field.enum ?? field.items?.enum ?? []).length],
  ['hints', (field) => (field['x-hint'] ? 1 : 0)],
  ['required', (field) => (field.properties ? (field.required ?? []).length : 0)],
  ['conditions', (field) => [field['x-show'], field['x-require'], field['x-lock']].filter(Boolean).length],
  ['limits', (field) => [...limits, ...more].filter((word) => word in field).length + relative(field)],
  ['rules', (field) => field['x-check']?.length ?? 0],
  ['computed', (field) => (field['x-value'] === undefined ? 0 : 1)],
  ['defaults', (field) => (field.default === undefined && field['x-prefill'] === undefined ? 0 : 1)],
];

const nests = (field: FieldSchema): boolean => Boolean(field.properties ?? field.items?.properties);
const relative = ({ 'x-settings': settings }: FieldSchema): number =>
  ['from', 'to', 'step'].filter((word) => settings?.[word] !== undefined).length;

function everyField(field: FieldSchema): FieldSchema[] {
  const inner = Object.values(field.properties ?? {});
  const rows = field.items?.properties ? [field.items] : [];
  return [...inner, ...rows].flatMap((each) => [each, ...everyField(each)]);
}

function everyNode(nodes: readonly LayoutNode[]): Exclude<LayoutNode, string>[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? [] : [node, ...('items' in node ? everyNode(node.items) : [])],
  );
}

/** Only what there is any of. */
export function count(definition: Definition): readonly Carried[] {
  const root = definition.schema as FieldSchema;
  const rows = new Set(everyField(root).flatMap((field) => (field.items?.properties ? [field.items] : [])));
  const fields = everyField(root);
  const nodes = everyNode(definition.layout ?? []);
  const shown = nodes.filter((node) => 'x-show' in node).length;
  const all: Carried[] = [
    ...(['page', 'section', 'note'] as const).map((kind) => ({
      what: `${kind}s`,
      count: nodes.filter((node) => kind in node).length,
    })),
    ...counted.map(([what, of]) => {
      const extra = what === 'conditions' ? shown : what === 'required' ? of(root) : 0;
      // What one row holds is counted by its questions.
      const counts = fields.map((field) => (rows.has(field) && what !== 'required' ? 0 : of(field)));
      return { what, count: counts.reduce((sum, each) => sum + each, extra) };
    }),
    { what: 'languages', count: Object.keys(definition.translations ?? {}).length },
  ];
  return all.filter((each) => each.count > 0);
}
