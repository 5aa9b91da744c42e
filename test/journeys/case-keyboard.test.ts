// SPDX-License-Identifier: AGPL-3.0-or-later
// A case by keyboard alone, from the request that waits to the sealed pact: every command is reached, the focus is
// seen, and no act leaves it nowhere.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, ElementHandle, Page } from 'puppeteer';
import { familyAnswers } from '../fixtures/families.ts';
import { staff } from './ask.ts';
import { Keys, type Wanted } from './keys.ts';
import {
  find,
  glimpse,
  openBrowser,
  openPage,
  startServer,
  textOf,
  until,
  violations,
  type Server,
} from './stage.ts';

let server: Server;
let browser: Browser;
const family = familyAnswers('c1');
before(async () => {
  browser = await openBrowser();
  server = await startServer();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Whether the focus stands on something that is drawn, with a ring around it. */
const focusOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (!at || at === document.body || !at.checkVisibility()) return 'nowhere';
    // a whole screen has no ring: its heading is what follows
    if (at.id === 'screen' || at.localName === 'main') return 'the screen';
    const ring = [at, at.closest('label'), at.nextElementSibling].some((one) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
    return ring ? 'seen' : `not seen on ${at.localName}#${at.id}.${at.className}`;
  });

class Seat {
  readonly page: Page;
  readonly keys: Keys;
  readonly #trouble: readonly string[];
  private constructor(page: Page, keys: Keys, trouble: readonly string[]) {
    this.page = page;
    this.keys = keys;
    this.#trouble = trouble;
  }
  static async of(person: string): Promise<Seat> {
    const { page, watch } = await openPage(browser, [server.base]);
    const seat = new Seat(page, await Keys.of(page), watch.trouble);
    await page.goto(`${server.base}/desk`);
    await find(page, 'button[data-person]');
    await seat.keys.push(person);
    await find(page, '.person');
    return seat;
  }
  /** To a command, whose focus must be seen, and pressed; what comes of it; then the focus is somewhere. */
  async act(wanted: Wanted, comes: () => Promise<unknown>, most = 200): Promise<void> {
    await this.keys.to(wanted, { most });
    assert.equal(await focusOf(this.page), 'seen', String(wanted));
    await this.keys.press('Enter');
    await comes();
    await this.rests(`after ${String(wanted)}`);
  }
  async rests(about: string): Promise<void> {
    let last = '';
    await until(
      async () => /^(seen|the screen)$/.test((last = await focusOf(this.page))),
      `focus ${about}`,
    ).catch((error: Error) => assert.fail(`${error.message}: ${last}`));
  }
  async leave(): Promise<void> {
    assert.deepEqual(this.#trouble, []);
    assert.deepEqual(this.keys.pointers, []);
    assert.deepEqual(await violations(this.page), []);
    await this.page.browserContext().close();
  }
}

const formOn = async (page: Page): Promise<ElementHandle> => {
  const form = await find(page, 'patto-form');
  await until(
    () => form.evaluate((one) => Boolean(one.shadowRoot?.getElementById('heading'))),
    'the form is drawn',
  );
  return form;
};
const headingOf = (form: ElementHandle): Promise<string> =>
  form.evaluate((one) => one.shadowRoot?.getElementById('heading')?.textContent.trim() ?? '');

/** The form as somebody has left it: these answers, at the page of this question. */
async function begun(page: Page, answers: object, at: string): Promise<ElementHandle> {
  const form = await formOn(page);
  await form.evaluate((one, given) => {
    const it = one as HTMLElement & { draft: object };
    it.draft = { ...it.draft, answers: given, typed: {}, parked: {}, from: {} };
  }, answers);
  const [first] = Object.keys(answers);
  await until(
    () => form.evaluate((one, key) => key in (one as HTMLElement & { value: object }).value, first!),
    'the answers are taken up',
  );
  await form.evaluate((one, path) => (one as HTMLElement & { go(path: string): Promise<void> }).go(path), at);
  return form;
}
/** Whether a dialog is open below this element. */
const asked = (page: Page, below: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const look = (root: ParentNode, inside: boolean): boolean =>
      [...root.querySelectorAll('*')].some((each) => {
        const here = inside || each.localName === wanted;
        if (here && each instanceof HTMLDialogElement && each.open) return true;
        return each.shadowRoot !== null && look(each.shadowRoot, here);
      });
    return look(document, false);
  }, below);

/** Page after page to the end. */
async function send({ page, keys }: Seat, form: ElementHandle): Promise<void> {
  for (;;) {
    const heading = await headingOf(form);
    if (heading === 'Riepilogo') break;
    await keys.push(/^(Avanti|Vai al riepilogo|Riepilogo)$/, { role: 'button', most: 400 });
    await until(async () => (await headingOf(form)) !== heading, `after ${heading}`);
  }
  await keys.push('Conferma e invia', { most: 400 });
  await find(page, '[data-sent]');
}

test('request, case, analysis, pact, issue, signatures, seal, document: no pointer anywhere', async () => {
  const seat = await Seat.of('L. Morvani');
  const { page, keys } = seat;
  await seat.rests('after signing in');
  await seat.act(/^Apri la pratica/, () => find(page, '[data-definition="analisi-preliminare"]'));

  await seat.act('Inizia: Analisi preliminare', () => formOn(page));
  const { esito, ...rest } = family['analisi-preliminare'] as { esito: string };
  assert.ok(esito);
  const form = await begun(page, rest, '/esito');
  await until(async () => (await headingOf(form)) === 'Esito', 'the page of the outcome');
  await keys.to('E1. Supporto', { role: 'radio' });
  await keys.press('ArrowDown');
  await keys.arrives('E2. Progetto semplificato', 'radio');
  assert.equal(await focusOf(page), 'seen', 'the outcome');
  await send(seat, form);
  await keys.arrives('Compilazione registrata');
  await seat.act('Torna alla pratica', () => find(page, '[data-definition="pais"]'));
  await until(async () => /E2\. Progetto semplificato/.test(await textOf(page, 'patto-case')), 'the outcome');

  await seat.act('Inizia: Patto per l’inclusione', () => formOn(page));
  await send(seat, await begun(page, family['pais']!, '/verifiche'));
  await seat.act('Torna alla pratica', () => find(page, '[data-issue="pact"]'));
  await seat.act(/^Emetti: Patto/, async () => {
    await until(
      async () => (await asked(page, 'patto-reading')) || (await glimpse(page, '[data-sign]')),
      'issued',
    );
    if (await asked(page, 'patto-reading')) await keys.push('Emetti lo stesso');
    await find(page, '[data-sign]');
  });
  await seat.rests('after the act has come');

  const documents = async (): Promise<string> =>
    (await find(page, 'patto-case')).evaluate((one) =>
      [...one.shadowRoot!.querySelectorAll('patto-case-document')]
        .flatMap((each) => [...each.shadowRoot!.children].map((child) => (child as HTMLElement).innerText))
        .join('\n'),
    );
  const waiting = async (): Promise<number> => (await documents()).match(/firma attesa/g)?.length ?? 0;
  const lines = await waiting();
  assert.ok(lines >= 2, await documents());
  for (let left = lines; left > 0; left -= 1)
    await seat.act('Registra una firma', async () => {
      await until(() => asked(page, 'patto-case-document'), 'the dialog');
      await seat.rests('in the dialog');
      await keys.to(/^Su carta/, { role: 'radio' });
      await keys.press('Space');
      await keys.write('Luogo', 'Poggiofinto');
      await keys.write('Dove', 'Armadio 3');
      await keys.push(/^Registra$/);
      await until(async () => (await waiting()) === left - 1, 'the signature is registered');
    });
  await seat.act('Apponi il sigillo', () =>
    until(async () => /sigillato/.test(await documents()), 'the seal'),
  );
  await seat.rests('after the seal');

  const link = await keys.to('Apri il PDF');
  assert.equal(link.role, 'link');
  const opened = browser.waitForTarget((target) => target.opener() === page.target());
  await keys.press('Enter');
  await opened;
  const [type, begins] = await page.evaluate(async () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const answer = await fetch((at as HTMLAnchorElement).href);
    return [answer.headers.get('content-type'), (await answer.text()).slice(0, 5)];
  });
  assert.deepEqual([type, begins], ['application/pdf', '%PDF-']);
  await seat.leave();
});

