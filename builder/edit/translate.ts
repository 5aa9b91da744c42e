// SPDX-License-Identifier: AGPL-3.0-or-later
// The texts of a definition and what they are called in another language. Keys are those of `translations`; which texts
// there are to translate, the analyzer's rule on missing translations says as well.
import type { Band, CheckRule, Definition } from '../../schemas/types.ts';
import type { Edited, Handle } from './contract.ts';
import { inlined, nesting, wholeField } from './fields.ts';
import { titleOf } from './references.ts';
import { readTree, type TreeNode } from './tree.ts';

export interface Text {
  /** `casa.title`, `casa=affitto`, `page:abitazione` */
  readonly key: string;
  readonly text: string;
  /** the thing it belongs to; '' is the whole form */
  readonly handle: Handle;
  /** page on which that stands; '' for what stands on none */
  readonly page: Handle;
  /** what of the thing it is: `translate.<part>` in words */
  readonly part: 'title' | 'hint' | 'description' | 'option' | 'message' | 'band' | 'note' | 'reason';
}

type Part = readonly [key: string, text: string | undefined, part: Text['part']];

const rules = (list: readonly CheckRule[] | undefined, name: string): Part[] =>
  (list ?? []).map(({ message }, place) => [`${name}.${place}`, message, 'message']);
const bands = (list: readonly Band[] | undefined, before: string): Part[] =>
  (list ?? []).map((band) => [`${before}band.${band.code}`, band.title, 'band']);

/** Every text there is to translate, in reading order. */
export function textsOf(definition: Definition): readonly Text[] {
  const known = lists.get(definition);
  if (known) return known;
  const out: Text[] = [];
  const add = (parts: readonly Part[], handle: Handle, page: Handle): void => {
    for (const [key, text, part] of parts)
      if (typeof text === 'string' && text.trim() !== '') out.push({ key, text, handle, page, part });
  };
  const { schema, outcome } = definition;
  add(
    [
      ['title', definition.title, 'title'],
      ['description', definition.description, 'description'],
      ...rules(schema['x-check'], 'check'),
      ...bands(schema['x-bands'], ''),
      ...(outcome?.rows ?? []).map((row, place): Part => [`outcome.${place}`, row.reason, 'reason']),
      ['outcome.otherwise', outcome?.otherwise, 'reason'],
    ],
    '',
    '',
  );
  const walk = (nodes: readonly TreeNode[], page: Handle): void => {
    for (const node of nodes) {
      const here = node.kind === 'page' ? node.handle : page;
      if (node.kind === 'field') add(ofField(definition, node.handle), node.handle, page);
      else if (node.kind !== 'row') {
        const hint = (node.source as { readonly 'x-hint'?: string } | undefined)?.['x-hint'];
        const part = node.kind === 'note' ? 'note' : 'title';
        add(
          [
            [node.handle, boxText(node), part],
            [`${node.handle}.hint`, hint, 'hint'],
          ],
          node.handle,
          here,
        );
      }
      walk(node.items, here);
    }
  };
  walk(readTree(definition), '');
  lists.set(definition, out);
  return out;
}

/** A definition never changes, so its texts are read once. */
const lists = new WeakMap<Definition, readonly Text[]>();

const boxText = ({ source }: TreeNode): string | undefined =>
  source && ('note' in source ? source.text : 'title' in source ? source.title : undefined);

function ofField(definition: Definition, pointer: string): readonly Part[] {
  const field = wholeField(definition, pointer);
  if (!field || field['x-drawn'] === false) return [];
  const name = pointer.replaceAll('/*', '').slice(1);
  const items = field.items && inlined(definition, field.items);
  const choices = field.oneOf ?? items?.oneOf ?? [];
  const rows = nesting(definition, field) === 'rows' ? items : undefined;
  return [
    [`${name}.title`, field.title, 'title'],
    [`${name}.hint`, field['x-hint'], 'hint'],
    [`${name}.description`, field.description, 'description'],
    ...choices.map((choice): Part => [`${name}=${choice.const}`, choice.title, 'option']),
    ...rules(field['x-check'], `${name}.check`),
    ...rules(rows?.['x-check'], `${name}.row-check`),
    ...bands(field['x-bands'], `${name}.`),
  ];
}

/** What a text was translated from, when it was: by key. Made from published versions, the newest last. */
export type Memory = ReadonlyMap<string, { readonly source: string; readonly translation: string }>;

