// SPDX-License-Identifier: AGPL-3.0-or-later
// What the screens of registers ask of the server.
import { ask, type Answer } from '../../../../runtime/elements/kit/http.ts';
import type { Answers, Context, Definition } from '../../../../schemas/types.ts';

export type Mark = 'closed' | 'future' | 'expired' | 'expiring' | 'stale';

export interface RegisterItem {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly rows: number;
  readonly closed: number;
  readonly stale: number;
  readonly expiring: number;
  readonly expired: number;
  readonly edits: boolean;
}
/** Cents. */
export interface Spend {
  readonly budget?: number;
  readonly supports: number;
  readonly committed: number;
  readonly vouchers: number;
  readonly voucherValue: number;
  readonly left?: number;
}
export interface RegisterRow {
  readonly id: string;
  readonly rev: number;
  readonly title: string;
  readonly cells: readonly string[];
  readonly marks: readonly Mark[];
  /** days until it ends */
  readonly left?: number;
  /** the last warning */
  readonly near?: true;
  readonly spend?: Spend;
}
export interface RegisterHead {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly edits: boolean;
  readonly adds: boolean;
  /** what the title of a row is called */
  readonly named: string;
  readonly columns: readonly string[];
  readonly checked: boolean;
  readonly months?: number;
  readonly comuni: boolean;
  readonly states: readonly { readonly id: string; readonly title: string }[];
  readonly report?: string;
}
/** A page of the rows that fit. */
export interface RegisterView extends RegisterHead {
  /** rows there are at all */
  readonly all: number;
  /** rows that fit */
  readonly total: number;
  /** marks that some row has */
  readonly marks: readonly Exclude<Mark, 'future'>[];
  readonly rows: readonly RegisterRow[];
  /** where the next page begins */
  readonly next?: string;
  readonly imported?: { readonly at: string; readonly by: string; readonly rows: number };
}
/** What one row is written in; `rows`: that row, none for a new one. */
export interface RegisterForm extends RegisterHead {
  readonly form: Definition;
  readonly context: Context;
  readonly rows: readonly RegisterRow[];
}
export interface AskedRows {
  readonly q?: string;
  readonly comune?: string;
  readonly show?: string;
  readonly cursor?: string;
}
export interface RowView {
  readonly row: Answers;
  readonly rev: number;
  readonly case?: string;
  readonly history: readonly {
    readonly at: string;
    readonly by: string;
    readonly what: string;
    readonly changes: readonly { readonly column: string; readonly was: string; readonly now: string }[];
  }[];
}
export interface SavedRow {
  readonly id: string;
  readonly rev: number;
  readonly row: Answers;
}
export interface LookedRow {
  readonly line: number;
  readonly id: string;
  readonly title: string;
  readonly what: 'new' | 'changed' | 'same' | 'wrong';
  readonly changes: readonly { readonly column: string; readonly was: string; readonly now: string }[];
  readonly problems: readonly { readonly column: string; readonly message: string }[];
}
export interface Looked {
  readonly rows: readonly LookedRow[];
  readonly counts: { readonly [what in LookedRow['what']]: number };
  readonly ignored: readonly string[];
  readonly seen: string;
}

const at = (register: string, ...rest: readonly string[]): string =>
  ['/api/registers', ...[register, ...rest].map(encodeURIComponent)].join('/');

export const listRegisters = (): Promise<Answer<{ items: readonly RegisterItem[] }>> => ask('/api/registers');
export const openRegister = (name: string, asked: AskedRows = {}): Promise<Answer<RegisterView>> => {
  const given = Object.entries(asked).filter(([, value]) => value);
  const query = new URLSearchParams(given as [string, string][]).toString();
  return ask(query ? `${at(name)}?${query}` : at(name));
};
/** `row`: id, or `+` */
export const openForm = (name: string, row: string): Promise<Answer<RegisterForm>> =>
  ask(`${at(name)}?row=${encodeURIComponent(row)}`);
export const openRow = (name: string, row: string): Promise<Answer<RowView>> => ask(at(name, 'rows', row));
export const makeRow = (name: string, row: Answers): Promise<Answer<SavedRow>> =>
  ask(at(name, 'rows'), { body: { row } });
export const changeRow = (
  name: string,
  id: string,
  rev: number,
  row: Answers,
  checked: boolean,
): Promise<Answer<SavedRow>> => ask(at(name, 'rows', id), { method: 'PUT', rev, body: { row, checked } });
export const markRow = (
  name: string,
  id: string,
  rev: number,
  mark: { readonly as: 'checked' | 'closed' | 'opened'; readonly on?: string },
): Promise<Answer<SavedRow>> => ask(at(name, 'rows', id, 'mark'), { rev, body: mark });
export const tableUrl = (name: string, as: 'csv' | 'xlsx'): string => `${at(name, 'table')}?as=${as}`;
export const lookAtTable = (name: string, text: string): Promise<Answer<Looked>> =>
  ask(at(name, 'table'), { body: { text } });
export const importTable = (
  name: string,
  text: string,
  seen: string,
): Promise<Answer<{ counts: Looked['counts'] }>> =>
  ask(at(name, 'table'), { method: 'PUT', body: { text, seen } });
export const undoImport = (name: string): Promise<Answer<{ rows: number }>> =>
  ask(at(name, 'table'), { method: 'DELETE' });
