// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Words } from '../../../runtime/problem.ts';

/** Texts of the sheet that sealing adds. */
export const words = {
  title: { it: 'Registro delle firme', en: 'Register of signatures' },
  of: { it: 'Allegato al documento n.', en: 'Attached to document no.' },
  version: { it: 'versione', en: 'version' },
  intro: {
    it: 'Questo foglio è stato aggiunto dopo le firme, insieme al sigillo. Le pagine prima di questa sono quelle firmate, senza modifiche.',
    en: 'This sheet was added after the signatures, together with the seal. The pages before it are the ones that were signed, unchanged.',
  },
  hash: { it: 'Impronta del file firmato (SHA-256)', en: 'Hash of the signed file (SHA-256)' },
  who: { it: 'Chi', en: 'Who' },
  how: { it: 'Come', en: 'How' },
  when: { it: 'Quando e dove', en: 'When and where' },
  identified: { it: 'Riconoscimento', en: 'Identification' },
  by: { it: 'Registrata da', en: 'Registered by' },
  original: { it: 'Originale', en: 'Original' },
  reason: { it: 'Motivo', en: 'Reason' },
  strokes: { it: 'Firma disegnata di', en: 'Drawn signature of' },
  paper: { it: 'firma a mano sul foglio stampato', en: 'handwritten signature on the printed sheet' },
  drawn: {
    it: 'firma disegnata sullo schermo (firma elettronica semplice)',
    en: 'signature drawn on the screen (simple electronic signature)',
  },
  electronic: { it: 'firma elettronica nel file', en: 'electronic signature in the file' },
  refused: { it: 'non ha firmato', en: 'did not sign' },
  impeded: { it: 'non può firmare: dichiarazione raccolta', en: 'cannot sign: declaration taken' },
  participation: {
    it: 'Ha partecipato. Non è parte del patto.',
    en: 'Took part. Is no party to the pact.',
  },
  translation: { it: 'Ha tradotto a voce il documento.', en: 'Translated the document orally.' },
  identifiedBy: { it: 'da', en: 'by' },
  scan: { it: 'Scansione conservata', en: 'Scan kept' },
  scans: {
    it: 'Impronte delle scansioni conservate (SHA-256)',
    en: 'Hashes of the scans that are kept (SHA-256)',
  },
  impediments: { it: 'Dichiarazioni di chi non può firmare', en: 'Declarations of who cannot sign' },
  events: { it: 'Che cosa è successo', en: 'What happened' },
  eventsIntro: {
    it: 'Ogni riga è scritta nel registro dell’ufficio, dove una catena di impronte lega ognuna alla precedente.',
    en: 'Each line stands in the register of the office, where a chain of hashes binds each to the one before.',
  },
  moment: { it: 'Quando', en: 'When' },
  event: { it: 'Che cosa', en: 'What' },
  actor: { it: 'Chi', en: 'Who' },
  line: { it: 'Riga', en: 'Line' },
  chain: { it: 'Impronta dell’ultima riga', en: 'Hash of the last line' },
  sheet: { it: 'foglio ', en: 'sheet ' },
  sheetOf: { it: ' di ', en: ' of ' },
  seal: {
    it: 'Il file è chiuso con il sigillo elettronico di integrità dell’ambito. Il sigillo non prende il posto delle firme: serve a scoprire se il file è stato cambiato.',
    en: 'The file is closed with the district’s electronic integrity seal. The seal does not take the place of signatures: it shows whether the file was changed.',
  },
} satisfies { readonly [key: string]: Words };
