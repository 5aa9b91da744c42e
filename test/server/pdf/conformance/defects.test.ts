// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import { canonical } from '../../../../server/pdf/canonical.ts';
import { checkFile } from '../../../../server/pdf/conformance/check.ts';
import { rules } from '../../../../server/pdf/conformance/rules/index.ts';
import { newPrinter } from '../sample.ts';
import { defects } from './defects.ts';
import { twin } from './twin.ts';

const printer = newPrinter();
after(() => printer.close());
const clean = { '2a': await twin(printer, '2a'), '3a': await twin(printer, '3a') };

test('the clean twins keep every rule', async () => {
  for (const bytes of Object.values(clean)) assert.deepEqual(await checkFile(bytes), []);
});

test('each seeded defect is named by its rule, and by no other that it does not break', async (t) => {
  const wrong: string[] = [];
  for (const { name, rule, also = [], profile = '2a', objects, bytes } of defects) {
    let file: Uint8Array = clean[profile];
    if (bytes) file = Buffer.from(bytes(Buffer.from(file).toString('latin1')), 'latin1');
    if (objects) {
      const document = await PDFDocument.load(file, { updateMetadata: false });
      objects(document);
      const { trailerInfo } = document.context;
      file = (await canonical(document)).bytes;
      // The canonical trailer has only what ours have.
      if (trailerInfo.Encrypt) file = await encrypted(file);
    }
    const found = new Set((await checkFile(file)).map((one) => one.rule));
    const more = [...found].filter((one) => one !== rule && !also.includes(one));
    if (!found.has(rule) || more.length > 0)
      wrong.push(`${name}: not ${rule} but ${[...found].join(', ') || 'nothing'}`);
  }
  assert.deepEqual(wrong, []);
  t.diagnostic(
    `proof ${JSON.stringify({ defects: defects.length, rules: new Set(defects.map(({ rule }) => rule)).size })}`,
  );
});

async function encrypted(file: Uint8Array): Promise<Uint8Array> {
  const text = Buffer.from(file).toString('latin1');
  return Buffer.from(text.replace('/Type /XRef', '/Encrypt <</Filter /Standard>>/Type /XRef'), 'latin1');
}

test('every rule has a defect that proves it, a name of its own, and a sentence in both languages', () => {
  const proved = new Set(defects.map(({ rule }) => rule));
  assert.deepEqual(
    rules.filter(({ id }) => !proved.has(id)).map(({ id }) => id),
    [],
  );
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  for (const { id, words, clause } of rules) {
    assert.match(clause, /^ISO (19005-[23]|14289-1|32000-1), \d/, id);
    for (const language of ['it', 'en'])
      assert.match(words[language] ?? '', /^[^{}]{20,}\.$/, `${id} ${language}`);
  }
});
