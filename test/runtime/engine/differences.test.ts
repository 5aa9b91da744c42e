// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from '../../../runtime/engine/differences.ts';
import type { Definition, FieldSchema } from '../../../schemas/types.ts';
import { formOf } from './engine.ts';

const base = formOf(
  {
    a: { type: 'integer', title: 'A' },
    c: {
      title: 'C',
      oneOf: [
        { const: 'x', title: 'X' },
        { const: 'y', title: 'Y' },
      ],
    },
    n: {
      type: 'array',
      title: 'N',
      items: { type: 'object', properties: { k: { type: 'string', title: 'K' } } },
    },
  },
  {
    layout: [
      { page: 'p', title: 'P', items: ['/a', '/c'] },
      { page: 'q', title: 'Q', items: ['/n'] },
    ],
  },
);
const properties = (change: { [key: string]: FieldSchema }, rest: Partial<Definition> = {}): Definition => ({
  ...base,
  ...rest,
  schema: { ...base.schema, properties: { ...base.schema.properties, ...change } },
});
const codes = (after: Definition): string[] =>
  differences(base, after).map(({ code, params }) => [code, ...Object.values(params)].join(' '));
const c = (list: { const: string; title: string }[]): Definition =>
  properties({ c: { title: 'C', oneOf: list } });

test('each change has a code and the names that its sentence needs', () => {
  assert.deepEqual(differences(undefined, base), [{ code: 'first-version', params: { title: 'Prova' } }]);
  assert.deepEqual(codes(base), []);
  assert.deepEqual(codes(properties({ b: { type: 'string', title: 'B' } })), ['question-added B string']);
  assert.deepEqual(codes(properties({ a: { type: 'integer', title: 'A2' } })), ['question-renamed A A2']);
  assert.deepEqual(codes(properties({ a: { type: 'integer', title: 'A', 'x-type': 'money' } })), [
    'type-changed A integer money',
  ]);
  assert.deepEqual(codes(properties({ a: { type: 'integer', title: 'A', minimum: 1, maximum: 2 } })), [
    'limits-changed A',
  ]);
  assert.deepEqual(
    codes(properties({ a: { type: 'integer', title: 'A', 'x-show': { '/c': { const: 'x' } } } })),
    ['condition-added A'],
  );
  assert.deepEqual(codes({ ...base, schema: { ...base.schema, required: ['a'] } }), ['required-now A']);
  assert.deepEqual(codes(c([{ const: 'x', title: 'Z' }])), ['option-renamed C X Z', 'option-removed C Y']);
  assert.deepEqual(
    codes(
      c([
        { const: 'x', title: 'X' },
        { const: 'y', title: 'Y' },
        { const: 'z', title: 'Z' },
      ]),
    ),
    ['option-added C Z'],
  );
  assert.deepEqual(
    codes(properties({ n: { type: 'array', title: 'N', items: { type: 'object', properties: {} } } })),
    ['question-removed K'],
  );
  assert.deepEqual(
    codes({
      ...base,
      layout: [
        { page: 'p', title: 'P', items: ['/a'] },
        { page: 'q', title: 'Q2', items: ['/n', '/c'] },
      ],
    }),
    ['page-renamed Q Q2', 'question-moved C'],
  );
  assert.deepEqual(
    codes({
      ...base,
      layout: [
        { page: 'p', title: 'P', items: ['/c', '/a'] },
        { page: 'q', title: 'Q', items: ['/n'] },
      ],
    }),
    ['order-changed'],
  );
  assert.deepEqual(codes({ ...base, layout: [base.layout![0]!] }), ['page-removed Q', 'question-moved N']);
  assert.deepEqual(codes({ ...base, translations: { ar: { 'a.title': 'x' } } }), ['translation-changed ar']);
  assert.deepEqual(codes({ ...base, title: 'Altra' }), ['title-changed Prova Altra']);
});

