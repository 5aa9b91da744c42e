// SPDX-License-Identifier: AGPL-3.0-or-later
// What any document must be before something that recurses looks at it: plain JSON, small, not deep, without tricks.
// Iterative and linear, so that it may run where requests are answered.
import type { Finding } from '../../runtime/engine/contract.ts';

export const limits = {
  /** bytes of the document as JSON */
  bytes: 256 * 1024,
  /** JSON values one inside the other */
  nesting: 100,
  /** entries of one named condition, the named ones in it written out */
  conditionEntries: 500,
  /** the same of all uses together */
  allConditionEntries: 20_000,
} as const;

export const finding = (code: string, at: string, params: Finding['params'] = {}): Finding => ({
  code,
  at,
  params,
  level: 'error',
});

export const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Controls but tab and line feed, halves of characters, bidirectional overrides and isolates, separators, byte order mark, tags. */
const odd =
  /[\p{Cs}\u202A-\u202E\u2066-\u2069\u2028\u2029\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|(?![\t\n])\p{Cc}/u;
/** The beginning of an HTML element, comment or declaration; a sum like « reddito < 5000 » is none. */
const markup = /<[a-z/!?]/iu;

interface Place {
  readonly value: unknown;
  readonly key: string;
  readonly above: Place | undefined;
  readonly depth: number;
}

/** The pointer of a place; `most`: only its first keys. */
function pointer(place: Place, most = Infinity): string {
  const keys: string[] = [];
  for (let one: Place | undefined = place; one?.above; one = one.above)
    keys.unshift(`/${escapeKey(one.key)}`);
  return keys.slice(0, most).join('');
}

function textProblem(text: string, place: Place): Finding | undefined {
  if (text.length > limits.bytes)
    return finding('document-too-large', pointer(place), { limit: limits.bytes / 1024 });
  const found = odd.exec(text)?.[0];
  if (found !== undefined) {
    const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return finding('odd-character', pointer(place), { character: `U+${code}` });
  }
  if (place.key !== 'pattern' && markup.test(text)) return finding('markup-in-text', pointer(place));
  return undefined;
}

function scalarProblem(value: unknown, place: Place): Finding | undefined {
  if (typeof value === 'string') return textProblem(value, place);
  if (value === null || typeof value === 'boolean') return undefined;
  if (typeof value === 'number')
    return Number.isFinite(value) ? undefined : finding('not-json-value', pointer(place));
  return finding('not-json-value', pointer(place));
}

/** The first reason why a document is not looked at any further. */
export function documentProblem(document: unknown): Finding | undefined {
  const open: Place[] = [{ value: document, key: '', above: undefined, depth: 1 }];
  let bytes = 0;
  for (let place = open.pop(); place; place = open.pop()) {
    const { value, depth } = place;
    if (depth > limits.nesting)
      return finding('document-too-deep', pointer(place, 6), { limit: limits.nesting });
    if (typeof value !== 'object' || value === null) {
      const found = scalarProblem(value, place);
      if (found) return found;
      bytes += typeof value === 'string' ? Buffer.byteLength(value) + 2 : 5;
    } else {
      const list = Array.isArray(value);
      const entries: [string, unknown][] = Object.entries(value);
      // What is counted here is less than what JSON needs, so that nothing large is kept open.
      bytes += 2 + entries.length;
      if (bytes + entries.length > limits.bytes) {
        return finding('document-too-large', pointer(place), { limit: limits.bytes / 1024 });
      }
      for (const [key, inner] of entries.reverse()) {
        const child: Place = { value: inner, key, above: place, depth: depth + 1 };
        if (!list) {
          if (key in Object.prototype) return finding('reserved-key', pointer(child), { key });
          const found =
            key.length > 500
              ? finding('text-too-long', pointer(place), { limit: 500 })
              : textProblem(key, child);
          if (found) return found;
          bytes += Buffer.byteLength(key) + 2;
        }
        open.push(child);
      }
    }
    if (bytes > limits.bytes) return finding('document-too-large', '', { limit: limits.bytes / 1024 });
  }
  return undefined;
}
