// SPDX-License-Identifier: AGPL-3.0-or-later
// Public texts (pages, bundles, modules) go out compressed and with an entity tag; each content is packed once.
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { digest } from './clock.ts';

export interface Packed {
  readonly bytes: Uint8Array;
  readonly encoding: 'br' | 'gzip' | undefined;
  readonly tag: string;
}

const ways: { readonly [encoding in 'br' | 'gzip']: (bytes: Uint8Array) => Uint8Array } = {
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => gzipSync(bytes, { level: 9 }),
};
const kept = new Map<string, Uint8Array>();
const most = 200;
const smallest = 800;

/** The bytes as this browser takes them. `accepts`: its Accept-Encoding. */
export function pack(bytes: Uint8Array, type: string, accepts: string): Packed {
  const tag = digest(bytes).slice(0, 32);
  const text = /^(text|application\/(json|manifest)|image\/svg)/.test(type);
  const encoding =
    text && bytes.length >= smallest
      ? (['br', 'gzip'] as const).find((name) => takes(accepts, name))
      : undefined;
  if (!encoding) return { bytes, encoding: undefined, tag };
  const name = `${encoding} ${tag}`;
  const known = kept.get(name) ?? ways[encoding](bytes);
  kept.delete(name);
  kept.set(name, known);
  if (kept.size > most) kept.delete(kept.keys().next().value ?? '');
  return { bytes: known, encoding, tag };
}

/** Does the list name the coding, and not with a weight of zero? */
const takes = (accepts: string, name: string): boolean =>
  accepts.split(',').some((part) => {
    const [coding, ...rest] = part.trim().toLowerCase().split(';');
    return coding === name && !rest.some((one) => /^\s*q=0(\.0*)?\s*$/.test(one));
  });
