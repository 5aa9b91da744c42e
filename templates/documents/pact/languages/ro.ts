// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Sayings } from './contract.ts';

export const ro: Sayings = {
  name: 'Română',
  heading: 'Pactul în limba română',
  binding: 'Numai textul în limba italiană are valoare juridică. Această traducere ajută la înțelegerea lui.',
  objective: 'Obiectiv',
  result: 'Rezultat',
  commitment: 'Angajament',
  meeting: 'Întâlnire',
  who: 'Cine',
  by: 'Termen',
  signing: 'Prin semnare spunem că am citit pactul, l-am înțeles și suntem de acord.',
};
