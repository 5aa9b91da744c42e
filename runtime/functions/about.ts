// SPDX-License-Identifier: BSD-3-Clause
// What each function is called and what it gives: words, documentation and tests. Pages that show a form do not load it.
// Samples see the fields of a small form: a, b, c numbers; d, e dates; s text; y yes/no; rows with n, d, s; choices with points.
import type { FunctionAbout } from '../engine/contract.ts';

const say = (it: string, en: string): { it: string; en: string } => ({ it, en });
const row = (n: number, rest: object = {}): { id: string; [key: string]: unknown } => ({
  id: `riga${String(n).padStart(7, '0')}`,
  n,
  ...rest,
});
const rows = [row(1), row(20), row(40)];
const referenceDate = '2026-03-02';

/** By name. */
export const functionsAbout: { readonly [name: string]: FunctionAbout } = {
  add: { words: say('somma di valori', 'values added'), samples: [
    { formula: { add: [1, { multiply: [0.15, '/a'] }] }, answers: { a: 1 }, gives: 1.15 },
    { formula: { add: [0.1, 0.2] }, answers: {}, gives: 0.3 },
    { formula: { add: ['/a', '/b'] }, answers: { a: 1 }, gives: undefined }] },
  subtract: { words: say('differenza', 'difference'), samples: [
    { formula: { subtract: [{ multiply: [6500, 1.15] }, 2400] }, answers: {}, gives: 5075 },
    { formula: { subtract: [0.3, 0.1] }, answers: {}, gives: 0.2 }] },
  multiply: { words: say('prodotto', 'product'), samples: [
    { formula: { multiply: [1.1, 1.1] }, answers: {}, gives: 1.21 },
    { formula: { multiply: ['/a', 0] }, answers: {}, gives: undefined }] },
  divide: { words: say('divisione', 'quotient'), samples: [
    { formula: { divide: [5075, 12] }, answers: {}, gives: 422.9166666666667 },
    { formula: { divide: [1, 0] }, answers: {}, gives: undefined },
    { formula: { divide: [-1, 4] }, answers: {}, gives: -0.25 }] },
  round: { words: say('arrotondamento', 'rounding'), samples: [
    { formula: { round: { divide: [5075, 12] }, to: 2 }, answers: {}, gives: 422.92 },
    { formula: { round: 2.5 }, answers: {}, gives: 3 },
    { formula: { round: -2.5 }, answers: {}, gives: -3 },
    { formula: { round: 1.005, to: 2 }, answers: {}, gives: 1.01 }] },
  sum: { words: say('somma delle righe', 'sum over rows'), samples: [
    { formula: { sum: '/rows', of: './n' }, answers: { rows }, gives: 61 },
    { formula: { sum: '/rows', of: './n', where: { './n': { type: 'integer', minimum: 18 } } }, answers: { rows }, gives: 60 },
    { formula: { sum: '/rows', of: './n' }, answers: { rows: [] }, gives: 0 },
    { formula: { sum: '/rows', of: { multiply: ['./n', '/a'] } }, answers: { a: 2, rows: [row(3)] }, gives: 6 },
    { formula: { sum: '/rows', of: './n' }, answers: { rows: [row(1), { id: 'riga0000009' }] }, gives: undefined },
    { formula: { sum: '/rows', of: './n' }, answers: {}, gives: undefined }] },
  count: { words: say('numero di righe', 'number of rows'), samples: [
    { formula: { count: '/rows' }, answers: { rows }, gives: 3 },
    { formula: { count: '/rows', where: { './n': { type: 'integer', exclusiveMaximum: 18 } } }, answers: { rows }, gives: 1 },
    { formula: { count: 'case:/nucleo', where: { './n': { type: 'integer', minimum: 18 } } }, answers: {}, context: { case: { nucleo: rows } }, gives: 2 },
    { formula: { count: '/rows' }, answers: {}, gives: undefined }] },
  min: { words: say('il minore', 'the least'), samples: [
    { formula: { min: [5040, 3640] }, answers: {}, gives: 3640 },
    { formula: { min: ['/d', '/e'] }, answers: { d: '2026-02-20', e: '2026-01-31' }, gives: '2026-01-31' },
    { formula: { min: [1, '/a'] }, answers: {}, gives: undefined }] },
  max: { words: say('il maggiore', 'the greatest'), samples: [
    { formula: { max: [0, -3, 2] }, answers: {}, gives: 2 },
    { formula: { max: ['/a', '/d'] }, answers: { a: 1, d: '2026-01-01' }, gives: undefined }] },
  lowest: { words: say('il minore delle righe', 'the least over rows'), samples: [
    { formula: { lowest: '/rows', of: './n' }, answers: { rows }, gives: 1 },
    { formula: { lowest: '/rows', of: './n', where: { './n': { type: 'integer', minimum: 18 } } }, answers: { rows }, gives: 20 },
    { formula: { lowest: '/rows', of: './n' }, answers: { rows: [row(1), { id: 'riga0000009' }] }, gives: undefined },
    { formula: { lowest: '/rows', of: './n' }, answers: { rows: [] }, gives: undefined }] },
  highest: { words: say('il maggiore delle righe', 'the greatest over rows'), samples: [
    { formula: { highest: '/rows', of: './n' }, answers: { rows }, gives: 40 },
    { formula: { highest: '/rows', of: './d' }, answers: { rows: [row(1, { d: '2020-05-01' }), row(2, { d: '2020-04-30' })] }, gives: '2020-05-01' },
    { formula: { highest: '/rows', of: './n' }, answers: {}, gives: undefined }] },
  'longest-gap': { words: say('giorni al massimo fra due date', 'most days between two dates'), samples: [
    { formula: { 'longest-gap': '/rows', of: './d', from: '/d' }, answers: { d: '2026-02-25', rows: [row(1, { d: '2026-08-08' }), row(2, { d: '2026-05-12' })] }, gives: 88 },
    { formula: { 'longest-gap': '/rows', of: './d', from: '/d' }, answers: { d: '2026-02-25', rows: [row(1)] }, gives: undefined },
    { formula: { 'longest-gap': '/rows', of: './d' }, answers: { rows: [row(1, { d: '2026-08-08' })] }, gives: undefined },
    { formula: { 'longest-gap': '/rows', of: './d', from: '/d' }, answers: { d: '2026-02-25' }, gives: undefined }] },
  'at-most': { words: say('al massimo', 'at most'), samples: [
    { formula: { 'at-most': ['/a', { param: 'misura.isee' }] }, answers: { a: 10140 }, context: { parameters: { 'misura.isee': { value: 10140, source: 's', from: '2025-01-01' } } }, gives: true },
    { formula: { 'at-most': ['/d', '/e'] }, answers: { d: '2026-02-20', e: '2026-01-31' }, gives: false },
    { formula: { 'at-most': ['/a', 3] }, answers: {}, gives: undefined }] },
  'less-than': { words: say('meno di', 'less than'), samples: [
    { formula: { 'less-than': [2, 2] }, answers: {}, gives: false },
    { formula: { 'less-than': ['/d', { 'reference-date': [] }] }, answers: { d: '2026-03-01' }, context: { referenceDate }, gives: true },
    { formula: { 'less-than': ['/s', '/d'] }, answers: { s: '2026', d: '2026-03-01' }, gives: undefined }] },
  equal: { words: say('uguale a', 'equal to'), samples: [
    { formula: { equal: ['/s', { text: 'x' }] }, answers: { s: 'x' }, gives: true },
    { formula: { equal: ['/a', '/s'] }, answers: { a: 1, s: '1' }, gives: false },
    { formula: { equal: ['/a', '/b'] }, answers: { a: 1 }, gives: undefined }] },
  if: { words: say('se… allora… altrimenti', 'if… then… else'), samples: [
    { formula: { if: [{ '/y': { const: true } }, 10, 20] }, answers: { y: true }, gives: 10 },
    { formula: { if: [{ '/y': { const: true } }, 10, { add: ['/a', 1] }] }, answers: { a: 4 }, gives: 5 }] },
  holds: { words: say('la condizione vale', 'the condition holds'), samples: [
    { formula: { holds: { '/a': { type: 'number', minimum: 3 } } }, answers: { a: 3 }, gives: true },
    { formula: { holds: { '/a': { answered: false } } }, answers: {}, gives: true },
    { formula: { holds: { '/a': { not: { const: 1 } } } }, answers: {}, gives: false }] },
  age: { words: say('età in anni', 'age in years'), samples: [
    { formula: { age: '/d' }, answers: { d: '2008-03-02' }, context: { referenceDate }, gives: 18 },
    { formula: { age: '/d' }, answers: { d: '2008-03-03' }, context: { referenceDate }, gives: 17 },
    { formula: { age: '/d', on: '/e' }, answers: { d: '2000-02-29', e: '2026-02-28' }, gives: 25 },
    { formula: { age: '/d' }, answers: { d: '2027-01-01' }, context: { referenceDate }, gives: undefined },
    { formula: { age: '/d' }, answers: {}, context: { referenceDate }, gives: undefined }] },
  'days-between': { words: say('giorni fra due date', 'days between two dates'), samples: [
    { formula: { 'days-between': ['/d', '/e'] }, answers: { d: '2024-02-28', e: '2024-03-01' }, gives: 2 },
    { formula: { 'days-between': ['/d', '/e'] }, answers: { d: '2026-03-02', e: '2026-03-01' }, gives: -1 },
    { formula: { 'days-between': ['/d', '/e'] }, answers: { d: '2026-02-30', e: '2026-03-01' }, gives: undefined }] },
  'add-days': { words: say('data dopo tanti giorni', 'date so many days later'), samples: [
    { formula: { 'add-days': ['/d', 120] }, answers: { d: '2026-01-12' }, gives: '2026-05-12' },
    { formula: { 'add-days': ['/d', -1] }, answers: { d: '2024-03-01' }, gives: '2024-02-29' },
    { formula: { 'add-days': ['/d', 1.5] }, answers: { d: '2024-03-01' }, gives: undefined }] },
  'add-months': { words: say('data dopo tanti mesi', 'date so many months later'), samples: [
    { formula: { 'add-months': ['/d', 1] }, answers: { d: '2026-01-31' }, gives: '2026-02-28' },
    { formula: { 'add-months': ['/d', 12] }, answers: { d: '2024-02-29' }, gives: '2025-02-28' },
    { formula: { 'add-months': ['/d', -2] }, answers: { d: '2026-01-15' }, gives: '2025-11-15' }] },
  join: { words: say('testi uniti', 'texts joined'), samples: [
    { formula: { join: ['/s', { text: 'Rossi' }], with: ' ' }, answers: { s: 'Ada' }, gives: 'Ada Rossi' },
    { formula: { join: ['/s', { text: 'Rossi' }], with: ' ' }, answers: {}, gives: 'Rossi' },
    { formula: { join: ['/s'] }, answers: {}, gives: undefined }] },
  lookup: { words: say('colonna di un elenco', 'column of a list'), samples: [
    { formula: { lookup: 'servizi', id: '/s', column: 'ente' }, answers: { s: 'cpi' }, context: { lists: { servizi: [{ id: 'cpi', title: 'Centro per l’impiego', ente: 'Regione' }] } }, gives: 'Regione' },
    { formula: { lookup: 'servizi', id: '/s' }, answers: { s: 'cpi' }, context: { lists: { servizi: [{ id: 'cpi', title: 'Centro per l’impiego' }] } }, gives: 'Centro per l’impiego' },
    { formula: { lookup: 'servizi', id: '/s', column: 'constructor' }, answers: { s: 'cpi' }, context: { lists: { servizi: [{ id: 'cpi', title: 'x' }] } }, gives: undefined }] },
  'of-row': { words: say('valore di una riga', 'value of a row'), samples: [
    { formula: { 'of-row': '/rows', id: { text: 'riga0000020' }, of: './n' }, answers: { rows }, gives: 20 },
    { formula: { 'of-row': '/rows', id: { text: 'altra' }, of: './n' }, answers: { rows }, gives: undefined }] },
  param: { words: say('parametro della misura', 'parameter of the measure'), samples: [
    { formula: { param: 'misura.isee' }, answers: {}, context: { parameters: { 'misura.isee': { value: 10140, source: 's', from: '2025-01-01' } } }, gives: 10140 },
    { formula: { param: 'constructor' }, answers: {}, gives: undefined }] },
  score: { words: say('punti', 'points'), samples: [
    { formula: { score: '/choice' }, answers: { choice: 'two' }, gives: 2 },
    { formula: { score: '/choice' }, answers: {}, gives: undefined },
    { formula: { score: '/several' }, answers: { several: ['one', 'two'] }, gives: 3 }] },
  outcome: { words: say('esito suggerito', 'suggested outcome'), samples: [
    { formula: { outcome: [] }, answers: { y: true }, gives: 'E1' },
    { formula: { outcome: [] }, answers: {}, gives: undefined }] },
  today: { words: say('oggi', 'today'), samples: [{ formula: { today: [] }, answers: {}, context: { today: '2026-03-02' }, gives: '2026-03-02' }] },
  'reference-date': { words: say('data di riferimento', 'reference date'), samples: [{ formula: { 'reference-date': [] }, answers: {}, context: { referenceDate }, gives: referenceDate }] },
}; // prettier-ignore
