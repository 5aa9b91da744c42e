// SPDX-License-Identifier: AGPL-3.0-or-later
// An empty data folder and one command: every place answers with what it is for, and stays within its own walls.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer';
import {
  openBrowser,
  openPage,
  signInAs,
  startServer,
  until,
  violations,
  type Server,
  rest,
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

/** All text on the screen, that of shadow roots too. */
const text = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const read = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (node instanceof Element && /^(script|style)$/i.test(node.tagName)) return '';
      const root = (node as Element).shadowRoot;
      return `${root ? read(root) : ''}${[...node.childNodes].map(read).join(' ')}`;
    };
    return read(document.body).replace(/\s+/g, ' ');
  });

/** Opens an address, waits for the words, and until nothing more is fetched. */
async function visit(page: Page, url: string, words: readonly string[]): Promise<void> {
  const answer = await page.goto(url);
  assert.equal(answer?.status(), 200, url);
  assert.match(answer?.headers()['content-security-policy'] ?? '', /require-trusted-types-for 'script'/, url);
  for (const word of words)
    await until(async () => (await text(page)).includes(word), `«${word}» at ${url}`).catch(
      async (error: Error) => {
        throw new Error(`${error.message}\nthere is: ${(await text(page)).slice(0, 600)}`);
      },
    );
  await rest(page);
}

interface Place {
  readonly path: string;
  readonly words: readonly string[];
}
const door = ['Chi entra?', 'L. Morvani'];
const outside: readonly Place[] = [
  { path: '/', words: ['Dal modulo al patto firmato', 'Pagina di un comune', 'Verifica un documento'] },
  { path: '/builder', words: door },
  { path: '/desk', words: door },
  { path: '/accounts', words: door },
  { path: '/verify', words: ['Trascini qui il file PDF', 'codice stampato'] },
  { path: '/fields', words: ['Codice fiscale', 'Data'] },
  { path: '/demo', words: ['Comune di Poggiofinto', 'Passo 1', 'Cognome', 'Avanti'] },
];
const inside: readonly (Place & { readonly person: string })[] = [
  { person: 'morvani', path: '/', words: ['Accesso in corso: L. Morvani'] },
  { person: 'morvani', path: '/desk', words: ['Richieste arrivate', 'Bendinoro', 'Dimostrazione'] },
  {
    person: 'modulari',
    path: '/builder',
    words: ['Moduli del distretto', 'Domanda di presa in carico', 'Pubblicato, versione 1'],
  },
  { person: 'amministro', path: '/accounts', words: ['Accessi', 'C. Ardenzi'] },
  { person: 'morvani', path: '/verify', words: ['Trascini qui il file PDF'] },
  { person: 'morvani', path: '/builder', words: ['non rientra nel suo ruolo'] },
];

const silent = async (page: Page, trouble: readonly string[], where: string): Promise<void> => {
  assert.deepEqual(trouble, [], where);
  assert.deepEqual(await violations(page), [], where);
};

test('every page answers, signed out', async () => {
  const { page, watch } = await openPage(browser, [server.base]);
  for (const { path, words } of outside) {
    await visit(page, server.base + path, words);
    await silent(page, watch.trouble, path);
  }
  const health = await fetch(`${server.base}/healthz`);
  assert.equal(health.status, 200);
  const openapi = (await (await fetch(`${server.base}/openapi.json`)).json()) as { openapi: string };
  assert.match(openapi.openapi, /^3\.1/);
  await page.browserContext().close();
});

test('every page answers, signed in', async () => {
  for (const person of new Set(inside.map((place) => place.person))) {
    const { page, watch } = await openPage(browser, [server.base]);
    await signInAs(page, server.base, person);
    for (const { path, words } of inside.filter((place) => place.person === person)) {
      await visit(page, server.base + path, words);
      await silent(page, watch.trouble, `${path} as ${person}`);
    }
    await page.browserContext().close();
  }
});

test('the sample page answers from another origin', async () => {
  assert.notEqual(new URL(server.other).origin, new URL(server.base).origin);
  const { page, watch } = await openPage(browser, [server.base, server.other]);
  await visit(page, server.other, ['Comune di Poggiofinto', 'Passo 1', 'Cognome', 'Avanti']);
  await silent(page, watch.trouble, 'the other site');
  assert.equal(await page.evaluate(() => document.cookie), '', 'a public form leaves no cookie');
  await page.browserContext().close();
});

test('the watch sees what it watches for', async () => {
  const { page, watch } = await openPage(browser, [server.base]);
  await page.goto(`${server.base}/verify`);
  await page.evaluate(() => {
    const script = document.createElement('script');
    try {
      script.text = 'globalThis.taken = true';
    } catch {
      // Trusted Types refuse the text before it runs
    }
    document.body.append(Object.assign(new Image(), { src: 'https://example.org/x.png' }));
    console.error('said');
  });
  await until(async () => (await violations(page)).length >= 2, 'two violations');
  const seen = (await violations(page)).join('\n');
  assert.match(seen, /require-trusted-types-for/);
  assert.match(seen, /img-src/);
  assert.match(watch.trouble.join('\n'), /said/);
  await page.browserContext().close();
});
