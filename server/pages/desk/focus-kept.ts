// SPDX-License-Identifier: AGPL-3.0-or-later
// A button that does its work and goes (issue, seal, assign) takes the keyboard with it: the next Tab would begin at the
// top of the page, and a screen reader would fall silent. Then the keyboard goes to the heading of where one was.

/** milliseconds between two looks */
const often = 200;

const element = (each: EventTarget): each is HTMLElement => each instanceof HTMLElement;

/** What has the focus and what it stands in, from the inside out, shadow roots included. */
function focused(): readonly HTMLElement[] {
  let at: Element | null = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const path: HTMLElement[] = [];
  for (
    let each: Node | null = at;
    each;
    each = each.parentNode ?? (each instanceof ShadowRoot ? each.host : null)
  )
    if (element(each)) path.push(each);
  return path;
}
const isLost = (): boolean => !document.activeElement || document.activeElement === document.body;
const works = (one: HTMLElement): boolean => one.isConnected && one.checkVisibility();

/** Where the keyboard goes from what is no more: the nearest heading, else the place itself. */
function refuge(path: readonly HTMLElement[], host: HTMLElement): HTMLElement | undefined {
  for (const one of path) {
    if (one === host) break;
    if (!works(one)) continue;
    const heading = [...one.querySelectorAll<HTMLElement>('h1, h2, h3')].find(works);
    if (heading) return heading;
  }
  return host.shadowRoot?.querySelector<HTMLElement>('#screen') ?? undefined;
}

/** Watches over the keyboard within the element; a pointer's focus is left alone. The answer ends it. */
export function keepFocus(host: HTMLElement): () => void {
  let path: readonly HTMLElement[] = [];
  const pressed = (event: Event): void => {
    const all = event.composedPath().filter(element);
    // With nothing in focus the key is the page's: what had it before is still what is looked for.
    if (all.includes(host)) path = all;
  };
  const pointed = (): void => {
    path = [];
  };
  const look = (): void => {
    if (!isLost()) {
      if (path.length > 0) path = focused();
      return;
    }
    const [last] = path;
    if (!last) return;
    // Disabled while it does its work: it may come back.
    if (works(last) && last.matches(':disabled')) return;
    if (works(last)) last.focus();
    if (!isLost()) return;
    const to = refuge(path, host);
    if (to && !to.hasAttribute('tabindex')) to.tabIndex = -1;
    to?.focus();
  };
  document.addEventListener('keydown', pressed, true);
  document.addEventListener('pointerdown', pointed, true);
  const timer = setInterval(look, often);
  return () => {
    clearInterval(timer);
    document.removeEventListener('keydown', pressed, true);
    document.removeEventListener('pointerdown', pointed, true);
  };
}
