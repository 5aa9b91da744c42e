// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sayings } from './contract.ts';

export const sq: Sayings = {
  name: 'Shqip',
  objective: 'Objektivi',
  result: 'Rezultati',
  commitment: 'Angazhimi',
  meeting: 'Takimi',
  who: 'Kush',
  by: 'Afati',
};
