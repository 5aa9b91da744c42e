// SPDX-License-Identifier: AGPL-3.0-or-later
// The guide to services of the district or of some of its comuni, from its register.
import type { District, ListRow } from '../../schemas/types.ts';
import type {
  GuideEntry,
  GuideOffice,
  ServiceGuide,
} from '../../templates/documents/service-guide/content.ts';
import { monthsBefore } from '../actions/registers/row-marks.ts';
import { listRows } from '../lists.ts';
import { comuniAsked, comuniOf, type OfComuni } from './asked.ts';
import type { Report } from './contract.ts';

/** months after which an entry must be checked again, where the register does not say it */
const usual = 6;
/** columns that are told, in this order */
const told = [
  'destinatari',
  'accesso',
  'documenti',
  'orari',
  'sede',
  'contatto',
  'costo',
  'erogazione',
  'capienza',
] as const;

export const serviceGuide: Report<OfComuni, ServiceGuide> = {
  kind: 'service-guide',
  asks: { comuni: comuniAsked() },
  needs: [],
  comuni: comuniOf,
  async gather(deps, person, { comuni = [] }) {
    const register = [...deps.catalogue.registers(person.district).values()].find(
      ({ report }) => report === 'service-guide',
    );
    const rows = listRows(deps, person.district, register?.id ?? '') ?? [];
    const months = register?.checked?.months ?? usual;
    const kinds = listRows(deps, person.district, 'categorie-sostegno') ?? [];
    const day = deps.clock.today();
    const groups = new Map<string, GuideEntry[]>();
    for (const row of rows.filter((one) => inForce(one, day) && serves(one, comuni))) {
      const [code] = Array.isArray(row['categorie']) ? row['categorie'] : [];
      const title = kinds.find(({ id }) => id === code)?.title ?? '';
      groups.set(title, [...(groups.get(title) ?? []), entry(row, day, months)]);
    }
    // In the order of the list of categories; what has none comes last.
    const order = [...kinds.map(({ title }) => title), ''];
    const content: ServiceGuide = {
      comuni,
      day,
      months,
      offices: officesOf(deps.catalogue.districts.get(person.district), comuni),
      groups: order.flatMap((title) => {
        const entries = groups.get(title);
        return entries
          ? [{ title, entries: entries.toSorted((a, b) => a.title.localeCompare(b.title, 'it')) }]
          : [];
      }),
    };
    const count = content.groups.reduce((sum, { entries }) => sum + entries.length, 0);
    const names = deps.catalogue.districts.get(person.district)?.comuni ?? [];
    const where = names.filter(({ id }) => comuni.includes(id)).map(({ name }) => name);
    const title = [where.join(', ') || 'Tutto l’ambito', `${count} servizi`].join(' · ');
    return { ok: true, gathered: { content, title, comuni } };
  },
  sheets: ({ groups }) => [
    {
      name: 'Guida dei servizi',
      columns: ['Categoria', 'Servizio', 'Ente', 'Descrizione', ...told.map(capital), 'Verificato il', 'Da'],
      rows: groups.flatMap(({ title, entries }) =>
        entries.map((one) => [
          title,
          one.title,
          one.provider,
          one.about,
          ...told.map((word) => one.facts.find((fact) => fact.word === word)?.text ?? ''),
          one.checked,
          one.checkedBy,
        ]),
      ),
    },
  ],
};

const officesOf = (district: District | undefined, comuni: readonly string[]): readonly GuideOffice[] =>
  (district?.offices ?? [])
    .filter(({ comune }) => comuni.length === 0 || comuni.includes(comune))
    .map(({ name, address, phone, email, hours }) => ({
      name,
      address,
      reach: [phone, email].filter((one) => one !== undefined),
      hours,
    }));

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
const text = (row: ListRow, column: string): string => {
  const value = row[column];
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : '';
};

/** Is it offered on this day? */
const inForce = ({ valid_from: from, valid_to: to }: ListRow, day: string): boolean =>
  (from === undefined || String(from) <= day) && (to === undefined || day <= String(to));

/** Is the service for people of one of these comuni? Empty: of any. */
function serves(row: ListRow, comuni: readonly string[]): boolean {
  const served = row['comuni'];
  if (comuni.length === 0 || served === undefined || served === 'tutti') return true;
  const list = Array.isArray(served) ? served : String(served).split(/[\s,;]+/);
  return comuni.some((one) => list.includes(one));
}

function entry(row: ListRow, day: string, months: number): GuideEntry {
  const checked = text(row, 'aggiornato_il');
  return {
    title: row.title,
    provider: [text(row, 'ente'), text(row, 'tipo_ente')].filter(Boolean).join(', '),
    about: text(row, 'descrizione'),
    facts: told.flatMap((word) => (text(row, word) === '' ? [] : [{ word, text: text(row, word) }])),
    checked,
    checkedBy: text(row, 'aggiornato_da'),
    stale: checked === '' || checked < monthsBefore(day, months),
  };
}
