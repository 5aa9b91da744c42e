// SPDX-License-Identifier: AGPL-3.0-or-later
// What the checker asks of node:zlib, answered without waiting. Bundled in its place.
import { Unzlib } from 'fflate';

const piece = 16 * 1024;

/** The checksum at the end of packed data (RFC 1950). */
function checksum(parts: readonly Uint8Array[]): number {
  let [low, high] = [1, 0];
  for (const part of parts)
    for (const byte of part) {
      low = (low + byte) % 65_521;
      high = (high + low) % 65_521;
    }
  return high * 65_536 + low;
}

/** Throws on what is not whole, and on what grows beyond the limit. */
export function inflateSync(data: Uint8Array, { maxOutputLength }: { readonly maxOutputLength: number }) {
  const found: Uint8Array[] = [];
  let size = 0;
  const running = new Unzlib((part) => {
    size += part.length;
    if (size > maxOutputLength) throw new Error('zlib: too large');
    found.push(part);
  });
  for (let at = 0; at < data.length; at += piece)
    running.push(data.slice(at, at + piece), at + piece >= data.length);
  const said = data.subarray(-4).reduce((sum, byte) => sum * 256 + byte, 0);
  if (said !== checksum(found)) throw new Error('zlib: checksum');
  return Buffer.concat(found);
}
