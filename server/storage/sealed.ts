// SPDX-License-Identifier: AGPL-3.0-or-later
import { sha256 } from './place.ts';

/** Every file of the store begins with one line: the SHA-256, in hexadecimal, of all that follows it. */
const HEADER = 65;

export function seal(content: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${sha256(content)}\n`), content]);
}

/** The content of a sealed file; undefined when it is damaged. */
export function unseal(bytes: Uint8Array): Uint8Array | undefined {
  const content = bytes.subarray(HEADER);
  const header = Buffer.from(bytes.subarray(0, HEADER)).toString('latin1');
  return header === `${sha256(content)}\n` ? content : undefined;
}
