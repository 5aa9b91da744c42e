// SPDX-License-Identifier: AGPL-3.0-or-later
// What a page downloads that shows the same form with another runtime: its bundle, minified, and its style sheet.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Peer } from '../peers/index.ts';
import type { Other, Row } from '../row.ts';
import type { Bench } from './serve.ts';

const zipped = (bytes: Buffer): number => gzipSync(bytes, { level: 9 }).length / 1024;
const nothing = Buffer.alloc(0);

/** The same rows, the first with the other runtimes beside it. */
export async function weighPeers(
  { folder }: Bench,
  guests: readonly Peer[],
  [page, ...rest]: readonly Row[],
): Promise<readonly Row[]> {
  if (!page || !guests.length) return page ? [page, ...rest] : rest;
  const others: [string, Other][] = [];
  for (const { name, title } of guests) {
    const code = await readFile(join(folder, `${name}.js`));
    const style = await readFile(join(folder, `${name}.css`)).catch(() => nothing);
    others.push([title, { value: Number((zipped(code) + (style.length ? zipped(style) : 0)).toFixed(1)) }]);
  }
  return [{ ...page, peers: Object.fromEntries(others) }, ...rest];
}
