// SPDX-License-Identifier: BSD-3-Clause
import { codeFacts } from '../codes.ts';
import { problem } from '../problems.ts';
import { meant } from './typos.ts';

const name = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?';

/** E-mail, its domain kept in small letters. Stricter than JSON Schema's `email`, which also takes a bare host. */
export const facts = codeFacts({
  type: 'email',
  format: 'email',
  pattern: `^${name}(\\.${name})*@(${label}\\.)+[A-Za-z]{2,63}$`,
  shortest: 6,
  longest: 254,
  shape: 'not-an-email',
  others: ['email-no-at', 'email-no-domain', 'email-blank', 'email-accents', 'email-typo'],
  clean(typed) {
    const text = typed.trim().replace(/^mailto:/iu, '');
    const at = text.lastIndexOf('@');
    return text.slice(0, at + 1) + text.slice(at + 1).toLowerCase();
  },
  amiss(text) {
    const at = text.indexOf('@');
    if (/\s/u.test(text)) return problem('email-blank');
    if (at < 0) return problem('email-no-at');
    if (/[^\u0021-\u007E]/u.test(text)) return problem('email-accents');
    return /^[^@]+@[^@.]*$/u.test(text) ? problem('email-no-domain') : undefined;
  },
  deep(value) {
    const [before, domain] = [
      value.slice(0, value.lastIndexOf('@')),
      value.slice(value.lastIndexOf('@') + 1),
    ];
    const other = meant(domain.toLowerCase());
    return other === undefined
      ? []
      : [{ ...problem('email-typo', { domain, meant: `${before}@${other}` }), level: 'warning' }];
  },
});
