// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Where a pact keeps what its document says: the only place that knows the keys of the answers.
 * What a definition does not have is not printed; what it has beyond these stands in the internal copy.
 */
export const keys = {
  objectives: 'obiettivi',
  results: 'risultati',
  commitments: 'impegni',
  supports: 'sostegni',
  promises: 'impegni_servizi',
  school: 'scuola',
  checks: 'verifiche',
  parties: 'parti',
  worker: 'riferimento',
  team: 'equipe',
  needs: 'bisogni',
  strengths: 'risorse',
  hopes: 'speranze',
  from: 'dal',
  to: 'al',
  translated: 'mediazione',
  language: 'lingua',
  mediator: 'mediatore',
} as const;

/** Keys of the columns of those rows, and of the household's. */
export const columns = {
  text: 'testo',
  beside: 'a_fianco',
  objective: 'obiettivo',
  need: 'bisogno',
  results: 'risultati',
  by: 'entro',
  seenBy: 'indicatore',
  who: 'tenuto',
  others: 'altri',
  type: 'tipo',
  quantity: 'quantita',
  conditional: 'condizionato',
  service: 'servizio',
  provider: 'ente',
  fund: 'fondo',
  cost: 'costo',
  from: 'dal',
  to: 'al',
  date: 'data',
  place: 'luogo',
  with: 'chi',
  child: 'minore',
  institute: 'istituto',
  grade: 'classe',
  attendance: 'frequenza',
  checkedOn: 'verificata_il',
  bound: 'tenuto',
  name: 'nome',
  surname: 'cognome',
  birth: 'nascita',
  taxCode: 'codice_fiscale',
  relation: 'relazione',
  profile: 'profilo',
  phone: 'telefono',
  email: 'email',
} as const;

/** Value of `relazione` of who made the request. */
export const applicant = 'richiedente';
