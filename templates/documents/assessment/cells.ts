// SPDX-License-Identifier: AGPL-3.0-or-later
// Every answer that may be printed, one row for each question and one cell for each time it was asked.
import { levels } from '../../../runtime/fields/levels.ts';
import { prints, roots, type Fields, type PrintedField } from '../../printable.ts';
import type { Row } from '../../writing.ts';

export interface Line {
  readonly title: string;
  /** one text for each wave, '' where there is no answer */
  readonly cells: readonly string[];
  /** points of the last wave less those of the first that has any; undefined: nothing to compare */
  readonly change: number | undefined;
}
export interface Block {
  /** '' where the section's own title says it */
  readonly title: string;
  readonly lines: Line[];
}
export interface Section {
  readonly title: string;
  readonly blocks: Block[];
}

export interface Reading {
  readonly roles: readonly string[];
  readonly write: (field: PrintedField, value: unknown) => string;
  /** what a row is called: of a list at a pointer, by its id and its place from 1 */
  readonly call: (field: PrintedField, id: string, place: number) => string;
  /** titles of what stands outside of any group: at the beginning, and later */
  readonly general: string;
  readonly more: string;
  /** of what follows the grids of a row */
  readonly notes: string;
}

type Values = readonly unknown[];
const asRow = (value: unknown): Row => (typeof value === 'object' && value !== null ? (value as Row) : {});
const inside = (values: Values, key: string): Values => values.map((value) => asRow(value)[key]);

/** Points of an answer; undefined where its question gives none. */
function pointsOf({ schema }: PrintedField, value: unknown): number | undefined {
  const scored = schema['x-score'] !== undefined || schema.oneOf?.some((one) => one['x-score'] !== undefined);
  return scored ? levels(schema).find((level) => level.value === value)?.points : undefined;
}

/** The level before its words: "6 · Problema grave". */
function withPoints(field: PrintedField, value: unknown, words: string): string {
  const points = pointsOf(field, value);
  return points === undefined || words.startsWith(String(points)) ? words : `${points} · ${words}`;
}

function changeOf(field: PrintedField, values: Values): number | undefined {
  const points = values.map((value) => pointsOf(field, value)).filter((one) => one !== undefined);
  const [first] = points;
  const last = pointsOf(field, values.at(-1));
  return first === undefined || last === undefined || points.length < 2 ? undefined : last - first;
}

/** Rows of a list over all waves, by their ids, in the order in which they came. */
function rowsOver(values: Values): readonly { readonly id: string; readonly values: Values }[] {
  const lists = values.map((value) => (Array.isArray(value) ? value.map(asRow) : []));
  const ids = [...new Set(lists.flatMap((rows) => rows.map((row, at) => String(row['id'] ?? at))))];
  return ids.map((id) => ({
    id,
    values: lists.map((rows) => rows.find((row, at) => String(row['id'] ?? at) === id)),
  }));
}

/** `waves`: the answers of each time, oldest first. */
export function sectionsOf(outline: Fields, waves: readonly Row[], reading: Reading): Section[] {
  const sections: Section[] = [];
  const line = (field: PrintedField, values: Values): Line => ({
    title: field.schema.title ?? field.key,
    cells: values.map((value) =>
      value === undefined ? '' : withPoints(field, value, reading.write(field, value)),
    ),
    change: changeOf(field, values),
  });
  /** The blocks of one row or group; what is nested deeper names what it stands in. */
  const blocks = (fields: readonly PrintedField[], values: Values, into: Block[], title: string): void => {
    let open: Block | undefined;
    for (const field of fields) {
      const here = inside(values, field.key);
      if (here.every((value) => value === undefined) || !prints(field, 'internal', reading.roles)) continue;
      const own = field.schema.title ?? field.key;
      if (field.type.nests === 'group') {
        open = undefined;
        blocks(field.children, here, into, own);
      } else if (field.type.nests === 'rows') {
        open = undefined;
        rowsOver(here).forEach((row, at) =>
          blocks(field.children, row.values, into, `${own}: ${reading.call(field, row.id, at + 1)}`),
        );
      } else {
        if (!open) into.push((open = { title: title || (into.length > 0 ? reading.notes : ''), lines: [] }));
        open.lines.push(line(field, here));
      }
    }
  };
  let loose: Block | undefined;
  for (const field of roots(outline)) {
    const here = inside(waves, field.key);
    if (here.every((value) => value === undefined) || !prints(field, 'internal', reading.roles)) continue;
    const add = (title: string, values: Values): void => {
      loose = undefined;
      const section: Section = { title, blocks: [] };
      blocks(field.children, values, section.blocks, '');
      if (section.blocks.length > 0) sections.push(section);
    };
    const own = field.schema.title ?? field.key;
    if (field.type.nests === 'group') add(own, here);
    else if (field.type.nests === 'rows')
      rowsOver(here).forEach((row, at) => add(`${own}: ${reading.call(field, row.id, at + 1)}`, row.values));
    else {
      if (!loose) {
        loose = { title: '', lines: [] };
        const title = sections.length === 0 ? reading.general : reading.more;
        sections.push({ title, blocks: [loose] });
      }
      loose.lines.push(line(field, here));
    }
  }
  return sections;
}
