// SPDX-License-Identifier: AGPL-3.0-or-later
// The state of progress, from summaries of cases. Pure: no record is opened, nothing asks for the time.
import type { ListRow, Measure as Programme } from '../../../schemas/types.ts';
import type { Figure, Progress, Table } from '../../../templates/documents/progress/content.ts';
import { terms } from '../../actions/agenda/terms.ts';
import { ageOn, type Summary } from '../../counting.ts';

/** One case: where it is, under which measure, what it gave to be counted. */
export interface Counted {
  readonly comune: string;
  readonly measure: string;
  readonly summary: Summary;
}

export interface Frame {
  /** ISO dates, both within */
  readonly from: string;
  readonly to: string;
  readonly comuni: readonly { readonly id: string; readonly name: string; readonly inhabitants?: number }[];
  readonly measures: ReadonlyMap<string, Pick<Programme, 'terms' | 'name' | 'asked'>>;
  /** the row of a code in a list or register; undefined: not there */
  row(list: string, code: string): ListRow | undefined;
  readonly school?: { readonly from: number; readonly below: number };
  /** people who came to the counter within the period */
  readonly accesses?: number;
  /** comuni of the requests of the period that no case took up */
  readonly waiting?: readonly string[];
  /** acts that give a family something of worth (vouchers), those of the period; cents */
  readonly vouchers?: readonly { readonly case: string; readonly value: number; readonly used: boolean }[];
}

const unsaid = '–';
const adult = 18;

/** What is counted at the end of a period of the cases that were open by then. */
export function countProgress(
  all: readonly Counted[],
  frame: Frame,
): Pick<Progress, 'figures' | 'medians' | 'tables'> {
  const { from, to } = frame;
  const cases = all.filter(({ summary }) => beginning(summary) <= to);
  const asking = [
    ...cases.filter(({ summary }) => beginning(summary) >= from).map(({ comune }) => comune),
    ...(frame.waiting ?? []),
  ];
  // What came after the period is not of it: who was born, what was agreed.
  const people = cases.flatMap(({ summary }) => summary.people.filter(({ birth = '' }) => birth <= to));
  const analysed = cases.filter(({ summary }) => !isAfter(summary, 'primo_incontro', to));
  const agreed = cases.filter(({ summary }) => !isAfter(summary, 'patto', to));
  const ages = people.flatMap(({ birth }) => (birth === undefined ? [] : [ageOn(birth, to)]));
  const { school } = frame;
  const supports = agreed.flatMap(({ summary }) => summary.supports.map((support) => ({ support, summary })));
  const paid = cases.flatMap(({ summary }) => (summary.monthly === undefined ? [] : [summary.monthly]));
  const reached = (key: string): number => cases.filter(({ summary }) => by(summary, key, to)).length;
  const count = (id: string, figure: Figure) => ({ id, is: 'count' as const, figure });
  const money = (id: string, figure: Figure, of: number) => ({ id, is: 'money' as const, figure, of });
  return {
    figures: [
      ...(frame.accesses === undefined ? [] : [count('accesses', frame.accesses)]),
      count('requests', asking.length),
      count('households', cases.length),
      count('persons', people.length),
      count('minors', ages.filter((age) => age < adult).length),
      ...(school
        ? [count('pupils', ages.filter((age) => age >= school.from && age < school.below).length)]
        : []),
      count('analysed', analysed.filter(({ summary }) => summary.outcome !== undefined).length),
      count('deep', reached('quadro')),
      count('pacts', reached('patto')),
      count('supports', supports.length),
      money('spend', sum(supports.map(({ support }) => support.cost ?? 0)), householdsOf(supports)),
      ...vouchersOf(frame.vouchers ?? []),
      count('paid', paid.length),
      money('monthly', sum(paid), paid.length),
    ],
    medians: [
      median('first-meeting', cases, (one) => frame.measures.get(one.measure)?.asked, 'primo_incontro', to),
      median('pact', cases, () => 'primo_incontro', 'patto', to),
    ],
    tables: [
      demand(asking, frame),
      households('comuni', cases, frame, (one) => [
        frame.comuni.find(({ id }) => id === one.comune)?.name ?? one.comune,
      ]),
      households('branches', cases, frame, ({ summary }) => [
        frame.row('rami', summary.branch ?? '')?.title ?? summary.branch ?? unsaid,
      ]),
      rowsBy(
        'outcomes',
        analysed.filter(({ summary }) => summary.outcome !== undefined),
        ({ summary }) => coded(frame, 'esiti-analisi', summary.outcome),
      ),
      rowsBy(
        'paths',
        analysed.flatMap(({ summary }) => summary.people).filter(({ path }) => path !== undefined),
        ({ path }) => coded(frame, 'percorsi', path),
      ),
      late(cases, frame),
      rowsBy(
        'results',
        cases.flatMap(({ summary }) =>
          (summary.dates['incontro'] ?? '') > to ? [] : (summary.results ?? []),
        ),
        (code) => frame.row('livelli-risultato', code)?.title ?? code,
      ),
      spent(
        'services',
        supports,
        ({ support }) => frame.row('servizi', support.service ?? '')?.title ?? support.service,
      ),
      // by the letter of the law that the service stands under
      spent('letters', supports, ({ support }) => {
        const code = frame.row('servizi', support.service ?? '')?.['articolo'];
        return typeof code === 'string' ? coded(frame, 'articolo-7', code) : undefined;
      }),
      spent(
        'funds',
        supports,
        ({ support }) => frame.row('fondi', support.fund ?? '')?.title ?? support.fund,
      ),
      // One with several categories is counted in the first: else the rows would be more than there are.
      spent('categories', supports, ({ support }) => {
        const [code] = support.categories ?? [];
        return code === undefined ? undefined : coded(frame, 'categorie-sostegno', code);
      }),
      rowsBy(
        'factors',
        analysed.flatMap(({ summary }) => summary.factors ?? []),
        (code) => frame.row('fattori-poverta', code)?.title ?? code,
      ),
      rowsBy(
        'aims',
        agreed.flatMap(({ summary }) => summary.aims ?? []),
        (code) => frame.row('obiettivi-strategici', code)?.title ?? code,
      ),
    ].filter(({ rows }) => rows.length > 0),
  };
}

