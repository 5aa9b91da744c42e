// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { terms, type Change, type Known, type TermRow } from '../../../../server/actions/agenda/terms.ts';
import { daysAfter } from '../../../../server/calendar.ts';
import { closedDays } from '../../../../server/calendar.ts';
import type { Case, ListRow, Measure, Term } from '../../../../schemas/types.ts';

const read = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));
const adi = (await read('schemas/national/adi/measure.json')) as Measure;
const social = (await read('schemas/national/sociale/measure.json')) as Measure;
const holidays = ((await read('schemas/lists/festivita.json')) as { rows: ListRow[] }).rows;
const closed = closedDays(holidays);

const one = (term: Partial<Term>): Pick<Measure, 'terms'> => ({
  terms: [{ id: 'X', title: 'x', from: 'a', days: 10, source: 's', ...term } as Term],
});
const row = (term: Partial<Term>, dates: Case['dates'], today: string, known: Known = {}): TermRow =>
  terms(one(term), dates, today, known)[0]!;
const adults = (...paths: string[]) => ({ people: paths.map((path) => ({ path })) });

test('the dates of the families, exactly', () => {
  const table: readonly (readonly [string, Case['dates'], object, string])[] = [
    ['C1', { pad: '2026-01-20', primo_incontro: '2026-02-11' }, adults('P1'), 'T3 2026-03-21 met, T5 2026-04-12 open, V1 2026-05-12 open, T4 2026-05-20 met'],
    ['C4', { pad: '2025-12-15', primo_incontro: '2026-01-28' }, adults('P4', 'P2'), 'T3 2026-02-13 met, T5 2026-03-29 open, T4 2026-04-14 met, T7 2026-04-28 open'],
    ['C5', { pad: '2026-02-03', primo_incontro: '2026-02-18' }, adults('P4'), 'T3 2026-04-04 met, T5 2026-04-19 open, T7 2026-05-19 open, T4 2026-06-03 met'],
    ['C6', { pad: '2025-11-24', primo_incontro: '2026-02-25' }, adults('P2', 'P2'), 'T3 2026-01-23 late, T4 2026-03-24 met, T5 2026-04-26 open, T7 2026-05-26 open'],
  ]; // prettier-ignore
  for (const [family, dates, facts, expected] of table) {
    const rows = terms(adi, dates, '2026-03-02', { facts, closed }).filter(({ level }) => level !== 'mark');
    assert.equal(rows.map(({ id, due, state }) => `${id} ${due} ${state}`).join(', '), expected, family);
  }
  const [answer] = terms(social, { richiesta_ag: '2026-02-12' }, '2026-03-02', { facts: {} });
  assert.deepEqual([answer?.due, answer?.state, answer?.rights], ['2026-04-13', 'open', 'reserved']);
  assert.deepEqual(terms(adi, {}, '2026-03-02'), []);
});

test('every term of the law, one by one', () => {
  const table: readonly (readonly [string, Case['dates'], object, string, string])[] = [
    ['T1', { pad: '2026-01-31' }, {}, '2026-02-01', 'met'],
    ['T2', { arrivo: '2026-01-25' }, {}, '2026-01-25', 'met'],
    ['T4', { pad: '2026-01-20' }, {}, '2026-05-20', 'late'],
    ['T6', { invio_cpi: '2026-02-25' }, {}, '2026-04-26', 'late'],
    ['T6', { invio_cpi: '2026-02-25', psp: '2026-04-27' }, {}, '2026-04-26', 'met'],
    ['T8', { psp: '2026-03-10' }, adults('P1'), '2026-06-08', 'open'],
    ['T9', { assenza: '2026-04-01' }, {}, '2026-04-01', 'open'],
    ['T9', { assenza: '2026-04-01', assenza_giustificata: '2026-04-03' }, {}, '2026-04-01', 'met'],
    ['T10', { segnalazione_scuola: '2026-05-28' }, {}, '2026-06-04', 'open'],
    ['T11', { rinnovo: '2026-02-20', primo_incontro: '2025-09-01' }, {}, '2026-06-20', 'open'],
    ['T11', { rinnovo: '2026-02-20', incontro: '2026-05-01' }, {}, '2026-06-20', 'met'],
    ['T12', { decadenza: '2025-12-31', pad: '2025-01-01' }, {}, '2026-06-30', 'open'],
  ]; // prettier-ignore
  for (const [id, dates, facts, due, state] of table) {
    const found = terms(adi, dates, '2026-06-01', { facts, closed }).find((each) => each.id === id);
    assert.deepEqual([found?.due, found?.state], [due, state], `${id} of ${JSON.stringify(dates)}`);
  }
});

