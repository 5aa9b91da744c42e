// SPDX-License-Identifier: AGPL-3.0-or-later
// Keys and ids made from what a person wrote.

/** Names that every JavaScript object answers to, and the key that rows carry. */
const reserved = new Set([...Object.getOwnPropertyNames(Object.prototype), 'id', 'declined']);
const LONGEST = 40;

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '');
}

/** Cut at a word's end where that keeps enough. */
function short(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST + 1).lastIndexOf('_');
  return text.slice(0, cut > LONGEST / 2 ? cut : LONGEST);
}

/** First of name, name_2, name_3… that is free. */
function free(name: string, taken: (name: string) => boolean): string {
  if (!taken(name)) return name;
  for (let number = 2; ; number++) {
    const next = `${name}_${number}`;
    if (!taken(next)) return next;
  }
}

/** A field's key from its title: ^[a-z][a-z0-9_]*$, unique among `taken`, no name of Object.prototype. */
export function makeKey(title: string, taken: Iterable<string>, otherwise = 'domanda'): string {
  const used = new Set(taken);
  return free(short(plain(title)) || otherwise, (name) => used.has(name) || reserved.has(name));
}

/** The stored value of a choice from its text; numbers stay, so that "0–5 mesi" is readable in the data. */
export function makeConst(title: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  const bare = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const text = bare
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return free(text || 'opzione', (name) => used.has(name)).replaceAll('_', '-');
}
