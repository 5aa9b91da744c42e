// SPDX-License-Identifier: AGPL-3.0-or-later
// What follows from a case and is kept with it, because lists and searches read only the index: phase and roll.
import type { Case, RollEntry } from '../../../schemas/types.ts';
import { keyed } from '../../clock.ts';
import { peopleOf } from '../../counting.ts';
import type { Deps } from '../../deps.ts';
import { phasesOf } from './phase.ts';

type PlacedDeps = Pick<Deps, 'catalogue' | 'forms' | 'clock' | 'secret'>;

/** The case with its phase and its roll as they follow from the rest. Every change of a case ends here. */
export function placed(deps: PlacedDeps, district: string, value: Case): Case {
  const { phase: _phase, roll: before = [], ...rest } = value;
  const here = phasesOf(deps, district, value).find(({ state }) => state === 'here');
  const roll = rollOf(deps, district, value, before);
  return { ...rest, ...(here ? { phase: here.id } : {}), ...(roll.length > 0 ? { roll } : {}) };
}

/** Digest of a tax code as the index keeps it; it tells nothing without the server's secret. */
export const codeKey = (deps: Pick<Deps, 'secret'>, district: string, code: string): string =>
  keyed(deps.secret, 'tax-code', district, code.toUpperCase()).slice(0, 16);

const said = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Everybody who was ever in the household: who has gone is still found. */
function rollOf(deps: PlacedDeps, district: string, value: Case, before: readonly RollEntry[]): RollEntry[] {
  const all = new Map(before.map((one) => [one.id, one]));
  const enter = (id: string, surname: unknown, name: unknown, code: unknown): void => {
    const called = [said(surname), said(name)].filter(Boolean).join(' ');
    if (called === '') return;
    const known = all.get(id);
    const key = said(code) === '' ? known?.key : codeKey(deps, district, said(code));
    all.set(id, { id, name: called, ...(key ? { key } : {}) });
  };
  for (const { members } of value.household)
    for (const { id, cognome, nome } of members) if (!all.has(id)) enter(id, cognome, nome, undefined);
  for (const { id, surname, name, tax_code: code } of peopleOf(value)) enter(id, surname, name, code);
  return [...all.values()];
}
