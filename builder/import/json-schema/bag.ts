// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ledger } from '../ledger.ts';
import type { View, Word } from './view.ts';

/** Why a keyword that nobody used was left, where there is more to say than that Patto does not have it. */
const reasons: { readonly [word: string]: string } = {
  format: 'format', pattern: 'pattern-here', default: 'default', $comment: 'comment', oneOf: 'alternatives', anyOf: 'alternatives',
  patternProperties: 'open-object', additionalProperties: 'open-object', propertyNames: 'open-object', unevaluatedProperties: 'open-object',
  minProperties: 'open-object', maxProperties: 'open-object', prefixItems: 'tuple', additionalItems: 'tuple', items: 'tuple',
  writeOnly: 'write-only', contentMediaType: 'content', contentEncoding: 'content', enum: 'choices', const: 'choices', enumNames: 'choices',
}; // prettier-ignore

/** Elements of HTML in a text: it is read as it stands, by people. */
const withoutMarkup = (text: string): string =>
  /<\/?[a-z]/iu.test(text)
    ? text
        .replace(/<(br|\/p|\/div|\/li)\b[^>]*>/giu, '\n')
        .replace(/<\/?[a-z][^>]*>/giu, '')
        .trim()
    : text;

/** The keywords of one view; each is used or left. */
export class Bag {
  private readonly words: Map<string, Word>;
  private readonly ledger: Ledger;

  constructor(view: View, ledger: Ledger) {
    this.words = new Map(view.words);
    this.ledger = ledger;
  }

  has(key: string): boolean {
    return this.words.has(key);
  }

  /** Looks without using. */
  see(key: string): unknown {
    return this.words.get(key)?.value;
  }

  at(key: string): string | undefined {
    return this.words.get(key)?.at;
  }

  /** The value of a keyword that came along. */
  use(key: string): unknown {
    const word = this.words.get(key);
    if (!word) return undefined;
    this.words.delete(key);
    this.ledger.take(word.at);
    return word.value;
  }

  number(key: string): number | undefined {
    const value = this.see(key);
    return typeof value === 'number' && Number.isFinite(value) ? (this.use(key) as number) : undefined;
  }

  /** How many of something. */
  size(key: string): number | undefined {
    const value = this.see(key);
    return Number.isInteger(value) && (value as number) >= 0 ? this.number(key) : undefined;
  }

  text(key: string): string | undefined {
    const word = this.words.get(key);
    if (typeof word?.value !== 'string') return undefined;
    this.use(key);
    const plain = withoutMarkup(word.value);
    if (plain !== word.value) this.ledger.leave(word.at, 'markup', [], word.value);
    return plain;
  }

  /** A keyword from elsewhere; what is there already stays. */
  add(key: string, word: Word): void {
    if (!this.words.has(key)) this.words.set(key, word);
    else this.ledger.take(word.at);
  }

  /** Taken apart elsewhere. */
  drop(key: string): Word | undefined {
    const word = this.words.get(key);
    this.words.delete(key);
    return word;
  }

  leave(key: string, why: string): void {
    const word = this.drop(key);
    if (word)
      this.ledger.leave(
        word.at,
        why,
        [],
        typeof word.value === 'string' ? word.value : JSON.stringify(word.value),
      );
  }

  /** What nobody used. */
  close(): void {
    for (const key of this.words.keys())
      this.leave(key, Object.hasOwn(reasons, key) ? reasons[key]! : 'keyword');
  }
}
