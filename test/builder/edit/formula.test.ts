// SPDX-License-Identifier: AGPL-3.0-or-later
// A formula becomes a tree of menus, a line of text and words, and comes back the same from the first two.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFormula, textOf } from '../../../builder/edit/formula-text.ts';
import { shapes } from '../../../builder/edit/formula-shapes.ts';
import {
  type Node,
  answersFor,
  callOf,
  formulaOf,
  functionsFor,
  gives,
  fits,
  kindOf,
  listsFor,
  nodeOf,
  rowsIn,
  scoredFor,
  setValue,
  wantedAt,
} from '../../../builder/edit/formula.ts';
import { rulesOf } from '../../../builder/edit/rules.ts';
import { formulaWords } from '../../../builder/parts/formula-phrase.ts';
import { functionsAbout } from '../../../runtime/functions/about.ts';
import { functions } from '../../../runtime/functions/index.ts';
import { lint } from '../../../runtime/engine/lint.ts';
import type { Definition, FieldSchema, Formula } from '../../../schemas/types.ts';
import { engine } from '../../runtime/engine/engine.ts';
import { type Draw, seeded } from '../../runtime/engine/random.ts';
import { family } from '../family.ts';
import { catalogue, national } from './sample.ts';

const wanted = (definition: Definition, pointer: string) => kindOf(definition, pointer) ?? 'any';

