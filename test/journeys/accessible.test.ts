// SPDX-License-Identifier: AGPL-3.0-or-later
// Every screen under axe-core, at a telephone's and at a computer's width, with a picture of each to look at.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, ElementHandle, Page } from 'puppeteer';
import { familyAnswers } from '../fixtures/families.ts';
import { staff } from './ask.ts';
import { violationsOf } from './axe.ts';
import { fillPage, pressButton, typedBy } from './fill.ts';
import {
  choose,
  click,
  find,
  openBrowser,
  openPage,
  picture,
  signInAs,
  startServer,
  textOf,
  until,
  type Server,
  rest,
} from './stage.ts';

const pictures = 'test/artifacts/screens';
const widths = [1280, 360];
/** Of many alike the first and the last; every one for `npm run screens`. */
const some = <One>(all: readonly One[]): readonly One[] =>
  process.env['PATTO_PROOF'] === 'full' ? all : [all[0]!, all.at(-1)!];
let server: Server;
let browser: Browser;

before(async () => {
  await mkdir(pictures, { recursive: true });
  browser = await openBrowser();
  server = await startServer();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** What a finger is to hit and is lower than 44 px, on the application's own screens. */
const low = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wanted = 'button, .button, select, summary, nav a, input:not([type=checkbox], [type=radio])';
    const found: string[] = [];
    const walk = (root: Document | ShadowRoot): void => {
      for (const one of root.querySelectorAll<HTMLElement>('*')) {
        const { width, height } = one.getBoundingClientRect();
        if (one.matches(wanted) && width > 1 && height > 1 && height < 43.5)
          found.push(
            `${one.localName} «${one.textContent.trim().slice(0, 30)}» is ${Math.round(height)} px high`,
          );
        // a form measures in the letters of the page that it stands in, the builder is no work for a telephone
        if (one.shadowRoot && !one.matches('patto-form, patto-builder')) walk(one.shadowRoot);
      }
    };
    walk(document);
    return found;
  });

/** Looks at the page at each width: a picture, of all of it or of what is in sight, axe-core, nothing out at the side. */
async function look(page: Page, name: string, whole = true): Promise<void> {
  const wrong: string[] = [];
  const beyond = async (width: number): Promise<void> => {
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) wrong.push(`${width} px: the page is ${wide} px too wide`);
  };
  for (const width of widths) {
    await page.setViewport({ width, height: 900 });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await rest(page);
    // bars that stay in sight cover what is scrolled under them, wherever that is
    await page.evaluate(() => scrollTo(0, 0));
    await picture(page, `${pictures}/${name}-${width}`, whole);
    wrong.push(...(await violationsOf(page)).map((line) => `${width} px: ${line}`));
    await beyond(width);
  }
  wrong.push(...(await low(page)));
  await page.setViewport({ width: 320, height: 900 });
  await beyond(320);
  await page.setViewport({ width: 1280, height: 900 });
  assert.deepEqual(wrong, [], name);
}

/** How the screen comes out of a printer: a picture, without the bars. */
async function print(page: Page, name: string): Promise<void> {
  await page.emulateMediaType('print');
  await page.screenshot({ path: `${pictures}/${name}-print.png`, fullPage: true });
  const bars = await page.evaluate(() => {
    const shown = (root: Document | ShadowRoot): number =>
      [...root.querySelectorAll('*')].reduce(
        (sum, one) =>
          sum +
          Number(one.matches('nav') && one.checkVisibility()) +
          (one.shadowRoot ? shown(one.shadowRoot) : 0),
        0,
      );
    return shown(document);
  });
  await page.emulateMediaType();
  assert.equal(bars, 0, name);
}

async function seat(person?: string): Promise<Page> {
  const { page } = await openPage(browser, [server.base]);
  if (person) await signInAs(page, server.base, person);
  return page;
}
const formOn = async (page: Page): Promise<ElementHandle> => {
  const form = await find(page, 'patto-form');
  await until(
    () => form.evaluate((element) => Boolean(element.shadowRoot?.getElementById('heading'))),
    'the form is drawn',
  );
  return form;
};

test('start, door, gallery', async () => {
  const page = await seat();
  await page.goto(server.base);
  await find(page, 'a.card');
  await look(page, 'start');
  await page.goto(`${server.base}/desk`);
  await find(page, 'button[data-person]');
  await look(page, 'door');
  await page.goto(`${server.base}/fields`);
  await until(
    () =>
      page.evaluate(
        () => document.querySelector('patto-fields')?.shadowRoot?.querySelectorAll('patto-form').length,
      ),
    'samples',
  );
  await look(page, 'fields', false);
  await page.browserContext().close();
});

