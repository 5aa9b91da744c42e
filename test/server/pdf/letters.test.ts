// SPDX-License-Identifier: AGPL-3.0-or-later
// Letters as files: each passes the gate, stands on few pages, and no page is left with a line or two.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { issueDocument } from '../../../server/pdf/issue.ts';
import { inputOf, kindOf } from '../../fixtures/documents/letters.ts';
import { mandatory } from '../../fixtures/documents/mandatory.ts';
import { fileOf, newPrinter, run, value, without } from './sample.ts';

const printer = newPrinter();
after(() => printer.close());

/** Most pages that a letter of this kind may take. */
const most: { readonly [kind: string]: number } = {
  summons: 2,
  notice: 3,
  closing: 2,
  ending: 2,
  voucher: 2,
};

test(
  'every letter is issued: conformant, short, without a page of two lines',
  { skip: without('pdftotext') },
  async () => {
    const one = [...new Map(mandatory.map((each) => [each.kind, each])).values()];
    await Promise.all(
      one.map(async (asked) => {
        const made = value(
          await issueDocument(printer, kindOf(asked.kind), {
            ...inputOf(asked),
            verifyPage: 'https://patto.valprova.example/verify',
          }),
        );
        assert.ok(made.pages <= (most[asked.kind] ?? 1), `${asked.kind}: ${made.pages} pages`);
        const pages = run('pdftotext', '-layout', fileOf(made.pdf), '-').split('\f').slice(0, made.pages);
        for (const [index, page] of pages.entries()) {
          const lines = page.split('\n').filter((line) => line.trim() !== '');
          // the foot is one of them
          assert.ok(lines.length > 3, `${asked.kind}, page ${index + 1}: ${lines.join(' / ')}`);
        }
      }),
    );
  },
);
