// SPDX-License-Identifier: AGPL-3.0-or-later
// One gate for every request body: type, charset, size, encoding, depth, duplicate keys, numbers, signs.
import type { IncomingMessage } from 'node:http';
import type { Problem } from '../runtime/problem.ts';

export const limits = {
  request: 64 * 1024,
  definition: 256 * 1024,
  draft: 1024 * 1024,
  pdf: 20 * 1024 * 1024,
  package: 40 * 1024 * 1024,
  upload: 20 * 1024 * 1024,
} as const;
/** levels of objects and lists: of answers, and of definitions (twelve fields deep, with their keywords between) */
export const depths = { answers: 32, definition: 64 } as const;
/** A body that is too large is read and thrown away up to here, so that the answer arrives. */
const drain = 64 * 1024 * 1024;

export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

const refuse = (code: string, params: Problem['params'] = {}, at = ''): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { code, at, params, level: 'error' },
});

/** Reads the bytes of a request whose Content-Type must be `type`; `limit` in bytes. */
export async function readBytes(
  request: IncomingMessage,
  type: string,
  limit: number,
): Promise<Read<Uint8Array>> {
  const given = (request.headers['content-type'] ?? '').toLowerCase();
  const [name, ...parameters] = given.split(';').map((part) => part.trim());
  const charset = parameters
    .find((part) => part.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  const wrongType =
    name !== type || (charset !== undefined && charset !== 'utf-8') || request.headers['content-encoding'];
  const declared = Number(request.headers['content-length'] ?? 0);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= limit && !wrongType && declared <= limit) chunks.push(chunk);
      else chunks.length = 0;
      if (size > drain) break;
    }
  } catch (error) {
    // Who was sending is gone, as happens with phones and trains.
    if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') return refuse('cut-off');
    throw error;
  }
  if (wrongType) return refuse('unsupported-type', { type });
  if (size > limit || declared > limit) return refuse('too-large', { limit: Math.round(limit / 1024) });
  return { ok: true, value: Buffer.concat(chunks) };
}

/** JSON from bytes, or the sentence that says what is wrong with them. */
export function readJson(bytes: Uint8Array, depth: number = depths.answers): Read<unknown> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return refuse('not-utf8');
  }
  const found = inspect(text, depth);
  if (found) return { ok: false, problem: found };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    const place = /position (\d+)/.exec(String(error))?.[1];
    const before = place ? text.slice(0, Number(place)) : text;
    const line = before.split('\n').length;
    return refuse('not-json', { line, column: before.length - before.lastIndexOf('\n') });
  }
}

/** The string that begins at a quote, its quotes included. Searched and not matched: it may be a file of many megabytes. */
function stringAt(text: string, from: number): string | undefined {
  for (let end = text.indexOf('"', from + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return text.slice(from, end + 1);
  }
  return undefined;
}

/**
 * Looks at raw JSON text without recursion, before it is parsed: depth, repeated keys, `__proto__`, NUL and lone
 * surrogates, numbers that a double cannot hold. Broken syntax is left to the parser.
 */
export function inspect(text: string, maxDepth: number = depths.answers): Problem | undefined {
  const token = /[{}[\]:,]|-?\d[\d.eE+-]*/gsy;
  const stack: (Set<string> | undefined)[] = [];
  const bad = (code: string, params: Problem['params'] = {}) =>
    ({ code, at: '', params, level: 'error' }) as const;
  let key = false;
  for (let at = 0; at < text.length;) {
    token.lastIndex = at;
    const match = text[at] === '"' ? stringAt(text, at) : token.exec(text)?.[0];
    if (match === undefined) {
      at += 1;
      continue;
    }
    at += match.length;
    const sign = match[0];
    if (sign === '{' || sign === '[') {
      stack.push(sign === '{' ? new Set() : undefined);
      if (stack.length > maxDepth) return bad('too-deep', { limit: maxDepth });
      key = sign === '{';
    } else if (sign === '}' || sign === ']') {
      stack.pop();
      key = false;
    } else if (sign === ',') key = stack.at(-1) !== undefined;
    else if (sign === ':') key = false;
    else if (sign === '"') {
      let value: string;
      try {
        value = JSON.parse(match) as string;
      } catch {
        return undefined;
      }
      if (/\p{Surrogate}|\0/u.test(value)) return bad('bad-text');
      const keys = stack.at(-1);
      if (key && keys) {
        if (value === '__proto__') return bad('forbidden-key', { key: value });
        if (keys.has(value)) return bad('duplicate-key', { key: value.slice(0, 60) });
        keys.add(value);
      }
    } else {
      const number = Number(match);
      if (Number.isNaN(number)) return undefined;
      if (Math.abs(number) > Number.MAX_SAFE_INTEGER)
        return bad('unsafe-number', { value: match.slice(0, 40) });
    }
  }
  return undefined;
}
