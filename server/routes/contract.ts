// SPDX-License-Identifier: AGPL-3.0-or-later
// What a route is: one value, from which the server, its access matrix and its OpenAPI description are made.
import type { Account, Case, Definition, Document, Submission } from '../../schemas/types.ts';
import type { RuleName } from '../access.ts';
import type { KeptDraft, KeptJob, KeptRequest, KeptToken } from '../records.ts';
import type { Deps } from '../deps.ts';
import { actorOf, type Integrator } from '../integrators.ts';
import type { Locale, Refusal } from '../problems.ts';
import type { Rates } from '../rates.ts';
import type { Person } from '../sessions.ts';
import type { Kept, Scope } from '../storage/contract.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** A page of another site with its token. */
export interface Guest {
  readonly district: string;
  readonly token: Kept<KeptToken>;
}

/** What the path named, already found and allowed. */
export interface Found {
  readonly case?: Kept<Case>;
  readonly draft?: Kept<KeptDraft>;
  readonly submission?: Kept<Submission>;
  readonly document?: Kept<Document>;
  readonly job?: Kept<KeptJob>;
  readonly request?: Kept<KeptRequest>;
  /** in a case's place, of what has none: where it was taken */
  readonly counter?: Pick<Case, 'comune' | 'assigned'>;
}

/** A request after the gates: body checked, person known, object found. */
export interface Asked {
  readonly path: { readonly [name: string]: string };
  readonly query: { readonly [name: string]: string };
  readonly body: unknown;
  readonly locale: Locale;
  /** of If-Match */
  readonly rev: number | undefined;
  /** of Idempotency-Key */
  readonly key: string | undefined;
  /** of X-Patto-Reason */
  readonly reason: string | undefined;
  /** of X-Patto-Name: what the sent file is called */
  readonly fileName: string | undefined;
  readonly origin: string | undefined;
  /** the socket is of this very machine and nobody forwarded the request */
  readonly near: boolean;
  readonly cookie: string | undefined;
  readonly person: Person | undefined;
  readonly guest: Guest | undefined;
  readonly integrator?: Integrator | undefined;
  readonly found: Found;
}

export interface Reply {
  readonly ok: true;
  readonly status?: number;
  readonly body?: unknown;
  /** bytes instead of JSON, with their media type */
  readonly bytes?: Uint8Array | string;
  readonly type?: string;
  /** bytes that are made while they are sent, in place of `bytes` */
  readonly stream?: AsyncIterable<Uint8Array>;
  /** public bytes: sent compressed, with an entity tag */
  readonly open?: true;
  /** a page that others may put in an iframe; its policy says the same */
  readonly framed?: true;
  /** goes out as the ETag */
  readonly rev?: number;
  readonly headers?: { readonly [name: string]: string };
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** as in OpenAPI: /api/cases/{id}; {name...} takes the rest of the path */
  readonly path: string;
  readonly summary: string;
  readonly access: RuleName;
  readonly rate?: keyof Rates;
  /** JSON Schema of the body, and how many bytes it may have */
  readonly body?: { readonly schema: JsonSchema; readonly limit: number; readonly depth?: number };
  /** the body is a file of this media type instead */
  readonly file?: { readonly type: string; readonly limit: number };
  /** the file must come with its name in X-Patto-Name */
  readonly named?: true;
  readonly query?: { readonly [name: string]: JsonSchema };
  /** `case`: what the path names must be of a case, and not of the counter or of the district */
  readonly needs?: readonly ('rev' | 'key' | 'case')[];
  readonly answer?: JsonSchema;
  readonly status?: number;
  /** other answers that are no refusal, by status */
  readonly also?: { readonly [status: number]: JsonSchema };
  /** asked by the page and not by the person: a session does not live longer for it */
  readonly still?: true;
  /** also where the case is closed, which is otherwise only read */
  readonly evenClosed?: true;
  /** pages of other sites may call it, without cookies */
  readonly cors?: boolean;
  run(asked: Asked, deps: Deps): Promise<Reply | Refusal> | Reply | Refusal;
}

export type { Account, Definition };

/** The boundary and the actor of a request by a person. */
export function scopeOf(asked: Asked): Scope {
  if (asked.person) return { district: asked.person.district, actor: asked.person.account.id };
  if (asked.guest) return { district: asked.guest.district, actor: 'public' };
  if (asked.integrator)
    return { district: asked.integrator.district, actor: actorOf(asked.integrator.key.id) };
  throw new Error('nobody asks');
}

/** The person of a route whose rule demands one. */
export function personOf(asked: Asked): Person {
  if (!asked.person) throw new Error('nobody is signed in');
  return asked.person;
}
