// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DocumentKind } from '../../contract.ts';

/** The pact between a household and the services. */
export const pact: DocumentKind = {
  kind: 'pact',
  words: { it: 'Patto', en: 'Pact' },
  prints: 'pact',
  files: { family: 'pact.hbs', internal: 'internal.hbs' },
  partials: ['letterhead', 'people', 'objectives', 'verify', 'register'],
};

/**
 * Where a pact keeps what its document says: the only place that knows the keys of the answers.
 * Each name lists the keys that are tried in order; what is not there is not printed.
 */
export const pointers = {
  objectives: ['obiettivi'],
  results: ['risultati'],
  commitments: ['impegni'],
  supports: ['sostegni'],
  promises: ['impegni_servizi', 'impegni_dei_servizi', 'servizi'],
  school: ['scuola'],
  checks: ['verifiche', 'monitoraggio'],
  links: ['collegamenti'],
  people: ['percorsi', 'componenti', 'parti'],
  team: ['equipe', 'em'],
  hopes: ['desideri', 'speranze', 'voce', 'aspettative', 'parole_famiglia'],
  summary: ['sintesi', 'sintesi_valutazione'],
  from: ['dal', 'durata_dal', 'inizio', 'data_inizio'],
  to: ['al', 'durata_al', 'fine', 'data_fine'],
  duration: ['durata'],
  months: ['mesi', 'durata_mesi', 'durata'],
  mediator: ['mediatore', 'mediazione'],
  place: ['luogo'],
  signedOn: ['firmato_il', 'data_firma', 'data'],
} as const;

/** Keys of the columns of those rows. */
export const columns = {
  text: ['testo', 'descrizione', 'titolo', 'nota', 'note'],
  objective: ['obiettivo', 'obiettivi'],
  results: ['risultati', 'risultato'],
  by: ['entro', 'scadenza'],
  seenBy: ['indicatore', 'come_si_vede'],
  who: ['tenuto', 'componente', 'chi'],
  others: ['altri', 'altri_coinvolti', 'componenti'],
  type: ['tipo'],
  often: ['frequenza', 'quantita'],
  conditional: ['condizionato'],
  service: ['servizio', 'sostegno', 'voce'],
  provider: ['ente', 'erogatore', 'chi'],
  quantity: ['quantita'],
  fund: ['fondo'],
  cost: ['costo', 'costo_previsto'],
  from: ['dal'],
  to: ['al'],
  date: ['data', 'il', 'giorno'],
  place: ['luogo', 'dove', 'sede'],
  with: ['chi', 'con', 'operatore'],
  within: ['entro', 'quando', 'frequenza', 'tempi'],
  child: ['minore', 'componente', 'alunno'],
  institute: ['istituto', 'scuola'],
  grade: ['classe'],
  attendance: ['frequenza', 'frequenza_verificata', 'frequenza_regolare', 'regolare'],
  checkedOn: ['verificata_il', 'verificata', 'data_verifica', 'verificato_il', 'il', 'data'],
  path: ['percorso'],
  bound: ['tenuto', 'sottoscrive'],
  name: ['nome'],
  surname: ['cognome'],
  birth: ['nascita', 'data_nascita'],
  taxCode: ['codice_fiscale', 'cf'],
  applicant: ['richiedente'],
  relation: ['parentela', 'relazione', 'ruolo', 'rapporto'],
} as const;
