// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';

import { contentHash } from '../../../server/pdf/content-hash.ts';
import { answers } from '../../fixtures/documents/pact-c1.ts';
import { checkFile } from '../../../server/pdf/conformance/check.ts';
import { fileOf, issue, newKey, newPrinter, run, sealed, value, without } from './sample.ts';

const require = createRequire(import.meta.url);
interface Picture {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}
const { PNG } = require('pngjs') as { readonly PNG: { readonly sync: { read(bytes: Buffer): Picture } } };
const decode = require('jsqr') as (
  data: Uint8ClampedArray,
  width: number,
  height: number,
) => { readonly data: string } | null;

const printer = newPrinter();
after(() => printer.close());
const issued = value(await issue(printer));
const closed = value(await sealed(printer, await newKey(), issued));

test('the issued act, the sealed act and the internal copy keep what they claim', async () => {
  assert.deepEqual(await checkFile(issued.pdf), []);
  assert.deepEqual(await checkFile(closed.pdf), []);
  assert.deepEqual(
    await checkFile(value(await issue(printer, { copy: 'internal', roles: ['case-manager'] })).pdf),
    [],
  );
});

test('a family’s pact is two to four pages, and says everything', { skip: without('pdftotext') }, () => {
  assert.ok(issued.pages >= 2 && issued.pages <= 4, String(issued.pages));
  const text = run('pdftotext', '-layout', fileOf(issued.pdf), '-').replace(/\s+/g, ' ');
  const rows = (name: string) => answers[name] as readonly { readonly testo: string }[];
  const said = [...rows('obiettivi'), ...rows('risultati'), ...rows('impegni'), ...rows('impegni_servizi')];
  for (const { testo } of said) assert.ok(text.includes(testo.slice(0, 24)), testo);
  for (const one of [
    'PAIS-2026-00001',
    'K7QF-3M9T-XW2D',
    'Marta Vellonieri',
    'VLLMRT87L44X001B',
    'Doposcuola',
    '12/05/2026',
    'IV A',
    `pagina 1 di ${issued.pages}`,
    'perché'.slice(0, 2),
  ]) {
    assert.ok(text.includes(one), one);
  }
  const hash = issued.contentHash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ');
  assert.equal(text.split(hash).length - 1, issued.pages + 1, 'on every page and in the box');
  for (const secret of ['quota servizi', '1.920', 'Esito dell']) assert.ok(!text.includes(secret), secret);
});

test('a reader with a lower-secondary diploma can read it', { skip: without('pdftotext') }, (t) => {
  const words = run('pdftotext', fileOf(issued.pdf), '-');
  const prose = words
    .split('\n\n')
    .map((one) => one.replace(/\s+/g, ' ').trim())
    .filter((one) => /[.:]$/.test(one) && one.split(' ').length >= 6)
    .join(' ');
  const count = (pattern: RegExp): number => (prose.match(pattern) ?? []).length;
  const index = 89 + (300 * count(/[.!?:](\s|$)/g) - 10 * count(/\p{L}/gu)) / count(/[\p{L}\d’']+/gu);
  t.diagnostic(
    `Gulpease of the running text: ${index.toFixed(1)} (60 and more: easy with a lower-secondary diploma)`,
  );
  assert.ok(index >= 60, String(index));
});

test(
  'the signed file is, byte for byte, the beginning of the sealed one, and its hash is printed there',
  { skip: without('pdftotext') },
  async () => {
    assert.ok(closed.pdf.length > issued.pdf.length);
    assert.equal(Buffer.compare(closed.pdf.subarray(0, issued.pdf.length), issued.pdf), 0);
    const sealedPages = (await PDFDocument.load(closed.pdf)).getPageCount();
    assert.equal(sealedPages, issued.pages + 1);
    const text = run('pdftotext', '-f', String(sealedPages), fileOf(closed.pdf), '-').replace(/\s+/g, ' ');
    assert.ok(text.includes(issued.sha256.slice(0, 20)));
    for (const one of [
      'Registro delle firme',
      'Marta Vellonieri',
      'firma elettronica semplice',
      'armadio 3',
      '11:00',
    ])
      assert.ok(text.includes(one), one);
    const first = run('pdftotext', '-l', String(issued.pages), fileOf(closed.pdf), '-');
    assert.equal(first, run('pdftotext', fileOf(issued.pdf), '-'));
  },
);

test('a sign that no font of the document has is refused before issue', async () => {
  for (const sign of ['한글', '●', 'ไทย']) {
    const tried = await issue(printer, {}, { speranze: `Prova ${sign}` });
    assert.equal(tried.ok, false, sign);
    if (!tried.ok) assert.match(tried.problem.code, /^(font-not-allowed|paper-glyph-missing)$/);
  }
});

test('other alphabets that the fonts have are printed', { skip: without('pdftotext') }, async () => {
  const names = 'Ștefania Łukasz Çelik Žarko Олена Ελένη Nguyễn مريم পরিবার';
  const made = value(await issue(printer, {}, { speranze: names }));
  const text = run('pdftotext', fileOf(made.pdf), '-').normalize('NFC');
  for (const name of names.split(' ')) assert.ok(text.includes(name.normalize('NFC')), name);
});

test(
  'the QR code is read from paper scanned at 75 and 150 dpi (full: 60 to 300)',
  { skip: without('pdftoppm') },
  () => {
    const file = fileOf(issued.pdf);
    for (const dpi of process.env['PATTO_PROOF'] === 'full' ? ['60', '75', '150', '300'] : ['75', '150']) {
      run('pdftoppm', '-r', dpi, '-f', String(issued.pages), '-png', '-singlefile', file, file);
      const { data, width, height } = PNG.sync.read(readFileSync(`${file}.png`));
      const found = decode(new Uint8ClampedArray(data), width, height);
      assert.equal(found?.data, 'https://patto.valprova.example/verify#K7QF-3M9T-XW2D', `${dpi} dpi`);
    }
  },
);

test(
  'structure errors are none for poppler and qpdf',
  { skip: without('qpdf') || without('pdfinfo') },
  () => {
    const file = fileOf(closed.pdf);
    assert.match(run('qpdf', '--check', file), /No syntax or stream encoding errors/);
    assert.doesNotMatch(run('sh', '-c', `pdfinfo -struct '${file}' 2>&1`), /Error/);
  },
);

test('the content hash follows answers, template and version, and not the order of keys', () => {
  const hash = contentHash({ a: 1, b: 2 }, 't', 'v');
  assert.equal(hash, contentHash({ b: 2, a: 1 }, 't', 'v'));
  for (const other of [
    contentHash({ a: 1, b: 3 }, 't', 'v'),
    contentHash({ a: 1, b: 2 }, 'u', 'v'),
    contentHash({ a: 1, b: 2 }, 't', 'w'),
  ]) {
    assert.notEqual(hash, other);
  }
});
