// SPDX-License-Identifier: BSD-3-Clause
import { example } from '../common-settings.ts';
import type { FieldSettings } from '../contract.ts';
import { plainSettings } from '../settings-of.ts';

export const settings: FieldSettings = plainSettings('time', { type: 'string', 'x-type': 'time' }, [
  {
    key: 'dalle',
    keyword: 'x-settings/from',
    question: { title: 'Non prima delle', type: 'string', 'x-type': 'time' },
    english: { title: 'Not before' },
  },
  {
    key: 'alle',
    keyword: 'x-settings/to',
    question: { title: 'Non dopo le', type: 'string', 'x-type': 'time' },
    english: { title: 'Not after' },
  },
  example,
]);
