// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Inline, isSafeLink, plainText, readRich } from '../../runtime/rich.ts';

const blocks = (text: string) => readRich(text).blocks;
const codes = (text: string) => readRich(text).findings.map(({ code }) => code);

test('paragraphs, lines, lists, bold, links', () => {
  assert.deepEqual(blocks('Uno\ndue\n\nTre'), [
    { paragraph: [{ text: 'Uno' }, { break: true }, { text: 'due' }] },
    { paragraph: [{ text: 'Tre' }] },
  ]);
  assert.deepEqual(blocks('Porta:\n- la **carta**\n- il contratto\n1. uno\n2. due'), [
    { paragraph: [{ text: 'Porta:' }] },
    { list: [[{ text: 'la ' }, { bold: [{ text: 'carta' }] }], [{ text: 'il contratto' }]], numbered: false },
    { list: [[{ text: 'uno' }], [{ text: 'due' }]], numbered: true },
  ]);
  assert.deepEqual(blocks('Vedi [il **sito**](https://esempio.it/a).'), [
    {
      paragraph: [
        { text: 'Vedi ' },
        { link: 'https://esempio.it/a', words: [{ text: 'il ' }, { bold: [{ text: 'sito' }] }] },
        { text: '.' },
      ],
    },
  ]);
  assert.deepEqual(blocks('2 \\** 3 e \\[x](y)'), [{ paragraph: [{ text: '2 ** 3 e [x](y)' }] }]);
  assert.deepEqual(blocks('<b>no</b> & "no"'), [{ paragraph: [{ text: '<b>no</b> & "no"' }] }]);
  assert.deepEqual(blocks(' \n\n\n '), []);
});

test('what is written wrong is named and stays as text', () => {
  assert.deepEqual(codes('**aperto'), ['bold-not-closed']);
  assert.deepEqual(codes('[qui](https://esempio.it'), ['link-not-closed']);
  assert.deepEqual(codes('[qui](javascript:alert(1))'), ['unsafe-link']);
  assert.deepEqual(codes('[](https://esempio.it)'), ['link-without-words']);
  assert.deepEqual(codes('## Titolo'), ['heading-in-text']);
  assert.deepEqual(codes('tutto [a posto] (davvero) 3 * 4 - 5'), []);
  assert.equal(plainText('[qui](javascript:alert)'), 'qui');
});

test('which links may be followed', () => {
  const safe = [
    'https://esempio.it',
    'https://esempio.it:8443/a/b?c=d&e=f#g',
    'https://città.esempio.it/è',
    'mailto:a.b@esempio.it',
    'tel:+39-051-123456',
  ];
  const unsafe = [
    'http://esempio.it',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' https://esempio.it',
    'https://a@esempio.it',
    'https://esempio.it\\@male.it',
    'https:esempio.it',
    '//esempio.it',
    '/desk',
    'data:text/html,x',
    'mailto:a@b?cc=c@d',
    'tel:051;x=1',
    'https://esempio.it/"onclick="',
    '',
  ];
  for (const address of safe) assert.ok(isSafeLink(address), address);
  for (const address of unsafe) assert.ok(!isSafeLink(address), address);
});

test('on paper an address stands beside its words', () => {
  assert.equal(
    plainText('Vedi [il sito](https://esempio.it).\n\n- **uno**\n- due\n\n1. primo'),
    'Vedi il sito (https://esempio.it).\n\n– uno\n– due\n\n1. primo',
  );
  assert.equal(plainText('[a@b.it](mailto:a@b.it)'), 'a@b.it');
});

test('any text is read, quickly, and no link that comes out is unsafe', () => {
  const pieces = fc.constantFrom(
    '**',
    '[',
    ']',
    '(',
    ')',
    '](',
    '\\',
    '- ',
    '1. ',
    '\n',
    '\n\n',
    'https://a.it',
    'javascript:x',
    '# ',
    'è',
    ' ',
  );
  const links = (all: readonly Inline[]): string[] =>
    all.flatMap((one) =>
      'link' in one ? [one.link, ...links(one.words)] : 'bold' in one ? links(one.bold) : [],
    );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 60 }), (parts) => {
      for (const block of blocks(parts.join('')))
        for (const line of 'paragraph' in block ? [block.paragraph] : block.list)
          for (const address of links(line)) assert.ok(isSafeLink(address), address);
    }),
    { numRuns: 1000, seed: 42 },
  );
  // Long hostile runs: what grows with the square would not end here.
  for (const sign of ['**', '[', '[a](', '\\', '[**']) readRich(sign.repeat(20_000));
});
