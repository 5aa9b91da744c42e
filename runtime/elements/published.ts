// SPDX-License-Identifier: BSD-3-Clause
// Published forms whose modules are on the page, and who waits for one.
import type { Published } from './remote.ts';

const forms = new Map<string, Published>();
const waiting = new Map<string, Set<() => void>>();

export const published = {
  /** The first module of a form wins: a page that pins a version keeps it. */
  add(what: Published): void {
    const name = `${what.district}/${what.form}`;
    if (forms.has(name)) return;
    forms.set(name, what);
    for (const go of waiting.get(name) ?? []) go();
    waiting.delete(name);
  },
  get: (name: string): Published | undefined => forms.get(name),
};

export function waitFor(name: string, go: () => void): void {
  const all = waiting.get(name) ?? new Set();
  waiting.set(name, all.add(go));
}
