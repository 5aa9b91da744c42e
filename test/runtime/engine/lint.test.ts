// SPDX-License-Identifier: AGPL-3.0-or-later
// Lint: each broken definition beside its sound twin; and whatever it is given, it answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lint } from '../../../runtime/engine/lint.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import type { Definition, FieldSchema } from '../../../schemas/types.ts';
import { engine, formOf, times } from './engine.ts';
import { randomDefinition, seeded } from './random.ts';

type Loose = { [key: string]: unknown };
/** A small sound form with one part exchanged: fields beside a (number), t (text), rows with n, group g with h. */
const small = (extra: Loose, rest: Loose = {}): Definition =>
  formOf(
    {
      a: { type: 'integer', title: 'A' },
      t: { type: 'string', title: 'T' },
      rows: {
        type: 'array',
        title: 'Rows',
        items: { type: 'object', properties: { n: { type: 'integer', title: 'N' } } },
      },
      g: { type: 'object', title: 'G', properties: { h: { type: 'boolean', title: 'H' } } },
      ...(extra as { [key: string]: FieldSchema }),
    },
    rest,
  );
const x = (field: Loose): Definition => small({ x: { type: 'string', title: 'X', ...field } });
const number = (field: Loose): Definition => small({ x: { type: 'integer', title: 'X', ...field } });
const bands = (...list: Loose[]): Definition =>
  number({
    'x-bands': list.map((band, place) => ({ code: `c${place}`, title: `Fascia ${place}`, ...band })),
  });
const many = (count: number): { [key: string]: FieldSchema } =>
  Object.fromEntries(
    Array.from({ length: count }, (_, place) => [`f${place}`, { type: 'boolean', title: 'F' } as const]),
  );
const nested = (depth: number): FieldSchema =>
  depth === 0
    ? { type: 'boolean', title: 'B' }
    : { type: 'object', title: 'G', properties: { g: nested(depth - 1) } };
const choices = (count: number): Loose => ({
  oneOf: Array.from({ length: count }, (_, place) => ({ const: `c${place}`, title: `C ${place}` })),
});
/** Outer and inner tests in pairs: each pair doubles the branches. */
const crossed = (count: number): Definition =>
  formOf({
    ...many(count),
    rows: {
      type: 'array',
      title: 'Rows',
      items: {
        type: 'object',
        properties: {
          ...many(count),
          x: {
            type: 'string',
            title: 'X',
            'x-show': {
              any: Array.from({ length: count }, (_, place) => ({
                [`/f${place}`]: { const: true },
                [`./f${place}`]: { const: true },
              })) as never,
            },
          },
        },
      },
    },
  });

const note = (text: string): unknown => small({}, { layout: [{ note: 'n', text }] });
const declared = (text: string): unknown =>
  small({ x: { type: 'object', title: 'X', 'x-type': 'declaration', 'x-settings': { text } } });
const signed = (...ways: string[]): unknown =>
  small({ x: { type: 'object', title: 'X', 'x-type': 'signature', 'x-settings': { ways } } });

