// SPDX-License-Identifier: AGPL-3.0-or-later
// Translations out and back: nothing lost, nothing executed, nothing taken unseen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  dropLeftovers,
  leftovers,
  memoryOf,
  removeLanguage,
  rowsOf,
  setTranslation,
  takeIn,
  textsOf,
} from '../../../builder/edit/translate.ts';
import { readCsv, writeCsv } from '../../../builder/exchange/csv.ts';
import { propose, readTranslations, toCsv, toXliff } from '../../../builder/exchange/translations.ts';
import { readXml, textOf, within, xmlText } from '../../../builder/exchange/xml.ts';
import { analyze } from '../../../runtime/analysis/analyze.ts';
import { loadEngine } from '../../../runtime/engine/load.ts';
import type { Definition } from '../../../schemas/types.ts';

const read = (name: string): Definition =>
  JSON.parse(readFileSync(`schemas/national/adi/definitions/${name}.json`, 'utf8')) as Definition;
const national = ['adi-domanda', 'analisi-preliminare', 'pais'].map(read);
const place = () => 'Pagina';
const seed = { seed: 20260302 };

test('what is to be translated is what the analyzer misses, text by text, in the national definitions', async () => {
  const engine = await loadEngine((pattern) => {
    const regex = new RegExp(pattern, 'u');
    return { test: (text: string) => regex.test(text) };
  });
  for (const definition of national) {
    const bare = { ...definition, translations: { ar: {} } };
    const found = analyze(bare, engine).find(({ code }) => code === 'missing-translations');
    assert.equal(found?.params['count'], textsOf(bare).length, definition.id);
    const whole = takeIn(
      bare,
      'ar',
      textsOf(bare).map(({ key, text }) => [key, `ar ${text}`]),
    ).definition;
    const left = analyze(whole, engine).filter(({ code }) => /translation/.test(code));
    assert.deepEqual(left, [], definition.id);
  }
});

test('one translation is one step that touches nothing else; an empty one goes; the last language leaves no trace', () => {
  const [domanda] = national as [Definition];
  const text = textsOf(domanda)[5]!;
  const { definition } = setTranslation(domanda, 'ar', text, 'نص');
  assert.equal(definition.translations?.['ar']?.[text.key], 'نص');
  assert.equal(definition.schema, domanda.schema);
  assert.equal(definition.translations?.['en'], domanda.translations?.['en']);
  const gone = setTranslation(definition, 'ar', text, ' ').definition;
  assert.deepEqual(gone.translations?.['ar'], {});
  assert.equal(setTranslation(definition, 'ar', text, 'نص').definition, definition);
  const { translations: _all, ...bare } = domanda;
  assert.deepEqual(
    removeLanguage({ ...bare, translations: { ar: {} } } as Definition, 'ar').definition,
    bare,
  );
});

test('what changes under a translation makes it one to look at again, also after it was published so', () => {
  const [domanda] = national as [Definition];
  const title = (one: Definition, text: string): Definition => ({ ...one, title: text });
  const first = takeIn(domanda, 'ar', [['title', 'عنوان']]).definition;
  const second = title(first, 'Altro titolo');
  const state = (now: Definition, ...versions: Definition[]) =>
    rowsOf(now, 'ar', memoryOf(versions, 'ar')).find(({ key }) => key === 'title')!;
  assert.equal(state(first, first).state, 'done');
  assert.deepEqual([state(second, first).state, state(second, first).was], ['stale', domanda.title]);
  assert.equal(state(second, first, second).state, 'stale');
  const looked = takeIn(second, 'ar', [['title', 'عنوان آخر']]).definition;
  assert.equal(state(looked, first, second).state, 'done');
  assert.equal(state(second, first, looked).state, 'done', 'what was made again is known');
});

test('translations of what is gone are named and taken away in one step', () => {
  const [domanda] = national as [Definition];
  const left = takeIn(domanda, 'ar', [
    ['no/such.title', 'x'],
    ['title', 'y'],
  ]).definition;
  assert.deepEqual(leftovers(left, 'ar'), ['no/such.title']);
  assert.deepEqual(dropLeftovers(left, 'ar').definition.translations?.['ar'], { title: 'y' });
});

test('CSV: any cells come back as they were, and none of them is a formula for a spreadsheet', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('=1+1', '+39', '-5', '@x', "'a", "'=1", '\t=2', 'a;b', 'a"b', 'riga\r\nriga', ''),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constant('k'), cell, cell), { minLength: 1, maxLength: 6 }), (rows) => {
      const text = writeCsv([['id', 'source', 'target'], ...rows]);
      assert.deepEqual(readCsv(text), [['id', 'source', 'target'], ...rows]);
      for (const line of readCsvRaw(text)) assert.doesNotMatch(line, /^[=+\-@\t\r]/);
    }),
    { ...seed, numRuns: 300 },
  );
});

/** Cells as a spreadsheet sees them: unquoted, with our apostrophes. */
const readCsvRaw = (text: string): string[] =>
  [...text.slice(1).matchAll(/(?:^|[;\n])(?:"((?:[^"]|"")*)"|([^;\r\n]*))/g)].map(([, quoted, bare]) =>
    (quoted ?? bare ?? '').replaceAll('""', '"'),
  );