test('builder: list, editor, settings, publishing', async () => {
  const page = await seat('modulari');
  await page.goto(`${server.base}/builder`);
  await find(page, '[data-open="adi-domanda"]');
  await look(page, 'builder-list');
  await click(page, '[data-district]');
  await find(page, '#part');
  const parts = await (
    await find(page, '.district-parts')
  ).evaluate((bar) => [...bar.querySelectorAll('a')].map((one) => one.hash.split(':')[1]!));
  for (const part of some(parts)) {
    await page.goto(`${server.base}/builder#/district:${part}`);
    await find(page, `.district-parts [href$=":${part}"][aria-current]`);
    await look(page, `builder-district-${part}`, false);
  }
  await page.goto(`${server.base}/builder#/district:proposals`);
  await click(page, '[data-proposal="lavoro"] [data-change]');
  await find(page, 'patto-builder-clauses select');
  await look(page, 'builder-proposals', false);
  await page.goto(`${server.base}/builder#/`);
  await page.goto(`${server.base}/builder#/adi-domanda`);
  await find(page, '[data-pick="/canone"]');
  await click(page, '[data-pick="/canone"]');
  await find(page, '#panel-title');
  await look(page, 'builder-editor', false);
  await click(page, '[data-publish]');
  await find(page, '[data-close-publish]');
  await until(
    async () => !(await page.evaluate(() => document.body.textContent.includes('Controllo il modulo'))),
    'checked',
  );
  await find(page, '[data-confirm-publish]');
  await look(page, 'builder-publish', false);
  await page.browserContext().close();
});

test('desk: cases, a case, filling, reading', async () => {
  const page = await seat('morvani');
  await find(page, 'td a');
  await look(page, 'desk-list');
  await page.goto(`${server.base}/desk#/series`);
  await find(page, '#begun');
  await look(page, 'desk-series');
  await page.goto(`${server.base}/desk#/deadlines`);
  await find(page, 'tr[data-term]');
  await look(page, 'desk-deadlines');
  await print(page, 'desk-deadlines');
  await page.goto(`${server.base}/desk#/agenda`);
  await click(page, '[data-earlier]');
  await find(page, '[data-appointment]');
  await look(page, 'desk-agenda');
  await print(page, 'desk-agenda');
  await click(page, '[data-feeds]');
  await find(page, 'dialog[open]');
  await look(page, 'desk-feeds', false);
  await page.keyboard.press('Escape');
  await page.goto(`${server.base}/desk#/`);
  await click(page, '.request button');
  await find(page, '[data-definition="analisi-preliminare"]');
  await look(page, 'desk-case');
  await click(page, 'a[href^="#/submission/"]');
  await until(
    async () =>
      (await (await find(page, 'patto-form')).evaluate((form) => form.shadowRoot?.querySelector('dt'))) !==
      null,
    'answers',
  );
  await look(page, 'desk-read');
  await page.goBack();
  await click(page, '[data-definition="analisi-preliminare"] button');
  await formOn(page);
  await look(page, 'desk-fill');
  await page.browserContext().close();
});

