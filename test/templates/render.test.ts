// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Margin } from '../../templates/contract.ts';
import { render } from '../../templates/render.ts';

const margin: Margin = { language: 'it', title: 'Prova', left: 'n. 1', right: '', page: ['pagina ', ' di '] };
const draw = (source: string, data: never | object, more: Partial<Margin> = {}): string =>
  render({ source, partials: {}, css: '' }, data as never, { ...margin, ...more });

test('what people wrote is text, never markup', () => {
  const html = draw('<p>{{name}}</p>', { name: '<script>alert("1")</script>&\'`=' });
  assert.ok(!html.includes('<script'));
  assert.ok(html.includes('&lt;script&gt;'));
});

test('functions, getters and inherited members of the data do not get through', () => {
  let called = false;
  const data = {
    trap() {
      called = true;
      return 'called';
    },
  };
  // Strict: a template that asks for what is not there fails instead of printing a hole.
  assert.throws(() => draw('{{trap}}', data), /trap/);
  assert.match(draw('<p>{{toString}}{{a.constructor}}</p>', { a: {} }), /<p><\/p>/);
  assert.equal(called, false);
});

test('taken-away helpers do not work even unchecked', () => {
  for (const source of ['{{lookup this "a"}}', '{{log "a"}}', '{{#with this}}x{{/with}}']) {
    assert.throws(() => draw(source, { a: 1 }), source);
  }
});

test('texts in the margin cannot leave their string', () => {
  const html = draw('x', {}, { left: '"; } body { display: none } </style><script>' });
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  assert.ok(!style.includes('display: none }'));
  assert.equal(html.split('</style>').length, 2);
});

test('the page says its language, its title and a policy that loads nothing', () => {
  const html = draw('x', {}, { title: 'A & B' });
  assert.match(html, /<html lang="it">/);
  assert.match(html, /<title>A &amp; B<\/title>/);
  assert.match(html, /default-src &#x27;none&#x27;/);
});
