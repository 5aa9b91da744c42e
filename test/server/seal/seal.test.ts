// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { children, element } from '../../../server/seal/der.ts';
import { seal } from '../../../server/seal/seal.ts';
import { fileOf, issue, newKey, newPrinter, run, sealed, value, without } from '../pdf/sample.ts';

const printer = newPrinter();
after(() => printer.close());
const folder = mkdtempSync(join(tmpdir(), 'patto-keys-'));
const key = await newKey(folder);
const issued = value(await issue(printer));
const closed = value(await sealed(printer, key, issued));
const text = Buffer.from(closed.pdf).toString('latin1');
const [, a = '', b = '', c = ''] = /\/ByteRange\[0 +(\d+) +(\d+) +(\d+)\]/.exec(text) ?? [];
const [hole, from, rest] = [Number(a), Number(b), Number(c)];
const padded = Buffer.from(text.slice(hole + 1, from - 1), 'hex');
const cms = padded.subarray(0, element(padded, 0).end);

test('pdfsig calls the signature valid and covering the whole file', { skip: without('pdfsig') }, () => {
  const said = run('pdfsig', '-nocert', fileOf(closed.pdf));
  assert.match(said, /Signature is Valid/);
  assert.match(said, /Total document signed/);
  assert.match(said, /ETSI\.CAdES\.detached/);
});

test('pdfsig notices a byte changed in the signed range', { skip: without('pdfsig') }, () => {
  const bytes = Buffer.from(closed.pdf);
  const at = bytes.indexOf('(https://patto', 0, 'latin1');
  const place = at > 0 ? at + 5 : bytes.indexOf('stream\n', 2_000, 'latin1') + 60;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  assert.doesNotMatch(run('pdfsig', '-nocert', fileOf(bytes)), /Signature is Valid/);
});

test('openssl verifies the CMS over the signed bytes', { skip: without('openssl') }, () => {
  const signed = fileOf(
    Buffer.concat([closed.pdf.subarray(0, hole), closed.pdf.subarray(from)]),
    'content.bin',
  );
  const message = fileOf(cms, 'seal.der');
  const certificate = join(folder, 'valprova', 'seal.crt');
  const said = run(
    'sh',
    '-c',
    `openssl cms -verify -binary -inform DER -in '${message}' -content '${signed}' -CAfile '${certificate}' -purpose any -out /dev/null 2>&1`,
  );
  assert.match(said, /Verification successful/);
});

test('the CMS is a PAdES baseline-B one', () => {
  assert.equal(hole + 1 > issued.pdf.length, true);
  assert.equal(from + rest, closed.pdf.length);
  const dictionary = text.slice(text.lastIndexOf('/Type/Sig/', hole), hole);
  assert.match(dictionary, /\/SubFilter\/ETSI\.CAdES\.detached/);
  assert.match(dictionary, /\/M\(D:20260225110000Z\)/);
  assert.doesNotMatch(dictionary, /\/Cert\b/);
  const content = children(children(cms, 0)[1] as Uint8Array, 0)[0] as Uint8Array;
  const [, , encapsulated, certificates, signers] = children(content, 0) as Uint8Array[];
  assert.equal(children(encapsulated as Uint8Array, 0).length, 1, 'detached');
  assert.equal(children(certificates as Uint8Array, 0).length, 1);
  assert.equal(children(signers as Uint8Array, 0).length, 1, 'one signer');
  const attributes = children(children(signers as Uint8Array, 0)[0] as Uint8Array, 0)[3] as Uint8Array;
  const ids = children(attributes, 0).map((one) =>
    Buffer.from(children(one, 0)[0] as Uint8Array).toString('hex'),
  );
  assert.deepEqual(
    ids.toSorted(),
    [
      '06092a864886f70d010903', // content type
      '06092a864886f70d010904', // message digest
      '060b2a864886f70d010910022f', // signing certificate v2; no signing time
    ].toSorted(),
  );
  const encoded = children(attributes, 0).map((one) => Buffer.from(one));
  assert.deepEqual(encoded, encoded.toSorted(Buffer.compare), 'a DER set is in order');
});

test('the key is the district’s own, kept closed, and made once', async () => {
  assert.equal(statSync(join(folder, 'valprova', 'seal.key')).mode & 0o777, 0o600);
  assert.equal(statSync(join(folder, 'valprova')).mode & 0o077, 0);
  assert.equal((await newKey(folder)).fingerprint, key.fingerprint);
  const certificate = new X509Certificate(readFileSync(join(folder, 'valprova', 'seal.crt')));
  assert.ok(certificate.verify(certificate.publicKey));
  assert.equal(certificate.ca, false);
  assert.equal(certificate.publicKey.asymmetricKeyDetails?.modulusLength, 3072);
  assert.match(certificate.subject, /O=Ambito territoriale sociale Valprova/);
});

test('two requests at once for a new key end with one', async () => {
  const fresh = mkdtempSync(join(tmpdir(), 'patto-keys-'));
  const both = await Promise.all([newKey(fresh), newKey(fresh)]);
  assert.equal(both[0].fingerprint, both[1].fingerprint);
});

test('a sealed file is not sealed again, and what is not ours is not sealed', async () => {
  const facts = { reason: 'r', place: 'p', time: '2026-02-25T11:00:00Z', name: 'n' };
  const again = await seal(closed.pdf, key, facts);
  assert.equal(again.ok ? '' : again.problem.code, 'already-sealed');
  const cut = await seal(issued.pdf.subarray(0, issued.pdf.length - 20), key, facts);
  assert.equal(cut.ok ? '' : cut.problem.code, 'not-our-file');
});
