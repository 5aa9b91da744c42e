// SPDX-License-Identifier: AGPL-3.0-or-later
// Another key for a question: every condition, formula, link, place and translation that reads it follows.
import type { Definition } from '../../schemas/types.ts';
import type { Edited, Handle, Refused } from './contract.ts';
import { fieldAt, holderAt, pathOf, sameAs, split, withHolder } from './fields.ts';
import { titleOf } from './references.ts';
import { rewritten } from './rewrite.ts';

/** What the grammar takes as a key, and no name that every object has. */
const sound = (key: string): boolean =>
  /^[a-z][a-z0-9_]{0,59}$/.test(key) && key !== 'id' && key !== 'declined' && !(key in Object.prototype);

// '/nucleo/*/nome' → 'nucleo/nome', as translations are keyed
const keyed = (pointer: string): string => pointer.slice(1).replaceAll('/*', '');

/** The fields of a definition as they are called when the field at one place has another key. */
function renaming(definition: Definition, pointer: Handle, to: string): (target: string) => string {
  // Rows that share their part through $ref share the key too: it is the place in the document that counts.
  const place = pathOf(definition, pointer)?.join('/');
  const known = new Map<string, string>();
  return (target) => {
    const before = known.get(target);
    if (before !== undefined) return before;
    let here = '';
    let there = '';
    for (const segment of target.split('/').slice(1)) {
      here += `/${segment}`;
      const same = segment !== '*' && pathOf(definition, here)?.join('/') === place;
      there += `/${same ? to : segment}`;
    }
    known.set(target, there);
    return there;
  };
}

function translated(definition: Definition, field: (target: string) => string, from: string): Definition {
  const { translations } = definition;
  if (!translations) return definition;
  // Only keys that hold the old one can change; a translation key is read back as pointers, rows included.
  const rename = (key: string): string => {
    const [head = ''] = key.split(/[.=]/, 1);
    if (head.includes(':') || !head.split('/').includes(from)) return key;
    let pointer = '';
    for (const segment of head.split('/')) {
      pointer += `/${segment}`;
      if (!pathOf(definition, pointer)) {
        const inRow = pointer.replace(/\/([^/]*)$/, '/*/$1');
        if (!pathOf(definition, inRow)) return key;
        pointer = inRow;
      }
    }
    return keyed(field(pointer)) + key.slice(head.length);
  };
  const next = Object.entries(translations).map(
    ([language, words]) =>
      [
        language,
        Object.fromEntries(Object.entries(words).map(([key, text]) => [rename(key), text])),
      ] as const,
  );
  return { ...definition, translations: Object.fromEntries(next) };
}

/** Choices that open a question beside them name it by its key. */
function beside(holder: NonNullable<ReturnType<typeof holderAt>>, from: string, to: string): typeof holder {
  const properties = Object.entries(holder.properties).map(([key, field]) => {
    const opens = field['x-settings']?.['beside'];
    if (typeof opens !== 'object' || opens === null || !Object.values(opens).includes(from))
      return [key, field] as const;
    const next = Object.fromEntries(
      Object.entries(opens).map(([code, name]) => [code, name === from ? to : name]),
    );
    return [key, { ...field, 'x-settings': { ...field['x-settings'], beside: next } }] as const;
  });
  return { ...holder, properties: Object.fromEntries(properties) };
}

/** Gives a question another key; its place among the others stays. */
export function renameKey(definition: Definition, pointer: Handle, to: string): Edited | Refused {
  const [scope, from] = split(pointer);
  const title = titleOf(definition, pointer);
  // Where it stands under its old name, for what follows it outside the definition.
  const at = sameAs(definition, pointer).map(keyed).join(' ');
  const step = { code: 'key', params: { title, from, to, at } };
  const holder = holderAt(definition, scope);
  if (!holder || !fieldAt(definition, pointer) || to === from) return { definition, step, select: pointer };
  if (!sound(to)) return { refused: { code: 'key-wrong', params: { to } } };
  if (Object.hasOwn(holder.properties, to)) return { refused: { code: 'key-taken', params: { to } } };
  const field = renaming(definition, pointer, to);
  // What reads it first, while it still is where the readers say.
  const next = translated(rewritten(definition, { field }), field, from);
  const renamed = withHolder(next, scope, (old) => {
    const { properties, required, ...rest } = beside(old, from, to);
    return {
      ...rest,
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, each]) => [key === from ? to : key, each]),
      ),
      ...(required && { required: required.map((key) => (key === from ? to : key)) }),
    };
  });
  return { definition: renamed, step, select: `${scope}/${to}` };
}
