// SPDX-License-Identifier: AGPL-3.0-or-later
// Registers as they are read: which there are, and the rows of one with how each stands.
import type { Account, ListRow, Register } from '../../../schemas/types.ts';
import { caseWorkers } from '../../access.ts';
import type { Deps } from '../../deps.ts';
import { listRows } from '../../lists.ts';
import type { Locale } from '../../problems.ts';
import { keptRows, recordOf, type FoundRow } from '../../registers.ts';
import type { KeptRow } from '../../records.ts';
import type { Person } from '../../sessions.ts';
import type { Scope } from '../../storage/contract.ts';
import { standing, type Standing } from './row-marks.ts';
import { listAll } from '../../storage/list-all.ts';

const has = (account: Account, roles: readonly string[]): boolean =>
  account.roles.some((role) => roles.includes(role));

/** May this person change its rows? */
export const mayEdit = (person: Person, register: Register): boolean =>
  has(person.account.value, register.edits);
const mayRead = (person: Person, register: Register): boolean =>
  mayEdit(person, register) || has(person.account.value, register.reads ?? [...caseWorkers, 'fund-manager']);

/** A register by its name; undefined: there is none, or it is not this person's to read. */
export function registerOf(
  deps: Pick<Deps, 'catalogue'>,
  person: Person,
  name: string,
): Register | undefined {
  const register = deps.catalogue.registers(person.district).get(name);
  return register && mayRead(person, register) ? register : undefined;
}

/** May the rows of a list be looked up by this person? Some registers are for few. */
export function mayLookUp(deps: Pick<Deps, 'catalogue'>, person: Person, name: string): boolean {
  const register = deps.catalogue.registers(person.district).get(name);
  return !register?.reads || mayRead(person, register);
}

/** All rows, closed ones too; of acts of cases those of the person's own comuni, from the index alone. */
export async function foundRows(
  deps: Deps,
  person: Person,
  register: Register,
): Promise<readonly FoundRow[]> {
  if (!register.issued) {
    const kept = keptRows(deps.catalogue, person.district, register.id);
    const rows = listRows(deps, person.district, register.id) ?? [];
    return rows.map((row) => ({ rev: kept.get(row.id)?.rev ?? 0, row }));
  }
  const scope: Scope = { district: person.district, actor: person.account.id };
  const { comuni } = person.account.value;
  const where = { register: register.id, ...(comuni.length > 0 ? { comune: comuni } : {}) };
  const items = await listAll(deps, scope, 'rows', { where, newestFirst: true });
  return items.map(({ rev, fields }) => ({ rev, row: JSON.parse(String(fields['cells'])) as ListRow }));
}

/** A row as it stands. */
export interface KnownRow {
  readonly row: ListRow | undefined;
  readonly rev: number;
  readonly kept: KeptRow | undefined;
}

/** The row by its id; an act of a case outside the person's comuni is as if it were not there. */
export async function findRow(
  deps: Deps,
  person: Person,
  register: Register,
  id: string,
): Promise<KnownRow | undefined> {
  if (!register.issued) {
    const known = keptRows(deps.catalogue, person.district, register.id).get(id);
    const row = listRows(deps, person.district, register.id)?.find((one) => one.id === id);
    return row && { row, rev: known?.rev ?? 0, kept: known?.value };
  }
  const scope: Scope = { district: person.district, actor: person.account.id };
  const record = recordOf(register.id, id);
  const kept = await deps.store.get<KeptRow>(scope, 'rows', record);
  const { comuni } = person.account.value;
  if (!kept || (comuni.length > 0 && !comuni.includes(kept.value.comune ?? ''))) return undefined;
  return { row: kept.value.row, rev: kept.rev, kept: kept.value };
}

/** Title of a question in the language of the person. */
export function questionTitle(register: Register, key: string, locale: Locale): string {
  const { schema, translations } = register.form;
  return translations?.[locale]?.[`${key}.title`] ?? schema.properties[key]?.title ?? key;
}
export const titleOfRegister = (register: Register, locale: Locale): string =>
  (locale === 'en' ? register.title_en : undefined) ?? register.title;

/** Every register that the person may read, with how many rows want to be looked at. */
export async function listRegisters(deps: Deps, person: Person, locale: Locale) {
  const today = deps.clock.today();
  const items = [];
  for (const register of deps.catalogue.registers(person.district).values()) {
    if (!mayRead(person, register)) continue;
    const all = (await foundRows(deps, person, register)).map(({ row }) => standing(register, row, today));
    const count = (mark: Standing['marks'][number]): number =>
      all.filter(({ marks }) => marks.includes(mark)).length;
    items.push({
      name: register.id,
      title: titleOfRegister(register, locale),
      about: (locale === 'en' ? register.about_en : undefined) ?? register.about,
      rows: all.length - count('closed'),
      closed: count('closed'),
      stale: count('stale'),
      expiring: count('expiring'),
      expired: count('expired'),
      edits: mayEdit(person, register),
    });
  }
  return items.toSorted((a, b) => a.title.localeCompare(b.title, locale));
}
