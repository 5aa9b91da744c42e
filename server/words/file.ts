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
  'purpose-needed': say(
    'Va scritto a che cosa servono i dati, con almeno dieci caratteri: resta nel registro.',
    'Write what the data are for, in ten characters at least: it stays in the audit.',
  ),
  'export-reason': say(
    'Per avere nomi, testi liberi o dati delicati va scritto perché servono.',
    'To have names, free text or delicate data, write why they are needed.',
  ),
  'export-too-long': say(
    'Sono {rows} compilazioni: una cartella di lavoro ne tiene al più {most}. Scelga CSV o NDJSON, o un periodo più breve.',
    'There are {rows} forms: a workbook holds {most} at most. Choose CSV or NDJSON, or a shorter period.',
  ),
  'export-empty': say(
    'Nessuna compilazione tra le pratiche di cui può esportare i dati, in questo periodo.',
    'No form among the cases whose data you may export, in this period.',
  ),
  'export-gone': say(
    'Il file si scarica entro un giorno da quando è stato chiesto, e solo da chi lo ha chiesto: ne prepari un altro.',
    'The file can be downloaded within a day of asking, by who asked for it: prepare another one.',
  ),
  'key-refused': say(
    'La chiave manca, non è valida, è scaduta, è stata revocata, o non vale da questo indirizzo.',
    'The key is missing, wrong, expired or revoked, or does not count from this address.',
  ),
  'key-expiry': say(
    'L’ultimo giorno della chiave va da domani a due anni da oggi.',
    'The last day of the key lies between tomorrow and two years from today.',
  ),
  'key-for-nothing': say(
    'Scelga almeno una cosa che la chiave può leggere.',
    'Choose at least one thing that the key may read.',
  ),
  'not-a-net': say(
    '«{text}» non è un indirizzo né una rete, per esempio 192.0.2.10 o 192.0.2.0/24.',
    '“{text}” is neither an address nor a net, for instance 192.0.2.10 or 192.0.2.0/24.',
  ),
  'person-not-found': say(
    'Nessuna pratica di cui può chiedere ha nel nucleo questa persona.',
    'No case that you may ask about has this person in its household.',
  ),
  'archive-not-given': say(
    'L’archivio non è stato ancora concesso.',
    'The archive has not been granted yet.',
  ),
  'archive-protected': say(
    'Nella pratica ci sono persone da proteggere: va confermato che l’archivio è stato controllato.',
    'There are people to be protected in this case: confirm that the archive was checked.',
  ),
  'dates-turned': say('La prima data viene dopo la seconda.', 'The first date comes after the second.'),
  'attachment-replaced': say(
    'Questo allegato è già stato sostituito da uno più recente.',
    'This attachment was already replaced by a newer one.',
  ),
};
