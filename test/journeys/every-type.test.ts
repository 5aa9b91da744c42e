// SPDX-License-Identifier: AGPL-3.0-or-later
// Every type of field as one published form in a page that is not ours, under the strictest policy with Trusted Types:
// drawn, answered by keys, checked, reviewed, sent, in Chromium and in Firefox. Nothing is violated, nothing is thrown.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, ElementHandle, KeyInput } from 'puppeteer';
import { folders } from '../../runtime/fields/index.ts';
import type { Answers } from '../../schemas/types.ts';
import { createWorld, type World } from '../server/world.ts';
import { everyType, publishIn, type EveryType } from './every-type.ts';
import { pressButton } from './fill.ts';
import { serveHost, type Host } from './host.ts';
import { find, hasFirefox, openBrowser, openFirefox, openPage, rest, until, violations } from './stage.ts';

type Form = HTMLElement & { value: Answers; view: string; validate(): Promise<boolean> };

let world: World;
let host: Host;
let every: EveryType;

before(async () => {
  world = await createWorld();
  every = await everyType();
  await publishIn(world, every.definition);
  host = await serveHost(world.base, 'alfa/domanda');
});
after(async () => {
  await host?.stop();
  await world?.close();
});

const isKey = (text: string): boolean => /^(Tab|Space|Enter|Arrow\w+)$/.test(text);
/** Ids of rows are made where the row is made. */
const told = (value: unknown): string =>
  JSON.stringify(value ?? null, (key, inner: unknown) => (key === 'id' ? undefined : inner));

async function answerAll(browser: Browser): Promise<void> {
  const { page, watch } = await openPage(browser, [world.base, host.base]);
  await page.goto(`${host.base}/calm`);
  await find(page, 'label');
  const form = (await page.$('patto-form')) as unknown as ElementHandle<Form>;
  await form.evaluate((element, answers) => void (element.value = answers), every.answers);
  await until(
    () => form.evaluate((element) => Boolean(element.shadowRoot!.querySelector('patto-rows .row, .rows li'))),
    'the answers that were handed over',
  );
  for (const [type, { key, keys, gives }] of every.keyed) {
    const reached = await until(
      () =>
        form.evaluate((element, wanted) => {
          const fields = [...element.shadowRoot!.querySelectorAll('patto-field')];
          const field = fields.find((each) => (each as HTMLElement & { path: string }).path === `/${wanted}`);
          const control = [
            ...(field?.querySelectorAll<HTMLElement>('input, select, textarea, button') ?? []),
          ];
          const first = control.find((each) => each.checkVisibility() && each.tabIndex >= 0);
          first?.focus();
          return Boolean(first && element.shadowRoot!.activeElement === first);
        }, key),
      `a control of ${type}`,
    );
    assert.ok(reached);
    for (const one of keys) {
      await (isKey(one)
        ? page.keyboard.press((one === 'Space' ? ' ' : one) as KeyInput)
        : page.keyboard.type(one));
      // A row that is added takes the focus once it is drawn; a person's next key comes later than that.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
    }
    await page.keyboard.press('Tab');
    const now = () => form.evaluate((element, wanted) => element.value[wanted], key);
    await until(
      async () => gives === undefined || told(await now()) === told(gives),
      `${type} by keys`,
    ).catch(async () => assert.equal(told(await now()), told(gives), type));
  }
  const asked = await form.evaluate((element) => Object.keys(element.value));
  const silent = folders.filter(
    (type) => type !== 'file' && !asked.some((key) => key.startsWith(type.replaceAll('-', '_'))),
  );
  assert.deepEqual(silent, [], 'a type nobody answered');
  await form.evaluate((element) => element.validate());
  const wrong = await form.evaluate((element) =>
    [...element.shadowRoot!.querySelectorAll('.error')].map(
      (each) => `${each.parentElement?.querySelector('label, legend')?.textContent}: ${each.textContent}`,
    ),
  );
  assert.deepEqual(wrong, []);
  await pressButton({ form }, 'Avanti');
  await pressButton({ form }, 'Conferma e invia');
  const sent = await find(page, '[part=sent]').then((end) => end.evaluate((element) => element.textContent));
  assert.match(sent, /Numero di ricevuta/);
  await rest(page);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(watch.trouble, []);
  await page.browserContext().close();
}

test('every type in Chromium', async () => {
  const browser = await openBrowser();
  await answerAll(browser).finally(() => browser.close());
});

test('every type in Firefox', { skip: !hasFirefox && 'Firefox is not installed' }, async () => {
  const browser = await openFirefox();
  await answerAll(browser).finally(() => browser.close());
});
