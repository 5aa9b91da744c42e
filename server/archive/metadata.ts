// SPDX-License-Identifier: AGPL-3.0-or-later
// What is known of a document, under the names of annex 5 of AgID's guidelines on electronic documents.
import type { Case, Definition, District, Document } from '../../schemas/types.ts';

export type Leaf = string | number | boolean;
export interface Tree {
  readonly [name: string]: Leaf | Tree | readonly (Leaf | Tree)[];
}

export interface Known {
  readonly district: Pick<District, 'id' | 'name' | 'lead' | 'filing'>;
  /** absent: a document of the district */
  readonly case?: Pick<Case, 'number' | 'measure'> | undefined;
  readonly document: Document;
  /** title of the kind of document */
  readonly title: string;
  /** what it prints; absent: a document that prints no submission */
  readonly definition?: (Pick<Definition, 'id' | 'title'> & { readonly number: number }) | undefined;
  /** account → name */
  readonly names: { readonly [account: string]: string };
  /** of the program that made it */
  readonly version: string;
  readonly profile: 'PDF/A-2a' | 'PDF/A-3a';
  /** a time-stamp is in the file */
  readonly stamped: boolean;
  /** path within the package, and SHA-256 (hexadecimal) */
  readonly attachments: readonly { readonly path: string; readonly sha256: string }[];
}

/** Of a hexadecimal hash; the annex wants it as base64. */
const imprint = (hex: string): Tree => ({
  Impronta: Buffer.from(hex, 'hex').toString('base64'),
  Algoritmo: 'SHA-256',
});

/** Metadata of the newest file of an act; only what is known is said. */
export function metadataOf(known: Known): Tree {
  const { document, district, case: kase, names, definition } = known;
  const file = document.files.at(-1);
  if (!file) throw new Error('a document without a file');
  const { filing } = district;
  const electronic = document.signatures.some(({ mode }) => mode === 'electronic');
  return {
    IdDoc: {
      ImprontaCrittograficaDelDocumento: imprint(file.sha256),
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
      Oggetto: [
        `${known.title} ${document.number}, versione ${document.revision}`,
        kase ? `pratica ${kase.number}` : (document.report?.title ?? ''),
      ].join(', '),
      ParolaChiave: [kase?.measure, definition?.title ?? known.title].filter((word) => word !== undefined),
    },
    Allegati: {
      NumeroAllegati: known.attachments.length,
      IndiceAllegati: known.attachments.map(({ path, sha256 }) => ({
        IdDoc: { ImprontaCrittograficaDelDocumento: imprint(sha256), Identificativo: path },
        Descrizione: 'Scansione del foglio firmato',
      })),
    },
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
      MarcaturaTemporale: known.stamped,
      ConformitaCopieImmagineSuSupportoInformatico: false,
    },
    ...(kase ? { Agg: { TipoAggregazione: 'Fascicolo', IdAggregazione: kase.number } } : {}),
    NomeDelDocumento: `${document.number}-${document.revision}.pdf`,
    VersioneDelDocumento: String(document.revision),
    ...(filing?.years === undefined ? {} : { TempoDiConservazione: filing.years }),
    ProdottoDa: {
      ...(definition
        ? { Modulo: definition.id, Versione: definition.number }
        : { Modello: document.template.id }),
      ImprontaDelContenuto: document.contentHash,
    },
  };
}
