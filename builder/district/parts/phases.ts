// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DistrictPart } from '../contract.ts';
import { code, either, one, rows, several, text, yesNo } from '../fields.ts';

/** The way of a case: phases with their forms and documents. */
export const phases: DistrictPart = {
  name: 'phases',
  title: (tell) => tell('Fasi, moduli e documenti', 'Phases, forms and documents'),
  entries: (tell) => [
    {
      key: 'phases',
      field: rows(
        tell('Fasi', 'Phases'),
        {
          title: text(tell('Nome', 'Name')),
          code: code(tell('Codice', 'Code')),
          definitions: several(tell('Moduli', 'Forms'), 'moduli'),
          occasional: yesNo(
            tell('Solo quando serve, non è un passo', 'Only when needed, no step of the way'),
          ),
          rights: either(tell('Chi la vede', 'Who sees it'), {
            form: tell('Come un modulo', 'As a form'),
            grid: tell('Come l’analisi', 'As the assessment'),
            pact: tell('Come il patto', 'As the pact'),
            reserved: tell('Riservata', 'Reserved'),
          }),
          documents: rows(
            tell('Documenti', 'Documents'),
            {
              kind: one(tell('Tipo', 'Kind'), 'documenti'),
              definition: one(tell('Dal modulo', 'From the form'), 'moduli'),
              roles: several(
                tell(
                  'Chi li emette e li apre (vuoto: come di solito)',
                  'Who issues and opens them (empty: as usual)',
                ),
                'ruoli',
              ),
            },
            ['kind', 'definition'],
          ),
        },
        ['title', 'code', 'definitions'],
      ),
      at: ['phases'],
      as: 'rows',
      required: true,
    },
  ],
};
