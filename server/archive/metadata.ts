// SPDX-License-Identifier: AGPL-3.0-or-later
// What is known of a document, under the names of annex 5 of AgID's guidelines on electronic documents.
import type { Case, Definition, District, Document } from '../../schemas/types.ts';

export type Leaf = string | number | boolean;
export interface Tree {
  readonly [name: string]: Leaf | Tree | readonly (Leaf | Tree)[];
}

export interface Known {
  readonly district: Pick<District, 'id' | 'name' | 'lead' | 'filing'>;
  readonly case: Pick<Case, 'number' | 'measure'>;
  readonly document: Document;
  /** title of the kind of document */
  readonly title: string;
  readonly definition: Pick<Definition, 'id' | 'title'> & { readonly number: number };
  /** account → name */
  readonly names: { readonly [account: string]: string };
  /** of the program that made it */
  readonly version: string;
  readonly profile: 'PDF/A-2a' | 'PDF/A-3a';
  readonly attachments: number;
}

/** Base64 of a hexadecimal hash, as the annex wants it. */
const base64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');

/** Metadata of the newest file of an act; only what is known is said. */
export function metadataOf(known: Known): Tree {
  const { document, district, case: kase, names, definition } = known;
  const file = document.files.at(-1);
  if (!file) throw new Error('a document without a file');
  const { filing } = district;
  const electronic = document.signatures.some(({ mode }) => mode === 'electronic');
  return {
    IdDoc: {
      ImprontaCrittograficaDelDocumento: { Impronta: base64(file.sha256), Algoritmo: 'SHA-256' },
      Identificativo: document.code,
      Segnatura: `${document.number}, versione ${document.revision}`,
    },
    ModalitaDiFormazione: 'generazione o raggruppamento anche in via automatica di un insieme di dati',
    TipologiaDocumentale: known.title,
    DatiDiRegistrazione: {
      TipologiaDiFlusso: document.copy === 'family' ? 'U' : 'I',
      TipoRegistro: 'Repertorio/Registro',
      CodiceRegistro: document.kind,
      DataRegistrazione: document.issuedAt,
      NumeroRegistrazione: document.number,
    },
    Soggetti: [
      { Ruolo: 'Soggetto che effettua la registrazione', Denominazione: district.name },
      { Ruolo: 'Autore', Nome: names[document.issuedBy] ?? document.issuedBy },
      ...document.signers.map(({ name, role }) => ({ Ruolo: 'Altro', Nome: name, Qualifica: role })),
    ],
    ChiaveDescrittiva: {
      Oggetto: `${known.title} ${document.number}, versione ${document.revision}, pratica ${kase.number}`,
      ParolaChiave: [kase.measure, definition.title],
    },
    Allegati: { NumeroAllegati: known.attachments },
    ...(filing
      ? { Classificazione: { IndiceDiClassificazione: filing.class, Descrizione: filing.title } }
      : {}),
    Riservato: true,
    IdentificativoDelFormato: {
      Formato: 'application/pdf',
      Profilo: known.profile,
      ProdottoSoftware: { NomeProdotto: 'Patto', VersioneProdotto: known.version },
    },
    Verifica: {
      FirmatoDigitalmente: electronic,
      SigillatoElettronicamente: document.seal !== undefined,
      // A seal that awaits its time-stamp has none yet.
      MarcaturaTemporale: document.seal !== undefined && !document.seal.awaits,
      ConformitaCopieImmagineSuSupportoInformatico: false,
    },
    Agg: { TipoAggregazione: 'Fascicolo', IdAggregazione: kase.number },
    NomeDelDocumento: `${document.number}-${document.revision}.pdf`,
    VersioneDelDocumento: String(document.revision),
    ...(filing?.years === undefined ? {} : { TempoDiConservazione: filing.years }),
    ProdottoDa: {
      Modulo: definition.id,
      Versione: definition.number,
      ImprontaDelContenuto: document.contentHash,
    },
  };
}
