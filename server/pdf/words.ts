// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../runtime/problem.ts';
import { problems as conformance } from './conformance/check.ts';

/** Sentences of what can go wrong while a document is printed, finished or sealed. */
export const problems: { readonly [code: string]: Words } = {
  ...conformance,
  'printer-closed': {
    it: 'Il servizio si sta spegnendo: riprovare tra poco.',
    en: 'The service is shutting down: try again shortly.',
  },
  'document-too-large': {
    it: 'Il documento è troppo grande per essere stampato.',
    en: 'The document is too large to be printed.',
  },
  'printing-took-too-long': {
    it: 'La stampa ha superato il tempo massimo e non è stata salvata. Riprovare.',
    en: 'Printing took too long and nothing was kept. Try again.',
  },
  'printing-failed': {
    it: 'La stampa non è riuscita e non è stato salvato nulla. Riprovare.',
    en: 'Printing failed and nothing was kept. Try again.',
  },
  'font-not-allowed': {
    it: 'Pagina {page}: un segno non si può stampare con i caratteri del documento ({font}), e senza forma non può stare in archivio (ISO 19005-2, 6.2.11.8). Toglierlo dal testo.',
    en: 'Page {page}: a sign cannot be printed with the fonts of the document ({font}), and without a shape it may not be archived (ISO 19005-2, 6.2.11.8). Remove it from the text.',
  },
  'kind-unknown': { it: 'Questo tipo di documento non esiste.', en: 'This kind of document does not exist.' },
  'not-our-file': {
    it: 'Il file non è un documento emesso da questo servizio.',
    en: 'The file is not a document issued by this service.',
  },
  'already-sealed': { it: 'Il documento è già sigillato.', en: 'The document is already sealed.' },
  'seal-too-large': {
    it: 'Il certificato del sigillo è troppo grande.',
    en: 'The certificate of the seal is too large.',
  },
  'field-signed': {
    it: 'In questo posto qualcuno ha già firmato.',
    en: 'Somebody has signed in this place already.',
  },
  'key-unfit': {
    it: 'Con questo certificato non si può firmare: servono RSA da 2048 bit o più, P-256 o P-384.',
    en: 'One cannot sign with this certificate: RSA of 2048 bits or more, P-256 or P-384 is needed.',
  },
  'signer-unreachable': {
    it: 'Il dispositivo o il servizio di firma non risponde: il documento è rimasto com’era. Riprovare.',
    en: 'The signing device or service does not answer: the document stayed as it was. Try again.',
  },
  'signer-refused': {
    it: 'Il dispositivo o il servizio di firma ha rifiutato: controllare PIN, codice e certificato.',
    en: 'The signing device or service refused: check PIN, code and certificate.',
  },
  'upload-prefix': {
    it: 'Il file non comincia con il documento da firmare: è un altro file, oppure il programma di firma lo ha riscritto.',
    en: 'The file does not begin with the document to be signed: it is another file, or the signing program rewrote it.',
  },
  'upload-structure': {
    it: 'Il file non si può leggere: potrebbe essere danneggiato. Provi a firmare di nuovo.',
    en: 'The file cannot be read: it may be damaged. Try to sign again.',
  },
  'upload-increments': {
    it: 'Al documento è stato aggiunto altro, oltre a una firma: serve il documento con una sola firma in più.',
    en: 'More than one signature was added to the document: it is needed with exactly one more.',
  },
  'upload-changed': {
    it: 'Insieme alla firma il documento è stato cambiato ({what}): non può essere accettato.',
    en: 'Together with the signature the document was changed ({what}): it cannot be accepted.',
  },
  'upload-signatures': {
    it: 'Nel file non c’è una nuova firma.',
    en: 'There is no new signature in the file.',
  },
  'upload-certified': {
    it: 'La firma chiude il documento alle firme degli altri (certificazione): firmi senza questa opzione.',
    en: 'The signature closes the document to those of others (certification): sign without this option.',
  },
  'upload-place': {
    it: 'La firma è in un altro posto ({what}): va messa nel posto della persona che firma.',
    en: 'The signature stands in another place ({what}): it belongs in the place of the person who signs.',
  },
  'upload-baseline': {
    it: 'La firma non segue il profilo PAdES di base (regola {what}): nel programma di firma scelga PAdES, SHA-256.',
    en: 'The signature does not keep the PAdES baseline profile (rule {what}): choose PAdES, SHA-256 in the signing program.',
  },
  'upload-broken': {
    it: 'La firma non corrisponde al file o al suo certificato ({what}).',
    en: 'The signature does not match the file or its certificate ({what}).',
  },
  'upload-stranger': {
    it: 'Il certificato della firma non è in vigore o non porta a un’autorità conosciuta qui: chi gestisce il servizio può aggiungerla.',
    en: 'The certificate of the signature is not in force or leads to no authority known here: who runs the service can add it.',
  },
  'way-unknown': {
    it: 'Questo modo di firmare non c’è, o non è per questo account.',
    en: 'This way of signing is not there, or not for this account.',
  },
  'stamp-unreachable': {
    it: 'L’autorità di marcatura temporale non risponde.',
    en: 'The time-stamp authority does not answer.',
  },
  'stamp-wrong': {
    it: 'La risposta dell’autorità di marcatura temporale non è valida.',
    en: 'The answer of the time-stamp authority is not valid.',
  },
  'authority-unreachable': {
    it: 'Un’autorità di certificazione non risponde ({address}).',
    en: 'A certification authority does not answer ({address}).',
  },
  'evidence-unreachable': {
    it: 'Nessuno dice se il certificato di {name} è ancora valido.',
    en: 'Nobody says whether the certificate of {name} is still valid.',
  },
  'seal-failed': {
    it: 'Il sigillo non è riuscito e il documento è rimasto com’era. Riprovare.',
    en: 'Sealing failed and the document stayed as it was. Try again.',
  },
};
