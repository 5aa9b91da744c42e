// SPDX-License-Identifier: AGPL-3.0-or-later
// What a partner of the project asks of the server; shapes as in /openapi.json.
import { ask, type Answer } from '../../../../runtime/elements/kit/http.ts';

export interface SharedRow {
  readonly says: readonly { readonly label: string; readonly text: string }[];
  readonly people: readonly string[];
}
export interface SharedFamily {
  readonly number: string;
  readonly people: readonly string[];
  /** ISO dates */
  readonly begins?: string;
  readonly ends?: string;
  readonly contacts: readonly { readonly name: string; readonly profile: string; readonly phone?: string }[];
  readonly parts: readonly { readonly title: string; readonly rows: readonly SharedRow[] }[];
}

export const listShared = (): Promise<Answer<{ items: readonly SharedFamily[] }>> => ask('/api/shared');