/** How many were given and what they are worth, how many were used and for how much. */
function vouchersOf(all: NonNullable<Frame['vouchers']>): Progress['figures'] {
  if (all.length === 0) return [];
  const used = all.filter((one) => one.used);
  const worth = (some: typeof all): number => sum(some.map(({ value }) => value));
  const of = (some: typeof all): number => new Set(some.map((one) => one.case)).size;
  return [
    { id: 'vouchers', is: 'count', figure: all.length },
    { id: 'voucher-value', is: 'money', figure: worth(all), of: of(all) },
    { id: 'vouchers-used', is: 'count', figure: used.length },
    { id: 'voucher-spend', is: 'money', figure: worth(used), of: of(used) },
  ];
}

type Paid = { readonly support: Summary['supports'][number]; readonly summary: Summary };

/** The day from which a case counts: its first date, else the day on which it was opened. */
const beginning = ({ dates, opened }: Summary): string => {
  let first = opened;
  for (const date of Object.values(dates)) if (date < first) first = date;
  return first;
};
/** The day on which it happened first: a pact that was renewed had been signed before. */
const firstDay = ({ dates, moments = [] }: Summary, key: string): string | undefined =>
  moments.reduce(
    (first, one) => (one.key === key && (first === undefined || one.date < first) ? one.date : first),
    dates[key],
  );
const by = (summary: Summary, key: string, to: string): boolean => (firstDay(summary, key) ?? '9') <= to;
/** It is known to have happened after the period. */
const isAfter = (summary: Summary, key: string, to: string): boolean => (firstDay(summary, key) ?? '') > to;
const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

function coded(frame: Frame, list: string, code: string | undefined): string {
  const title = frame.row(list, code ?? '')?.title;
  return title === undefined ? (code ?? unsaid) : `${code}. ${title}`;
}

function grouped<One>(all: readonly One[], label: (one: One) => string | undefined): [string, One[]][] {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const name = label(one) ?? unsaid;
    const known = groups.get(name);
    if (known) known.push(one);
    else groups.set(name, [one]);
  }
  return [...groups].toSorted(([a], [b]) => a.localeCompare(b, 'it'));
}

/** Requests by comune; on a thousand inhabitants where it is written how many there are in all of these. */
function demand(asking: readonly string[], { comuni }: Frame): Table {
  const known = new Map(comuni.map((one) => [one.id, one]));
  const groups = grouped(asking, (id) => id).map(([id, some]) => ({
    label: known.get(id)?.name ?? id,
    many: some.length,
    inhabitants: known.get(id)?.inhabitants,
  }));
  const isRated = groups.every(({ inhabitants = 0 }) => inhabitants > 0);
  const figures = (many: number, inhabitants: number): number[] => [
    many,
    ...(isRated ? [Math.round((many * 100_000) / inhabitants) / 100] : []),
  ];
  return {
    id: 'demand',
    columns: [{ id: 'many', is: 'count' }, ...(isRated ? [{ id: 'on-thousand', is: 'rate' as const }] : [])],
    rows: groups
      .toSorted((a, b) => a.label.localeCompare(b.label, 'it'))
      .map(({ label, many, inhabitants = 0 }) => ({ label, figures: figures(many, inhabitants) })),
    total: figures(asking.length, sum(groups.map(({ inhabitants = 0 }) => inhabitants))),
  };
}

