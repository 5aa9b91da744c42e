// SPDX-License-Identifier: AGPL-3.0-or-later
// Definitions that must be refused: for each what refuses it and where, and where it helps a twin that is just inside the limit.

export interface Hostile {
  readonly about: string;
  readonly code: string;
  readonly at: string;
  readonly document: () => unknown;
  /** the same within the limit: it can be published */
  readonly twin?: () => unknown;
}

type Json = { [key: string]: unknown };

/** A small form around some fields. */
export function form(properties: unknown, more: Json = {}, schema: Json = {}): Json {
  return {
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id: 'prova',
    title: 'Prova',
    schema: { type: 'object', properties, ...schema },
    ...more,
  };
}

const text = (more: Json = {}): Json => ({ title: 'Testo', type: 'string', ...more });
const group = (properties: unknown): Json => ({ title: 'Gruppo', type: 'object', properties });
const one = (field: Json): Json => form({ a: text(), b: field });
const withPattern = (pattern: string): Json => form({ a: text({ pattern }) });

const numbered = (count: number, make: (n: number) => unknown = () => text()): Json =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}`, make(n)]));
const choices = (count: number): unknown[] =>
  Array.from({ length: count }, (_, n) => ({ const: `c${n}`, title: `Opzione ${n}` }));

/** Groups one inside the other; the innermost holds a text. */
function nested(depth: number): Json {
  let field: Json = text();
  for (let n = 1; n < depth; n++) field = group({ g: field });
  return form({ g: field });
}

/** Each part holds the next one twice: 2ⁿ fields in n lines. */
function doubling(levels: number): Json {
  const $defs: Json = { d0: text() };
  for (let n = 1; n <= levels; n++) {
    const ref = { $ref: `#/$defs/d${n - 1}` };
    $defs[`d${n}`] = group({ x: ref, y: ref });
  }
  return form({ a: { $ref: `#/$defs/d${levels}` } }, {}, { $defs });
}

const brackets = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
const own = (json: string): unknown => JSON.parse(json);
/** A key that only JSON can make: an object literal would set the prototype. */
const withKey = (key: string): Json =>
  form(own(`{ "a": { "type": "string" }, ${JSON.stringify(key)}: { "type": "string" } }`));

/** Each names the one before twice. */
const doublingConditions = (levels: number): Json =>
  Object.fromEntries(
    Array.from({ length: levels + 1 }, (_, n) => [
      `c${n}`,
      n === 0
        ? { '/a': { const: 'x' } }
        : { any: [{ named: `c${n - 1}` }, { all: [{ named: `c${n - 1}` }, { '/a': { answered: true } }] }] },
    ]),
  );

/** (r0 or r1) and (r2 or r3) and … over rows, which cannot be said without writing each way out. */
function wide(pairs: number): Json {
  const rows = (n: number) => ({
    [`/r${n}`]: { type: 'array', contains: { properties: { x: { const: 'x' } }, required: ['x'] } },
  });
  const properties = numbered(0);
  for (let n = 0; n < pairs * 2; n++)
    properties[`r${n}`] = {
      title: 'Righe',
      type: 'array',
      items: group({ x: text(), y: text({ 'x-show': all(pairs, rows) }) }),
    };
  return form(properties);
}
const all = (pairs: number, rows: (n: number) => Json): Json => ({
  all: Array.from({ length: pairs }, (_, n) => ({ any: [rows(2 * n), { './x': { const: `${n}` } }] })),
});

const shown = (condition: unknown): Json => form({ a: text(), b: text({ 'x-show': condition }) });