/** code → [broken, sound] */
const table: { readonly [code: string]: readonly (readonly [unknown, unknown])[] } = {
  'unsafe-link': [
    [note('[qui](javascript:alert)'), note('[qui](https://esempio.it/a?b#c)')],
    [note('[qui](http://esempio.it)'), note('[scrivi](mailto:a@esempio.it) o [chiama](tel:+39051123)')],
    [
      x({ 'x-hint': 'Aiuto\n\n[qui](data:text/html,x)' }),
      x({ 'x-hint': 'Aiuto\n\n[qui](https://esempio.it)' }),
    ],
    [declared('[qui](https://a@b.it)'), declared('[qui](https://esempio.it)')],
  ],
  'link-without-words': [[note('[ ](https://esempio.it)'), note('[qui](https://esempio.it)')]],
  'link-not-closed': [[note('[qui](https://esempio.it'), note('[qui] e poi')]],
  'bold-not-closed': [[note('**grave'), note('**grave** e 2 * 3 * 4')]],
  'heading-in-text': [[note('# Titolo'), note('La n. #3')]],
  'nothing-declared': [[declared(' '), declared('Dichiaro')]],
  'drawing-only': [[signed('drawn'), signed('drawn', 'paper')]],
  'dangling-pointer': [
    [x({ 'x-show': { '/gone': { const: 1 } } }), x({ 'x-show': { '/a': { const: 1 } } })],
    [
      x({ ...choices(2), 'x-settings': { beside: { c1: 'gone' } } }),
      x({ ...choices(2), 'x-settings': { beside: {} } }),
    ],
    [x({ 'x-value': { add: ['/gone', 1] } }), x({ 'x-value': { add: ['/a', 1] } })],
    [
      x({ 'x-value': { count: '/rows', where: { './gone': { const: 1 } } } }),
      x({ 'x-value': { count: '/rows', where: { './n': { const: 1 } } } }),
    ],
    [
      x({ 'x-show': { '/rows': { type: 'array', contains: { properties: { gone: { const: 1 } } } } } }),
      x({ 'x-show': { '/rows': { type: 'array', contains: { properties: { n: { const: 1 } } } } } }),
    ],
    [small({}, { layout: ['/gone'] }), small({}, { layout: ['/a'] })],
    [
      small({}, { outcome: { rows: [{ when: { '/gone': { const: 1 } }, gives: 'E', reason: 'r' }] } }),
      small({}, { outcome: { rows: [{ when: { '/a': { const: 1 } }, gives: 'E', reason: 'r' }] } }),
    ],
    [small({}, { gives: { applicant: '/gone' } }), small({}, { gives: { applicant: '/t' } })],
    [
      small({}, { conditions: { c: { '/gone': { const: 1 } } } }),
      small(
        { x: { type: 'string', title: 'X', 'x-show': { named: 'c' } } },
        { conditions: { c: { '/a': { const: 1 } } } },
      ),
    ],
  ],
  'pointer-into-repeat': [
    [x({ 'x-show': { '/rows/n': { const: 1 } } }), x({ 'x-show': { '/g/h': { const: true } } })],
    [x({ 'x-value': { add: ['/rows/n', 1] } }), x({ 'x-value': { sum: '/rows', of: './n' } })],
    [small({}, { layout: ['/rows/n'] }), small({}, { layout: [{ repeat: '/rows', items: ['./n'] }] })],
  ],
  'pointer-above-root': [
    [x({ 'x-show': { '../a': { const: 1 } } }), x({ 'x-show': { './a': { const: 1 } } })],
  ],
  'case-in-condition': [
    [
      x({ 'x-show': { 'case:/nucleo': { type: 'array', minItems: 1 } } }),
      x({ 'x-value': { count: 'case:/nucleo' } }),
    ],
  ],
  'untyped-test': [
    [x({ 'x-show': { '/a': { minimum: 1 } } }), x({ 'x-show': { '/a': { type: 'integer', minimum: 1 } } })],
    [
      x({ 'x-show': { '/a': { not: { minimum: 1 } } } }),
      x({ 'x-show': { '/a': { not: { type: 'integer', minimum: 1 } } } }),
    ],
    [
      x({ 'x-show': { '/rows': { contains: { properties: { n: { const: 1 } } } } } }),
      x({ 'x-show': { '/rows': { type: 'array', contains: { properties: { n: { const: 1 } } } } } }),
    ],
  ],
  'unknown-operator': [
    [x({ 'x-show': { '/a': { equals: 1 } } }), x({ 'x-show': { '/a': { const: 1 } } })],
    [x({ 'x-show': { '/g': { required: ['h'] } } }), x({ 'x-show': { '/g/h': { answered: true } } })],
  ],
  'answered-alone': [
    [x({ 'x-show': { '/a': { answered: true, const: 1 } } }), x({ 'x-show': { '/a': { answered: true } } })],
  ],
  'unknown-condition': [
    [
      x({ 'x-show': { named: 'c' } }),
      small(
        { x: { type: 'string', title: 'X', 'x-show': { named: 'c' } } },
        { conditions: { c: { '/a': { const: 1 } } } },
      ),
    ],
  ],
  'condition-cycle': [
    [
      small({}, { conditions: { c: { named: 'd' }, d: { named: 'c' } } }),
      small({}, { conditions: { c: { named: 'd' }, d: { '/a': { const: 1 } } } }),
    ],
  ],
  cycle: [
    [
      small({
        x: { type: 'string', title: 'X', 'x-show': { '/y': { answered: true } } },
        y: { type: 'string', title: 'Y', 'x-show': { '/x': { answered: true } } },
      }),
      small({
        x: { type: 'string', title: 'X', 'x-show': { '/y': { answered: true } } },
        y: { type: 'string', title: 'Y' },
      }),
    ],
    [number({ 'x-value': { add: ['/x', 1] } }), number({ 'x-value': { add: ['/a', 1] } })],
    [
      small({
        g2: {
          type: 'object',
          title: 'G',
          'x-show': { '/g2/k': { answered: true } },
          properties: { k: { type: 'string', title: 'K' } },
        },
      }),
      small({
        g2: {
          type: 'object',
          title: 'G',
          'x-show': { '/g/h': { answered: true } },
          properties: { k: { type: 'string', title: 'K' } },
        },
      }),
    ],
  ],
  'unknown-function': [
    [number({ 'x-value': { plus: [1, 2] } }), number({ 'x-value': { add: [1, 2] } })],
    [number({ 'x-value': { add: [1, 2], of: './n' } }), number({ 'x-value': { sum: '/rows', of: './n' } })],
  ],
  'wrong-arguments': [
    [number({ 'x-value': { subtract: [1] } }), number({ 'x-value': { subtract: [1, 2] } })],
    [number({ 'x-value': { subtract: [1, 2, 3] } }), number({ 'x-value': { add: [1, 2, 3] } })],
  ],
  'not-a-formula': [[x({ 'x-value': 'ciao' }), x({ 'x-value': { text: 'ciao' } })]],
  'not-a-repeat': [
    [x({ 'x-ref': '/a' }), x({ 'x-ref': '/rows' })],
    [number({ 'x-value': { count: '/a' } }), number({ 'x-value': { count: '/rows' } })],
    [
      small({}, { layout: [{ repeat: '/a', items: [] }] }),
      small({}, { layout: [{ repeat: '/g', items: ['./h'] }] }),
    ],
    [
      small({
        x: { type: 'array', title: 'X', 'x-each': { of: '/g' }, items: { type: 'object', properties: {} } },
      }),
      small({
        x: {
          type: 'array',
          title: 'X',
          'x-each': { of: '/rows', where: { './n': { const: 1 } } },
          items: { type: 'object', properties: {} },
        },
      }),
    ],
  ],
  'unknown-type': [[x({ 'x-type': 'hologram' }), x({ 'x-type': 'long-text' })]],
  'no-type': [[small({ x: { title: 'X' } }), small({ x: { title: 'X', type: 'string' } })]],
  'unknown-keyword': [
    [x({ allOf: [] }), x({ maxLength: 3 })],
    [
      small({
        x: {
          type: 'array',
          title: 'X',
          items: { type: 'object', properties: {}, additionalProperties: false },
        },
      }),
      small({ x: { type: 'array', title: 'X', items: { type: 'object', properties: {} } } }),
    ],
  ],
  'keyword-not-here': [
    [
      small({ x: { type: 'object', title: 'X', properties: {}, 'x-not-asked': ['unknown'] } }),
      x({ 'x-not-asked': ['unknown'] }),
    ],
    [x({ 'x-each': { of: '/rows' } }), x({})],
  ],
  'blank-title': [
    [x({ title: '  ' }), x({})],
    [
      small({}, { layout: [{ page: 'p', title: '—', items: ['/a'] }] }),
      small({}, { layout: [{ page: 'p', title: 'P', items: ['/a'] }] }),
    ],
  ],
  'reserved-key': [
    [
      small({ constructor: { type: 'string', title: 'C' } }),
      small({ builder: { type: 'string', title: 'C' } }),
    ],
    [
      small({
        x: {
          type: 'array',
          title: 'X',
          items: { type: 'object', properties: { id: { type: 'string', title: 'I' } } },
        },
      }),
      small({
        x: {
          type: 'array',
          title: 'X',
          items: { type: 'object', properties: { ident: { type: 'string', title: 'I' } } },
        },
      }),
    ],
  ],
  'bad-key': [
    [small({ Nome: { type: 'string', title: 'N' } }), small({ nome: { type: 'string', title: 'N' } })],
  ],
  'required-unknown': [[small({}, { required: ['gone'] }), small({}, { required: ['a'] })]],
  'bounds-crossed': [[number({ minimum: 3, maximum: 2 }), number({ minimum: 2, maximum: 2 })]],
  'same-choice-twice': [
    [
      small({
        x: {
          title: 'X',
          oneOf: [
            { const: 'a', title: 'A' },
            { const: 'a', title: 'B' },
          ],
        },
      }),
      small({
        x: {
          title: 'X',
          oneOf: [
            { const: 'a', title: 'A' },
            { const: 'b', title: 'B' },
          ],
        },
      }),
    ],
  ],
  'too-many-choices': [
    [small({ x: { title: 'X', ...choices(51) } }), small({ x: { title: 'X', ...choices(50) } })],
  ],
  'too-many-fields-here': [[formOf(many(1001)), formOf(many(1000))]],
  'too-many-fields': [
    [
      formOf({
        ...many(900),
        g: { type: 'object', title: 'G', properties: many(700) },
        h: { type: 'object', title: 'H', properties: many(500) },
      }),
      formOf({ ...many(900), g: { type: 'object', title: 'G', properties: many(700) } }),
    ],
  ],
  'too-many-levels': [[formOf({ g: nested(12) }), formOf({ g: nested(11) })]],
  'too-many-branches': [[crossed(6), crossed(3)]],
  'document-too-large': [
    [
      { ...small({}), description: 'x'.repeat(270_000) },
      { ...small({}), description: 'x' },
    ],
  ],
  'ref-nowhere': [
    [
      small({ x: { $ref: '#/$defs/gone' } }),
      small({ x: { $ref: '#/$defs/there' } }, { $defs: { there: { type: 'string', title: 'X' } } }),
    ],
  ],
  'ref-outside': [
    [
      small({ x: { $ref: 'https://example.org/x' } }),
      small({ x: { $ref: '#/$defs/there' } }, { $defs: { there: { type: 'string', title: 'X' } } }),
    ],
  ],
  'ref-cycle': [
    [
      small({ x: { $ref: '#/$defs/c' } }, { $defs: { c: { $ref: '#/$defs/c' } } }),
      small({ x: { $ref: '#/$defs/c' } }, { $defs: { c: { type: 'string', title: 'C' } } }),
    ],
    [
      small(
        { x: { $ref: '#/$defs/c' } },
        { $defs: { c: { type: 'object', title: 'C', properties: { c: { $ref: '#/$defs/c' } } } } },
      ),
      small({ x: { $ref: '#/$defs/c' } }, { $defs: { c: { type: 'object', title: 'C', properties: {} } } }),
    ],
  ],
  'placed-twice': [[small({}, { layout: ['/a', '/a'] }), small({}, { layout: ['/a', '/t'] })]],
  'same-id-twice': [
    [
      small(
        {},
        {
          layout: [
            { page: 'p', title: 'P', items: [] },
            { page: 'p', title: 'Q', items: [] },
          ],
        },
      ),
      small(
        {},
        {
          layout: [
            { page: 'p', title: 'P', items: [] },
            { page: 'q', title: 'Q', items: [] },
          ],
        },
      ),
    ],
  ],
  'page-inside': [
    [
      small({}, { layout: [{ page: 'p', title: 'P', items: [{ page: 'q', title: 'Q', items: [] }] }] }),
      small({}, { layout: [{ page: 'p', title: 'P', items: [{ section: 'q', title: 'Q', items: [] }] }] }),
    ],
  ],
  'bands-overlap': [[bands({ from: 0, to: 3 }, { from: 2 }), bands({ from: 0, to: 3 }, { from: 3 })]],
  'bands-gap': [[bands({ from: 0, to: 3 }, { from: 4 }), bands({ from: 0, to: 4 }, { from: 4 })]],
  'beside-always': [
    [
      x({ ...choices(2), 'x-settings': { beside: { c1: 't' } } }),
      small({
        x: { type: 'string', title: 'X', ...choices(2), 'x-settings': { beside: { c1: 't' } } },
        t: { type: 'string', title: 'T', 'x-show': { '/x': { const: 'c1' } } },
      }),
    ],
  ],
  'band-without-end': [[bands({ from: 0, to: 3 }), bands({ from: 0 })]],
  'unknown-pictogram': [
    [
      x({ type: 'string', 'x-settings': { pictogram: 'unicorn' } }),
      x({ type: 'string', 'x-settings': { pictogram: 'house' } }),
    ],
  ],
  'unknown-translation': [
    [
      small({}, { translations: { ar: { 'gone.title': 'x' } } }),
      small({}, { translations: { ar: { 'a.title': 'x', 'rows/n.hint': 'y', title: 'z' } } }),
    ],
  ],
  'unused-condition': [
    [
      small({}, { conditions: { c: { '/a': { const: 1 } } } }),
      small(
        { x: { type: 'string', title: 'X', 'x-show': { named: 'c' } } },
        { conditions: { c: { '/a': { const: 1 } } } },
      ),
    ],
  ],
  'nothing-scored': [
    [
      { ...small({}), kind: 'grid' },
      { ...number({ 'x-score': 1 }), kind: 'grid' },
    ],
  ],
  'nothing-linked': [
    [
      { ...small({}), kind: 'pact' },
      { ...x({ 'x-ref': '/rows' }), kind: 'pact' },
    ],
  ],
  'not-one-of': [[{ ...small({}), kind: 'poem' }, small({})]],
  'missing-part': [[{ ...small({}), schema: {} }, small({})]],
};

