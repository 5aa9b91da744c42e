// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, test } from 'node:test';
import { mannerOf, signedAttributes, signedData } from '../../../server/seal/cms.ts';
import { verifyPdf } from '../../../server/verify/verify.ts';
import { reasons, verdicts } from '../../../server/verify/words.ts';
import type { SealKey } from '../../../server/seal/certificate.ts';
import { issue, newKey, newPrinter, sealed, value } from '../pdf/sample.ts';

const printer = newPrinter();
after(() => printer.close());
const [key, stranger] = await Promise.all([newKey(), newKey()]);
const issued = value(await issue(printer));
const pdf = Buffer.from(value(await sealed(printer, key, issued)).pdf);
const trusted = [key.certificate];
const text = pdf.toString('latin1');
const [range = '', a = '', b = ''] = /\/ByteRange\[0 +(\d+) +(\d+) +(\d+)\]/.exec(text) ?? [];
const [hole, from] = [Number(a), Number(b)];
const full = process.env['PATTO_PROOF'] === 'full';

function changed(at: number, to: number): Buffer {
  const copy = Buffer.from(pdf);
  copy[at] = to;
  return copy;
}
const verdict = (bytes: Uint8Array): string => verifyPdf(bytes, trusted).verdict;

/** Numbers below a limit, the same in every run. */
function* random(seed: number): Generator<(limit: number) => number> {
  let state = seed;
  for (;;) {
    yield (limit) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state % limit;
    };
  }
}

test('the sealed act is valid; its code and its seal are told, and no person', () => {
  const found = verifyPdf(pdf, trusted);
  assert.equal(found.verdict, 'valid');
  assert.equal(found.code, 'K7QF-3M9T-XW2D');
  assert.equal(found.seal?.certificate, key.fingerprint);
  assert.equal(found.seal?.at, '2026-02-25T11:00:00Z');
  assert.doesNotMatch(JSON.stringify(found), /Marta|Vellonieri|Morvani/);
});

test('one changed byte is never accepted: outside the signed range each byte, inside at random', (t) => {
  const next = random(2026).next().value;
  assert.ok(next);
  let flips = 0;
  const outside = from - hole;
  const step = full ? 1 : 61;
  for (let at = hole; at < from; at += step) {
    const old = pdf[at] ?? 0;
    for (const to of full ? [old ^ 1, old ^ 0x20, old ^ 0x80] : [old ^ (next(2) === 0 ? 1 : 0x20)]) {
      assert.equal(verdict(changed(at, to)), 'altered', `byte ${at} of the hole`);
      flips += 1;
    }
  }
  for (let count = full ? 2_000 : 180; count > 0; count -= 1) {
    const place = next(pdf.length - outside);
    const at = place < hole ? place : place + outside;
    const to = (pdf[at] ?? 0) ^ (1 + next(255));
    assert.equal(verdict(changed(at, to)), 'altered', `byte ${at}`);
    flips += 1;
  }
  t.diagnostic(`proof ${JSON.stringify({ flips, accepted: 0, outside })}`);
});

test('every byte of the dictionary around the seal counts', () => {
  const start = text.lastIndexOf('/Type/Sig/', hole);
  for (let at = start; at < hole; at += full ? 1 : 3) {
    assert.notEqual(verdict(changed(at, (pdf[at] ?? 0) ^ 1)), 'valid', `byte ${at}`);
  }
});

const withHole = (contents: string): Buffer =>
  Buffer.concat([pdf.subarray(0, hole), Buffer.from(contents, 'latin1'), pdf.subarray(from)]);
const old = text.slice(hole, from);
const digest = createHash('sha256').update(pdf.subarray(0, hole)).update(pdf.subarray(from)).digest();
const padded = (cms: Buffer): string => `<${cms.toString('hex').padEnd(old.length - 2, '0')}>`;

async function signDigest(over: Buffer, by: SealKey): Promise<Buffer> {
  const { certificate } = by;
  const manner = mannerOf(certificate);
  assert.ok(manner);
  const signature = value(await by.sign(signedAttributes(over, certificate)));
  return signedData({ digest: over, manner, certificate, issuers: [], signature });
}
const [elsewhere, forgery] = await Promise.all([
  signDigest(createHash('sha256').update('x').digest(), key),
  signDigest(digest, stranger),
]);

