// SPDX-License-Identifier: AGPL-3.0-or-later
// The answers as a district's own template reads them: `fields.casa`, `{{#each fields.nucleo}}{{nome}}{{/each}}`.
import type { Copy, Data } from './contract.ts';
import { prints, roots, type Fields, type PrintedField } from './printable.ts';
import type { Row } from './writing.ts';

/** What a template may name from one place: key → what may be named inside it. */
export interface Shape {
  readonly [key: string]: Shape;
}

/** Both together, at every depth. */
export function joined(a: Shape, b: Shape): Shape {
  const shared = Object.keys(b).flatMap((key) =>
    Object.hasOwn(a, key) ? [[key, joined(a[key]!, b[key]!)]] : [],
  );
  return { ...a, ...b, ...(Object.fromEntries(shared) as Shape) };
}

/** One answer that may be put into a template: its title, with those around it, and the text that puts it there. */
export interface Placeable {
  readonly title: string;
  readonly text: string;
}

/** Beside the texts of a level: which of its yes/no answers are yes, which are no. No key of an answer has a capital letter. */
export const flagKeys: readonly string[] = ['isYes', 'isNo'];
const flagged = { isYes: true, isNo: false } as const;

/** Is it answered with yes or no? */
export const isYesNo = ({ schema }: Pick<PrintedField, 'schema'>): boolean => schema.type === 'boolean';

/** `isYes` and `isNo` of a level, where it has such answers; what was not answered is neither. */
function perFlag<Of>(
  fields: readonly PrintedField[],
  one: (field: PrintedField, wanted: boolean) => Of,
): { readonly [flag: string]: { readonly [key: string]: Of } } {
  const asked = fields.filter(isYesNo);
  if (asked.length === 0) return {};
  return Object.fromEntries(
    Object.entries(flagged).map(([flag, wanted]) => [
      flag,
      Object.fromEntries(asked.map((field) => [field.key, one(field, wanted)])),
    ]),
  );
}

const readable = (fields: readonly PrintedField[], copy: Copy, roles: readonly string[]) =>
  fields.filter((field) => prints(field, copy, roles));

/** Every answer that this copy may show, as text; '' where there is none, so that a template never asks for what is not there. */
export function fieldTexts(
  outline: Fields,
  answers: Row,
  write: (field: PrintedField, value: unknown) => string,
  copy: Copy,
  roles: readonly string[],
): Data {
  const inside = (fields: readonly PrintedField[], row: Row): { [key: string]: Data } => {
    const shown = readable(fields, copy, roles);
    const texts = Object.fromEntries(shown.map((field) => [field.key, one(field, row[field.key])]));
    return { ...texts, ...perFlag(shown, ({ key }, wanted) => row[key] === wanted) };
  };
  const one = (field: PrintedField, value: unknown): Data => {
    const { nests } = field.type;
    if (nests === 'rows')
      return (Array.isArray(value) ? value : []).map((row: Row) => inside(field.children, row));
    if (nests === 'group') return inside(field.children, (value ?? {}) as Row);
    return write(field, value);
  };
  return inside(roots(outline), answers);
}

/** What `fields` holds. */
export function fieldShape(outline: Fields, copy: Copy, roles: readonly string[]): Shape {
  const inside = (fields: readonly PrintedField[]): Shape => {
    const shown = readable(fields, copy, roles);
    const texts = Object.fromEntries(shown.map((field) => [field.key, inside(field.children)]));
    return { ...texts, ...perFlag(shown, () => ({})) };
  };
  return { fields: inside(roots(outline)) };
}

/**
 * `fields` with an empty text for what a template names and these answers do not have: a definition that has changed
 * since its template was written still prints.
 */
export function withBlanks(here: Data, shape: Shape): Data {
  if (Array.isArray(here)) return here.map((row: Data) => withBlanks(row, shape));
  // A list that was never there is repeated no times, and is asked for its parts all the same.
  const there = typeof here === 'object' && here !== null ? here : Object.assign([], {});
  for (const [key, inside] of Object.entries(shape)) {
    const known = there as { [key: string]: Data };
    const bare = Object.keys(inside).length === 0;
    if (!Object.hasOwn(known, key)) known[key] = bare ? '' : withBlanks(null, inside);
    else if (!bare) known[key] = withBlanks(known[key]!, inside);
  }
  return there as Data;
}

/** The answers to choose from, in the order of the definition. */
export function placeables(outline: Fields, copy: Copy, roles: readonly string[]): Placeable[] {
  const titled = (field: PrintedField): string => field.schema.title ?? field.key;
  const list = (fields: readonly PrintedField[], path: string, before: string): Placeable[] =>
    readable(fields, copy, roles).flatMap((field): Placeable[] => {
      const here = `${path}.${field.key}`;
      const title = before + titled(field);
      const { nests } = field.type;
      if (nests === 'group') return list(field.children, here, `${title}: `);
      if (nests !== 'rows') return [{ title, text: `{{${here}}}` }];
      const cells = readable(field.children, copy, roles).filter(({ type }) => type.nests === undefined);
      const items = cells.map((cell) => `{{${cell.key}}}`).join(', ');
      return [{ title, text: `<ul>{{#each ${here}}}<li>${items}</li>{{/each}}</ul>` }];
    });
  return list(roots(outline), 'fields', '');
}
