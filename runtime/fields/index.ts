// SPDX-License-Identifier: BSD-3-Clause

/** The types of field. One line names a folder; the runtime loads it when a form uses it. */
export const folders = [
  'text',
  'long-text',
  'integer',
  'decimal',
  'money',
  'date',
  'yes-no',
  'one',
  'several',
  'repeat',
  'group',
  'link',
  'tax-code',
  'iban',
  'postcode',
  'dsu',
  'phone',
  'email',
  'scale',
  'file',
  'partial-date',
  'time',
  'date-time',
] as const;
