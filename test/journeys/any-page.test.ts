// SPDX-License-Identifier: AGPL-3.0-or-later
// Other ways into a page: an iframe of ours, a host's own form, a value handed over too early, our typeface.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Browser, ElementHandle, Frame, Page } from 'puppeteer';
import { createWorld, type World } from '../server/world.ts';
import { hostPage, policy, serveSite, type Host } from './host.ts';
import { find, openBrowser, openPage, rest, until, violations } from './stage.ts';

let world: World;
let browser: Browser;
let site: Host;
let strict: Host;

const name = 'alfa/domanda';
before(async () => {
  world = await createWorld();
  const { base } = world;
  const module = `<script type="module" src="${base}/embed/${name}.js"></script>`;
  const example = async (file: string): Promise<string> =>
    (await readFile(`docs/esempi/${file}`, 'utf8'))
      .replaceAll('https://HOST', base)
      .replaceAll('valprova/adi-domanda', name);
  site = await serveSite(
    {
      '/example': await example('iframe.html'),
      '/frame': hostPage(
        `<script type="module" src="${base}/embed/frame.js"></script>`,
        `<iframe src="${base}/embed/${name}@1.html?lang=it" title="Domanda" width="100%" height="300"></iframe>`,
      ),
    },
    `default-src 'none'; script-src ${base}; frame-src ${base}; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`,
  );
  strict = await serveSite(
    {
      '/form': hostPage(
        module,
        `<form id="ospite"><patto-form form="${name}" name="domanda" bare></patto-form></form>`,
      ),
      '/example': await example('pagina.html'),
      '/pagina.js': await example('pagina.js'),
      '/early.js': `
        const form = document.querySelector('patto-form');
        form.value = { nome: 'Marta', comune: 'alfamare' };
        import('${base}/embed/${name}.js');`,
      '/early': hostPage(
        '<script type="module" src="/early.js"></script>',
        `<patto-form form="${name}" font="titillium"></patto-form>`,
      ),
    },
    policy(base),
  );
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await site?.stop();
  await strict?.stop();
  await world?.close();
});

const inside = <Value>(at: Page | Frame, read: (root: ShadowRoot) => Value): Promise<Value> =>
  at.evaluate(`(${String(read)})(document.querySelector('patto-form').shadowRoot)`) as Promise<Value>;

async function open(host: Host, path: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const { page, watch } = await openPage(browser, [world.base, host.base]);
  await page.goto(host.base + path);
  return {
    page,
    close: async () => {
      await rest(page);
      for (const frame of page.frames())
        assert.deepEqual(await violations(frame as unknown as Page), [], frame.url());
      assert.deepEqual(watch.trouble, []);
      await page.browserContext().close();
    },
  };
}

test('an iframe: as tall as its form, filled, saved and resumed by its code, sent', async () => {
  const { page, close } = await open(site, '/frame');
  const frame = await until(
    async () => page.frames().find((one) => one.url().includes('.html')),
    'the frame',
  );
  const height = () => page.$eval('iframe', (element) => element.clientHeight);
  await until(() => inside(frame, (root) => root.querySelector('label')), 'the form');
  const tall = () => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  await until(async () => (await height()) === (await tall()) && (await tall()) > 320, 'as tall as the form');
  const before = await height();
  const handle = await frame.evaluateHandle(() =>
    document.querySelector('patto-form')!.shadowRoot!.getElementById('f/nome'),
  );
  await (handle.asElement() as ElementHandle<HTMLElement>).type('Marta');
  const press = (text: string): Promise<void> =>
    frame.evaluate((wanted) => {
      const all = [...document.querySelector('patto-form')!.shadowRoot!.querySelectorAll('button')];
      all.find((button) => button.textContent.trim().startsWith(wanted))!.click();
    }, text);
  await press('Salva');
  const code = await until(async () => {
    const text = await inside(frame, (root) => root.textContent);
    return /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0];
  }, 'a code');
  const { items } = await world.deps.store.list({ district: 'alfa', actor: 'system' }, 'drafts', {
    limit: 5,
  });
  assert.equal(items.length, 1);
  // Elsewhere the code is asked for by a page of any other origin.
  const headers = { Origin: 'https://sito.example', 'Sec-Fetch-Site': 'cross-site' };
  const token = await world.ask('POST', `/embed/${name}/token`, { headers });
  const resumed = await world.ask('POST', '/embed/drafts/resume', {
    headers: { ...headers, Authorization: `Bearer ${token.json.token}` },
    body: { code },
  });
  assert.equal(resumed.json.draft.answers.nome, 'Marta');
  await press('Avanti');
  await until(() => inside(frame, (root) => root.querySelector('.error')), 'what is missing');
  await until(async () => (await height()) === (await tall()) && (await height()) > before, 'it grew');
  await frame.evaluate(() => {
    const form = document.querySelector('patto-form') as HTMLElement & { value: object };
    form.value = { ...form.value, comune: 'alfacentro', lavora: false };
  });
  await until(async () => !(await inside(frame, (root) => root.querySelector('.error'))), 'nothing missing');
  await press('Avanti');
  await until(() => inside(frame, (root) => root.textContent.includes('Conferma e invia')), 'the review');
  await press('Conferma e invia');
  await until(() => inside(frame, (root) => root.querySelector('[part=sent]')), 'sent');
  await close();
});

