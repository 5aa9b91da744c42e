// SPDX-License-Identifier: AGPL-3.0-or-later
// The public form in a page that is not ours and means it no good: it looks as it should, works, and loses nothing.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Browser, ElementHandle, HTTPRequest, Page } from 'puppeteer';
import type { Answers, Definition, FieldSchema } from '../../schemas/types.ts';
import { familyAnswers } from '../fixtures/families.ts';
import { staff } from './ask.ts';
import { fillPage, pressButton, typedBy } from './fill.ts';
import { serveHost, type Host } from './host.ts';
import { Keys } from './keys.ts';
import {
  click,
  find,
  openBrowser,
  openPage,
  signInAs,
  startServer,
  until,
  violations,
  type Server,
} from './stage.ts';

/** What pages do to what they embed; the place itself is the page's to give. */
const hostile = `
* { all: unset !important; color: lime !important; background: #000 !important; font: italic 40px/4 serif !important;
  letter-spacing: 9px !important; text-transform: uppercase !important; margin: 33px !important; padding: 33px !important;
  border: 9px solid red !important; box-sizing: content-box !important; width: 50px !important; float: right !important;
  opacity: 0.3 !important; display: inline !important }
input, select, button, label, fieldset, legend { display: none !important }
html { font-size: 62.5% !important; direction: rtl !important; display: block !important }
h1, head { display: none !important }
html, body, main, .place { display: block !important; margin: 0 !important; padding: 0 !important; border: 0 !important;
  float: none !important; width: auto !important; opacity: 1 !important; box-sizing: border-box !important }
patto-form { float: none !important; margin: 0 !important }
`;

const name = 'valprova/adi-domanda';
let server: Server;
let browser: Browser;
let host: Host;
let family: Answers;
let money: Set<string>;

before(async () => {
  browser = await openBrowser();
  server = await startServer();
  host = await serveHost(server.base, name, hostile);
  family = familyAnswers('c1')['adi-domanda']!;
  const source = await readFile('schemas/national/adi/definitions/adi-domanda.json', 'utf8');
  const fields = Object.entries((JSON.parse(source) as Definition).schema.properties);
  money = new Set(
    fields.filter(([, field]) => (field as FieldSchema)['x-type'] === 'money').map(([key]) => key),
  );
});
after(async () => {
  await browser?.close();
  await host?.stop();
  await server?.stop();
});

interface Seat {
  readonly page: Page;
  readonly form: ElementHandle;
  readonly trouble: string[];
}

/** The host page with the form drawn, in a profile of its own. */
async function sit(path = '/', width = 1280): Promise<Seat> {
  const { page, watch } = await openPage(browser, [server.base, host.base], width);
  await page.goto(host.base + path);
  await find(page, 'patto-form');
  await until(
    () => page.evaluate(() => document.querySelector('patto-form')?.shadowRoot?.querySelector('label, dt')),
    path,
  );
  return { page, form: (await page.$('patto-form'))!, trouble: watch.trouble };
}
async function leave(seat: Seat, quiet = true): Promise<void> {
  assert.deepEqual(await violations(seat.page), []);
  if (quiet) assert.deepEqual(seat.trouble, []);
  await seat.page.browserContext().close();
}

const inside = <Value>(seat: Seat, read: (root: ShadowRoot) => Value): Promise<Value> =>
  seat.page.evaluate(
    // the function goes to the page as its text; nothing of this file is within its reach
    `(${String(read)})(document.querySelector('patto-form').shadowRoot)`,
  ) as Promise<Value>;
const said = (seat: Seat, text: string, limit?: number): Promise<string> =>
  until(
    async () => {
      const all = await inside(seat, (root) => (root.querySelector('.patto') as HTMLElement).innerText);
      return all.includes(text) ? all : undefined;
    },
    `«${text}»`,
    limit,
  ).catch(async (error: Error) => {
    throw new Error(
      `${error.message}: ${await inside(seat, (root) => (root.querySelector('[part=footer]') as HTMLElement | null)?.innerText ?? '')}`,
    );
  });
const saved = (seat: Seat): Promise<string> => said(seat, 'Bozza salvata alle');
const unsaved = (seat: Seat): Promise<string> => said(seat, 'Modifiche non ancora salvate');

const codeOf = async (seat: Seat): Promise<string> =>
  /Codice per riprendere: (\S+)/.exec(await said(seat, 'Codice per riprendere: '))![1]!;

async function type(seat: Seat, key: string, text: string): Promise<void> {
  await seat.form.evaluate((form, wanted) => {
    const input = (form as HTMLElement).shadowRoot!.getElementById(`f/${wanted}`) as HTMLInputElement;
    input.focus();
    input.select();
  }, key);
  await seat.page.keyboard.type(text);
}
const valueOf = (seat: Seat, key: string): Promise<string> =>
  seat.form.evaluate(
    (form, wanted) =>
      ((form as HTMLElement).shadowRoot!.getElementById(`f/${wanted}`) as HTMLInputElement).value,
    key,
  );