test('who is asked: without the right people there is no term; without facts all are shown', () => {
  const dates = { primo_incontro: '2026-02-11', psp: '2026-02-20' };
  const ids = (facts?: object) =>
    terms(adi, dates, '2026-03-02', facts ? { facts } : {})
      .map(({ id }) => id)
      .filter((id) => ['T7', 'T8', 'V1'].includes(id));
  assert.deepEqual(ids(adults('P1')), ['V1', 'T8']);
  assert.deepEqual(ids(adults('P2')), ['T7']);
  assert.deepEqual(ids(adults('P1', 'P4')), ['T7', 'T8']);
  assert.deepEqual(ids(), ['T7', 'V1', 'T8']);
});

test('days: the first one excluded, month ends, leap years, the hour that changes', () => {
  const table: readonly (readonly [Partial<Term>, string, string])[] = [
    [{ days: 2 }, '2028-02-28', '2028-03-01'],
    [{ days: 1 }, '2027-02-28', '2027-03-01'],
    [{ days: 2 }, '2026-03-28', '2026-03-30'],
    [{ days: 2 }, '2026-10-24', '2026-10-26'],
    [{ days: 1 }, '2026-12-31', '2027-01-01'],
    [{ days: 0 }, '2026-12-31', '2026-12-31'],
    [{ months: 1 }, '2026-01-31', '2026-02-28'],
    [{ months: 1 }, '2028-01-31', '2028-02-29'],
    [{ months: 6 }, '2026-08-31', '2027-02-28'],
    [{ months: 12 }, '2028-02-29', '2029-02-28'],
    [{ months: 1, to: 'month-start' }, '2026-01-31', '2026-02-01'],
  ];
  for (const [term, from, due] of table) assert.equal(row(term, { a: from }, from).due, due, from);
  assert.equal(daysAfter('2026-12-31', 1), '2027-01-01');
});

test('a last day that is a holiday: the next open day is shown, and late is who comes after it', () => {
  const state = (from: string, today: string) => {
    const found = row({}, { a: from }, today, { closed });
    return [found.due, found.open, found.state];
  };
  // Easter and its Monday, 2026; Christmas and Saint Stephen before a Sunday, 2026; a Saturday is a day like others
  assert.deepEqual(state('2026-03-26', '2026-04-07'), ['2026-04-05', '2026-04-07', 'open']);
  assert.deepEqual(state('2026-03-26', '2026-04-08'), ['2026-04-05', '2026-04-07', 'late']);
  assert.deepEqual(state('2026-12-15', '2026-12-27'), ['2026-12-25', '2026-12-28', 'open']);
  assert.deepEqual(state('2026-03-04', '2026-03-15'), ['2026-03-14', undefined, 'late']);
  assert.deepEqual(['2025-10-04', '2027-10-04', '2026-06-24'].map(closedDays(holidays, ['2026-06-24'])), [
    false,
    true,
    true,
  ]);
});

test('red at the right day: one hundred of one hundred and twenty', () => {
  const red = (today: string) => row({ days: 120, warnAt: 100 }, { a: '2026-01-20' }, today).red;
  assert.deepEqual(['2026-04-29', '2026-04-30', '2026-05-21'].map(red), [false, true, true]);
  const met = row({ days: 120, warnAt: 100, until: 'b' }, { a: '2026-01-20', b: '2026-02-01' }, '2026-05-01');
  assert.equal(met.red, false);
});

