// SPDX-License-Identifier: AGPL-3.0-or-later
// Without a pointer: somebody signs in, builds a form of three pages with a condition and a repeat, publishes it,
// and somebody else fills it in a page of another site.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'puppeteer';
import { staff } from './ask.ts';
import { serveHost, type Host } from './host.ts';
import { Keys } from './keys.ts';
import {
  click,
  find,
  glimpse,
  openBrowser,
  openPage,
  startServer,
  until,
  violations,
  type Server,
} from './stage.ts';

let folder: string;
let server: Server;
let browser: Browser;
let host: Host;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patto-keyboard-'));
  browser = await openBrowser();
  const data = join(folder, 'data');
  server = await startServer(data);
  await server.stop();
  // Which forms are open to the public is the district's to say: its file in the data folder, over the shipped one.
  const district = JSON.parse(await readFile('schemas/districts/valprova/district.json', 'utf8')) as {
    publicForms: string[];
  };
  district.publicForms.push('prova-senza-mouse');
  const own = join(data, 'schemas', 'districts', 'valprova');
  await mkdir(own, { recursive: true });
  await writeFile(join(own, 'district.json'), JSON.stringify(district));
  server = await startServer(data);
  host = await serveHost(server.base, 'valprova/prova-senza-mouse');
});
after(async () => {
  await browser?.close();
  await host?.stop();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a form is built and published by keyboard', async () => {
  const { page, watch } = await openPage(browser, [server.base]);
  const keys = await Keys.of(page);
  await page.goto(`${server.base}/builder`);
  await find(page, 'button[data-person]');
  await keys.push('D. Modulari');
  await find(page, '[data-new]');
  await keys.write('Titolo del nuovo modulo', 'Prova senza mouse');
  await keys.press('Enter');

  // first page: two questions, a condition on the second
  await find(page, '[data-add]');
  // nobody types on before the line is empty again
  const taken = async (): Promise<void> => {
    await keys.press('Enter');
    await until(async () => (await keys.focused()).value === '', 'an empty line');
  };
  await keys.write(/Aggiungi una domanda.*Pagina 1/, 'Nome e cognome');
  await taken();
  await keys.type('Ha figli minori?');
  await taken();
  await keys.type('Quanti figli minori?');
  await taken();
  await find(page, '[data-pick="/quanti_figli_minori"]');
  await keys.push(/^Quanti figli minori\?/, { by: 'Shift+Tab' });
  await keys.arrives('Domanda');
  await keys.push('Mostra solo se…');
  await keys.arrives('Domanda');
  await keys.type('Ha figli');
  await keys.to('Confronto');
  await keys.to('Valore');
  await keys.type('S');
  await until(
    () =>
      page.evaluate(() => {
        const builder = document.querySelector('patto-builder')?.shadowRoot;
        return builder?.querySelector('[data-thing="/quanti_figli_minori"] .when')?.textContent;
      }),
    'the condition stands on the question',
  );

  // second page: a repeat with two questions inside
  await keys.push('Aggiungi una pagina', { by: 'Shift+Tab' });
  await keys.arrives('Pagina 2');
  await keys.write(/Aggiungi una domanda.*Pagina 2/, 'Componenti della famiglia');
  await keys.press('Enter');
  await find(page, '[data-add="/componenti_della_famiglia"]');
  await keys.to('Aggiungi una domanda in «Componenti della famiglia»', { by: 'Shift+Tab', role: 'textbox' });
  await keys.type('Nome');
  await taken();
  await keys.type('Data di nascita');
  await taken();

  // third page: money, made required in the panel; a question too many is taken back
  await keys.push('Aggiungi una pagina');
  await keys.arrives('Pagina 3');
  await keys.write(/Aggiungi una domanda.*Pagina 3/, 'Canone mensile');
  await taken();
  await keys.type('Una di troppo');
  await keys.press('Enter');
  await find(page, '[data-pick="/una_di_troppo"]');
  await keys.press('Control+z');
  await until(async () => !(await glimpse(page, '[data-pick="/una_di_troppo"]')), 'undone');
  await keys.push(/^Canone mensile/, { by: 'Shift+Tab' });
  await keys.arrives('Domanda');
  await keys.to('Risposta obbligatoria');
  await keys.press('Space');

  await keys.push(/^Pubblica$/, { by: 'Shift+Tab' });
  await keys.arrives('Pubblica adesso');
  await keys.press('Enter');
  await keys.arrives('Torna al modulo');
  await keys.press('Enter');
  await keys.arrives(/^Pubblica$/);

  assert.deepEqual(keys.pointers, []);
  assert.deepEqual(watch.trouble, []);
  assert.deepEqual(await violations(page), []);
  const version = (await (
    await fetch(`${server.base}/embed/valprova/prova-senza-mouse@1.schema.json`)
  ).json()) as { properties: { [key: string]: { type?: string } } };
  assert.deepEqual(Object.keys(version.properties), [
    'nome_e_cognome',
    'ha_figli_minori',
    'quanti_figli_minori',
    'componenti_della_famiglia',
    'canone_mensile',
  ]);
  if (process.env['PATTO_KEYS']) console.log(keys.log.length, keys.log.join(' '));
  await page.browserContext().close();
});

