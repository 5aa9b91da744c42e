// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { message } from '../../../server/agenda/message.ts';

test('a text message travels in the GSM alphabet and is counted as it travels', () => {
  const table: readonly (readonly [string, string, number])[] = [
    ['Perché no? È così: più, là', 'Perché no? E così: più, là', 26],
    ['Piazza dell’Esempio 1 – «sede»', 'Piazza dell\'Esempio 1 - "sede"', 30],
    ['costa 10 € [circa]', 'costa 10 € [circa]', 21],
    ['a\u00a0b', 'a b', 3],
    ['Čapek, Ōsaka', 'Capek, Osaka', 12],
    ['日本', '??', 2],
    ['…', '...', 3],
  ];
  for (const [given, text, length] of table) assert.deepEqual(message(given), { text, length }, given);
});