const field = (rest: FieldSchema): Definition => properties({ a: { type: 'integer', title: 'A', ...rest } });
const laid = (layout: Definition['layout']): Definition => ({ ...base, layout: layout! });
const said: readonly (readonly [Definition, Definition, readonly string[]])[] = [
  [base, field({ 'x-require': { '/c': { const: 'x' } } }), ['require-added A']],
  [field({ 'x-lock': { '/c': { const: 'x' } } }), base, ['lock-removed A']],
  [field({ 'x-value': 1 }), field({ 'x-value': 2 }), ['formula-changed A']],
  [base, field({ 'x-check': [{ must: { '/a': { const: 1 } }, message: 'm' }] }), ['rule-added A']],
  [field({ 'x-hint': 'h' }), field({ 'x-hint': 'i' }), ['hint-changed A']],
  [base, field({ 'x-prefill': 1 }), ['prefill-added A']],
  [base, field({ 'x-visible-to': ['coordinator'] }), ['visibility-added A']],
  [field({ 'x-print': 'never' }), base, ['print-removed A']],
  [base, field({ 'x-sensitivity': 'health' }), ['sensitivity-added A']],
  [base, field({ 'x-choices': { from: 'list:l' } }), ['list-added A']],
  [base, field({ 'x-each': { of: '/n' } }), ['rows-added A']],
  [base, field({ 'x-ref': '/n' }), ['link-added A']],
  [base, field({ 'x-not-asked': ['unknown'] }), ['not-asked-added A']],
  [base, field({ 'x-bands': [{ from: 0, code: 'b', title: 'B' }] }), ['bands-added A']],
  [base, field({ 'x-score': 1, 'x-weight': 2 }), ['score-added A']],
  [base, field({ pattern: 'x' }), ['pattern-added A']],
  [field({ maximum: 3 }), base, ['limits-changed A']],
  [base, field({ exclusiveMinimum: 1 }), ['limits-changed A']],
  [base, field({ exclusiveMaximum: 1 }), ['limits-changed A']],
  [base, field({ minLength: 1, maxLength: 2, minItems: 1, maxItems: 2 }), ['limits-changed A']],
  [base, field({ readOnly: true }), ['settings-changed A']],
  [base, field({ 'x-settings': { k: 1 } }), ['settings-changed A']],
  [{ ...base, schema: { ...base.schema, required: ['a'] } }, base, ['required-no-more A']],
  [
    base,
    properties({
      n: {
        ...base.schema.properties['n'],
        items: { type: 'object', properties: { k: { type: 'string', title: 'K' } }, required: ['k'] },
      } as FieldSchema,
    }),
    ['required-now K'],
  ],
  [
    base,
    properties({
      g: { type: 'object', title: 'G', properties: { h: { type: 'boolean', title: 'H' } }, required: ['h'] },
    }),
    ['question-added G object', 'question-added H boolean'],
  ],
  [
    base,
    properties({ b: { enum: ['p'] }, d: { type: 'string', format: 'date', title: 'D' }, e: {} }),
    ['question-added b one', 'question-added D date', 'question-added e '],
  ],
  [
    properties({ b: { enum: ['p', 'q'], title: 'B' } }),
    properties({ b: { enum: ['p', 'r'], title: 'B' } }),
    ['option-added B r', 'option-removed B q'],
  ],
  [
    properties({ b: { type: 'array', title: 'B', items: { enum: ['p'] } } }),
    properties({ b: { type: 'array', title: 'B', items: { enum: ['p', 'q'] } } }),
    ['option-added B q'],
  ],
  [
    properties({ b: { type: 'array', title: 'B', items: { oneOf: [{ const: 'p', title: 'P' }] } } }),
    properties({ b: { type: 'array', title: 'B', items: { oneOf: [{ const: 'p', title: 'P2' }] } } }),
    ['option-renamed B P P2'],
  ],
  [
    properties({ b: { title: 'B', oneOf: [{ const: 'p', title: 'P' }] } }),
    properties({ b: { title: 'B', oneOf: [{ const: 'p', title: 'P', 'x-score': 1 }] } }),
    ['option-changed B P'],
  ],
  [
    laid([{ page: 'p', title: 'P', items: ['/a', '/c', '/n'] }]),
    laid([{ page: 'p', title: 'P', 'x-show': { '/a': { const: 1 } }, items: ['/a', '/c', '/n'] }]),
    ['page-changed P'],
  ],
  [
    laid([{ section: 's', title: 'S', items: ['/a', '/c', '/n'] }]),
    laid([{ section: 's', title: 'S', 'x-hint': 'h', items: ['/a', '/c', '/n'] }]),
    ['section-changed S'],
  ],
  [
    laid([{ section: 's', title: 'S', items: ['/a', '/c', '/n'] }]),
    laid([{ section: 's', title: 'Z', items: ['/a', '/c', '/n'] }]),
    ['section-renamed S Z'],
  ],
  [
    laid(['/a', '/c', '/n']),
    laid([{ section: 's', title: 'S', items: ['/a', '/c', '/n'] }]),
    ['section-added S', 'question-moved A', 'question-moved C', 'question-moved N'],
  ],
  [
    laid(['/a', '/c', '/n']),
    laid(['/a', '/c', '/n', { note: 'x', text: 'T'.repeat(70) }]),
    [`note-added ${'T'.repeat(60)}`],
  ],
  [
    laid(['/a', '/c', '/n', { note: 'x', text: 'T' }]),
    laid(['/a', '/c', '/n', { note: 'x', text: 'U' }]),
    ['note-changed U'],
  ],
  [laid(['/a', '/c', '/n', { note: 'x', text: 'T' }]), laid(['/a', '/c', '/n']), ['note-removed T']],
  [laid([{ row: ['/a', '/c'] }, '/n']), laid([{ row: ['/c', '/a'] }, '/n']), ['order-changed']],
  [
    laid(['/a', '/c', { repeat: '/n', items: ['./k'] }]),
    laid(['/a', '/c', { repeat: '/n', items: [{ section: 'r', title: 'R', items: ['./k'] }] }]),
    ['section-added R', 'question-moved K'],
  ],
  [base, { ...base, conditions: { c: { '/a': { const: 1 } } } }, ['named-condition-changed c']],
  [
    { ...base, conditions: { c: { '/a': { const: 1 } }, d: { '/a': { const: 1 } } } },
    { ...base, conditions: { d: { '/a': { const: 2 } } } },
    ['named-condition-changed c', 'named-condition-changed d'],
  ],
  [
    base,
    { ...base, outcome: { rows: [{ when: { '/a': { const: 1 } }, gives: 'e', reason: 'r' }] } },
    ['outcome-changed'],
  ],
  [
    base,
    { ...base, schema: { ...base.schema, 'x-check': [{ must: { '/a': { const: 1 } }, message: 'm' }] } },
    ['rules-changed'],
  ],
  [
    base,
    { ...base, schema: { ...base.schema, 'x-bands': [{ from: 0, code: 'b', title: 'B' }] } },
    ['whole-bands-changed'],
  ],
  [
    { ...base, translations: { ar: { 'a.title': 'x' }, en: { 'a.title': 'y' } } },
    { ...base, translations: { en: { 'a.title': 'y' } } },
    ['translation-changed ar'],
  ],
  [base, { ...base, description: 'd' }, ['description-changed']],
  [base, { ...base, gives: { applicant: '/a' } }, ['case-data-changed']],
];
for (const [before, after, wanted] of said) {
  test(`differences: ${wanted.join(', ')}`, () =>
    assert.deepEqual(
      differences(before, after).map(({ code, params }) => [code, ...Object.values(params)].join(' ')),
      wanted,
    ));
}
