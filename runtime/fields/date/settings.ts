// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSettings } from '../contract.ts';
import { plainSettings } from '../settings-of.ts';

export const settings: FieldSettings = plainSettings('date', { type: 'string', format: 'date' }, [
  {
    key: 'dal',
    keyword: 'x-settings/from',
    question: { title: 'Non prima del', type: 'string', format: 'date' },
    english: { title: 'Not before' },
  },
  {
    key: 'al',
    keyword: 'x-settings/to',
    question: { title: 'Non dopo il', type: 'string', format: 'date' },
    english: { title: 'Not after' },
  },
]);
