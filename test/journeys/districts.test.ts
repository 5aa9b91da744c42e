// SPDX-License-Identifier: AGPL-3.0-or-later
// One journey, run over every district that is modelled on a public document, from its data alone: the desk opens a
// case under its measure, its phases are gone through with the answers of its invented family, the documents that the
// phases name are issued, the pact is signed and sealed, the state of progress counts it. Nothing here names a district.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import type { Browser, ElementHandle, Page } from 'puppeteer';
import type { District } from '../../schemas/types.ts';
import { readCatalogue, type Catalogue } from '../../server/catalogue.ts';
import { loadDataCheck } from '../../server/data-check.ts';
import type { SampleFamily } from '../../server/sample-families.ts';
import { fillAll, typedBy } from './fill.ts';
import {
  click,
  find,
  glimpse,
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

let server: Server;
let browser: Browser;
let catalogue: Catalogue;

before(async () => {
  catalogue = await readCatalogue([{ folder: 'schemas', districts: true }], await loadDataCheck('schemas'));
  browser = await openBrowser();
  server = await startServer();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

interface Seat {
  readonly page: Page;
  readonly watch: Watch;
}

interface CaseView {
  readonly case: {
    readonly measure: string;
    readonly route?: { readonly queue?: string };
    readonly household: readonly { readonly members: readonly unknown[] }[];
  };
  readonly phases: readonly {
    readonly id: string;
    readonly definitions: readonly { readonly id: string; readonly submissions: readonly unknown[] }[];
  }[];
  readonly documents: readonly {
    readonly id: string;
    readonly kind: string;
    readonly state: string;
    readonly copy: string;
  }[];
}

/** Somebody of the district's staff with this role, at the desk. */
async function seatOf(district: District, role: string): Promise<Seat> {
  const person = district.staff!.find(({ roles }) => roles.includes(role));
  assert.ok(person, `${district.id}: ${role}`);
  const seat = await openPage(browser, [server.base]);
  await signInAs(seat.page, server.base, person.id);
  return seat;
}

async function leave({ page, watch }: Seat): Promise<void> {
  assert.deepEqual(watch.trouble, []);
  assert.deepEqual(await violations(page), []);
  await page.browserContext().close();
}

/** Kinds of the answers of type money, by key. */
function moneyIn(schema: unknown, key = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = (schema as { 'x-type'?: string })['x-type'] === 'money' ? [key] : [];
  return [...own, ...Object.entries(schema).flatMap(([name, part]) => moneyIn(part, name))];
}

async function openForm(page: Page, definition: string): Promise<ElementHandle> {
  await click(page, `[data-definition="${definition}"] button`);
  const form = await find(page, 'patto-form');
  await until(
    () => form.evaluate((element) => Boolean(element.shadowRoot?.getElementById('heading'))),
    `${definition} is drawn`,
  );
  return form;
}

/** Gives a form its answers as a draft that somebody has begun. */
async function hand(form: ElementHandle, answers: object): Promise<void> {
  await form.evaluate((element, given) => {
    const it = element as HTMLElement & { draft: object };
    it.draft = { ...it.draft, answers: given, typed: {}, parked: {}, from: {} };
  }, answers);
  const [key] = Object.keys(answers);
  await until(
    () =>
      form.evaluate(
        (element, wanted) =>
          wanted in (element as HTMLElement & { value: object }).value &&
          Boolean(element.shadowRoot?.getElementById('heading')),
        key!,
      ),
    'the answers are taken up',
  );
}

/** Fills a form of the case: typed where it is the district's own, else handed to the form; then page by page to the end. */
async function compile(
  { page }: Seat,
  district: District,
  { definition, answers }: SampleFamily['submissions'][number],
): Promise<void> {
  const form = await openForm(page, definition);
  const source = catalogue.definitions(district.id).get(definition)!;
  const own = source.kind === 'form' && !catalogue.models(district.id).has(definition);
  if (!own) await hand(form, answers);
  const filling = {
    page,
    form,
    answers: own ? answers : {},
    ids: new Map<string, string>(),
    typed: typedBy(new Set(moneyIn(source))),
  };
  await fillAll(filling).catch((error: Error) => {
    throw new Error(`${district.id} ${definition}: ${error.message}`);
  });
  await find(page, '[data-sent]', 30_000);
  await click(page, '[data-sent] [data-back]');
  await until(
    async () => /Compilato|compilato/.test(await textOf(page, `[data-definition="${definition}"]`)),
    `${definition} stands in the case`,
  );
}

/** Issues what the phases make of this definition, as far as this person may. */
async function issue({ page }: Seat, definition: string): Promise<void> {
  for (;;) {
    const button = await glimpse(page, `[data-definition="${definition}"] [data-issue]`);
    if (!button) return;
    const kind = await button.evaluate((element) => element.dataset['issue']!);
    await button.evaluate((element) => element.click());
    await until(
      async () => {
        const anyway = await glimpse(page, '[data-issue-anyway]');
        if (await anyway?.isVisible()) await anyway!.evaluate((element) => element.click());
        return !(await glimpse(page, `[data-definition="${definition}"] [data-issue="${kind}"]`));
      },
      `${definition}: ${kind} is issued`,
      30_000,
    );
  }
}

/** The first element below this one that fits, shadow roots included, once it is there. */
const inside = (of: ElementHandle, selector: string): Promise<ElementHandle<HTMLElement>> =>
  until(async () => {
    const handle = await of.evaluateHandle((element, wanted) => {
      const look = (root: ShadowRoot | null): Element | undefined => {
        const here = root?.querySelector(wanted);
        if (here) return here;
        for (const each of root?.querySelectorAll('*') ?? []) {
          const below = look(each.shadowRoot);
          if (below) return below;
        }
        return undefined;
      };
      return look(element.shadowRoot);
    }, selector);
    return handle.asElement() as ElementHandle<HTMLElement> | null;
  }, selector);

/** Every line of the pact is signed on paper, then it is sealed. */
async function signAndSeal({ page }: Seat): Promise<void> {
  const screen = await find(page, 'patto-case');
  // printing goes on as a job of its own
  const pact = await until(
    async () => {
      const found = await screen.evaluateHandle((element) =>
        [...element.shadowRoot!.querySelectorAll('patto-case-document')].find((each) => {
          const { document: act } = each as HTMLElement & { document: { kind: string; copy: string } };
          return act.kind === 'pact' && act.copy === 'family';
        }),
      );
      return found.asElement() as ElementHandle<HTMLElement> | null;
    },
    'the pact stands in the case',
    30_000,
  );
  const press = async (selector: string): Promise<void> =>
    (await inside(pact, selector)).evaluate((element) => element.click());
  const text = (): Promise<string> =>
    pact.evaluate((element) =>
      [...element.shadowRoot!.children].map((child) => (child as HTMLElement).innerText ?? '').join('\n'),
    );
  const waiting = async (): Promise<number> => (await text()).match(/firma attesa/g)?.length ?? 0;
  for (let left = await waiting(); left > 0; left -= 1) {
    await press('[data-sign]');
    const dialog = await inside(pact, 'patto-dialog#sign');
    await until(
      () => dialog.evaluate((element) => element.shadowRoot!.querySelector('dialog')!.open),
      'the dialog is open',
    );
    await press('input[name="mode"][value="paper"]');
    for (const [field, words] of [
      ['#place', 'Sede del servizio'],
      ['#original', 'Armadio 1'],
    ] as const) {
      await (await inside(pact, field)).focus();
      await page.keyboard.type(words);
    }
    await press('patto-dialog#sign button.primary');
    await until(async () => (await waiting()) === left - 1, 'the signature is registered');
  }
  await press('[data-seal]');
  await until(async () => /sigillato/.test(await text()), 'the seal', 30_000);
}

/** What is printed in a document, in one line. */
async function textOfFile(page: Page, id: string): Promise<string> {
  const bytes = await page.evaluate(async (document) => {
    const file = new Uint8Array(await (await fetch(`/api/documents/${document}/file`)).arrayBuffer());
    return btoa(Array.from(file, (byte) => String.fromCharCode(byte)).join(''));
  }, id);
  const { stdout } = spawnSync('pdftotext', ['-raw', '-', '-'], { input: Buffer.from(bytes, 'base64') });
  return stdout.toString('utf8').replaceAll(/\s+/g, ' ');
}

async function walkThrough(district: District): Promise<void> {
  const [family] = catalogue.families(district.id);
  const [request, ...rest] = family!.submissions;
  const manager = district.staff!.find(({ id }) => id === family!.assigned![0])!;

  const desk = await seatOf(district, 'front-office');
  await click(desk.page, 'h1 + .cluster button.primary');
  const name = await find(desk.page, '#name');
  await name.focus();
  await desk.page.keyboard.type(family!.title);
  await (await find(desk.page, '#comune')).select(family!.comune);
  await (await find(desk.page, '#measure')).select(family!.measure);
  await click(desk.page, 'button[form="new"]');
  await find(desk.page, `[data-definition="${request!.definition}"]`);
  const place = new URL(desk.page.url()).hash;
  await compile(desk, district, request!);
  await issue(desk, request!.definition);
  await leave(desk);

  const lead = await seatOf(district, 'coordinator');
  await lead.page.goto(`${server.base}/desk${place}`);
  await (await find(lead.page, '#assign')).select(manager.id);
  await click(lead.page, '[data-assign]');
  await until(
    async () => (await textOf(lead.page, 'header dl')).includes(manager.name),
    `${manager.name} follows the case`,
  );

  const room = await openPage(browser, [server.base]);
  await signInAs(room.page, server.base, manager.id);
  await room.page.goto(`${server.base}/desk${place}`);
  for (const step of rest) {
    await find(room.page, `[data-definition="${step.definition}"]`);
    await compile(room, district, step);
    await issue(room, step.definition);
    const { kind } = catalogue.definitions(district.id).get(step.definition)!;
    if (kind === 'pact') await signAndSeal(room);
  }
  const answered = new Set(family!.submissions.map(({ definition }) => definition));
  const wanted = district.phases
    .flatMap(({ documents = [] }) => documents)
    .filter(({ definition }) => answered.has(definition))
    .map(({ kind }) => kind);
  const view = await until(
    async () => {
      const now = await room.page.evaluate(
        async (id) => (await (await fetch(`/api/cases/${id}`)).json()) as CaseView,
        place.split('/')[2]!,
      );
      const made = new Set(now.documents.map(({ kind }) => kind));
      return wanted.every((kind) => made.has(kind)) ? now : undefined;
    },
    `${district.id}: documents of the phases: ${wanted.join(', ')}`,
    30_000,
  );
  assert.equal(view.case.measure, family!.measure);
  assert.equal(view.case.household.at(-1)!.members.length, (request!.answers['nucleo'] as unknown[]).length);
  for (const phase of district.phases.filter(({ occasional }) => !occasional)) {
    const seen = view.phases.find(({ id }) => id === phase.id)!;
    assert.ok(
      seen.definitions.some(({ submissions }) => submissions.length > 0),
      `${district.id} ${phase.id}`,
    );
  }
  assert.ok(view.case.route?.queue, `${district.id}: the table of routing has said where it goes`);
  const life = await until(async () => {
    const text = await textOf(room.page, 'patto-case-pact');
    return /Attivo/.test(text) ? text : undefined;
  }, `${district.id}: the pact is signed, and active after its first review`);
  assert.ok(life);
  const pact = view.documents.find(({ kind, copy }) => kind === 'pact' && copy === 'family')!;
  assert.equal(pact.state, 'sealed');
  const paper = await textOfFile(room.page, pact.id);
  const own = catalogue.measures.get(family!.measure)!;
  for (const wanted of [own.pactName!, own.name, district.letterhead.lines[0]!, manager.name])
    assert.ok(paper.includes(wanted), `${district.id}: «${wanted}» is on the pact`);
  for (const { id, name } of catalogue.measures.values())
    assert.ok(id === own.id || !paper.includes(name), `${district.id}: «${name}» is not on the pact`);
  await leave(room);

  await lead.page.goto(`${server.base}/desk#/reports`);
  await click(lead.page, '[data-kind="progress"]');
  await click(lead.page, 'form[novalidate] button.primary');
  const seen = await textOf(lead.page, '#seen');
  for (const { title } of district.milestones!) assert.ok(seen.includes(title), `${district.id}: ${title}`);
  await leave(lead);
}

test('the same journey goes through each of the districts, from its data', async (suite) => {
  const modelled = [...catalogue.districts.values()].filter(({ demonstration }) => demonstration === 'asked');
  assert.equal(modelled.length, 5);
  for (const district of modelled) await suite.test(district.name, () => walkThrough(district));
});
