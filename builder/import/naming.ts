// SPDX-License-Identifier: AGPL-3.0-or-later
// Words that the source does not have, and those that are too long for a form.
import { makeKey } from '../edit/key.ts';

export const TITLE = 500;
export const untitled = 'Modulo importato';
export const other = { title: 'Altro', specify: 'Altro: specificare' } as const;

/** Does a text say anything? Punctuation alone does not. */
export const speaks = (text: unknown): text is string =>
  typeof text === 'string' && /[\p{L}\p{N}]/u.test(text);

/** 'dataNascita', 'data_nascita' → 'Data nascita' */
export function titleOf(name: string): string {
  const words = name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-.\s]+/g, ' ')
    .trim();
  const text = words === words.toUpperCase() ? words : words.toLowerCase();
  return speaks(text) ? (text.charAt(0).toUpperCase() + text.slice(1)).slice(0, TITLE) : 'Domanda';
}

/** A key for a name of the source: nearly itself, free among `taken`. */
export const keyOf = (name: string, taken: Iterable<string>): string =>
  makeKey(name.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2'), taken);

/** Ids of pages, sections and notes, each used once. */
export class NodeIds {
  private readonly taken = new Map<string, Set<string>>();

  make(kind: 'page' | 'section' | 'note', name: string): string {
    const taken = this.taken.get(kind) ?? new Set();
    this.taken.set(kind, taken);
    const id = makeKey(name, taken, kind === 'page' ? 'pagina' : kind === 'section' ? 'sezione' : 'testo');
    taken.add(id);
    return id;
  }
}

/** A definition's id from a text: 'Scheda d’accesso' → 'scheda-d-accesso' */
export const idOf = (text: string): string => makeKey(text, [], 'modulo').replaceAll('_', '-');
