// SPDX-License-Identifier: AGPL-3.0-or-later
// Forms of several hosts on one page under Trusted Types: the first runtime serves whom it fits, whoever does not fit
// says so in place, and nothing is thrown.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer';
import { createWorld, domanda, type World } from '../server/world.ts';
import type { Definition } from '../../schemas/types.ts';
import { publishIn } from './every-type.ts';
import { hostPage, policy, serveSite, type Host } from './host.ts';
import { find, openBrowser, openPage, rest, until, violations } from './stage.ts';

let world: World;
let browser: Browser;
/** the same district on another host of the same age, and on one whose contract is a later one */
let twin: Host;
let later: Host;
let site: Host;

/** Our runtime as it would be with the next number of the contract, which both of its ends carry. */
const next = (text: string): string =>
  text.replace(/\.interface(=|>)1\b/g, (_whole, sign: string) => {
    replaced.add(sign);
    return `.interface${sign}2`;
  });
const replaced = new Set<string>();

/** Another port that answers as our server does, changed on the way. */
async function mirror(change: (path: string, text: string) => string): Promise<Host> {
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const answer = await fetch(world.base + path.replace('/altra', '/domanda'), {
      method: request.method ?? 'GET',
    });
    response.writeHead(answer.status, {
      'Content-Type': answer.headers.get('content-type') ?? 'text/plain',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    response.end(change(path, await answer.text()));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

before(async () => {
  world = await createWorld();
  // a second version, and another form of the district
  await publishIn(world, { ...domanda, title: 'Domanda, seconda edizione' } as Definition);
  twin = await mirror((_path, text) => text);
  later = await mirror((path, text) => {
    if (path.startsWith('/embed/runtime/')) return next(text);
    return text.replace('"interface":1', '"interface":2').replaceAll('"form":"domanda"', '"form":"altra"');
  });
  const module = (host: string, file: string) =>
    `<script type="module" src="${host}/embed/alfa/${file}"></script>`;
  const first = '<patto-form id="uno" form="alfa/domanda@1"></patto-form>';
  site = await serveSite(
    {
      '/versions': hostPage(
        module(world.base, 'domanda@1.js') + module(twin.base, 'domanda@2.js'),
        `${first}<patto-form id="due" form="alfa/domanda@2"></patto-form><alfa-domanda id="tre"></alfa-domanda>`,
      ),
      '/unfit': hostPage(
        module(world.base, 'domanda@1.js') + module(later.base, 'domanda.js'),
        `${first}<patto-form id="due" form="alfa/altra"></patto-form><alfa-altra id="tre"></alfa-altra>`,
      ),
      '/old': hostPage(
        module(later.base, 'domanda.js') + module(world.base, 'domanda@1.js'),
        `<patto-form id="due" form="alfa/altra"></patto-form>${first}<alfa-domanda id="tre"></alfa-domanda>`,
      ),
    },
    policy(world.base, twin.base, later.base),
  );
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  for (const host of [site, twin, later]) await host?.stop();
  await world?.close();
});

async function open(path: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const { page, watch } = await openPage(browser, [world.base, twin.base, later.base, site.base]);
  await page.goto(site.base + path);
  return {
    page,
    close: async () => {
      await rest(page);
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(watch.trouble, []);
      await page.browserContext().close();
    },
  };
}
const labels = (page: Page, id: string): Promise<number> =>
  page.evaluate((wanted) => {
    const root = document.getElementById(wanted)!.shadowRoot;
    return root?.querySelectorAll('label').length ?? 0;
  }, id);
const drawn = (page: Page, id: string) => until(async () => (await labels(page, id)) > 3, `form ${id}`);
const numberOf = (page: Page, id: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      (document.getElementById(wanted) as unknown as { currentDraft: { version: number } }).currentDraft
        .version,
    id,
  );
/** What stands on the page in place of a form, outside any shadow root. */
const alerts = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll('[role=alert]')].map((each) => each.textContent));

test('two versions of one form from two hosts: one runtime, each in its place', async () => {
  const { page, close } = await open('/versions');
  for (const id of ['uno', 'due', 'tre']) await drawn(page, id);
  assert.deepEqual([await numberOf(page, 'uno'), await numberOf(page, 'due')], [1, 2]);
  assert.deepEqual(await alerts(page), []);
  const hosts = await page.evaluate(() => [
    ...new Set(
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => /\/chunks\/common-types-/.test(name))
        .map(({ name }) => new URL(name).origin),
    ),
  ]);
  assert.equal(hosts.length, 1, 'only one runtime has started');
  await close();
});

for (const [path, good, bad] of [
  ['/unfit', 'uno', 'due'],
  ['/old', 'due', 'uno'],
] as const)
  test(`${path.slice(1)}: what does not fit the runtime that came first says so in place`, async () => {
    const { page, close } = await open(path);
    await until(async () => (await alerts(page)).length >= 2, 'both say so');
    const said = await alerts(page);
    assert.equal(said.length, 2);
    for (const text of said) assert.match(text, /In questa pagina c’è già un’altra versione del programma/);
    // whichever came first draws its form, the other one is told apart
    await drawn(page, good);
    assert.equal(await labels(page, bad), 0);
    await page.evaluate(
      (form) => {
        const late = document.createElement('patto-form');
        late.setAttribute('form', form);
        document.body.append(late);
      },
      path === '/unfit' ? 'alfa/altra' : 'alfa/domanda',
    );
    await until(async () => (await alerts(page)).length === 3, 'an element that comes later');
    await find(page, 'label');
    await close();
  });
