// SPDX-License-Identifier: AGPL-3.0-or-later
// The front office by keyboard alone: somebody comes, their request is copied from paper, they leave with a receipt; it
// is looked into, uploaded, and found again by its number. And a form of sixty questions, copied.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'puppeteer';
import { staff } from './ask.ts';
import { Keys } from './keys.ts';
import { find, openBrowser, openPage, startServer, textOf, until, violations, type Server } from './stage.ts';

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

async function seat(person: string) {
  const { page, watch } = await openPage(browser, [server.base]);
  const keys = await Keys.of(page);
  await page.goto(`${server.base}/desk`);
  await find(page, 'button[data-person]');
  await keys.push(person);
  await find(page, '.person');
  return { page, watch, keys };
}
/** Texts and keys one after the other: `⏎` goes to the next question; a person sees that it went before writing on. */
async function give(keys: Keys, ...answers: readonly string[]): Promise<void> {
  for (const answer of answers) {
    if (answer !== '') await keys.type(answer);
    const before = await keys.focused();
    await keys.press('Enter');
    // what is searched for is taken by a first Enter, and stays
    await until(async () => {
      const now = await keys.focused();
      return now.node !== before.node || now.value !== before.value;
    }, `what follows «${before.name}»`);
  }
}
const at = (page: Page, hash: string): Promise<unknown> =>
  until(() => page.evaluate((wanted) => location.hash.startsWith(wanted), hash), hash);
const heading = (page: Page, text: string): Promise<unknown> =>
  until(
    async () =>
      (
        await (
          await find(page, 'patto-form')
        ).evaluate((form) => form.shadowRoot?.getElementById('heading')?.textContent)
      ) // prettier-ignore
        ?.includes(text),
    `the page ${text}`,
  );
/** Keys of who fills in many forms come a little after the form. */
const quick = (page: Page): Promise<unknown> =>
  until(
    async () =>
      (await find(page, 'patto-form')).evaluate((form) => {
        const sheets = form.shadowRoot!.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
        const texts = sheets.map(({ cssText }) => cssText);
        return ['counter-reset: choice', 'dialog.keys'].every((each) =>
          texts.some((text) => text.includes(each)),
        );
      }),
    'the keys of the form',
  );
/** A question that an answer brings: nobody types faster than it comes, but this keyboard. */
const shown = (page: Page, title: string, times = 1): Promise<unknown> =>
  until(
    async () =>
      (await find(page, 'patto-form')).evaluate(
        (form, wanted, most) =>
          [...form.shadowRoot!.querySelectorAll('patto-field')].filter(
            (field) =>
              field.checkVisibility() && field.querySelector('label, legend')?.textContent.includes(wanted),
          ).length >= most,
        title,
        times,
      ),
    title,
  );
/** From the last question through the summary to the end. */
async function send(page: Page, keys: Keys): Promise<void> {
  await keys.press('Control+Enter');
  await heading(page, 'Riepilogo');
  await keys.press('Control+Enter');
  await find(page, '[data-sent]');
}

