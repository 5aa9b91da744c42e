// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSchema } from '../../../schemas/types.ts';
import { type Shape, anyAnswer, closedFits, exactly, line, optional, shaped } from '../closed.ts';
import type { FieldType } from '../contract.ts';
import { editParts, readParts, trimmed, type Parts } from '../parts.ts';
import { problem } from '../problems.ts';

/** `none`: no fixed abode; `street` is then the address that the comune gives for its register (residenza fittizia). */
export type AddressKind = 'italy' | 'abroad' | 'none';
export interface Address {
  readonly kind: AddressKind;
  readonly street?: string;
  readonly number?: string;
  /** stair, flat, at whose home */
  readonly more?: string;
  readonly postcode?: string;
  readonly comune?: string;
  /** two letters */
  readonly province?: string;
  readonly city?: string;
  readonly country?: string;
  /** where somebody without a fixed abode is found */
  readonly contact?: string;
}

const province = shaped('^[A-Z]{2}$', 2);
const shapes: { readonly [kind in AddressKind]: Shape } = {
  italy: {
    kind: exactly('italy'),
    street: line(120),
    number: optional(line(20)),
    more: optional(line(120)),
    postcode: shaped('^[0-9]{5}$', 5),
    comune: line(60),
    province,
  },
  abroad: {
    kind: exactly('abroad'),
    street: line(200),
    postcode: optional(line(20)),
    city: line(80),
    country: line(60),
  },
  none: {
    kind: exactly('none'),
    comune: line(60),
    province,
    street: optional(line(120)),
    contact: optional(line(200)),
  },
};
const kinds = Object.keys(shapes) as readonly AddressKind[];

/** Kinds of address that a question takes; without a word of it, all. */
export function kindsOf(field: FieldSchema): readonly AddressKind[] {
  const set = field['x-settings']?.['kinds'];
  const named = Array.isArray(set) ? kinds.filter((kind) => set.includes(kind)) : [];
  return named.length > 0 ? named : kinds;
}

/** Parts of a kind, and whether each must be there. */
export const partsOfKind = (kind: AddressKind): readonly (readonly [part: string, needed: boolean])[] =>
  Object.entries(shapes[kind])
    .filter(([part]) => part !== 'kind')
    .map(([part, { optional: may }]) => [part, may !== true]);

const check = (value: unknown, field: FieldSchema) =>
  kindsOf(field).some((kind) => closedFits(value, shapes[kind])) ? [] : [problem('not-an-address')];

/** Letters of a province in capitals, a postcode without blanks. */
function tidied(parts: Parts): Parts {
  const { province: letters, postcode, kind } = parts;
  return {
    ...parts,
    ...(typeof letters === 'string' ? { province: letters.toUpperCase() } : {}),
    ...(typeof postcode === 'string' && kind === 'italy'
      ? { postcode: postcode.replaceAll(/\s/gu, '') }
      : {}),
  };
}

/** The first part that is missing or wrong; a part that has no sentence of its own leaves the common one. */
function wrong(parts: Parts): string {
  const kind = kinds.find((each) => each === parts['kind']);
  if (!kind) return 'not-an-address';
  const found = Object.entries(shapes[kind]).find(([part, { fits, optional: may }]) =>
    parts[part] === undefined ? may !== true : !fits(parts[part]),
  )?.[0];
  return codes.find((code) => code === `address-${found}`) ?? 'not-an-address';
}

const codes = [
  'not-an-address',
  'address-street',
  'address-postcode',
  'address-comune',
  'address-province',
  'address-city',
  'address-country',
];

/** Where somebody lives, in Italy, abroad, or nowhere fixed. */
export const facts: FieldType<Address> = {
  type: 'address',
  fits: () => 0,
  answer: (field) => anyAnswer(kindsOf(field).map((kind) => shapes[kind])),
  check,
  read(typed, field) {
    const given = readParts(typed);
    if (given === undefined) return { value: undefined };
    const parts = trimmed(given);
    // A kind alone says nothing yet, but it was chosen.
    if (!parts)
      return given !== null && has(given, 'kind') ? { problem: problem(wrong({ ...given })) } : unread;
    const value = tidied(parts);
    return check(value, field).length === 0
      ? { value: value as unknown as Address }
      : { problem: problem(wrong(value)) };
  },
  edit: editParts,
  empty: (value) => value === undefined || value === null || value === '',
  codes,
};

const unread = { problem: problem('not-an-address') };
const has = (value: unknown, key: string): value is Parts =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key);
