// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { walk } from '../../../runtime/engine/walk.ts';
import { engine, formOf } from './engine.ts';

const text = (title: string) => ({ type: 'string' as const, title });

test('without a layout, questions stand in the order of their properties', () => {
  const outline = walk(
    formOf({ b: text('B'), a: text('A'), c: { ...text('C'), 'x-drawn': false, 'x-value': { text: 'x' } } }),
    engine,
  );
  assert.deepEqual(outline.layout, ['/b', '/a']);
  assert.deepEqual(
    outline.fields.map((field) => field.pointer),
    ['/b', '/a', '/c'],
  );
});

test('what the layout leaves out goes to the end: of the last open page, of its repeat, of its group', () => {
  const definition = formOf(
    {
      a: text('A'),
      n: { type: 'array', title: 'N', items: { type: 'object', properties: { x: text('X'), y: text('Y') } } },
      g: { type: 'object', title: 'G', properties: { k: text('K'), l: text('L') } },
      z: text('Z'),
    },
    {
      layout: [
        { page: 'p', title: 'P', items: ['/z', { repeat: '/n', items: ['./y'] }, '/g/l'] },
        { page: 'q', title: 'Q', 'x-show': { '/z': { answered: true } }, items: [] },
      ],
    },
  );
  const outline = walk(definition, engine);
  assert.deepEqual(outline.layout, [
    { page: 'p', title: 'P', items: ['/z', { repeat: '/n', items: ['./y', './x'] }, '/g/l', '/a', '/g/k'] },
    { page: 'q', title: 'Q', 'x-show': { '/z': { answered: true } }, items: [] },
  ]);
  assert.deepEqual(
    outline.fields.map((field) => field.pointer),
    ['/z', '/n', '/n/*/y', '/n/*/x', '/g', '/g/l', '/g/k', '/a'],
  );
});

test('only pages with a condition: a page of its own takes what is left out', () => {
  const definition = formOf(
    { a: text('A'), b: text('B') },
    { layout: [{ page: 'q', title: 'Q', 'x-show': { '/b': { answered: true } }, items: ['/a'] }] },
  );
  assert.deepEqual(walk(definition, engine).layout.at(-1), { page: 'altro', title: 'Altro', items: ['/b'] });
});

test('a field takes type, conditions, roles and print of what stands around it', () => {
  const definition = formOf(
    {
      a: { $ref: '#/$defs/t', title: 'Own' },
      n: {
        type: 'array',
        title: 'N',
        'x-visible-to': ['coordinator', 'educator'],
        items: { $ref: '#/$defs/row' },
      },
    },
    {
      $defs: {
        t: { ...text('T'), 'x-type': 'long-text' },
        row: {
          type: 'object',
          properties: { x: { ...text('X'), 'x-visible-to': ['educator', 'auditor'] } },
          required: ['x'],
        },
      },
      layout: [
        {
          page: 'p',
          title: 'P',
          'x-print': 'internal',
          items: [{ section: 's', title: 'S', 'x-show': { '/a': { answered: true } }, items: ['/n'] }, '/a'],
        },
      ],
    },
  );
  const outline = walk(definition, engine);
  const field = (pointer: string) => outline.byPointer.get(pointer)!;
  assert.deepEqual(
    [field('/a').type.type, field('/a').schema.title, field('/a').print],
    ['long-text', 'Own', 'internal'],
  );
  assert.deepEqual(field('/n').show, [{ condition: { '/a': { answered: true } }, level: '' }]);
  assert.deepEqual(
    [field('/n/*/x').level, field('/n/*/x').required, field('/n/*/x').visibleTo, field('/n/*/x').print],
    ['/n', true, ['educator'], 'internal'],
  );
});

test('nothing reads what comes later', () => {
  const outline = walk(
    formOf({
      c: { ...text('C'), 'x-show': { '/b': { answered: true } } },
      b: { type: 'integer', title: 'B', 'x-value': { count: '/n', where: { './e': { const: 1 } } } },
      n: {
        type: 'array',
        title: 'N',
        items: { type: 'object', properties: { e: { type: 'integer', title: 'E' } } },
      },
    }),
    engine,
  );
  assert.deepEqual(
    outline.steps.map((step) => step.key),
    ['/n', '/n/*/e', '/b', '/c'],
  );
  assert.deepEqual(outline.readers.get('/n/*/e'), [{ step: 2, bound: 0 }]);
});

test('a definition that lint refuses throws, with the names in the circle', () => {
  const circle = formOf({
    a: { ...text('A'), 'x-show': { '/b': { answered: true } } },
    b: { ...text('B'), 'x-show': { '/a': { answered: true } } },
  });
  assert.throws(() => walk(circle, engine), /\/a → \/b → \/a/);
  assert.throws(() => walk(formOf({ a: { $ref: '#/$defs/gone' } }), engine), /leads nowhere/);
});
