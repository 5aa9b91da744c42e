// SPDX-License-Identifier: AGPL-3.0-or-later
// What a district hands out, D1 to D19, and which kinds of document are each of them.

/** One document as it was made. */
export interface Counted {
  readonly family: string;
  readonly kind: string;
  readonly files: number;
  /** of what a family takes home */
  readonly gulpease?: number;
}

export const list: { readonly [id: string]: { readonly title: string; readonly kinds: readonly string[] } } =
  {
    D1: { title: 'Patto', kinds: ['pact'] },
    D2: { title: 'Convocazione', kinds: ['summons'] },
    D3: { title: 'Elenco per il Centro per l’impiego', kinds: ['job-centre-list'] },
    D4: { title: 'Archiviazione, chiusura', kinds: ['closing', 'ending'] },
    D5: { title: 'Informativa', kinds: ['notice'] },
    D6: { title: 'Verbale dell’équipe', kinds: ['minutes'] },
    D7: { title: 'Monitoraggio', kinds: ['monitoring'] },
    D8: { title: 'Stato di avanzamento', kinds: ['progress'] },
    D9: { title: 'Analisi', kinds: ['assessment'] },
    D10: { title: 'Invio a un servizio specialistico', kinds: ['referral'] },
    D11: { title: 'Attestazione di svantaggio', kinds: ['disadvantage'] },
    D12: { title: 'Voucher', kinds: ['voucher'] },
    D13: { title: 'Attestazione di presenza', kinds: ['attendance'] },
    D14: { title: 'Ricevuta', kinds: ['receipt'] },
    D15: { title: 'Scuola', kinds: ['school'] },
    D16: { title: 'Autorità giudiziaria', kinds: ['court'] },
    D17: { title: 'Trascrizione', kinds: ['transcription'] },
    D18: { title: 'Moduli vuoti, guida dei servizi', kinds: ['blank-form', 'service-guide'] },
    D19: { title: 'Registro delle firme, chi ha visto', kinds: ['signature-register', 'case-access'] },
  };

/** Kinds of the list without any file, each with its number: `D18 blank-form`. */
export const missing = (made: readonly Pick<Counted, 'kind' | 'files'>[]): string[] =>
  Object.entries(list).flatMap(([id, { kinds }]) =>
    kinds
      .filter((kind) => !made.some((one) => one.kind === kind && one.files > 0))
      .map((kind) => `${id} ${kind}`),
  );

/** The list in lines: how many files of each, and the Gulpease of the copies that families take home. */
export function listed(made: readonly Counted[]): string[] {
  const rows = Object.entries(list).map(([id, { title, kinds }]) => {
    const own = made.filter(({ kind }) => kinds.includes(kind));
    const files = own.reduce((sum, one) => sum + one.files, 0);
    const read = own.flatMap(({ family, gulpease }) =>
      gulpease === undefined ? [] : [`${family} ${gulpease}`],
    );
    return [id.padEnd(3), title.padEnd(34), String(files).padStart(4), ' ', read.join(', ')];
  });
  const head = ['n.', 'documento', 'file', ' ', 'Gulpease della copia per la famiglia'];
  return [[head[0]!.padEnd(3), head[1]!.padEnd(34), ...head.slice(2)], ...rows].map((row) =>
    row.join(' ').trimEnd(),
  );
}
