// SPDX-License-Identifier: AGPL-3.0-or-later
// What each column means, as a table and as JSON; what was left out, and why.
import type { Sheet } from '../tables/sheet.ts';
import { goesOut, type Column } from './columns.ts';
import type { Leave } from './view.ts';

const why: { readonly [leave in Leave]: string } = {
  take: '',
  year: 'solo l’anno',
  role: 'lasciata fuori: il ruolo non la vede',
  delicate: 'lasciata fuori: dato delicato, non richiesto',
  names: 'lasciata fuori: dice chi è la persona',
  text: 'lasciata fuori: testo libero, non richiesto',
};

/** Columns that every table of submissions has before those of the answers. */
export const common: readonly (readonly [string, string])[] = [
  ['compilazione', 'Codice della compilazione, lo stesso in tutte le tabelle e in tutte le esportazioni'],
  ['pratica', 'Codice della pratica, lo stesso in tutte le esportazioni; non è il numero della pratica'],
  ['pratica_comune', 'Comune della pratica'],
  ['modulo_versione', 'Versione del modulo che è stata compilata'],
  ['inviata_il', 'Giorno dell’invio'],
];
export const withNames: readonly (readonly [string, string])[] = [
  ['numero_pratica', 'Numero della pratica'],
  ['nucleo', 'Nome della pratica'],
];

export function codebookSheet(columns: readonly Column[], names: boolean): Sheet {
  const own = [...common, ...(names ? withNames : [])];
  return {
    name: 'Codebook',
    columns: [
      'Tabella',
      'Colonna',
      'Puntatore',
      'Domanda',
      'Tipo',
      'Unità',
      'Delicatezza',
      'Versioni',
      'Codici',
      'Elenco',
      'Nota',
    ],
    rows: [
      ...own.map(([name, title]) => ['compilazioni', name, '', title, '', '', '', '', '', '', '']),
      ...columns.map((one) => [
        one.table === '' ? 'compilazioni' : one.table.slice(1).replaceAll('/*/', '.').replaceAll('/', '.'),
        goesOut(one) ? one.name : '',
        one.pointer,
        one.title,
        one.type,
        one.unit ?? '',
        one.sensitivity,
        one.versions.join(' '),
        one.codes.map(({ code, title }) => `${code} = ${title}`).join('\n'),
        one.source ?? '',
        why[one.leave],
      ]),
    ],
  };
}

export const codebookJson = (columns: readonly Column[], names: boolean): string =>
  `${JSON.stringify(
    {
      common: Object.fromEntries([...common, ...(names ? withNames : [])]),
      columns: columns.map(({ leave, ...one }) => ({
        ...one,
        taken: leave === 'take' || leave === 'year',
        ...(why[leave] ? { note: why[leave] } : {}),
      })),
    },
    null,
    2,
  )}\n`;