test('every function has its parts, its words in both languages, and gives what it says', () => {
  for (const { name, signature } of functions) {
    if (name === 'of-row') continue;
    const shape = shapes[name];
    assert.ok(shape, name);
    assert.equal(shape.args.length, signature.args.length, name);
    assert.equal(shape.rest !== undefined, signature.rest !== undefined, name);
    assert.deepEqual(
      Object.keys(shape.options ?? {}).sort(),
      Object.keys(signature.options ?? {}).sort(),
      name,
    );
    assert.ok(functionsAbout[name]!.words.it);
    for (const language of ['it', 'en'] as const)
      assert.doesNotMatch(
        formulaWords(family, catalogue, language, { [name]: signature.args.map(() => 1) }, ''),
        /formula-|\(1/,
        name,
      );
  }
});

test('formulas of the national definitions: tree, text and back; all but those that read the case by menus', () => {
  let count = 0;
  const hasWritten = (node: Node): boolean =>
    node.is === 'written' ||
    (node.is === 'call' && [...node.args, ...Object.values(node.options)].some(hasWritten));
  for (const definition of national)
    for (const { by, kind, formula, level } of rulesOf(definition)) {
      if (kind !== 'value' || formula === undefined) continue;
      count++;
      const node = nodeOf(definition, formula, level);
      assert.deepEqual(formulaOf(definition, node, level), formula);
      const text = textOf(formula);
      assert.equal(hasWritten(node), text.startsWith('of-row(') || text.includes('case:'), text);
      const read = readFormula(definition, text, level, wanted(definition, by));
      assert.deepEqual(read, { formula }, `${by}: ${text}`);
      const words = formulaWords(definition, catalogue, 'it', formula, level);
      assert.doesNotMatch(words, /formula-|undefined|\{|object/, words);
    }
  assert.ok(count > 40);
});

test('a formula in words', () => {
  const said: readonly (readonly [Formula, string])[] = [
    [
      { count: '/nucleo', where: { './eta': { type: 'integer', exclusiveMaximum: 18 } } },
      'quante voci di «Componenti» con «Età» è meno di 18',
    ],
    [{ round: { divide: ['/canone', 12] }, to: 2 }, '(«Canone mensile» ÷ 12) arrotondato a 2 decimali'],
    [
      { if: [{ '/casa': { const: 'affitto' } }, { multiply: ['/canone', 12] }, 0] },
      'se «Titolo di godimento» è Affitto allora («Canone mensile» × 12), altrimenti 0',
    ],
    [{ 'add-months': ['/note', 2] }, '«Note» più 2 mesi'],
    [{ join: ['/note', { text: 'fine' }] }, '«Note», «fine» uniti'],
  ];
  for (const [formula, words] of said)
    assert.equal(formulaWords(family, catalogue, 'it', formula, ''), words);
});

test('text that is no formula says what is wrong', () => {
  const fault = (text: string, kind: 'number' | 'text' = 'number', level = ''): string => {
    const read = readFormula(family, text, level, kind);
    return 'fault' in read ? read.fault.code : 'right';
  };
  assert.equal(fault('add(/canone, 1)'), 'right');
  assert.equal(fault('multiply(./eta, 2)', 'number', '/nucleo/*'), 'right');
  assert.equal(fault('count(/nucleo, where: {"./eta": {"type": "integer", "minimum": 3}})'), 'right');
  assert.equal(fault('join(/note, "ciao \\"tu\\"", with: " - ")', 'text'), 'right');
  assert.equal(fault('add(/canone, 1'), 'end');
  assert.equal(fault(''), 'end');
  assert.equal(fault('add(/canone 1)'), 'unexpected');
  assert.equal(fault('add(/canone, 1) 2'), 'unexpected');
  assert.equal(fault('add(/canone, §)'), 'unexpected');
  assert.equal(fault('somma(/canone, 1)'), 'function');
  assert.equal(fault('add(/affitto, 1)'), 'question');
  assert.equal(fault('count(/nucleo, where: {"./anni": {"const": 3}})'), 'question');
  assert.equal(fault('subtract(/canone)'), 'count');
  assert.equal(fault('age(/note, at: 3)'), 'option');
  assert.equal(fault('sum(/nucleo)'), 'option-missing');
  assert.equal(fault('add(/note, 1)'), 'kind');
  assert.equal(fault('less-than(/canone, 3)'), 'kind');
  assert.equal(fault('max(/note, /note)', 'text'), 'kind', 'words are not ordered');
  assert.equal(fault('if(/canone, 1, 0)'), 'condition');
  assert.equal(fault('holds({"/casa": )'), 'end');
  assert.equal(fault('holds({"/casa": })'), 'json');
  assert.equal(fault('constructor(1)'), 'function');
});

const date: FieldSchema = { title: 'Data', type: 'string', format: 'date' };
const rich: Definition = {
  ...family,
  schema: {
    ...family.schema,
    properties: {
      ...family.schema.properties,
      dal: date,
      al: date,
      si: { title: 'Sì', type: 'boolean' },
      fatto: { title: 'Fatto', type: 'boolean' },
      testo: { title: 'Testo', type: 'string' },
      numero: { title: 'Numero', type: 'number' },
    },
  },
};

/** A formula put together only from what the menus offer. */
function picked(
  draw: Draw,
  level: string,
  kind: 'number' | 'text' | 'date' | 'yes-no' | 'ordered' | 'any',
  depth: number,
): Node {
  const answers = answersFor(rich, level, kind, '/numero');
  const calls = functionsFor(kind).filter((name) => !['lookup', 'param', 'outcome'].includes(name));
  if (depth > 2 || draw(3) === 0) {
    if (answers.length > 0 && draw(2) === 0)
      return { is: 'answer', question: answers[draw(answers.length)]! };
    if (kind === 'date') return { is: 'constant', kind, value: '2026-01-31' };
    if (kind === 'text') return { is: 'constant', kind, value: 'x' };
    if (kind === 'yes-no') return { is: 'constant', kind, value: true };
    return { is: 'constant', kind: 'number', value: draw(9) };
  }
  const name = calls[draw(calls.length)]!;
  let call = callOf(name) as Extract<Node, { is: 'call' }>;
  const shape = shapes[name]!;
  const part = (is: string, from: string, at: (node: Node) => void): void => {
    if (is === 'condition') at({ is, condition: { '/si': { const: true } } as never });
    else if (is === 'rows') at({ is: 'pointer', question: listsFor(rich, level)[0]! });
    else if (is === 'scored') at({ is: 'pointer', question: scoredFor(rich, level)[0]! });
    else if (is !== 'plain' && is !== 'list' && is !== 'column' && is !== 'parameter')
      at(picked(draw, from, wantedAt(rich, call, is as 'same', kind) as never, depth + 1));
  };
  call.args.forEach((_, place) => {
    part(shape.args[place] ?? shape.rest!, level, (node) => {
      call = { ...call, args: call.args.map((arg, at) => (at === place ? node : arg)) };
    });
  });
  for (const option of Object.keys(call.options))
    part(shape.options![option]!.is, rowsIn(rich, call, level), (node) => {
      call = { ...call, options: { ...call.options, [option]: node } };
    });
  return call;
}

test('what the menus offer is always right: kinds fit, and lint has nothing against it', () => {
  const full = process.env['PATTO_PROOF'] === 'full';
  for (let seed = 1; seed <= (full ? 5000 : 150); seed++) {
    const node = picked(seeded(seed), '', 'number', 0);
    const formula = formulaOf(rich, node, '');
    assert.ok(formula !== undefined, JSON.stringify(node));
    assert.ok(fits(gives(rich, node), 'number'), JSON.stringify(formula));
    assert.deepEqual(readFormula(rich, textOf(formula), '', 'number'), { formula }, textOf(formula));
    const whole = setValue(rich, '/numero', formula).definition;
    const errors = lint(whole, engine).filter(({ level, field }) => level === 'error' && field === '/numero');
    // A call that reads what reads it is the one thing that menus cannot know.
    assert.deepEqual(
      errors.filter(({ code }) => !code.includes('circle') && !code.includes('cycle')),
      [],
      textOf(formula),
    );
  }
});