test('it is filled by keyboard in a page of another site', async () => {
  const { page, watch } = await openPage(browser, [server.base, host.base]);
  const keys = await Keys.of(page);
  await page.goto(host.base);
  await find(page, '#heading');
  await keys.write('Nome e cognome', 'Rosalba Inventata');
  await keys.to(/^(Sì|Ha figli minori)/);
  await keys.press('ArrowDown', 'ArrowUp', 'Space');
  await keys.write('Quanti figli minori?', '2');
  await keys.push('Avanti');
  await keys.arrives('Pagina 2');
  for (const [name, ...date] of [
    ['Tino', '7', '3', '2019'],
    ['Pina', '21', '11', '2021'],
  ] as const) {
    await keys.push(/^Aggiungi: /);
    await keys.write(/^Nome/, name);
    for (const [at, part] of ['Giorno', 'Mese', 'Anno'].entries()) await keys.write(part, date[at]!);
  }
  await keys.push('Avanti');
  await keys.arrives('Pagina 3');
  // without an answer to what is required, the focus goes to the list of problems and from there to the question
  await keys.push('Avanti');
  await keys.arrives('C’è un problema');
  await keys.push('Canone mensile', { role: 'link' });
  await keys.arrives('Canone mensile', 'textbox');
  await keys.type('412,50');
  await keys.push('Avanti');
  await keys.arrives('Riepilogo');
  await keys.push('Conferma e invia');
  await keys.arrives('Inviato');
  assert.deepEqual(keys.pointers, []);
  assert.deepEqual(watch.trouble, []);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);

  const kept = await latest(server.base, 'prova-senza-mouse');
  const rows = kept['componenti_della_famiglia'] as { id: string }[];
  assert.deepEqual(
    {
      ...kept,
      componenti_della_famiglia: rows.map(({ id, ...row }) => (assert.match(id, /^[\w-]{11}$/), row)),
    },
    {
      nome_e_cognome: 'Rosalba Inventata',
      ha_figli_minori: true,
      quanti_figli_minori: 2,
      componenti_della_famiglia: [
        { nome: 'Tino', data_di_nascita: '2019-03-07' },
        { nome: 'Pina', data_di_nascita: '2021-11-21' },
      ],
      canone_mensile: 41_250,
    },
  );
  await page.browserContext().close();
});

test('a pointer would be noticed', async () => {
  const { page } = await openPage(browser, [server.base]);
  const keys = await Keys.of(page);
  await page.goto(`${server.base}/verify`);
  await click(page, '#code');
  await until(async () => keys.pointers.length >= 3, 'pointer events');
  assert.match(keys.pointers.join(), /pointerdown.*mousedown.*click/);
  await page.browserContext().close();
});

/** Answers of a public form's only submission, as the coordinator reads them in the case that it opens. */
async function latest(base: string, form: string): Promise<{ [key: string]: unknown }> {
  const ask = await staff(base, 'ardenzi');
  const { items } = await ask<{ items: { id: string; definition: string }[] }>('/api/requests');
  const sent = items.filter((one) => one.definition === form);
  assert.equal(sent.length, 1, 'one request at the desk');
  const submission = sent[0]!.id;
  await ask('/api/cases', { body: { submission } });
  const read = await ask<{ submission: { answers: { [key: string]: unknown } } }>(
    `/api/submissions/${submission}`,
  );
  return read.submission.answers;
}
