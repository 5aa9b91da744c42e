// SPDX-License-Identifier: AGPL-3.0-or-later
// What a journey asks the server for without a screen: somebody of the staff, signed in.
import assert from 'node:assert/strict';

export interface Asking {
  readonly method?: string;
  readonly body?: unknown;
  /** revision that is expected */
  readonly rev?: number;
  /** written reason for opening what is not the person's */
  readonly reason?: string;
}
export type Ask = <Value>(path: string, asking?: Asking) => Promise<Value>;

/** Asks as this sample person; anything but success is a failure that shows the answer. */
export async function staff(base: string, person: string): Promise<Ask> {
  let cookie = '';
  const ask: Ask = async <Value>(path: string, { body, rev, method, reason }: Asking = {}) => {
    const answer = await fetch(base + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        'Content-Type': 'application/json',
        'Sec-Fetch-Site': 'same-origin',
        'Idempotency-Key': crypto.randomUUID(),
        cookie,
        ...(rev === undefined ? {} : { 'If-Match': `"${rev}"` }),
        ...(reason === undefined ? {} : { 'X-Patto-Reason': encodeURIComponent(reason) }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    assert.ok(answer.ok, `${path}: ${text}`);
    cookie ||= (answer.headers.get('set-cookie') ?? '').split(';')[0]!;
    return (text === '' ? undefined : JSON.parse(text)) as Value;
  };
  await ask('/api/session', { body: { as: person } });
  return ask;
}
