// SPDX-License-Identifier: AGPL-3.0-or-later
// Every type of field for everyone: 640 and 320 px, from right to left, twice the text, forced colours, more contrast.
// And at the desk: fast keys, two compilations side by side, the version to print.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer';
import { violationsOf } from './axe.ts';
import {
  click,
  find,
  openBrowser,
  openPage,
  picture,
  rest,
  signInAs,
  startServer,
  textOf,
  until,
  type Server,
} from './stage.ts';

const sheets = 'test/artifacts/everyone';
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

/** The gallery of all types in one state, drawn. */
async function open(page: Page, state: string): Promise<void> {
  await page.goto(`${server.base}/fields?state=${state}`);
  await until(
    () =>
      page.evaluate(() => {
        const forms = [
          ...(document.querySelector('patto-fields')?.shadowRoot?.querySelectorAll('patto-form') ?? []),
        ];
        return forms.length > 20 && forms.every((form) => form.shadowRoot?.querySelector('patto-field'));
      }),
    'every form',
  );
  await rest(page);
}

/** What scrolls sideways, lies over another control, or is too small to be hit. */
const troubles = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    // what a scrolling list cuts off is not there to be hit
    const cut = (element: Element): DOMRect => {
      const box = element.getBoundingClientRect();
      let [top, bottom] = [box.top, box.bottom];
      for (let at = element.parentElement; at; at = at.parentElement) {
        if (getComputedStyle(at).overflowY === 'visible') continue;
        const around = at.getBoundingClientRect();
        [top, bottom] = [Math.max(top, around.top), Math.min(bottom, around.bottom)];
      }
      return new DOMRect(box.x, top, box.width, Math.max(0, bottom - top));
    };
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) found.push(`${wide} px too wide`);
    for (const form of document.querySelector('patto-fields')!.shadowRoot!.querySelectorAll('patto-form')) {
      const type = form.closest('article')!.id;
      const targets = [
        ...form.shadowRoot!.querySelectorAll<HTMLElement>(
          'input, select, textarea, button, summary, a[href]',
        ),
      ]
        .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        // a mark is hit on its whole line; links within a sentence may be as high as it
        .map((each) => (each.matches('p a') ? undefined : (each.closest('label') ?? each)))
        .filter((each) => each !== undefined);
      const boxes = [...new Set(targets)].map((each) => [each, cut(each)] as const);
      for (const [each, box] of boxes) {
        const name = `${type}: ${each.nodeName.toLowerCase()}.${each.className} «${(each.textContent ?? '').trim().slice(0, 30)}»`;
        if (
          box.width > 1 &&
          box.height > 1 &&
          (box.width < 23.5 || each.getBoundingClientRect().height < 23.5)
        )
          found.push(`${name} is ${Math.round(box.width)} × ${Math.round(box.height)}`);
        for (const [other, over] of boxes) {
          if (
            each === other ||
            each.contains(other) ||
            other.contains(each) ||
            box.width < 2 ||
            over.width < 2
          )
            continue;
          const across = Math.min(box.right, over.right) - Math.max(box.left, over.left);
          const down = Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top);
          if (across > 2 && down > 2)
            found.push(`${name} overlaps ${other.nodeName.toLowerCase()}.${other.className}`);
        }
      }
    }
    return found;
  });

test('every type: narrow, twice the text, right to left', async () => {
  const { page, watch } = await openPage(browser, [server.base]);
  const bad: string[] = [];
  for (const state of ['filled', 'rtl']) {
    await open(page, state);
    for (const width of [640, 320]) {
      await page.setViewport({ width, height: 900 });
      await rest(page);
      bad.push(...(await troubles(page)).map((line) => `${state}, ${width} px: ${line}`));
    }
    await page.setViewport({ width: 1280, height: 900 });
  }
  await page.evaluate(() => localStorage.setItem('patto:reading', '{"size":200,"spacing":true}'));
  await open(page, 'filled');
  bad.push(...(await troubles(page)).map((line) => `twice the text: ${line}`));
  assert.deepEqual(bad, []);
  assert.deepEqual(watch.trouble, []);
  await page.browserContext().close();
});

