// SPDX-License-Identifier: AGPL-3.0-or-later
// The one place of status codes, and the shape of a problem on the wire (RFC 9457).
import type { Problem, Words } from '../runtime/problem.ts';

export type Locale = 'it' | 'en';
export type Sentences = ReadonlyMap<string, Words>;

/** A refusal: the problem, and where several places of a document are concerned, each of them. */
export interface Refusal {
  readonly ok: false;
  readonly problem: Problem;
  readonly problems?: readonly Problem[];
}

/** Makes a refusal. */
export const refuse = (code: string, params: Problem['params'] = {}, at = ''): Refusal => ({
  ok: false,
  problem: { code, at, params, level: 'error' },
});

const statuses: { readonly [code: string]: number } = {
  'bad-request': 400,
  'not-json': 400,
  'not-utf8': 400,
  'too-deep': 400,
  'duplicate-key': 400,
  'forbidden-key': 400,
  'unsafe-number': 400,
  'bad-text': 400,
  'cut-off': 400,
  'sign-in-needed': 401,
  'sign-in-failed': 401,
  'token-needed': 401,
  'token-ended': 401,
  'key-refused': 401,
  forbidden: 403,
  'not-assigned': 403,
  'not-author': 403,
  'reason-needed': 403,
  'other-origin': 403,
  'other-form': 403,
  'demo-only': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  exists: 409,
  'key-reused': 409,
  'already-done': 409,
  'wrong-state': 409,
  'pact-state': 409,
  'case-closed': 409,
  'no-case': 409,
  'already-replaced': 409,
  'submission-replaced': 409,
  'draft-open': 409,
  'jobs-open': 409,
  'merge-changed': 409,
  'not-merged': 409,
  'already-sent': 410,
  conflict: 412,
  'too-large': 413,
  'unsupported-type': 415,
  'wrong-host': 421,
  'rev-needed': 428,
  'too-many': 429,
  unexpected: 500,
  'not-built': 503,
  'disk-full': 507,
  'read-only': 503,
  damaged: 500,
  stopping: 503,
  closed: 503,
  'printer-closed': 503,
  'printing-failed': 503,
  'printing-took-too-long': 503,
};

/** HTTP status of a problem; what is not listed is an answer that cannot be accepted as it is: 422. */
export const statusOf = (code: string): number => statuses[code] ?? 422;

/** The sentence of a problem, parameters in place; plain text, whoever renders escapes it. */
export function sentence(problem: Problem, sentences: Sentences, locale: Locale): string {
  const words = sentences.get(problem.code);
  const text = words ? (words[locale] ?? words.it) : `${problem.code}`;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = problem.params[name];
    return value === undefined ? whole : String(value);
  });
}

/** The body of an answer that refuses. */
export function problemDocument(
  refusal: Refusal,
  sentences: Sentences,
  locale: Locale,
): { [key: string]: unknown } {
  const { code, at, params } = refusal.problem;
  const said = (problem: Problem) => ({ ...problem, message: sentence(problem, sentences, locale) });
  return {
    type: `urn:patto:problem:${code}`,
    title: sentence(refusal.problem, sentences, locale),
    status: statusOf(code),
    code,
    at,
    params,
    ...(refusal.problems ? { problems: refusal.problems.slice(0, 100).map(said) } : {}),
  };
}

/** First of Italian and English that Accept-Language names; Italian when it names neither. */
export function localeOf(header: string | undefined): Locale {
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const language = part.trim().slice(0, 2);
    if (language === 'it' || language === 'en') return language;
  }
  return 'it';
}