test('the page for an iframe: framed by anybody, cookies for nobody, of public forms alone', async () => {
  const told = await world.ask('GET', `/embed/${name}.html`);
  const sent = told.headers.get('content-security-policy') ?? '';
  assert.match(
    sent,
    /default-src 'none'.*script-src 'self'.*frame-ancestors \*.*require-trusted-types-for 'script'/,
  );
  assert.deepEqual([told.headers.get('x-frame-options'), told.headers.get('set-cookie')], [null, null]);
  assert.equal((await world.ask('GET', '/desk')).headers.get('x-frame-options'), 'DENY');
  for (const path of ['/embed/alfa/scheda.html', '/embed/alfa/domanda@9.html', '/embed/gamma/domanda.html'])
    assert.equal((await world.ask('GET', path)).status, 404, path);
  const odd = await world.ask('GET', `/embed/${name}.html?lang="><script>`);
  assert.ok(!odd.text.includes('"><script>'));
});

type Form = HTMLElement & { value: { [key: string]: unknown }; checkValidity(): boolean };

test('in a host’s own form: its value under its name, its validity, reset; required questions hold the form', async () => {
  const { page, close } = await open(strict, '/form');
  await find(page, 'label');
  const state = () =>
    page.evaluate(() => {
      const host = document.querySelector<HTMLFormElement>('#ospite')!;
      const form = document.querySelector('patto-form') as Form;
      return {
        sent: JSON.parse(String(new FormData(host).get('domanda'))) as object,
        valid: host.checkValidity(),
        invalid: host.matches(':invalid') && form.matches(':invalid'),
      };
    });
  await until(async () => !(await state()).valid, 'it knows what is missing');
  assert.ok((await state()).invalid);
  await page.evaluate(() => {
    (document.querySelector('patto-form') as Form).value = { nome: 'Ada', comune: 'alfamare', lavora: false };
  });
  await until(async () => (await state()).valid, 'complete');
  assert.deepEqual((await state()).sent, { nome: 'Ada', comune: 'alfamare', lavora: false });
  const heard = page.evaluate(
    () =>
      new Promise((done) =>
        document.addEventListener('patto-answer', (event) => {
          const { changed, answers } = (event as CustomEvent).detail as {
            changed: Set<string>;
            answers: object;
          };
          done({ changed: changed instanceof Set && changed.has('/nome'), answers });
        }),
      ),
  );
  const input = await find(page, '[id="f/nome"]');
  await input.type('!');
  assert.deepEqual(await heard, {
    changed: true,
    answers: { nome: 'Ada!', comune: 'alfamare', lavora: false },
  });
  await page.evaluate(() => document.querySelector<HTMLFormElement>('#ospite')!.reset());
  await until(async () => !(await state()).valid, 'empty again');
  assert.deepEqual((await state()).sent, {});
  await close();
});

test('a value set before the element is defined is kept; the typeface comes when it is asked for', async () => {
  const { page, close } = await open(strict, '/early');
  const input = (await find(page, '[id="f/nome"]')) as ElementHandle<HTMLInputElement>;
  assert.equal(await input.evaluate(({ value }) => value), 'Marta');
  const own = await page.evaluate(() => Object.hasOwn(document.querySelector('patto-form')!, 'value'));
  assert.equal(own, false, 'the accessor is not hidden');
  await until(
    () => page.evaluate(() => document.fonts.check('400 16px "Titillium Web"') && document.fonts.size === 2),
    'the face is there',
  );
  const faces = await page.evaluate(
    () => performance.getEntriesByType('resource').filter(({ name: url }) => url.endsWith('.woff2')).length,
  );
  assert.ok(faces >= 1 && faces <= 2);
  await close();
});

test('the examples of the documentation run as they are written', async () => {
  const plain = await open(strict, '/example');
  await (await find(plain.page, '[id="f/nome"]')).type('Ada');
  const said = () => plain.page.$eval('#stato', (element) => element.textContent);
  await until(async () => (await said()) === 'Risposte date: 1', 'the page hears the form');
  await plain.close();
  const framed = await open(site, '/example');
  await until(
    () =>
      framed.page.$eval('iframe', (element) => element.clientHeight !== 800 && element.clientHeight > 300),
    'the iframe has its height',
  );
  await framed.close();
  const types = await world.ask('GET', '/embed/runtime/patto-form.d.ts');
  assert.match(types.text, /'patto-form': PattoFormElement/);
});
