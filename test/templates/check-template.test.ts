// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkTemplate, limits } from '../../templates/check-template.ts';
import { problems as words } from '../../templates/words.ts';

/** Template → code of the problem that must be found. */
const hostile: readonly (readonly [string, string])[] = [
  ['{{{name}}}', 'template-raw'],
  ['{{&name}}', 'template-raw'],
  ['{{& name}}', 'template-raw'],
  ['{{~{name}~}}', 'template-raw'],
  ['{{> outside}}', 'template-partial'],
  ['{{> letterhead name=this}}', 'template-partial'],
  ['{{> (lookup . "letterhead")}}', 'template-partial'],
  ['{{> @partial-block}}', 'template-partial'],
  ['{{#> letterhead}}x{{/letterhead}}', 'template-expression'],
  ['{{#*inline "a"}}x{{/inline}}', 'template-expression'],
  ['{{* decorate}}', 'template-expression'],
  ['{{lookup this "constructor"}}', 'template-helper'],
  ['{{log name}}', 'template-helper'],
  ['{{helper name}}', 'template-helper'],
  ['{{name key=1}}', 'template-helper'],
  ['{{#with name}}x{{/with}}', 'template-helper'],
  ['{{#name}}x{{/name}}', 'template-helper'],
  ['{{#if (lookup this "a")}}x{{/if}}', 'template-expression'],
  ['{{#if "always"}}x{{/if}}', 'template-expression'],
  ['{{#each rows as |one|}}{{one}}{{/each}}', 'template-expression'],
  ['{{#if a b}}x{{/if}}', 'template-expression'],
  ['{{constructor}}', 'template-path'],
  ['{{name.constructor.name}}', 'template-path'],
  ['{{__proto__.x}}', 'template-path'],
  ['{{a.__defineGetter__}}', 'template-path'],
  ['{{a.[b c]}}', 'template-path'],
  ['{{@root.name}}', 'template-path'],
  ['{{@partial-block}}', 'template-path'],
  ['{{"text"}}', 'template-expression'],
  ['{{#if a}}', 'template-syntax'],
  ['{{', 'template-syntax'],
  ['<script>alert(1)</script>', 'template-element'],
  ['<iframe src="{{a}}"></iframe>', 'template-element'],
  ['<link rel="stylesheet">', 'template-element'],
  ['<meta http-equiv="refresh">', 'template-element'],
  ['<form><input></form>', 'template-element'],
  ['<object></object>', 'template-element'],
  ['<base href="/">', 'template-element'],
  ['<style>p{}</style>', 'template-element'],
  ['<svg onload="x"></svg>', 'template-element'],
  ['<{{name}}>', 'template-tag'],
  ['<p onclick="x">a</p>', 'template-attribute'],
  ['<p style="color:red">a</p>', 'template-attribute'],
  ['<p class={{name}}>a</p>', 'template-tag'],
  ['<p {{name}}="x">a</p>', 'template-attribute'],
  ['<img src="http://outside.example/a.png" alt="">', 'template-attribute'],
  ['<img src="data:{{a}}" alt="">', 'template-placeholder'],
  ['<p class="{{a}}">x</p>', 'template-placeholder'],
  ['<a href="{{u}}">x</a>', 'template-element'],
  ['<!-- {{a}} -->', 'template-tag'],
  ['{{#each a}}'.repeat(limits.loops + 1) + 'x' + '{{/each}}'.repeat(limits.loops + 1), 'template-loops'],
  ['{{#if a}}'.repeat(21) + 'x' + '{{/if}}'.repeat(21), 'template-too-deep'],
  ['{{#if a}}'.repeat(20_000), 'template-too-many'],
  ['{{a}}'.repeat(1_001), 'template-too-many'],
  ['x'.repeat(limits.characters + 1), 'template-too-large'],
];

test(`${hostile.length} hostile templates are refused, each for its reason and quickly`, () => {
  for (const [source, code] of hostile) {
    const from = performance.now();
    const found = checkTemplate(source, ['letterhead']).map((one) => one.code);
    assert.ok(found.includes(code), `${source.slice(0, 60)}: ${found.join(', ') || 'accepted'}, not ${code}`);
    assert.ok(performance.now() - from < 1_000, `${source.slice(0, 40)} took too long`);
  }
});

test('every refusal has its sentence in Italian and English', () => {
  for (const [, code] of hostile) assert.ok(words[code]?.it && words[code]?.en, code);
});

test('ordinary templates pass', () => {
  const good = [
    '<p>{{name}} e {{person.name}}</p>',
    '{{#each rows}}<td class="when">{{this}}</td>{{else}}<p>niente</p>{{/each}}',
    '{{#if a}}x{{else if b}}y{{/if}}{{#unless c}}z{{/unless}}',
    '{{> letterhead}}{{! a note }}{{../name}}',
    '<img src="{{qr}}" alt="Codice {{code}}"><br>',
  ];
  for (const one of good) assert.deepEqual(checkTemplate(one, ['letterhead']), [], one);
});

test('the templates of the project hold to the same rules', () => {
  const partials = readdirSync('templates/partials').map((name) => name.replace('.hbs', ''));
  const files = [
    'templates/partials',
    ...readdirSync('templates/documents').map((name) => `templates/documents/${name}`),
  ]
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((name) => name.endsWith('.hbs'));
  assert.ok(files.length >= 8);
  for (const file of files) assert.deepEqual(checkTemplate(readFileSync(file, 'utf8'), partials), [], file);
});
