// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest } from '../../templates/blocks/nearest.ts';
import { checkPaths, shapeOf } from '../../templates/check-paths.ts';

const shape = {
  title: {},
  manager: { name: {} },
  fields: { luogo: {}, nucleo: { nome: {}, figli: { eta: {} } } },
};
const told = (source: string) =>
  checkPaths(source, shape).map(({ params: { line, column, length, what, nearest: near } }) => [line, column, length, what, near]); // prettier-ignore

test('what is in the document is not named, from any place', () => {
  const right = `{{title}} {{#if manager}}{{manager.name}}{{/if}} {{#each fields.nucleo}}{{nome}} {{this.nome}} {{../title}}
    {{#each figli}}{{eta}} {{../nome}} {{../../title}}{{/each}}{{else}}{{title}}{{/each}}`;
  assert.deepEqual(told(right), []);
});

test('what is not there is named where it stands, with its nearest neighbour', () => {
  assert.deepEqual(told('<p>{{titel}}</p>\n  {{fields.luog}}'), [
    [1, 6, 5, 'titel', 'title'],
    [2, 5, 11, 'fields.luog', 'fields.luogo'],
  ]);
  // From inside rows the root is one step up.
  assert.deepEqual(told('{{#each fields.nucleo}}{{title}}{{/each}}'), [[1, 26, 5, 'title', '']]);
  assert.deepEqual(told('{{#each fields.nucleo}}{{../titl}}{{/each}}'), [[1, 26, 7, '../titl', '../title']]);
  assert.deepEqual(told('{{#each fields.nuclei}}{{nome}}{{/each}}'), [
    [1, 9, 13, 'fields.nuclei', 'fields.nucleo'],
  ]);
  assert.deepEqual(told('{{#unless zzzzzzzz}}x{{/unless}}'), [[1, 11, 8, 'zzzzzzzz', '']]);
});

test('a text that cannot be parsed has no paths', () => {
  for (const source of ['{{#if a}}', '{{', '{{#each}}{{/if}}'])
    assert.deepEqual(checkPaths(source, shape), []);
});

test('what a template names is its shape, through its partials', () => {
  const found = shapeOf(['{{title}}{{#each rows}}{{> part}}{{../t.word}}{{/each}}'], {
    part: '{{cell.text}}',
  });
  assert.deepEqual(found, { title: {}, rows: { cell: { text: {} } }, t: { word: {} } });
});

test('nearest: fewest letters changed, nothing far', () => {
  assert.equal(nearest('canone', ['cognome', 'canone_mensile', 'canoni']), 'canoni');
  assert.equal(nearest('xyz', ['indirizzo']), undefined);
});
