// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepIn } from '../../../../server/actions/cases/states.ts';
import { withMoments } from '../../../../server/actions/cases/moments-of-case.ts';
import { tellCase } from '../../../../server/actions/cases/tell-case.ts';
import { householdAt } from '../../../../server/case-facts.ts';
import type { Case, Definition } from '../../../../schemas/types.ts';

test('what a submission tells its case', () => {
  const before = {
    name: 'x',
    household: [{ from: '2026-01-01', members: [{ id: 'a' }] }],
    dates: { pad: '2026-01-01' },
    facts: { A: '1' },
  };
  const definition = {
    gives: {
      household: '/n',
      applicant: '/chi',
      dates: { pad: '/quando', altro: '/manca' },
      facts: { A: '/a', B: '/b' },
    },
  } as unknown as Definition;
  const answers = { n: [{ id: 'b', nome: 'Bo' }], chi: 'Bo', quando: '2026-02-02' };
  const told = tellCase(before as Pick<Case, keyof typeof before | 'moments'>, {
    definition,
    answers,
    submission: 's',
    from: '2026-02-01',
    text: (pointer) => (pointer === '/b' ? 'due' : ''),
    sensitivity: () => undefined,
  });
  assert.deepEqual(told.dates, { pad: '2026-02-02' });
  assert.deepEqual(told.moments, [{ key: 'pad', date: '2026-02-02', source: 's' }]);
  const right = { ...told, ...withMoments(told, 't', [{ key: 'pad', date: '2026-02-01' }]) };
  assert.equal(right.dates['pad'], '2026-02-01', 'the last word, be it an earlier day');
  assert.deepEqual(withMoments(right, 't', []).dates, { pad: '2026-02-02' }, 'taken back');
  assert.deepEqual(told.facts, { A: '1', B: 'due' });
  assert.deepEqual(
    told.household.map(({ from }) => from),
    ['2026-01-01', '2026-02-01'],
  );
  const kase = told as unknown as Case;
  assert.deepEqual(
    [householdAt(kase, '2026-01-15')?.members[0]?.id, householdAt(kase, '2026-02-01')?.members[0]?.id],
    ['a', 'b'],
  );
});

test('states go forward only', () => {
  const rows = ['opened', 'assigned', 'grid-submitted'].map((id) => ({ id, title: `dopo ${id}` }));
  assert.equal(stepIn(rows, '', 'opened'), 'dopo opened');
  assert.equal(stepIn(rows, 'dopo opened', 'assigned'), 'dopo assigned');
  assert.equal(stepIn(rows, 'dopo grid-submitted', 'assigned'), 'dopo grid-submitted');
  assert.equal(stepIn(rows, 'dopo opened', 'form submitted'), 'dopo opened');
});

test('what is counted: values and rows, nothing delicate, the newest submission in the place of the one before', () => {
  const before = {
    name: 'x',
    household: [],
    dates: {},
    facts: {},
    counts: { a: { esito: 'E1', ceduto: 1 } },
  };
  const definition = {
    id: 'a',
    gives: {
      counts: {
        esito: '/esito',
        manca: '/manca',
        cura: '/salute/cura',
        adulti: { rows: '/adulti', values: { via: './via', male: './male' } },
        aiuti: { rows: '/aiuti', values: { costo: './costo' }, except: { './stato': ['mai'] } },
      },
    },
  } as unknown as Definition;
  const told = tellCase(before as Pick<Case, keyof typeof before | 'moments'>, {
    definition,
    answers: {
      esito: 'E3',
      salute: { cura: 2 },
      adulti: [{ id: 'r', via: 'P1', male: 'sì' }],
      aiuti: [
        { id: 's', costo: 1, stato: 'avviato' },
        { id: 't', costo: 2, stato: 'mai' },
        { id: 'u', costo: 4 },
      ],
    },
    submission: 's',
    from: '2026-02-01',
    text: () => '',
    sensitivity: (at) => (['/salute', '/adulti/*/male'].includes(at) ? 'health' : undefined),
  });
  const aiuti = [
    { id: 's', costo: 1 },
    { id: 'u', costo: 4 },
  ];
  assert.deepEqual(told.counts, { a: { esito: 'E3', adulti: [{ id: 'r', via: 'P1' }], aiuti } });
});

test('what ends is told with whom it concerns, and is taken back with its submission', () => {
  const definition = {
    id: 'a',
    gives: { ends: { carta: { rows: '/persone', values: { day: './scade' } }, attestato: '/al' } },
  } as unknown as Definition;
  const before = { name: 'x', household: [], dates: { carta: '2020-01-01' }, facts: {} };
  const persone = [
    { id: 'r1', scade: '2026-04-30' },
    { id: 'r2' },
    { id: 'r3', scade: { declined: 'unknown' } },
  ];
  const told = tellCase(before as Pick<Case, keyof typeof before | 'moments'>, {
    definition,
    answers: { persone, al: '2026-05-31' },
    submission: 's',
    from: '2026-02-01',
    text: () => '',
    sensitivity: () => undefined,
  });
  assert.deepEqual(told.moments, [
    { key: 'carta', date: '2026-04-30', about: 'r1', ends: true, source: 's' },
    { key: 'attestato', date: '2026-05-31', ends: true, source: 's' },
  ]);
  assert.deepEqual(told.dates, { carta: '2020-01-01' });
});
