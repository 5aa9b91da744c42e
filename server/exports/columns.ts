// SPDX-License-Identifier: AGPL-3.0-or-later
// The columns of a definition over all its versions, with what a codebook says of each.
import type { FieldNode, Outline } from '../../runtime/engine/contract.ts';
import type { ListRow } from '../../schemas/types.ts';
import type { Leave } from './view.ts';

export interface Code {
  readonly code: string;
  readonly title: string;
  readonly versions: readonly number[];
}
export interface Column {
  /** unique in its table */
  readonly name: string;
  /** with stars for rows */
  readonly pointer: string;
  /** pointer of the rows that it stands in; '' for the submission itself */
  readonly table: string;
  readonly title: string;
  readonly type: string;
  readonly unit?: string;
  readonly sensitivity: string;
  readonly versions: readonly number[];
  readonly codes: readonly Code[];
  /** list or register that its codes come from */
  readonly source?: string;
  /** `take` and `year` go out, the others are told of in the codebook alone */
  readonly leave: Leave;
}

/** Longer lists are named, not written out. */
const longest = 60;

interface Frozen {
  readonly number: number;
  readonly outline: Outline;
}

/** Newest titles and labels; a field whose type changed is two columns. `listed`: rows of a list by its name; `reserved`: names of columns that are not of answers. */
export function columnsOf(
  versions: readonly Frozen[],
  leaves: (outline: Outline) => (node: FieldNode) => Leave,
  listed: (name: string) => readonly ListRow[] | undefined,
  reserved: readonly string[] = [],
): readonly Column[] {
  const found = new Map<string, Column>();
  const taken = new Set(reserved);
  for (const { number, outline } of versions.toSorted((a, b) => b.number - a.number)) {
    const leave = leaves(outline);
    for (const node of outline.fields) {
      if (node.type.nests) continue;
      const { type } = node.type;
      const key = `${node.pointer} ${type}`;
      const before = found.get(key);
      const codes = merged(before?.codes ?? [], codesOf(node, listed), number);
      if (before) {
        found.set(key, { ...before, versions: [number, ...before.versions], codes });
        continue;
      }
      const plain = node.pointer.slice(1).replaceAll('/*/', '.').replaceAll('/', '.');
      const name = taken.has(plain) ? `${plain}@${number}` : plain;
      taken.add(name);
      const source = node.schema['x-choices']?.from;
      const unit = units[type] ?? node.schema['x-unit'];
      found.set(key, {
        name,
        pointer: node.pointer,
        table: node.level,
        title: node.schema.title ?? node.key,
        type,
        ...(unit ? { unit } : {}),
        sensitivity: node.schema['x-sensitivity'] ?? 'common',
        versions: [number],
        codes,
        ...(source ? { source } : {}),
        leave: leave(node),
      });
    }
  }
  return [...found.values()];
}

const units: { readonly [type: string]: string } = { money: 'euro' };

function codesOf(
  { schema }: FieldNode,
  listed: (name: string) => readonly ListRow[] | undefined,
): readonly { readonly code: string; readonly title: string }[] {
  const asked = schema.items ?? schema;
  const choices = asked.oneOf?.map((one) => ({ code: String(one.const), title: one.title ?? '' }));
  if (choices) return choices;
  if (asked.enum) return asked.enum.map((code) => ({ code: String(code), title: String(code) }));
  if (asked.type === 'boolean')
    return [
      { code: 'sì', title: 'Sì' },
      { code: 'no', title: 'No' },
    ];
  const rows = listed((schema['x-choices']?.from ?? '').replace(/^\w+:/, ''));
  return rows && rows.length <= longest ? rows.map(({ id, title }) => ({ code: id, title })) : [];
}

function merged(
  before: readonly Code[],
  now: readonly { readonly code: string; readonly title: string }[],
  version: number,
): readonly Code[] {
  const all = new Map(before.map((one) => [one.code, one]));
  for (const { code, title } of now) {
    const known = all.get(code);
    all.set(code, {
      code,
      title: known?.title ?? title,
      versions: [version, ...(known?.versions ?? [])],
    });
  }
  return [...all.values()];
}

export const goesOut = ({ leave }: Column): boolean => leave === 'take' || leave === 'year';
