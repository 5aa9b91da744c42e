// SPDX-License-Identifier: BSD-3-Clause
// Every text that a form shows, in the language at hand: the definition's own, its translations, the form's words.
import type { Definition, LayoutNote, LayoutPage, LayoutSection } from '../../schemas/types.ts';
import type { FieldNode } from '../engine/contract.ts';
import type { Words } from '../problem.ts';
import { type ChromeKey, type Language, fill } from '../words/index.ts';
import type { FieldWords } from '../fields/contract.ts';
import type { FieldInput } from './input.ts';

/** Keys without rows, as nucleo/nome: the key of its translations. */
const keyOf = (node: FieldNode): string =>
  node.pointer
    .split('/')
    .filter((part) => part !== '' && part !== '*')
    .join('/');

export const inLanguage = (words: Words | undefined, locale: string): string | undefined => {
  if (!words) return undefined;
  const first = locale.split('-')[0] ?? 'it';
  return words[locale] ?? words[first] ?? (first === 'it' ? words.it : words.en);
};

export class Sayings {
  readonly definition: Definition;
  readonly inputs: ReadonlyMap<string, FieldInput>;
  readonly locale: string;
  readonly language: Language;
  /** sentences of types that have come */
  readonly own: ReadonlyMap<string, FieldWords>;

  constructor(
    definition: Definition,
    inputs: ReadonlyMap<string, FieldInput>,
    locale: string,
    language: Language,
    words: ReadonlyMap<string, FieldWords> = new Map(),
  ) {
    this.definition = definition;
    this.inputs = inputs;
    this.locale = locale;
    this.language = language;
    this.own = words;
  }

  #translated(key: string): string | undefined {
    const all = this.definition.translations;
    // text by text: what plain words leave out is said in the common ones
    return all?.[this.locale]?.[key] ?? all?.[this.locale.split('-')[0] ?? '']?.[key];
  }

  /** A text of a field: most forms speak one language, and their fields need no keys. */
  #own(node: FieldNode, text: string): string | undefined {
    return this.definition.translations && this.#translated(keyOf(node) + text);
  }

  /** The form's own words; '' while those of later are still on their way. */
  say(key: ChromeKey, params?: { readonly [name: string]: unknown }): string {
    return fill(this.language.chrome[key] ?? '', params);
  }

  /** The form's text, else the type's own; '' while that is still on its way. */
  typeSays(node: FieldNode, key: string, params?: { readonly [name: string]: unknown }): string {
    const { words } = this.input(node);
    const said = this.own.get(node.type.type) ?? (typeof words === 'object' ? words : undefined);
    const own = inLanguage(said?.texts?.[key], this.locale);
    return fill(this.language.chrome[key as ChromeKey] ?? own ?? '', params);
  }

  paper(node: FieldNode): FieldInput['paper'] {
    return this.inputs.get(node.type.type)!.paper;
  }

  input(node: FieldNode): FieldInput {
    return this.inputs.get(node.type.type)!;
  }

  formTitle(): string {
    return this.#translated('title') ?? this.definition.title;
  }

  title(node: FieldNode): string {
    return this.#own(node, '.title') ?? node.schema.title ?? node.key;
  }

  /** What one row of a list is called: "Componente". */
  item(node: FieldNode): string | undefined {
    return this.#own(node, '.item') ?? node.schema.items?.title;
  }

  hint(node: FieldNode): string | undefined {
    return this.#own(node, '.hint') ?? node.schema['x-hint'];
  }

  option(node: FieldNode, value: string, title: string): string {
    return this.#own(node, `=${value}`) ?? title;
  }

  page(page: LayoutPage): string {
    return this.#translated(`page:${page.page}`) ?? page.title;
  }

  section(section: LayoutSection): string {
    return this.#translated(`section:${section.section}`) ?? section.title;
  }

  note(note: LayoutNote): string {
    return this.#translated(`note:${note.note}`) ?? note.text;
  }

  /** Words by language, e.g. an explanation. */
  words(words: Words): string {
    return inLanguage(words, this.locale) ?? words.it;
  }
}