test('a case as a whole: queues, who follows it, its household, joining, openings', async () => {
  const lead = await staff(server.base, 'ardenzi');
  const opened = await lead<{ id: string }>('/api/cases', {
    body: { measure: 'sociale', comune: 'pievedemo', name: 'Aurelmi Rosaria' },
  });
  const manager = await staff(server.base, 'morvani');
  const { items } = await manager<{ items: { id: string; name: string }[] }>('/api/cases?mine=1');
  const family = items.find(({ name }) => name.startsWith('Bendinoro'))!.id;
  // The youngest goes to live with the grandparents.
  const { id: draft } = await manager<{ id: string }>(`/api/cases/${family}/drafts`, {
    body: { definition: 'variazione-nucleo' },
  });
  const begun = await manager<{ draft: { answers: { nucleo: object[] } } }>(`/api/drafts/${draft}`);
  await manager(`/api/drafts/${draft}/submit`, {
    body: {
      answers: { dal: '2026-03-01', motivo: 'uscita', nucleo: begun.draft.answers.nucleo.slice(0, -1) },
    },
  });
  await manager(`/api/cases/${family}/hand-over`, {
    body: { from: 'morvani', to: 'ardenzi', note: 'Per la visita di venerdì' },
  });
  await manager(`/api/cases/${family}`, { reason: 'Controllo un appuntamento preso' });

  await lead(`/api/cases/${family}/assign`, { body: { account: 'maestrini' } });
  const school = await seat('maestrini');
  await find(school, '[data-shared]');
  await look(school, 'desk-shared');
  await school.browserContext().close();

  const page = await seat('ardenzi');
  await find(page, '#notices');
  await look(page, 'desk-list-lead');
  await page.goto(`${server.base}/desk#/queues`);
  await find(page, '[data-queue]');
  await look(page, 'desk-queues');
  await page.goto(`${server.base}/desk#/cases/queue/case-manager`);
  await find(page, 'td a');
  await look(page, 'desk-queue-cases');
  await click(page, 'patto-case-import');
  await find(page, 'dialog[open]');
  await look(page, 'desk-import', false);
  await page.keyboard.press('Escape');
  await page.goto(`${server.base}/desk#/openings`);
  await find(page, '[data-opening]');
  await look(page, 'desk-openings');
  await page.goto(`${server.base}/desk#/case/${family}`);
  await find(page, 'patto-case-life');
  for (const name of ['household', 'followers', 'life'])
    await (
      await find(page, `patto-case-${name}`)
    ).evaluate((one) =>
      one.shadowRoot?.querySelectorAll('details').forEach((each) => each.setAttribute('open', '')),
    );
  await look(page, 'desk-case-lead');
  await page.goto(`${server.base}/desk#/queues`);
  await choose(page, 'select[aria-label$="Aurelmi Rosaria"]', 'tessardi');
  await click(page, 'button[aria-label$="Aurelmi Rosaria"]');
  await find(page, '.notice.good');
  const given = await lead<{ case: { assigned: string[] } }>(`/api/cases/${opened.id}`);
  assert.deepEqual(given.case.assigned, ['tessardi']);
  await page.browserContext().close();
});

test('desk: counter, first contact, accesses, requests, one of them, copying from paper', async () => {
  const front = await staff(server.base, 'lunardi');
  const { id } = await front<{ id: string }>('/api/counter/drafts', {
    body: { definition: 'primo-contatto' },
  });
  const { draft } = await front<{ draft: { answers: object } }>(`/api/drafts/${id}`);
  const came = {
    canale: 'persona',
    chi: 'interessata',
    cognome: 'Zampieri',
    nome: 'Lidia',
    bisogno: ['reddito'],
  };
  await front(`/api/drafts/${id}/submit`, {
    body: { answers: { ...draft.answers, ...came, esito: 'domanda' } },
  });
  const { items } = await front<{ items: { id: string; name: string }[] }>('/api/counter/requests');
  const page = await seat('lunardi');
  for (const [place, there] of [
    ['counter', '[data-fill]'],
    ['accesses', '[data-begin]'],
    ['requests', 'tbody tr'],
  ] as const) {
    await page.goto(`${server.base}/desk#/${place}`);
    await find(page, there);
    await look(page, `desk-${place}`);
  }
  await click(page, 'td a[href^="#/request/"]');
  await find(page, '[data-step]');
  await look(page, 'desk-request');
  await page.goto(
    `${server.base}/desk#/request/${items.find(({ name }) => name.startsWith('Bendinoro'))!.id}`,
  );
  await find(page, 'ol li');
  await look(page, 'desk-request-steps');
  await page.goto(`${server.base}/desk#/counter`);
  await click(page, '[data-access]');
  await formOn(page);
  await look(page, 'desk-access');
  await page.goto(`${server.base}/desk#/counter`);
  await click(page, '[data-paper]');
  const on = await find(page, '#on');
  await on.type('01032026');
  await page.keyboard.press('Enter');
  await find(page, 'label[data-number]');
  await look(page, 'desk-paper');
  await page.browserContext().close();
});

