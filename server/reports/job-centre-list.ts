// SPDX-License-Identifier: AGPL-3.0-or-later
// The list of people for the job centre: who has one of the district's paths and was assessed within a period.
import type { Case, District } from '../../schemas/types.ts';
import type { JobCentreList, JobCentreRow } from '../../templates/documents/job-centre-list/content.ts';
import { daysAfter } from '../calendar.ts';
import { listAll } from '../storage/list-all.ts';
import { newId } from '../clock.ts';
import { peopleOf, readSummary, wordsOf } from '../counting.ts';
import type { Deps } from '../deps.ts';
import { listRows } from '../lists.ts';
import { refuse } from '../problems.ts';
import type { KeptSending } from '../records.ts';
import type { Scope, Write } from '../storage/contract.ts';
import { scopeOf } from '../sessions.ts';
import { comuniAsked, comuniOf, periodAsked, span, type OfComuni, type OfPeriod } from './asked.ts';
import type { Report } from './contract.ts';

/** The period is that of the assessment. */
interface Asked extends OfPeriod, OfComuni {
  /** also who went out with an earlier list */
  readonly again?: boolean;
  readonly purpose: string;
}

/** On the screen: where each person comes from, and with which list they went out before. */
export interface SeenList extends JobCentreList {
  readonly rows: readonly (JobCentreRow & Source)[];
  /** how many are left out because they went out already */
  readonly before: number;
}
interface Source {
  readonly case: string;
  readonly person: string;
  readonly listed: string;
}

export const jobCentreList: Report<Asked, SeenList> = {
  kind: 'job-centre-list',
  asks: {
    comuni: comuniAsked(),
    ...periodAsked,
    again: { type: 'boolean' },
    purpose: { type: 'string', minLength: 3, maxLength: 500 },
  },
  needs: ['from', 'to', 'purpose'],
  comuni: comuniOf,
  async gather(deps, person, asked) {
    const scope = scopeOf(person);
    const district = deps.catalogue.districts.get(scope.district);
    const centre = district?.jobCentre;
    if (!district || !centre) return refuse('no-job-centre');
    const before = await sendings(deps, scope);
    const found = await people(deps, scope, centre, asked);
    const rows = found
      .map((one) => ({ ...one, listed: before.get(`${one.case} ${one.person}`) ?? '' }))
      .filter(({ listed }) => asked.again || listed === '');
    const content: SeenList = {
      receiver: { name: centre.name, address: centre.address ?? '' },
      basis: centre.basis,
      comuni: asked.comuni ?? [],
      days: centre.days,
      paths: centre.paths.map((code) => ({ code, title: titleIn(deps, scope.district, 'percorsi', code) })),
      rows: rows.toSorted((a, b) => byName(a, b)),
      before: found.length - rows.length,
    };
    const sent = deps.clock.today();
    return {
      ok: true,
      gathered: {
        content,
        title: `${span(asked)} · ${content.rows.length} ${content.rows.length === 1 ? 'persona' : 'persone'}`,
        comuni: content.comuni,
        purpose: asked.purpose,
        ...(centre.marks
          ? {
              marks: {
                key: centre.marks,
                date: sent,
                cases: [...new Set(content.rows.map((row) => row.case))],
              },
            }
          : {}),
        also: (document, number) => content.rows.map((row) => sending(row, document, number, sent)),
      },
    };
  },
  // Whom a row is about stays in the house: the list names people, not cases.
  outside: ({ rows, ...content }) => ({
    ...content,
    rows: rows.map(
      ({ case: _case, person: _person, listed: _listed, ...row }) => row as SeenList['rows'][number],
    ),
  }),
  sheets: ({ rows }) => [
    {
      name: 'Elenco',
      columns: [
        'Cognome',
        'Nome',
        'Codice fiscale',
        'Data di nascita',
        'Telefono',
        'Email',
        'Percorso',
        'Data analisi',
        'Data invio',
        'Entro il',
        'Disponibilità',
        'Spostamenti',
      ],
      rows: rows.map((row) => [
        row.surname,
        row.name,
        row.taxCode,
        row.birth,
        row.phone,
        row.email,
        row.path,
        row.analysed,
        row.sent,
        row.due,
        row.availability,
        row.travel,
      ]),
    },
  ],
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** “La mattina, il pomeriggio”. */
const sentence = ([first = '', ...more]: readonly string[]): string =>
  [first, ...more.map((one) => one.slice(0, 1).toLowerCase() + one.slice(1))].join(', ');
const byName = (a: JobCentreRow, b: JobCentreRow): number =>
  a.surname.localeCompare(b.surname, 'it') || a.name.localeCompare(b.name, 'it');

/** With which list each person of a case went out last. */
async function sendings(deps: Deps, scope: Scope): Promise<ReadonlyMap<string, string>> {
  const all = await listAll(deps, scope, 'sendings', {});
  return new Map(all.map(({ fields }) => [`${fields['case']} ${fields['person']}`, text(fields['number'])]));
}

function sending(row: Source, document: string, number: string, at: string): Write {
  const value: KeptSending = { document, number, case: row.case, person: row.person, at };
  return { do: 'create', collection: 'sendings', id: newId(), value };
}

/** The title of a row of a list; the code where there is none. */
const titleIn = (deps: Deps, district: string, list: string, code: string): string =>
  listRows(deps, district, list)?.find(({ id }) => id === code)?.title ?? code;

/** The index says who may be on it; only those cases are opened. */
async function people(
  deps: Deps,
  scope: Scope,
  centre: NonNullable<District['jobCentre']>,
  asked: Asked,
): Promise<readonly (JobCentreRow & Omit<Source, 'listed'>)[]> {
  const where = asked.comuni?.length ? { where: { comune: asked.comuni } } : {};
  const all = await listAll(deps, scope, 'cases', where);
  const fits = all.filter(({ fields }) =>
    readSummary(fields)?.people.some(({ path }) => path !== undefined && centre.paths.includes(path)),
  );
  const rows = await Promise.all(
    fits.map(async ({ id }) => {
      const kept = await deps.store.get<Case>(scope, 'cases', id);
      return kept ? rowsOf(deps, scope.district, id, kept.value, centre, asked) : [];
    }),
  );
  return rows.flat();
}

function rowsOf(
  deps: Deps,
  district: string,
  id: string,
  kase: Case,
  centre: NonNullable<District['jobCentre']>,
  asked: Asked,
): (JobCentreRow & Omit<Source, 'listed'>)[] {
  const words = wordsOf(kase);
  const analysed = text(words['analysed']);
  if (analysed < asked.from || analysed > asked.to) return [];
  const sent = deps.clock.today();
  const said = (list: string, code: unknown): string =>
    text(code) === '' ? '' : titleIn(deps, district, list, text(code));
  return peopleOf(kase)
    .filter(({ path }) => centre.paths.includes(text(path)))
    .map((one) => ({
      case: id,
      person: one.id,
      surname: text(one['surname']),
      name: text(one['name']),
      taxCode: text(one['tax_code']),
      birth: text(one['birth']),
      phone: text(words['phone']),
      email: text(words['email']),
      path: text(one['path']),
      pathTitle: titleIn(deps, district, 'percorsi', text(one['path'])),
      analysed,
      sent,
      due: daysAfter(sent, centre.days),
      availability: sentence(
        (Array.isArray(one['availability']) ? one['availability'] : []).map((code) =>
          said('disponibilita', code),
        ),
      ),
      travel: said('spostamenti', one['travel']),
    }));
}
