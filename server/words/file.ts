// SPDX-License-Identifier: AGPL-3.0-or-later
// What the server says when it refuses something of the diary, of attachments, of what leaves the house.
import type { Words } from '../../runtime/problem.ts';

const say = (it: string, en: string): Words => ({ it, en });

export const fileProblems: { readonly [code: string]: Words } = {
  'unknown-kind': say(
    'Il tipo «{id}» non è nell’elenco dell’ambito.',
    'The kind “{id}” is not in the list of the district.',
  ),
  'unknown-person': say(
    'Una delle persone indicate non fa parte del nucleo di questa pratica.',
    'One of the people named is not of the household of this case.',
  ),
  'not-yet-happened': say(
    'Il giorno e l’ora non possono essere nel futuro.',
    'The day and hour cannot be in the future.',
  ),
  'note-empty': say('La nota è vuota: va scritto qualcosa.', 'The note is empty: please write something.'),
  'not-author': say(
    'Solo chi ha scritto la nota può correggerla.',
    'Only who wrote the note may correct it.',
  ),
  'not-a-day': say('La data va scritta per intero, gg/mm/aaaa.', 'Write the whole date, dd/mm/yyyy.'),
  'expires-before': say(
    'La scadenza viene prima della data del documento.',
    'The expiry comes before the date of the paper.',
  ),
  'dates-turned': say('La prima data viene dopo la seconda.', 'The first date comes after the second.'),
  'attachment-replaced': say(
    'Questo allegato è già stato sostituito da uno più recente.',
    'This attachment was already replaced by a newer one.',
  ),
};
