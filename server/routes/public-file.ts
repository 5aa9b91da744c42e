// SPDX-License-Identifier: AGPL-3.0-or-later
// Bundles and fonts as the build left them; read when asked, so that a new build needs no restart.
import { readFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'public');

/** Bytes of a file of dist/public; undefined when there is none. `path` has been checked segment by segment. */
export async function publicFile(path: string): Promise<Uint8Array | undefined> {
  const file = join(folder, path);
  if (!file.startsWith(folder + sep)) return undefined;
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}
