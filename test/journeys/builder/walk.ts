// SPDX-License-Identifier: AGPL-3.0-or-later
// The frame of both journeys: a district of its own, the ten minutes, then the published form on a phone.
import assert from 'node:assert/strict';
import type { Page } from 'puppeteer';
import { openBrowser, openPage, violations } from '../stage.ts';
import { openDistrict } from './district.ts';
import { again, laterOnPhone, onPhone, tenMinutes } from './minutes.ts';
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
      const phones = [
        await openPage(browser, [base]),
        // Another device: nothing is kept on it.
        await openPage(browser, [base]),
      ] as const;
      const [one, other] = phones;
      await onPhone(one.page, journey.address ?? '');
      await page.bringToFront();
      await again(journey);
      end(person);
      await one.page.bringToFront();
      await laterOnPhone(one.page, other.page, journey.address ?? '');
      for (const { page: phone, watch: seen } of phones) {
        assert.deepEqual(await violations(phone), []);
        assert.deepEqual(seen.trouble, []);
      }
    } finally {
      await district.close();
    }
  } finally {
    await browser.close();
  }
}
