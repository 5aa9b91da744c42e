// SPDX-License-Identifier: AGPL-3.0-or-later
// What the environment says, read once at start. Everything else receives the result.
import { resolve } from 'node:path';
import type { Problem } from '../runtime/problem.ts';

export interface Config {
  /** public base URL without a trailing slash; undefined: the demonstration, on the loopback only */
  readonly url: string | undefined;
  readonly demo: boolean;
  /** address to listen on */
  readonly host: string;
  readonly port: number;
  /** absolute path of the data folder */
  readonly data: string;
  /** ISO date that stands for today, demonstration only */
  readonly today: string | undefined;
  /** how many proxies in front are trusted to write X-Forwarded-For */
  readonly proxies: number;
  /** address of the time-stamp authority (RFC 3161); absent: seals carry no proof of their time */
  readonly stamps?: string;
}

const refuse = (code: string, params: Problem['params'] = {}) =>
  ({ ok: false, problem: { code, at: '', params, level: 'error' } }) as const;

/** Reads PATTO_URL, PATTO_TSA, PORT, PATTO_DATA, PATTO_TODAY, PATTO_PROXIES, PATTO_HOST; a Problem says which one is wrong. */
export function readConfig(
  given: { readonly [name: string]: string | undefined },
  folder: string,
): { readonly ok: true; readonly value: Config } | { readonly ok: false; readonly problem: Problem } {
  // A variable that is empty is not set.
  const env = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value || undefined]));
  if (env['PATTO_DATABASE_URL']) return refuse('config-database');
  const demo = !env['PATTO_URL'];
  let url: string | undefined;
  if (env['PATTO_URL']) {
    const parsed = URL.canParse(env['PATTO_URL']) ? new URL(env['PATTO_URL']) : undefined;
    if (
      !parsed ||
      !/^https?:$/.test(parsed.protocol) ||
      parsed.search ||
      parsed.hash ||
      parsed.pathname !== '/'
    )
      return refuse('config-url', { value: env['PATTO_URL'] });
    url = parsed.origin;
  }
  const port = Number(env['PORT'] ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    return refuse('config-port', { value: env['PORT'] ?? '' });
  const proxies = Number(env['PATTO_PROXIES'] ?? '0');
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 10)
    return refuse('config-proxies', { value: env['PATTO_PROXIES'] ?? '' });
  const stamps = env['PATTO_TSA'];
  if (stamps !== undefined && !(URL.canParse(stamps) && /^https?:$/.test(new URL(stamps).protocol)))
    return refuse('config-tsa', { value: stamps });
  const today = env['PATTO_TODAY'];
  if (today !== undefined && !demo) return refuse('config-today-production');
  if (today !== undefined && !isDate(today)) return refuse('config-today', { value: today });
  return {
    ok: true,
    value: {
      url,
      demo,
      host: demo ? '127.0.0.1' : (env['PATTO_HOST'] ?? '127.0.0.1'),
      port,
      data: resolve(folder, env['PATTO_DATA'] ?? 'data'),
      today: demo ? (today ?? '2026-03-02') : undefined,
      proxies,
      ...(stamps === undefined ? {} : { stamps }),
    },
  };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}
