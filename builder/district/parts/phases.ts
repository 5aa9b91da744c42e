// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DistrictPart } from '../contract.ts';
import { code, either, long, one, rows, several, text, yesNo } from '../fields.ts';

const when = (...ways: readonly string[]) => ({ 'x-show': { './way': { enum: [...ways] } } });

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
          exit: rows(
            tell('Che cosa serve per passare oltre', 'What it takes to go on'),
            {
              says: text(tell('Come si legge nella pratica', 'How a case says it')),
              way: either(tell('Che cosa deve esserci', 'What must be there'), {
                form: tell('Un modulo compilato', 'A form filled in'),
                day: tell('Una data', 'A date'),
                issued: tell('Un documento emesso', 'A document issued'),
                sealed: tell('Un documento firmato e sigillato', 'A document signed and sealed'),
                assigned: tell('Una persona che segue la pratica', 'Somebody who follows the case'),
                other: tell('Altro, scritto come regola', 'Something else, written as a rule'),
              }),
              form: one(tell('Quale modulo', 'Which form'), 'moduli', when('form', 'issued', 'sealed')),
              day: text(tell('Quale data', 'Which date'), 60, {
                'x-placeholder-example': 'patto',
                ...when('day'),
              }),
              only: text(
                tell(
                  'Solo se questo dato della pratica (vuoto: sempre)',
                  'Only where this word of the case (empty: always)',
                ),
                60,
                {
                  'x-placeholder-example': 'outcome',
                  ...when('form', 'day', 'issued', 'sealed', 'assigned'),
                },
              ),
              is: text(tell('è', 'is'), 60, {
                'x-placeholder-example': 'E3',
                'x-show': { './only': { answered: true } },
              }),
              other: long(tell('Regola (JSON)', 'Rule (JSON)'), 2000, when('other')),
            },
            ['says', 'way'],
          ),
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
      inside: { exit: 'exits' },
      required: true,
    },
  ],
};