test('CSV: as a spreadsheet here, there, or pasted writes it', () => {
  const rows = [
    ['id', 'source', 'target'],
    ['title', 'Titolo', 'Title, short'],
  ];
  for (const text of [
    'id;source;target\r\ntitle;Titolo;"Title, short"\r\n',
    'id,source,target\ntitle,Titolo,"Title, short"\n\n',
    'id\tsource\ttarget\rtitle\tTitolo\tTitle, short',
  ])
    assert.deepEqual(readCsv(text), rows);
});

test('XLIFF and CSV: out and back is the same, in every language, whatever signs the texts have', () => {
  const [domanda] = national as [Definition];
  const nasty = [
    '<b>x</b> & "y"',
    ']]>',
    '=1+1',
    'riga\nriga',
    ' spazio ',
    'نص عربي (1)',
    '&amp; &#60;',
    "l'altro",
  ];
  const texts = textsOf(domanda).map(({ key }, at) => [key, nasty[at % nasty.length]!] as const);
  const full = takeIn(domanda, 'ar', texts).definition;
  const rows = rowsOf(full, 'ar');
  for (const file of [toXliff(full, 'ar', rows, place), toCsv(rows, place)]) {
    const proposal = propose(domanda, 'ar', readTranslations(file)!);
    assert.deepEqual(
      proposal.proposed.map(({ row, target, how, stale }) => [row.key, target, how, stale]),
      texts.map(([key, text]) => [key, text, 'new', false]),
    );
    assert.deepEqual([proposal.unknown, proposal.empty], [[], 0]);
  }
  assert.equal(readTranslations(toXliff(full, 'ar', rows, place))?.language, 'ar');
});

test('XLIFF 2.0 by its rules: namespace, languages, ids that are names and stand once, notes before segments', () => {
  const [domanda] = national as [Definition];
  const root = readXml(toXliff(domanda, 'en', rowsOf(domanda, 'en'), place))!;
  assert.deepEqual([...root.attributes].sort(), [
    ['srcLang', 'it'],
    ['trgLang', 'en'],
    ['version', '2.0'],
    ['xmlns', 'urn:oasis:names:tc:xliff:document:2.0'],
  ]);
  assert.deepEqual(
    root.children.filter((one) => typeof one !== 'string').map(({ name }) => name),
    ['file'],
  );
  const units = [...within(root, 'unit')];
  const ids = units.map((unit) => unit.attributes.get('id')!);
  assert.equal(new Set(ids).size, textsOf(domanda).length);
  for (const [at, unit] of units.entries()) {
    assert.match(ids[at]!, /^[A-Za-z0-9._-]+$/);
    const names = unit.children.flatMap((one) => (typeof one === 'string' ? [] : [one.name]));
    assert.deepEqual(names, ['notes', 'segment']);
    const segment = [...within(unit, 'segment')][0]!;
    const inside = segment.children.flatMap((one) => (typeof one === 'string' ? [] : [one.name]));
    assert.ok(inside.join() === 'source' || inside.join() === 'source,target', inside.join());
    assert.match(segment.attributes.get('state')!, /^(initial|translated|reviewed|final)$/);
  }
});

test('a file is held against the definition: unknown ids, other sources, empty targets, marks of tools, older XLIFF', () => {
  const [domanda] = national as [Definition];
  const file =
    readTranslations(`<?xml version="1.0"?><xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="it" trgLang="fr"><file id="f">
    <unit id="u1" name="title"><segment><source>Un altro titolo</source><target>Titre</target></segment></unit>
    <unit id="u2" name="mai.title"><segment><source>x</source><target>y</target></segment></unit>
    <unit id="u3" name="nucleo.title"><segment><source>x</source></segment></unit>
    <unit id="u4" name="nucleo/nome.title"><segment><source>Nome</source><target>Pré<pc id="1">nom</pc></target></segment><ignorable><source> </source></ignorable><segment><source>b</source><target><![CDATA[<i>]]></target></segment></unit>
    </file></xliff>`)!;
  assert.equal(file.language, 'fr');
  const { proposed, unknown, empty } = propose(domanda, 'fr', file);
  assert.deepEqual(
    proposed.map(({ row, target, stale }) => [row.key, target, stale]),
    [
      ['title', 'Titre', true],
      ['nucleo/nome.title', 'Prénom <i>', true],
    ],
  );
  assert.deepEqual([unknown, empty], [['mai.title'], 1]);
  const older = readTranslations(
    '<xliff version="1.2"><file source-language="it" target-language="fr"><body><trans-unit id="title"><source>t</source><target>Titre</target></trans-unit></body></file></xliff>',
  )!;
  assert.deepEqual([older.language, older.texts], ['fr', [{ key: 'title', source: 't', target: 'Titre' }]]);
});

test('what is no such file is none, and no entity is ever opened', () => {
  for (const text of ['', 'ciao', '<html></html>', '<xliff>', '<a/><xliff/>', 'a;b;c\n1;2;3'])
    assert.equal(readTranslations(text), undefined, text);
  const bomb =
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xliff version="2.0"><file><unit name="title"><segment><target>&b;</target></segment></unit></file></xliff>';
  assert.equal(readTranslations(bomb), undefined);
  assert.equal(textOf(readXml(`<a>${xmlText('<&">\u0000é')}</a>`)), '<&">é');
});