/** Households, persons and minors by something of the case. */
function households(
  id: string,
  cases: readonly Counted[],
  { to }: Frame,
  label: (one: Counted) => readonly [string],
): Table {
  // Born after this day is who is not of age yet.
  const since = `${Number(to.slice(0, 4)) - adult}${to.slice(4)}`;
  const figures = (some: readonly Counted[]): number[] => {
    let [persons, minors] = [0, 0];
    for (const { summary } of some)
      for (const { birth = '' } of summary.people) {
        if (birth > to) continue;
        persons += 1;
        if (birth > since) minors += 1;
      }
    return [some.length, persons, minors];
  };
  return {
    id,
    columns: ['households', 'persons', 'minors'].map((one) => ({ id: one, is: 'count' as const })),
    rows: grouped(cases, (one) => label(one)[0]).map(([name, some]) => ({
      label: name,
      figures: figures(some),
    })),
    total: figures(cases),
  };
}

function rowsBy<One>(id: string, all: readonly One[], label: (one: One) => string): Table {
  return {
    id,
    columns: [{ id: 'many', is: 'count' }],
    rows: grouped(all, label).map(([name, some]) => ({ label: name, figures: [some.length] })),
    total: [all.length],
  };
}

/** Supports, each counted once, with what they cost. */
function spent(id: string, all: readonly Paid[], label: (one: Paid) => string | undefined): Table {
  const figures = (some: readonly Paid[]): number[] => [
    some.length,
    sum(some.map(({ support }) => support.cost ?? 0)),
  ];
  return {
    id,
    columns: [
      { id: 'many', is: 'count' },
      { id: 'cost', is: 'money' },
    ],
    rows: grouped(all, label).map(([name, some]) => ({
      label: name,
      figures: figures(some),
      of: householdsOf(some),
    })),
    total: figures(all),
    of: householdsOf(all),
  };
}

/** One household may have many supports. */
const householdsOf = (some: readonly Paid[]): number => new Set(some.map(({ summary }) => summary)).size;

/** Terms that have passed without being met, by the end of the period. */
function late(cases: readonly Counted[], { measures, to }: Frame): Table {
  const passed = cases.flatMap(({ measure, summary }) => {
    const programme = measures.get(measure);
    return programme ? passedOf(programme, summary, to) : [];
  });
  return rowsBy('late', passed, (title) => title);
}

interface Passed {
  readonly programme: Frame['measures'] extends ReadonlyMap<string, infer One> ? One : never;
  readonly to: string;
  readonly titles: readonly string[];
}
/** What was found last of each case: the same period is asked for more than once, and few cases change meanwhile. */
const passedBefore = new WeakMap<Summary, Passed>();
const none: readonly string[] = [];

function passedOf(programme: Passed['programme'], summary: Summary, to: string): readonly string[] {
  const before = passedBefore.get(summary);
  if (before && before.programme === programme && before.to === to) return before.titles;
  const known = Object.fromEntries(Object.entries(summary.dates).filter(([, date]) => date <= to));
  const moments = summary.moments?.filter(({ date }) => date <= to);
  const all = terms(programme, known, to, { ...summary, ...(moments ? { moments } : {}), facts: summary });
  const found = all.filter(({ state, met }) => state === 'late' && met === undefined);
  const titles = found.length > 0 ? found.map(({ title }) => title) : none;
  passedBefore.set(summary, { programme, to, titles });
  return titles;
}

/** Median of whole days between two dates of the cases that have both; the mean of the middle two, rounded up. */
function median(
  id: string,
  cases: readonly Counted[],
  from: (one: Counted) => string | undefined,
  until: string,
  to: string,
): Progress['medians'][number] {
  const days = cases
    .flatMap((one) => {
      const { dates } = one.summary;
      const [first, last] = [dates[from(one) ?? ''], dates[until]];
      return first !== undefined && last !== undefined && last <= to
        ? [Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000)]
        : [];
    })
    .toSorted((a, b) => a - b);
  const [low, high] = [days[Math.floor((days.length - 1) / 2)], days[Math.floor(days.length / 2)]];
  return low === undefined || high === undefined
    ? { id, cases: 0 }
    : { id, days: Math.ceil((low + high) / 2), cases: days.length };
}
