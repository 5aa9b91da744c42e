// SPDX-License-Identifier: AGPL-3.0-or-later
// What the screen of exports asks of the server.
import { ask, type Answer } from '../../../../runtime/elements/kit/http.ts';

export type Format = 'csv' | 'xlsx' | 'ndjson';
interface Asks {
  readonly names: boolean;
  readonly texts: boolean;
  readonly delicate: boolean;
}
export interface ExportRow {
  readonly id: string;
  readonly title: string;
  readonly format: Format;
  readonly purpose: string;
  readonly asks: Asks;
  readonly reason?: string;
  readonly by: string;
  readonly at: string;
  readonly rows: number;
  readonly cases: number;
  readonly file: boolean;
}
export interface Exports {
  readonly definitions: readonly { readonly id: string; readonly title: string }[];
  readonly delicate: boolean;
  readonly items: readonly ExportRow[];
}
export interface Made {
  readonly id: string;
  readonly rows: number;
  readonly cases: number;
}

export const listExports = (): Promise<Answer<Exports>> => ask('/api/exports');
export const makeExport = (
  body: Asks & {
    readonly definition: string;
    readonly format: string;
    readonly purpose: string;
    readonly from?: string;
    readonly to?: string;
    readonly reason?: string;
  },
  key: string,
): Promise<Answer<Made>> => ask('/api/exports', { body, key });
export const readProgress = (id: string): Promise<Answer<Made & { readonly done: number }>> =>
  ask(`/api/exports/${encodeURIComponent(id)}`);
export const fileUrl = (id: string): string => `/api/exports/${encodeURIComponent(id)}/file`;
