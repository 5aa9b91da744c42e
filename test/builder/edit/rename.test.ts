// SPDX-License-Identifier: AGPL-3.0-or-later
// Another key changes no meaning: the same answers, called by their new names, settle to the same.
import { removeField } from '../../../builder/edit/remove.ts';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyField, fieldAt, split } from '../../../builder/edit/fields.ts';
import { addNamed, removeNamed, renameNamed, usable } from '../../../builder/edit/named.ts';
import { references, referrers, titleOf } from '../../../builder/edit/references.ts';
import { renameKey } from '../../../builder/edit/rename.ts';
import { usesOf } from '../../../builder/edit/rules.ts';
import { setWord, showOf } from '../../../builder/edit/sentence.ts';
import type { Outline, Settled } from '../../../runtime/engine/contract.ts';
import { lint } from '../../../runtime/engine/lint.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import type { Answers, Condition, Definition } from '../../../schemas/types.ts';
import { context, engine } from '../../runtime/engine/engine.ts';
import { fitting, randomDefinition, seeded } from '../../runtime/engine/random.ts';
import { family } from '../family.ts';
import { faults, national } from './sample.ts';

const full = process.env['PATTO_PROOF'] === 'full';

const plain = (settled: Settled): unknown => ({
  answers: settled.answers,
  shown: [...settled.shown],
  required: [...settled.required],
  locked: [...settled.locked],
  computed: [...settled.computed].map(([at, { value }]) => [at, value] as const),
  hidden: [...settled.hidden],
  outcome: settled.outcome,
});

/** All of a settled form with every name that was changed put back. */
const putBack = (settled: Settled, from: string, to: string): unknown =>
  JSON.parse(JSON.stringify(plain(settled)).replaceAll(to, from)) as unknown;

/** Lists of names in the order of the alphabet. */
const inOrder = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, each: unknown) =>
    Array.isArray(each) && each.every((item) => typeof item === 'string') ? each.toSorted() : each,
  ) as unknown;

function same(before: Definition, after: Definition, from: string, to: string, answers: Answers): void {
  const renamed = JSON.parse(JSON.stringify(answers).replaceAll(`"${from}":`, `"${to}":`)) as Answers;
  const was = settle(walk(before, engine), answers, context);
  const is = settle(walk(after, engine), renamed, context);
  assert.deepEqual(inOrder(putBack(is, from, to)), inOrder(plain(was)));
}

/** Keys of one level that no other field has: putting a name back is then plain. */
const lonely = (definition: Definition): readonly string[] => {
  const keys = everyField(definition).map(({ pointer }) => split(pointer)[1]);
  return everyField(definition)
    .map(({ pointer }) => pointer)
    .filter((pointer) => keys.filter((key) => key === split(pointer)[1]).length === 1);
};

const errors = (definition: Definition): unknown[] =>
  lint(definition, engine).filter(({ level }) => level === 'error');

const newKey = 'nome_del_tutto_nuovo';

function renamed(definition: Definition, pointer: string): Definition {
  const edited = renameKey(definition, pointer, newKey);
  assert.ok(!('refused' in edited), pointer);
  assert.equal(edited.select, `${split(pointer)[0]}/${newKey}`);
  return edited.definition;
}

test('a renamed question settles as before, in random forms', () => {
  let count = 0;
  for (let seed = 1; seed <= (full ? 1500 : 60); seed++) {
    const draw = seeded(seed);
    const definition = randomDefinition(draw);
    if (errors(definition).length > 0) continue;
    const outline: Outline = walk(definition, engine);
    const all = lonely(definition);
    for (const pointer of full ? all : all.filter((_, place) => (place + seed) % 4 === 0)) {
      const after = renamed(definition, pointer);
      same(definition, after, split(pointer)[1], newKey, fitting(outline, draw));
      count++;
    }
  }
  assert.ok(count > 60, `only ${count} renamed`);
});

test('questions of the national definitions can be renamed: nothing is left that reads the old name', () => {
  for (const definition of national)
    for (const { pointer } of full
      ? everyField(definition)
      : everyField(definition).filter((_, at) => at % 3 === 0)) {
      const after = renamed(definition, pointer);
      if (pointer.length % 8 === 0) assert.deepEqual(errors(after), [], pointer);
      assert.deepEqual(faults(after), []);
      const there = `${split(pointer)[0]}/${newKey}`;
      const read = (list: ReturnType<typeof references>, at: string): number =>
        list.filter(({ target }) => target === at || target.startsWith(`${at}/`)).length;
      assert.equal(read(references(after), there), read(references(definition), pointer), pointer);
      assert.equal(read(references(after), pointer), 0, pointer);
    }
});

