// SPDX-License-Identifier: AGPL-3.0-or-later
// Registers of the district: their rows, the history of one, tables out and in.
import type { Answers } from '../../schemas/types.ts';
import { importTable, lastImport, lookAtTable, undoImport } from '../actions/registers/import-rows.ts';
import { outlineOf, rowContext } from '../actions/registers/judge-row.ts';
import {
  findRow,
  foundRows,
  listRegisters,
  mayEdit,
  registerOf,
  titleOfRegister,
} from '../actions/registers/registers.ts';
import { columnsOf, written } from '../actions/registers/row-cells.ts';
import { keepRowFile, readRowFile } from '../actions/registers/row-files.ts';
import { showRegister, showRow } from '../actions/registers/show-register.ts';
import { rowHistory } from '../actions/registers/row-history.ts';
import { changeRow, makeRow, markRow, type Saved } from '../actions/registers/save-row.ts';
import type { Deps } from '../deps.ts';
import { limits } from '../guard.ts';
import { refuse, type Refusal } from '../problems.ts';
import { csv } from '../tables/csv.ts';
import { xlsx } from '../tables/xlsx.ts';
import { personOf, type Asked, type Reply, type Route } from './contract.ts';
import { sending, sentIn } from './files.ts';
import { anything, list, object, text, whole } from './schema.ts';

const found = (asked: Asked, deps: Deps) => registerOf(deps, personOf(asked), asked.path['id'] ?? '');
const rowId = (asked: Asked): string => asked.path['row'] ?? '';
const replied = (done: Saved): Reply | Refusal =>
  done.ok ? { ok: true, rev: done.rev, body: { id: done.id, rev: done.rev, row: done.row } } : done;

const savedRow = object({ id: text(), rev: whole, row: anything });
const rowBody = {
  schema: object({ row: anything, checked: { type: 'boolean' } }, ['row']),
  limit: limits.request,
};
const tableText = { type: 'string', maxLength: limits.draft };
const counts = object({ new: whole, changed: whole, same: whole, wrong: whole });

