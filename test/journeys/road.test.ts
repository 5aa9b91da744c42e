// SPDX-License-Identifier: AGPL-3.0-or-later
// The whole road with family C1, in a real browser: a form is changed and published, filled in a page that is not ours,
// the case is analysed, the pact written, issued, signed, sealed, handed over and checked by a stranger.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, ElementHandle, Page } from 'puppeteer';
import { familyAnswers } from '../fixtures/families.ts';
import { fillAll, fillPage, pressButton, typedBy } from './fill.ts';
import {
  click,
  find,
  openBrowser,
  openPage,
  signInAs,
  startServer,
  textOf,
  until,
  violations,
  type Server,
  type Watch,
} from './stage.ts';

interface Row {
  readonly [key: string]: string | readonly string[];
}

let server: Server;
let browser: Browser;
let folder: string;
const family = familyAnswers('c1');
let money: Set<string>;
/** ids in the family's file → ids made on the screen */
const ids = new Map<string, string>();
let desk: { page: Page; watch: Watch };
let sealed: Buffer;
let code: string;

const question = 'Come ha conosciuto il servizio?';

/** Keys of the questions of type money, wherever they stand. */
function moneyIn(schema: unknown, key = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = (schema as { 'x-type'?: string })['x-type'] === 'money' ? [key] : [];
  return [...own, ...Object.entries(schema).flatMap(([name, part]) => moneyIn(part, name))];
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patto-road-'));
  const names = Object.keys(family);
  const definitions = await Promise.all(
    names.map((name) => readFile(`schemas/national/adi/definitions/${name}.json`, 'utf8')),
  );
  money = new Set(definitions.flatMap((text) => moneyIn(JSON.parse(text))));
  // the browser first: when the server does not start there is still something to close
  browser = await openBrowser();
  server = await startServer();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const formOn = async (page: Page): Promise<ElementHandle> => {
  const form = await find(page, 'patto-form');
  await until(
    () => form.evaluate((element) => Boolean(element.shadowRoot?.getElementById('heading'))),
    'the form is drawn',
  );
  return form;
};
const formText = (form: ElementHandle): Promise<string> =>
  form.evaluate(
    (element) => ((element as HTMLElement).shadowRoot!.querySelector('.patto') as HTMLElement).innerText,
  );
const quiet = async ({ page, watch }: { page: Page; watch: Watch }): Promise<void> => {
  assert.deepEqual(watch.trouble, []);
  assert.deepEqual(await violations(page), []);
};

test('an administrator adds a question to the request and publishes it', async () => {
  const seat = await openPage(browser, [server.base]);
  const { page } = seat;
  await signInAs(page, server.base, 'modulari');
  await page.goto(`${server.base}/builder`);
  await click(page, '[data-open="adi-domanda"]');
  const line = await find(page, '[data-add] input');
  await line.focus();
  await page.keyboard.type(question);
  await page.keyboard.press('Enter');
  await find(page, '[data-pick="/come_ha_conosciuto_il_servizio"]');
  await until(
    async () => (await find(page, '[data-save]')).evaluate((element) => element.dataset['save'] === 'clean'),
    'the draft is saved',
  );
  await click(page, '[data-publish]');
  await click(page, '[data-confirm-publish]');
  await find(page, '#publish-snippet');
  const schema = (await (await fetch(`${server.base}/embed/valprova/adi-domanda@2.schema.json`)).json()) as {
    properties: object;
  };
  assert.ok('come_ha_conosciuto_il_servizio' in schema.properties);
  await quiet(seat);
  await page.browserContext().close();
});

test('an operator fills it in a page that is not ours', async () => {
  const seat = await openPage(browser, [server.base, server.other]);
  const { page } = seat;
  await page.goto(server.other);
  const form = await formOn(page);
  const answers = {
    ...family['adi-domanda'],
    come_ha_conosciuto_il_servizio: 'Dal segretariato sociale',
  };
  const sent = await fillAll({ page, form, answers, ids, typed: typedBy(money) });
  assert.match(sent, /2026-\d{5}/);
  await quiet(seat);
  await page.browserContext().close();
});

/** The terms of a case as they are read, those that are over too. */
async function termsOn(page: Page): Promise<string> {
  const terms = await find(page, 'patto-case-terms');
  await terms.evaluate((one) =>
    one.shadowRoot?.querySelectorAll('details').forEach((each) => each.setAttribute('open', '')),
  );
  return textOf(page, 'patto-case-terms');
}

test('the request becomes a case with its figures and its terms', async () => {
  desk = await openPage(browser, [server.base]);
  const { page } = desk;
  await signInAs(page, server.base, 'morvani');
  await click(page, '.request button');
  await find(page, '[data-definition="analisi-preliminare"]');
  const text = await textOf(page, 'patto-case');
  for (const wanted of [
    'Vellonieri Marta',
    '6.214,37 €',
    '1,15',
    '726,25 €',
    'Assegno di inclusione: al case manager',
    'L. Morvani',
  ])
    assert.ok(text.includes(wanted), wanted);
  assert.match(text, /stima[^\n]*\n726,25 €/i, 'the amount is marked as an estimate');
  const terms = await termsOn(page);
  assert.match(terms, /Convocazione[^\n]*\n21\/03\/2026/);
  assert.match(terms, /Primo incontro[^\n]*\n20\/05\/2026/);
  // What the new version asked is there.
  const id = new URL(page.url()).hash.split('/')[2]!;
  const view = await page.evaluate(
    async (one) =>
      (await fetch(`/api/cases/${one}`)).json() as Promise<{
        phases: { definitions: { id: string; submissions: { id: string; version: number }[] }[] }[];
      }>,
    id,
  );
  const request = view.phases.flatMap((phase) => phase.definitions).find((one) => one.id === 'adi-domanda')!
    .submissions[0]!;
  assert.equal(request.version, 2);
  const kept = await page.evaluate(
    async (one) =>
      (await fetch(`/api/submissions/${one}`)).json() as Promise<{
        submission: { answers: { [key: string]: unknown } };
      }>,
    request.id,
  );
  assert.equal(kept.submission.answers['come_ha_conosciuto_il_servizio'], 'Dal segretariato sociale');
  assert.equal(kept.submission.answers['isee'], 621437);
});

/** Fills a definition within the case; what the last page says before sending is handed over. */
async function compile(definition: string): Promise<string> {
  const { page } = desk;
  await click(page, `[data-definition="${definition}"] button`);
  const form = await formOn(page);
  const filling = { page, form, answers: family[definition]!, ids, typed: typedBy(money) };
  let said = '';
  for (;;) {
    await fillPage(filling);
    said += await formText(form);
    const title = await form.evaluate(
      (element) => (element as HTMLElement).shadowRoot!.getElementById('heading')!.textContent,
    );
    const last = await form.evaluate((element) =>
      [...(element as HTMLElement).shadowRoot!.querySelectorAll('button')].some(
        (button) => button.textContent?.trim() === 'Conferma e invia',
      ),
    );
    await pressButton(filling, last ? 'Conferma e invia' : 'Avanti');
    if (last) break;
    await until(
      () =>
        form.evaluate(
          (element, before) =>
            (element as HTMLElement).shadowRoot!.getElementById('heading')?.textContent !== before,
          title,
        ),
      `after ${title}: ${said.slice(-600)}`,
    );
  }
  await find(page, '[data-sent]').catch(async () => {
    throw new Error(`${definition} was not sent: ${(await formText(form)).slice(0, 2000)}`);
  });
  await click(page, '[data-sent] [data-back]');
  await find(page, '[data-definition="pais"]');
  return said;
}

test('the preliminary analysis suggests E2 and path P1, and moves the terms', async () => {
  const said = await compile('analisi-preliminare');
  assert.match(said, /E2\. Progetto semplificato/);
  assert.match(said, /P1\. Obbligo di attivazione lavorativa e sociale/);
  const { page } = desk;
  const text = await until(async () => {
    const now = await textOf(page, 'patto-case');
    return now.includes('E2. Progetto semplificato') ? now : undefined;
  }, 'the outcome in the head of the case');
  const terms = await termsOn(page);
  assert.match(terms, /Firma del patto[^\n]*\n12\/04\/2026/);
  assert.match(terms, /12\/05\/2026/);
  assert.match(terms, /Primo incontro[^\n]*\n20\/05\/2026\s*fatto il 11\/02\/2026/);
  assert.ok(text.includes('726,25 €'));
});

test('the pact is written, issued, signed by each and sealed', async () => {
  await compile('pais');
  const { page } = desk;
  await click(page, '[data-issue="pact"]');
  await find(page, '[data-sign]');
  const sign = async (mode: 'paper' | 'drawn'): Promise<void> => {
    const before = (await textOf(page, 'patto-case-document')).match(/firma attesa/g)?.length ?? 0;
    await click(page, '[data-sign]');
    const dialog = await find(page, 'patto-dialog#sign');
    await until(
      () => dialog.evaluate((element) => element.shadowRoot!.querySelector('dialog')!.open),
      'the dialog is open',
    );
    await click(page, `input[name="mode"][value="${mode}"]`);
    const place = await find(page, '#place');
    await place.focus();
    await page.keyboard.type('Poggiofinto');
    if (mode === 'drawn') {
      const pad = await find(page, 'patto-signature-pad');
      await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      const box = (await pad.boundingBox())!;
      await page.mouse.move(box.x + 60, box.y + 60);
      await page.mouse.down();
      for (let step = 1; step <= 12; step += 1)
        await page.mouse.move(box.x + 60 + step * 20, box.y + 60 + (step % 3) * 18);
      await page.mouse.up();
    } else {
      const original = await find(page, '#original');
      await original.focus();
      await page.keyboard.type('Armadio 3');
    }
    await (await find(page, 'patto-dialog#sign button.primary')).evaluate((element) => element.click());
    await until(
      async () =>
        ((await textOf(page, 'patto-case-document')).match(/firma attesa/g)?.length ?? 0) === before - 1,
      `${mode} signature registered`,
    );
  };
  await sign('paper');
  await sign('drawn');
  await click(page, '[data-seal]');
  await until(async () => /sigillato/.test(await textOf(page, 'patto-case-document')), 'the seal');
  const id = new URL(page.url()).hash.split('/')[2]!;
  const act = await page.evaluate(async (one) => {
    const view = (await (await fetch(`/api/cases/${one}`)).json()) as {
      documents: { id: string; copy: string; code: string; number: string; signatures: { mode: string }[] }[];
    };
    const found = view.documents.find((document) => document.copy === 'family')!;
    const bytes = new Uint8Array(await (await fetch(`/api/documents/${found.id}/file`)).arrayBuffer());
    return {
      ...found,
      bytes: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
      copies: view.documents.map((document) => document.copy).toSorted(),
    };
  }, id);
  assert.deepEqual(act.copies, ['family', 'internal']);
  assert.deepEqual(
    act.signatures.map((signature) => signature.mode),
    ['paper', 'drawn'],
  );
  sealed = Buffer.from(act.bytes, 'base64');
  code = act.code;
  await writeFile(join(folder, 'patto.pdf'), sealed);
  await quiet(desk);
});

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

test('the paper says everything: objectives, results, commitments, supports, dates, people', () => {
  const { stdout } = spawnSync('pdftotext', ['-layout', join(folder, 'patto.pdf'), '-'], {
    encoding: 'utf8',
  });
  // In a table cell a sentence goes on over lines beside other cells: it is looked for word by word, in order.
  const raw = flat(
    spawnSync('pdftotext', ['-raw', join(folder, 'patto.pdf'), '-'], { encoding: 'utf8' }).stdout,
  );
  const pact = family['pais'] as unknown as { [list: string]: readonly Row[] };
  for (const list of ['obiettivi', 'risultati', 'impegni'])
    for (const row of pact[list]!) {
      assert.ok(raw.includes(flat(String(row['testo']))), `${list}: ${String(row['testo'])}`);
      for (const key of ['entro', 'al', 'quantita'])
        if (row[key])
          assert.ok(
            flat(stdout).includes(
              key === 'quantita' ? String(row[key]) : String(row[key]).split('-').toReversed().join('/'),
            ),
            `${list}: ${String(row[key])}`,
          );
    }
  assert.equal(pact['obiettivi']!.length, 3);
  assert.equal(pact['risultati']!.length, 6);
  assert.equal(pact['impegni']!.length, 6);
  assert.equal(pact['sostegni']!.length, 4);
  for (const service of [
    'Doposcuola',
    'Coop. La Sponda',
    '6 ore alla settimana',
    'Corso di formazione GOL',
    'Mensa scolastica',
    'Case manager',
  ])
    assert.ok(raw.includes(service), service);
  for (const wanted of [
    'Marta Vellonieri',
    'Tommaso Vellonieri',
    'L. Morvani',
    '12/05/2026',
    '08/08/2026',
    '05/11/2026',
    '18/02/2026',
    'IC «Demo»',
    'PAIS-2026-00001',
    'pagina 1 di',
    'Registro delle firme',
    'firma elettronica semplice',
    'Armadio 3',
    code,
  ])
    assert.ok(raw.includes(wanted), wanted);
  assert.equal(raw.match(/obbligo di legge (con \S+ )?per/g)?.length, 2, 'two are conditional');
  for (const unwanted of ['QSFP', '1.920,00', 'undefined', '[object'])
    assert.ok(!raw.includes(unwanted), `${unwanted} is not the family's to read`);
});

const pdfsig = async (bytes: Uint8Array): Promise<string> => {
  const file = join(folder, 'checked.pdf');
  await writeFile(file, bytes);
  const { stdout, stderr } = spawnSync('pdfsig', [file], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return stdout + stderr;
};
const ours = async (bytes: Uint8Array): Promise<string> => {
  const answer = await fetch(`${server.base}/api/verify`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/pdf', Origin: server.base },
    body: new Uint8Array(bytes),
  });
  return ((await answer.json()) as { verdict: string }).verdict;
};
const offline = async (bytes: Uint8Array): Promise<{ status: number | null; verdict: string }> => {
  const file = join(folder, 'offline.pdf');
  await writeFile(file, bytes);
  const { status, stdout } = spawnSync(process.execPath, ['server/cli/patto.mjs', 'verify', file, '--json'], {
    encoding: 'utf8',
    env: { ...process.env, PATTO_DATA: server.data },
  });
  return { status, verdict: (JSON.parse(stdout) as { verdict: string }).verdict };
};

test('a stranger checks it: by file, by code, offline, with another program', async () => {
  const told = await pdfsig(sealed);
  assert.match(told, /Signature is Valid/);
  assert.match(told, /Total document signed/);
  assert.match(told, /ETSI\.CAdES\.detached/);
  assert.deepEqual(await offline(sealed), { status: 0, verdict: 'valid' });
  const seat = await openPage(browser, [server.base]);
  const { page } = seat;
  await page.goto(`${server.base}/verify`);
  const input = (await find(page, '#file')) as unknown as ElementHandle<HTMLInputElement>;
  await input.uploadFile(join(folder, 'patto.pdf'));
  await find(page, '[data-verdict="valid"]');
  const shown = await textOf(page, '.result');
  assert.ok(shown.includes('PAIS-2026-00001'));
  assert.ok(!/Vellonieri|Marta|Tommaso|VLL/.test(shown), 'no personal datum');
  await page.goto(`${server.base}/verify?by=code#${code}`);
  await find(page, '[data-verdict="valid"]');
  await page.goto(`${server.base}/verify?by=wrong#0000-0000-0000`);
  await find(page, '[data-verdict="unknown"]');
  assert.deepEqual(
    seat.watch.trouble.filter((one) => !one.includes('404')),
    [],
  );
  await page.browserContext().close();
});

test('one flipped byte is said by everybody, and by us wherever it is', async () => {
  const text = sealed.toString('latin1');
  const [, first, second, third, fourth] = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)/
    .exec(text)!
    .map(Number) as [number, number, number, number, number];
  assert.equal(third + fourth, sealed.length);
  const flip = (at: number, bit = 1): Buffer => {
    const copy = Buffer.from(sealed);
    copy[at]! ^= bit;
    return copy;
  };
  // In a stream of page content: every program can still open the file, none may call it valid.
  const inside = [text.indexOf('stream', Math.floor(second / 3)) + 40, first + 5, third + fourth - 30];
  for (const at of inside) {
    const changed = flip(at);
    assert.doesNotMatch(await pdfsig(changed), /Signature is Valid/, `pdfsig at ${at}`);
    assert.equal(await ours(changed), 'altered', `/verify at ${at}`);
    const told = await offline(changed);
    assert.equal(told.verdict, 'altered', `npx patto verify at ${at}`);
    assert.notEqual(told.status, 0);
  }
  // Outside the signed range stands the signature itself, in hexadecimal, with its padding. Every byte there is tried in
  // test/server/verify; here some of them, through the server and the command.
  for (const at of [second, second + 1, Math.floor((second + third) / 2), third - 2, third - 1]) {
    assert.equal(await ours(flip(at)), 'altered', `/verify at ${at}`);
    assert.equal((await offline(flip(at))).verdict, 'altered', `npx patto verify at ${at}`);
  }
  assert.equal(await ours(Buffer.concat([sealed, Buffer.from('\n')])), 'altered');
});