test('diary, attachments, who has seen, exports, archives of people', async () => {
  const lead = await staff(server.base, 'ardenzi');
  const { items } = await lead<{ items: { id: string; name: string }[] }>('/api/cases');
  const kase = items.find(({ name }) => name.startsWith('Bendinoro'))!.id;
  const { members } = await lead<{ members: { id: string }[] }>(`/api/cases/${kase}/attachments`);
  for (const readers of ['family', 'author'])
    await lead(`/api/cases/${kase}/diary`, {
      body: {
        kind: 'telefonata',
        at: '2026-03-01T09:00:00Z',
        people: [members[0]!.id],
        text: 'Chiede quando sarà il prossimo incontro.',
        readers,
      },
    });
  await lead('/api/archives', {
    body: { case: kase, person: members[0]!.id, purpose: 'Richiesta della persona, protocollo 12' },
  });
  const page = await seat('ardenzi');
  const go = async (place: string, wanted: string): Promise<void> => {
    await page.goto(`${server.base}/desk#/${place}`);
    await find(page, wanted);
  };
  await go(`diary/${kase}`, '[data-note]');
  await look(page, 'desk-diary');
  await go(`case/${kase}`, '[data-attach]');
  await click(page, '[data-attach]');
  await look(page, 'desk-attach', false);
  await go(`seen/${kase}`, '[data-pdf]');
  await click(page, '[data-verify]');
  await find(page, '[data-chain="true"]');
  await look(page, 'desk-seen');
  await go('exports', '#definition');
  await (await find(page, '#definition')).select('analisi-preliminare');
  await (await find(page, '#purpose')).type('Relazione annuale');
  await click(page, '[data-make]');
  await find(page, 'tbody tr');
  await look(page, 'desk-exports');
  await go(`archives/${kase}`, '[data-decide]');
  await look(page, 'desk-archives');
  await page.browserContext().close();
});

test('a document: signature, verdict on its file', async () => {
  const id = await pact();
  const page = await seat('morvani');
  await page.goto(`${server.base}/desk#/case/${id}`);
  await find(page, '[data-sign]');
  await look(page, 'desk-document');
  await page.goto(`${server.base}/desk#/transcription/${id}`);
  await find(page, 'section.card');
  await look(page, 'desk-transcription');
  await page.goto(`${server.base}/desk#/case/${id}`);
  await click(page, '[data-sign]');
  await find(page, '#sign dialog[open], dialog[open]');
  await look(page, 'desk-signature', false);
  await click(page, 'input[value="impeded"]');
  await find(page, '#cause');
  await look(page, 'desk-impediment', false);
  await page.keyboard.press('Escape');
  await click(page, '[data-electronic]');
  await find(page, '[data-begin]');
  await look(page, 'desk-electronic', false);
  await page.keyboard.press('Escape');
  await click(page, 'a[href^="#/document/"]');
  await find(page, '[data-chain="true"]');
  await look(page, 'desk-history');
  const file = await page.evaluate(async (thisCase) => {
    const view = (await (await fetch(`/api/cases/${thisCase}`)).json()) as {
      documents: { id: string; copy: string }[];
    };
    const act = view.documents.find((document) => document.copy === 'family')!;
    const bytes = await (await fetch(`/api/documents/${act.id}/file`)).arrayBuffer();
    return [...new Uint8Array(bytes)];
  }, id);
  const folder = await mkdtemp(join(tmpdir(), 'patto-accessible-'));
  const path = join(folder, 'patto.pdf');
  await writeFile(path, Uint8Array.from(file));
  await page.goto(`${server.base}/verify`);
  const chooser = (await find(page, '#file')) as ElementHandle<HTMLInputElement>;
  await chooser.uploadFile(path);
  await find(page, '[data-verdict]');
  await look(page, 'verify-file');
  await rm(folder, { recursive: true });
  await page.browserContext().close();
});

/** Family C1 as far as its pact, issued; the case. */
async function pact(): Promise<string> {
  const family = familyAnswers('c1');
  const ask = await staff(server.base, 'morvani');
  const cases = await ask<{ items: { id: string; name: string }[] }>('/api/cases');
  let id = cases.items.find((one) => one.name.includes('Vellonieri'))?.id;
  if (!id) {
    const { items } = await ask<{ items: { id: string }[] }>('/api/requests');
    id = (await ask<{ id: string }>('/api/cases', { body: { submission: items[0]!.id } })).id;
  }
  let submission = '';
  for (const definition of ['analisi-preliminare', 'pais']) {
    const draft = await ask<{ id: string }>(`/api/cases/${id}/drafts`, { body: { definition } });
    const sent = await ask<{ id: string }>(`/api/drafts/${draft.id}/submit`, {
      body: { answers: family[definition] },
    });
    submission = sent.id;
  }
  const { phases } = await ask<{ phases: { documents: { kind: string; definition: string }[] }[] }>(
    `/api/cases/${id}`,
  );
  const made = phases.flatMap(({ documents }) => documents).find((one) => one.definition === 'pais');
  const kind = made?.kind ?? '';
  await ask(`/api/cases/${id}/documents`, { body: { kind, submission } });
  return id;
}

