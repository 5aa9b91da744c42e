// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Indirizzo', en: 'Address' },
  about: {
    it: 'Via, numero, CAP, comune e provincia; anche all’estero o senza fissa dimora',
    en: 'Street, number, postcode, town and province; also abroad or with no fixed abode',
  },
  problems: {
    'not-an-address': {
      it: 'L’indirizzo non è completo: controlla le sue parti.',
      en: 'The address is not complete: check its parts.',
    },
    'address-street': {
      it: 'Scrivi la via o la piazza, per esempio: via Roma.',
      en: 'Write the street, for example: via Roma.',
    },
    'address-postcode': {
      it: 'Il CAP ha cinque cifre, per esempio 40121.',
      en: 'An Italian postcode has five digits, for example 40121.',
    },
    'address-comune': { it: 'Scrivi il comune.', en: 'Write the town (comune).' },
    'address-province': {
      it: 'La provincia si scrive con due lettere, per esempio BO.',
      en: 'The province is written with two letters, for example BO.',
    },
    'address-city': { it: 'Scrivi la città.', en: 'Write the city.' },
    'address-country': { it: 'Scrivi lo Stato.', en: 'Write the country.' },
  },
  texts: {
    where: { it: 'Dove', en: 'Where' },
    italy: { it: 'In Italia', en: 'In Italy' },
    abroad: { it: 'All’estero', en: 'Abroad' },
    none: { it: 'Senza fissa dimora', en: 'No fixed abode' },
    street: { it: 'Via o piazza', en: 'Street' },
    'street-none': { it: 'Via della residenza fittizia (se c’è)', en: 'Street given by the comune (if any)' },
    'street-none-hint': {
      it: 'È la via che il comune usa all’anagrafe per chi non ha un’abitazione.',
      en: 'It is the street that the comune registers for who has no dwelling.',
    },
    'street-abroad': { it: 'Via e numero', en: 'Street and number' },
    number: { it: 'Numero civico', en: 'House number' },
    'number-hint': { it: 'Se manca, lascia vuoto', en: 'Leave empty if there is none' },
    more: { it: 'Scala, interno, presso (se serve)', en: 'Stair, flat, care of (if needed)' },
    postcode: { it: 'CAP', en: 'Postcode' },
    'postcode-abroad': { it: 'Codice postale (se c’è)', en: 'Postcode (if any)' },
    comune: { it: 'Comune', en: 'Town (comune)' },
    province: { it: 'Provincia', en: 'Province' },
    'province-hint': { it: 'Due lettere', en: 'Two letters' },
    city: { it: 'Città', en: 'City' },
    country: { it: 'Stato', en: 'Country' },
    contact: {
      it: 'Dove si può trovare la persona (se vuole dirlo)',
      en: 'Where to find the person (if they wish)',
    },
    register: { it: 'residenza fittizia in', en: 'registered at' },
    contactShort: { it: 'recapito:', en: 'found at:' },
    clear: { it: 'Togli l’indirizzo', en: 'Remove the address' },
  },
};