for (const [code, pairs] of Object.entries(table)) {
  test(`lint: ${code}`, () => {
    for (const [broken, sound] of pairs) {
      const found = lint(broken, engine);
      assert.ok(
        found.some((finding) => finding.code === code),
        `found ${found.map((finding) => finding.code).join(', ') || 'nothing'}`,
      );
      assert.deepEqual(
        lint(sound, engine).filter((finding) => finding.code === code || finding.level === 'error'),
        [],
      );
    }
  });
}

test('a finding names the place in the document and the field', () => {
  const [finding] = lint(
    x({ 'x-show': { all: [{ '/a': { const: 1 } }, { '/gone': { const: 1 } }] } }),
    engine,
  );
  assert.equal(finding?.at, '/schema/properties/x/x-show/all/1/~1gone');
  assert.equal(finding?.field, '/x');
  assert.deepEqual(finding?.params, { pointer: '/gone' });
});

test('a circle is told with the names in it', () => {
  const [finding] = lint(table['cycle']![0]![0], engine);
  assert.equal(finding?.params['path'], 'X → Y → X');
});

test('a pattern is judged by who is handed in', () => {
  const judge = (source: string) =>
    source === 'bad'
      ? { code: 'pattern-slow', at: '', params: { pattern: source }, level: 'error' as const }
      : undefined;
  assert.deepEqual(
    lint(x({ pattern: 'bad' }), engine, judge).map(({ code, at }) => [code, at]),
    [['pattern-slow', '/schema/properties/x/pattern']],
  );
  assert.deepEqual(lint(x({ pattern: 'good' }), engine, judge), []);
});

