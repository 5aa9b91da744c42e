// SPDX-License-Identifier: AGPL-3.0-or-later
// The first ten minutes by keyboard alone: not one pointer event.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'puppeteer';
import { onPhone, tenMinutes } from './builder/minutes.ts';
import { Typing } from './builder/person.ts';
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

test('an administrator who has never seen it publishes a working form, by keyboard', async () => {
  const { base } = district.server;
  const { page, watch } = await openPage(browser, [base]);
  await watchPage(page);
  const person = await Typing.of(page);
  const journey: Journey = { person, watch, base };
  await tenMinutes(journey);
  assert.deepEqual(person.keys.pointers, []);
  const phone = await openPage(browser, [base]);
  await onPhone(phone.page, journey.address ?? '');
  assert.deepEqual(await violations(phone.page), []);
  assert.deepEqual(phone.watch.trouble, []);
});
