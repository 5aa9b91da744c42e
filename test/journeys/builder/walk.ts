// SPDX-License-Identifier: AGPL-3.0-or-later
// The frame of both journeys: a district of its own, the ten minutes, then the published form on a phone.
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer';
import { openBrowser, openPage, violations } from '../stage.ts';
import { openDistrict } from './district.ts';
import { onPhone, tenMinutes } from './minutes.ts';
import type { Person } from './person.ts';
import type { Journey } from './script.ts';
import { watchPage } from './watching.ts';

/** Walks the whole way; `end` looks at the person when the ten minutes are over. */
export async function walk<Who extends Person>(
  personOn: (page: Page) => Promise<Who>,
  end: (person: Who) => void = () => {},
): Promise<void> {
  const browser = await openBrowser();
  try {
    const district = await openDistrict('analisi-della-casa');
    try {
      const { base } = district.server;
      const { page, watch } = await openPage(browser, [base]);
      await watchPage(page);
      const person = await personOn(page);
      const journey: Journey = { person, watch, base };
      await tenMinutes(journey);
      end(person);
      const phone = await openPage(browser, [base]);
      await onPhone(phone.page, journey.address ?? '');
      assert.deepEqual(await violations(phone.page), []);
      assert.deepEqual(phone.watch.trouble, []);
    } finally {
      await district.close();
    }
  } finally {
    await browser.close();
  }
}
