// SPDX-License-Identifier: AGPL-3.0-or-later
// The state of progress as a document: true figures for who coordinates, protected ones for everybody else.
import type { District, ListRow } from '../../../schemas/types.ts';
import type { Progress } from '../../../templates/documents/progress/content.ts';
import { figureText, progressWords, tableTitle } from '../../../templates/documents/progress/texts.ts';
import { issuedRows } from '../../actions/issued-rows.ts';
import { standing } from '../../actions/row-marks.ts';
import { listAll } from '../../actions/show-case.ts';
import { readSummary } from '../../counting.ts';
import type { Deps } from '../../deps.ts';
import { listRows } from '../../lists.ts';
import { scopeOf } from '../../sessions.ts';
import { comuniAsked, comuniOf, periodAsked, span, type OfComuni, type OfPeriod } from '../asked.ts';
import type { Scope } from '../../storage/contract.ts';
import type { Report } from '../contract.ts';
import { countProgress, type Counted, type Frame } from './count.ts';
import { protect } from './protect.ts';

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
    const items = await listAll(deps, scope, 'cases', comuni.length ? { where: { comune: comuni } } : {});
    const cases = items.flatMap(({ fields }): Counted[] => {
      const summary = readSummary(fields);
      return summary
        ? [{ comune: String(fields['comune']), measure: String(fields['measure']), summary }]
        : [];
    });
    const counted = countProgress(cases, {
      from,
      to,
      comuni: district?.comuni ?? [],
      measures: deps.catalogue.measures,
      row: rows(deps, scope.district),
      vouchers: await vouchersIn(deps, scope, comuni, { from, to }),
      ...(district?.schoolAge ? { school: district.schoolAge } : {}),
    });
    const ratio = district && ratioOf(district, comuni);
    const content: Progress = {
      from,
      to,
      comuni,
      ...counted,
      ...(ratio ? { ratio } : {}),
      milestones: milestonesOf(deps, scope.district),
      critical,
    };
    return { ok: true, gathered: { content, title: span({ from, to }), comuni } };
  },
  outside: protect,
  sheets(content) {
    const t = progressWords('it');
    const cell = (figure: Progress['figures'][number]['figure'], is: 'count' | 'money') =>
      typeof figure === 'number' ? (is === 'money' ? figure / 100 : figure) : figureText(figure, is, 'it');
    return [
      {
        name: t('summary'),
        columns: [t('item'), t('many')],
        rows: content.figures.map(({ id, is, figure }) => [t(id), cell(figure, is)]),
      },
      ...content.tables.map((table) => ({
        name: tableTitle(table, 'it'),
        columns: [tableTitle(table, 'it'), ...table.columns.map(({ id }) => t(id))],
        rows: [...table.rows, { label: t('total'), figures: table.total }].map(({ label, figures }) => [
          label,
          ...figures.map((figure, column) => cell(figure, table.columns[column]?.is ?? 'count')),
        ]),
      })),
    ];
  },
};

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

/** Vouchers and the like of the period, from the registers of acts; those that were taken back do not count. */
async function vouchersIn(
  deps: Deps,
  scope: Scope,
  comuni: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
) {
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

/** Inhabitants for one social worker; undefined where it is not known how many there are for these comuni. */
export function ratioOf(district: District, comuni: readonly string[]): Progress['ratio'] {
  const { workforce } = district;
  if (!workforce) return undefined;
  const workers = workforce.workers.filter(
    ({ comune }) => comuni.length === 0 || (comune !== undefined && comuni.includes(comune)),
  );
  const fte = workers.reduce((sum, one) => sum + one.fte, 0);
  if (fte === 0) return undefined;
  const covered = district.comuni.filter(({ id }) => comuni.length === 0 || comuni.includes(id));
  if (covered.some((one) => one.inhabitants === undefined)) return undefined;
  const inhabitants = covered.reduce((sum, one) => sum + (one.inhabitants ?? 0), 0);
  const { standard, source } = workforce;
  const needed = Math.round((inhabitants / standard) * 100) / 100;
  return { inhabitants, fte, one: Math.round(inhabitants / fte), standard, needed, source };
}
