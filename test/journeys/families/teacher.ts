// SPDX-License-Identifier: AGPL-3.0-or-later
// The teacher of the girl of the fourth family: reads what the pact says of school, and nothing else of anybody.
import assert from 'node:assert/strict';
import { choose, click, find, textOf } from '../stage.ts';
import type { Deed } from './deeds.ts';

const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

export const teacher: Deed = {
  day: '2026-03-18',
  title: 'a teacher sees the rows of school of the signed pact alone',
  async does({ seat, go, caseOf }) {
    const { page } = await seat('maestrini');
    // the screen of who has no list of cases
    await find(page, '[data-none]');
    const { page: lead } = await seat('ardenzi');
    await go(lead, `#/case/${caseOf('c4')}`);
    await choose(lead, '#assign', 'maestrini');
    await click(lead, '[data-assign]');
    await find(lead, '[data-partner="maestrini"]');
    assert.match(await textOf(lead, '[data-partner]'), /B\. Maestrini, IC Demo\s+vede solo la sua parte del patto: Scuola/); // prettier-ignore

    await go(page, '');
    await find(page, '[data-shared]');
    assert.equal(
      plain(await textOf(page, '[data-shared]')),
      'Sofia Bendinoro Pratica 2026/PIEVEDEMO/00001 Il patto vale dal 18/03/2026 al 18/03/2027 Chi chiamare L. Morvani, Assistente sociale, case manager, tel. 0999 100120 ' +
        'Obiettivi Sofia va a scuola contenta e finisce l’anno ' +
        'Risultati attesi Le assenze di Sofia sono al massimo 3 fino a giugno Entro il 30/06/2026 Sofia fa i compiti tre volte alla settimana ' +
        'Impegni della famiglia Far frequentare la scuola a Sofia con regolarità ' +
        'Sostegni P.I.P.P.I. 13 Chi lo dà Ambito Valprova ' +
        'Scuola IC «Demo» Classe I media Frequenza Regolare Verificata il 11/03/2026',
    );
    const told = await page.evaluate(async () => (await fetch('/api/shared')).text());
    assert.doesNotMatch(told, /Nicola|Gabriel|Salvatore|Rosaria|SerD|CSM|sanitari|alcol|depress|livello|E3|P4\.|ISEE|€|affitto|fondo|nido/i); // prettier-ignore
    const answered = await page.evaluate(async (kase) => {
      const paths = ['', '/pact', '/diary', '/attachments', '/appointments'].map(
        (end) => `/api/cases/${kase}${end}`,
      );
      const all = [...paths, '/api/cases', '/api/documents', '/api/deadlines', '/api/registers'];
      return Promise.all(all.map(async (path) => (await fetch(path)).status));
    }, caseOf('c4'));
    assert.deepEqual(answered, answered.map(() => 403)); // prettier-ignore
  },
};