/** A device that only knows the code. */
async function resume(code: string, path = '/'): Promise<Seat> {
  const seat = await sit(path);
  await inside(seat, (root) => root.querySelector('details.resume summary')!.scrollIntoView());
  await click(seat.page, 'details.resume summary');
  await (await find(seat.page, '#code')).type(code);
  await seat.page.keyboard.press('Enter');
  await until(async () => (await valueOf(seat, 'cognome')) !== '', 'the draft is there');
  return seat;
}

/** What the parts of a form look like; sizes that follow the place are left out. */
const looks = (seat: Seat): Promise<{ [part: string]: { [property: string]: string } }> =>
  inside(seat, (root) => {
    const parts = [
      'label',
      'input',
      'button.primary',
      'button.save',
      '.hint',
      'legend',
      'h2',
      '.step',
      '.note',
    ];
    const properties =
      'color backgroundColor fontSize fontFamily fontStyle fontWeight lineHeight letterSpacing textTransform textAlign display opacity float boxSizing minHeight marginTop marginBottom paddingTop paddingInlineStart borderTopWidth borderTopStyle borderTopColor borderRadius direction visibility'.split(
        ' ',
      );
    return Object.fromEntries(
      parts.map((part) => {
        const style = getComputedStyle(root.querySelector(part)!) as unknown as { [name: string]: string };
        return [part, Object.fromEntries(properties.map((property) => [property, style[property]!]))];
      }),
    );
  });

test('it looks in a hostile page as in an empty one, and works there by keyboard', async () => {
  const calm = await sit('/calm');
  const expected = await looks(calm);
  await leave(calm);
  const { page, watch } = await openPage(browser, [server.base, host.base]);
  const keys = await Keys.of(page);
  await page.goto(host.base);
  await find(page, '#heading');
  const seat: Seat = { page, form: (await page.$('patto-form'))!, trouble: watch.trouble };
  await until(
    () => page.evaluate(() => getComputedStyle(document.body).fontSize === '40px'),
    'a hostile page',
  );
  assert.deepEqual(await looks(seat), expected);
  await keys.write(/^Nome/, 'Marta');
  await keys.write(/^Cognome/, 'Vellonieri');
  assert.equal(await valueOf(seat, 'nome'), 'Marta');
  await keys.push('Avanti');
  await keys.arrives('Ci sono');
  assert.deepEqual(keys.pointers, []);
  assert.deepEqual(await looks(seat), expected);
  await leave(seat);
});

