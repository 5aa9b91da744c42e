// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renamedPaths } from '../../templates/rename-paths.ts';

const one = (text: string, path: string, to: string) => renamedPaths(text, [{ path: path.split('/'), to }]);

test('paths follow a new name wherever they stand, prose and markup never', () => {
  const text = [
    '<p class="casa">La casa: fields.casa, {{fields.casa}} e {{fields.casa_2}}.</p>',
    '{{!-- fields.casa --}}',
    '{{#if fields.casa}}casa{{else}}{{#unless fields.casa}}-{{/unless}}{{/if}} {{casa}}',
  ].join('\n');
  assert.deepEqual(one(text, 'casa', 'abitazione'), {
    text: [
      '<p class="casa">La casa: fields.casa, {{fields.abitazione}} e {{fields.casa_2}}.</p>',
      '{{!-- fields.casa --}}',
      '{{#if fields.abitazione}}casa{{else}}{{#unless fields.abitazione}}-{{/unless}}{{/if}} {{casa}}',
    ].join('\n'),
    places: 3,
    read: true,
  });
});

test('in rows: the list, its questions by their own name, and those around them', () => {
  const text =
    '{{#each fields.nucleo}}{{nome}} {{this.nome}} {{#each scuole}}{{nome}} {{../nome}}{{/each}}{{../fields.nome}}{{/each}}{{fields.nome}}';
  assert.equal(
    one(text, 'nucleo/nome', 'detto').text,
    '{{#each fields.nucleo}}{{detto}} {{this.detto}} {{#each scuole}}{{nome}} {{../detto}}{{/each}}{{../fields.nome}}{{/each}}{{fields.nome}}',
  );
  assert.equal(
    one(text, 'nucleo/scuole/nome', 'n').text,
    text.replace('{{#each scuole}}{{nome}}', '{{#each scuole}}{{n}}'),
  );
  assert.equal(one(text, 'nucleo', 'famiglia').text, text.replace('fields.nucleo', 'fields.famiglia'));
  assert.equal(one(text, 'nome', 'n').text, text.replaceAll('fields.nome', 'fields.n'));
  const group = '{{fields.residenza.via}} {{fields.via}}';
  assert.equal(one(group, 'residenza/via', 'strada').text, '{{fields.residenza.strada}} {{fields.via}}');
});

test('there and back is the same text; one that cannot be read stays as it is', () => {
  const text = 'è {{ fields.casa }}\r\n\t{{~#each fields.nucleo~}} €{{nome}} {{/each}}';
  const there = one(text, 'nucleo/nome', 'detto').text;
  assert.equal(one(there, 'nucleo/detto', 'nome').text, text);
  assert.deepEqual(one('{{#each fields.casa}}', 'casa', 'c'), { text: '{{#each fields.casa}}', places: 0, read: false }); // prettier-ignore
});