test('first contact, request, receipt, checks, upload, status: no pointer anywhere', async () => {
  const { page, watch, keys } = await seat('M. Verzini');
  await keys.push('Sportello', { role: 'link' });
  await keys.push('Nuovo primo contatto');
  await keys.arrives('Di persona', 'radio');
  await quick(page);
  const before = keys.log.length;
  await give(keys, '1');
  await keys.type('1');
  await shown(page, 'Cognome');
  await give(keys, '', 'Zampieri', 'Lidia', '0999 123123', '');
  await keys.arrives('Sì', 'radio');
  await keys.type('s');
  await shown(page, 'Comune di residenza');
  await give(keys, '', '2');
  await keys.arrives('Soldi per vivere', 'checkbox');
  await keys.type('12');
  await keys.press('Enter', 'Tab');
  await keys.arrives('Informazioni date', 'radio');
  await keys.type('3');
  await send(page, keys);
  const pressed = keys.log.slice(before).join('').replaceAll('“', '').replaceAll('”', '');
  console.log(`# first contact: ${keys.log.length - before} entries, about ${pressed.length} keys`);

  await keys.push('Comincia una domanda');
  await at(page, '#/draft/');
  await keys.arrives(/Codice fiscale/, 'textbox');
  await keys.push('Copia da un foglio', { by: 'Shift+Tab' });
  await at(page, `${await page.evaluate(() => location.hash.replace(/\/paper$/, ''))}/paper`);
  await keys.arrives('Data scritta sul foglio');
  await give(keys, '28022026');
  await keys.arrives(/Codice fiscale/, 'textbox');
  await quick(page);
  const numbers = await (
    await find(page, 'patto-form')
  ).evaluate((form) =>
    [...form.shadowRoot!.querySelectorAll<HTMLElement>('[data-number]')].map(
      (label) => `${label.dataset['number']} ${label.textContent.trim().split('\n')[0]}`,
    ),
  );
  assert.deepEqual(numbers.slice(0, 3), ['1 Nome', '2 Cognome', '3 Codice fiscale']);
  const values = await (
    await find(page, 'patto-form')
  ).evaluate((form) =>
    [...form.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type=text]')]
      .slice(0, 2)
      .map((one) => one.value),
  );
  assert.deepEqual(values, ['Lidia', 'Zampieri'], 'what was said is not asked again');
  await give(keys, 'VLLMRT87L44X001B', '333 1234567', '', 'Via della Prova 1', '', 's');
  await keys.arrives(/Aggiungi/, 'button');
  await keys.press('Enter');
  await keys.arrives('Componente 1');
  await keys.press('Enter');
  await keys.arrives('Nome', 'textbox');
  await give(keys, 'Lidia', 'Zampieri', 'VLLMRT87L44X001B', '04071987');
  await keys.arrives('Fa la domanda', 'radio');
  await give(keys, '1');
  await keys.arrives('Cittadinanza');
  await give(keys, 'ita', '');
  await keys.to('ISEE', { by: 'Enter', role: 'textbox' });
  await give(keys, '6214,37', '2400', 'INPS-ISEE-2026-01234567A-00', '15012026', '');
  await keys.arrives('Dove abita la famiglia');
  await keys.type('a');
  await shown(page, 'Affitto al mese');
  await give(keys, '', '420', 's');
  await send(page, keys);
  const number = (await textOf(page, '[data-number]')).trim();
  await keys.push('Prepara la ricevuta');
  const receipt = await find(page, '[data-receipt]');
  const file = await receipt.evaluate((link) =>
    fetch((link as HTMLAnchorElement).href).then((one) => one.status),
  );
  assert.equal(file, 200);

  await keys.push('Domande', { role: 'link' });
  await find(page, 'tbody tr');
  await keys.push(number, { role: 'link' });
  await keys.push('Istruttoria della domanda');
  await quick(page);
  await keys.to('Confermato', { role: 'radio' });
  await keys.type('1');
  await shown(page, 'Verificato il');
  await give(keys, '', '02032026', 'Residente dal 2019', 'Anagrafe', '');
  await keys.type('1');
  await shown(page, 'Verificato il', 2);
  await give(keys, '', '02032026', '', '', 's');
  await send(page, keys);
  await keys.push('Torna alla domanda');
  const state = () => textOf(page, '[data-state]');
  await until(async () => (await state()) === 'Accolta', 'accepted');
  await keys.push('Segna come caricata su GePI');
  await find(page, 'patto-form');
  await keys.write('Numero dato dalla piattaforma', 'G-4711');
  await send(page, keys);
  await keys.push('Torna alla domanda');
  await until(async () => (await state()) === 'Caricata sulla piattaforma', 'uploaded');
  assert.match(await textOf(page, '[data-taken="upload"]'), /GePI.*M\. Verzini[^]*G-4711/);

  await keys.push('Sportello', { role: 'link', by: 'Shift+Tab' });
  await keys.write('Numero della domanda', number);
  await keys.press('Enter');
  assert.match(await textOf(page, '[data-says]'), /Il servizio la chiamerà/);
  const ask = await staff(server.base, 'verzini');
  const { items } = await ask<{ items: { id: string; channel: string }[] }>(
    `/api/counter/requests?q=${number}`,
  );
  assert.equal(items[0]?.channel, 'paper');
  assert.deepEqual(watch.trouble, []);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(keys.pointers, []);
});