test('a coordinator gives a case and takes it away again by keyboard', async () => {
  const ask = await staff(server.base, 'ardenzi');
  const { id } = await ask<{ id: string }>('/api/cases', {
    body: { measure: 'sociale', comune: 'pievedemo', name: 'Tasto Prova' },
  });
  const seat = await Seat.of('Ardenzi');
  const { page, keys } = seat;
  const assigned = async (): Promise<readonly string[]> =>
    (await ask<{ case: { assigned: string[] } }>(`/api/cases/${id}`)).case.assigned;
  await seat.act(/^Code$/, () => find(page, 'select[aria-label$="Tasto Prova"]'));
  await keys.to(/Tasto Prova/, { role: 'combobox' });
  await seat.act('Assegna: Tasto Prova', () =>
    until(async () => (await assigned()).length === 1 && (await glimpse(page, '.notice.good')), `given`),
  );
  await page.goto(`${server.base}/desk#/case/${id}`);
  await find(page, '[data-take]');
  await seat.act(/^Togli/, () => find(page, '#why'));
  await keys.write(/perché$/, 'Prova della tastiera');
  await seat.act('Conferma', () =>
    until(async () => (await assigned()).length === 0 && !(await glimpse(page, '[data-take]')), 'taken away'),
  );
  await seat.leave();
});
