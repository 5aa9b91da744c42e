// SPDX-License-Identifier: AGPL-3.0-or-later
import { letter } from '../../letter.ts';
import { words } from './words.ts';

/** A voucher for a service, with the stub that the provider sends back. */
export const voucher = letter({
  kind: 'voucher',
  words: { it: 'Voucher di servizio', en: 'Service voucher' },
  own: words,
  texts: ['voucher_regole'],
});
