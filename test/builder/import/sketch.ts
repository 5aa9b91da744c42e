// SPDX-License-Identifier: AGPL-3.0-or-later
// A definition in few lines that a person can read: one for each page, section, note and question.
import type { Definition, FieldSchema, LayoutNode } from '../../../schemas/types.ts';

type Loose = { readonly [key: string]: unknown };

/** In this order on a line; what stands elsewhere on it is left out. */
const order = ['hint', 'unit', 'default', 'minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'minLength', 'maxLength',
  'minItems', 'maxItems', 'pattern', 'show', 'require', 'lock', 'value', 'check', 'prefill', 'settings', 'drawn', 'readOnly']; // prettier-ignore
const elsewhere = new Set([
  'title',
  'type',
  'x-type',
  'properties',
  'required',
  'items',
  'oneOf',
  'enum',
  'format',
]);

function typeOf(field: FieldSchema): string {
  if (field['x-type']) return field['x-type'];
  if (field.oneOf ?? field.enum) return 'one';
  if (field.items?.oneOf ?? field.items?.enum) return 'several';
  if (field.format) return field.format;
  const types: { readonly [type: string]: string } = {
    array: 'repeat', object: 'group', string: 'text', number: 'decimal', boolean: field['x-drawn'] === false ? 'boolean' : 'yes-no',
  }; // prettier-ignore
  return types[field.type ?? ''] ?? field.type ?? '?';
}

function line(name: string, field: FieldSchema, required: boolean): string {
  const choices = field.oneOf ?? field.items?.oneOf;
  const values = field.enum ?? field.items?.enum;
  const list = choices
    ? ` [${choices.map((each) => `${each.const}=${each.title}`).join('; ')}]`
    : values
      ? ` [${values.join('; ')}]`
      : '';
  const words = Object.entries(field)
    .filter(([key]) => !elsewhere.has(key))
    .map(([key, value]) => [key.replace(/^x-/, ''), JSON.stringify(value)] as const)
    .toSorted(([a], [b]) => (order.indexOf(a) + 1 || 99) - (order.indexOf(b) + 1 || 99));
  const rest = words.map(([key, value]) => ` ${key}=${value}`).join('');
  return `${name} ${typeOf(field)}${required ? '*' : ''} "${field.title ?? ''}"${list}${rest}`;
}

interface Held {
  readonly holder: FieldSchema;
  readonly base: string;
}

export function sketch({ id, title, schema, layout, translations }: Definition): string[] {
  const out = [`form ${id} "${title}"`];
  const seen = new Set<string>();
  const root: Held = { holder: schema as FieldSchema, base: '' };

  const at = (pointer: string, held: Held): FieldSchema & { readonly required?: string[] } => {
    let here = held.holder;
    for (const key of pointer.split('/').slice(1, -1)) here = here.properties![key]!;
    return here;
  };
  const field = (pointer: string, held: Held, indent: string, items?: readonly LayoutNode[]): void => {
    const holder = at(pointer, held);
    const key = pointer.split('/').at(-1)!;
    const found = holder.properties?.[key];
    if (!found) return void out.push(`${indent}${pointer} ?`);
    seen.add(`${held.base}${pointer.replace(/^\./, '')}`);
    const hidden = found['x-drawn'] === false ? '(nascosta) ' : '';
    out.push(`${indent}${hidden}${line(pointer, found, holder.required?.includes(key) ?? false)}`);
    const inner = found.properties ? found : found.items?.properties ? found.items : undefined;
    if (!inner) return;
    const below: Held = { holder: inner, base: `${held.base}${pointer.replace(/^\./, '')}` };
    if (items) nodes(items, below, `${indent}  `);
    rest(below, `${indent}  `, './');
  };
  const rest = (held: Held, indent: string, prefix: string): void => {
    const keys = Object.keys(held.holder.properties ?? {}).filter((key) => !seen.has(`${held.base}/${key}`));
    const part = (drawn: boolean): string[] =>
      keys.filter((key) => (held.holder.properties![key]!['x-drawn'] !== false) === drawn);
    // A group whose questions all stand elsewhere is no box of its own.
    const apart = (key: string): boolean => {
      const inner = Object.keys(held.holder.properties![key]!.properties ?? {});
      return inner.length > 0 && inner.every((each) => seen.has(`${held.base}/${key}/${each}`));
    };
    for (const key of [...part(true).filter((each) => !apart(each)), ...part(false)])
      field(`${prefix}${key}`, held, indent);
  };
  const nodes = (items: readonly LayoutNode[], held: Held, indent: string): void => {
    for (const node of items) {
      if (typeof node === 'string') field(node, held, indent);
      else if ('repeat' in node) field(node.repeat, held, indent, node.items);
      else if ('row' in node) {
        out.push(`${indent}row`);
        for (const pointer of node.row) field(pointer, held, `${indent}  `);
      } else {
        const loose = node as unknown as Loose;
        const kind = ['page', 'section', 'note'].find((each) => each in loose)!;
        const more = ['x-hint', 'x-show'].filter((key) => key in loose);
        const words = more.map((key) => ` ${key.slice(2)}=${JSON.stringify(loose[key])}`).join('');
        const text = String(loose[kind === 'note' ? 'text' : 'title']).replaceAll('\n', '\\n');
        out.push(`${indent}${kind} ${String(loose[kind])} "${text}"${words}`);
        if ('items' in node) nodes(node.items, held, `${indent}  `);
      }
    }
  };
  nodes(layout ?? [], root, '');
  rest(root, '', '/');
  for (const language of Object.keys(translations ?? {}).toSorted())
    for (const key of Object.keys(translations![language]!).toSorted())
      out.push(`${language} ${key}=${JSON.stringify(translations![language]![key])}`);
  return out;
}
