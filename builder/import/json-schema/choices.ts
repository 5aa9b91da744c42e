// SPDX-License-Identifier: AGPL-3.0-or-later
// Which answers a schema offers: enum, or alternatives that are one constant each.
import type { Choice } from '../../../schemas/types.ts';
import { type Json, isObject } from '../json.ts';
import type { Ledger } from '../ledger.ts';
import { speaks } from '../naming.ts';
import type { Bag } from './bag.ts';

/** Longer lists are registers of the district, not choices of a form. */
const MOST = 50;

export interface Offered {
  readonly choices?: Choice[];
  /** numbers and yes or no stay as they are */
  readonly values?: (string | number | boolean)[];
}

const words = new Set(['const', 'title', 'description', 'type', 'enum']);

/** `{ const, title }` or `{ enum: [one], title }`; undefined for any other schema. */
function single(
  schema: unknown,
): { readonly value: unknown; readonly title: string; readonly about?: string } | undefined {
  if (!isObject(schema) || Object.keys(schema).some((key) => !words.has(key))) return undefined;
  const list = schema['enum'];
  const value = Array.isArray(list) && list.length === 1 ? (list as unknown[])[0] : schema['const'];
  if (value === undefined) return undefined;
  const { title, description } = schema as Json & { title?: string; description?: string };
  return {
    value,
    title: speaks(title) ? title : String(value),
    ...(typeof description === 'string' ? { about: description } : {}),
  };
}

/** Is it nothing but a list of constants? */
export const isChoices = (list: unknown): boolean =>
  Array.isArray(list) && list.length > 0 && list.every((each) => single(each) !== undefined);

/** Takes `oneOf`, `anyOf` or `enum` out of the bag where they are choices; `titles`: what an UI schema calls them. */
export function offered(bag: Bag, ledger: Ledger, titles?: readonly unknown[]): Offered | undefined {
  for (const key of ['oneOf', 'anyOf'] as const) {
    const list = bag.see(key);
    if (!isChoices(list)) continue;
    const at = bag.at(key)!;
    bag.drop(key);
    const only = (list as unknown[]).map((each) => single(each)!.value).filter((value) => value !== null);
    if (only.every((value) => typeof value === 'boolean')) {
      ledger.leave(at, 'yes-no-titles', [], JSON.stringify(list));
      return { values: [...new Set(only)] };
    }
    const choices: Choice[] = [];
    let numbers = false;
    (list as unknown[]).forEach((each, place) => {
      const { value, title, about } = single(each)!;
      const code = String(value);
      const here = `${at}/${place}`;
      if (value === null) return ledger.take(here);
      if (choices.some((known) => known.const === code)) return ledger.leave(here, 'same-choice');
      if (code === '' || code.length > 100 || typeof value === 'object') return ledger.leave(here, 'choices');
      if (choices.length === MOST) return ledger.leave(here, 'too-many-choices');
      numbers ||= typeof value === 'number';
      choices.push({ const: code, title: title.slice(0, 500), ...(about ? { description: about } : {}) });
      ledger.take(here);
    });
    if (numbers) ledger.leave(`${at}/0/const`, 'number-choice');
    return choices.length > 0 ? { choices } : undefined;
  }
  const list = bag.see('enum');
  if (!Array.isArray(list)) return undefined;
  const values = [...new Set(list as unknown[])].filter((value) => value !== null);
  if (values.length === 0 || values.some((value) => typeof value === 'object' || value === ''))
    return undefined;
  const at = bag.at('enum')!;
  bag.use('enum');
  if (values.length > MOST) ledger.leave(at, 'too-many-choices', [], JSON.stringify(values.slice(MOST)));
  const kept = values.slice(0, MOST) as (string | number | boolean)[];
  const named = (
    titles ?? (Array.isArray(bag.see('enumNames')) ? (bag.use('enumNames') as unknown[]) : [])
  ).map(String);
  if (kept.every((value) => typeof value === 'string') && kept.every((value) => String(value).length <= 100))
    return {
      choices: kept.map((value, place) => ({
        const: String(value),
        title: speaks(named[place]) ? named[place]! : String(value),
      })),
    };
  return { values: kept };
}
