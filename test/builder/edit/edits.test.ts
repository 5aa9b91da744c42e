// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addField, addNote, addPage, addSection, duplicate } from '../../../builder/edit/add.ts';
import { choicesAt, setOptions } from '../../../builder/edit/choices.ts';
import type { Place } from '../../../builder/edit/contract.ts';
import { setHint, setRequired, setTitle } from '../../../builder/edit/describe.ts';
import { otherOf, setNotAsked, setOther } from '../../../builder/edit/extras.ts';
import { fieldAt } from '../../../builder/edit/fields.ts';
import { guessType } from '../../../builder/edit/guess.ts';
import { makeKey } from '../../../builder/edit/key.ts';
import { move as tried, moveTo } from '../../../builder/edit/move.ts';
import { referrers } from '../../../builder/edit/references.ts';
import { removeBox, removeField } from '../../../builder/edit/remove.ts';
import { showOnOption, shownByOption } from '../../../builder/edit/leads.ts';
import { readable, setCondition, showOf } from '../../../builder/edit/sentence.ts';
import { groupOf } from '../../../builder/edit/clauses.ts';
import { readTree } from '../../../builder/edit/tree.ts';
import { changeType, lostBy, setSettings, settingsOf, typeAt } from '../../../builder/edit/type.ts';
import type { Definition } from '../../../schemas/types.ts';
import { family } from '../family.ts';
import { catalogue, faults, misplaced } from './sample.ts';

const add = (definition: Definition, place: Place, title: string, type?: string) =>
  addField(definition, place, title, catalogue, type);

/** One place up or down; nothing here stands against it. */
function move(definition: Definition, handle: string, way: 'up' | 'down') {
  const edited = tried(definition, handle, way);
  assert.ok(!edited || !('refused' in edited));
  return edited;
}

function sound(definition: Definition): void {
  assert.deepEqual(faults(definition), []);
  assert.deepEqual(misplaced(definition), []);
}

test('the sample is sound, and reading its layout loses nothing', () => {
  sound(family);
  const handles = (nodes: ReturnType<typeof readTree>): unknown[] =>
    nodes.map((node) => (node.items.length > 0 ? [node.handle, handles(node.items)] : node.handle));
  assert.deepEqual(handles(readTree(family)), [
    [
      'page:abitazione',
      [
        ['section:casa', [['row', ['/casa', '/canone']]]],
        ['/residenza', ['/residenza/via', '/residenza/cap']],
        '/note',
      ],
    ],
    [
      'page:famiglia',
      ['note:avviso', ['/nucleo', ['/nucleo/*/nome', '/nucleo/*/eta', '/nucleo/*/scuola']], '/minori'],
    ],
  ]);
});

test('the type is guessed from the words of the question', () => {
  const expected: { [title: string]: string } = {
    'Data di nascita': 'date',
    'Quanti minori vivono in casa?': 'integer',
    'Numero di componenti': 'integer',
    'Canone mensile': 'money',
    'Reddito annuo in euro': 'money',
    'Ha figli minori?': 'yes-no',
    'È in carico ai servizi?': 'yes-no',
    'Vive da solo?': 'yes-no',
    'Codice fiscale': 'tax-code',
    'IBAN del conto': 'iban',
    CAP: 'postcode',
    'Numero di telefono': 'phone',
    'Indirizzo email': 'email',
    'Capacità di leggere': 'text',
    Note: 'long-text',
    'Descrivi la situazione': 'long-text',
    Nome: 'text',
    'Dove vive?': 'text',
    Hanno: 'text',
  };
  for (const [title, type] of Object.entries(expected))
    assert.equal(
      guessType(title, () => true),
      type,
      title,
    );
  assert.equal(
    guessType('Codice fiscale', (type) => type !== 'tax-code'),
    'text',
  );
});

test('keys come from titles, are unique, and are never a name of every object', () => {
  assert.equal(makeKey('Perché è così?', []), 'perche_e_cosi');
  assert.equal(makeKey('Nome', ['nome', 'nome_2']), 'nome_3');
  assert.equal(makeKey('constructor', []), 'constructor_2');
  assert.equal(makeKey('__proto__', []), 'proto');
  assert.equal(makeKey('ID', []), 'id_2');
  assert.equal(makeKey('123 …', []), 'domanda');
  assert.match(makeKey('x'.repeat(500), []), /^x{40}$/);
});

