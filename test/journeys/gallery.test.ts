// SPDX-License-Identifier: AGPL-3.0-or-later
// The gallery is a test: every type of field in every state, under our strictest policy, in Chromium.
// axe-core; the names and descriptions that assistive technology is told, against those kept beside this file
// (PATTO_NAMES=keep writes them); every stop of the Tab key; an answer given by keys alone; a sheet to look at.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, ElementHandle, KeyInput, Page } from 'puppeteer';
import { folders } from '../../runtime/fields/index.ts';
import { loadFacts, loadSamples } from '../../runtime/fields/load.ts';
import { linesOf } from './heard.ts';
import {
  openBrowser,
  openPage,
  picture,
  rest,
  startServer,
  until,
  violations,
  type Server,
} from './stage.ts';
import { violationsOf } from './axe.ts';

const sheets = 'test/artifacts/fields';
const names = 'test/journeys/gallery';
const keep = process.env['PATTO_NAMES'] === 'keep';
const samples = await loadSamples();
const kinds = await loadFacts();
let server: Server;
let browser: Browser;

before(async () => {
  await mkdir(sheets, { recursive: true });
  browser = await openBrowser();
  server = await startServer();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The forms of a type, once each has drawn what it has to show. */
async function openType(page: Page, type: string, state: string): Promise<ElementHandle<HTMLElement>[]> {
  await page.goto(`${server.base}/fields?type=${type}&state=${state}`);
  const list = await until(async () => {
    const handle = await page.evaluateHandle(() => [
      ...(document.querySelector('patto-fields')?.shadowRoot?.querySelectorAll('patto-form') ?? []),
    ]);
    const forms = [...(await handle.getProperties()).values()] as ElementHandle<HTMLElement>[];
    const drawn = await handle.evaluate((all) =>
      all.every((form) => {
        const root = form.shadowRoot;
        const errors = (form as HTMLElement).dataset['state'] !== 'wrong' || root?.querySelector('.error');
        return root?.querySelector('patto-field, dl, h4, table') && errors;
      }),
    );
    return drawn && forms.length > 0 ? forms : undefined;
  }, `the forms of ${type}`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await rest(page);
  return list;
}

/** What assistive technology is told of each form, one line a node, nested by indentation. */
async function heard(page: Page, forms: readonly ElementHandle[]): Promise<{ [state: string]: string[] }> {
  const cdp = await page.createCDPSession();
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const found: { [state: string]: string[] } = {};
  for (const form of forms) {
    const id = await form.backendNodeId();
    const top = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === id);
    assert.ok(top, 'the form is in the tree of assistive technology');
    found[await form.evaluate((element) => (element as HTMLElement).dataset['state']!)] = linesOf(nodes, top);
  }
  await cdp.detach();
  return found;
}

async function compareNames(type: string, found: { [state: string]: string[] }): Promise<void> {
  const file = `${names}/${type}.json`;
  const text = `${JSON.stringify(found, null, 2)}\n`;
  if (keep) return writeFile(file, text);
  const kept = await readFile(file, 'utf8').catch(() => '{}');
  assert.deepEqual(found, JSON.parse(kept), `${file}: what is read aloud has changed`);
}

interface Stop {
  readonly inside: boolean;
  readonly what: string;
  /** is there anything to see of the focus */
  readonly seen: boolean;
}

/** Where the focus is, through shadow roots. */
const stop = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    let at = document.activeElement;
    let inside = false;
    while (at?.shadowRoot?.activeElement) {
      inside ||= at.nodeName === 'PATTO-FORM';
      at = at.shadowRoot.activeElement;
    }
    const marked = (element: Element | null | undefined): boolean => {
      if (!element) return false;
      const style = getComputedStyle(element);
      return style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    };
    const what = `${at?.nodeName.toLowerCase()}#${at?.id}`;
    return { inside, what, seen: marked(at) || marked(at?.parentElement) };
  });

/** The first stop inside the form. */
async function enter(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.querySelector('patto-fields')?.shadowRoot?.querySelector<HTMLElement>('h2')?.focus(),
  );
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await stop(page)).inside) return;
  }
  assert.fail('the Tab key does not reach the form');
}

