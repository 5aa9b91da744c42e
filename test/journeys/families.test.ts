// SPDX-License-Identifier: AGPL-3.0-or-later
import { test } from 'node:test';
import { startMoving } from './moving.ts';
import { openBrowser, openPage, signInAs } from './stage.ts';
test('x', async () => {
  const t0 = Date.now();
  const moving = await startMoving('valprova', '2025-12-15');
  console.log('start', Date.now() - t0);
  const browser = await openBrowser();
  try {
    const t1 = Date.now();
    const { page, watch } = await openPage(browser, [moving.base]);
    await signInAs(page, moving.base, 'verzini');
    console.log('in', Date.now() - t1);
    moving.day('2026-02-11');
    await page.reload();
    await new Promise((d) => setTimeout(d, 1000));
    console.log(await page.evaluate(() => document.body.firstElementChild!.shadowRoot!.textContent!.slice(0, 300)), watch.trouble);
  } finally {
    await browser.close();
    await moving.stop();
  }
});
