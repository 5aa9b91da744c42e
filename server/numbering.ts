// SPDX-License-Identifier: AGPL-3.0-or-later
// Numbers that people read: a district's masks over gap-free counters by year.
import type { Deps } from './deps.ts';
import type { Scope } from './storage/contract.ts';

const usual: { readonly [what: string]: string } = {
  pratica: '{ANNO}/{PROGR:5}',
  ricevuta: '{ANNO}-{PROGR:5}',
  patto: '{ANNO}/{PROGR:5}',
};

/** The next number of `what` (pratica, ricevuta, a kind of document…) as the district writes it. */
export async function nextNumber(
  deps: Pick<Deps, 'store' | 'catalogue' | 'clock'>,
  scope: Scope,
  what: string,
  comune = '',
): Promise<string> {
  const year = deps.clock.today().slice(0, 4);
  const numbering = deps.catalogue.districts.get(scope.district)?.numbering ?? {};
  const mask = numbering[what] ?? usual[what] ?? '{ANNO}/{PROGR:5}';
  const perComune = mask.includes('{COMUNE}') && comune !== '';
  const number = await deps.store.count(scope, `${what}/${year}${perComune ? `/${comune}` : ''}`);
  return fillMask(mask, { year, comune, number });
}

/** {ANNO}, {COMUNE} and {PROGR:5} in place. */
export function fillMask(
  mask: string,
  given: { readonly year: string; readonly comune: string; readonly number: number },
): string {
  return mask
    .replaceAll('{ANNO}', given.year)
    .replaceAll('{COMUNE}', given.comune.toUpperCase())
    .replace(/\{PROGR(?::(\d{1,2}))?\}/g, (_all, width?: string) =>
      String(given.number).padStart(Number(width ?? 1), '0'),
    );
}