const isKey = (text: string): boolean =>
  /^(Tab|Space|Enter|Escape|Backspace|Home|End|Arrow\w+|Page\w+)$/.test(text);

const withoutIds = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (key, inner: unknown) => (key === 'id' ? undefined : inner)));

/** What a file is chosen with belongs to the browser: a key opens it, and what is chosen there becomes the answer. */
async function choosesFile(page: Page, type: string): Promise<void> {
  const [form] = await openType(page, type, 'empty');
  await until(
    () => form!.evaluate((element) => element.shadowRoot!.querySelector('[type=file]') !== null),
    'the control for files',
  );
  await enter(page);
  assert.ok(
    await form!.evaluate((element) => element.shadowRoot!.activeElement?.matches('[type=file]')),
    'the first stop is that control',
  );
  const choosing = page.waitForFileChooser();
  // The browser knows that it is to tell, and not to open a window of its own, before the key.
  await rest(page);
  await page.keyboard.press('Enter');
  const chooser = await choosing;
  const folder = await mkdtemp(join(tmpdir(), 'patto-gallery-'));
  await writeFile(join(folder, 'prova.pdf'), '%PDF-1.4\n%prova\n');
  await chooser.accept([join(folder, 'prova.pdf')]);
  await until(
    () =>
      form!.evaluate((element) => {
        const { value } = element as HTMLElement & { value: { campo_0?: { name: string }[] } };
        return value.campo_0?.[0]?.name === 'prova.pdf';
      }),
    'the file is the answer',
  );
  await rm(folder, { recursive: true });
}

for (const type of folders)
  test(`${type}: every state`, async () => {
    const { page, watch } = await openPage(browser, [server.base]);
    const forms = await openType(page, type, 'all');
    const found = await heard(page, forms);
    const bad: string[] = [];
    for (const width of [1280, 320]) {
      await page.setViewport({ width, height: 900 });
      await rest(page);
      await picture(page, `${sheets}/${type}-${width}`, true);
      bad.push(...(await violationsOf(page)).map((line) => `${width} px: ${line}`));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) bad.push(`${width} px: ${wide} px too wide`);
    }
    assert.deepEqual(bad, []);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(watch.trouble, []);
    await page.browserContext().close();
    await compareNames(type, found);
  });

for (const type of folders)
  test(`${type}: by keys`, async () => {
    const { page } = await openPage(browser, [server.base]);
    const scripts = samples.get(type)!.keys ?? [];
    if (kinds.get(type)!.files) await choosesFile(page, type);
    else assert.ok(scripts.length > 0, 'the samples say how it is answered by keys');
    for (const [keys, gives] of scripts) {
      const [form] = await openType(page, type, 'empty');
      await enter(page);
      for (const key of keys)
        await (isKey(key) ? page.keyboard.press(key as KeyInput) : page.keyboard.type(key));
      const value = () => form!.evaluate((element) => (element as HTMLElement & { value: object }).value);
      const now = async (): Promise<unknown> =>
        withoutIds(((await value()) as { [key: string]: unknown })['campo_0']);
      await until(
        async () => JSON.stringify(await now()) === JSON.stringify(withoutIds(gives)),
        keys.join(' '),
      ).catch(async () => assert.deepEqual(await now(), withoutIds(gives), keys.join(' ')));
    }
    await openType(page, type, 'filled');
    await enter(page);
    const stops: Stop[] = [];
    for (let at = await stop(page); at.inside && stops.length < 150; at = await stop(page)) {
      stops.push(at);
      await page.keyboard.press('Tab');
    }
    assert.ok(stops.length < 150, `Tab never leaves the form: ${stops.at(-1)?.what}`);
    const unseen = stops.filter(({ seen }) => !seen).map(({ what }) => what);
    assert.deepEqual(unseen, [], 'the focus is seen at each stop');
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    assert.equal((await stop(page)).what, stops.at(-1)?.what, 'and the way back is the same');
    await page.browserContext().close();
  });