/** A translation that stays while its source changes goes on being of the source that it was made from. */
export function memoryOf(versions: readonly Definition[], language: string): Memory {
  const memory = new Map<string, { source: string; translation: string }>();
  for (const version of versions)
    for (const { key, text } of textsOf(version)) {
      const translation = translated(version, language, key);
      if (translation === '') memory.delete(key);
      else if (memory.get(key)?.translation !== translation) memory.set(key, { source: text, translation });
    }
  return memory;
}

export const translated = (definition: Definition, language: string, key: string): string => {
  const all = definition.translations?.[language];
  return all && Object.hasOwn(all, key) ? (all[key] ?? '') : '';
};

export interface Row extends Text {
  readonly translation: string;
  /** `stale`: what it was translated from has changed since, and it has not */
  readonly state: 'missing' | 'stale' | 'done';
  /** of stale ones: what it was translated from */
  readonly was?: string;
}

export function rowsOf(definition: Definition, language: string, memory: Memory = new Map()): readonly Row[] {
  return textsOf(definition).map((text) => {
    const translation = translated(definition, language, text.key);
    if (translation.trim() === '') return { ...text, translation, state: 'missing' };
    const known = memory.get(text.key);
    return known && known.translation === translation && known.source !== text.text
      ? { ...text, translation, state: 'stale', was: known.source }
      : { ...text, translation, state: 'done' };
  });
}

/** Translations of texts that the definition no longer has. */
export function leftovers(definition: Definition, language: string): readonly string[] {
  const keys = new Set(textsOf(definition).map(({ key }) => key));
  // A unit, an example, the name of one row may be translated without being asked for.
  const extra = /\.(unit|example|item)$/;
  return Object.keys(definition.translations?.[language] ?? {}).filter(
    (key) => !keys.has(key) && !extra.test(key),
  );
}

/** The definition with these texts in a language; an empty one takes the translation away. */
function withTexts(
  definition: Definition,
  language: string,
  texts: Iterable<readonly [key: string, text: string]>,
): Definition {
  const before = definition.translations?.[language];
  const after = new Map(Object.entries(before ?? {}));
  for (const [key, text] of texts) {
    if (text.trim() === '') after.delete(key);
    else after.set(key, text.slice(0, 10_000));
  }
  const next = Object.fromEntries(after);
  return { ...definition, translations: { ...definition.translations, [language]: next } };
}

export function setTranslation(
  definition: Definition,
  language: string,
  text: Pick<Text, 'key' | 'handle'>,
  translation: string,
): Edited {
  const step = { code: 'translated', params: { title: titleOf(definition, text.handle), language } };
  const same = translated(definition, language, text.key) === translation;
  return {
    definition: same ? definition : withTexts(definition, language, [[text.key, translation]]),
    step,
    select: text.handle,
  };
}

/** Many at once, as a file brings them. */
export function takeIn(
  definition: Definition,
  language: string,
  texts: readonly (readonly [key: string, text: string])[],
): Edited {
  return {
    definition: withTexts(definition, language, texts),
    step: { code: 'translations-in', params: { count: texts.length, language } },
    select: '',
  };
}

/** Takes away translations that translate nothing any more. */
export function dropLeftovers(definition: Definition, language: string): Edited {
  const gone = leftovers(definition, language);
  return {
    definition: withTexts(
      definition,
      language,
      gone.map((key) => [key, '']),
    ),
    step: { code: 'translations-tidied', params: { count: gone.length, language } },
    select: '',
  };
}

/** As the grammar writes a language: `en`, `ar`, `it-x-facile`. */
export const isLanguage = (code: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(code);

export function addLanguage(definition: Definition, language: string): Edited {
  const there = definition.translations?.[language] !== undefined || !isLanguage(language);
  return {
    definition: there ? definition : withTexts(definition, language, []),
    step: { code: 'language-added', params: { language } },
    select: '',
  };
}

export function removeLanguage(definition: Definition, language: string): Edited {
  const { [language]: gone, ...rest } = definition.translations ?? {};
  const { translations: _all, ...bare } = definition;
  return {
    definition:
      gone === undefined
        ? definition
        : Object.keys(rest).length === 0
          ? bare
          : { ...definition, translations: rest },
    step: { code: 'language-removed', params: { language } },
    select: '',
  };
}
