// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** RFC 8785 canonical JSON: the same text for the same value, whatever the order of its keys. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** SHA-256 of a text or of bytes, hexadecimal. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** The hash that names a version: SHA-256 of the canonical JSON of its frozen definition. */
export const hashOf = (definition: unknown): string => sha256(canonical(definition));
