// SPDX-License-Identifier: AGPL-3.0-or-later
// Files of unknown origin, given to the source that fits.
import { type Imported, type SourceFile, type Unreadable, unreadable } from './contract.ts';
import { sources } from './index.ts';

/** bytes of all files together */
export const MOST = 5 * 1024 * 1024;

/** What a definition may weigh at publishing; larger imports would only fail later. */
const DEFINITION = 2 * 1024 * 1024;

/** Never throws: what no source can read is refused with a reason. */
export async function openImport(files: readonly SourceFile[]): Promise<Imported | Unreadable> {
  const size = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (files.length === 0 || size === 0) return unreadable('empty');
  if (files.length > 2) return unreadable('one-file');
  if (size > MOST) return unreadable('too-large', { limit: MOST / 1024 / 1024 });
  const source = sources.find((each) => each.fits(files));
  if (!source) return unreadable('unknown-kind');
  try {
    const result = await source.read(files);
    if ('definition' in result && JSON.stringify(result.definition).length > DEFINITION)
      return unreadable('too-many');
    return result;
  } catch {
    return unreadable('unexpected');
  }
}