test('a question is added where it is asked for, and the old definition is untouched', () => {
  const before = structuredClone(family);
  const { definition, select, step } = add(family, { after: '/casa' }, 'Data di ingresso in casa');
  assert.deepEqual(family, before);
  sound(definition);
  assert.equal(select, '/data_di_ingresso_in_casa');
  assert.equal(step.code, 'added');
  assert.equal(catalogue.typeOf(fieldAt(definition, select)!), 'date');
  const inRepeat = add(family, { into: '/nucleo' }, 'Data di nascita');
  assert.equal(inRepeat.select, '/nucleo/*/data_di_nascita');
  sound(inRepeat.definition);
  const inGroup = add(family, { after: '/residenza/via' }, 'Numero civico', 'text');
  assert.equal(inGroup.select, '/residenza/numero_civico');
  sound(inGroup.definition);
});

test('a first page takes in what had no page', () => {
  const bare: Definition = { ...family, layout: ['/casa'] };
  const { definition, select } = addPage(bare, undefined, 'Pagina 2', 'Pagina 1');
  assert.deepEqual(
    readTree(definition).map((node) => [node.handle, node.items.length]),
    [
      ['page:pagina_1', 6],
      ['page:pagina_2', 0],
    ],
  );
  assert.equal(select, 'page:pagina_2');
  sound(definition);
  const withSection = addSection(definition, { into: select }, 'Casa').definition;
  sound(
    addNote(
      addField(withSection, { into: 'section:casa' }, 'Nome', catalogue).definition,
      { after: '/nucleo/*/nome' },
      'Testo',
    ).definition,
  );
});

test('up and down walk through rows, sections and pages, and back to the same layout', () => {
  let definition = family;
  const seen: string[] = [];
  for (let edited = move(definition, '/minori', 'up'); edited; edited = move(definition, '/minori', 'up')) {
    definition = edited.definition;
    sound(definition);
    const { position, inside } = edited.step.params;
    seen.push(`${position} ${inside}`);
  }
  assert.deepEqual(seen, [
    '5 Famiglia',
    '5 Famiglia',
    '5 Abitazione',
    '4 Abitazione',
    '3 Abitazione',
    '3 Casa',
    '1 Casa',
    '1 Abitazione',
  ]);
  const up = move(family, '/note', 'up')!.definition;
  assert.deepEqual(readTree(move(up, '/note', 'down')!.definition), readTree(family));
  const swapped = move(family, '/casa', 'down')!.definition;
  assert.match(JSON.stringify(swapped.layout), /"row":\["\/canone","\/casa"\]/);
  assert.equal(move(family, 'page:abitazione', 'up'), undefined);
  assert.equal(move(family, 'page:famiglia', 'up')!.step.params['position'], 1);
});

test('moving into a repeat moves the answer, and is refused when somebody reads it', () => {
  const free = moveTo(family, '/note', { into: '/nucleo' });
  assert.ok(free && 'definition' in free);
  assert.equal(free.select, '/nucleo/*/note');
  sound(free.definition);
  const back = moveTo(free.definition, '/nucleo/*/note', { into: 'page:famiglia' });
  assert.ok(back && 'definition' in back && back.select === '/note');
  sound(back.definition);
  const read = moveTo(family, '/casa', { into: '/nucleo' });
  assert.ok(read && 'refused' in read);
  assert.match(String(read.refused.params['names']), /«Canone mensile»/);
  const reads = moveTo(family, '/nucleo/*/scuola', { into: 'page:famiglia' });
  assert.ok(reads && 'refused' in reads && reads.refused.code === 'loses-its-way');
});