test('at 320 px nothing is cut and nothing scrolls sideways', async () => {
  const seat = await sit('/', 320);
  for (const state of ['empty', 'with problems']) {
    const found = await inside(seat, (root) => {
      const cut = [...root.querySelectorAll<HTMLElement>('*')].filter((element) => {
        if (!element.checkVisibility() || element.closest('.hidden-text')) return false;
        const box = element.getBoundingClientRect();
        if (box.width === 0 || box.height === 0) return false;
        return (
          box.left < -0.5 ||
          box.right > innerWidth + 0.5 ||
          (/^(BUTTON|LABEL|LEGEND|P|H2|H3|A)$/.test(element.tagName) &&
            element.scrollWidth > element.clientWidth + 1 &&
            getComputedStyle(element).display !== 'inline')
        );
      });
      return {
        scrolls: document.documentElement.scrollWidth > innerWidth,
        cut: cut.map(
          (element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`,
        ),
      };
    });
    assert.deepEqual(found, { scrolls: false, cut: [] }, state);
    await pressButton(seat, 'Avanti');
    await said(seat, 'Ci sono');
  }
  await leave(seat);
});

test('a draft is kept by itself and goes on by its code elsewhere, what is not yet valid too', async () => {
  const seat = await sit();
  await type(seat, 'cognome', 'Vellonieri');
  await unsaved(seat);
  await type(seat, 'nome', 'Marta');
  await type(seat, 'codice_fiscale', 'VLLMRT8');
  await type(seat, 'telefono', '12');
  await saved(seat);
  const code = await codeOf(seat);
  await leave(seat);
  const other = await resume(code);
  assert.equal(await valueOf(other, 'cognome'), 'Vellonieri');
  assert.equal(await valueOf(other, 'nome'), 'Marta');
  assert.equal(await valueOf(other, 'codice_fiscale'), 'VLLMRT8');
  assert.equal(await valueOf(other, 'telefono'), '12');
  await leave(other);
});

test('a killed tab loses at most the last two seconds', async () => {
  const seat = await sit();
  await type(seat, 'cognome', 'Vellonieri');
  await saved(seat);
  const code = await codeOf(seat);
  await type(seat, 'indirizzo', 'Via dell’Esempio 12');
  await new Promise((done) => setTimeout(done, 2000));
  await type(seat, 'email', 'marta@esempio.it');
  const cdp = await seat.page.createCDPSession();
  // no answer comes from a renderer that has gone
  void cdp.send('Page.crash').catch(() => undefined);
  await new Promise((done) => seat.page.once('error', done));
  void seat.page
    .browserContext()
    .close()
    .catch(() => undefined);
  const again = await resume(code);
  assert.equal(await valueOf(again, 'indirizzo'), 'Via dell’Esempio 12');
  await leave(again);
});

test('without a network one goes on typing; it is saved when the network is back', async () => {
  const seat = await sit();
  await type(seat, 'cognome', 'Vellonieri');
  await saved(seat);
  const code = await codeOf(seat);
  await seat.page.setOfflineMode(true);
  await type(seat, 'nome', 'Marta');
  await said(seat, 'Collegamento assente: quello che hai scritto resta');
  await type(seat, 'indirizzo', 'Via dell’Esempio 12');
  await seat.page.setOfflineMode(false);
  await saved(seat);
  await seat.page.browserContext().close();
  const other = await resume(code);
  assert.equal(await valueOf(other, 'nome'), 'Marta');
  assert.equal(await valueOf(other, 'indirizzo'), 'Via dell’Esempio 12');
  await leave(other);
});

test('a token that has ended is renewed under the pen', async () => {
  const seat = await sit();
  await type(seat, 'cognome', 'Vellonieri');
  await saved(seat);
  const code = await codeOf(seat);
  let refused = 0;
  await seat.page.setRequestInterception(true);
  seat.page.on('request', (request: HTTPRequest) => {
    if (request.method() !== 'PUT' || refused > 0) return void request.continue();
    refused += 1;
    void request.respond({
      status: 401,
      contentType: 'application/problem+json',
      headers: { 'Access-Control-Allow-Origin': '*' },
      body: JSON.stringify({ code: 'token-ended', title: '…', status: 401 }),
    });
  });
  await type(seat, 'nome', 'Marta');
  await until(async () => refused === 1, 'a refused save');
  await saved(seat);
  assert.equal(await valueOf(seat, 'nome'), 'Marta');
  await seat.page.browserContext().close();
  const other = await resume(code);
  assert.equal(await valueOf(other, 'nome'), 'Marta');
  await leave(other);
});

test('a session that ends at the desk keeps what is typed until somebody signs in again', async () => {
  const ask = await staff(server.base, 'morvani');
  const { items } = await ask<{ items: { id: string }[] }>('/api/cases');
  const made = await ask<{ id: string }>(`/api/cases/${items[0]!.id}/drafts`, {
    body: { definition: 'analisi-preliminare' },
  });
  const { page } = await openPage(browser, [server.base]);
  await signInAs(page, server.base, 'morvani');
  await page.goto(`${server.base}/desk#/draft/${made.id}`);
  const form = await find(page, 'patto-form');
  await find(page, '[id="f/operatore"]');
  const seat: Seat = { page, form, trouble: [] };
  const other = await page.browserContext().newPage();
  await other.goto(`${server.base}/verify`);
  await other.evaluate(() => fetch('/api/session', { method: 'DELETE' }).then((answer) => answer.status));
  await page.bringToFront();
  await type(seat, 'operatore', 'L. Morvani');
  const told = async (text: string): Promise<boolean> =>
    form.evaluate((element, wanted) => element.shadowRoot!.textContent!.includes(wanted), text);
  await until(() => told('La sessione è finita. Quello che hai scritto resta qui'), 'the end of the session');
  assert.equal(await valueOf(seat, 'operatore'), 'L. Morvani');
  await signInAs(other, server.base, 'morvani');
  await page.bringToFront();
  // Signed in again, it goes on by itself.
  await until(() => told('Bozza salvata alle'), 'saved');
  const kept = await ask<{ draft: { answers: Answers } }>(`/api/drafts/${made.id}`);
  assert.equal(kept.draft.answers['operatore'], 'L. Morvani');
  await page.browserContext().close();
});

test('two devices on one draft: changes meet field by field, nothing is overwritten unasked', async () => {
  const first = await sit();
  await type(first, 'cognome', 'Vellonieri');
  await saved(first);
  const code = await codeOf(first);
  const second = await resume(code);
  // Out of reach, the first does not hear of the second before it has something of its own to say.
  await first.page.setOfflineMode(true);
  // That it is saved was already said when it was resumed.
  const put = second.page.waitForResponse(
    (response) =>
      ['PUT', 'POST'].includes(response.request().method()) &&
      response.ok() &&
      /\/drafts\//.test(response.url()),
  );
  await type(second, 'cognome', 'Dalla seconda');
  await put;
  await saved(second);
  await type(first, 'cognome', 'Dalla prima');
  await said(first, 'Collegamento assente: quello che hai scritto resta');
  await first.page.setOfflineMode(false);
  const told = await said(first, 'Questa bozza è stata cambiata altrove');
  assert.match(told, /La tua risposta\s+Dalla prima/);
  assert.match(told, /Un’altra finestra o un altro dispositivo, alle \d\d:\d\d[^D]*Dalla seconda/);
  assert.equal(await valueOf(first, 'cognome'), 'Dalla prima', 'what was typed stays');
  await first.page.bringToFront();
  await pressButton(first, 'Tieni questa');
  await said(first, 'Modifiche non ancora salvate');
  await saved(first);
  await second.page.bringToFront();
  await type(second, 'nome', 'Marta');
  await said(second, 'ha cambiato: Cognome');
  assert.equal(await valueOf(second, 'cognome'), 'Dalla prima', 'the other one’s words');
  assert.equal(await valueOf(second, 'nome'), 'Marta');
  await leave(first, false);
  await leave(second, false);
});

test('a version published meanwhile leaves the draft alone; two clicks on send are one submission', async () => {
  const seat = await sit();
  const { page, form } = seat;
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/embed/submissions'))
      posts.push(request.postData() ?? '');
  });
  const ids = new Map<string, string>();
  const filling = { page, form, answers: family, ids, typed: typedBy(money) };
  for (let pages = 0; pages < 12; pages += 1) {
    const title = await inside(seat, (root) => root.getElementById('heading')!.textContent.trim());
    if (title === 'Riepilogo') break;
    await fillPage(filling);
    await pressButton(seat, 'Avanti');
    await until(
      async () =>
        (await inside(seat, (root) => root.getElementById('heading')!.textContent.trim())) !== title,
      `the page after ${title}`,
    );
  }
  await saved(seat);
  const published = await publishNext(server.base);
  const before = await requests(server.base);
  const send = await form.evaluateHandle((element) =>
    [...(element as HTMLElement).shadowRoot!.querySelectorAll('button')].find((button) =>
      button.textContent.includes('Conferma e invia'),
    ),
  );
  await (send.asElement() as ElementHandle<HTMLElement>).click({ count: 2 });
  await said(seat, 'Numero di ricevuta');
  assert.equal(posts.length, 1);
  assert.equal((JSON.parse(posts[0]!) as { version: number }).version, published - 1);
  assert.equal(await requests(server.base), before + 1);
  await leave(seat);
});

test('a draft of the version before goes on in a page that has the next', async () => {
  const seat = await sit();
  await type(seat, 'cognome', 'Vellonieri');
  await saved(seat);
  const code = await codeOf(seat);
  await seat.page.browserContext().close();
  const number = await publishNext(server.base);
  const other = await resume(code);
  await type(other, 'nome', 'Marta');
  await saved(other);
  const drawn = await other.form.evaluate(
    (form) => (form as unknown as { currentDraft: { version: number } }).currentDraft.version,
  );
  assert.equal(drawn, number - 1);
  await leave(other);
  const anew = await sit();
  assert.equal(
    await anew.form.evaluate(
      (form) => (form as unknown as { currentDraft: { version: number } }).currentDraft.version,
    ),
    number,
    'a new draft has the new version',
  );
  await leave(anew);
});

test('the read-only view tells the answers and asks nothing', async () => {
  const seat = await sit('/read');
  await seat.form.evaluate((form, answers) => Object.assign(form, { value: answers }), family);
  const all = await said(seat, 'Vellonieri');
  assert.match(all, /Via dell’Esempio 12/);
  assert.match(all, /6\.214,37\s€/);
  assert.match(all, /04\/07\/1987/);
  assert.equal(
    await inside(seat, (root) => root.querySelectorAll('input, select, textarea, footer button').length),
    0,
  );
  await leave(seat);
});

const requests = async (base: string): Promise<number> =>
  (await (await staff(base, 'ardenzi'))<{ items: unknown[] }>('/api/requests')).items.length;

/** One question more, published; the number of the version. */
async function publishNext(base: string): Promise<number> {
  const ask = await staff(base, 'modulari');
  const path = '/api/definitions/adi-domanda';
  const { definition, rev } = await ask<{ definition: Definition; rev: number }>(path);
  const key = `altro_${Date.now()}`;
  const properties = {
    ...definition.schema.properties,
    [key]: { title: 'Altro', type: 'string', maxLength: 80 },
  };
  const required = [...(definition.schema.required ?? []), key];
  const body = { ...definition, schema: { ...definition.schema, properties, required } };
  const put = await ask<{ rev: number }>(path, { method: 'PUT', body, rev });
  const made = await ask<{ number: number }>(`${path}/publish`, { body: {}, rev: put.rev });
  return made.number;
}