test('a pact over time: a refusal, results by day, proposals beside the objectives', async () => {
  const id = await pact();
  const ask = await staff(server.base, 'morvani');
  const { documents } = await ask<{ documents: { id: string; copy: string; revision: number }[] }>(
    `/api/cases/${id}`,
  );
  const acts = documents.filter(({ copy }) => copy === 'family').sort((a, b) => b.revision - a.revision);
  await ask(`/api/documents/${acts[0]!.id}/signatures`, {
    body: { signer: 'martaC1nucl', mode: 'refused', at: '2026-03-02T08:00:00+01:00', identified: 'Conosciuta', reason: 'Vuole pensarci' }, // prettier-ignore
  });
  const begun = await ask<{ id: string }>(`/api/cases/${id}/drafts`, {
    body: { definition: 'monitoraggio' },
  });
  const { draft } = await ask<{ draft: { answers: { [list: string]: object[] } } }>(
    `/api/drafts/${begun.id}`,
  );
  const each = (list: string, more: object) =>
    (draft.answers[list] ?? []).map((row) => ({ ...row, ...more }));
  await ask(`/api/drafts/${begun.id}/submit`, {
    body: {
      answers: {
        ...draft.answers,
        risultati: each('risultati', { livello: '1' }),
        impegni: each('impegni', { esito: 'si' }),
        sostegni: each('sostegni', { attivato: true }),
        cambia_nucleo: false,
        cambia_isee: false,
        decisione: 'aggiorna',
        decisione_motivo: 'Serve un altro aiuto',
        prossima: '2026-05-12',
      },
    },
  });
  const page = await seat('morvani');
  await page.goto(`${server.base}/desk#/case/${id}`);
  await find(page, '[data-refused]');
  await find(page, 'patto-pact-results');
  await look(page, 'desk-pact');
  await click(page, '[data-compare]');
  await find(page, 'patto-form[view="compare"]');
  await look(page, 'desk-compare');
  await page.goBack();
  const { id: call } = await ask<{ id: string }>(`/api/cases/${id}/drafts`, {
    body: { definition: 'convocazione' },
  });
  const { id: meeting } = await ask<{ id: string }>(`/api/drafts/${call}/submit`, {
    body: {
      answers: { persona: 'martaC1nucl', giorno: '2026-03-05', ora: '10:00', dove: 'sede', luogo: 'Piazza dell’Esempio 1', telefono: '0999 100100', avviso: false, interprete: false, consegna: 'mano' }, // prettier-ignore
    },
  });
  await page.reload();
  await click(page, '[data-outcome]');
  await find(page, 'dialog[open]');
  await look(page, 'desk-appointment', false);
  await page.keyboard.press('Escape');
  await page.goto(`${server.base}/desk#/summon/${id}/${meeting}`);
  await find(page, '[data-pick]');
  await look(page, 'desk-summon');
  await page.goto(`${server.base}/desk#/case/${id}`);
  await click(page, '[data-next="decided"] button');
  const form = await formOn(page);
  await form.evaluate((one) => (one as unknown as { go(path: string): Promise<void> }).go('/obiettivi'));
  await find(page, '.proposals li button');
  await look(page, 'desk-proposals', false);
  await page.browserContext().close();
});

test('accounts, and one of them open', async () => {
  const page = await seat('amministro');
  await page.goto(`${server.base}/accounts`);
  await find(page, 'tbody tr');
  await look(page, 'accounts');
  await click(page, 'tbody button');
  await find(page, '#edit dialog[open], dialog[open]');
  await look(page, 'accounts-edit', false);
  await page.keyboard.press('Escape');
  await click(page, '[data-new-key]');
  await look(page, 'accounts-key', false);
  await page.browserContext().close();
  const admin = await staff(server.base, 'amministro');
  const { link } = await admin<{ link: string }>('/api/accounts', {
    body: { name: 'N. Nuovi', email: 'nuovi@valprova.example', profile: 'Educatrice', roles: ['educator'], comuni: ['poggiofinto'], state: 'invited' }, // prettier-ignore
  });
  const guest = await seat();
  await guest.goto(link);
  await find(guest, '#password');
  await look(guest, 'invite');
  await guest.browserContext().close();
});