export const hostile: readonly Hostile[] = [
  // no document at all
  { about: 'null', code: 'wrong-kind', at: '', document: () => null },
  { about: 'a text', code: 'wrong-kind', at: '', document: () => 'ciao' },
  { about: 'a list', code: 'wrong-kind', at: '', document: () => [] },
  { about: 'an empty object', code: 'missing-part', at: '', document: () => ({}) },
  {
    about: 'a function inside',
    code: 'not-json-value',
    at: '/title',
    document: () => form({}, { title: () => 1 }),
  },
  {
    about: 'a number that is none',
    code: 'not-json-value',
    at: '/schema/properties/a/maxLength',
    document: () => form({ a: text({ maxLength: Number.NaN }) }),
  },
  {
    about: 'a grammar of tomorrow',
    code: 'other-grammar',
    at: '/$schema',
    document: () => ({ ...form({ a: text() }), $schema: 'urn:patto:definition:99' }),
    twin: () => form({ a: text() }),
  },
  {
    about: 'a foreign grammar',
    code: 'other-grammar',
    at: '/$schema',
    document: () => ({ ...form({ a: text() }), $schema: 'http://json-schema.org/draft-07/schema#' }),
  },

  // size and depth
  {
    about: '300 KB of title',
    code: 'document-too-large',
    at: '/title',
    document: () => form({ a: text() }, { title: 'a'.repeat(300_000) }),
  },
  {
    about: '10 MB in one text',
    code: 'document-too-large',
    at: '/description',
    document: () => form({ a: text() }, { description: 'è'.repeat(5_000_000) }),
  },
  {
    about: '257 KB in many texts',
    code: 'document-too-large',
    at: '',
    document: () => form(numbered(28, () => text({ 'x-hint': 'a'.repeat(9_500) }))),
    twin: () => form(numbered(25, () => text({ 'x-hint': 'a'.repeat(9_500) }))),
  },
  {
    about: 'a list of 300,000 numbers',
    code: 'document-too-large',
    at: '/schema/properties/a/examples',
    document: () => form({ a: text({ examples: Array.from({ length: 300_000 }, () => 1) }) }),
  },
  {
    about: '5,000 lists inside one another',
    code: 'document-too-deep',
    at: '/schema/properties/a/default/0/0',
    document: () => form({ a: text({ default: brackets(5_000) }) }),
  },
  {
    about: '200,000 lists inside one another',
    code: 'document-too-deep',
    at: '/0/0/0/0/0/0',
    document: () => brackets(200_000),
  },
  {
    about: '1,001 questions on one level',
    code: 'too-many-fields-here',
    at: '/schema/properties',
    document: () => form(numbered(1_001)),
    twin: () => form(numbered(1_000)),
  },
  {
    about: '2,001 questions in all',
    code: 'too-many-fields',
    at: '/schema',
    document: () => form({ g: group(numbered(999)), h: group(numbered(999)), i: text() }),
    twin: () => form({ g: group(numbered(999)), h: group(numbered(999)) }),
  },
  {
    about: '13 levels',
    code: 'too-many-levels',
    at: `/schema${'/properties/g'.repeat(12)}`,
    document: () => nested(13),
    twin: () => nested(12),
  },
  {
    about: '51 choices',
    code: 'too-many-choices',
    at: '/schema/properties/a/oneOf',
    document: () => form({ a: { title: 'Scelta', oneOf: choices(51) } }),
    twin: () => form({ a: { title: 'Scelta', oneOf: choices(50) } }),
  },
  {
    about: '2,000 choices',
    code: 'too-many-parts',
    at: '/schema/properties/a/oneOf',
    document: () => form({ a: { title: 'Scelta', oneOf: choices(2_000) } }),
  },

  // $ref
  {
    about: '2,048 fields in 11 lines',
    code: 'too-many-fields',
    at: '/schema',
    document: () => doubling(11),
    twin: () => doubling(9),
  },
  {
    about: '2^60 fields in 60 lines',
    code: 'too-many-levels',
    at: '/schema/$defs/d49',
    document: () => doubling(60),
  },
  {
    about: 'a part that holds itself',
    code: 'ref-cycle',
    at: '/schema/$defs/a/properties/x',
    document: () =>
      form({ a: { $ref: '#/$defs/a' } }, {}, { $defs: { a: group({ x: { $ref: '#/$defs/a' } }) } }),
  },
  {
    about: 'two parts that hold each other',
    code: 'ref-cycle',
    at: '/schema/$defs/a/properties/x',
    document: () =>
      form(
        { a: { $ref: '#/$defs/a' } },
        {},
        {
          $defs: {
            a: group({ x: { $ref: '#/$defs/b' } }),
            b: { type: 'array', items: { $ref: '#/$defs/a' } },
          },
        },
      ),
  },
  {
    about: 'a part that is itself',
    code: 'ref-cycle',
    at: '/schema/properties/x/$ref',
    document: () => form({ x: { $ref: '#/$defs/a' } }, {}, { $defs: { a: { $ref: '#/$defs/a' } } }),
  },
  {
    about: '$ref to the whole',
    code: 'ref-outside',
    at: '/schema/properties/b/$ref',
    document: () => one({ $ref: '#' }),
  },
  {
    about: '$ref to another host',
    code: 'ref-outside',
    at: '/schema/properties/b/$ref',
    document: () => one({ $ref: 'http://169.254.169.254/latest/meta-data' }),
  },
  {
    about: '$ref to a file',
    code: 'ref-outside',
    at: '/schema/properties/b/$ref',
    document: () => one({ $ref: 'file:///etc/passwd' }),
  },
  {
    about: '$ref to nowhere',
    code: 'ref-nowhere',
    at: '/schema/properties/b/$ref',
    document: () => one({ $ref: '#/$defs/manca' }),
  },
  {
    about: '$ref to a property of every object',
    code: 'ref-nowhere',
    at: '/schema/properties/b/$ref',
    document: () => form({ b: { $ref: '#/$defs/tostring' } }, {}, { $defs: {} }),
  },
  {
    about: '$data',
    code: 'wrong-kind',
    at: '/schema/properties/b/maximum',
    document: () => one({ type: 'integer', maximum: { $data: '1/a' } }),
  },
  {
    about: '$dynamicRef',
    code: 'unknown-keyword',
    at: '/schema/properties/b/$dynamicRef',
    document: () => one({ $dynamicRef: '#meta' }),
  },
  {
    about: '$id inside',
    code: 'unknown-keyword',
    at: '/schema/properties/b/$id',
    document: () => one({ $id: 'https://example.com/x', type: 'string' }),
  },

  // keys
  ...['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__', '__defineGetter__'].map(
    (key): Hostile => ({
      about: `a question called ${key}`,
      code: 'reserved-key',
      at: `/schema/properties/${key}`,
      document: () => withKey(key),
    }),
  ),
  {
    about: '__proto__ in a default',
    code: 'reserved-key',
    at: '/schema/properties/a/default/__proto__',
    document: () => form({ a: text({ default: own('{"__proto__":{"polluted":true}}') }) }),
  },
  {
    about: 'a key with a capital',
    code: 'bad-key',
    at: '/schema/properties/Nome',
    document: () => form({ Nome: text() }),
    twin: () => form({ nome: text() }),
  },
  { about: 'an empty key', code: 'bad-key', at: '/schema/properties/', document: () => form({ '': text() }) },
  {
    about: 'a key with a slash',
    code: 'bad-key',
    at: '/schema/properties/a~1b',
    document: () => form({ 'a/b': text() }),
  },
  {
    about: 'a key with a Cyrillic letter',
    code: 'bad-key',
    at: '/schema/properties/nоme',
    document: () => form({ nоme: text() }),
  },
  {
    about: 'a key of 61 letters',
    code: 'bad-key',
    at: `/schema/properties/${'a'.repeat(61)}`,
    document: () => form({ ['a'.repeat(61)]: text() }),
    twin: () => form({ ['a'.repeat(60)]: text() }),
  },
  {
    about: 'an id that leaves its folder',
    code: 'bad-id',
    at: '/id',
    document: () => form({ a: text() }, { id: '../../etc' }),
  },

  // words outside the grammar
  ...[
    'allOf',
    'anyOf',
    'not',
    'if',
    'patternProperties',
    'additionalProperties',
    'unevaluatedProperties',
    'dependentSchemas',
    'x-evil',
    'tsType',
  ].map((keyword): Hostile => ({
    about: `the keyword ${keyword}`,
    code: 'unknown-keyword',
    at: `/schema/properties/b/${keyword}`,
    document: () => one({ type: 'string', [keyword]: {} }),
  })),
  {
    about: 'two types',
    code: 'not-one-of',
    at: '/schema/properties/b/type',
    document: () => one({ type: ['string', 'null'] }),
  },
  {
    about: 'an unknown part of the document',
    code: 'unknown-keyword',
    at: '/script',
    document: () => form({ a: text() }, { script: 'alert(1)' }),
  },
  {
    about: 'a wrong kind',
    code: 'not-one-of',
    at: '/kind',
    document: () => form({ a: text() }, { kind: 'survey' }),
  },

  // patterns
  ...[
    '^(a+)+$',
    '^(a|a)*$',
    '^([a-z]+)*$',
    '(x+x+)+y',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '\\s+$',
    '^(.*)(.*)(.*)(.*)$',
  ].map((pattern): Hostile => ({
    about: `the pattern ${pattern}`,
    code: 'pattern-slow',
    at: '/schema/properties/a/pattern',
    document: () => withPattern(pattern),
  })),
  {
    about: 'a broken pattern',
    code: 'pattern-invalid',
    at: '/schema/properties/a/pattern',
    document: () => withPattern('[a-z'),
    twin: () => withPattern('^[a-z]+$'),
  },
  {
    about: 'look-ahead',
    code: 'pattern-unsupported',
    at: '/schema/properties/a/pattern',
    document: () => withPattern('^(?=a)a$'),
  },
  {
    about: 'back-reference',
    code: 'pattern-unsupported',
    at: '/schema/properties/a/pattern',
    document: () => withPattern('^(a)\\1$'),
  },
  {
    about: 'repeats of repeats',
    code: 'pattern-unsupported',
    at: '/schema/properties/a/pattern',
    document: () => withPattern('(x{1000}){1000}'),
  },
  {
    about: 'flags in a pattern',
    code: 'pattern-invalid',
    at: '/schema/properties/a/pattern',
    document: () => withPattern('(?i)abc'),
  },
  {
    about: 'a slow pattern deep inside',
    code: 'pattern-slow',
    at: '/schema/properties/g/items/properties/x/pattern',
    document: () => form({ g: { type: 'array', items: group({ x: text({ pattern: '^(a+)+$' }) }) } }),
  },
  {
    about: 'a pattern of 501 characters',
    code: 'text-too-long',
    at: '/schema/properties/a/pattern',
    document: () => withPattern('a'.repeat(501)),
  },

  // texts that do more than say something
  {
    about: 'a script in a title',
    code: 'markup-in-text',
    at: '/title',
    document: () => form({ a: text() }, { title: '<script>alert(1)</script>' }),
    twin: () => form({ a: text() }, { title: 'Reddito < 5000 & figli > 2' }),
  },
  {
    about: 'an image in a choice',
    code: 'markup-in-text',
    at: '/schema/properties/a/oneOf/0/title',
    document: () =>
      form({ a: { title: 'A', oneOf: [{ const: 'x', title: '<img src=x onerror=alert(1)>' }] } }),
  },
  {
    about: 'a link in a translation',
    code: 'markup-in-text',
    at: '/translations/en/title',
    document: () => form({ a: text() }, { translations: { en: { title: 'see </a><a href="//evil">' } } }),
  },
  {
    about: 'text that runs backwards',
    code: 'odd-character',
    at: '/title',
    document: () => form({ a: text() }, { title: 'Domanda \u202Egnp.exe' }),
    twin: () => form({ a: text() }, { title: 'Più è così: «perché» 👪 àèìòù العربية' }),
  },
  {
    about: 'half a character',
    code: 'odd-character',
    at: '/title',
    document: () => form({ a: text() }, { title: 'a\uD800b' }),
  },
  {
    about: 'a NUL',
    code: 'odd-character',
    at: '/schema/properties/a/title',
    document: () => form({ a: text({ title: 'a\u0000b' }) }),
  },
  {
    about: 'a byte order mark inside',
    code: 'odd-character',
    at: '/title',
    document: () => form({ a: text() }, { title: '\uFEFFa' }),
  },
  {
    about: 'invisible tags',
    code: 'odd-character',
    at: '/title',
    document: () => form({ a: text() }, { title: 'ok\u{E0041}\u{E0042}' }),
  },
  {
    about: 'an empty title',
    code: 'empty-part',
    at: '/title',
    document: () => form({ a: text() }, { title: '' }),
  },

  // pointers and conditions
  {
    about: 'a pointer with dots',
    code: 'bad-pointer',
    at: '/layout/0',
    document: () => form({ a: text() }, { layout: ['/a/../../b'] }),
  },
  {
    about: 'a condition without a test',
    code: 'empty-part',
    at: '/schema/properties/b/x-show',
    document: () => shown({}),
  },
  {
    about: 'a test with a keyword that is none',
    code: 'unknown-keyword',
    at: '/schema/properties/b/x-show/~1a/pattern',
    document: () => shown({ '/a': { pattern: '^(a+)+$' } }),
  },
  {
    about: 'a condition that is code',
    code: 'unknown-keyword',
    at: '/schema/properties/b/x-show/$where',
    document: () => shown({ $where: 'while(1);' }),
  },

  // what reads and shows what
  {
    about: 'a layout that names no question',
    code: 'dangling-pointer',
    at: '/layout/1',
    document: () => form({ a: text() }, { layout: ['/a', '/manca'] }),
    twin: () => form({ a: text() }, { layout: ['/a'] }),
  },
  {
    about: 'a question placed twice',
    code: 'placed-twice',
    at: '/layout/1',
    document: () => form({ a: text() }, { layout: ['/a', '/a'] }),
  },
  {
    about: 'a condition on a question that is not there',
    code: 'dangling-pointer',
    at: '/schema/properties/b/x-show/~1manca',
    document: () => shown({ '/manca': { const: 'x' } }),
    twin: () => shown({ '/a': { const: 'x' } }),
  },
  {
    about: 'a condition into a repeat',
    code: 'pointer-into-repeat',
    at: '/schema/properties/b/x-show/~1r~1x',
    document: () =>
      form({
        r: { title: 'Righe', type: 'array', items: group({ x: text() }) },
        b: text({ 'x-show': { '/r/x': { const: 'x' } } }),
      }),
  },
  {
    about: 'a condition on the row above no row',
    code: 'pointer-above-root',
    at: '/schema/properties/b/x-show/..~1a',
    document: () => shown({ '../a': { const: 'x' } }),
  },
  {
    about: 'a condition that is its own',
    code: 'cycle',
    at: '/schema',
    document: () => form({ a: text({ 'x-show': { '/a': { const: 'x' } } }) }),
  },
  {
    about: 'two questions that show each other',
    code: 'cycle',
    at: '/schema',
    document: () =>
      form({
        a: text({ 'x-show': { '/b': { const: 'x' } } }),
        b: text({ 'x-show': { '/a': { const: 'x' } } }),
      }),
  },
  {
    about: 'a circle of 300 computed values',
    code: 'cycle',
    at: '/schema',
    document: () =>
      form(
        numbered(300, (n) => ({
          title: 'Valore',
          type: 'integer',
          'x-value': { add: [`/f${(n + 1) % 300}`, 1] },
        })),
      ),
    twin: () =>
      form(
        numbered(300, (n) => ({
          title: 'Valore',
          type: 'integer',
          'x-value': n === 0 ? 1 : { add: [`/f${n - 1}`, 1] },
        })),
      ),
  },
  {
    about: 'named conditions in a circle',
    code: 'condition-cycle',
    at: '/conditions/uno/named',
    document: () =>
      form(
        { a: text({ 'x-show': { named: 'uno' } }) },
        { conditions: { uno: { named: 'due' }, due: { named: 'uno' } } },
      ),
  },
  {
    about: 'named conditions that double 40 times',
    code: 'condition-too-large',
    at: '/conditions/c6',
    document: () =>
      form({ a: text(), b: text({ 'x-show': { named: 'c40' } }) }, { conditions: doublingConditions(40) }),
  },
  {
    about: 'a named condition that is not there',
    code: 'unknown-condition',
    at: '/schema/properties/b/x-show/named',
    document: () => shown({ named: 'manca' }),
  },
  {
    about: 'a condition of 4,096 branches',
    code: 'too-many-branches',
    at: '/schema',
    document: () => wide(12),
    twin: () => wide(4),
  },
  {
    about: 'a test that names no type',
    code: 'untyped-test',
    at: '/schema/properties/b/x-show/~1a/minLength',
    document: () => shown({ '/a': { minLength: 3 } }),
    twin: () => shown({ '/a': { type: 'string', minLength: 3 } }),
  },
  {
    about: 'an unknown function',
    code: 'unknown-function',
    at: '/schema/properties/b/x-value',
    document: () => one({ title: 'Valore', type: 'integer', 'x-value': { fetch: 'https://example.com' } }),
  },
  {
    about: 'a function that every object has',
    code: 'unknown-function',
    at: '/schema/properties/b/x-value',
    document: () => one({ title: 'Valore', type: 'integer', 'x-value': { tolocalestring: [] } }),
  },
  {
    about: 'an unknown type of question',
    code: 'unknown-type',
    at: '/schema/properties/b/x-type',
    document: () => one({ title: 'B', type: 'string', 'x-type': 'telepatia' }),
  },
  {
    about: 'required that names nobody',
    code: 'required-unknown',
    at: '/schema/required/0',
    document: () => form({ a: text() }, {}, { required: ['manca'] }),
    twin: () => form({ a: text() }, {}, { required: ['a'] }),
  },
  {
    about: 'the same option twice',
    code: 'same-choice-twice',
    at: '/schema/properties/a/oneOf',
    document: () =>
      form({
        a: {
          title: 'A',
          oneOf: [
            { const: 'x', title: 'X' },
            { const: 'x', title: 'Y' },
          ],
        },
      }),
  },
  {
    about: 'a link to nowhere',
    code: 'dangling-pointer',
    at: '/schema/properties/b/x-ref',
    document: () => one({ title: 'B', type: 'string', 'x-ref': '/righe' }),
  },
  {
    about: 'bands with a hole',
    code: 'bands-gap',
    at: '/schema/x-bands',
    document: () =>
      form(
        { a: text() },
        {},
        {
          'x-bands': [
            { from: 0, to: 3, code: 'basso', title: 'Basso' },
            { from: 5, code: 'alto', title: 'Alto' },
          ],
        },
      ),
  },
];
