// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DistrictPart } from '../contract.ts';
import { either, one, several } from '../fields.ts';

/** How people come in: at the front office, and from pages that anybody may open. */
export const counter: DistrictPart = {
  name: 'counter',
  title: (tell) => tell('Sportello e pagine pubbliche', 'Front office and public pages'),
  entries: (tell) => [
    {
      key: 'access',
      field: one(
        tell('Modulo per chi viene, chiama o scrive', 'Form for who comes, calls or writes'),
        'moduli',
        {
          'x-hint': tell(
            'Se manca non c’è il registro degli accessi',
            'Without it there is no register of contacts',
          ),
        },
      ),
      at: ['counter', 'access'],
    },
    {
      key: 'opens',
      field: either(tell('Una domanda presa allo sportello', 'A request taken at the front office'), {
        case: tell('Apre subito la sua pratica', 'Opens its case at once'),
        registry: tell('Resta fra le domande, da verificare', 'Stays among the requests, to be checked'),
      }),
      at: ['counter', 'opens'],
    },
    {
      key: 'public_forms',
      field: several(
        tell('Moduli che chiunque può compilare da una pagina', 'Forms that anybody may fill in from a page'),
        'moduli',
      ),
      at: ['publicForms'],
    },
  ],
};
