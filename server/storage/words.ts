// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../runtime/problem.ts';

/** Sentences of the stores by problem code; `{name}` is replaced by the problem's parameter. */
export const words: { readonly [code: string]: Words } = {
  'not-found': { it: 'L’elemento richiesto non esiste.', en: 'The item asked for does not exist.' },
  exists: {
    it: 'Esiste già un elemento con questo identificativo.',
    en: 'An item with this identifier already exists.',
  },
  conflict: {
    it: 'Nel frattempo qualcun altro ha modificato questo elemento (revisione {rev}): ricarica e ripeti la modifica.',
    en: 'Someone else has changed this item in the meantime (revision {rev}): reload and make your change again.',
  },
  'key-reused': {
    it: 'La stessa chiave di invio è già servita per un contenuto diverso.',
    en: 'The same idempotency key was already used for a different content.',
  },
  'disk-full': {
    it: 'Lo spazio sul disco è quasi finito: nulla è stato salvato, ciò che c’era è intatto.',
    en: 'The disk is almost full: nothing was saved, what was there is untouched.',
  },
  'read-only': {
    it: 'L’archivio è in sola lettura ({reason}): si può consultare, non salvare. Avvisa chi gestisce il sistema.',
    en: 'The store is read-only ({reason}): it can be read, not written. Tell whoever runs the system.',
  },
  damaged: {
    it: 'Il contenuto di questo elemento è danneggiato ({file}): va ripreso da una copia di riserva.',
    en: 'The content of this item is damaged ({file}): it must be taken from a backup.',
  },
  'too-large': {
    it: 'Il contenuto è troppo grande: {size} byte, il massimo è {max}.',
    en: 'The content is too large: {size} bytes, the most is {max}.',
  },
  'bad-id': {
    it: 'Identificativo non ammesso: servono da 1 a 120 lettere, cifre, . _ @ ~ o -, e il primo non è un punto.',
    en: 'Identifier not allowed: 1 to 120 letters, digits, . _ @ ~ or -, and the first is not a dot.',
  },
  closed: { it: 'L’archivio è chiuso.', en: 'The store is closed.' },
  'store-missing': {
    it: 'La cartella {folder} non contiene un archivio Patto (manca {marker}). Se il disco non è montato, montalo; per un archivio nuovo usa «npx patto init».',
    en: 'The folder {folder} holds no Patto store ({marker} is missing). If the disk is not mounted, mount it; for a new store use “npx patto init”.',
  },
  'store-foreign': {
    it: 'La cartella {folder} contiene altro e non è un archivio Patto: scegli una cartella vuota.',
    en: 'The folder {folder} holds other things and is no Patto store: choose an empty folder.',
  },
  'store-newer': {
    it: 'L’archivio in {folder} è stato scritto da una versione più recente di Patto ({what}): aggiorna il programma.',
    en: 'The store in {folder} was written by a newer version of Patto ({what}): upgrade the program.',
  },
  'store-damaged': {
    it: 'File danneggiati nell’archivio: {count} (il primo è {first}). Riprendili da una copia di riserva, oppure avvia con la quarantena per metterli da parte e servire gli altri.',
    en: 'Damaged files in the store: {count} (the first is {first}). Take them from a backup, or start with quarantine to move them aside and serve the others.',
  },
  'store-locked': {
    it: 'L’archivio in {folder} è già aperto dal processo {pid} su {host}: può usarlo un solo processo alla volta.',
    en: 'The store in {folder} is already open in process {pid} on {host}: only one process at a time may use it.',
  },
  'no-postgresql': {
    it: 'PATTO_DATABASE_URL è impostata, ma questa versione di Patto non sa ancora usare PostgreSQL: togli la variabile per usare la cartella dei dati.',
    en: 'PATTO_DATABASE_URL is set, but this version of Patto cannot use PostgreSQL yet: unset it to use the data folder.',
  },
  'unknown-engine': {
    it: 'Archivio sconosciuto: {engine}. Si può scegliere fra: {known}.',
    en: 'Unknown store: {engine}. The choice is: {known}.',
  },
};
