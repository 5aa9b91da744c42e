// SPDX-License-Identifier: AGPL-3.0-or-later
import type { FieldSchema } from '../../../schemas/types.ts';
import type { DistrictPart, Tell } from '../contract.ts';
import { code, rows, several, text, yesNo } from '../fields.ts';

/** Several of a few that are always the same. */
const among = (title: string, ways: { readonly [code: string]: string }): FieldSchema => ({
  title,
  type: 'array',
  uniqueItems: true,
  items: {
    type: 'string',
    oneOf: Object.entries(ways).map(([one, words]) => ({ const: one, title: words })),
  },
});

const happenings = (tell: Tell) => ({
  begun: tell('Si comincia una bozza', 'A draft is begun'),
  shared: tell('La bozza è condivisa con la famiglia', 'The draft is shared with the household'),
  issued: tell('Il patto è emesso', 'The pact is issued'),
  signed: tell('Hanno firmato tutti', 'All have signed'),
  updated: tell('È firmata una nuova versione', 'A new version is signed'),
  refused: tell('Qualcuno rifiuta di firmare', 'Somebody refuses to sign'),
  'check-begun': tell('Si comincia una verifica', 'A monitoring is begun'),
  checked: tell('Una verifica è inviata', 'A monitoring is submitted'),
  closed: tell('La chiusura è inviata', 'The closing is submitted'),
});

/** The states that a pact goes through, and what leads to each. */
export const pactStates: DistrictPart = {
  name: 'pact-states',
  title: (tell) => tell('Stati del patto', 'States of a pact'),
  hint: (tell) =>
    tell(
      'Finché non si cambiano, gli stati sono quelli della misura. Uno stato nuovo si può indicare fra quelli di prima dopo aver salvato.',
      'Until they are changed, the states are those of the measure. A new state can be named among those before once it is saved.',
    ),
  entries: (tell) => [
    {
      key: 'states',
      field: rows(
        tell('Stati, in ordine', 'States, in order'),
        {
          title: text(tell('Nome', 'Name'), 300),
          title_en: text(tell('Nome in inglese', 'Name in English'), 300),
          code: code(tell('Codice', 'Code')),
          on: among(tell('Ci si arriva quando', 'It is reached when'), happenings(tell)),
          after: several(tell('Solo da questi stati (vuoto: da ogni stato non finale)', 'Only from these states (empty: from any that is not final)'), 'stati-patto'), // prettier-ignore
          by_hand: yesNo(tell('Lo può dire anche un operatore', 'An operator may say so, too')),
          aside: yesNo(tell('Non è un passo di tutti', 'Not a step of every pact')),
          final: yesNo(tell('È l’ultimo', 'It is the last one')),
          case: text(tell('Stato della pratica da allora', 'State of the case from then on'), 60),
        },
        ['title', 'code'],
        { minItems: 1 },
      ),
      at: ['pact', 'states'],
      as: 'states',
      inside: { after: 'starts' },
    },
  ],
};
