// SPDX-License-Identifier: AGPL-3.0-or-later
// What the checker asks of node:zlib, answered without waiting. Bundled in its place.
import { Inflate } from 'fflate';

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
  const [method = 0, flags = 0] = data;
  if (data.length < 8 || (method & 15) !== 8 || (method * 256 + flags) % 31 !== 0 || (flags & 32) !== 0)
    throw new Error('zlib: header');
  const found: Uint8Array[] = [];
  let size = 0;
  const running = new Inflate((part) => {
    size += part.length;
    if (size > maxOutputLength) throw new Error('zlib: too large');
    found.push(part);
  });
  const packed = data.subarray(2, -4);
  for (let at = 0; at < packed.length; at += piece)
    running.push(packed.slice(at, at + piece), at + piece >= packed.length);
  const said = data.subarray(-4).reduce((sum, byte) => sum * 256 + byte, 0);
  if (said !== checksum(found)) throw new Error('zlib: checksum');
  return Buffer.concat(found);
}
