// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../runtime/problem.ts';
import type { Level, Verdict, VerifiedSignature } from './contract.ts';

/** The verdict in one sentence. */
export const verdicts: { readonly [verdict in Verdict]: Words } = {
  valid: {
    it: 'VALIDO: il file è integro e porta il sigillo dell’ambito.',
    en: 'VALID: the file is whole and carries the seal of the district.',
  },
  altered: {
    it: 'ALTERATO: il file non è quello sigillato.',
    en: 'ALTERED: the file is not the one that was sealed.',
  },
  older: {
    it: 'STATO PRECEDENTE: il documento è autentico, ma questo file è di un momento precedente.',
    en: 'EARLIER STATE: the document is authentic, but this file is of an earlier moment.',
  },
  superseded: {
    it: 'SUPERATO: il documento è autentico, ma è stato sostituito da uno più recente.',
    en: 'SUPERSEDED: the document is authentic, but a newer one has taken its place.',
  },
  withdrawn: {
    it: 'RITIRATO: il documento è autentico, ma l’ufficio lo ha ritirato.',
    en: 'WITHDRAWN: the document is authentic, but the office has withdrawn it.',
  },
  unknown: {
    it: 'SCONOSCIUTO: non si può dire da chi venga questo file.',
    en: 'UNKNOWN: it cannot be said where this file comes from.',
  },
};

/** What kind of signature it is. */
export const kinds: { readonly [kind in VerifiedSignature['kind']]: Words } = {
  seal: { it: 'Sigillo', en: 'Seal' },
  signature: { it: 'Firma', en: 'Signature' },
  'time-stamp': { it: 'Marca temporale', en: 'Time-stamp' },
};

/** What a level proves. */
export const levels: { readonly [level in Level]: Words } = {
  'B-B': {
    it: 'chi ha firmato; il momento lo dice chi firma',
    en: 'who signed; the time is what the signer says',
  },
  'B-T': { it: 'chi e quando', en: 'who and when' },
  'B-LT': {
    it: 'chi e quando, con le prove nel file',
    en: 'who and when, with the proofs in the file',
  },
  'B-LTA': {
    it: 'chi e quando, con le prove nel file e marcate nel tempo',
    en: 'who and when, with the proofs in the file and stamped in time',
  },
};

/** Why, by code of the reason. */
export const reasons: { readonly [code: string]: Words } = {
  'content-changed': {
    it: 'Il contenuto è stato cambiato dopo il sigillo.',
    en: 'The content was changed after sealing.',
  },
  'seal-damaged': { it: 'Il sigillo è danneggiato.', en: 'The seal is damaged.' },
  'seal-missing': {
    it: 'Il sigillo è stato tolto o reso illeggibile.',
    en: 'The seal was removed or made unreadable.',
  },
  'seal-repeated': { it: 'Il file contiene più di un sigillo.', en: 'The file holds more than one seal.' },
  'seal-range': {
    it: 'Il sigillo non copre il file che lo contiene.',
    en: 'The seal does not cover the file that holds it.',
  },
  'seal-appended': {
    it: 'Al file è stato aggiunto qualcosa dopo il sigillo.',
    en: 'Something was added to the file after sealing.',
  },
  'seal-cut': { it: 'Una parte del file è stata tolta.', en: 'A part of the file was removed.' },
  'seal-false': {
    it: 'Il sigillo non è stato fatto con la chiave del suo certificato.',
    en: 'The seal was not made with the key of its certificate.',
  },
  'seal-unknown': {
    it: 'Il file è integro, ma il sigillo non è riconosciuto: non è tra quelli degli ambiti conosciuti.',
    en: 'The file is whole, but its seal is not recognised: it is none of the known districts’.',
  },
  'structure-damaged': {
    it: 'La struttura del file è danneggiata o è stata cambiata.',
    en: 'The structure of the file is damaged or was changed.',
  },
  'changed-after': {
    it: 'Dopo la prima firma il documento è stato cambiato ({what}).',
    en: 'The document was changed after its first signature ({what}).',
  },
  'signer-unknown': {
    it: 'Il file è integro, ma una delle firme è di qualcuno che qui non si può riconoscere.',
    en: 'The file is whole, but one of its signatures is by somebody who cannot be recognised here.',
  },
  'stamp-unknown': {
    it: 'Il file è integro, ma la marca temporale è di un’autorità che qui non si conosce.',
    en: 'The file is whole, but its time-stamp is by an authority that is not known here.',
  },
  'certificate-expired': {
    it: 'Il file è integro, ma un certificato non era in vigore al momento della firma.',
    en: 'The file is whole, but a certificate was not in force when it signed.',
  },
  'certificate-revoked': {
    it: 'Il file è integro, ma un certificato risulta revocato.',
    en: 'The file is whole, but a certificate was revoked.',
  },
  'no-seal': { it: 'Il file non porta nessun sigillo.', en: 'The file carries no seal.' },
  'not-a-pdf': { it: 'Il file non è un PDF.', en: 'The file is not a PDF.' },
};