test('removing names who reads the question, and takes their conditions with it', () => {
  assert.deepEqual(
    referrers(family, '/casa').map(({ by, word }) => [by, word]),
    [
      ['/canone', 'x-show'],
      ['page:famiglia', 'x-show'],
      ['gives', 'gives'],
    ],
  );
  const { definition, lost } = removeField(family, '/casa')!;
  assert.deepEqual(
    lost?.map(({ by, word }) => `${by} ${word}`).toSorted(),
    ['/canone x-show', 'gives gives', 'page:famiglia x-show'], // prettier-ignore
  );
  sound(definition);
  assert.doesNotMatch(JSON.stringify(definition), /"\/casa"/);
  assert.deepEqual(definition.schema.required, ['canone']);
  assert.deepEqual(
    referrers(family, '/nucleo').map(({ by }) => by),
    ['/minori', 'gives'],
  );
  const counted = removeField(family, '/nucleo/*/eta')!;
  sound(counted.definition);
  // What was counted from it is a question again, which somebody sees.
  assert.deepEqual(
    counted.lost?.find(({ by }) => by === '/minori'),
    { by: '/minori', word: 'x-value' },
  );
  assert.equal(fieldAt(counted.definition, '/minori')?.['x-value'], undefined);
});

test('removing a page or section keeps its questions', () => {
  const one = removeBox(family, 'page:famiglia')!.definition;
  sound(one);
  assert.equal(readTree(one).length, 1);
  sound(removeBox(one, 'page:abitazione')!.definition);
  sound(removeBox(family, 'section:casa')!.definition);
  sound(removeBox(family, 'note:avviso')!.definition);
});

test('pasted lines become options; an option keeps its value while its text stays or is reworded', () => {
  const { definition } = setOptions(
    family,
    '/casa',
    '1. Affitto\n\n• Proprietà\n- Comodato d’uso\nAffitto\n',
  );
  sound(definition);
  assert.deepEqual(choicesAt(definition, '/casa'), [
    { const: 'affitto', title: 'Affitto', 'x-score': 2 },
    { const: 'proprieta', title: 'Proprietà' },
    { const: 'comodato-d-uso', title: 'Comodato d’uso' },
  ]);
  const reworded = setOptions(family, '/casa', 'Casa di proprietà\nAffitto').definition;
  assert.deepEqual(
    choicesAt(reworded, '/casa')?.map((choice) => choice.const),
    ['proprieta', 'affitto'],
  );
  assert.equal(setOptions(family, '/casa', ' \n').definition, family);
});

test('a change of type says before what it loses, and loses nothing else', () => {
  const codes = (pointer: string, type: string) =>
    lostBy(family, pointer, type, catalogue).map(({ code }) => code);
  assert.deepEqual(codes('/casa', 'several'), ['readers']);
  assert.deepEqual(codes('/casa', 'text'), ['choices', 'readers']);
  assert.deepEqual(codes('/nucleo', 'text'), ['children', 'readers-gone']);
  assert.deepEqual(codes('/minori', 'text'), ['formula']);
  assert.deepEqual(codes('/note', 'text'), []);
  const several = changeType(family, '/casa', 'several', catalogue).definition;
  sound(several);
  assert.deepEqual(choicesAt(several, '/casa'), family.schema.properties['casa']!.oneOf);
  const text = changeType(family, '/canone', 'text', catalogue).definition;
  assert.deepEqual(fieldAt(text, '/canone')?.['x-show'], { '/casa': { const: 'affitto' } });
  for (const type of catalogue.names)
    for (const pointer of ['/casa', '/nucleo', '/residenza', '/note', '/nucleo/*/eta']) {
      const { definition } = changeType(family, pointer, type, catalogue);
      sound(definition);
      assert.equal(typeAt(definition, pointer, catalogue), type, `${pointer} as ${type}`);
    }
});

test('settings of every type go through its own form and back', () => {
  for (const type of catalogue.names) {
    const { definition, select } = add(family, { into: 'page:famiglia' }, `Prova ${type}`, type);
    const same = setSettings(definition, select, settingsOf(definition, select, catalogue), catalogue);
    assert.deepEqual(same.definition, definition, type);
  }
});

test('title, help and required', () => {
  const titled = setTitle(family, '/casa', 'Dove abita').definition;
  assert.equal(fieldAt(titled, '/casa')?.title, 'Dove abita');
  assert.equal(setTitle(family, '/casa', '  ').definition, family);
  const inner = setTitle(family, '/nucleo/*/nome', 'Nome e cognome').definition;
  assert.equal(inner.schema.$defs?.['componente']?.properties?.['nome']?.title, 'Nome e cognome');
  sound(
    setHint(setTitle(family, 'page:famiglia', 'Il nucleo').definition, 'page:famiglia', 'Aiuto').definition,
  );
  assert.deepEqual(setRequired(family, '/canone', false).definition.schema.required, ['casa']);
  assert.deepEqual(
    setRequired(family, '/nucleo/*/eta', true).definition.schema.$defs?.['componente']?.required,
    ['nome', 'eta'],
  );
});

