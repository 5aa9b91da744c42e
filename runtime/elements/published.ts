// SPDX-License-Identifier: BSD-3-Clause
// Published forms whose modules are on the page, and who waits for one.
import type { Context } from '../../schemas/types.ts';
import type { Published, Remote } from './remote.ts';

const forms = new Map<string, Published>();
const waiting = new Map<string, Set<() => void>>();

export const published = {
  /** The first module of a form wins: a page that pins a version keeps it. `<form>@<n>` names one among several. */
  add(what: Published): void {
    const name = `${what.district}/${what.form}`;
    for (const each of [name, `${name}@${what.number}`]) {
      if (forms.has(each)) continue;
      forms.set(each, what);
      for (const go of waiting.get(each) ?? []) go();
      waiting.delete(each);
    }
  },
  get: (name: string): Published | undefined => forms.get(name),
};

export function waitFor(name: string, go: () => void): void {
  const all = waiting.get(name) ?? new Set();
  waiting.set(name, all.add(go));
}

/** The address under which our server answers, from that of a check module: …/embed/<district>/<form>@1.check.js */
export const apiOf = (published: Published): string =>
  new URL('..', new URL(published.check, document.baseURI)).href.replace(/\/$/, '');

/** What the version reads beside the answers; undefined when the server is not reached. */
export async function fetchContext(published: Published): Promise<Context | undefined> {
  const { district, form, number } = published;
  try {
    const answer = await fetch(`${apiOf(published)}/${district}/${form}/context?version=${number}`, {
      credentials: 'omit',
    });
    return answer.ok ? ((await answer.json()) as Context) : undefined;
  } catch {
    return undefined;
  }
}

/** Under which name the device keeps drafts of a form; undefined: it keeps none. */
export const placeOf = (remote: Remote | undefined, what: Published | undefined): string | undefined =>
  remote ? remote.place : what && `patto:${what.district}/${what.form}`;

/** Is there a draft on this device that nobody has sent? */
export function remembered(place: string | undefined): boolean {
  try {
    return place !== undefined && localStorage.getItem(place) !== null;
  } catch {
    return false;
  }
}
