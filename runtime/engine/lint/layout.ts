// SPDX-License-Identifier: BSD-3-Clause
// Pages, sections, rows and notes; translations; what a submission tells its case.
import { isObject, type Json, rowOf } from '../pointer.ts';
import { place } from '../layout.ts';
import { blank, formed } from './fields.ts';
import { condition, target } from './pointers.ts';
import { escapeKey, type Found, type Report, type Survey } from './survey.ts';

export function layout(survey: Survey, report: Report): ReadonlySet<string> {
  const ids = new Set<string>();
  const placed = new Set<string>();
  const put = (pointer: unknown, at: string, base: string, level: string): string | undefined => {
    const whole = place(String(pointer), base);
    if (survey.fields.has(whole)) {
      if (placed.has(whole)) report('placed-twice', at, { pointer: String(pointer).slice(0, 200) }, whole);
      placed.add(whole);
      return whole;
    }
    // Inside a repeat or group ./ means it, which for a group is no row.
    if (!target(whole, { at, level }, survey, report) && whole.startsWith('case:'))
      report('dangling-pointer', at, { pointer: whole });
    return undefined;
  };
  const walk = (
    items: unknown,
    at: string,
    base: string,
    level: string,
    top: boolean,
    depth: number,
  ): void => {
    if (!Array.isArray(items) || depth > 20) return;
    items.forEach((item: unknown, index) => {
      const here = `${at}/${index}`;
      if (!isObject(item)) put(item, here, base, level);
      else if (Array.isArray(item['row']))
        item['row'].forEach((each, part) => put(each, `${here}/row/${part}`, base, level));
      else if (item['repeat'] !== undefined) {
        const whole = put(item['repeat'], `${here}/repeat`, base, level);
        const found = whole === undefined ? undefined : survey.fields.get(whole);
        if (found && !found.nests)
          report('not-a-repeat', `${here}/repeat`, { pointer: found.pointer }, found.pointer);
        if (!found?.nests) return;
        const rows = found.nests === 'rows';
        walk(
          item['items'],
          `${here}/items`,
          rows ? rowOf(found.pointer) : found.pointer,
          rows ? found.pointer : level,
          false,
          depth + 1,
        );
      } else node(item, here, base, level, top, depth);
    });
  };
  const node = (item: Json, at: string, base: string, level: string, top: boolean, depth: number): void => {
    const kind = (['page', 'section', 'note'] as const).find((each) => item[each] !== undefined);
    if (!kind) return report('not-understood', at);
    const id = `${kind}:${String(item[kind]).slice(0, 60)}`;
    if (ids.has(id)) report('same-id-twice', `${at}/${kind}`, { id: String(item[kind]).slice(0, 60) });
    ids.add(id);
    if (kind === 'page' && !top) report('page-inside', at, { id: String(item[kind]).slice(0, 60) });
    if (blank(item[kind === 'note' ? 'text' : 'title']))
      report('blank-title', `${at}/${kind === 'note' ? 'text' : 'title'}`);
    if (kind === 'note') formed(item['text'], `${at}/text`, report);
    if (item['x-show'] !== undefined)
      condition(item['x-show'], { at: `${at}/x-show`, level }, survey, report);
    walk(item['items'], `${at}/items`, base, level, false, depth + 1);
  };
  walk(survey.document['layout'], '/layout', '', '', true, 0);
  return ids;
}

/** Keys of translations that translate nothing: harmless, but somebody meant something. */
export function translations(survey: Survey, ids: ReadonlySet<string>, report: Report): void {
  const written = survey.document['translations'];
  if (!isObject(written)) return;
  const fields = new Map(
    [...survey.fields.values()].map((field) => [field.pointer.replaceAll('/*', '').slice(1), field]),
  );
  const known = (key: string): boolean => {
    if (/^(title|description|check\.\d+|band\.[\w-]+|outcome\.(\d+|otherwise))$/.test(key)) return true;
    if (/^(page|section|note):/.test(key)) return ids.has(key.replace(/\.hint$/, ''));
    const [, name = '', mark, rest = ''] = /^([^.=]*)([.=])(.*)$/.exec(key) ?? [];
    const field = fields.get(name);
    if (!field) return false;
    if (mark === '.')
      return /^(title|hint|description|unit|example|item|check\.\d+|row-check\.\d+|band\.[\w-]+)$/.test(rest);
    const choices = field.schema.oneOf ?? field.schema.items?.oneOf;
    return !choices || choices.some((choice) => choice.const === rest);
  };
  for (const [language, texts] of Object.entries(written)) {
    if (!isObject(texts)) continue;
    for (const key of Object.keys(texts)) {
      if (/^note:|\.hint$/.test(key))
        formed(texts[key], `/translations/${escapeKey(language)}/${escapeKey(key)}`, report);
      if (!known(key))
        report(
          'unknown-translation',
          `/translations/${escapeKey(language)}/${escapeKey(key)}`,
          { key: key.slice(0, 100), language: language.slice(0, 20) },
          undefined,
          'warning',
        );
    }
  }
}

/** Where a submission's data go in its case. */
export function gives(survey: Survey, report: Report): void {
  const written = survey.document['gives'];
  if (!isObject(written)) return;
  const one = (pointer: unknown, at: string) =>
    typeof pointer === 'string' ? target(pointer, { at, level: '' }, survey, report) : undefined;
  const household = one(written['household'], '/gives/household');
  if (household && household.nests !== 'rows')
    report('not-a-repeat', '/gives/household', { pointer: household.pointer });
  one(written['applicant'], '/gives/applicant');
  for (const part of ['dates', 'facts'] as const) {
    for (const [key, pointer] of Object.entries(written[part] ?? {}))
      one(pointer, `/gives/${part}/${escapeKey(key)}`);
  }
  for (const [key, what] of Object.entries(written['counts'] ?? {})) {
    const at = `/gives/counts/${escapeKey(key)}`;
    if (!isObject(what)) one(what, at);
    else countedRows(what, at, one, survey, report);
  }
}

/** Rows that are counted: what is taken of each is written from the row. */
function countedRows(
  what: Json,
  at: string,
  one: (pointer: unknown, at: string) => Found | undefined,
  survey: Survey,
  report: Report,
): void {
  const rows = one(what['rows'], `${at}/rows`);
  if (!rows) return;
  if (rows.nests !== 'rows') return report('not-a-repeat', `${at}/rows`, { pointer: rows.pointer });
  for (const [name, pointer] of Object.entries(what['values'] ?? {}))
    target(String(pointer), { at: `${at}/values/${escapeKey(name)}`, level: rows.pointer }, survey, report);
  for (const pointer of Object.keys(what['except'] ?? {}))
    target(pointer, { at: `${at}/except/${escapeKey(pointer)}`, level: rows.pointer }, survey, report);
}
