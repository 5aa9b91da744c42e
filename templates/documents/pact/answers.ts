// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Data } from '../../contract.ts';
import type { DocumentInput } from '../../input.ts';
import { prints, roots, type PrintedField } from '../../printable.ts';
import { strokesImage } from '../../strokes.ts';
import type { Row } from '../../writing.ts';
import { keys } from './keys.ts';

interface Block {
  readonly title: string;
  readonly rows: { [key: string]: Data }[];
}
type Source = 'typed' | 'prefilled' | 'computed' | 'declared' | 'verified';

/** what the tables of the document show already */
const printed = new Set<string>([
  keys.objectives,
  keys.results,
  keys.commitments,
  keys.supports,
  keys.promises,
  keys.school,
  keys.checks,
]);

/** Every answer that the reader of an internal copy may see and that no table shows, with where it comes from. */
export function otherAnswers(
  input: DocumentInput,
  answers: Row,
  write: (field: PrintedField, value: unknown) => string,
  t: { readonly [key in `from.${Source}` | 'none']: string },
): Data[] {
  const first: Block = { title: input.version.title, rows: [] };
  const blocks: Block[] = [first];
  const from = input.submission.from ?? {};
  const visit = (
    fields: readonly PrintedField[],
    row: Row,
    rows: Block['rows'],
    path: string,
    under = '',
  ): void => {
    for (const field of fields) {
      const value = row[field.key];
      const here = `${path}/${field.key}`;
      if (value === undefined || (path === '' && printed.has(field.key))) continue;
      if (!prints(field, 'internal', input.roles ?? [])) continue;
      const own = field.schema.title ?? field.key;
      const title = under + own;
      if (field.type.nests === 'rows' && Array.isArray(value)) {
        value.forEach((one: Row, index) => {
          const block: Block = { title: `${title} ${index + 1}`, rows: [] };
          blocks.push(block);
          visit(field.children, one, block.rows, `${here}/${String(one['id'] ?? index)}`);
        });
      } else if (field.type.nests === 'group' && field.schema['x-type'] !== undefined) {
        // A grid or a table stands by itself, its fixed rows named in each line.
        const block: Block = { title, rows: [] };
        blocks.push(block);
        for (const child of field.children) {
          const inside = (value as Row)[child.key];
          if (child.type.nests !== 'group') visit([child], value as Row, block.rows, here);
          else if (inside !== undefined && prints(child, 'internal', input.roles ?? []))
            visit(
              child.children,
              inside as Row,
              block.rows,
              `${here}/${child.key}`,
              `${child.schema.title ?? child.key}: `,
            );
        }
      } else if (field.type.nests === 'group') visit(field.children, value as Row, rows, here, under);
      else {
        const source = from[here];
        // An empty cell would be lost from its row in the tagged file.
        rows.push({
          title,
          text: write(field, value) || t.none,
          drawing: drawingOf(input, field, value),
          source: source ? t[`from.${source}`] : t.none,
        });
      }
    }
  };
  visit(roots(input.outline), answers, first.rows, '');
  return blocks.filter((block) => block.rows.length > 0).map((block) => ({ ...block }));
}

/** What of a value is drawn, as an image of its path; '' for nothing. */
function drawingOf(input: DocumentInput, field: PrintedField, value: unknown): string {
  const path = input.papers.get(field.type.type)?.drawing?.(value);
  return path ? strokesImage(path) : '';
}
