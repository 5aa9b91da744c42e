// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import type { Deed } from './deeds.ts';

/** The numbers of the vouchers that the district gave before the families came. */
export const earlierVouchers: Deed = {
  day: '2026-01-12',
  title: 'six vouchers were given before',
  async does({ moving }) {
    const scope = { district: 'valprova', actor: 'system' };
    for (let given = 0; given < 6; given += 1) await moving.deps.store.count(scope, 'voucher/2026');
  },
};

interface Access {
  readonly at: string;
  readonly comune: string;
  readonly name: string;
  readonly by: string;
  readonly facts: { readonly [title: string]: string };
}

/** Somebody without food and gas is heard at the counter of another comune, and helped on the same day. */
export const urgentContact: Deed = {
  day: '2026-02-23',
  title: 'urgent at the counter of Borgoesempio, helped on the same day',
  async does({ seat, caseOf }) {
    const { page } = await seat('verzini');
    const rows = await page.evaluate(
      async () => ((await (await fetch('/api/counter/accesses')).json()) as { items: Access[] }).items,
    );
    const bruno = rows.find(({ name }) => name === 'Scortelli Bruno');
    assert.ok(bruno, JSON.stringify(rows));
    assert.deepEqual(
      [bruno.at.slice(0, 10), bruno.comune, bruno.by],
      ['2026-02-23', 'borgoesempio', 'M. Verzini'],
    );
    assert.deepEqual(
      [bruno.facts['Esito'], bruno.facts['Servizio']],
      ['Urgente: pronto intervento', 'Pronto intervento sociale'],
    );
    const { page: worker } = await seat('morvani');
    const voucher = await worker.evaluate(async (kase) => {
      const { documents } = (await (await fetch(`/api/cases/${kase}`)).json()) as {
        documents: { kind: string; number: string; issuedAt: string }[];
      };
      return documents.find(({ kind }) => kind === 'voucher');
    }, caseOf('c3'));
    assert.deepEqual([voucher?.number, voucher?.issuedAt.slice(0, 10)], ['2026-0007', '2026-02-23']);
  },
};
