// SPDX-License-Identifier: AGPL-3.0-or-later
// A table taken into a register: first it is only looked at, then all of it is taken or nothing. The last one can be
// taken back for as long as nobody has changed its rows.
import { createHash } from 'node:crypto';
import { folded } from '../../../runtime/fields/searching.ts';
import type { Problem } from '../../../runtime/problem.ts';
import type { Answers, Context, ListRow, Register } from '../../../schemas/types.ts';
import type { Deps } from '../../deps.ts';
import { readSummary } from '../../counting.ts';
import { keep, refusal } from '../../keep.ts';
import { listRows } from '../../lists.ts';
import { refuse, sentence, type Locale, type Refusal } from '../../problems.ts';
import { holdRows, keptRows, newRowId, recordOf } from '../../registers.ts';
import type { KeptImport, KeptRow } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Scope, Write } from '../../storage/contract.ts';
import { cellText } from '../../tables/csv.ts';
import { readCsv } from '../../tables/read-csv.ts';
import { unharmed } from '../../tables/sheet.ts';
import { answersOf, judgeRow, outlineOf, rowContext } from './judge-row.ts';
import { mayEdit } from './registers.ts';
import { columnsOf, readCell, written, type Column } from './row-cells.ts';
import { cellsChanged, keptWith, most, writeOf } from './save-row.ts';
import { listAll } from '../../storage/list-all.ts';

/** One row of the table, as it would be taken in. */
export interface LookedRow {
  readonly line: number;
  readonly id: string;
  readonly title: string;
  readonly what: 'new' | 'changed' | 'same' | 'wrong';
  /** in words, by title of the column */
  readonly changes: readonly { readonly column: string; readonly was: string; readonly now: string }[];
  readonly problems: readonly { readonly column: string; readonly message: string }[];
}
export interface Looked {
  readonly rows: readonly LookedRow[];
  readonly counts: { readonly [what in LookedRow['what']]: number };
  /** heads of the table that no column of the register has */
  readonly ignored: readonly string[];
  /** what was seen: taking in is only of this */
  readonly seen: string;
}
interface Plan {
  readonly looked: Looked;
  readonly rows: readonly ListRow[];
}

/** What taking the table in would do; nothing is kept. */
export async function lookAtTable(
  deps: Deps,
  person: Person,
  register: Register,
  text: string,
  locale: Locale,
): Promise<({ readonly ok: true } & Plan) | Refusal> {
  if (!mayEdit(person, register) || register.issued) return refuse('forbidden');
  const table = readCsv(text);
  if (!table.ok) return refuse(table.code, { line: table.line });
  const [head, ...body] = table.rows;
  const outline = outlineOf(deps, register);
  const heads = matched(head?.cells ?? [], columnsOf(register, outline));
  const titleColumn = columnsOf(register, outline).find(({ key }) => key === 'title');
  if (!heads.columns.some((column) => column?.key === 'title' || column?.key === 'id'))
    return refuse('csv-no-title', { title: titleColumn?.title ?? 'title' });
  if (heads.twice) return refuse('csv-column-twice', { column: heads.twice });
  if (body.length > most.table) return refuse('list-too-long', { most: most.table });
  const before = listRows(deps, person.district, register.id) ?? [];
  const context = await rowContext(deps, person, register, locale, before);
  const desk = new ImportDesk(deps, register, context, locale, before);
  const read = [];
  for (const [place, { line, cells }] of body.entries()) {
    read.push(desk.row(line, cells, heads.columns));
    // Whoever else asks meanwhile is answered.
    if (place % 50 === 49) await new Promise(setImmediate);
  }
  if (before.length + read.filter(({ looked }) => looked.what === 'new').length > most.rows)
    return refuse('list-too-long', { most: most.rows });
  const rows = read.map(({ looked }) => looked);
  const count = (what: LookedRow['what']): number => rows.filter((one) => one.what === what).length;
  const counts = { new: count('new'), changed: count('changed'), same: count('same'), wrong: count('wrong') };
  const revs = [...keptRows(deps.catalogue, person.district, register.id)].map(([id, { rev }]) => [id, rev]);
  const seen = createHash('sha256')
    .update(JSON.stringify([text, revs, rows]))
    .digest('hex');
  return {
    ok: true,
    looked: { rows, counts, ignored: heads.ignored, seen },
    rows: read.flatMap(({ looked, row }) =>
      row && (looked.what === 'new' || looked.what === 'changed') ? [row] : [],
    ),
  };
}

/** Heads of the table with the columns they name; titles and names both do. */
function matched(heads: readonly string[], columns: readonly Column[]) {
  const ignored: string[] = [];
  let twice: string | undefined;
  const taken = new Set<string>();
  const found = heads.map((head) => {
    const name = folded(head);
    const column =
      columns.find(({ title }) => folded(title) === name) ?? columns.find(({ key }) => folded(key) === name);
    if (!column && name !== '') ignored.push(head.trim().slice(0, 80));
    if (column && taken.has(column.key)) twice ??= column.title;
    if (column) taken.add(column.key);
    return column;
  });
  return { columns: found, ignored, twice };
}

