// SPDX-License-Identifier: BSD-3-Clause
import type { FieldWords } from '../contract.ts';

export const words: FieldWords = {
  name: { it: 'Documenti e foto', en: 'Documents and photos' },
  about: {
    it: 'File da allegare: tipi, dimensione e numero si decidono qui',
    en: 'Files to attach: kinds, size and number are decided here',
  },
  problems: {
    'not-files': { it: 'Scegli uno o più file.', en: 'Choose one or more files.' },
    'not-a-file': {
      it: 'Uno dei file non è fra quelli ammessi: toglilo e scegline un altro.',
      en: 'One of the files is not allowed here: remove it and choose another.',
    },
    'too-few-files': { it: 'File da allegare: almeno {limit}.', en: 'Files to attach: at least {limit}.' },
    'too-many-files': {
      it: 'File da allegare: al massimo {limit}. Togline qualcuno.',
      en: 'Files to attach: {limit} at most. Remove some.',
    },
    'file-underway': {
      it: 'Un file è ancora in viaggio: attendi che arrivi, oppure annullalo.',
      en: 'A file is still on its way: wait until it has arrived, or cancel it.',
    },
  },
  texts: {
    pick: { it: 'Scegli un file', en: 'Choose a file' },
    pickMore: { it: 'Aggiungi un altro file', en: 'Add another file' },
    camera: { it: 'Scatta una foto', en: 'Take a photo' },
    drop: { it: 'oppure trascinalo qui', en: 'or drop it here' },
    rules: {
      it: 'Tipi ammessi: {kinds}. Ogni file può arrivare a {size}. Numero massimo di file: {most}.',
      en: 'Allowed: {kinds}. Up to {size} each. Number of files at most: {most}.',
    },
    files: { it: 'File allegati', en: 'Attached files' },
    underway: { it: '{name}: invio in corso, {percent} %', en: '{name}: sending, {percent} %' },
    waiting: {
      it: '{name}: il collegamento non c’è. Il file resta in attesa e parte da solo appena torna; non chiudere questa pagina.',
      en: '{name}: there is no connection. The file waits and goes by itself when it is back; keep this page open.',
    },
    attached: { it: '{name}: allegato', en: '{name}: attached' },
    removed: { it: '{name}: tolto', en: '{name}: removed' },
    cancelled: { it: '{name}: invio annullato', en: '{name}: sending cancelled' },
    takeOut: { it: 'Togli {name}', en: 'Remove {name}' },
    takeOutShort: { it: 'Togli', en: 'Remove' },
    giveUp: { it: 'Annulla {name}', en: 'Cancel {name}' },
    giveUpShort: { it: 'Annulla', en: 'Cancel' },
    again: { it: 'Riprova con {name}', en: 'Try {name} again' },
    againShort: { it: 'Riprova', en: 'Try again' },
    wrongKind: {
      it: '{name}: questo tipo di file non è ammesso. Scegli fra: {kinds}.',
      en: '{name}: this kind of file is not allowed. Choose among: {kinds}.',
    },
    tooLarge: {
      it: '{name}: il file è di {size}, il massimo è {limit}. Prova con una foto più piccola o dividi il documento.',
      en: '{name}: the file has {size}, the limit is {limit}. Try a smaller photo or split the document.',
    },
    emptyFile: {
      it: '{name}: il file è vuoto. Scegline un altro.',
      en: '{name}: the file is empty. Choose another.',
    },
    tooMany: {
      it: '{name}: non aggiunto, i file sono già {most}. Per metterlo, togline uno.',
      en: '{name}: not added, there are {most} files already. To add it, remove one.',
    },
    notKept: {
      it: '{name}: il file non è stato ricevuto. Riprova.',
      en: '{name}: the file was not received. Try again.',
    },
    nowhere: {
      it: '{name}: in questa pagina i file non vengono conservati.',
      en: '{name}: files are not kept on this page.',
    },
    download: { it: 'Scarica {name}', en: 'Download {name}' },
  },
};