test('lint answers whatever it is given', () => {
  const runs = times(200, 20_000);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => Array.isArray(lint(value, engine))),
    { seed: 1, numRuns: runs },
  );
  // Real definitions with a part exchanged for anything.
  const parts = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
    typeof value === 'object' && value !== null
      ? [path, ...Object.entries(value).flatMap(([key, inner]) => parts(inner, [...path, key]))]
      : [path];
  const draw = seeded(7);
  const anything = fc.sample(fc.jsonValue(), { seed: 3, numRuns: runs });
  for (let run = 0; run < runs; run++) {
    const broken = JSON.parse(JSON.stringify(randomDefinition(seeded(run)))) as Loose;
    const paths = parts(broken).slice(1);
    const path = paths[draw(paths.length)]!;
    const holder = path.slice(0, -1).reduce<Loose>((value, key) => value[key] as Loose, broken);
    holder[path.at(-1)!] = anything[run];
    const findings = lint(broken, engine);
    // What lint finds nothing against can be walked.
    if (!findings.some((finding) => finding.level === 'error')) walk(broken as never, engine);
  }
  let deep: unknown = 1;
  for (let level = 0; level < 20_000; level++) deep = { schema: deep, properties: deep };
  assert.ok(lint(deep, engine).length > 0);
});
