// SPDX-License-Identifier: AGPL-3.0-or-later
// Files that are wrong, hostile or not what they say: each gives a reason, none throws, hangs or reaches into objects.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import type { Imported, Unreadable } from '../../../builder/import/contract.ts';
import { MOST, openImport } from '../../../builder/import/open.ts';
import { importReasons } from '../../../builder/words/import-reasons.ts';
import { cases, workbook } from './workbooks.ts';

const open = (name: string, content: string | Uint8Array): Promise<Imported | Unreadable> =>
  openImport([{ name, bytes: typeof content === 'string' ? strToU8(content) : content }]);

/** A zip whose one entry claims to be small. */
function lying(): Uint8Array {
  const bytes = zipSync({ 'xl/workbook.xml': new Uint8Array(41 * 1024 * 1024) }, { level: 1 });
  const view = new DataView(bytes.buffer);
  let at = bytes.length - 22;
  while (view.getUint32(at, true) !== 0x06054b50) at--;
  view.setUint32(view.getUint32(at + 16, true) + 24, 10, true);
  return bytes;
}

const survey = new Map([
  [
    'survey',
    [
      ['type', 'name', 'label'],
      ['text', 'nome', 'Nome'],
    ],
  ],
]);
const deep = (depth: number): string => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)]);
const locked = Uint8Array.from([
  ...ole,
  ...[...'EncryptedPackage'].flatMap((each) => [each.charCodeAt(0), 0]),
]);
const encrypted = (() => {
  const bytes = workbook(survey);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length - 4; at++)
    if (view.getUint32(at, true) === 0x02014b50)
      view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
  return bytes;
})();
const entity = workbook(survey, {
  'xl/styles.xml': strToU8('<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]><styleSheet>&b;</styleSheet>'),
});

const files: readonly (readonly [
  what: string,
  name: string,
  content: string | Uint8Array,
  refused: string,
])[] = [
  ['nothing', 'vuoto.xlsx', '', 'empty'],
  ['too much', 'grande.json', new Uint8Array(MOST + 1), 'too-large'],
  ['no JSON', 'x.json', '{"type": "object",', 'not-json'],
  ['JSON of something else', 'x.json', '{"nome": "Anna"}', 'not-a-schema'],
  ['JSON without end', 'x.json', deep(5_000), 'too-deep'],
  ['a schema that asks nothing', 'x.json', '{"type": "object"}', 'no-questions'],
  [
    'a definition without its schema',
    'x.json',
    '{"$schema": "urn:patto:definition:1", "title": "X"}',
    'not-a-definition',
  ],
  ['a zip that is no workbook', 'x.xlsx', zipSync({ 'a.txt': strToU8('a') }), 'not-a-workbook'],
  ['a workbook cut in two', 'x.xlsx', workbook(survey).slice(0, 700), 'not-a-zip'],
  [
    'a workbook of something else',
    'x.xlsx',
    workbook(
      new Map([
        [
          'Foglio1',
          [
            ['a', 'b'],
            ['1', '2'],
          ],
        ],
      ]),
    ),
    'no-survey',
  ],
  ['a workbook with macros', 'x.xlsx', workbook(survey, { 'xl/vbaProject.bin': strToU8('x') }), 'macros'],
  ['a workbook behind a password', 'x.xlsx', locked, 'password'],
  ['a zip behind a password', 'x.xlsx', encrypted, 'password'],
  ['an old workbook', 'x.xls', ole, 'old-excel'],
  [
    'a zip bomb',
    'x.xlsx',
    zipSync({ 'xl/workbook.xml': new Uint8Array(41 * 1024 * 1024) }, { level: 1 }),
    'zip-bomb',
  ],
  ['a zip bomb that lies', 'x.xlsx', lying(), 'zip-bomb'],
  ['entities of its own', 'x.xlsx', entity, 'not-a-workbook'],
  ['an image', 'x.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]), 'not-text'],
  ['blank lines', 'x.txt', '\n\n   \n', 'no-lines'],
];

describe('a file that is', () => {
  for (const [what, name, content, refused] of files)
    test(what, async () => {
      const result = await open(name, content);
      assert.equal('refused' in result ? result.refused : 'read', refused);
      assert.ok(Object.hasOwn(importReasons, `import.refused.${refused}`));
    });
});

test('names that reach into objects are not followed, and told', async () => {
  const schema =
    '{"type":"object","properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"},"nome":{"type":"string"}}}';
  const result = await open('x.json', schema);
  assert.ok('definition' in result);
  assert.deepEqual(Object.keys(result.definition.schema.properties), ['constructor_2', 'nome']);
  assert.deepEqual(
    result.left.map(({ at, why }) => `${at} ${why}`),
    ['#/properties/__proto__ forbidden-name'],
  );
  assert.equal(({} as { type?: string }).type, undefined);
});

test('references that double at every step come to an end', async () => {
  const $defs: { [name: string]: object } = { a0: { type: 'string' } };
  for (let step = 1; step < 40; step++)
    $defs[`a${step}`] = {
      type: 'object',
      properties: { x: { $ref: `#/$defs/a${step - 1}` }, y: { $ref: `#/$defs/a${step - 1}` } },
    };
  const schema = { type: 'object', properties: { inizio: { $ref: '#/$defs/a39' } }, $defs };
  const result = await open('x.json', JSON.stringify(schema));
  assert.ok('refused' in result || result.left.some(({ why }) => why === 'too-many-questions'));
});

test('expressions of any length are read or listed', async () => {
  for (const relevant of [
    '('.repeat(3_000),
    '-'.repeat(9_000),
    `\${nome} = 'a'${" or ${nome} = 'a'".repeat(250)}`,
    "'".repeat(7),
  ]) {
    const rows = [
      ['type', 'name', 'label', 'relevant'],
      ['text', 'nome', 'Nome', ''],
      ['text', 'b', 'B', relevant],
    ];
    const result = await open('x.xlsx', workbook(new Map([['survey', rows]])));
    assert.ok('definition' in result, JSON.stringify(result));
  }
});

test('a definition of Patto comes along whole', async () => {
  const first = await open('x.xlsx', workbook(cases[5]!.sheets));
  assert.ok('definition' in first);
  const second = await open('x.json', JSON.stringify(first.definition));
  assert.ok('definition' in second);
  assert.deepEqual(second.definition, first.definition);
  assert.deepEqual(second.left, []);
});

test('a schema and its UI schema may be two files, in any order', async () => {
  const schema = {
    name: 'a.json',
    bytes: strToU8('{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}}}'),
  };
  const ui = {
    name: 'b.json',
    bytes: strToU8(
      '{"type":"HorizontalLayout","elements":[{"type":"Control","scope":"#/properties/b"},{"type":"Control","scope":"#/properties/a"}]}',
    ),
  };
  for (const both of [
    [schema, ui],
    [ui, schema],
  ]) {
    const result = await openImport(both);
    assert.ok('definition' in result);
    assert.deepEqual(result.definition.layout, [{ row: ['/b', '/a'] }]);
  }
});
