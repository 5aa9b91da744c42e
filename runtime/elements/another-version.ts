// SPDX-License-Identifier: BSD-3-Clause
import { published } from './published.ts';
import type { Published } from './remote.ts';

/** The version that a draft was begun with, fetched when the page has another one. */
export async function inVersion(what: Published, number: number): Promise<Published> {
  const name = `${what.district}/${what.form}@${number}`;
  if (!published.get(name)) await import(what.check.replace(/@\d+\.check\.js$/, `@${number}.js`));
  const found = published.get(name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}