test('a condition is written and read as sentences', () => {
  const list = [
    { question: '/casa', relation: 'is', value: 'affitto' },
    { question: '/minori', relation: 'at-least', value: 1 },
  ];
  const both = setCondition(family, '/note', { join: 'all', list }).definition;
  sound(both);
  assert.deepEqual(showOf(both, '/note'), {
    '/casa': { const: 'affitto' },
    '/minori': { type: 'integer', minimum: 1 },
  });
  assert.deepEqual(groupOf(both, showOf(both, '/note'), ''), { join: 'all', list });
  const any = setCondition(family, 'section:casa', { join: 'any', list }).definition;
  sound(any);
  assert.deepEqual(groupOf(any, showOf(any, 'section:casa'), ''), { join: 'any', list });
  assert.equal(
    showOf(setCondition(any, 'section:casa', { join: 'all', list: [] }).definition, 'section:casa'),
    undefined,
  );
  const row = setCondition(family, '/nucleo/*/scuola', {
    join: 'all',
    list: [{ question: '/nucleo/*/nome', relation: 'answered' }],
  });
  assert.deepEqual(showOf(row.definition, '/nucleo/*/scuola'), { './nome': { answered: true } });
});

test('an option shows another question; a second option for it is an alternative', () => {
  const one = showOnOption(family, '/casa', 'affitto', '/note').definition;
  const two = showOnOption(one, '/casa', 'proprieta', '/note').definition;
  sound(two);
  assert.deepEqual(showOf(two, '/note'), {
    any: [{ '/casa': { const: 'affitto' } }, { '/casa': { const: 'proprieta' } }],
  });
  assert.deepEqual(shownByOption(two, '/casa', 'affitto'), ['/canone', '/note']);
});

test('a condition may read the root and its own row, not itself nor another row', () => {
  assert.deepEqual(readable(family, '/nucleo/*/scuola'), [
    '/casa',
    '/canone',
    '/nucleo/*/nome',
    '/nucleo/*/eta',
    '/minori',
    '/residenza/via',
    '/residenza/cap',
    '/note',
  ]);
  assert.ok(!readable(family, '/casa').some((pointer) => pointer.includes('*') || pointer === '/casa'));
});

test('a duplicate stands after its original with its inside', () => {
  const { definition, select } = duplicate(family, '/nucleo', '(copia)')!;
  sound(definition);
  assert.equal(select, '/nucleo_2');
  assert.equal(fieldAt(definition, '/nucleo_2/*/eta')?.title, 'Età');
  assert.equal(fieldAt(definition, select)?.title, 'Componenti (copia)');
});

test('«Altro, specificare» adds an option with its line, and takes both away; a question may be left unanswered', () => {
  const words = { option: 'Altro', question: 'Altro: specificare' };
  const on = setOther(family, '/casa', true, words, catalogue).definition;
  const other = otherOf(on, '/casa');
  assert.ok(other);
  assert.deepEqual(choicesAt(on, '/casa')?.at(-1), { const: other.option, title: 'Altro' });
  assert.deepEqual(fieldAt(on, other.question)?.['x-show'], { '/casa': { const: other.option } });
  const off = setOther(on, '/casa', false, words, catalogue).definition;
  assert.deepEqual(choicesAt(off, '/casa'), choicesAt(family, '/casa'));
  assert.equal(fieldAt(off, other.question), undefined);
  const both = setNotAsked(setNotAsked(family, '/casa', 'unknown', true).definition, '/casa', 'refused', true).definition; // prettier-ignore
  assert.deepEqual(fieldAt(both, '/casa')?.['x-not-asked'], ['unknown', 'refused']);
  const none = setNotAsked(setNotAsked(both, '/casa', 'unknown', false).definition, '/casa', 'refused', false).definition; // prettier-ignore
  assert.deepEqual(fieldAt(none, '/casa'), fieldAt(family, '/casa'));
});