test('starting anew: the last registration counts, an old one does not meet a new start', () => {
  const repeat = { days: 90, again: ['b'], until: 'end' };
  assert.equal(row(repeat, { a: '2026-01-28' }, '2026-03-02').due, '2026-04-28');
  assert.equal(row(repeat, { a: '2026-01-28', b: '2026-04-28' }, '2026-05-02').due, '2026-07-27');
  assert.equal(row(repeat, { a: '2026-01-28', end: '2026-04-01' }, '2026-06-02').state, 'met');
  const renewed = { until: 'b' };
  assert.equal(row(renewed, { a: '2026-02-01', b: '2026-01-15' }, '2026-02-02').state, 'open');
  // a second analysis neither makes the first meeting late nor asks for the pact again
  const moments = [
    { key: 'pad', date: '2026-01-20' },
    { key: 'primo_incontro', date: '2026-02-11' },
    { key: 'primo_incontro', date: '2026-08-11' },
  ];
  const dates = { pad: '2026-01-20', primo_incontro: '2026-08-11', patto: '2026-02-25' };
  const states = new Map(terms(adi, dates, '2026-09-01', { moments }).map(({ id, state }) => [id, state]));
  assert.deepEqual([states.get('T4'), states.get('T5')], ['met', 'met']);
  const after = terms(adi, { ...dates, pad: '2026-10-01' }, '2026-10-02', { moments });
  assert.deepEqual(
    after.filter(({ id }) => id === 'T4' || id === 'T5').map(({ id, due, state }) => [id, due, state]),
    [['T4', '2027-01-29', 'open']],
  );
});

const change = (what: Change['what'], date?: string, more: Partial<Change> = {}): Change => ({
  id: `${what}${date ?? ''}`,
  term: 'X',
  start: '2026-03-01',
  what,
  at: '2026-03-02T10:00:00.000Z',
  ...(date === undefined ? {} : { date }),
  ...more,
});

test('what an operator decides stands beside the law’s date', () => {
  const told = (changes: readonly Change[], today = '2026-03-05', term: Partial<Term> = {}) => {
    const { due, law, state } = row(term, { a: '2026-03-01' }, today, { changes });
    return [due, law, state];
  };
  assert.deepEqual(told([]), ['2026-03-11', undefined, 'open']);
  assert.deepEqual(told([change('moved', '2026-03-20')]), ['2026-03-20', '2026-03-11', 'open']);
  assert.deepEqual(told([change('waived')], '2026-05-01'), ['2026-03-11', undefined, 'waived']);
  const back = [change('waived'), change('law', undefined, { at: '2026-03-03T10:00:00.000Z' })];
  assert.deepEqual(told(back), ['2026-03-11', undefined, 'open']);
  const stopped = change('suspended', '2026-03-04');
  const going = change('resumed', '2026-03-09', { at: '2026-03-09T10:00:00.000Z' });
  assert.deepEqual(told([stopped], '2026-04-05'), ['2026-03-11', undefined, 'suspended']);
  assert.deepEqual(told([stopped], '2026-03-03'), ['2026-03-11', undefined, 'open']);
  assert.deepEqual(told([stopped, going]), ['2026-03-16', '2026-03-11', 'open']);
  assert.deepEqual(told([stopped, going], '2026-03-17'), ['2026-03-16', '2026-03-11', 'late']);
  assert.deepEqual(told([stopped, going], '2026-03-05', { suspension: 'holds' }), [
    '2026-03-11',
    undefined,
    'open',
  ]);
  const undone = change('law', undefined, { at: '2026-03-10T10:00:00.000Z' });
  assert.deepEqual(told([stopped, going, undone]), ['2026-03-11', undefined, 'open']);
  const long = change('resumed', '2026-03-20', { at: '2026-03-20T10:00:00.000Z' });
  assert.deepEqual(told([stopped, long], '2026-03-05', { suspension: 'holds' }), [
    '2026-03-20',
    '2026-03-11',
    'open',
  ]);
  // begun after the last day: it had passed already
  assert.deepEqual(told([change('suspended', '2026-03-12')], '2026-03-15'), [
    '2026-03-11',
    undefined,
    'late',
  ]);
  // of another start: the term has begun anew since
  assert.deepEqual(told([{ ...change('moved', '2026-03-20'), start: '2026-02-01' }])[0], '2026-03-11');
});