const attacks: { readonly [name: string]: () => Buffer } = {
  'something appended': () => Buffer.concat([pdf, Buffer.from('\n')]),
  'an increment after the seal': () =>
    Buffer.concat([
      pdf,
      Buffer.from(
        '5 0 obj\n<</Length 0>>stream\n\nendstream\nendobj\nxref\n0 0\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n',
      ),
    ]),
  'a comment before the header': () => Buffer.concat([Buffer.from('%x\n'), pdf]),
  'cut by one byte': () => pdf.subarray(0, -1),
  'cut by half': () => pdf.subarray(0, hole + 2_000),
  'range that leaves the end out': () => {
    const copy = Buffer.from(pdf);
    copy.write(
      range.replace(
        / (\d+)\]$/,
        (_all, last: string) => ` ${String(Number(last) - 7).padStart(last.length, '0')}]`,
      ),
      text.indexOf(range),
      'latin1',
    );
    return copy;
  },
  'a wider hole': () => {
    const copy = Buffer.from(pdf);
    copy.write(range.replace(b, String(from + 10)), text.indexOf(range), 'latin1');
    return copy;
  },
  'a second range before the seal': () =>
    Buffer.concat([
      pdf.subarray(0, issued.pdf.length),
      Buffer.from(`${range}/Contents<00>`),
      pdf.subarray(issued.pdf.length),
    ]),
  'upper-case hexadecimal': () => withHole(old.toUpperCase()),
  'white space in the seal': () => withHole(`< ${old.slice(2)}`),
  'padding that is not zero': () => withHole(`${old.slice(0, -3)}01>`),
  'an empty seal': () => withHole(`<${'0'.repeat(old.length - 2)}>`),
  'a seal over another file': () => withHole(padded(elsewhere)),
  'the certificate of another in the seal': () => {
    const cms = Buffer.from(old.slice(1, -1), 'hex');
    const at = cms.indexOf(key.certificate);
    const swapped = Buffer.concat([
      cms.subarray(0, at),
      Buffer.from(stranger.certificate),
      cms.subarray(at + key.certificate.length),
    ]);
    return withHole(`<${swapped.toString('hex').slice(0, old.length - 2)}>`);
  },
  'a bit of the certificate': () => {
    const cms = Buffer.from(old.slice(1, -1), 'hex');
    const at = cms.indexOf(key.certificate) + 200;
    cms[at] = (cms[at] ?? 0) ^ 4;
    return withHole(`<${cms.toString('hex')}>`);
  },
  'two pages exchanged': () => {
    const copy = Buffer.from(pdf);
    const place = text.indexOf('/Kids');
    copy.write('/Kidz', place, 'latin1');
    return copy;
  },
};

test(`${Object.keys(attacks).length} attacks on the structure are seen`, () => {
  for (const [name, make] of Object.entries(attacks)) assert.equal(verdict(make()), 'altered', name);
});

test('a whole file with a seal that is not a district’s is unknown, never valid', () => {
  const forged = withHole(padded(forgery));
  const found = verifyPdf(forged, trusted);
  assert.equal(found.verdict, 'unknown');
  assert.deepEqual(
    found.reasons.map((one) => one.code),
    ['seal-unknown'],
  );
  assert.equal(
    verifyPdf(forged, [stranger.certificate]).verdict,
    'valid',
    'the same file, checked by its own district',
  );
});

test('a file from before the seal and foreign files are unknown, and any bytes get an answer', () => {
  assert.deepEqual(
    verifyPdf(issued.pdf, trusted).reasons.map((one) => one.code),
    ['no-seal'],
  );
  assert.equal(verdict(pdf.subarray(0, issued.pdf.length)), 'unknown');
  const next = random(7).next().value;
  assert.ok(next);
  for (const length of [0, 1, 5, 4_096]) {
    const noise = Buffer.from(Array.from({ length }, () => next(256)));
    assert.deepEqual(
      verifyPdf(noise, trusted).reasons.map((one) => one.code),
      ['not-a-pdf'],
    );
  }
  for (const part of [
    '/ByteRange[0 1 2 3]/Contents<>',
    '%PDF-1.7/ByteRange[0  1 3 0]/Contents<30>',
    '/ETSI.CAdES.detached',
  ]) {
    assert.equal(verdict(Buffer.from(part)), 'altered', part);
  }
});

test('every verdict and every reason has its sentence in both languages', () => {
  for (const one of [...Object.values(verdicts), ...Object.values(reasons)]) assert.ok(one.it && one.en);
  for (const code of [
    'content-changed',
    'seal-damaged',
    'seal-missing',
    'seal-repeated',
    'seal-range',
    'seal-appended',
    'seal-cut',
    'seal-false',
    'seal-unknown',
    'no-seal',
    'not-a-pdf',
  ]) {
    assert.ok(reasons[code], code);
  }
});