test('every type: forced colours, more contrast, no motion', async () => {
  const { page } = await openPage(browser, [server.base]);
  const cdp = await page.createCDPSession();
  const as = (features: { readonly [name: string]: string }) =>
    cdp.send('Emulation.setEmulatedMedia', {
      features: Object.entries(features).map(([name, value]) => ({ name, value })),
    });
  await as({ 'prefers-contrast': 'more', 'prefers-reduced-motion': 'reduce' });
  await open(page, 'filled');
  assert.deepEqual(await violationsOf(page), [], 'more contrast');
  const moving = await page.evaluate(() =>
    [...document.querySelector('patto-fields')!.shadowRoot!.querySelectorAll('patto-form')].flatMap((form) =>
      [...form.shadowRoot!.querySelectorAll('button, input')]
        .filter((each) => parseFloat(getComputedStyle(each).transitionDuration) > 0)
        .map((each) => each.className),
    ),
  );
  assert.deepEqual(moving, [], 'nothing moves');
  await as({ 'forced-colors': 'active' });
  const unseen = await page.evaluate(() => {
    const list: string[] = [];
    for (const form of document.querySelector('patto-fields')!.shadowRoot!.querySelectorAll('patto-form'))
      for (const each of form.shadowRoot!.querySelectorAll<HTMLElement>(
        'input, select, textarea, button, summary',
      )) {
        if (!each.checkVisibility() || each.matches(':disabled')) continue;
        each.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
        if (!each.matches(':focus')) continue;
        const marked = [each, each.parentElement, each.closest('label')].some(
          (one) => one && getComputedStyle(one).outlineStyle !== 'none',
        );
        if (!marked) list.push(`${form.closest('article')!.id}: ${each.nodeName} ${each.className}`);
      }
    return list;
  });
  assert.deepEqual(unseen, [], 'the focus is an outline: shadows are not drawn');
  await page.browserContext().close();
});

interface Row {
  readonly id: string;
  readonly submissions: readonly { readonly id: string }[];
}

test('at the desk: fast keys, two compilations side by side, the version to print', async () => {
  const { page, watch } = await openPage(browser, [server.base]);
  await signInAs(page, server.base, 'morvani');
  // a second compilation of what the case already has, with one answer changed
  const made = await page.evaluate(async () => {
    const ask = async (path: string, init: RequestInit = {}) =>
      (
        await fetch(path, {
          ...init,
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
        })
      ).json();
    const { items } = (await ask('/api/cases')) as { items: { id: string }[] };
    for (const { id } of items) {
      const { phases } = (await ask(`/api/cases/${id}`)) as { phases?: { definitions: Row[] }[] };
      for (const definition of phases?.flatMap((phase) => phase.definitions) ?? []) {
        const first = definition.submissions[0];
        if (definition.id !== 'adi-domanda' || !first) continue;
        const { submission } = (await ask(`/api/submissions/${first.id}`)) as {
          submission: { answers: object };
        };
        const draft = (await ask(`/api/cases/${id}/drafts`, {
          method: 'POST',
          body: JSON.stringify({ definition: definition.id }),
        })) as { id: string };
        return { case: id, draft: draft.id, answers: submission.answers };
      }
    }
    return undefined;
  });
  assert.ok(made, 'a case with a compilation');
  await page.goto(`${server.base}/desk#/draft/${made.draft}`);
  await find(page, 'patto-field input');
  const keys = await until(
    async () => (await textOf(page, 'patto-form')).includes('Tasti rapidi'),
    'fast keys',
  );
  assert.ok(keys);
  await (await find(page, 'patto-field input')).focus();
  await picture(page, `${sheets}/fill-1280`);
  const sent = await page.evaluate(async ({ draft, answers }) => {
    const done = await fetch(`/api/drafts/${draft}/submit`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
      body: JSON.stringify({ answers }),
    });
    return `${done.status} ${done.ok ? '' : await done.text()}`;
  }, made);
  assert.match(sent, /^201/);
  await page.goto(`${server.base}/desk#/case/${made.case}`);
  await click(page, '[data-compare]');
  await find(page, '.compare');
  assert.match(
    await textOf(page, '.compare thead'),
    /\d\d\/0[12]\/2026[^]*02\/03\/2026/,
    'the older one first',
  );
  await rest(page);
  for (const width of [1280, 360]) {
    await page.setViewport({ width, height: 900 });
    await picture(page, `${sheets}/compare-${width}`);
    assert.deepEqual(await violationsOf(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
  }
  await click(page, '[data-back]');
  await click(page, 'a[href^="#/submission/"]');
  await click(page, '[data-print]');
  await click(page, '[name=toFill]');
  await find(page, '.blank');
  for (const width of [1280, 360]) {
    await page.setViewport({ width, height: 900 });
    await picture(page, `${sheets}/blank-${width}`);
    assert.deepEqual(await violationsOf(page), []);
  }
  assert.deepEqual(watch.trouble, []);
  await page.browserContext().close();
});
