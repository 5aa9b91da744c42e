// SPDX-License-Identifier: AGPL-3.0-or-later
// What lint says of broken documents, word for word: code, place in the document, what the sentence needs, whose field it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lint } from '../../../runtime/engine/lint.ts';
import { engine } from './engine.ts';

type Loose = { [key: string]: unknown };

/** A sound form: a number, a text, rows with a number, a group with a yes/no; some parts exchanged. */
const form = (extra: Loose = {}, rest: Loose = {}, schema: Loose = {}): Loose => ({
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'prova',
  title: 'Prova',
  schema: {
    type: 'object',
    properties: {
      a: { type: 'integer', title: 'A' },
      t: { type: 'string', title: 'T' },
      rows: {
        type: 'array',
        title: 'Righe',
        items: { type: 'object', properties: { n: { type: 'integer', title: 'N' } } },
      },
      g: { type: 'object', title: 'G', properties: { h: { type: 'boolean', title: 'H' } } },
      ...extra,
    },
    ...schema,
  },
  ...rest,
});
const x = (field: Loose): Loose => form({ x: { type: 'string', title: 'X', ...field } });
const n = (field: Loose): Loose => form({ x: { type: 'integer', title: 'X', ...field } });
const rows = (items: Loose, field: Loose = {}): Loose =>
  form({
    x: {
      type: 'array',
      title: 'X',
      items: { type: 'object', properties: { k: { type: 'integer', title: 'K' } }, ...items },
      ...field,
    },
  });
const choice = (field: Loose): Loose =>
  form({
    x: {
      title: 'X',
      oneOf: [
        { const: 'p', title: 'P' },
        { const: 'q', title: 'Q' },
      ],
      ...field,
    },
  });
const band = (from: number, to?: number, code = `c${from}`, title = 'F'): Loose => ({
  from,
  ...(to !== undefined && { to }),
  code,
  title,
});

/** "code place of field (warning) {params}" */
const told = (document: unknown): string[] =>
  lint(document, engine).map(
    ({ code, at, field, level, params }) =>
      `${code} ${at}${field === undefined ? '' : ` of ${field}`}${level === 'warning' ? ' (warning)' : ''}` +
      (Object.keys(params).length > 0 ? ` ${JSON.stringify(params)}` : ''),
  );

