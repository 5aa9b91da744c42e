// SPDX-License-Identifier: AGPL-3.0-or-later
// A register as the desk shows it: a page of the rows that fit, in words; or one row with its form.
import { folded } from '../../../runtime/fields/searching.ts';
import type { Context, ListRow, Register } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import type { Locale } from '../../problems.ts';
import type { FoundRow } from '../../registers.ts';
import type { Person } from '../../sessions.ts';
import { spendOf, type Spend } from './fund-spend.ts';
import { answersOf, outlineOf, rowContext } from './judge-row.ts';
import { foundRows, mayEdit, questionTitle, titleOfRegister } from './registers.ts';
import { comuniOf, standing, type Standing } from './row-marks.ts';

/** rows of one answer */
const pageSize = 50;
const marks = ['stale', 'expiring', 'expired', 'closed'] as const;

/** Which rows are asked for. */
export interface AskedRows {
  /** words, all of which a row holds somewhere */
  readonly q?: string;
  readonly comune?: string;
  /** absent: those in force; a mark, `state:<code>`, `all` */
  readonly show?: string;
  /** how many rows came before */
  readonly cursor?: string;
}

export interface ShownRow extends Standing {
  readonly id: string;
  readonly rev: number;
  readonly title: string;
  /** what the table shows, in words */
  readonly cells: readonly string[];
  readonly spend?: Spend;
}

/** What is the same whichever rows are asked for. */
function headOf(person: Person, register: Register, locale: Locale) {
  const state = register.state;
  return {
    name: register.id,
    title: titleOfRegister(register, locale),
    about: (locale === 'en' ? register.about_en : undefined) ?? register.about,
    edits: mayEdit(person, register),
    // acts of cases are written by their documents
    adds: mayEdit(person, register) && !register.issued,
    named: questionTitle(register, 'title', locale),
    columns: register.columns.map((key) => questionTitle(register, key, locale)),
    checked: register.checked !== undefined,
    ...(register.checked ? { months: register.checked.months } : {}),
    comuni: register.comuni !== undefined,
    states: state === undefined ? [] : statesOf(register, state, locale),
    ...(register.report ? { report: register.report } : {}),
  };
}

/** A page of the rows that fit; how many fit, how many there are at all, and which marks are found among them. */
export async function showRegister(
  deps: Deps,
  person: Person,
  register: Register,
  locale: Locale,
  asked: AskedRows,
) {
  const rows = await foundRows(deps, person, register);
  const today = deps.clock.today();
  const stands = rows.map((found) => ({ ...found, ...standing(register, found.row, today) }));
  const context = await rowContext(
    deps,
    person,
    register,
    locale,
    rows.map(({ row }) => row),
  );
  const words = wordsIn(deps, register, context);
  const wanted = folded(asked.q ?? '')
    .split(' ')
    .filter(Boolean);
  const fits = stands.filter(
    (found) =>
      isAsked(register, found, asked) && (wanted.length === 0 || isSaid(wanted, register, found, words)),
  );
  const from = Math.max(0, Math.trunc(Number(asked.cursor)) || 0);
  const page = fits.slice(from, from + pageSize);
  const spend = register.spend && (await spendOf(deps, person.district, register, page));
  const next = from + pageSize;
  return {
    ...headOf(person, register, locale),
    all: rows.length,
    total: fits.length,
    marks: marks.filter((mark) => stands.some((one) => one.marks.includes(mark))),
    rows: page.map((found) => shownRow(register, found, words, spend?.get(found.row.id))),
    ...(next < fits.length ? { next: String(next) } : {}),
  };
}

/** One row, or a new one, with the form that it is written in. */
export async function showRow(deps: Deps, person: Person, register: Register, locale: Locale, id: string) {
  const rows = (await foundRows(deps, person, register)).filter(({ row }) => row.id === id);
  const context = await rowContext(
    deps,
    person,
    register,
    locale,
    rows.map(({ row }) => row),
  );
  const today = deps.clock.today();
  const words = wordsIn(deps, register, context);
  const spend = register.spend && (await spendOf(deps, person.district, register, rows));
  return {
    ...headOf(person, register, locale),
    form: register.form,
    context,
    rows: rows.map((found) =>
      shownRow(
        register,
        { ...found, ...standing(register, found.row, today) },
        words,
        spend?.get(found.row.id),
      ),
    ),
  };
}

type Stood = FoundRow & Standing;
type Words = (found: FoundRow, key: string) => string;

/** An answer of a row in words; the same choice is looked up once, however many rows make it. */
function wordsIn(deps: Deps, register: Register, context: Context): Words {
  const outline = outlineOf(deps, register);
  const known = new Map<string, string>();
  return ({ row }, key) => {
    const write = (): string => deps.forms.text(outline, `/${key}`, answersOf(register, row), context);
    const question = register.form.schema.properties[key];
    const part = question?.items ?? question;
    if (!part?.oneOf && !part?.['x-choices']) return write();
    const at = `${key} ${JSON.stringify(row[key])}`;
    const words = known.get(at) ?? write();
    known.set(at, words);
    return words;
  };
}

function isAsked(
  register: Register,
  { row, marks: has }: Stood,
  { comune = '', show = '' }: AskedRows,
): boolean {
  const comuni = comune === '' ? undefined : comuniOf(register, row);
  if (comuni && !comuni.includes(comune)) return false;
  if (show === 'all') return true;
  if (show === '') return !has.includes('closed');
  const [by, value] = show.split(':');
  return by === 'state' ? row[register.state ?? ''] === value : (has as readonly string[]).includes(show);
}

/** Are all words in what a row says: its texts as they are written, what the table shows in words? */
function isSaid(wanted: readonly string[], register: Register, found: FoundRow, words: Words): boolean {
  const written = writtenIn(register, found.row);
  const left = wanted.filter((word) => !written.includes(word));
  if (left.length === 0) return true;
  const shown = folded(register.columns.map((key) => words(found, key)).join(' '));
  return left.every((word) => shown.includes(word));
}

/** A row never changes, so its texts are folded once. */
function writtenIn(register: Register, row: ListRow): string {
  let text = folds.get(row);
  if (text === undefined) {
    const own = Object.values(answersOf(register, row)).filter((one) => typeof one === 'string');
    folds.set(row, (text = folded(own.join(' '))));
  }
  return text;
}
const folds = new WeakMap<ListRow, string>();

function statesOf(register: Register, key: string, locale: Locale) {
  const { schema, translations } = register.form;
  return (schema.properties[key]?.oneOf ?? []).map((one) => ({
    id: String(one.const),
    title: translations?.[locale]?.[`${key}=${String(one.const)}`] ?? one.title ?? String(one.const),
  }));
}

function shownRow(register: Register, found: Stood, words: Words, spend: Spend | undefined): ShownRow {
  const { rev, row, ...stands } = found;
  return {
    id: row.id,
    rev,
    title: row.title,
    cells: register.columns.map((key) => words(found, key)),
    ...stands,
    ...(spend ? { spend } : {}),
  };
}
