// SPDX-License-Identifier: AGPL-3.0-or-later
// A pact that carries its data (PDF/A-3a): what its district lets out, and nothing else.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { answerSchema } from '../../../runtime/engine/answer-schema.ts';
import { carriedFiles } from '../../../server/pdf/carried.ts';
import { checkFile } from '../../../server/pdf/conformance/check.ts';
import { Pdf } from '../../../server/pdf/conformance/pdf.ts';
import { increment, tail } from '../../../server/pdf/increment.ts';
import { Revisions } from '../../../server/pdf/revisions.ts';
import { trailerIn } from '../../../server/seal/prepare.ts';
import { verifyPdf } from '../../../server/verify/verify.ts';
import { answers, settled } from '../../fixtures/documents/pact-c1.ts';
import { fileOf, issue, newKey, newPrinter, run, sealed, value, without } from './sample.ts';

const printer = newPrinter();
after(() => printer.close());
const { outline } = settled();
const version = {
  definition: 'pais',
  number: 1,
  hash: 'a'.repeat(64),
  title: 'Patto',
  schema: answerSchema(outline).schema as { readonly [keyword: string]: unknown },
};
const fields = ['/obiettivi', '/impegni/testo', '/sostegni/costo'];
type Rows = readonly { readonly [key: string]: unknown }[];
type Data = { readonly [name: string]: Rows };
const read = (list: readonly string[]) => {
  const [data, schema] = carriedFiles({ fields: list, version, outline, answers }).map((one) =>
    String(one.bytes),
  );
  return [JSON.parse(data ?? '') as Data, JSON.parse(schema ?? '') as object] as const;
};

test('the data are the answers of the list, of those only what the family’s copy may show', () => {
  const [data] = read(fields);
  assert.deepEqual(Object.keys(data).toSorted(), ['impegni', 'obiettivi', 'sostegni']);
  assert.deepEqual(
    data['obiettivi']?.map(({ testo }) => testo),
    (answers['obiettivi'] as Rows).map(({ testo }) => testo),
  );
  for (const row of data['impegni'] ?? []) assert.deepEqual(Object.keys(row).toSorted(), ['id', 'testo']);
  // What a support costs is for the file of the services only.
  for (const row of data['sostegni'] ?? []) assert.deepEqual(Object.keys(row), ['id']);
});

test('their schema takes them, and takes no answer more', () => {
  const [data, schema] = read(fields);
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const check = ajv.compile(schema);
  assert.ok(check(data), JSON.stringify(check.errors));
  assert.equal(check({ ...data, speranze: 'altro' }), false);
  assert.equal(check({ obiettivi: 3 }), false);
});

test(
  'the file is PDF/A-3a, carries the data byte for byte, and stays so once it is sealed',
  { skip: without('pdfdetach') },
  async () => {
    const carries = { fields, version } as never;
    const issued = value(await issue(printer, { carries } as never));
    const internal = value(
      await issue(printer, { carries, copy: 'internal', roles: ['case-manager'] } as never),
    );
    const key = await newKey();
    const closed = value(await sealed(printer, key, issued));
    for (const [bytes, part] of [
      [issued.pdf, '3'],
      [closed.pdf, '3'],
      [internal.pdf, '2'],
    ] as const) {
      assert.deepEqual(await checkFile(bytes), []);
      assert.equal((await Pdf.read(bytes)).said('pdfaid:part'), part);
    }
    assert.equal(verifyPdf(closed.pdf, [key.certificate], []).verdict, 'valid');
    const number = (await Pdf.read(closed.pdf)).dicts.find(([dict]) =>
      /\/EmbeddedFile\b/.test(dict.toString()),
    )?.[1];
    const end = tail(closed.pdf);
    assert.ok(end && number !== undefined);
    const other = Buffer.from(
      '<</Type/EmbeddedFile/Subtype/application#2Fjson/Length 2>>\nstream\n{}\nendstream',
    );
    const replaced = increment(
      closed.pdf,
      trailerIn(new Revisions(closed.pdf).state()),
      end,
      new Map([[Number.parseInt(number, 10), other]]),
    );
    assert.equal(verifyPdf(replaced, [key.certificate], []).verdict, 'altered');
    const path = fileOf(closed.pdf);
    run('pdfdetach', '-save', '1', '-o', `${path}.json`, path);
    const [file] = carriedFiles({ fields, version, outline, answers });
    assert.equal(Buffer.compare(readFileSync(`${path}.json`), file?.bytes ?? Buffer.alloc(0)), 0);
    assert.equal(run('pdfdetach', '-list', fileOf(internal.pdf)).trim(), '0 embedded files');
  },
);