/** Reads rows of a table one after the other: what each says, and whether it may be taken in. */
class ImportDesk {
  readonly #deps: Deps;
  readonly #register: Register;
  readonly #context: Context;
  readonly #locale: Locale;
  readonly #byId: ReadonlyMap<string, ListRow>;
  readonly #byTitle = new Map<string, ListRow[]>();
  readonly #ids: Set<string>;
  readonly #used = new Set<string>();

  constructor(deps: Deps, register: Register, context: Context, locale: Locale, before: readonly ListRow[]) {
    this.#deps = deps;
    this.#register = register;
    this.#context = context;
    this.#locale = locale;
    this.#byId = new Map(before.map((row) => [row.id, row]));
    this.#ids = new Set(this.#byId.keys());
    for (const row of before) {
      const title = folded(row.title);
      this.#byTitle.set(title, [...(this.#byTitle.get(title) ?? []), row]);
    }
  }

  row(line: number, cells: readonly string[], columns: readonly (Column | undefined)[]) {
    const at = (key: string): string => {
      const place = columns.findIndex((column) => column?.key === key);
      return place < 0 ? '' : (cells[place] ?? '').trim();
    };
    const [code, title] = [at('id'), unharmed(at('title'))];
    const named = code === '' ? (this.#byTitle.get(folded(title)) ?? []) : [];
    const before = code === '' ? named[0] : this.#byId.get(code);
    const problems: { column: string; message: string }[] = [];
    const say = (problem: Pick<Problem, 'code' | 'params'>, column = ''): void => {
      const whole: Problem = { at: '', level: 'error', ...problem };
      problems.push({ column, message: sentence(whole, this.#deps.sentences, this.#locale) });
    };
    if (cells.length > columns.length) say({ code: 'csv-ragged', params: { cells: cells.length } });
    if (named.length > 1) say({ code: 'row-several', params: { title } });
    if (code !== '' && !/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(code))
      say({ code: 'row-code', params: { id: code.slice(0, 60) } }, 'Codice');
    const id = before?.id ?? (code === '' ? newRowId(title, this.#ids) : code);
    // Without a code the name is all that tells rows apart.
    const name = code === '' ? `title ${folded(title)}` : `id ${id}`;
    if (title !== '' && (this.#used.has(id) || this.#used.has(name)))
      say({ code: 'row-twice', params: { title: title || id } });
    this.#used.add(id).add(name);
    this.#ids.add(id);
    const outline = outlineOf(this.#deps, this.#register);
    const answers: Answers = before ? { ...answersOf(this.#register, before) } : {};
    for (const [place, column] of columns.entries()) {
      if (!column || column.key === 'id') continue;
      const cell = readCell(outline, this.#context, column, cells[place] ?? '', before, this.#register);
      if ('problem' in cell) say(cell.problem, column.title);
      else if (cell.value === undefined) delete answers[column.key];
      else answers[column.key] = cell.value;
    }
    const judged = judgeRow(this.#deps, this.#register, this.#context, id, answers, before, false);
    // A row that stays as it is may be one of before its form asked what it asks now.
    const stays =
      before !== undefined && Object.keys(cellsChanged(this.#known(before), judged.row)).length === 0;
    const said = new Set(problems.map(({ column }) => column));
    for (const one of stays ? [] : judged.problems) {
      const column = String(one.params['title'] ?? '');
      if (!said.has(column)) say(one, column);
    }
    const changes = problems.length === 0 && before && !stays ? this.#changes(before, judged.row) : [];
    const looked: LookedRow = {
      line,
      id,
      title: judged.row.title || title || id,
      what: problems.length > 0 ? 'wrong' : !before ? 'new' : stays ? 'same' : 'changed',
      changes,
      problems,
    };
    return { looked, row: judged.row };
  }

  /** The row as its form would keep it. */
  #known(before: ListRow): ListRow {
    return { ...before, ...answersOf(this.#register, before) };
  }

  #changes(before: ListRow, row: ListRow): LookedRow['changes'] {
    const outline = outlineOf(this.#deps, this.#register);
    const columns = columnsOf(this.#register, outline);
    const known = this.#known(before);
    return Object.keys(cellsChanged(known, row)).map((key) => {
      const column = columns.find((one) => one.key === key) ?? { key, title: key };
      const words = (of: ListRow): string =>
        cellText(written(outline, this.#context, column, of, this.#register));
      return { column: column.title, was: words(before), now: words(row) };
    });
  }
}

/** Takes the table in, if it does what was seen. */
export async function importTable(
  deps: Deps,
  person: Person,
  register: Register,
  sent: { readonly text: string; readonly seen: string },
  locale: Locale,
): Promise<{ readonly ok: true; readonly counts: Looked['counts'] } | Refusal> {
  const plan = await lookAtTable(deps, person, register, sent.text, locale);
  if (!plan.ok) return plan;
  const { counts, seen } = plan.looked;
  if (counts.wrong > 0) return refuse('import-wrong', { count: counts.wrong });
  if (seen !== sent.seen) return refuse('import-moved');
  if (plan.rows.length === 0) return { ok: true, counts };
  const scope: Scope = { district: person.district, actor: person.account.id };
  const known = keptRows(deps.catalogue, scope.district, register.id);
  const shipped = new Map((listRows(deps, scope.district, register.id) ?? []).map((row) => [row.id, row]));
  const made = plan.rows.map((row) => {
    const before = known.get(row.id);
    const standing = { row: shipped.get(row.id), rev: before?.rev ?? 0, kept: before?.value };
    const value = keptWith(deps, scope, register, standing, row, 'imported');
    return { id: row.id, rev: standing.rev, value, before: before?.value };
  });
  const kept = await deps.store.get<KeptImport>(scope, 'imports', register.id);
  const undo: KeptImport = {
    register: register.id,
    at: deps.clock.instant(),
    by: scope.actor,
    rows: made.map(({ id, rev, before }) => ({ id, rev: rev + 1, ...(before ? { before } : {}) })),
  };
  const record = { collection: 'imports', id: register.id, value: undo };
  const done = await keep(deps, scope, { action: 'register.import', object: register.id }, [
    ...made.map(({ id, rev, value }) => writeOf(register, id, rev, value)),
    kept ? { do: 'replace', ...record, rev: kept.rev } : { do: 'create', ...record },
  ]);
  if (!done.ok)
    return ['conflict', 'exists'].includes(done.problem.code) ? refuse('import-moved') : refusal(done);
  holdRows(
    deps.catalogue,
    scope.district,
    register.id,
    made.map(({ id, rev, value }) => [id, { rev: rev + 1, value }]),
  );
  return { ok: true, counts };
}

/** The last table that was taken in, for whoever may take it back. */
export async function lastImport(deps: Deps, person: Person, register: Register) {
  const scope: Scope = { district: person.district, actor: person.account.id };
  const kept = await deps.store.get<KeptImport>(scope, 'imports', register.id);
  if (!kept) return undefined;
  const { at, by, rows } = kept.value;
  const account = await deps.store.get<{ readonly name: string }>(scope, 'accounts', by);
  return { at, by: account?.value.name ?? by, rows: rows.length };
}

/** Takes the last table back: rows are as they were, and those that it made are gone. */
export async function undoImport(
  deps: Deps,
  person: Person,
  register: Register,
): Promise<{ readonly ok: true; readonly rows: number } | Refusal> {
  if (!mayEdit(person, register)) return refuse('forbidden');
  const scope: Scope = { district: person.district, actor: person.account.id };
  const kept = await deps.store.get<KeptImport>(scope, 'imports', register.id);
  if (!kept) return refuse('nothing-to-undo');
  const known = keptRows(deps.catalogue, scope.district, register.id);
  const changed = kept.value.rows.filter(({ id, rev }) => known.get(id)?.rev !== rev);
  if (changed.length > 0) {
    const titles = changed.slice(0, 5).map(({ id }) => known.get(id)?.value.row.title ?? id);
    return refuse('import-changed-since', { titles: titles.join(', ') });
  }
  const chosen = await chosenOf(deps, scope);
  const used = kept.value.rows.filter(({ id, before }) => !before && chosen.has(id));
  if (used.length > 0) {
    const titles = used.slice(0, 5).map(({ id }) => known.get(id)?.value.row.title ?? id);
    return refuse('import-used', { titles: titles.join(', ') });
  }
  const back = kept.value.rows.map(({ id, rev, before }) => ({
    id,
    rev,
    value: before && undone(deps, scope, before, known.get(id)?.value),
  }));
  const writes = back.map(({ id, rev, value }): Write => {
    const record = recordOf(register.id, id);
    return value
      ? { do: 'replace', collection: 'rows', id: record, value, rev }
      : { do: 'remove', collection: 'rows', id: record, rev };
  });
  const done = await keep(deps, scope, { action: 'register.undo-import', object: register.id }, [
    ...writes,
    { do: 'remove', collection: 'imports', id: register.id, rev: kept.rev },
  ]);
  if (!done.ok) return refusal(done);
  holdRows(
    deps.catalogue,
    scope.district,
    register.id,
    back.map(({ id, rev, value }) => [id, value ? { rev: rev + 1, value } : undefined]),
  );
  return { ok: true, rows: back.length };
}

/** Services and funds that pacts have chosen, from the index. */
async function chosenOf(deps: Pick<Deps, 'store'>, scope: Scope): Promise<ReadonlySet<string>> {
  const cases = await listAll(deps, scope, 'cases', {});
  const supports = cases.flatMap(({ fields }) => readSummary(fields)?.supports ?? []);
  return new Set(supports.flatMap(({ service = '', fund = '' }) => [service, fund]));
}

/** As it was, with both turns in its history. */
function undone(
  deps: Pick<Deps, 'clock'>,
  scope: Scope,
  before: KeptRow,
  imported: KeptRow | undefined,
): KeptRow {
  const change = {
    at: deps.clock.instant(),
    by: scope.actor,
    what: 'undone',
    cells: cellsChanged(imported?.row, before.row),
  } as const;
  return { ...before, history: [...(imported?.history ?? before.history), change].slice(-most.history) };
}
