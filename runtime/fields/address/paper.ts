// SPDX-License-Identifier: BSD-3-Clause
import type { FieldPaper } from '../contract.ts';
import { readParts } from '../parts.ts';
import { isObject } from '../problems.ts';
import type { Address } from './facts.ts';
import { words } from './words.ts';

const joined = (parts: readonly (string | undefined)[], by: string): string =>
  parts.filter((part) => part !== undefined && part !== '').join(by);

/** Comune with its province: Poggiofinto (VP). */
const town = ({ comune, province }: Partial<Address>): string =>
  joined([comune, province && `(${province})`], ' ');

/** The address in one line. */
function written(value: Partial<Address>, language: 'it' | 'en'): string {
  const say = (key: string): string => words.texts![key]![language];
  if (value.kind === 'abroad')
    return joined([value.street, joined([value.postcode, value.city], ' '), value.country], ', ');
  if (value.kind === 'none') {
    const register = value.street && `${say('register')} ${value.street}`;
    const contact = value.contact && `${say('contactShort')} ${value.contact}`;
    return joined([say('none'), register, town(value), contact], ', ');
  }
  return joined(
    [joined([value.street, value.number], ' '), value.more, joined([value.postcode, town(value)], ' ')],
    ', ',
  );
}

export const paper: FieldPaper<Address> = {
  text: (value, _field, { locale }) => written(value, locale.startsWith('it') ? 'it' : 'en'),
  typed(text) {
    const parts = readParts(text);
    return isObject(parts) ? written(parts as Partial<Address>, 'it') : '';
  },
};
