// SPDX-License-Identifier: BSD-3-Clause

/**
 * Focuses an element; one that was just drawn inside content-visibility, which Firefox refuses until a frame has
 * passed, after it, unless the person has gone elsewhere meanwhile.
 */
export function focusOn(element: HTMLElement | null | undefined): void {
  if (!element) return;
  element.focus();
  const root = element.getRootNode() as ShadowRoot;
  const before = root.activeElement;
  if (before === element) return;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (root.activeElement === before) element.focus();
    }),
  );
}
