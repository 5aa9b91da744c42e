// SPDX-License-Identifier: AGPL-3.0-or-later
// What stands in the browser for Node's own: the same answers, byte for byte.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { Buffer as Bytes } from '../../../server/verify/page/bytes.ts';
import { answered, ask } from '../../../server/verify/page/questions.ts';
import { inflateSync } from '../../../server/verify/page/zlib.ts';

test('unpacked whole, wherever the last piece begins; not beyond the limit, not when the checksum is another', () => {
  const limit = { maxOutputLength: 1 << 20 };
  // Noise is not packed: each length of input gives one more byte of output.
  const noise = randomBytes(16_400);
  for (let length = 16_360; length < 16_400; length += 1) {
    const plain = noise.subarray(0, length);
    assert.ok(inflateSync(deflateSync(plain), limit).equals(plain), `${length}`);
  }
  const text = Buffer.from('0000000000 65535 f '.repeat(9_000));
  const packed = deflateSync(text);
  assert.ok(inflateSync(packed, limit).equals(text));
  assert.throws(() => inflateSync(packed, { maxOutputLength: 1_000 }), /too large/);
  for (const at of [0, 1, packed.length - 1]) {
    const changed = Buffer.from(packed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.throws(() => inflateSync(changed, limit), `${at}`);
  }
  for (const end of [0, 1, 7, packed.length - 5])
    assert.throws(() => inflateSync(packed.subarray(0, end), limit));
});

test('bytes are read and written as Node does', () => {
  const all = Uint8Array.from({ length: 256 }, (_, at) => at);
  for (const encoding of ['latin1', 'hex', 'base64'] as const) {
    const said = Buffer.from(all).toString(encoding);
    assert.equal(Bytes.from(all).toString(encoding), said);
    assert.deepEqual([...Bytes.from(said, encoding)], [...all]);
    assert.equal(Bytes.from(all).toString(encoding, 30, 999), Buffer.from(all).toString(encoding, 30, 999));
    assert.equal(Bytes.from(all).toString(encoding, 9, 9), '');
  }
  const words = 'Città €1 \u{FEFF}';
  for (const encoding of ['utf8', 'utf16le'] as const) {
    assert.deepEqual([...Bytes.from(words, encoding)], [...Buffer.from(words, encoding)]);
    assert.equal(Bytes.from(Bytes.from(words, encoding)).toString(encoding), words);
  }
  assert.equal(Bytes.from(all).readUIntBE(1, 6), Buffer.from(all).readUIntBE(1, 6));
  assert.throws(() => Bytes.from(all).readUIntBE(254, 3));
  for (const [a, b] of [
    ['a', 'ab'],
    ['b', 'ab'],
    ['ab', 'ab'],
  ] as const)
    assert.equal(Bytes.compare(Bytes.from(a), Bytes.from(b)), Buffer.compare(Buffer.from(a), Buffer.from(b)));
  // A part is a view with the same words, a copy is not.
  const whole = Bytes.from(all);
  const part = whole.subarray(65, 67);
  whole[65] = 66;
  assert.equal((part as typeof whole).toString('latin1'), 'BB');
});

test('only a run whose every question was answered counts', async () => {
  let runs = 0;
  const file = new Uint8Array(4);
  const found = await answered(file, () => {
    runs += 1;
    const first = ask<boolean>('first', false, async () => true);
    return first ? ask<boolean>('second', true, async () => false) : true;
  });
  assert.deepEqual([found, runs], [false, 3]);
  let next = 0;
  await assert.rejects(
    answered(file, () => ask<boolean>(`${(next += 1)}`, true, async () => true)),
    /without end/,
  );
});
