// SPDX-License-Identifier: AGPL-3.0-or-later
// Every sentence of the builder is there in Italian and in English, with the same blanks to fill in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { words } from '../../builder/words.ts';

const pairs = Object.entries(words as { readonly [key: string]: readonly [string, string] });
const blanks = (text: string): string => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(' ');

test('no sentence is empty, and both have the same blanks', () => {
  assert.ok(pairs.length > 400, `${pairs.length} pairs`);
  for (const [key, [it, en]] of pairs) {
    assert.ok(it.trim() !== '' && en.trim() !== '', key);
    assert.equal(blanks(en), blanks(it), key);
  }
});

/** Words that only Italian has: whoever forgot to translate a sentence has left some of them. */
const italian =
  /(?<![\w’«“])(il|lo|gli|della|dello|delle|degli|dei|del|nella|nel|che|con|una|uno|sono|questa|questo|domanda|domande|modulo|moduli|salva|annulla|aggiungi|scelga|scriva|risposta|risposte|pagina|nessuna|nessun)(?![\w’])|[àèéìòù]/i;

test('no Italian is left in the English', () => {
  // Names of things that have none in English, and examples of what people here type.
  const bare = (text: string): string => text.replace(/“[^”]*”|\{\w+\}/g, '');
  const left = pairs.filter(([, [, en]]) => italian.test(bare(en))).map(([key, [, en]]) => `${key}: ${en}`);
  assert.deepEqual(left, []);
  assert.match('Nessun problema nel modulo', italian, 'the check itself can fail');
});

test('what is the same in both is the same for a reason', () => {
  const same = pairs.filter(([, [it, en]]) => it === en && /[a-zà-ù]{3}/i.test(it.replace(/\{\w+\}/g, '')));
  const reasoned = /\b(json|csv|xliff|formula|desktop|iban|isee|dsu|pdf|back office|no)\b/i;
  assert.deepEqual(
    same.filter(([, [it]]) => !reasoned.test(it)).map(([key, [it]]) => `${key}: ${it}`),
    [],
  );
});
