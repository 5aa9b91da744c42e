// SPDX-License-Identifier: BSD-3-Clause
import type { FieldSettings } from '../contract.ts';
import { plainSettings } from '../settings-of.ts';

export const settings: FieldSettings = plainSettings('iban', { type: 'string', 'x-type': 'iban' }, [
  {
    key: 'solo_italiani',
    keyword: 'x-settings/italian',
    as: true,
    question: { title: 'Solo conti italiani', type: 'boolean' },
    english: { title: 'Italian accounts only' },
  },
]);
