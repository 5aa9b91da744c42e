// SPDX-License-Identifier: BSD-3-Clause

/** Focuses an element; one that was just drawn inside content-visibility, which Firefox refuses until a frame has passed, after it. */
export function focusOn(element: HTMLElement | null | undefined): void {
  if (!element) return;
  element.focus();
  if ((element.getRootNode() as ShadowRoot).activeElement === element) return;
  requestAnimationFrame(() => requestAnimationFrame(() => element.focus()));
}