const X = '/schema/properties/x';
const long = 'k'.repeat(300);
const table: readonly (readonly [string, unknown, readonly string[]])[] = [
  ['no object', 3, ['wrong-kind  {"wanted":"object"}']],
  [
    'an unknown kind',
    { ...form(), kind: 'poem' },
    ['not-one-of /kind {"value":"poem","allowed":"form, grid, pact"}'],
  ],
  ['a title of blanks', { ...form(), title: ' – ' }, ['blank-title /title']],
  [
    'no properties',
    { ...form(), schema: { type: 'object' } },
    ['missing-part /schema {"part":"properties"}'],
  ],
  ['an unknown keyword', x({ anyOf: [] }), [`unknown-keyword ${X}/anyOf of /x {"keyword":"anyOf"}`]],
  [
    'a long unknown keyword is cut',
    x({ [long]: 1 }),
    [`unknown-keyword ${X}/${long} of /x {"keyword":"${'k'.repeat(60)}"}`],
  ],
  [
    'an unknown keyword of a row',
    rows({ 'x-show': {}, patternProperties: {} }),
    [`unknown-keyword ${X}/items/patternProperties of /x {"keyword":"patternProperties"}`],
  ],
  ['an unknown type', x({ 'x-type': 'poem' }), [`unknown-type ${X}/x-type of /x {"type":"poem"}`]],
  ['no type at all', form({ x: { title: 'X' } }), [`no-type ${X} of /x`]],
  ['a blank title', x({ title: '…' }), [`blank-title ${X}/title of /x`]],
  ['no title', form({ x: { type: 'string' } }), [`no-title ${X} of /x (warning) {"key":"x"}`]],
  ['no title, and never drawn', form({ x: { type: 'integer', 'x-value': 1, 'x-drawn': false } }), []],
  [
    'a name of Object.prototype',
    form({ constructor: { type: 'string', title: 'X' } }),
    ['reserved-key /schema/properties/constructor of /constructor {"key":"constructor"}'],
  ],
  [
    'a capital in a key',
    form({ Casa: { type: 'string', title: 'X' } }),
    ['bad-key /schema/properties/Casa of /Casa {"key":"Casa"}'],
  ],
  [
    'a key that ends badly',
    form({ 'a-b': { type: 'string', title: 'X' } }),
    ['bad-key /schema/properties/a-b of /a-b {"key":"a-b"}'],
  ],
  [
    'a long bad key is cut',
    form({ [long]: { type: 'string', title: 'X' } }),
    [`bad-key /schema/properties/${long} of /${long} {"key":"${'k'.repeat(60)}"}`],
  ],
  [
    'id in a row',
    rows({ properties: { id: { type: 'string', title: 'I' } } }),
    [`reserved-key ${X}/items/properties/id of /x/*/id {"key":"id"}`],
  ],
  ['id elsewhere is a key like others', form({ id: { type: 'string', title: 'I' } }), []],
  [
    'required of the form',
    form({}, {}, { required: ['a', 'gone'] }),
    ['required-unknown /schema/required/1 {"key":"gone"}'],
  ],
  [
    'required of a row',
    rows({ required: ['gone'] }),
    [`required-unknown ${X}/items/required/0 of /x {"key":"gone"}`],
  ],
  [
    'required of a group',
    form({ x: { type: 'object', title: 'X', properties: {}, required: ['gone'] } }),
    [`required-unknown ${X}/required/0 of /x {"key":"gone"}`],
  ],
  [
    'required of rows by $ref',
    form(
      { x: { type: 'array', title: 'X', items: { $ref: '#/$defs/r' } } },
      {},
      { $defs: { r: { type: 'object', properties: {}, required: ['gone'] } } },
    ),
    ['required-unknown /schema/$defs/r/required/0 of /x {"key":"gone"}'],
  ],
  ['no choices', x({ oneOf: [] }), [`empty-part ${X}/oneOf of /x`]],
  [
    'no choices of several',
    form({ x: { type: 'array', title: 'X', items: { enum: [] } } }),
    [`empty-part ${X}/items/enum of /x`],
  ],
  [
    'the same choice twice',
    choice({
      oneOf: [
        { const: 'p', title: 'P' },
        { const: 'p', title: 'Q' },
      ],
    }),
    [`same-choice-twice ${X}/oneOf of /x {"choice":"p"}`],
  ],
  [
    'the same value twice',
    x({ enum: ['p', 'q', 'p'] }),
    [`same-choice-twice ${X}/enum of /x {"choice":"p"}`],
  ],
  [
    'a choice without words',
    choice({ oneOf: [{ const: 'p', title: '-' }] }),
    [`blank-title ${X}/oneOf of /x`],
  ],
  [
    'bounds that cross',
    n({ minimum: 3, maximum: 2 }),
    [`bounds-crossed ${X}/minimum of /x {"low":3,"high":2}`],
  ],
  ['bounds that meet', n({ minimum: 3, maximum: 3 }), []],
  [
    'lengths that cross',
    x({ minLength: 3, maxLength: 2 }),
    [`bounds-crossed ${X}/minLength of /x {"low":3,"high":2}`],
  ],
  [
    'bands that do not meet',
    n({ 'x-bands': [band(0, 2), band(3)] }),
    [`bands-gap ${X}/x-bands of /x {"from":"2","to":"3"}`],
  ],
  [
    'bands over each other',
    n({ 'x-bands': [band(0, 4), band(3)] }),
    [`bands-overlap ${X}/x-bands of /x {"at":"3"}`],
  ],
  ['bands in any order', n({ 'x-bands': [band(3), band(0, 3)] }), []],
  [
    'bands without an end but the last',
    n({ 'x-bands': [band(0), band(3)] }),
    [`bands-overlap ${X}/x-bands of /x {"at":"3"}`],
  ],
  ['bands that end', n({ 'x-bands': [band(0, 3)] }), [`band-without-end ${X}/x-bands of /x {"to":"3"}`]],
  [
    'a band twice',
    n({ 'x-bands': [band(0, 3, 'c'), band(3, undefined, 'c')] }),
    [`same-id-twice ${X}/x-bands of /x {"id":"c"}`],
  ],
  [
    'a band without words',
    n({ 'x-bands': [band(0, undefined, 'c', ' ')] }),
    [`blank-title ${X}/x-bands of /x`],
  ],
  [
    'bands of the whole',
    form({}, {}, { 'x-bands': [band(0, 3)] }),
    ['band-without-end /schema/x-bands {"to":"3"}'],
  ],
  [
    'a group that is declined',
    form({ x: { type: 'object', title: 'X', properties: {}, 'x-not-asked': ['unknown'] } }),
    [`keyword-not-here ${X}/x-not-asked of /x {"keyword":"x-not-asked"}`],
  ],
  [
    'a row for each of a text',
    x({ 'x-each': { of: '/rows' } }),
    [`keyword-not-here ${X}/x-each of /x {"keyword":"x-each"}`],
  ],
  [
    'a link that is a number',
    n({ 'x-ref': '/rows' }),
    [`keyword-not-here ${X}/x-ref of /x {"keyword":"x-ref"}`],
  ],
  [
    'a computed list of rows',
    rows({}, { 'x-value': 1 }),
    [`keyword-not-here ${X}/x-value of /x {"keyword":"x-value"}`],
  ],
  [
    'computed and prefilled',
    n({ 'x-value': 1, 'x-prefill': 2 }),
    [`keyword-not-here ${X}/x-prefill of /x {"keyword":"x-prefill"}`],
  ],
  [
    'computed with a default',
    n({ 'x-value': 1, default: 2 }),
    [`keyword-not-here ${X}/default of /x {"keyword":"default"}`],
  ],
  ['a default by itself', n({ default: 2 }), []],
  [
    'a pointer to nothing',
    x({ 'x-show': { '/gone': { const: 1 } } }),
    [`dangling-pointer ${X}/x-show/~1gone of /x {"pointer":"/gone"}`],
  ],
  [
    'a pointer that is none',
    x({ 'x-require': { gone: { const: 1 } } }),
    [`bad-pointer ${X}/x-require/gone of /x {"pointer":"gone"}`],
  ],
  [
    'above the root',
    x({ 'x-lock': { '../a': { const: 1 } } }),
    [`pointer-above-root ${X}/x-lock/..~1a of /x {"pointer":"../a"}`],
  ],
  [
    'into a repeat',
    x({ 'x-show': { '/rows/n': { const: 1 } } }),
    [`pointer-into-repeat ${X}/x-show/~1rows~1n of /x {"pointer":"/rows/n"}`],
  ],
  [
    'into nothing inside a repeat',
    x({ 'x-show': { '/rows/n/o': { const: 1 } } }),
    [`pointer-into-repeat ${X}/x-show/~1rows~1n~1o of /x {"pointer":"/rows/n/o"}`],
  ],
  [
    'the case in a condition',
    x({ 'x-show': { 'case:/nucleo': { answered: true } } }),
    [`case-in-condition ${X}/x-show/case:~1nucleo of /x {"pointer":"case:/nucleo"}`],
  ],
  ['an empty condition', x({ 'x-show': {} }), [`empty-part ${X}/x-show of /x`]],
  ['no condition', x({ 'x-show': 3 }), [`wrong-kind ${X}/x-show of /x {"wanted":"object"}`]],
  ['all of nothing', x({ 'x-show': { all: [] } }), [`empty-part ${X}/x-show/all of /x`]],
  ['any that is no list', x({ 'x-show': { any: {} } }), [`empty-part ${X}/x-show/any of /x`]],
  ['not of nothing', x({ 'x-show': { not: {} } }), [`empty-part ${X}/x-show/not of /x`]],
  [
    'an unknown name',
    x({ 'x-show': { named: 'gone' } }),
    [`unknown-condition ${X}/x-show/named of /x {"name":"gone"}`],
  ],
  ['an empty test', x({ 'x-show': { '/a': {} } }), [`empty-part ${X}/x-show/~1a of /x`]],
  [
    'a test that is none',
    x({ 'x-show': { '/a': 3 } }),
    [`wrong-kind ${X}/x-show/~1a of /x {"wanted":"object"}`],
  ],
  [
    'an unknown test',
    x({ 'x-show': { '/a': { multipleOf: 2 } } }),
    [`unknown-operator ${X}/x-show/~1a/multipleOf of /x {"operator":"multipleOf"}`],
  ],
  [
    'words of rows outside of them',
    x({ 'x-show': { '/g': { required: ['h'] } } }),
    [`unknown-operator ${X}/x-show/~1g/required of /x {"operator":"required"}`],
  ],
  [
    'answered inside rows',
    x({ 'x-show': { '/rows': { type: 'array', contains: { answered: true } } } }),
    [`unknown-operator ${X}/x-show/~1rows/contains/answered of /x {"operator":"answered"}`],
  ],
  [
    'answered beside another test',
    x({ 'x-show': { '/a': { answered: true, const: 1 } } }),
    [`answered-alone ${X}/x-show/~1a/answered of /x`],
  ],
  [
    'a bound without its type',
    x({ 'x-show': { '/a': { minimum: 1 } } }),
    [`untyped-test ${X}/x-show/~1a/minimum of /x {"keyword":"minimum","type":"number"}`],
  ],
  [
    'a length without its type',
    x({ 'x-show': { '/t': { not: { maxLength: 1 } } } }),
    [`untyped-test ${X}/x-show/~1t/not/maxLength of /x {"keyword":"maxLength","type":"string"}`],
  ],
  [
    'rows without their type',
    x({ 'x-show': { '/rows': { contains: { properties: { n: { maximum: 1 } } } } } }),
    [
      `untyped-test ${X}/x-show/~1rows/contains of /x {"keyword":"contains","type":"array"}`,
      `untyped-test ${X}/x-show/~1rows/contains/properties/n/maximum of /x {"keyword":"maximum","type":"number"}`,
    ],
  ],
  [
    'an answer that rows do not have',
    x({
      'x-show': {
        '/rows': { type: 'array', contains: { properties: { z: { const: 1 } }, required: ['z'] } },
      },
    }),
    [`dangling-pointer ${X}/x-show/~1rows of /x {"pointer":"/rows/*/z"}`],
  ],
  [
    'the id of a row is there',
    x({ 'x-show': { '/rows': { type: 'array', contains: { required: ['id'] } } } }),
    [],
  ],
  [
    'above every bound of the question',
    x({ 'x-show': { '/a': { type: 'integer', minimum: 5, maximum: 4 } } }),
    [`never-holds ${X}/x-show/~1a of /x (warning) {"question":"A"}`],
  ],
  [
    'more than the question allows',
    form({
      b: { type: 'integer', title: 'B', maximum: 10 },
      x: { type: 'string', title: 'X', 'x-show': { '/b': { type: 'integer', exclusiveMinimum: 10 } } },
    }),
    [`never-holds ${X}/x-show/~1b of /x (warning) {"question":"B"}`],
  ],
  [
    'exactly as much as it allows',
    form({
      b: { type: 'integer', title: 'B', maximum: 10 },
      x: { type: 'string', title: 'X', 'x-show': { '/b': { type: 'integer', minimum: 10 } } },
    }),
    [],
  ],
  [
    'under the least and over the most at once',
    x({ 'x-show': { '/a': { type: 'integer', exclusiveMinimum: 3, exclusiveMaximum: 3 } } }),
    [`never-holds ${X}/x-show/~1a of /x (warning) {"question":"A"}`],
  ],
  [
    'not under its own least',
    x({ 'x-show': { '/a': { type: 'integer', minimum: 3, exclusiveMaximum: 3 } } }),
    [`never-holds ${X}/x-show/~1a of /x (warning) {"question":"A"}`],
  ],
  [
    'a length beyond the question’s',
    form({
      b: { type: 'string', title: 'B', maxLength: 3 },
      x: { type: 'string', title: 'X', 'x-show': { '/b': { type: 'string', minLength: 4 } } },
    }),
    [`never-holds ${X}/x-show/~1b of /x (warning) {"question":"B"}`],
  ],
  [
    'another kind of value',
    x({ 'x-show': { '/a': { type: 'string', minLength: 1 } } }),
    [`never-holds ${X}/x-show/~1a of /x (warning) {"question":"A"}`],
  ],
  ['a whole number may be asked as a number', x({ 'x-show': { '/a': { type: 'number', minimum: 1 } } }), []],
  [
    'a choice that is not offered',
    form({
      b: { title: 'B', oneOf: [{ const: 'p', title: 'P' }] },
      x: { type: 'string', title: 'X', 'x-show': { '/b': { const: 'q' } } },
    }),
    [`never-holds ${X}/x-show/~1b of /x (warning) {"question":"B"}`],
  ],
  [
    'choices of which one is offered',
    form({
      b: { title: 'B', enum: ['p', 'q'] },
      x: { type: 'string', title: 'X', 'x-show': { '/b': { enum: ['q', 'r'] } } },
    }),
    [],
  ],
  [
    'choices of which none is offered',
    form({
      b: { enum: ['p'], title: 'B' },
      x: { type: 'string', title: 'X', 'x-show': { '/b': { enum: ['q', 'r'] } } },
    }),
    [`never-holds ${X}/x-show/~1b of /x (warning) {"question":"B"}`],
  ],
  [
    'a rule of a field',
    n({ 'x-check': [{ must: { '/gone': { const: 1 } }, message: '…' }] }),
    [
      `dangling-pointer ${X}/x-check/0/must/~1gone of /x {"pointer":"/gone"}`,
      `blank-title ${X}/x-check/0/message of /x`,
    ],
  ],
  [
    'a rule of rows',
    rows({
      'x-check': [
        { must: { './k': { answered: true } }, message: 'm' },
        { must: { './gone': { answered: true } }, message: 'm' },
      ],
    }),
    [`dangling-pointer ${X}/items/x-check/1/must/.~1gone of /x {"pointer":"./gone"}`],
  ],
  [
    'a rule of the whole',
    form({}, {}, { 'x-check': [{ must: { '/gone': { answered: true } }, message: 'm' }] }),
    ['dangling-pointer /schema/x-check/0/must/~1gone {"pointer":"/gone"}'],
  ],
  ['a link to no rows', x({ 'x-ref': '/g' }), [`not-a-repeat ${X}/x-ref of /x {"pointer":"/g"}`]],
  ['a link to nothing', x({ 'x-ref': '/gone' }), [`dangling-pointer ${X}/x-ref of /x {"pointer":"/gone"}`]],
  [
    'a row for each of no rows',
    rows({}, { 'x-each': { of: '/a' } }),
    [`not-a-repeat ${X}/x-each/of of /x {"pointer":"/a"}`],
  ],
  [
    'a row for each that fits nothing',
    rows({}, { 'x-each': { of: '/rows', where: { './z': { answered: true } } } }),
    [`dangling-pointer ${X}/x-each/where/.~1z of /x {"pointer":"./z"}`],
  ],
  [
    'a row for each of the case',
    rows({}, { 'x-each': { of: 'case:/nucleo', where: { './z': { answered: true } } } }),
    [],
  ],
  [
    'a row for each of the case, by a root that is not there',
    rows({}, { 'x-each': { of: 'case:/nucleo', where: { '/z': { answered: true } } } }),
    [`dangling-pointer ${X}/x-each/where/~1z of /x {"pointer":"/z"}`],
  ],
  [
    'choices by an answer that is not there',
    x({ 'x-choices': { from: 'list:l', where: { c: '/gone' } } }),
    [`dangling-pointer ${X}/x-choices/where/c of /x {"pointer":"/gone"}`],
  ],
  [
    'choices of several by an answer that is not there',
    form({
      x: {
        type: 'array',
        title: 'X',
        items: { type: 'string', 'x-choices': { from: 'list:l', where: { c: './gone' } } },
      },
    }),
    [`dangling-pointer ${X}/items/x-choices/where/c of /x {"pointer":"./gone"}`],
  ],
  ['no formula', n({ 'x-value': 'ciao' }), [`not-a-formula ${X}/x-value of /x {"function":"ciao"}`]],
  [
    'an unknown function',
    n({ 'x-value': { power: [1, 2] } }),
    [`unknown-function ${X}/x-value of /x {"function":"power"}`],
  ],
  [
    'a formula of nothing',
    n({ 'x-value': { add: ['/gone', 1] } }),
    [`dangling-pointer ${X}/x-value/add/0 of /x {"pointer":"/gone"}`],
  ],
  [
    'too few arguments',
    n({ 'x-value': { subtract: [1] } }),
    [`wrong-arguments ${X}/x-value of /x {"function":"subtract","wanted":2,"given":1}`],
  ],
  [
    'too many arguments',
    n({ 'x-value': { subtract: [1, 2, 3] } }),
    [`wrong-arguments ${X}/x-value of /x {"function":"subtract","wanted":2,"given":3}`],
  ],
  ['as many as one likes', n({ 'x-value': { add: [1, 2, 3, 4] } }), []],
  [
    'one argument without a list',
    n({ 'x-value': { round: '/gone' } }),
    [`dangling-pointer ${X}/x-value/round of /x {"pointer":"/gone"}`],
  ],
  [
    'an option that leads nowhere',
    n({ 'x-value': { round: 1, to: '/gone' } }),
    [`dangling-pointer ${X}/x-value/to of /x {"pointer":"/gone"}`],
  ],
  [
    'counting no rows',
    n({ 'x-value': { count: '/g' } }),
    [`not-a-repeat ${X}/x-value/count of /x {"pointer":"/g"}`],
  ],
  [
    'counting by what rows lack',
    n({ 'x-value': { count: '/rows', where: { './z': { answered: true } } } }),
    [`dangling-pointer ${X}/x-value/where/.~1z of /x {"pointer":"./z"}`],
  ],
  [
    'adding what rows lack',
    n({ 'x-value': { sum: '/rows', of: './z' } }),
    [`dangling-pointer ${X}/x-value/of of /x {"pointer":"./z"}`],
  ],
  ['adding rows of the case', n({ 'x-value': { sum: 'case:/nucleo', of: './z' } }), []],
  [
    'counting what is no pointer',
    n({ 'x-value': { count: 3 } }),
    [`bad-pointer ${X}/x-value/count of /x {"pointer":"3"}`],
  ],
  [
    'a name that is no text',
    n({ 'x-value': { param: 3 } }),
    [`wrong-kind ${X}/x-value/param of /x {"wanted":"string"}`],
  ],
  [
    'a condition in a formula',
    n({ 'x-value': { if: [{ '/gone': { const: 1 } }, 1, '/missing'] } }),
    [
      `dangling-pointer ${X}/x-value/if/0/~1gone of /x {"pointer":"/gone"}`,
      `dangling-pointer ${X}/x-value/if/2 of /x {"pointer":"/missing"}`,
    ],
  ],
  ['points of anything', n({ 'x-value': { score: '/g' } }), []],
  [
    'a first value',
    x({ 'x-prefill': { join: ['/gone'] } }),
    [`dangling-pointer ${X}/x-prefill/join/0 of /x {"pointer":"/gone"}`],
  ],
  [
    'a name that nobody uses',
    form({}, { conditions: { c: { '/a': { const: 1 } } } }),
    ['unused-condition /conditions/c (warning) {"name":"c"}'],
  ],
  [
    'a named condition that leads nowhere',
    form(
      {},
      {
        conditions: { c: { '/gone': { const: 1 } }, d: { named: 'c' }, e: { named: 'd' }, f: { named: 'e' } },
      },
    ),
    [
      'dangling-pointer /conditions/c/~1gone {"pointer":"/gone"}',
      'dangling-pointer /conditions/d/named {"pointer":"/gone"}',
      'dangling-pointer /conditions/e/named {"pointer":"/gone"}',
      'dangling-pointer /conditions/f/named {"pointer":"/gone"}',
      'unused-condition /conditions/f (warning) {"name":"f"}',
    ],
  ],
  [
    'names in a circle',
    form({}, { conditions: { c: { named: 'd' }, d: { named: 'c' } } }),
    ['condition-cycle /conditions/c/named {"name":"c"}', 'condition-cycle /conditions/d/named {"name":"d"}'],
  ],
  [
    'an outcome by nothing, without a reason',
    form({}, { outcome: { rows: [{ when: { '/gone': { const: 1 } }, gives: 'e', reason: '.' }] } }),
    [
      'dangling-pointer /outcome/rows/0/when/~1gone {"pointer":"/gone"}',
      'blank-title /outcome/rows/0/reason',
    ],
  ],
  [
    'a question that is placed twice',
    form({}, { layout: ['/a', { row: ['/t', '/a'] }] }),
    ['placed-twice /layout/1/row/1 of /a {"pointer":"/a"}'],
  ],
  [
    'a place for nothing',
    form({}, { layout: ['/gone', { repeat: '/nope', items: [] }] }),
    [
      'dangling-pointer /layout/0 {"pointer":"/gone"}',
      'dangling-pointer /layout/1/repeat {"pointer":"/nope"}',
    ],
  ],
  [
    'a place in the case',
    form({}, { layout: ['case:/nucleo'] }),
    ['dangling-pointer /layout/0 {"pointer":"case:/nucleo"}'],
  ],
  [
    'a repeat of a text',
    form({}, { layout: [{ repeat: '/t', items: ['./x'] }] }),
    ['not-a-repeat /layout/0/repeat of /t {"pointer":"/t"}'],
  ],
  [
    'what is in a row',
    form(
      {},
      {
        layout: [
          {
            repeat: '/rows',
            items: [
              './n',
              './z',
              { section: 's', title: 'S', 'x-show': { './z': { answered: true } }, items: [] },
            ],
          },
        ],
      },
    ),
    [
      'pointer-into-repeat /layout/0/items/1 {"pointer":"/rows/*/z"}',
      'dangling-pointer /layout/0/items/2/x-show/.~1z {"pointer":"./z"}',
    ],
  ],
  [
    'what is in a group',
    form({}, { layout: [{ repeat: '/g', items: ['./h', './z'] }] }),
    ['dangling-pointer /layout/0/items/1 {"pointer":"/g/z"}'],
  ],
  ['a node that is none', form({}, { layout: [{ chapter: 'c' }] }), ['not-understood /layout/0']],
  [
    'a page within a page',
    form({}, { layout: [{ page: 'p', title: 'P', items: [{ page: 'q', title: 'Q', items: ['/gone'] }] }] }),
    [
      'page-inside /layout/0/items/0 {"id":"q"}',
      'dangling-pointer /layout/0/items/0/items/0 {"pointer":"/gone"}',
    ],
  ],
  [
    'a section twice',
    form(
      {},
      {
        layout: [
          { section: 's', title: 'S', items: [] },
          { section: 's', title: 'S', items: [] },
        ],
      },
    ),
    ['same-id-twice /layout/1/section {"id":"s"}'],
  ],
  [
    'a section and a page of one name',
    form({}, { layout: [{ page: 's', title: 'S', items: [{ section: 's', title: 'S', items: [] }] }] }),
    [],
  ],
  [
    'a note without text, a section without a title',
    form(
      {},
      {
        layout: [
          { note: 'n', text: '·' },
          { section: 's', title: '·', items: [] },
        ],
      },
    ),
    ['blank-title /layout/0/text', 'blank-title /layout/1/title'],
  ],
  [
    'a page by nothing',
    form({}, { layout: [{ page: 'p', title: 'P', 'x-show': { '/gone': { const: 1 } }, items: [] }] }),
    ['dangling-pointer /layout/0/x-show/~1gone {"pointer":"/gone"}'],
  ],
  [
    'translations that translate nothing',
    form(
      {
        c: { title: 'C', oneOf: [{ const: 'p', title: 'P' }] },
        s: { type: 'array', title: 'S', items: { oneOf: [{ const: 'p', title: 'P' }] } },
      },
      {
        layout: [
          {
            page: 'p',
            title: 'P',
            items: [
              { note: 'n', text: 'N' },
              { section: 's', title: 'S', items: [] },
            ],
          },
        ],
        translations: {
          en: {
            title: 'x',
            description: 'x',
            'check.0': 'x',
            'band.c-0': 'x',
            'outcome.10': 'x',
            'outcome.otherwise': 'x',
            'page:p': 'x',
            'page:p.hint': 'x',
            'section:s': 'x',
            'note:n': 'x',
            'a.title': 'x',
            'a.hint': 'x',
            'a.unit': 'x',
            'a.check.12': 'x',
            'rows.row-check.3': 'x',
            'rows/n.title': 'x',
            'g/h.example': 'x',
            'c=p': 'x',
            's=p': 'x',
            't=anything': 'x',
            'a.band.b_1': 'x',
            'a.description': 'x',
            titles: 'x',
            'check.x': 'x',
            'outcome.x': 'x',
            'page:q': 'x',
            'gone.title': 'x',
            'a.titles': 'x',
            'a.check.': 'x',
            'c=q': 'x',
            's=q': 'x',
            a: 'x',
            'xa.title': 'x',
            'a.xtitle': 'x',
            'section:s.hints': 'x',
          },
        },
      },
    ),
    [
      'titles',
      'check.x',
      'outcome.x',
      'page:q',
      'gone.title',
      'a.titles',
      'a.check.',
      'c=q',
      's=q',
      'a',
      'xa.title',
      'a.xtitle',
      'section:s.hints',
    ].map((key) => `unknown-translation /translations/en/${key} (warning) {"key":"${key}","language":"en"}`),
  ],
  [
    'what a submission gives',
    form(
      {},
      { gives: { household: '/t', applicant: '/gone', dates: { d: '/nope' }, facts: { 'a/b': '/never' } } },
    ),
    [
      'not-a-repeat /gives/household {"pointer":"/t"}',
      'dangling-pointer /gives/applicant {"pointer":"/gone"}',
      'dangling-pointer /gives/dates/d {"pointer":"/nope"}',
      'dangling-pointer /gives/facts/a~1b {"pointer":"/never"}',
    ],
  ],
  ['a sound gift', form({}, { gives: { household: '/rows', applicant: '/t', dates: { d: '/a' } } }), []],
  [
    'a $ref to nothing',
    form({ x: { $ref: '#/$defs/gone' } }),
    [`ref-nowhere ${X}/$ref {"ref":"#/$defs/gone"}`],
  ],
  [
    'a $ref elsewhere',
    form({ x: { $ref: 'https://example.org/a' } }),
    [`ref-outside ${X}/$ref {"ref":"https://example.org/a"}`],
  ],
  [
    'a $ref in a circle',
    form({ x: { $ref: '#/$defs/c' } }, {}, { $defs: { c: { $ref: '#/$defs/c' } } }),
    [`ref-cycle ${X}/$ref {"ref":"#/$defs/c"}`],
  ],
  ['a property that is no field', form({ x: 3 }), [`wrong-kind ${X} of /x {"wanted":"object"}`]],
  [
    'two that read each other',
    form({
      x: { type: 'integer', title: 'X', 'x-value': { add: ['/y', 1] } },
      y: { type: 'integer', title: 'Y', 'x-value': { add: ['/x', 1] } },
    }),
    ['cycle /schema of /x {"path":"X → Y → X","pointers":"/x → /y → /x"}'],
  ],
];

for (const [about, document, findings] of table)
  test(`lint says: ${about}`, () => assert.deepEqual(told(document), findings));
