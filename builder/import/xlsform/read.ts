// SPDX-License-Identifier: AGPL-3.0-or-later
// A workbook that follows the XLSForm standard, as a definition.
import type { Definition } from '../../../schemas/types.ts';
import { type Imported, type SourceFile, type Unreadable, unreadable } from '../contract.ts';
import { count } from '../count.ts';
import { Ledger } from '../ledger.ts';
import { idOf, speaks, titleOf, untitled } from '../naming.ts';
import { ChoiceLists } from './choices.ts';
import { Form } from './form.ts';
import { codeOf, languages } from './languages.ts';
import { type Table, pieces, plain, table, used } from './table.ts';
import { Texts } from './texts.ts';
import { tree } from './tree.ts';
import { type Sheet, readWorkbook } from './workbook.ts';

const read = ['survey', 'choices', 'settings'] as const;

/** A definition from the sheets; `name` is a title for a form that has none. */
export function fromSheets(sheets: readonly Sheet[], name = untitled): Imported | Unreadable {
  const find = (wanted: string): Sheet | undefined =>
    sheets.find((sheet) => sheet.name.trim().toLowerCase() === wanted);
  const survey = table(find('survey'), 'survey');
  if (survey.rows.length === 0 || !survey.rows.some((row) => plain(row, 'type')))
    return unreadable('no-survey');
  const others = sheets.filter((sheet) => !read.includes(sheet.name.trim().toLowerCase() as 'survey'));
  const ledger = new Ledger([
    ...read.flatMap((each) => pieces(find(each) ?? { name: each, rows: [] }, each)),
    ...others.flatMap((sheet) => pieces(sheet, sheet.name)),
  ]);
  const choices = table(find('choices'), 'choices');
  const settings = settled(table(find('settings'), 'settings'), survey, ledger);
  const titles = new Map(
    survey.rows.flatMap((row) => {
      const cells = row.cells.get('label');
      const label = cells?.get(settings.languages.base) ?? cells?.get('');
      const key = plain(row, 'name');
      return key && label ? [[key.text, label.text] as const] : [];
    }),
  );
  const texts = new Texts(settings.languages, ledger, titles);
  const lists = new ChoiceLists(choices, ledger, texts);
  const form = new Form({ ledger, texts, lists });
  const { schema, layout } = form.make(tree(survey, ledger));
  lists.close(choices);
  unread(survey, ledger);
  for (const sheet of others) {
    const [first, ...rest] = pieces(sheet, sheet.name);
    if (first)
      ledger.leave(
        first[0],
        'sheet',
        rest.map(([place]) => place),
        sheet.name,
      );
  }
  const title = speaks(settings.title) ? settings.title : name;
  const { translations } = texts;
  const definition: Definition = {
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id: idOf(speaks(settings.id) ? settings.id : speaks(settings.title) ? settings.title : ''),
    title: title.slice(0, 500),
    schema,
    ...(layout.length > 0 ? { layout } : {}),
    ...(Object.keys(translations).length > 0 ? { translations } : {}),
  };
  return { definition, carried: count(definition), ...ledger.close() };
}

/** The one row of settings. */
function settled(settings: Table, survey: Table, ledger: Ledger) {
  const [row, ...rest] = settings.rows;
  for (const each of rest) for (const { at } of each.all) ledger.leave(at, 'setting');
  if (!row) return { title: '', id: '', languages: languages(survey.languages, '') };
  const preferred = plain(row, 'default_language');
  const found = languages(survey.languages, preferred?.text ?? '');
  const [title, id] = [used(row, 'form_title', ledger), used(row, 'form_id', ledger)];
  if (preferred) {
    const same =
      found.base === preferred.text || codeOf(found.base) === codeOf(preferred.text) || found.base === '';
    if (same) ledger.take(preferred.at);
    else ledger.leave(preferred.at, 'base-language');
  }
  for (const [name, cells] of row.cells)
    for (const { at } of cells.values())
      if (!ledger.settled(at)) ledger.leave(at, name === 'version' ? 'version' : 'setting');
  return { title, id, languages: found };
}

/** Columns that questions of that type do not have, and those that nobody knows. */
const columns = new Set([
  'type', 'name', 'label', 'hint', 'guidance_hint', 'relevant', 'constraint', 'constraint_message', 'required',
  'required_message', 'calculation', 'default', 'read_only', 'appearance', 'parameters', 'choice_filter', 'repeat_count',
]); // prettier-ignore

function unread(survey: Table, ledger: Ledger): void {
  for (const row of survey.rows)
    for (const [name, cells] of row.cells)
      for (const { at } of cells.values()) {
        if (ledger.settled(at)) continue;
        ledger.leave(at, name.startsWith('media') ? 'media' : columns.has(name) ? 'not-here' : 'column');
      }
}

/** A workbook's bytes as a definition. */
export async function readXlsForm([file]: readonly SourceFile[]): Promise<Imported | Unreadable> {
  const sheets = await readWorkbook(file!.bytes);
  return 'refused' in sheets ? sheets : fromSheets(sheets, nameOf(file!.name));
}

/** 'scheda_accesso.xlsx' → 'Scheda accesso' */
const nameOf = (file: string): string => {
  const name = file.replace(/\.[a-z0-9]+$/i, '').trim();
  return speaks(name) ? titleOf(name) : untitled;
};