export const registerRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/registers',
    summary: 'Registers of the district, with how many of their rows are stale or near their end',
    access: 'registers: read',
    answer: object({ items: list(anything) }),
    run: async (asked, deps) => ({
      ok: true,
      body: { items: await listRegisters(deps, personOf(asked), asked.locale) },
    }),
  },
  {
    method: 'GET',
    path: '/api/registers/{id}',
    summary:
      'A register: a page of its rows in words; with `row` that one alone, or none, and the form of rows',
    access: 'register: open',
    query: { q: text(), comune: text(), show: text(), cursor: text(), row: text() },
    answer: anything,
    async run(asked, deps) {
      const register = found(asked, deps);
      if (!register) return refuse('not-found');
      const person = personOf(asked);
      const { row } = asked.query;
      if (row !== undefined)
        return { ok: true, body: await showRow(deps, person, register, asked.locale, row) };
      const [body, last] = await Promise.all([
        showRegister(deps, person, register, asked.locale, asked.query),
        mayEdit(person, register) ? lastImport(deps, person, register) : undefined,
      ]);
      return { ok: true, body: last ? { ...body, imported: last } : body };
    },
  },
  {
    method: 'GET',
    path: '/api/registers/{id}/rows/{row}',
    summary: 'A row as answers to its form, with what was done to it, by whom and when',
    access: 'register: open',
    answer: object({ row: anything, rev: whole, history: list(anything), case: text() }, [
      'row',
      'rev',
      'history',
    ]),
    async run(asked, deps) {
      const register = found(asked, deps);
      const row = register && (await findRow(deps, personOf(asked), register, rowId(asked)));
      if (!register || !row?.row) return refuse('not-found');
      const body = await rowHistory(deps, personOf(asked), register, row, asked.locale);
      return { ok: true, rev: row.rev, body: { ...body, rev: row.rev } };
    },
  },
  {
    method: 'POST',
    path: '/api/registers/{id}/rows',
    summary: 'A new row',
    access: 'registers: change',
    body: rowBody,
    status: 201,
    answer: savedRow,
    async run(asked, deps) {
      const register = found(asked, deps);
      if (!register) return refuse('not-found');
      const { row } = asked.body as { row: Answers };
      return replied(await makeRow(deps, personOf(asked), register, row, asked.locale));
    },
  },
  {
    method: 'PUT',
    path: '/api/registers/{id}/rows/{row}',
    summary:
      'Changes a row; If-Match "0" for one that is as it came; `checked`: all of it was looked over today',
    access: 'registers: change',
    needs: ['rev'],
    body: rowBody,
    answer: savedRow,
    async run(asked, deps) {
      const register = found(asked, deps);
      if (!register) return refuse('not-found');
      const { row, checked = false } = asked.body as { row: Answers; checked?: boolean };
      const rev = asked.rev ?? 0;
      return replied(
        await changeRow(deps, personOf(asked), register, rowId(asked), rev, row, checked, asked.locale),
      );
    },
  },
  {
    method: 'POST',
    path: '/api/registers/{id}/rows/{row}/mark',
    summary: 'Looked over today; no longer offered from a day on; offered again',
    access: 'registers: change',
    needs: ['rev'],
    body: {
      schema: object({ as: { enum: ['checked', 'closed', 'opened'] }, on: text('date') }, ['as']),
      limit: limits.request,
    },
    answer: savedRow,
    async run(asked, deps) {
      const register = found(asked, deps);
      if (!register) return refuse('not-found');
      const mark = asked.body as { as: 'checked' | 'closed' | 'opened'; on?: string };
      return replied(await markRow(deps, personOf(asked), register, rowId(asked), asked.rev ?? 0, mark));
    },
  },
  {
    method: 'POST',
    path: '/api/registers/{id}/files',
    summary: 'Keeps a file for a question of a row; its kind is told by its content',
    access: 'registers: change',
    ...sending,
    async run(asked, deps) {
      const register = found(asked, deps);
      if (!register) return refuse('not-found');
      const kept = await keepRowFile(deps, personOf(asked), register, sentIn(asked));
      return kept.ok ? { ok: true, body: kept.file } : kept;
    },
  },
  {
    method: 'GET',
    path: '/api/registers/{id}/rows/{row}/files/{file}',
    summary: 'A file that a row names, as a download',
    access: 'register: open',
    run(asked, deps) {
      const register = found(asked, deps);
      if (!register) return refuse('not-found');
      return readRowFile(deps, personOf(asked), register, rowId(asked), asked.path['file'] ?? '');
    },
  },
  {
    method: 'GET',
    path: '/api/registers/{id}/table',
    summary: 'All rows as a CSV table, which can be taken in again, or as a workbook',
    access: 'register: export',
    query: { as: { enum: ['csv', 'xlsx'] } },
    async run(asked, deps) {
      const register = found(asked, deps);
      if (!register) return refuse('not-found');
      const person = personOf(asked);
      const rows = await foundRows(deps, person, register);
      const context = await rowContext(deps, person, register, 'it', rows);
      const outline = outlineOf(deps, register);
      const columns = columnsOf(register, outline);
      const sheet = {
        name: titleOfRegister(register, 'it').slice(0, 31),
        columns: columns.map(({ title }) => title),
        rows: rows.map(({ row }) =>
          columns.map((column) => written(outline, context, column, row, register)),
        ),
      };
      const workbook = asked.query['as'] === 'xlsx';
      return {
        ok: true,
        bytes: workbook ? xlsx([sheet]) : csv(sheet),
        type: workbook
          ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
          : 'text/csv; charset=utf-8',
        headers: {
          'Content-Disposition': `attachment; filename="${register.id}.${workbook ? 'xlsx' : 'csv'}"`,
        },
      };
    },
  },
  {
    method: 'POST',
    path: '/api/registers/{id}/table',
    summary: 'What taking a CSV table in would do: new, changed, the same, wrong rows; nothing is kept',
    access: 'registers: change',
    body: { schema: object({ text: tableText }), limit: limits.draft },
    answer: object({ rows: list(anything), counts, ignored: list(text()), seen: text() }),
    async run(asked, deps) {
      const register = found(asked, deps);
      if (!register) return refuse('not-found');
      const { text: sent } = asked.body as { text: string };
      const plan = await lookAtTable(deps, personOf(asked), register, sent, asked.locale);
      return plan.ok ? { ok: true, body: plan.looked } : plan;
    },
  },
  {
    method: 'PUT',
    path: '/api/registers/{id}/table',
    summary: 'Takes the table in, all of it or nothing, if it does what was seen',
    access: 'registers: change',
    body: { schema: object({ text: tableText, seen: text() }), limit: limits.draft },
    answer: object({ counts }),
    async run(asked, deps) {
      const register = found(asked, deps);
      if (!register) return refuse('not-found');
      const sent = asked.body as { text: string; seen: string };
      const done = await importTable(deps, personOf(asked), register, sent, asked.locale);
      return done.ok ? { ok: true, body: { counts: done.counts } } : done;
    },
  },
  {
    method: 'DELETE',
    path: '/api/registers/{id}/table',
    summary: 'Takes the last table back, if nobody has changed its rows since',
    access: 'registers: change',
    answer: object({ rows: whole }),
    async run(asked, deps) {
      const register = found(asked, deps);
      if (!register) return refuse('not-found');
      const done = await undoImport(deps, personOf(asked), register);
      return done.ok ? { ok: true, body: { rows: done.rows } } : done;
    },
  },
];
