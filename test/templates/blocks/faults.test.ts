// SPDX-License-Identifier: AGPL-3.0-or-later
// What is wrong with blocks is said at the block, and nothing is wrong with what comes with Patto.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { faultsOf } from '../../../builder/views/document/blocks/faults.ts';
import { choices, thingAt, within, type Thing } from '../../../templates/blocks/things.ts';
import { readBlocks } from '../../../templates/blocks/read.ts';
import { actFiles } from '../../../templates/contract.ts';
import { documentKinds } from '../../../templates/index.ts';
import { namedThings } from '../../../templates/named-things.ts';

const things: Thing[] = [
  { key: 'fields', title: 'Risposte', inside: [
    { key: 'luogo', title: 'Dove si firma' },
    { key: 'impegni', title: 'Impegni', rows: true, inside: [{ key: 'testo', title: 'Che cosa' }] },
  ] },
  { key: 'title', title: 'Titolo' },
  { key: 'signers', title: 'Chi firma', rows: true, inside: [{ key: 'id', title: '' }, { key: 'place', title: '' }] },
]; // prettier-ignore
const codes = (text: string) =>
  faultsOf(readBlocks(text), [things]).map(({ at, code, swap }) => [at, code, swap?.to]);

test('a path that leads nowhere is named at its block, with the nearest', () => {
  assert.deepEqual(codes('<p>a</p><p>{{fields.luog}}</p>'), [['1', 'field', 'fields.luogo']]);
  assert.deepEqual(codes('{{#each fields.impegni}}<p>{{test}}{{../titl}}</p>{{/each}}'), [
    ['0.of.0', 'field', 'testo'],
    ['0.of.0', 'field', '../title'],
  ]);
  assert.deepEqual(codes('{{#if fields.quandomai}}<p>x</p>{{/if}}'), [['0', 'unknown', undefined]]);
  assert.deepEqual(codes('{{#each fields.impegni}}<p>{{testo}} {{../title}} {{this}}</p>{{/each}}'), []);
});

test('headings, pictures, tables and signatures that a gate would refuse', () => {
  assert.deepEqual(codes('<h1>a</h1><section><h3>b</h3></section><h4>c</h4>').map(([at, code]) => [at, code]), [['1.of.0', 'jump']]); // prettier-ignore
  assert.deepEqual(
    codes('<h2></h2>').map(([, code]) => code),
    ['empty-heading'],
  );
  assert.deepEqual(
    codes('<p><img src="{{title}}" alt=""></p>').map(([, code]) => code),
    ['alt'],
  );
  assert.deepEqual(codes('<table><tbody><tr><td>a</td></tr></tbody></table>').map(([, code]) => code), ['no-heading-row']); // prettier-ignore
  const sign = '{{#each signers}}<p>{{signature id place}}</p>{{/each}}';
  assert.deepEqual(codes(sign), []);
  assert.deepEqual(codes(sign + sign).map(([at, code]) => [at, code]), [['1.of.0', 'signed-twice']]); // prettier-ignore
});

test('what comes with Patto has no faults, and everything it names has a path to be chosen by', () => {
  for (const kind of documentKinds) {
    const { folder, file, partials } = actFiles(kind);
    const read = (path: string) => readFileSync(`templates/${path}`, 'utf8');
    const parts = Object.fromEntries(partials.map((name) => [name, read(`partials/${name}.hbs`)]));
    const source = read(`documents/${folder}/${file}`);
    const all = namedThings(source, parts, kind.says ?? {}, [], [], {}, 'it');
    // Its answers are those of a definition: paths are for `checkPaths` to hold against one.
    const faults = faultsOf(readBlocks(source), [all]).filter(
      ({ code }) => code !== 'unknown' && code !== 'field',
    );
    assert.deepEqual(faults, [], kind.kind);
    assert.ok(
      choices([all]).every(({ path }) => thingAt(path, [all])),
      kind.kind,
    );
  }
  assert.equal(thingAt('testo', within('fields.impegni', [things]))?.title, 'Che cosa');
});
