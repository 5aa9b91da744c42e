// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { stateAfter } from '../../server/actions/states.ts';
import { tellCase } from '../../server/actions/tell-case.ts';
import { daysAfter, terms } from '../../server/actions/terms.ts';
import { may } from '../../server/access.ts';
import { newCode, readCode } from '../../server/clock.ts';
import { householdAt, mentions } from '../../server/context.ts';
import { fillMask } from '../../server/numbering.ts';
import { sentence } from '../../server/problems.ts';
import { problems } from '../../server/words/problems.ts';
import { allSentences } from '../../server/assemble.ts';
import type { Account, Case, Definition, Measure } from '../../schemas/types.ts';

test('terms of family C1: recommended call, limit of the first meeting, pact, next meeting', async () => {
  const measure = JSON.parse(await readFile('schemas/national/adi/measure.json', 'utf8')) as Measure;
  const dates = { pad: '2026-01-20', primo_incontro: '2026-02-11' };
  const rows = terms(measure, dates, '2026-03-02').map(({ due, level, state }) => [due, level, state]);
  assert.deepEqual(rows, [
    ['2026-03-21', 'recommended', 'met'],
    ['2026-04-12', 'limit', 'open'],
    ['2026-05-12', 'limit', 'open'],
    ['2026-05-20', 'limit', 'met'],
  ]);
  const state = (id: string, more: Case['dates'], today: string) =>
    terms(measure, { ...dates, ...more }, today).find((one) => one.id === id)?.state;
  assert.deepEqual(
    [
      state('T5', {}, '2026-04-12'),
      state('T5', {}, '2026-04-13'),
      state('T5', { patto: '2026-04-12' }, '2026-09-01'),
      state('T5', { patto: '2026-04-13' }, '2026-09-01'),
    ],
    ['open', 'late', 'met', 'late'],
  );
  assert.deepEqual(terms(measure, {}, '2026-03-02'), []);
});

test('days after, over leap days and the hour that changes', () => {
  assert.equal(daysAfter('2028-02-28', 2), '2028-03-01');
  assert.equal(daysAfter('2026-03-28', 2), '2026-03-30');
  assert.equal(daysAfter('2026-12-31', 1), '2027-01-01');
});

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
  const told = tellCase(before, {
    definition,
    answers,
    submission: 's',
    from: '2026-02-01',
    text: (pointer) => (pointer === '/b' ? 'due' : ''),
  });
  assert.deepEqual(told.dates, { pad: '2026-02-02' });
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
  assert.equal(stateAfter('nuova', 'assigned'), 'in istruttoria');
  assert.equal(stateAfter('patto in bozza', 'grid submitted'), 'patto in bozza');
  assert.equal(stateAfter('AP chiusa', 'form submitted'), 'AP chiusa');
});

test('who may: role, comune, assignment', () => {
  const account = (roles: string[], comuni: string[] = []) => ({ roles, comuni }) as unknown as Account;
  const kase = { comune: 'a', assigned: ['io'] };
  assert.equal(may(account(['case-manager']), 'io', kase, 'pact', 'e'), 'yes');
  assert.equal(may(account(['case-manager']), 'altro', kase, 'pact', 'v'), 'reason');
  assert.equal(may(account(['case-manager'], ['b']), 'altro', kase, 'pact', 'v'), 'hidden');
  assert.equal(may(account(['coordinator']), 'altro', kase, 'grid', 'v'), 'yes');
  assert.equal(may(account(['coordinator']), 'altro', kase, 'grid', 'e'), 'no');
  assert.equal(may(account(['coordinator', 'case-manager']), 'altro', kase, 'grid', 'e'), 'reason');
  assert.equal(may(account(['front-office']), 'altro', kase, 'grid', 'v'), 'no');
  assert.equal(may(account(['form-admin', 'admin']), 'altro', kase, 'case', 'v'), 'no');
});

test('a context holds only what the version mentions', () => {
  const found = mentions({
    a: { 'x-choices': { from: 'register:servizi' } },
    b: { 'x-value': { 'at-most': ['/x', { param: 'adi.isee' }] } },
    c: {
      'x-value': { lookup: ['impegni', '/c'] },
      'x-ref': 'case:/nucleo',
      'x-prefill': 'case:/adi-domanda/pad',
    },
    d: { param: [{ text: 'adi.reddito' }] },
  });
  assert.deepEqual([...found.lists].sort(), ['impegni', 'servizi']);
  assert.deepEqual([...found.parameters], ['adi.isee', 'adi.reddito']);
  assert.deepEqual([...found.case], ['nucleo', 'adi-domanda']);
});

test('numbers and codes that people read', () => {
  assert.equal(
    fillMask('{ANNO}/{COMUNE}/{PROGR:5}', { year: '2026', comune: 'vera', number: 42 }),
    '2026/VERA/00042',
  );
  const code = newCode();
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  assert.equal(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `), code);
  assert.equal(readCode('oiL0-1111-1111'), '0110-1111-1111');
  for (const bad of ['', 'AAAA', 'UUUU-UUUU-UUUU', `${code}A`]) assert.equal(readCode(bad), undefined);
});

test('every problem of the server is said in both languages, with the same parameters', async () => {
  const named = (text: string): string =>
    [...text.matchAll(/\{(\w+)\}/g)]
      .map(([, name]) => name)
      .sort()
      .join();
  for (const [code, { it, en }] of Object.entries(problems)) {
    assert.ok(it.length > 10 && en.length > 10 && it !== en, code);
    assert.equal(named(it), named(en), code);
    assert.ok(!/ e' | perche |piu | puo |è'/.test(it), `${code}: accents`);
  }
  const sentences = await allSentences();
  for (const code of [
    'required',
    'hidden',
    'unknown-answer',
    'locked',
    'conflict',
    'store-locked',
    'not-publishable',
    'dangling-pointer',
  ])
    for (const language of ['it', 'en'] as const)
      assert.notEqual(
        sentence({ code, at: '', params: {}, level: 'error' }, sentences, language),
        code,
        `${code} ${language}`,
      );
});
