// SPDX-License-Identifier: AGPL-3.0-or-later
// What each invented family comes to: what its case shows, what its documents say, and what they must never say.

export interface CaseSeen {
  readonly case: { readonly route?: { readonly queue?: string }; readonly measure: string };
  readonly terms: readonly {
    readonly id: string;
    readonly due: string;
    readonly met?: string;
  }[];
  readonly documents: readonly { readonly id: string; readonly kind: string; readonly copy: string }[];
}

export interface Expected {
  /** queue that the table of routing names */
  readonly queue: string;
  /** term → day on which it is due */
  readonly due: { readonly [term: string]: string };
  /** on the page of the case */
  readonly text: readonly string[];
  /** `<kind> <copy>` → what stands in its file */
  readonly documents: { readonly [file: string]: readonly RegExp[] };
  readonly never: { readonly [file: string]: readonly RegExp[] };
}

/** What the law says to who may lose the benefit. */
const sanctions = /perde il beneficio|obbligo di legge|decadenza|decad|sospes/i;

export const expected: { readonly [family: string]: Expected } = {
  c1: {
    queue: 'case-manager',
    due: { T3: '2026-03-21', T4: '2026-05-20', T5: '2026-04-12' },
    text: ['Vellonieri Marta', '6.214,37 €', '1,15', '726,25 €', 'E2', 'L. Morvani'],
    documents: {
      'summons family': [/mercoledì 11 febbraio 2026, ore 9\.30/, /L\. Morvani/, /D\.L\. 48\/2023/],
      'notice family': [/Marta Vellonieri/],
      'pact family': [
        /PAIS-2026-00001/,
        /dal 25\/02\/2026 al 25\/02\/2027/,
        /VLLMRT87L44X001B/,
        /Marta torna ad avere un lavoro che va d’accordo con gli orari di Tommaso/,
        /HACCP.*30\/04\/2026/,
        /due colloqui di lavoro.*31\/08\/2026/,
        /20 ore.*31\/12\/2026/,
        /tre pomeriggi alla settimana dal 09\/03\/2026/,
        /310,00 €.*5 rate.*31\/07\/2026/,
        /26\/04\/2026/,
        /obbligo di legge/,
        /1\.920,00 €|6 ore/,
        /12\/05\/2026/,
        /08\/08\/2026/,
        /05\/11\/2026/,
        /18\/02\/2026/,
      ],
      'assessment family': [/Percorso suggerito P1\./, /Esito per la famiglia E2\./],
      'monitoring family': [/12\/05\/2026|12 maggio 2026/, /Attestato e curriculum rinnovati/],
    },
    never: { 'summons family': [/Assegno/, /ADI/] },
  },
  c2: {
    queue: 'centro-famiglia',
    due: { A1: '2026-04-13' },
    text: ['Pianforte', '9.120,10 €', 'R. Tessardi', 'E3'],
    documents: {
      'pact family': [
        /Patto di collaborazione/,
        /Luca torna a scuola e capisce dove vuole andare/,
        /massimo 2 al mese.*30\/04\/2026/,
        /20\/03\/2026/,
        /31\/05\/2026/,
        /In casa si discute senza urlare/,
        /30\/06\/2026/,
        /Educativa domiciliare/,
      ],
      'court family': [/0001234\/2026/, /13 aprile 2026/, /Fatti/, /Valutazioni/],
      'school family': [/Luca/],
      'minutes family': [/educat/i],
      'assessment family': [/Esito suggerito E3\./],
      'monitoring family': [/In casa si parla di più/],
    },
    never: {
      'pact family': [sanctions, /0001234/, /Procura/],
      'school family': [/Procura/, /0001234/],
    },
  },
  c3: {
    queue: 'equipe',
    due: {},
    text: ['Scortelli Bruno', '1.870,00 €', 'E3'],
    documents: {
      'voucher family': [/60,00 €/, /gas/i],
      'minutes family': [/11\/03\/2026|11 marzo 2026/],
      'assessment family': [/Esito suggerito E3\./],
      'monitoring family': [/Adesso so dove andare la mattina/],
      'pact family': [
        /Bruno ha un tetto sicuro/,
        /31\/03\/2026/,
        /31\/07\/2026/,
        /Bruno ha un’entrata ogni mese/,
        /27\/03\/2026/,
        /31\/05\/2026/,
        /Bruno mangia e si cura/,
      ],
    },
    never: { 'pact family': [sanctions] },
  },
  c4: {
    queue: 'case-manager',
    due: { T4: '2026-04-14', T5: '2026-03-29' },
    text: ['Bendinoro Salvatore', '3.105,42 €', '1,8', '718,00 €', 'E3'],
    documents: {
      'pact family': [
        /Sofia va a scuola contenta e finisce l’anno/,
        /Nicola ritrova una strada/,
        /Rosaria e Salvatore stanno meglio e si dividono i compiti/,
        /I soldi bastano fino a fine mese/,
        /seguire il percorso concordato con il servizio sanitario/i,
        /240,00 €/,
      ],
      'pact internal': [/SerD/, /CSM|salute mentale/i, /PNRR|P\.I\.P\.P\.I\./],
      'assessment family': [
        /Esito suggerito E3\./,
        /Percorso P4\./,
        /Percorso P2\./,
        /4 voci migliorate, 0 voci peggiorate/,
      ],
    },
    never: { 'pact family': [/SerD/i, /CSM/, /salute mentale/i, /alcol/i, /depress/i, /livello 2/i] },
  },
  c5: {
    queue: 'case-manager',
    due: { T4: '2026-06-03', T5: '2026-04-19' },
    text: ['Tarvisoli Piero', '0,00 €', '541,67 €', 'E3'],
    documents: {
      'summons family': [/A mano, presso un servizio/, /mercoledì 18 febbraio 2026, ore 10\.00/],
      'assessment family': [/Esito suggerito E3\./, /Percorso P4\./],
      'monitoring family': [/una porta da chiudere con la mia chiave/],
      'disadvantage family': [/4\/2026/, /13 gennaio 2026/, /12 gennaio 2027/],
      'pact family': [
        /Piero ha una casa sua/,
        /30\/06\/2026/,
        /Piero si prende cura della salute/,
        /30\/04\/2026/,
        /Piero ha documenti e telefono/,
        /15\/04\/2026/,
      ],
    },
    never: { 'disadvantage family': [/SV8/, /dimora/] },
  },
  c6: {
    queue: 'case-manager',
    due: { T4: '2026-03-24', T5: '2026-04-26' },
    text: ['Ben Salhoun Nadir', '5.480,90 €', '1,8', '678,33 €', 'E2'],
    documents: {
      'summons family': [/Sorel/],
      'pact family': [
        /BNSNDR91H15Z000M/,
        /[\u0600-\u06FF]{3}/,
        /H\. Sorel/,
        /Amal capisce e parla l’italiano di ogni giorno/,
        /30\/06\/2026/,
        /15\/04\/2026/,
      ],
      'assessment family': [/Esito suggerito E2\./, /Percorso P2\./],
      'monitoring family': [/ora capisco le maestre/],
    },
    never: {},
  },
};
