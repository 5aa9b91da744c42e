// SPDX-License-Identifier: AGPL-3.0-or-later
// The diary of a case in a real browser: what was being written comes back after the window has gone; who reads it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer';
import {
  click,
  find,
  openBrowser,
  openBeside,
  openPage,
  signInAs,
  startServer,
  textOf,
  until,
  violations,
  type Server,
} from './stage.ts';

let server: Server;
let browser: Browser;
before(async () => {
  browser = await openBrowser();
  server = await startServer();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Is something under this place kept on the device? */
const kept = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      new Promise<boolean>((done) => {
        const request = indexedDB.open('patto', 1);
        request.onsuccess = () => {
          const all = request.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            request.result.close();
            done(
              (all.result as { place: string; data?: unknown }[]).some(
                (row) => row.place.startsWith('diary ') && row.data,
              ),
            );
          };
        };
      }),
  );

test('a note: kept on the device until it is sent, and read by whom it is for', async () => {
  const { page, watch } = await openPage(browser, [server.base]);
  await signInAs(page, server.base, 'morvani');
  await click(page, 'td a');
  await click(page, '[data-write]');
  const place = page.url();
  const box = await find(page, '#text');
  await box.type('Colloquio con la madre: =busta paga.');
  await until(() => kept(page), 'what is typed is on the device');
  const { page: next, watch: later } = await openBeside(page, [server.base]);
  await page.close();
  await next.goto(place);
  await click(next, '[data-write]');
  await until(
    async () =>
      (await (await find(next, '#text')).evaluate((one) => (one as HTMLTextAreaElement).value)) !== '',
    'what was written is back',
  );
  assert.match(await textOf(next, '#reads'), /solo chi segue la pratica/);
  await click(next, 'input[value="author"]');
  assert.match(await textOf(next, '#reads'), /nemmeno chi coordina/);
  await click(next, 'form button.primary');
  await find(next, '[data-note]');
  await until(async () => !(await kept(next)), 'nothing of it stays on the device');
  assert.match(await textOf(next, '[data-note]'), /Solo io[\s\S]*=busta paga/);

  const { page: other } = await openPage(browser, [server.base]);
  await signInAs(other, server.base, 'ardenzi');
  await other.goto(place);
  const card = async () => (await textOf(other, 'section[aria-labelledby=diary]')).includes('Nessuna nota');
  await until(card, 'nothing for the coordinator');
  assert.deepEqual([...watch.trouble, ...later.trouble, ...(await violations(next))], []);
});
