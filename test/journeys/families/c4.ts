// SPDX-License-Identifier: AGPL-3.0-or-later
import { rows, type Expected } from './shape.ts';

const grid = (key: string, ...levels: readonly (number | undefined)[]) =>
  Object.fromEntries(levels.map((level, index) => [`${key}${index + 1}`, level && String(level)]));
/** One line of the second wave: what it is, its level at T0 and at T1, what has changed. */
const change = (item: string, before: number, after: number): RegExp => {
  const words = [
    'Evidente punto di forza',
    'Lieve punto di forza',
    'Situazione adeguata',
    'Problema lieve',
    'Problema moderato',
    'Problema grave',
  ];
  const said = (level: number): string => `${level} · ${words[level - 1]}`;
  const moved = before === after ? 'uguale' : `migliora di ${before - after}`;
  const name = item.replaceAll('.', String.raw`\.`);
  return new RegExp(`${name} ${said(before)} ${said(after)} ${moved}`);
};

/** Diagnoses, the services that treat them, levels, paths, what a court decided: for the team alone. */
const forFew =
  /SerD|CSM|dipendenz|mentale|psichiatr|alcol|depress|messa alla prova|svantaggio|livello|problema (lieve|moderato|grave)|E3\b|P[1-4]\b/i;

export const c4: Expected = {
  queue: 'case-manager',
  due: { T3: '2026-02-13', T4: '2026-04-14', T5: '2026-03-29', T7: '2026-07-27' },
  after: {
    'analisi-preliminare': { T3: '2026-02-13', T4: '2026-04-14', T5: '2026-03-29', T7: '2026-04-28' },
    pais: { T7: '2026-04-28' },
  },
  text: [
    'Bendinoro Salvatore 2026/PIEVEDEMO/00001 ADI patto sottoscritto',
    'ISEE 3.105,42 €',
    'Primo orientamento Assegno di inclusione: al case manager',
    'Scala di equivalenza 1,8',
    'Stima al mese 718,00 €',
    'Esito dell’analisi E3. Quadro di analisi con équipe multidisciplinare',
    'Convocazione della famiglia 13/02/2026 fatto il 28/01/2026 raccomandato · conta dal 15/12/2025',
    'Primo incontro con i servizi 14/04/2026 fatto il 28/01/2026 limite · conta dal 15/12/2025',
    'Firma del patto per l’inclusione 29/03/2026 fatto il 18/03/2026 limite · conta dal 28/01/2026',
    'PAIS-2026-00004, versione 1 Vale dal 18/03/2026 al 18/03/2027',
    'Salvatore Bendinoro · per la famiglia · firmato su carta 18/03/2026',
    'Rosaria Aurelmi · per la famiglia · firmato su carta 18/03/2026',
    'L. Morvani · Assistente sociale, case manager · firmato su carta 18/03/2026',
  ],
  answers: {
    'adi-domanda': {
      comune: 'pievedemo',
      nucleo: rows(
        ['cognome', 'nome', 'codice_fiscale', 'nascita', 'eta', 'svantaggio', 'scuola'],
        ['Bendinoro', 'Salvatore', 'BNDSVT80C08X003L', '1980-03-08', 45, true],
        ['Aurelmi', 'Rosaria', 'RLMRSR84T42X004G', '1984-12-02', 41],
        ['Bendinoro', 'Nicola', 'BNDNCL09M21X004I', '2009-08-21', 16],
        ['Bendinoro', 'Sofia', 'BNDSFO14D52X004P', '2014-04-12', 11, undefined, 'IC «Demo», I media'],
        ['Bendinoro', 'Gabriel', 'BNDGRL23R27X004J', '2023-10-27', 2],
      ),
      isee: 310_542,
      dsu: 'INPS-ISEE-2026-90C112233-00',
      reddito: 390_000,
      pad: '2025-12-15',
      casa: 'erp',
      canone: 6_800,
      percorso: 'adi',
      // 1 + 0,40 for a child under three, with three minors + 0,15 + 0,15 + 0,10
      sotto_tre: 1,
      minori: 3,
      carico_cura: 1,
      altri_disabili: 0,
      altri_anziani: 0,
      altri_svantaggio: 0,
      minori_scala: 3,
      scala: 1.8,
      quota_a: 780_000,
      quota_b: 81_600,
      quota_a_mese: 65_000,
      quota_b_mese: 6_800,
      mensile: 71_800,
    },
    'analisi-preliminare': {
      data_incontro: '2026-01-28',
      cura: { livello: '2', segnali: ['piccoli', 'numerosa', 'sovraccarico'] },
      economia: { livello: '1', arretrati: 24_000 },
      casa: { livello: '1', ethos_suggerito: undefined },
      reti: { livello: '2' },
      componenti: [
        { salute: '2', lavoro: '2', educazione: '0', nota: 'Programma per l’alcol al SerD. Messa alla prova finita a ottobre 2025.' }, // prettier-ignore
        { salute: '2', lavoro: '2', educazione: '0', nota: 'Disturbo depressivo, seguita dal CSM.' },
        // nothing is blocked at sixteen, a way is proposed
        { eta: 16, educazione: '2', frequenza: 'fuori', avviso_scuola: 'diritto-dovere' },
        { eta: 11, educazione: '0', frequenza: 'regolare', assenze: 9, avviso_scuola: undefined },
        { eta: 2, educazione: '0', frequenza: undefined },
      ],
      minori_complessi: 1,
      aree_complesse: 5,
      esito_suggerito: 'E3',
      esito: 'E3',
      adulti: rows(
        ['genitore', 'programma', 'svantaggio', 'esclusione', 'percorso_suggerito', 'percorso'],
        [true, true, 'SV3', 'nessuna', 'P4', 'P4'],
        [true, { declined: 'not-collected' }, undefined, 'cura', 'P2', 'P2'],
      ),
      equipe: ['educatore', 'psicologo', 'sanita', 'scuola'],
    },
    'composizione-equipe': {
      persone: rows(
        ['nome', 'profilo'],
        ['G. Polvani', 'Educatrice professionale'],
        ['F. Iberti', 'Psicologo'],
        ['Insegnante di Sofia', 'Insegnante'],
        ['Centro per l’impiego Demo', 'Più avanti, solo per Salvatore'],
      ),
      riservate: rows(
        ['nome', 'profilo'],
        ['Referente SerD', 'Operatore del servizio per le dipendenze'],
        ['Referente CSM', 'Operatore del centro di salute mentale'],
        ['Neuropsichiatria infantile', 'Su chiamata'],
      ),
    },
    // the second wave, of 27/07; the first stands beside it in the print
    'quadro-analisi': {
      onda: 'T1',
      data: '2026-07-27',
      nucleo_livelli: grid('n', 5, 4, 5),
      adulti: [{ livelli: grid('ad', 5, 4, 5, 4, 5) }, { livelli: grid('ad', 5, 4, 6, 5, 4) }],
      minori: [
        {
          bisogni_livelli: {
            m1: undefined,
            m2: '5',
            m3: '5',
            m4: undefined,
            m5: '4',
            m6: '5',
            m7: undefined,
          },
          ambiente_livelli: { m13: undefined, m14: '5', m17: undefined },
        },
        {
          bisogni_livelli: grid('m', 3, 5, 4, 2, 4, 4, 4),
          genitori_livelli: { m8: '4', m9: '4', m10: '4', m11: '4', m12: '5' },
          ambiente_livelli: { m13: '5', m14: '5', m15: '5', m16: '4', m17: '4' },
        },
        {
          bisogni_livelli: { m1: '3', m2: '4', m3: undefined, m5: '3', m6: undefined, m7: '4' },
          genitori_livelli: { m8: '4', m9: '3', m10: undefined },
        },
      ],
    },
    'frequenza-scuola': {
      persona: 'sofiaC4nucl',
      classe: 'I media',
      giustificate: 6,
      ingiustificate: 3,
      totale: 9,
    },
    pais: {
      data_patto: '2026-03-18',
      al: '2027-03-18',
      parti: rows(
        ['id', 'percorso', 'tenuto'],
        ['salvatoreC4', 'P4', true],
        ['rosariaC4nu', 'P2', true],
        ['nicolaC4nuc'],
        ['sofiaC4nucl'],
        ['gabrielC4nu'],
      ),
      equipe_riservata: rows(['nome'], ['Referente SerD'], ['Referente CSM'], ['Neuropsichiatria infantile']),
      risultati: rows(
        ['obiettivo', 'entro'],
        ['obiettivo01', '2026-06-30'],
        ['obiettivo01'],
        ['obiettivo02', '2026-06-30'],
        ['obiettivo02'],
        ['obiettivo03'],
        ['obiettivo03'],
        ['obiettivo04'],
        ['obiettivo04'],
      ),
      impegni: rows(
        ['tipo', 'tenuto', 'condizionato', 'altri'],
        ['I08', 'salvatoreC4', true, ['sofiaC4nucl']],
        ['I08', 'rosariaC4nu', true, ['sofiaC4nucl']],
        ['I11', 'salvatoreC4', true],
        ['I12', 'rosariaC4nu', false, ['salvatoreC4', 'sofiaC4nucl']],
        ['I13', 'rosariaC4nu', false, ['salvatoreC4']],
        ['I15', 'rosariaC4nu', false, ['salvatoreC4']],
        // Nicola is involved, nobody binds him
        ['I09', 'rosariaC4nu', false, ['nicolaC4nuc']],
      ),
      sostegni: rows(
        ['servizio', 'articolo', 'categorie', 'ente', 'fondo', 'fondo_ammesso', 'costo'],
        ['educativa-domiciliare', '7.1.d', ['K1'], 'Coop. La Sponda', 'qsfp-2025', true, 374_400],
        ['pippi', undefined, ['K5'], 'Ambito Valprova', 'pnrr', true],
        ['sostegno-genitorialita', '7.1.f', ['K1'], 'Centro per la famiglia Valprova', 'qsfp-2025', true],
        ['serd', undefined, ['K7'], 'Azienda sanitaria Demo', 'nessuno', true],
        ['csm', undefined, ['K7'], 'Azienda sanitaria Demo', 'nessuno', true],
        ['desteenazione', undefined, ['K2'], 'Ambito Valprova', 'pn-inclusione', true],
        ['nido', undefined, ['K5'], 'Comune di Pieve Demo', 'comunale', true],
        ['sostegno-materiale', undefined, ['K4', 'K6'], 'Croce Rossa, comitato Demo', 'comunale', true],
      ),
      costo_totale: 374_400,
      // compulsory for Sofia, no longer for Nicola
      scuola: rows(['id', 'classe', 'frequenza', 'verificata_il'], ['sofiaC4nucl', 'I media', 'regolare', '2026-03-11']), // prettier-ignore
      verifiche: rows(['data'], ['2026-04-28'], ['2026-07-27']),
      collegamenti: rows(['tipo', 'descrizione'], ['pippi', 'P.I.P.P.I. 13']),
    },
    monitoraggio: {
      patto_numero: 'PAIS-2026-00004',
      data: '2026-04-28',
      prossima: '2026-07-27',
      sostegni: rows(
        ['servizio', 'attivato', 'importo'],
        ['educativa-domiciliare', true, 57_600],
        ['pippi', true],
        ['sostegno-genitorialita', false],
        ['serd', true],
        ['csm', true],
        ['desteenazione', true],
        ['nido', false],
        ['sostegno-materiale', true],
      ),
    },
  },
  reasons: {
    'analisi-preliminare': /bisogno complesso di cura, salute o educazione che riguarda un minore, oppure .* in almeno due aree/, // prettier-ignore
  },
  documents: {
    'pact family': [
      /Patto n\. PAIS-2026-00004 versione 1 Scritto il 18\/03\/2026 Dura dal 18\/03\/2026 al 18\/03\/2027/,
      /Misura Assegno di inclusione \(ADI\)/,
      /Salvatore Bendinoro ha presentato la domanda, ha impegni obbligatori 08\/03\/1980 BNDSVT80C08X003L Rosaria Aurelmi ha impegni obbligatori 02\/12\/1984 RLMRSR84T42X004G Nicola Bendinoro 21\/08\/2009 BNDNCL09M21X004I Sofia Bendinoro 12\/04\/2014 BNDSFO14D52X004P Gabriel Bendinoro 27\/10\/2023 BNDGRL23R27X004J/,
      /Lavorano con voi anche: G\. Polvani, Educatrice professionale, Coop\. La Sponda; F\. Iberti, Psicologo; Insegnante di Sofia, Insegnante, IC «Demo»\. Da dove/,
      /Obiettivo 1 Sofia va a scuola contenta e finisce l’anno/,
      /1\.1 Le assenze di Sofia sono al massimo 3 fino a giugno 30\/06\/2026 1\.2 Sofia fa i compiti tre volte alla settimana/,
      /Obiettivo 2 Nicola ritrova una strada/,
      /2\.1 Nicola è iscritto al CPIA o alla formazione professionale \(IeFP\) 30\/06\/2026 2\.2 Nicola va ai laboratori due volte alla settimana/,
      /Obiettivo 3 Rosaria e Salvatore stanno meglio e si dividono i compiti/,
      /3\.1 Rosaria e Salvatore vanno agli appuntamenti per la loro salute durante il patto 3\.2 Sul frigorifero c’è l’orario della famiglia/,
      /Obiettivo 4 I soldi bastano fino a fine mese/,
      /4\.1 Il foglio delle spese è tenuto per tre mesi durante il patto 4\.2 C’è un piano per i 240,00 € di affitto arretrato/,
      /Salvatore Far frequentare la scuola a Sofia con regolarità obbligo di legge con Sofia per il risultato 1\.1 durante il patto Rosaria Far frequentare la scuola a Sofia con regolarità obbligo di legge con Sofia per il risultato 1\.1/,
      /Salvatore Seguire il percorso concordato con il servizio sanitario obbligo di legge per il risultato 3\.1/,
      /Rosaria Accogliere l’educatrice a casa con Salvatore, Sofia per i risultati 1\.2, 3\.2 6 ore alla settimana/,
      /Rosaria Parlare con la scuola di Sofia e di Nicola con Nicola per i risultati 1\.1, 2\.1 durante il patto/,
      /Rosaria Partecipare al gruppo dei genitori con Salvatore per il risultato 3\.2/,
      /Rosaria Tenere il foglio delle spese con l’operatore con Salvatore per i risultati 4\.1, 4\.2/,
      /Educativa domiciliare per i risultati 1\.2, 3\.2 Coop\. La Sponda 6 ore alla settimana per 26 settimane/,
      /P\.I\.P\.P\.I\. 13 per i risultati 1\.1, 3\.2 Ambito Valprova gruppo dei genitori, lavoro con la scuola/,
      /Sostegno alla genitorialità per il risultato 3\.2 Centro per la famiglia Valprova/,
      /(Percorso con il servizio sanitario per il risultato 3\.1 Azienda sanitaria Demo – – ){2}/,
      /Centro DesTEENazione per il risultato 2\.2 Ambito Valprova due laboratori alla settimana/,
      /Nido d’infanzia per il risultato 3\.2 Comune di Pieve Demo 20 ore alla settimana per Gabriel/,
      /Pacco alimentare e aiuti materiali per il risultato 4\.1 Croce Rossa, comitato Demo un pacco al mese/,
      /La scuola Chi Scuola Classe Frequenza Controllata il Sofia IC «Demo» I media Regolare 11\/03\/2026 (?:pagina.{0,80} )?Quando ci rivediamo/,
      /Con chi 28\/04\/2026 Sportello di Pieve Demo L\. Morvani, G\. Polvani 27\/07\/2026 Sportello di Pieve Demo/,
      /Salvatore Bendinoro per la famiglia Firma Rosaria Aurelmi per la famiglia Firma L\. Morvani Assistente sociale, case manager Firma Nicola Bendinoro ha partecipato/,
    ],
    'pact internal': [
      /Educativa domiciliare per i risultati 1\.2, 3\.2 Coop\. La Sponda 6 ore alla settimana per 26 settimane – Fondo povertà, quota servizi 2025 3\.744,00 €/,
      /gruppo dei genitori, lavoro con la scuola – PNRR –/,
      /Centro per la famiglia Valprova – – Fondo povertà, quota servizi 2025 –/,
      /Servizio per le dipendenze per il risultato 3\.1 Azienda sanitaria Demo – – Nessun fondo, a carico dell’ente –/,
      /Centro di salute mentale per il risultato 3\.1 Azienda sanitaria Demo – – Nessun fondo, a carico dell’ente –/,
      /due laboratori alla settimana – PN Inclusione 2021-2027 –/,
      /20 ore alla settimana per Gabriel – Fondo comunale –/,
      /un pacco al mese – Fondo comunale –/,
      /Costo previsto di tutti i sostegni 3\.744,00 €/,
      /Esito dell’analisi E3\. Quadro di analisi con équipe multidisciplinare/,
      /Percorso P4\. Obbligo di attivazione sociale, facoltà di quella lavorativa .* Percorso P2\. Facoltà/,
      /Referente SerD .* Referente CSM .* Neuropsichiatria infantile .* Su chiamata/,
    ],
    'assessment family': [
      /Riservata ai servizi\. Contiene notizie che non vanno date alla famiglia/,
      /Esito suggerito E3\. Quadro di analisi con équipe multidisciplinare Esito per la famiglia E3\./,
      /(Percorso suggerito P4\.[^:]* Percorso P4\.).*(Percorso suggerito P2\.[^:]* Percorso P2\.)/,
      /Nicola Bendinoro .* Frequenza della scuola Non va a scuola Obbligo di istruzione Fra 16 e 18 anni: nessun blocco, si propone un percorso/,
      /4 voci migliorate, 0 voci peggiorate, 37 voci uguali/,
      change('N1. Situazione economica', 5, 5),
      change('N2. Situazione abitativa', 4, 4),
      change('N3. Reti familiari, di prossimità e sociali', 5, 5),
      // Salvatore, then Rosaria
      change('AD1. Salute e funzionamenti', 6, 5),
      change('AD1. Salute e funzionamenti', 5, 5),
      change('AD3. Condizione lavorativa e occupabilità', 5, 5),
      change('AD3. Condizione lavorativa e occupabilità', 6, 6),
      change('AD4. Vita quotidiana e autonomia', 4, 4),
      change('AD4. Vita quotidiana e autonomia', 5, 5),
      change('AD5. Relazioni e ruoli di cura e genitorialità', 5, 5),
      change('AD5. Relazioni e ruoli di cura e genitorialità', 4, 4),
      // Nicola, then Sofia
      change('6. Apprendimento', 6, 5),
      change('6. Apprendimento', 5, 4),
      change('1. Essere in salute', 3, 3),
      change('3. Identità e autostima', 4, 4),
      change('4. Autonomia', 2, 2),
      change('10. Guida, regole e valori', 5, 4),
      change('12. Autorealizzazione dei genitori', 5, 5),
      change('17. Rapporto con la scuola e risorse educative', 4, 4),
    ],
    'minutes family': [
      /Riservato all’équipe/,
      /mercoledì 11 marzo 2026/,
      /L\. Morvani .* G\. Polvani .* F\. Iberti .* Referente SerD .* Referente CSM .* Insegnante di S\. .* Assenti Neuropsichiatria infantile/,
    ],
    'referral family': [/Centro di salute mentale/, /Rosaria Aurelmi/],
    // what a teacher gets: the pupil, the class, the days
    'school family': [
      /Alunna o alunno Sofia Bendinoro Data di nascita 12\/04\/2014 Scuola IC «Demo», I media Periodo da giovedì 11 dicembre 2025 a martedì 10 marzo 2026 Giorni di assenza 6 giustificati, 3 non giustificati; 9 in tutto/,
    ],
    'monitoring family': [
      /Il patto n\. PAIS-2026-00004, versione 1, firmato mercoledì 18 marzo 2026/,
      /Le assenze di Sofia sono al massimo 3 fino a giugno 30\/06\/2026 Raggiunto in parte/,
      /Rosaria e Salvatore vanno agli appuntamenti per la loro salute Raggiunto/,
      /Seguire il percorso concordato con il servizio sanitario Salvatore Bendinoro Rispettato/,
      /(Percorso con il servizio sanitario Azienda sanitaria Demo sì non rilevato ){2}/,
      /Ci rivediamo lunedì 27 luglio 2026/,
    ],
    'monitoring internal': [
      /Educativa domiciliare Coop\. La Sponda sì 4 settimane, 24 ore 576,00 € Molto/,
      /Servizio per le dipendenze Azienda sanitaria Demo sì non rilevato Centro di salute mentale/,
    ],
  },
  never: {
    'receipt family': [forFew],
    'pact family': [forFew],
    'monitoring family': [forFew],
    'school family': [forFew, /Nicola|Salvatore|Rosaria|Gabriel|ADI|ISEE|patto|inclusione|affitt|educativ/i],
  },
};
