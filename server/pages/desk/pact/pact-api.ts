// SPDX-License-Identifier: AGPL-3.0-or-later
// What the life of a pact asks of the server; shapes as in /openapi.json.
import { ask, type Answer } from '../../../../runtime/elements/kit/http.ts';

export interface NextStep {
  readonly why: 'update' | 'renewal' | 'decided' | 'refused' | 'shared' | 'check' | 'close';
  readonly definition: string;
  readonly title: string;
  readonly how?: 'update' | 'renewal';
  readonly about?: string;
}
export interface PactView {
  readonly state?: string;
  readonly states: readonly {
    readonly id: string;
    readonly title: string;
    readonly final?: boolean;
    readonly aside?: boolean;
  }[];
  readonly history: readonly {
    readonly state: string;
    readonly title: string;
    readonly at: string;
    readonly by: string;
  }[];
  readonly hand: readonly { readonly id: string; readonly title: string }[];
  readonly inForce?: { readonly number: string; readonly revision: number; readonly document: string };
  readonly begins?: string;
  readonly ends?: string;
  readonly every?: number;
  readonly check?: { readonly day: string; readonly late: boolean };
  readonly copies: readonly {
    readonly id: string;
    readonly number: number;
    readonly at: string;
    readonly by: string;
    readonly draft: string;
  }[];
  readonly refused: readonly {
    readonly signer: string;
    readonly name: string;
    readonly at: string;
    readonly reason?: string;
    readonly heard?: string;
    readonly matters: boolean;
  }[];
  readonly refusalText?: string;
  readonly refusalSource?: string;
  readonly results?: {
    readonly days: readonly { readonly submission: string; readonly day: string }[];
    readonly rows: readonly {
      readonly id: string;
      readonly text: string;
      readonly levels: readonly { readonly level: string; readonly title: string }[];
    }[];
  };
  readonly next: readonly NextStep[];
}

const path = (parts: TemplateStringsArray, ...values: readonly string[]): string =>
  String.raw(parts, ...values.map(encodeURIComponent));

export const readPact = (id: string, reason?: string): Promise<Answer<PactView>> =>
  ask(path`/api/cases/${id}/pact`, reason ? { reason } : {});
export const movePact = (id: string, state: string): Promise<Answer<{ state: string }>> =>
  ask(path`/api/cases/${id}/pact/state`, { body: { state } });
export const beginPact = (id: string, how: 'update' | 'renewal'): Promise<Answer<{ id: string }>> =>
  ask(path`/api/cases/${id}/pact/drafts`, { body: { how } });
export const copyDraft = (draft: string): Promise<Answer<{ id: string; number: number }>> =>
  ask(path`/api/drafts/${draft}/copy`, { method: 'POST', body: {} });
export const copyUrl = (id: string, copy: string): string => path`/api/cases/${id}/copies/${copy}/file`;