test('places, translations and what a submission gives follow too; the rest stays the same object', () => {
  const definition: Definition = {
    ...family,
    translations: {
      en: {
        'casa.title': 'Home',
        'casa=affitto': 'Rent',
        'nucleo/eta.title': 'Age',
        'section:casa': 'Home',
        'nucleo.item': 'Person',
        title: 'Family',
      },
    },
  };
  const home = renamed(definition, '/casa');
  assert.deepEqual(home.translations?.['en'], {
    [`${newKey}.title`]: 'Home',
    [`${newKey}=affitto`]: 'Rent',
    'nucleo/eta.title': 'Age',
    'section:casa': 'Home',
    'nucleo.item': 'Person',
    title: 'Family',
  });
  assert.deepEqual(home.gives, { household: '/nucleo', facts: { Casa: `/${newKey}` } });
  assert.deepEqual(Object.keys(home.schema.properties)[0], newKey, 'its place among the others stays');
  assert.deepEqual(home.schema.required, [newKey, 'canone']);
  assert.ok(JSON.stringify(home.layout).includes(`"row":["/${newKey}","/canone"]`));
  assert.equal(home.schema.properties['note'], definition.schema.properties['note']);
  assert.equal(home.schema.$defs, definition.schema.$defs);
  const age = renamed(definition, '/nucleo/*/eta');
  assert.equal(age.translations?.['en']?.[`nucleo/${newKey}.title`], 'Age');
  assert.deepEqual(fieldAt(age, '/minori')?.['x-value'], {
    count: '/nucleo',
    where: { [`./${newKey}`]: { type: 'integer', exclusiveMaximum: 18 } },
  });
  assert.ok(JSON.stringify(age.layout).includes(`./${newKey}`));
});

test('what is counted of each row follows too, is told as read, and goes with its question', () => {
  const counts = {
    home: '/casa',
    people: { rows: '/nucleo', values: { age: './eta', name: './nome' }, except: { './eta': ['0'] } },
  };
  const definition: Definition = { ...family, gives: { ...family.gives, counts } };
  const age = renamed(definition, '/nucleo/*/eta');
  assert.deepEqual(age.gives?.counts, {
    home: '/casa',
    people: {
      rows: '/nucleo',
      values: { age: `./${newKey}`, name: './nome' },
      except: { [`./${newKey}`]: ['0'] },
    },
  });
  assert.equal(renamed(definition, '/casa').gives?.counts?.['people'], counts.people);
  assert.ok(referrers(definition, '/nucleo/*/eta').some(({ by }) => by === 'gives'));
  const without = removeField(definition, '/nucleo/*/eta')?.definition;
  assert.deepEqual(without?.gives?.counts, {
    home: '/casa',
    people: { rows: '/nucleo', values: { name: './nome' } },
  });
});

test('a key that is taken or that no program takes is refused', () => {
  const refusal = (to: string): string | undefined => {
    const edited = renameKey(family, '/casa', to);
    return 'refused' in edited ? edited.refused.code : undefined;
  };
  assert.equal(refusal('canone'), 'key-taken');
  for (const wrong of ['Casa', '1casa', 'la casa', 'è', 'constructor', 'id', '', '__proto__'])
    assert.equal(refusal(wrong), 'key-wrong', wrong);
  assert.equal(refusal('casa'), undefined);
});

const rent = { '/casa': { const: 'affitto' } } as Condition;

test('a condition with a name is used, renamed and taken away without a change of meaning', () => {
  const made = addNamed(family, 'Paga un affitto', rent);
  assert.ok(!('refused' in made));
  assert.equal(made.name, 'paga_un_affitto');
  const used = setWord(made.definition, '/note', 'x-show', {
    named: made.name,
    '/casa': { answered: true },
  } as Condition).definition;
  assert.deepEqual(faults(used), []);
  assert.deepEqual(
    usesOf(used, made.name).map(({ id }) => id),
    ['show /note'],
  );
  const other = renameNamed(used, made.name, 'In affitto').definition;
  assert.deepEqual(showOf(other, '/note'), { named: 'in_affitto', '/casa': { answered: true } });
  assert.deepEqual(Object.keys(other.conditions ?? {}), ['in_affitto']);
  const without = removeNamed(other, 'in_affitto').definition;
  assert.equal(without.conditions, undefined);
  // Both read the same question, so they cannot stand side by side.
  assert.deepEqual(showOf(without, '/note'), { all: [{ '/casa': { answered: true } }, rent] });
  for (const casa of ['affitto', 'proprieta', undefined]) {
    const answers = { ...(casa && { casa }), note: 'x' };
    const [a, b] = [used, without].map((each) => plain(settle(walk(each, engine), answers, context)));
    assert.deepEqual(a, b);
  }
});

test('a condition of a row has no name; a name is not used inside itself', () => {
  const refused = addNamed(family, 'Minore', { './eta': { type: 'integer', maximum: 17 } } as Condition);
  assert.ok('refused' in refused);
  const made = addNamed(family, 'Paga un affitto', rent);
  assert.ok(!('refused' in made));
  const readers = referrers(made.definition, '/casa').map(({ by }) => titleOf(made.definition, by));
  assert.ok(readers.includes('paga un affitto'), 'who deletes what it reads is told its name');
  const definition = { ...family, conditions: { a: rent, b: { named: 'a' }, c: { any: [{ named: 'b' }] } } };
  assert.deepEqual(usable(definition as Definition, 'a'), []);
  assert.deepEqual(usable(definition as Definition, 'b'), ['a']);
  assert.deepEqual(usable(definition as Definition), ['a', 'b', 'c']);
});