/** Small numbers from a seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

test('the order in which things were written never matters, and no decision touches another term', () => {
  const rounds = process.env['PATTO_PROOF'] === 'full' ? 20_000 : 500;
  const pick = numbers(7);
  const day = () => daysAfter('2026-01-01', pick(200));
  const shuffled = <One>(all: readonly One[]): One[] =>
    all.map((each) => [pick(1_000_000), each] as const).sort((a, b) => a[0] - b[0]).map(([, each]) => each); // prettier-ignore
  const keys = ['a', 'b', 'c', 'd'];
  for (let round = 0; round < rounds; round += 1) {
    const measure = {
      terms: Array.from({ length: 4 }, (_, at): Term => ({
        id: `t${at}`, title: '', source: '', from: keys[pick(4)]!, days: pick(120), again: pick(2) ? [keys[pick(4)]!] : [],
        until: keys[pick(4)]!, which: pick(2) ? 'first' : 'last', suspension: pick(2) ? 'adds' : 'holds', warnAt: pick(100),
      })), // prettier-ignore
    };
    const moments = Array.from({ length: 8 }, () => ({ key: keys[pick(4)]!, date: day() }));
    const plain = terms(measure, {}, '2026-06-01', { moments, closed });
    const what = ['moved', 'waived', 'suspended', 'resumed', 'law'] as const;
    const changes = Array.from({ length: 6 }, (_, at): Change => {
      const of = plain[pick(plain.length)];
      return { id: `c${at}`, term: of?.id ?? 't0', start: of?.from ?? day(), what: what[pick(5)]!, date: day(), at: `2026-05-0${1 + pick(3)}T10:00:00.000Z` }; // prettier-ignore
    });
    const rows = terms(measure, {}, '2026-06-01', { moments, changes, closed });
    const again = { moments: shuffled(moments), changes: shuffled(changes), closed };
    const byId = (all: readonly TermRow[]) => all.toSorted((x, y) => (x.id < y.id ? -1 : 1));
    assert.deepEqual(byId(terms(measure, {}, '2026-06-01', again)), byId(rows), `round ${round}`);
    const touched = new Set(changes.map(({ term }) => term));
    const others = (all: readonly TermRow[]) => byId(all).filter(({ id }) => !touched.has(id));
    assert.deepEqual(others(rows), others(plain), `round ${round}`);
  }
});

test('what ends: a row for each day, of the people who are there, by what was said last', () => {
  const ends = (key: string, source: string, date: string, about?: string) => ({
    key,
    source,
    date,
    ends: true as const,
    ...(about ? { about } : {}),
  });
  const moments = [
    ends('titolo_soggiorno', 's1', '2026-04-30', 'a'),
    ends('titolo_soggiorno', 's1', '2026-04-30', 'b'),
    ends('titolo_soggiorno', 's1', '2026-04-10', 'c'),
    ends('titolo_soggiorno', 's1', '2031-08-31', 'd'),
    ends('isee', 's1', '2025-02-01'),
  ];
  const rows = (known: Known, today = '2026-03-02') =>
    terms(adi, {}, today, { facts: {}, ...known }).map(({ id, due, state, about, red }) => [id, due, state, about, red]); // prettier-ignore
  assert.deepEqual(rows({ moments, facts: { people: [{ id: 'a' }, { id: 'b' }, { id: 'd' }] } }), [
    ['S2', '2025-12-31', 'late', undefined, true],
    ['S1', '2026-04-30', 'open', ['a', 'b'], true],
  ]);
  const renewed = [...moments, ends('titolo_soggiorno', 's2', '2028-04-30', 'a'), ends('isee', 's3', '2026-01-15')]; // prettier-ignore
  assert.deepEqual(rows({ moments: renewed }), []);
  assert.deepEqual(rows({ moments: renewed }, '2026-10-31'), [], '61 days before');
  assert.deepEqual(rows({ moments: renewed }, '2026-11-01'), [['S2', '2026-12-31', 'open', undefined, true]]);
  const waived = { id: 'x', term: 'S1', start: '2026-04-30', what: 'waived', at: '2026-03-01T09:00:00Z' };
  const changed = terms(adi, {}, '2026-05-02', { moments, changes: [waived as Change] });
  assert.deepEqual(changed.find(({ from }) => from === '2026-04-30')?.state, 'waived');
});
