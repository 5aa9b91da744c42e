// SPDX-License-Identifier: AGPL-3.0-or-later
// What is watched in every document from its first line on: how many messages block at once, how long saving takes.
import type { Page } from 'puppeteer';

export interface Seen {
  /** most messages that blocked at one moment */
  readonly blocking: number;
  /** milliseconds from the last act of the person to the mark that all is saved, one each */
  readonly saves: readonly number[];
}

/** Call before the first address is opened. */
export const watchPage = (page: Page): Promise<unknown> =>
  page.evaluateOnNewDocument(() => {
    const seen = { blocking: 0, saves: [] as number[] };
    Object.assign(globalThis, { seenByTest: seen });
    const roots: (Document | ShadowRoot)[] = [document];
    let acted = 0;
    let waiting = false;
    for (const type of ['keydown', 'input', 'click', 'drop'])
      addEventListener(type, () => (acted = performance.now()), { capture: true, passive: true });
    const look = (): void => {
      const found = new Set<Element>();
      for (const root of roots)
        for (const element of root.querySelectorAll(
          'dialog[open], [role="alertdialog"], [aria-modal="true"]',
        )) {
          const outer = element.closest('dialog') ?? element;
          if ((outer as HTMLElement).checkVisibility()) found.add(outer);
        }
      seen.blocking = Math.max(seen.blocking, found.size);
      for (const root of roots) {
        const mark = root.querySelector('[data-save]')?.getAttribute('data-save');
        if (mark === undefined || mark === null) continue;
        if (mark === 'waiting') waiting = true;
        else if (mark === 'clean' && waiting) {
          waiting = false;
          seen.saves.push(performance.now() - acted);
        }
      }
    };
    const observer = new MutationObserver(look);
    const all = { subtree: true, childList: true, attributes: true, attributeFilter: ['open', 'role', 'hidden', 'data-save'] }; // prettier-ignore
    observer.observe(document, all);
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (options) {
      const root = attach.call(this, options);
      roots.push(root);
      observer.observe(root, all);
      return root;
    };
  });

export const seenOn = (page: Page): Promise<Seen> =>
  page.evaluate(() => (globalThis as unknown as { seenByTest: Seen }).seenByTest);