test('verification, with a verdict', async () => {
  const page = await seat();
  await page.goto(`${server.base}/verify`);
  await find(page, '#code');
  await look(page, 'verify');
  await (await find(page, '#code')).type('AAAA-BBBB-CCCC');
  await page.keyboard.press('Enter');
  await find(page, '[data-verdict]');
  await look(page, 'verify-verdict');
  await page.browserContext().close();
});

test('the form in a page: empty, with problems, with rows, in review', async () => {
  const page = await seat();
  await page.goto(`${server.base}/demo`);
  const form = await formOn(page);
  await look(page, 'form');
  await pressButton({ form }, 'Avanti');
  await until(() => form.evaluate((element) => element.shadowRoot!.querySelector('.errors')), 'problems');
  await look(page, 'form-problems');
  const answers = familyAnswers('c1')['adi-domanda']!;
  const money = new Set(['isee', 'reddito', 'canone']);
  const filling = { page, form, answers, ids: new Map<string, string>(), typed: typedBy(money) };
  for (let pages = 0; pages < 12; pages += 1) {
    const heading = await form.evaluate((element) =>
      element.shadowRoot!.getElementById('heading')!.textContent.trim(),
    );
    if (heading === 'Riepilogo') break;
    await fillPage(filling);
    if (heading === 'La famiglia') await look(page, 'form-rows');
    await pressButton({ form }, 'Avanti');
    await until(
      () =>
        form.evaluate(
          (element, was) => element.shadowRoot!.getElementById('heading')!.textContent.trim() !== was,
          heading,
        ),
      `the page after ${heading}`,
    );
  }
  await look(page, 'form-review');
  await page.browserContext().close();
});

test('axe-core sees what it is here for', async () => {
  const page = await seat();
  await page.goto(`${server.base}/verify`);
  await (await find(page, 'label[for="code"]')).evaluate((label) => label.remove());
  assert.match((await violationsOf(page)).join('\n'), /^label: .*#code/m);
  await page.browserContext().close();
});

test('desk: lists and reports, looked at before they are issued', async () => {
  const page = await seat('ardenzi');
  await find(page, 'td a');
  await page.goto(`${server.base}/desk#/reports`);
  await find(page, '[data-kind="progress"]');
  await look(page, 'desk-reports');
  for (const kind of ['progress', 'job-centre-list', 'service-guide']) {
    await click(page, `[data-kind="${kind}"]`);
    const form = await find(page, 'patto-report-ask');
    await form.evaluate((element) => {
      const root = element.shadowRoot;
      const purpose = root?.querySelector<HTMLInputElement>('[name="purpose"]');
      if (purpose) purpose.value = 'Convocazioni di marzo';
      root?.querySelector('form')?.requestSubmit();
    });
    await find(page, '[data-issue]');
    await look(page, `desk-reports-${kind}`);
    await print(page, `desk-reports-${kind}`);
  }
  await click(page, '[data-issue]');
  await find(page, '#made a');
  await look(page, 'desk-reports-issued');
  await page.browserContext().close();
});

test('desk: registers, a table looked at before it is taken in, a row', async () => {
  const page = await seat('ardenzi');
  await find(page, 'td a');
  await page.goto(`${server.base}/desk#/registers`);
  await find(page, 'a[href="#/registers/servizi"]');
  await look(page, 'desk-registers');
  const registers = await (
    await find(page, 'a[href="#/registers/servizi"]')
  ).evaluate((one) =>
    [...(one.getRootNode() as ShadowRoot).querySelectorAll<HTMLAnchorElement>('a[href^="#/registers/"]')].map(
      (link) => [link.hash, link.textContent.trim()] as const,
    ),
  );
  for (const [hash, title] of some(registers)) {
    await page.goto(`${server.base}/desk${hash}`);
    await until(async () => (await textOf(page, 'h1')).includes(title), title);
    await find(page, '.card');
    await look(page, `desk-register-${hash.split('/')[2]}`);
  }
  await page.goto(`${server.base}/desk#/registers/fondi`);
  await click(page, '[data-import]');
  await (await find(page, '#text')).type('Nome;Tipo;Altro\nPNRR;PNRR;x\nNuovo;che non esiste;x\n');
  await click(page, '[data-look]');
  await find(page, '[data-line="3"]');
  await look(page, 'desk-register');
  await page.goto(`${server.base}/desk#/registers/servizi/patronato`);
  await find(page, 'patto-field input');
  await look(page, 'desk-register-row', false);
  await page.browserContext().close();
});
