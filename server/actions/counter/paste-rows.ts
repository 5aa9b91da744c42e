// SPDX-License-Identifier: AGPL-3.0-or-later
// Rows of a table pasted into a repeat of a draft: what another office already has is not written out again. A cell
// that cannot be read stays as it was written, at its question, like something typed wrong.
import type { FieldNode } from '../../../runtime/engine/contract.ts';
import { folded } from '../../../runtime/fields/searching.ts';
import type { Answers, Context, Version } from '../../../schemas/types.ts';
import { newRowId } from '../../clock.ts';
import type { Deps } from '../../deps.ts';
import { withWholeLists } from '../../lists.ts';
import { refuse, type Refusal } from '../../problems.ts';
import { draftOf, type KeptDraft } from '../../records.ts';
import type { Kept, Scope } from '../../storage/contract.ts';
import { readCsv } from '../../tables/read-csv.ts';
import { unharmed } from '../../tables/sheet.ts';
import { choicesOf, chosen, type Cell } from '../registers/row-cells.ts';
import { saveDraft } from '../drafts/save-draft.ts';

export interface Pasted {
  readonly ok: true;
  readonly rev: number;
  readonly rows: number;
  /** heads of columns that no question of the rows has */
  readonly ignored: readonly string[];
  /** cells that stay as they were written */
  readonly unread: number;
}

/** `at`: pointer of the repeat. The first line may name the columns; else they are the questions in their order. */
export async function pasteRows(
  deps: Deps,
  scope: Scope,
  kept: Kept<KeptDraft>,
  version: Version,
  context: Context,
  { at, text }: { readonly at: string; readonly text: string },
  rev: number,
): Promise<Pasted | Refusal> {
  const outline = deps.forms.outline(version);
  const repeat = outline.byPointer.get(at);
  if (!repeat || repeat.type.nests !== 'rows' || repeat.parent !== undefined)
    return refuse('not-rows', {}, '/at');
  const table = readCsv(text);
  if (!table.ok) return refuse(table.code, { line: table.line }, '/text');
  const asked = repeat.children.filter(
    (node) =>
      node.value === undefined && !node.type.nests && !node.type.files && node.schema['x-drawn'] !== false,
  );
  const { columns, body, ignored } = columnsIn(asked, table.rows);
  const before = (kept.value.answers[repeat.key] ?? []) as readonly Answers[];
  const { maxItems = 1000 } = repeat.schema;
  if (before.length + body.length > maxItems) return refuse('too-many-rows', { most: maxItems }, '/text');
  // a choice is looked for in all of its list
  const whole = withWholeLists(deps, scope.district, context);
  const typed: { [pointer: string]: string } = { ...kept.value.typed };
  let unread = 0;
  const rows = body.map(({ cells }) => {
    const row: Answers = { id: newRowId() };
    for (const [place, node] of columns.entries()) {
      const cell = unharmed(cells[place] ?? '').trim();
      if (!node || cell === '') continue;
      const read = cellOf(node, whole, cell);
      if ('problem' in read) {
        typed[`${at}/${String(row['id'])}/${node.key}`] = cell;
        unread += 1;
      } else if (read.value !== undefined) row[node.key] = read.value;
    }
    return row;
  });
  const answers = { ...kept.value.answers, [repeat.key]: [...before, ...rows] };
  const sent = { ...draftOf(kept.value), answers, typed };
  const saved = await saveDraft(deps, scope, kept, sent, rev, version, context);
  return saved.ok ? { ok: true, rev: saved.rev, rows: rows.length, ignored, unread } : saved;
}

type Line = { readonly cells: readonly string[] };

/** Which question each column is of. A first line of which no cell is a question's name is a row like the others. */
function columnsIn(asked: readonly FieldNode[], lines: readonly Line[]) {
  const [first] = lines;
  const named = (first?.cells ?? []).map((cell) =>
    asked.find(({ key, schema }) => [schema.title ?? key, key].some((name) => folded(name) === folded(cell))),
  );
  if (!named.some(Boolean)) return { columns: asked, body: lines, ignored: [] };
  const ignored = (first?.cells ?? []).filter((cell, place) => !named[place] && cell.trim() !== '');
  return { columns: named, body: lines.slice(1), ignored: ignored.map((cell) => cell.trim().slice(0, 80)) };
}

function cellOf({ schema, type }: FieldNode, context: Context, cell: string): Cell {
  const choices = choicesOf(schema, context);
  if (choices) return chosen(choices, cell, schema.type === 'array');
  return type.read(cell, schema, context.locale) as Cell;
}
