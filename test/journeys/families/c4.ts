// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Expected } from './shape.ts';

export const c4: Expected = {
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
};
