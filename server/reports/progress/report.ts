// SPDX-License-Identifier: AGPL-3.0-or-later
// The state of progress as a document: true figures for who coordinates, protected ones for everybody else.
import type { District, ListRow } from '../../../schemas/types.ts';
import type { Progress } from '../../../templates/documents/progress/content.ts';
import { issuedRows } from '../../actions/registers/issued-rows.ts';
import { accessesOf } from '../../actions/counter/list-accesses.ts';
import { standing } from '../../actions/registers/row-marks.ts';
import { catchUp } from '../../counter/register.ts';
import { registryOf } from '../../counter/registry.ts';
import { romeDay } from '../../clock.ts';
import { readSummary } from '../../counting.ts';
import type { Deps } from '../../deps.ts';
import { listRows } from '../../lists.ts';
import { remember } from '../../remembered.ts';
import { scopeOf } from '../../sessions.ts';
import { comuniAsked, comuniOf, periodAsked, span, type OfComuni, type OfPeriod } from '../asked.ts';
import type { Scope } from '../../storage/contract.ts';
import type { Report } from '../contract.ts';
import { countProgress, type Counted, type Frame } from './count.ts';
import { protect } from './protect.ts';
import { progressSheets } from './sheets.ts';

interface Asked extends OfPeriod, OfComuni {
  /** what does not go well, in words */
  readonly critical?: string;
}

export const progress: Report<Asked, Progress> = {
  kind: 'progress',
  asks: {
    comuni: comuniAsked(),
    ...periodAsked,
    critical: { type: 'string', maxLength: 2000 },
  },
  needs: ['from', 'to'],
  comuni: comuniOf,
  async gather(deps, person, { comuni = [], from, to, critical = '' }) {
    const scope = scopeOf(person);
    const district = deps.catalogue.districts.get(scope.district);
    const { rows: all } = await countedOf(deps, scope.district);
    const cases = comuni.length > 0 ? all.filter(({ comune }) => comuni.includes(comune)) : all;
    const counted = countProgress(cases, {
      from,
      to,
      comuni: district?.comuni ?? [],
      measures: deps.catalogue.measures,
      row: rows(deps, scope.district),
      vouchers: await vouchersIn(deps, scope, comuni, { from, to }),
      ...(await atCounter(deps, scope.district, comuni, { from, to })),
      ...(district?.schoolAge ? { school: district.schoolAge } : {}),
    });
    const ratio = district ? ratioOf(district, comuni) : undefined;
    const content: Progress = {
      from,
      to,
      comuni,
      ...counted,
      ...(typeof ratio === 'object' ? { ratio } : {}),
      ...(typeof ratio === 'string' ? { lacks: ratio } : {}),
      milestones: milestonesOf(deps, scope.district),
      critical,
    };
    return { ok: true, gathered: { content, title: span({ from, to }), comuni } };
  },
  outside: protect,
  sheets: progressSheets,
};

/** The cases that count, as the index tells them; in no order. */
const countedOf = remember<Counted>({
  collection: 'cases',
  data: () => [],
  rows:
    () =>
    ({ fields }) => {
      const summary = readSummary(fields);
      return summary
        ? [{ comune: String(fields['comune']), measure: String(fields['measure']), summary }]
        : [];
    },
  order: () => 0,
});

/** Rows of lists and registers by their code, each list read once. */
function rows(deps: Deps, district: string): Frame['row'] {
  const known = new Map<string, ReadonlyMap<string, ListRow>>();
  return (list, code) => {
    let found = known.get(list);
    if (!found) {
      found = new Map((listRows(deps, district, list) ?? []).map((row) => [row.id, row]));
      known.set(list, found);
    }
    return found.get(code);
  };
}

/** Who came to the counter within the period, and where requests were made that no case took up. */
async function atCounter(deps: Deps, district: string, comuni: readonly string[], { from, to }: OfPeriod) {
  await catchUp(deps, district);
  const within = (comune: string, day: string): boolean =>
    from <= day && day <= to && (comuni.length === 0 || comuni.includes(comune));
  const [accesses, requests] = await Promise.all([accessesOf(deps, district), registryOf(deps, district)]);
  return {
    accesses: accesses.rows.filter(({ comune, day }) => within(comune, day)).length,
    waiting: requests.rows
      .filter((row) => row.case === undefined && within(row.comune, romeDay(row.at)))
      .map(({ comune }) => comune),
  };
}

/** Vouchers and the like of the period, from the registers of acts; those that were taken back do not count. */
async function vouchersIn(deps: Deps, scope: Scope, comuni: readonly string[], { from, to }: OfPeriod) {
  const of = comuni.length > 0 ? { comune: comuni } : {};
  const all = await Promise.all(
    [...deps.catalogue.registers(scope.district).values()].map((one) => issuedRows(deps, scope, one, of)),
  );
  return all.flat().filter(({ counts, day }) => counts && from <= day && day <= to);
}

/** From the register that is kept of them; one that is closed is told no more. */
function milestonesOf(deps: Deps, district: string): Progress['milestones'] {
  const register = [...deps.catalogue.registers(district).values()].find(({ from }) => from === 'milestones');
  const kept = register && listRows(deps, district, register.id);
  if (!register || !kept) return deps.catalogue.districts.get(district)?.milestones ?? [];
  const today = deps.clock.today();
  return kept
    .filter((row) => !standing(register, row, today).marks.includes('closed'))
    .map(({ title, ...row }) => ({
      title,
      state: row['state'] as Progress['milestones'][number]['state'],
      ...(typeof row['on'] === 'string' ? { on: row['on'] } : {}),
    }));
}

/**
 * Inhabitants for one social worker; a word where it is not known how many there are of either for these comuni.
 * Undefined: there is no standard.
 */
export function ratioOf(
  district: District,
  comuni: readonly string[],
): Progress['ratio'] | NonNullable<Progress['lacks']> {
  const { workforce } = district;
  if (!workforce) return undefined;
  const covered = district.comuni.filter(({ id }) => comuni.length === 0 || comuni.includes(id));
  if (covered.some((one) => one.inhabitants === undefined)) return 'inhabitants';
  const workers = workforce.workers.filter(
    ({ comune }) => comuni.length === 0 || (comune !== undefined && comuni.includes(comune)),
  );
  const fte = workers.reduce((sum, one) => sum + one.fte, 0);
  if (fte === 0) return 'workers';
  const inhabitants = covered.reduce((sum, one) => sum + (one.inhabitants ?? 0), 0);
  const { standard, source, marks } = workforce;
  const needed = Math.round((inhabitants / standard) * 100) / 100;
  const one = Math.round(inhabitants / fte);
  return { inhabitants, fte, one, standard, needed, source, ...(marks ? { marks } : {}) };
}
