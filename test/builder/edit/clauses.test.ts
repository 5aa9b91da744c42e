// SPDX-License-Identifier: AGPL-3.0-or-later
// A condition becomes sentences and comes back the same, whatever it says; what it says in words is checked by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Clause, clauseOf, conditionOf, leaves, same } from '../../../builder/edit/clauses.ts';
import { rulesOf } from '../../../builder/edit/rules.ts';
import { phrases } from '../../../builder/parts/phrase.ts';
import type { Condition, Definition } from '../../../schemas/types.ts';
import { randomDefinition, seeded } from '../../runtime/engine/random.ts';
import { family } from '../family.ts';
import { catalogue, national } from './sample.ts';

const full = process.env['PATTO_PROOF'] === 'full';

/** Every condition of a definition with the rows it is judged from, those inside formulas too. */
function conditions(definition: Definition): readonly (readonly [Condition, string])[] {
  const inside = (part: unknown, level: string): (readonly [Condition, string])[] => {
    if (Array.isArray(part)) return part.flatMap((each) => inside(each, level));
    if (typeof part !== 'object' || part === null) return [];
    return Object.entries(part).flatMap(([key, value]) => {
      const list = Object.values(part)[0];
      const rows = typeof list === 'string' ? `${list}/*` : level;
      if (key === 'where') return [[value as Condition, rows] as const];
      if (key === 'holds') return [[value as Condition, level] as const];
      if (key === 'if') return [[(value as [Condition])[0], level] as const, ...inside(value, level)];
      return inside(value, level);
    });
  };
  return rulesOf(definition).flatMap(({ condition, formula, level }) =>
    condition ? [[condition, level] as const] : inside(formula, level),
  );
}

const asWritten = (clause: Clause): boolean => leaves(clause).some((each) => 'written' in each);

