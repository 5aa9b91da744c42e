// SPDX-License-Identifier: AGPL-3.0-or-later
// The first ten minutes with a pointer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'puppeteer';
import { onPhone, tenMinutes } from './builder/minutes.ts';
import { Pointing } from './builder/person.ts';
import { openDistrict, type District } from './builder/district.ts';
import type { Journey } from './builder/script.ts';
import { watchPage } from './builder/watching.ts';
import { openBrowser, openPage, violations } from './stage.ts';

let district: District;
let browser: Browser;
before(async () => {
  browser = await openBrowser();
  district = await openDistrict('analisi-della-casa');
});
after(async () => {
  await browser?.close();
  await district?.close();
});

test('an administrator who has never seen it publishes a working form, with a pointer', async () => {
  const { base } = district.server;
  const { page, watch } = await openPage(browser, [base]);
  await watchPage(page);
  const person = await Pointing.of(page);
  const journey: Journey = { person, watch, base };
  await tenMinutes(journey);

  const phone = await openPage(browser, [base]);
  await onPhone(phone.page, journey.address ?? '');
  assert.deepEqual(await violations(phone.page), []);
  assert.deepEqual(phone.watch.trouble, []);
});
