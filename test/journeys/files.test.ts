// SPDX-License-Identifier: AGPL-3.0-or-later
// A file from a page that is not ours, under its strictest policy, and one from the desk: up, kept, and back again.
// What is written and attached beside the forms of a case: found again after the window has gone, read by whom it is for.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, ElementHandle, Page } from 'puppeteer';
import { caseOf, createWorld, type World } from '../server/world.ts';
import { serveHost, type Host } from './host.ts';
import { click, find, openBrowser, openPage, textOf, until, violations } from './stage.ts';

let world: World;
let browser: Browser;
let host: Host;
let folder: string;
const pdf = '%PDF-1.7\n%prova\n%%EOF\n';

before(async () => {
  world = await createWorld();
  browser = await openBrowser();
  host = await serveHost(world.base, 'alfa/domanda');
  folder = await mkdtemp(join(tmpdir(), 'patto-files-'));
  await writeFile(join(folder, 'carta d’identità.pdf'), pdf);
  await writeFile(join(folder, 'finto.pdf'), '<script>alert(1)</script>');
});
after(async () => {
  await browser.close();
  await host.stop();
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

const uploads = async () => {
  const scope = { district: 'alfa', actor: 'system' };
  return (await world.deps.store.list(scope, 'uploads', { limit: 200 })).items.map(({ fields }) => fields);
};
const give = async (page: Page, name: string): Promise<void> => {
  const input = (await find(page, 'patto-files input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(join(folder, name));
};
const said = (page: Page) =>
  find(page, 'patto-files [role=status]').then((each) => each.evaluate((e) => e.textContent));

test('in a page that is not ours: the draft is kept first, the file follows it, what it is not is refused', async () => {
  const { page, watch } = await openPage(browser, [world.base, host.base]);
  await page.goto(`${host.base}/calm`);
  await give(page, 'carta d’identità.pdf');
  await until(async () => (await said(page)) === 'carta d’identità.pdf: allegato', 'the file has arrived');
  const [kept] = await uploads();
  assert.deepEqual([kept?.['field'], kept?.['size'], kept?.['submission']], ['/carte', pdf.length, null]);
  assert.equal((await uploads()).length, 1);
  await give(page, 'finto.pdf');
  await until(async () => (await said(page))?.includes('non è fra i tipi ammessi'), 'the refusal');
  assert.deepEqual(await violations(page), []);
  // the browser itself notes the refused request
  assert.deepEqual(
    watch.trouble.filter((line) => !line.includes('422')),
    [],
  );
  const draft = String(kept?.['draft']);
  await until(async () => {
    const found = await world.deps.store.get<{ answers: { carte?: unknown[] } }>(
      { district: 'alfa', actor: 'system' },
      'drafts',
      draft,
    );
    return found?.value.answers.carte?.length === 1;
  }, 'the draft names the file');
});

test('at the desk: up, then down again by its link', async () => {
  const kase = await caseOf(world);
  const cookie = await world.signIn('segue');
  const draft = (
    await world.ask('POST', `/api/cases/${kase}/drafts`, { cookie, body: { definition: 'scheda' } })
  ).json.id as string;
  const { page, watch } = await openPage(browser, [world.base]);
  const [name = '', value = ''] = cookie.split('=');
  await page.browserContext().setCookie({ name, value, domain: '127.0.0.1', path: '/' } as never);
  await page.goto(`${world.base}/desk#/draft/${draft}`);
  await give(page, 'carta d’identità.pdf');
  await until(async () => (await said(page)) === 'carta d’identità.pdf: allegato', 'the file has arrived');
  const link = await find(page, 'patto-files .files a');
  const address = await link.evaluate((element) => (element as HTMLAnchorElement).href);
  const back = await world.ask('GET', new URL(address).pathname, { cookie });
  assert.deepEqual([back.status, back.text], [200, pdf]);
  assert.deepEqual([await violations(page), watch.trouble], [[], []]);
});

/** A page of somebody who is signed in. */
async function desk(who: string, place: string) {
  const opened = await openPage(browser, [world.base]);
  const [name = '', value = ''] = (await world.signIn(who)).split('=');
  await opened.page.browserContext().setCookie({ name, value, domain: '127.0.0.1', path: '/' } as never);
  await opened.page.goto(`${world.base}/desk#/${place}`);
  return opened;
}
/** Is a note that is being written kept on the device? */
const onDevice = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      new Promise<boolean>((done) => {
        const request = indexedDB.open('patto', 1);
        request.onsuccess = () => {
          const all = request.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            request.result.close();
            const rows = all.result as { place: string; data?: unknown }[];
            done(rows.some((row) => row.place.startsWith('diary ') && row.data !== undefined));
          };
        };
      }),
  );
const boxOf = async (page: Page): Promise<string> =>
  (await find(page, '#text')).evaluate((box) => (box as HTMLTextAreaElement).value);

test('a note of the diary: on the device until it is sent, then read by whom it is for', async () => {
  const kase = await caseOf(world, 'alfa', 'Luisa');
  const { page, watch } = await desk('segue', `case/${kase}`);
  await click(page, '[data-write]');
  await (await find(page, '#text')).type('Colloquio con la madre: =busta paga.');
  await until(() => onDevice(page), 'what is typed is on the device');
  const next = await page.browserContext().newPage();
  await page.close();
  await next.goto(`${world.base}/desk#/diary/${kase}`);
  await until(async () => (await boxOf(next)) !== '', 'what was written is back');
  assert.match(await textOf(next, '#reads'), /solo chi segue la pratica/);
  await click(next, 'input[value="author"]');
  assert.match(await textOf(next, '#reads'), /nemmeno chi coordina/);
  await click(next, 'form button.primary');
  assert.match(await textOf(next, '[data-note]'), /Solo io[\s\S]*=busta paga/);
  await until(async () => !(await onDevice(next)), 'nothing of it stays on the device');
  const other = await desk('capo', `case/${kase}`);
  const card = async () =>
    (await textOf(other.page, 'section[aria-labelledby=diary]')).includes('Nessuna nota');
  await until(card, 'nothing for who coordinates');
  assert.deepEqual([...watch.trouble, ...other.watch.trouble], []);
});

test('an attachment: up from the case, told of as it is about to expire, in the place of an older one', async () => {
  const kase = await caseOf(world, 'alfa', 'Piera');
  const { page, watch } = await desk('segue', `case/${kase}`);
  const attach = async (button: string, date: string): Promise<void> => {
    await click(page, button);
    await ((await find(page, '#attach [name=file]')) as ElementHandle<HTMLInputElement>).uploadFile(
      join(folder, 'carta d’identità.pdf'),
    );
    await (await find(page, '#attach [name=date]')).type(date);
    await (await find(page, '#attach [name=expires]')).type('31/03/2026');
    await click(page, '[data-send]');
  };
  await attach('[data-attach]', '15/01/2026');
  assert.match(await textOf(page, '[data-expiring]'), /scade il 31\/03\/2026 · tra 29 giorni/);
  await attach('[data-attachment] button.quiet', '16/01/2026');
  await until(
    async () => (await textOf(page, 'section[aria-labelledby=attachments]')).includes('Sostituiti (1)'),
    'the older one stays',
  );
  assert.deepEqual([await violations(page), watch.trouble], [[], []]);
});
