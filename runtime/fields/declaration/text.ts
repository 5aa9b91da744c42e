// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import { sha256 } from '../sha256.ts';

const setting = (field: FieldSchema, key: string): string => {
  const set = field['x-settings']?.[key];
  return typeof set === 'string' ? set.trim() : '';
};

/** What is declared, with a little form (rich.ts). */
export const textOf = (field: FieldSchema): string => setting(field, 'text');
/** The words beside the box; '' where the type's own stand. */
export const confirmOf = (field: FieldSchema): string => setting(field, 'confirm');

const known = new WeakMap<FieldSchema, string>();
/** SHA-256 of the text with the words of the box: another text, another declaration. */
export function hashOf(field: FieldSchema): string {
  const hash = known.get(field) ?? sha256(`${textOf(field)}\n\n${confirmOf(field)}`.normalize('NFC'));
  known.set(field, hash);
  return hash;
}
