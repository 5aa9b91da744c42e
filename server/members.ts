// SPDX-License-Identifier: AGPL-3.0-or-later
// People of a case by the id of their row, whenever they were in the household.
import type { Case } from '../schemas/types.ts';
import { peopleOf } from './counting.ts';

export interface Member {
  /** row id */
  readonly id: string;
  readonly name: string;
  /** first and last composition that they are in; ISO dates. `to` absent: still there */
  readonly from: string;
  readonly to?: string;
  readonly taxCode?: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Everybody who is or was in the household, those of today first. */
export function membersOf(kase: Pick<Case, 'household' | 'counts'>): readonly Member[] {
  const counted = new Map(peopleOf(kase).map((one) => [one.id, one]));
  const found = new Map<string, Member>();
  for (const [place, { from, members }] of kase.household.entries()) {
    const until = kase.household[place + 1]?.from;
    for (const row of members) {
      const known = counted.get(row.id);
      const name =
        [text(known?.['name']) || text(row['nome']), text(known?.['surname']) || text(row['cognome'])]
          .filter(Boolean)
          .join(' ') || row.id;
      const code = text(known?.['tax_code']) || text(row['codice_fiscale']);
      found.set(row.id, {
        id: row.id,
        name,
        from: found.get(row.id)?.from ?? from,
        ...(until === undefined ? {} : { to: until }),
        ...(code ? { taxCode: code.toUpperCase() } : {}),
      });
    }
  }
  return [...found.values()].sort((a, b) => Number(a.to !== undefined) - Number(b.to !== undefined));
}
