// SPDX-License-Identifier: AGPL-3.0-or-later
// What a page downloads to show a published form, before anybody turns to it. Sizes do not depend on the machine.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Browser } from 'puppeteer';
import { fetched } from '../../bench/runtime/fetched.ts';
import { sixty } from '../../bench/runtime/sixty.ts';
import type { Definition } from '../../schemas/types.ts';
import { openBrowser } from './stage.ts';

const KB = 1024;

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(async () => browser?.close());

test('a form of 60 fields and 12 conditions: all within 29 KB, the runtime within 25, its module within 4', async (context) => {
  const definition = await sixty();
  const fields = Object.values(definition.schema.properties);
  assert.equal(fields.length, 60);
  assert.equal(fields.filter((field) => field['x-show']).length, 12);
  const found = await fetched(browser, definition);
  context.diagnostic(JSON.stringify(Object.fromEntries(found.files)));
  assert.ok(found.fields >= 40, `${found.fields} fields are drawn`);
  assert.ok(found.runtime > 15 * KB, 'the runtime was fetched');
  assert.ok(found.runtime <= 25 * KB, `runtime ${found.runtime}`);
  assert.ok(found.module <= 4 * KB, `module ${found.module}`);
  assert.ok(found.all <= 29 * KB, `page ${found.all}`);
});

test('the national request, with rows and computed answers: within 62 KB, in 26 files', async (context) => {
  const text = await readFile('schemas/national/adi/definitions/adi-domanda.json', 'utf8');
  const found = await fetched(browser, JSON.parse(text) as Definition);
  context.diagnostic(JSON.stringify(Object.fromEntries(found.files)));
  assert.ok(found.fields > 5, `${found.fields} fields are drawn`);
  assert.ok(found.all <= 62 * KB, `page ${found.all}`);
  assert.ok(found.files.size <= 26, `${found.files.size} files`);
});
