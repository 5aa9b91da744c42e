// SPDX-License-Identifier: AGPL-3.0-or-later
// Keys as commands write them, matched with events and said in words.
import type { Language } from '../words.ts';

const mac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The key of an event as commands write it. */
export function keyOf(event: KeyboardEvent): string {
  const held = [
    (mac ? event.metaKey : event.ctrlKey) ? 'Mod' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
    event.key.length === 1 ? event.key.toUpperCase() : event.key,
  ];
  return held.filter((part) => part !== '').join('+');
}

const names: { readonly [part: string]: readonly [it: string, en: string] } = {
  Mod: mac ? ['⌘', '⌘'] : ['Ctrl', 'Ctrl'],
  Shift: ['Maiusc', 'Shift'],
  ArrowUp: ['↑', '↑'],
  ArrowDown: ['↓', '↓'],
  ArrowLeft: ['←', '←'],
  ArrowRight: ['→', '→'],
  Delete: ['Canc', 'Delete'],
  Escape: ['Esc', 'Esc'],
  Enter: ['Invio', 'Enter'],
};

/** `Mod+Shift+Z` → `Ctrl + Maiusc + Z` */
export function keyName(key: string, language: Language): string {
  return key
    .split('+')
    .map((part) => names[part]?.[language === 'en' ? 1 : 0] ?? part)
    .join(' + ');
}
