// SPDX-License-Identifier: AGPL-3.0-or-later
// What an imported expression decides: filled in, the form shows and computes what the workbook would.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromSheets } from '../../../builder/import/xlsform/read.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import type { Answers } from '../../../schemas/types.ts';
import { context, engine, rowId } from '../../runtime/engine/engine.ts';
import { cases } from './workbooks.ts';

function filled(name: string, answers: Answers) {
  const sheets = [...cases.find((each) => each.name.startsWith(name))!.sheets];
  const result = fromSheets(sheets.map(([sheet, rows]) => ({ name: sheet, rows })));
  assert.ok('definition' in result);
  return settle(walk(result.definition, engine), answers, { ...context, today: '2026-03-02' });
}

test('calculations', () => {
  const redditi = [
    { id: rowId(1), percettore: 'Anna', importo: 4000.5 },
    { id: rowId(2), percettore: 'Luca', importo: 1500 },
  ];
  const given = { affitto: 400, utenze: 75, redditi, nascita: '1990-03-03', nome: 'Anna' };
  const { answers } = filled('10', given);
  const { spese, peso, totale, quanti, massimo, eta, saluto, fascia, mostra } = answers;
  assert.deepEqual(
    { spese, peso, totale, quanti, massimo, eta, saluto, fascia, mostra },
    {
      spese: 549,
      peso: 237.5,
      totale: 5500.5,
      quanti: 2,
      massimo: 4000.5,
      eta: 35,
      saluto: 'Gentile Anna',
      fascia: 'bassa',
      mostra: 275,
    },
  );
  assert.equal(
    filled('10', { ...given, redditi: [{ ...redditi[0], importo: 6000 }] }).answers['fascia'],
    'alta',
  );
});

test('conditions in a row, from a row, over rows', () => {
  const row = (number: number, eta: number) => ({ id: rowId(number), nome_componente: 'N', eta });
  const rows = [row(1, 5), row(2, 6), row(3, 17), row(4, 18)];
  const { shown } = filled('06', { residente: 'no', nucleo: rows });
  const school = [0, 1, 2, 3].map((place) => shown.has(`/nucleo/${place}/scuola`));
  assert.deepEqual(school, [false, true, true, false]);
  assert.ok(shown.has('/nucleo/0/comune_residenza'));
  assert.ok(shown.has('/quante_stanze'));
  const fewer = filled('06', { residente: 'si', nucleo: rows.slice(0, 3) }).shown;
  assert.ok(!fewer.has('/nucleo/0/comune_residenza'));
  assert.ok(!fewer.has('/quante_stanze'));
});

test('not equal holds without an answer, as in the standard', () => {
  assert.ok(filled('02', {}).shown.has('/motivo'));
  assert.ok(!filled('02', { casa: 'proprieta' }).shown.has('/motivo'));
  assert.ok(!filled('02', { sostegni: ['bonus'] }).shown.has('/motivo'));
  assert.ok(filled('02', { sostegni: ['bonus'] }).shown.has('/quale_bonus'));
});

test('answers compared with each other and with today', () => {
  const shown = (answers: Answers) => filled('19', answers).shown;
  assert.ok(shown({ permesso: '2026-03-01' }).has('/rinnovo'));
  assert.ok(!shown({ permesso: '2026-03-02' }).has('/rinnovo'));
  assert.ok(!shown({}).has('/rinnovo'));
  assert.ok(shown({ spesa: 2, reddito: 1 }).has('/debiti'));
  assert.ok(shown({ reddito: 0 }).has('/debiti'));
  assert.ok(!shown({ spesa: 1, reddito: 1 }).has('/debiti'));
  const rows = [
    { id: rowId(1), dal: '2020-01-01', al: '2020-02-01' },
    { id: rowId(2), dal: '2020-02-01', al: '2020-01-01' },
  ];
  const stays = shown({ soggiorni: rows });
  assert.deepEqual([stays.has('/soggiorni/0/motivo'), stays.has('/soggiorni/1/motivo')], [true, false]);
});
