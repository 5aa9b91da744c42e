// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markArtifacts } from '../../../server/pdf/artifacts.ts';
import { operations, written } from '../../../server/pdf/content-stream.ts';

const marked = (text: string): string =>
  written(markArtifacts(operations(text), (name) => name === '/X2')).replaceAll('\n', ' ');

test('a stream is read token by token, and written again as it was', () => {
  const text =
    '.24 0 0 -.24 0 841 cm /P <</MCID 0 /A [1 (a\\)(b))]>> BDC <00 53> Tj [(x) -2 <01>] TJ % note\nEMC true /N gs';
  const found = operations(text);
  assert.deepEqual(
    found.map((one) => one.op),
    ['cm', 'BDC', 'Tj', 'TJ', 'EMC', 'gs'],
  );
  assert.deepEqual(found[1]?.args, ['/P', '<</MCID 0 /A [1 (a\\)(b))]>>']);
  assert.deepEqual(found[2]?.args, ['<0053>']);
  assert.deepEqual(found[5]?.args, ['true', '/N']);
  assert.deepEqual(operations(written(found)), found);
});

test('what Chromium never writes is not guessed at', () => {
  for (const text of ['BI /W 1 ID x EI', '(no end', '[1 2', ']', '<0g> Tj'])
    assert.throws(() => operations(text), text);
});

test('what is painted outside the tags becomes an artifact, and nothing else', () => {
  assert.equal(marked('0 0 m 1 1 l S'), '/Artifact BMC 0 0 m 1 1 l S EMC');
  assert.equal(marked('/P <</MCID 0>> BDC 0 0 1 1 re f EMC'), '/P <</MCID 0>> BDC 0 0 1 1 re f EMC');
  assert.equal(marked('0 0 1 1 re W n'), '0 0 1 1 re W n');
  assert.equal(
    marked('BT <00> Tj ET 1 g BT <01> Tj ET'),
    '/Artifact BMC BT <00> Tj ET EMC 1 g /Artifact BMC BT <01> Tj ET EMC',
  );
  assert.equal(marked('BT <00> Tj ET BT <01> Tj ET'), '/Artifact BMC BT <00> Tj ET BT <01> Tj ET EMC');
  assert.equal(marked('BT /P <</MCID 0>> BDC <00> Tj EMC ET'), 'BT /P <</MCID 0>> BDC <00> Tj EMC ET');
  assert.equal(marked('/X1 Do /X2 Do'), '/Artifact BMC /X1 Do EMC /X2 Do');
});
