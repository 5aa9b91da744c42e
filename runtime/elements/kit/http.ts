// SPDX-License-Identifier: BSD-3-Clause
// JSON over HTTP as the server speaks it: problems are values, revisions travel as ETag.

/** RFC 9457 body as our server sends it; `network` when the server was not reached. */
export interface HttpProblem {
  readonly code: string;
  /** sentence in the person's language */
  readonly title: string;
  readonly status: number;
  readonly at?: string;
  readonly params?: { readonly [name: string]: string | number | boolean };
  readonly problems?: readonly {
    readonly code: string;
    readonly at: string;
    readonly level: 'error' | 'warning';
    readonly message: string;
    readonly params: { readonly [name: string]: string | number | boolean };
  }[];
}

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value; readonly rev: number | undefined; readonly status: number }
  | { readonly ok: false; readonly problem: HttpProblem };

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** expected revision, sent as If-Match */
  readonly rev?: number;
  /** idempotency key of a POST that creates */
  readonly key?: string;
  /** written reason for opening a case without a title to it */
  readonly reason?: string;
  readonly signal?: AbortSignal;
  /** lets a save outlive the page */
  readonly keepalive?: boolean;
}

const unreachable: { readonly [language: string]: string } = {
  it: 'Il server non risponde. Quello che ha scritto resta qui: riproviamo da soli.',
  en: 'The server does not answer. What you wrote stays here: we keep trying.',
};

export async function ask<Value>(url: string, options: Ask = {}): Promise<Answer<Value>> {
  const language = document.documentElement.lang || 'it';
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language };
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.rev !== undefined) headers['If-Match'] = `"${options.rev}"`;
  if (options.key) headers['Idempotency-Key'] = options.key;
  if (options.reason) headers['X-Patto-Reason'] = encodeURIComponent(options.reason);
  let response: Response;
  try {
    response = await fetch(url, {
      method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
      headers,
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
      keepalive: options.keepalive ?? false,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    return {
      ok: false,
      problem: { code: 'network', title: unreachable[language] ?? unreachable['it']!, status: 0 },
    };
  }
  const etag = response.headers.get('ETag');
  const rev = etag ? Number(etag.replace(/[^0-9]/g, '')) : undefined;
  const text = await response.text();
  let body: unknown;
  try {
    body = text === '' ? undefined : JSON.parse(text);
  } catch {
    body = undefined;
  }
  if (response.ok) return { ok: true, value: body as Value, rev, status: response.status };
  const problem = (body ?? {}) as Partial<HttpProblem>;
  return {
    ok: false,
    problem: {
      ...problem,
      code: problem.code ?? 'unexpected',
      title: problem.title ?? (language === 'en' ? 'Something went wrong.' : 'Qualcosa non ha funzionato.'),
      status: response.status,
    },
  };
}

/** A fresh idempotency key. */
export const newKey = (): string => crypto.randomUUID();
