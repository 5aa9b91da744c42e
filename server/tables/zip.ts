// SPDX-License-Identifier: AGPL-3.0-or-later
// A ZIP that is written while it is read: nothing of it waits for the whole.
import { Zip, ZipDeflate } from 'fflate';

export interface ZipPart {
  readonly path: string;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** The first day that a ZIP can tell: the same content gives the same bytes. */
const moment = new Date(1980, 0, 1);

/** Bytes of the archive, part after part in the order given. */
export async function* zipped(
  parts: AsyncIterable<ZipPart> | Iterable<ZipPart>,
): AsyncGenerator<Uint8Array, void, void> {
  const ready: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failed = error;
    else if (chunk.length > 0) ready.push(chunk);
  });
  for await (const { path, chunks } of parts) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = moment;
    zip.add(file);
    for await (const chunk of chunks) {
      file.push(chunk);
      if (failed) throw failed;
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  if (failed) throw failed;
  yield* ready.splice(0);
}
