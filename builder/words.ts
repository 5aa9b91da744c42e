// SPDX-License-Identifier: AGPL-3.0-or-later
// Every sentence of the builder, in Italian and English. `{name}` is replaced by a parameter; Lit escapes what it draws.
import type { Pairs } from './words/contract.ts';
import { blocks } from './words/blocks.ts';
import { canvas } from './words/canvas.ts';
import { comments } from './words/comments.ts';
import { conditions } from './words/conditions.ts';
import { district } from './words/district.ts';
import { document } from './words/document.ts';
import { formulas } from './words/formulas.ts';
import { frame } from './words/frame.ts';
import { history } from './words/history.ts';
import { json } from './words/json.ts';
import { lease } from './words/lease.ts';
import { insert } from './words/insert.ts';
import { importReasons } from './words/import-reasons.ts';
import { importing } from './words/importing.ts';
import { list } from './words/list.ts';
import { lists } from './words/lists.ts';
import { logic } from './words/logic.ts';
import { outcome } from './words/outcome.ts';
import { panel } from './words/panel.ts';
import { preview } from './words/preview.ts';
import { publishing } from './words/publishing.ts';
import { saving } from './words/saving.ts';
import { search } from './words/search.ts';
import { steps } from './words/steps.ts';
import { translations } from './words/translations.ts';
import { trying } from './words/try.ts';
import { versions } from './words/versions.ts';

export type Language = 'it' | 'en';

/** Each sentence as [Italian, English]. */
export const words = {
  ...steps,
  ...list,
  ...importing,
  ...importReasons,
  ...frame,
  ...saving,
  ...search,
  ...canvas,
  ...insert,
  ...panel,
  ...conditions,
  ...formulas,
  ...logic,
  ...outcome,
  ...preview,
  ...publishing,
  ...trying,
  ...versions,
  ...history,
  ...lease,
  ...json,
  ...lists,
  ...comments,
  ...district,
  ...document,
  ...blocks,
  ...translations,
} as const;

export type Word = keyof typeof words;
type Params = { readonly [name: string]: string | number };

/** The sentence for a key, its parameters in place; an unknown key comes back as itself. */
export function say(language: Language, key: string, params: Params = {}): string {
  const pair: readonly [string, string] | undefined = Object.hasOwn(words, key)
    ? (words as Pairs)[key]
    : undefined;
  const text = pair?.[language === 'en' ? 1 : 0] ?? key;
  return text.replace(/\{(\w+)\}/g, (all, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : all,
  );
}

/** `say` for keys known to exist, in one language. */
export type Say = (key: Word, params?: Params) => string;

export const saying =
  (language: Language): Say =>
  (key, params) =>
    say(language, key, params);
