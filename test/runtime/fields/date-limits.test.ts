// SPDX-License-Identifier: AGPL-3.0-or-later
// Limits of dates that are reckoned: from today, from the date of reference, from another answer, in rows too.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { check } from '../../../runtime/engine/check.ts';
import { lint } from '../../../runtime/engine/lint.ts';
import { loadEngine } from '../../../runtime/engine/load.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import { later } from '../../../runtime/fields/calendar.ts';
import { settings } from '../../../runtime/fields/date/settings.ts';
import type { Answers, Context, Definition, FieldSchema } from '../../../schemas/types.ts';

const engine = await loadEngine((source) => new RegExp(source, 'u'));
const context: Context = {
  today: '2026-03-02',
  referenceDate: '2026-01-31',
  parameters: {},
  lists: {},
  case: { inizio: '2026-02-10' },
  role: 'operator',
  locale: 'it',
};
const date = (limits: { from?: string; to?: string }, type?: string): FieldSchema => ({
  title: 'Data',
  type: 'string',
  ...(type ? { 'x-type': type } : { format: 'date' }),
  'x-settings': limits,
});
const form = (properties: { [key: string]: FieldSchema }): Definition => ({
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'date',
  title: 'Date',
  schema: { type: 'object', properties },
});
function found(properties: { [key: string]: FieldSchema }, answers: Answers): string[] {
  const outline = walk(form(properties), engine);
  return check(outline, settle(outline, answers, context), context).map(
    ({ code, at, params }) => `${at} ${code} ${params['limit']}`,
  );
}

test('from today, from the date of reference, by days, months and years', () => {
  const at = (limits: { from?: string; to?: string }, value: string) =>
    found({ d: date(limits) }, { d: value })[0];
  assert.equal(at({ to: 'today' }, '2026-03-02'), undefined);
  assert.equal(at({ to: 'today' }, '2026-03-03'), '/d date-in-future 02/03/2026');
  assert.equal(at({ from: 'today' }, '2026-03-01'), '/d date-in-past 02/03/2026');
  assert.equal(at({ to: 'today-18y' }, '2008-03-02'), undefined);
  assert.equal(at({ to: 'today-18y' }, '2008-03-03'), '/d date-too-late 02/03/2008');
  assert.equal(at({ to: 'reference-date+1m' }, '2026-03-01'), '/d date-too-late 28/02/2026');
  assert.equal(at({ from: 'reference-date-31d' }, '2025-12-30'), '/d date-too-early 31/12/2025');
  assert.equal(at({ from: 'case:/inizio' }, '2026-02-09'), '/d date-too-early 10/02/2026');
  assert.equal(
    at({ from: 'ieri', to: 'today+' }, '1999-01-01'),
    undefined,
    'what means nothing limits nothing',
  );
});

test('by another answer, of the form or of the same row; nothing while it is not there', () => {
  const fine = { inizio: date({}), fine: date({ from: './inizio+1d' }) };
  assert.deepEqual(found(fine, { fine: '2026-01-01' }), []);
  assert.deepEqual(found(fine, { inizio: '2026-01-01', fine: '2026-01-01' }), [
    '/fine date-too-early 02/01/2026',
  ]);
  const rows = {
    voci: { title: 'Voci', type: 'array', items: { type: 'object', properties: fine } },
  } as const;
  assert.deepEqual(
    found(rows, {
      voci: [
        { id: 'aaaaaaaaaaa', inizio: '2026-01-01', fine: '2026-01-09' },
        { id: 'bbbbbbbbbbb', inizio: '2026-02-01', fine: '2026-01-09' },
      ],
    }),
    ['/voci/1/fine date-too-early 02/02/2026'],
  );
});

test('of a partial date and of a moment only what both say is compared', () => {
  const at = (type: string, value: string) => found({ d: date({ to: 'today' }, type) }, { d: value });
  for (const value of ['2026', '2026-03', '2026-03-02', '1999'])
    assert.deepEqual(at('partial-date', value), []);
  for (const value of ['2027', '2026-04', '2026-03-03'])
    assert.equal(at('partial-date', value).length, 1, value);
  assert.deepEqual(at('date-time', '2026-03-02T23:59'), []);
  assert.equal(at('date-time', '2026-03-03T00:00').length, 1);
});

test('a DSU of a year that has yet to begin', () => {
  const dsu = { d: { title: 'DSU', type: 'string', 'x-type': 'dsu' } } as const;
  assert.deepEqual(found(dsu, { d: 'INPS-ISEE-2026-01234567A-00' }), []);
  assert.deepEqual(found(dsu, { d: 'INPS-ISEE-2027-01234567A-00' }), ['/d dsu-year undefined']);
});

test('a likely slip in an e-mail address is a warning', () => {
  const outline = walk(form({ d: { title: 'Email', type: 'string', 'x-type': 'email' } }), engine);
  const warned = (d: string) => check(outline, settle(outline, { d }, context), context);
  for (const [typed, meant] of [
    ['anna@gmial.com', 'anna@gmail.com'],
    ['anna@gmai.com', 'anna@gmail.com'],
    ['anna@hotmaill.it', 'anna@hotmail.it'],
    ['anna@libeto.it', 'anna@libero.it'],
  ] as const)
    assert.deepEqual(
      warned(typed).map(({ code, level, params }) => [code, level, params['meant']]),
      [['email-typo', 'warning', meant]],
    );
  for (const right of ['anna@gmail.com', 'anna@hotmail.com', 'anna@comune.esempio.it', 'anna@time.it.com'])
    assert.deepEqual(warned(right), [], right);
});

test('a limit that names no question is found before publishing', () => {
  const codes = (from: string) =>
    lint(form({ inizio: date({}), fine: date({ from }) }), engine).map(({ code, at }) => `${code} ${at}`);
  assert.deepEqual(codes('./inizio+1d'), []);
  assert.deepEqual(codes('/fin'), ['dangling-pointer /schema/properties/fine/x-settings']);
});

test('what an administrator sets is what is kept, and the other way round', () => {
  const limit = fc.oneof(
    fc.constantFrom('today', 'reference-date', '/inizio', './inizio', 'case:/inizio'),
    fc
      .tuple(
        fc.constantFrom('today', 'reference-date', '../inizio'),
        fc.integer({ min: -9999, max: 9999 }).filter((count) => count !== 0),
        fc.constantFrom('d', 'm', 'y'),
      )
      .map(([base, count, unit]) => `${base}${count > 0 ? '+' : ''}${count}${unit}`),
    fc.constantFrom('2026-01-31'),
  );
  fc.assert(
    fc.property(fc.record({ from: limit, to: limit }, { requiredKeys: ['to'] }), (limits) => {
      const field = date({ ...limits });
      assert.deepEqual(settings.set(field, settings.get(field)), field);
    }),
    { seed: 42 },
  );
});

test('months and years end on the last day of a shorter month, days are counted', () => {
  assert.equal(later('2024-02-29', 1, 'y'), '2025-02-28');
  assert.equal(later('2026-01-31', 1, 'm'), '2026-02-28');
  assert.equal(later('2026-03-31', -1, 'm'), '2026-02-28');
  assert.equal(later('2026-12-31', 1, 'd'), '2027-01-01');
  assert.equal(later('2199-12-31', 1, 'd'), undefined);
  assert.equal(later('2026-01-01', 9999, 'y'), undefined);
});