test('every condition of the national definitions is sentences, and comes back the same', () => {
  let count = 0;
  for (const definition of national)
    for (const [condition, level] of conditions(definition)) {
      const clause = clauseOf(definition, condition, level);
      const text = JSON.stringify(condition);
      assert.deepEqual(conditionOf(definition, clause, level), condition, `${definition.id} ${text}`);
      assert.ok(!asWritten(clause), `no sentence for ${text}`);
      const words = phrases(definition, catalogue, 'it', level).clause(clause);
      assert.doesNotMatch(words, /relation|undefined|\{|\[object/, words);
      count++;
    }
  assert.ok(count > 60, `only ${count} conditions`);
});

test('generated conditions come back the same; nearly all are sentences', () => {
  let count = 0;
  let sentences = 0;
  for (let seed = 1; seed <= (full ? 3000 : 150); seed++) {
    const definition = randomDefinition(seeded(seed));
    for (const [condition, level] of conditions(definition)) {
      const clause = clauseOf(definition, condition, level);
      assert.deepEqual(conditionOf(definition, clause, level), condition, `seed ${seed}`);
      assert.doesNotMatch(phrases(definition, catalogue, 'en', level).clause(clause), /undefined|relation\./);
      count++;
      if (!asWritten(clause)) sentences++;
    }
  }
  assert.ok(count > 500, `only ${count} conditions`);
  assert.ok(sentences / count > 0.9, `${sentences} of ${count} are sentences`);
});

const under18 = { type: 'integer', exclusiveMaximum: 18 } as const;
const inRows = (key: string, test: object): object => ({ properties: { [key]: test }, required: [key] });

/** Each with its words, written by hand. */
const said: readonly (readonly [condition: object, level: string, words: string])[] = [
  [{ '/casa': { const: 'affitto' } }, '', '«Titolo di godimento» è Affitto'],
  [{ '/casa': { not: { const: 'affitto' } } }, '', '«Titolo di godimento» non è Affitto'],
  [{ not: { '/casa': { const: 'affitto' } } }, '', 'non è vero che «Titolo di godimento» è Affitto'],
  [
    { '/casa': { enum: ['proprieta', 'affitto'] } },
    '',
    '«Titolo di godimento» è una di queste: Proprietà, Affitto',
  ],
  [{ '/canone': { type: 'integer', minimum: 50000 } }, '', '«Canone mensile» è almeno 500,00'],
  [{ '/minori': { type: 'integer', minimum: 1, maximum: 3 } }, '', '«Minori nel nucleo» è da 1 a 3'],
  [
    { '/minori': { type: 'integer', minimum: 1, exclusiveMaximum: 3 } },
    '',
    '«Minori nel nucleo» è almeno 1 e meno di 3',
  ],
  [{ './eta': under18 }, '/nucleo/*', '«Età» è meno di 18'],
  [
    { '/nucleo': { type: 'array', contains: inRows('eta', under18) } },
    '',
    'in almeno una voce di «Componenti» «Età» è meno di 18',
  ],
  [
    { '/nucleo': { not: { type: 'array', contains: inRows('eta', under18) } } },
    '',
    'in nessuna voce di «Componenti» «Età» è meno di 18',
  ],
  [
    { '/nucleo': { not: { type: 'array', contains: { not: inRows('eta', under18) } } } },
    '',
    'in tutte le voci di «Componenti» «Età» è meno di 18',
  ],
  [
    { any: [{ '/casa': { const: 'affitto' } }, { '/minori': under18, '/note': { answered: true } }] },
    '',
    '«Titolo di godimento» è Affitto oppure («Minori nel nucleo» è meno di 18 e «Note» ha una risposta)',
  ],
  [
    { not: { any: [{ '/casa': { const: 'affitto' } }, { '/note': { answered: true } }] } },
    '',
    'non è vera nessuna di queste: («Titolo di godimento» è Affitto oppure «Note» ha una risposta)',
  ],
  [{ named: 'ha_minori', '/note': { answered: false } }, '', 'vale «ha minori» e «Note» non ha risposta'],
  [
    { '/nucleo': { type: 'array', contains: { properties: { eta: under18 } } } },
    '',
    'una regola scritta a mano su «Componenti», «Età»',
  ],
];

test('conditions say in words what they say', () => {
  for (const [condition, level, words] of said) {
    const clause = clauseOf(family, condition as Condition, level);
    assert.deepEqual(conditionOf(family, clause, level), condition);
    assert.equal(phrases(family, catalogue, 'it', level).clause(clause), words);
  }
});

test('what has no sentence stays as it is written, and the rest around it can still be changed', () => {
  const strange = { '/nucleo': { type: 'array', contains: { properties: { eta: under18 } } } } as Condition;
  const group = clauseOf(family, { all: [strange, { '/casa': { const: 'affitto' } }] } as Condition, '');
  assert.ok('join' in group);
  assert.deepEqual(group.list[0], { written: strange });
  const changed = { ...group, list: [group.list[0]!, { question: '/note', relation: 'answered' }] };
  assert.deepEqual(conditionOf(family, changed, ''), { all: [strange, { '/note': { answered: true } }] });
});

test('an unfinished sentence says nothing yet', () => {
  const done = { question: '/note', relation: 'answered' };
  for (const blank of [
    { question: '', relation: 'is' },
    { question: '/casa', relation: 'is' },
    { question: '/minori', relation: 'between', values: [3] },
    { question: '/minori', relation: 'at-least', typed: ['tre'] },
    { question: '/casa', relation: 'one-of', values: [] },
    { rows: '/nucleo', quantity: 'some', list: [] },
  ] as const) {
    assert.equal(conditionOf(family, blank, ''), undefined);
    const both = conditionOf(family, { join: 'all', list: [blank, done] }, '');
    assert.ok(same(both, { '/note': { answered: true } }));
  }
});

test('from a row in rows, the row around is ../', () => {
  const rows = (properties: object): object => ({ type: 'array', items: { type: 'object', properties } });
  const definition = {
    ...family,
    schema: {
      type: 'object',
      properties: { a: rows({ b: { type: 'string' }, c: rows({ d: { type: 'string' } }) }) },
    },
  } as unknown as Definition;
  const clause = { question: '/a/*/b', relation: 'is', value: 'x' };
  assert.deepEqual(conditionOf(definition, clause, '/a/*/c/*'), { '../b': { const: 'x' } });
  assert.deepEqual(clauseOf(definition, { '../b': { const: 'x' } } as Condition, '/a/*/c/*'), clause);
});