test('a form of sixty questions is copied from paper with one key beyond what is written for each', async () => {
  const ask = await staff(server.base, 'modulari');
  const id = 'sessanta';
  await ask('/api/definitions', { body: { definition: sixty(id) } });
  const { rev } = await ask<{ rev?: number }>(`/api/definitions/${id}`);
  await ask(`/api/definitions/${id}/publish`, { body: {}, rev: rev ?? 1 });
  const office = await staff(server.base, 'lunardi');
  const kase = { measure: 'sociale', comune: 'poggiofinto', name: 'Carta Prova' };
  const opened = await office<{ id: string }>('/api/cases', { body: kase });
  const draft = await office<{ id: string }>(`/api/cases/${opened.id}/drafts`, { body: { definition: id } });
  const { page, watch, keys } = await seat('P. Lunardi');
  await page.goto(`${server.base}/desk#/draft/${draft.id}/paper`);
  await keys.arrives('Data scritta sul foglio');
  await give(keys, '01032026');
  await keys.arrives('t1', 'textbox');
  await quick(page);
  const [start, first] = [performance.now(), keys.log.length];
  let signs = 0;
  for (const { kind } of questions) {
    const said = { t: 'Vellonieri', s: 's', c: '3', d: '04071987', m: '1250,50' }[kind];
    signs += said.length;
    await give(keys, said);
  }
  const seconds = (performance.now() - start) / 1000;
  const entries = keys.log.length - first;
  console.log(
    `# sixty questions: ${signs + 60} keys, ${seconds.toFixed(1)} s as fast as the machine takes them`,
  );
  assert.equal(entries, 120, 'one text and one Enter each');
  await send(page, keys);
  const rest = await office<{
    case: { timeline: { submission?: string }[] };
  }>(`/api/cases/${opened.id}`);
  const sent = rest.case.timeline.findLast((event) => event.submission)?.submission ?? '';
  const { submission } = await office<{
    submission: { answers: Record<string, unknown>; paper: { on: string } };
  }>(`/api/submissions/${sent}`);
  assert.deepEqual(submission.paper, { on: '2026-03-01' });
  const answers = Object.fromEntries(
    questions.map(({ kind, key }) => [
      key,
      { t: 'Vellonieri', s: true, c: 'terza', d: '1987-07-04', m: 125050 }[kind],
    ]),
  );
  assert.deepEqual(submission.answers, answers);
  assert.deepEqual([watch.trouble, keys.pointers], [[], []]);
});

/** Texts, yes or no, choices, dates, sums of money, in turn. */
const questions = Array.from({ length: 60 }, (_, place) => {
  const kind = (['t', 's', 't', 'c', 'd', 'm'] as const)[place % 6]!;
  return { kind, key: `${kind}${place + 1}` };
});
function sixty(id: string): object {
  const of = {
    t: { type: 'string', maxLength: 80 },
    s: { type: 'boolean' },
    c: {
      type: 'string',
      oneOf: ['prima', 'seconda', 'terza', 'quarta'].map((one) => ({ const: one, title: one })),
    },
    d: { type: 'string', format: 'date' },
    m: { type: 'integer', 'x-type': 'money', minimum: 0 },
  };
  return {
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id,
    title: 'Sessanta domande',
    schema: {
      type: 'object',
      properties: Object.fromEntries(questions.map(({ kind, key }) => [key, { title: key, ...of[kind] }])),
    },
  };
}
