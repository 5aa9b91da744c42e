// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type History, begin, record, settled, undo } from '../../../builder/edit/history.ts';
import { family } from '../family.ts';

test('letters of one title are one step, until the field is left', () => {
  const step = { code: 'renamed', params: { title: '' } };
  const letters = (history: History, ...texts: string[]): History =>
    texts.reduce((now, title) => record(now, { ...family, title }, step, '', 'title:'), history);
  let history = letters(begin(family), 'C', 'Ca', 'Cas');
  assert.equal(history.past.length, 1);
  history = letters(settled(history), 'Casa');
  assert.equal(history.past.length, 2);
  assert.equal(undo(history)?.history.now.title, 'Cas');
  assert.equal(undo(undo(history)!.history)?.history.now, family);
});
