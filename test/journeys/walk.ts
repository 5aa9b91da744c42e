// SPDX-License-Identifier: AGPL-3.0-or-later
// What journeys over whole cases do at the desk, from data: open forms, fill them in, issue, sign, seal.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import type { Browser, ElementHandle, Page } from 'puppeteer';
import type { District } from '../../schemas/types.ts';
import type { Catalogue } from '../../server/catalogue.ts';
import type { SampleFamily } from '../../server/sample-families.ts';
import { fillAll, typedBy } from './fill.ts';
import { click, find, glimpse, openPage, signInAs, textOf, until, violations, type Watch } from './stage.ts';

/** Where a journey goes: a browser, a server, the data it began with. */
export interface Ground {
  readonly browser: Browser;
  readonly base: string;
  readonly catalogue: Catalogue;
}

export interface Seat {
  readonly page: Page;
  readonly watch: Watch;
}

export interface CaseView {
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
export async function seatOf({ browser, base }: Ground, district: District, role: string): Promise<Seat> {
  const person = district.staff!.find(({ roles }) => roles.includes(role));
  assert.ok(person, `${district.id}: ${role}`);
  const seat = await openPage(browser, [base]);
  await signInAs(seat.page, base, person.id);
  return seat;
}

export async function leave({ page, watch }: Seat): Promise<void> {
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

export async function openForm(page: Page, definition: string): Promise<ElementHandle> {
  await click(page, `[data-definition="${definition}"] button`);
  const form = await find(page, 'patto-form');
  await until(
    () => form.evaluate((element) => Boolean(element.shadowRoot?.getElementById('heading'))),
    `${definition} is drawn`,
  );
  return form;
}

/** Gives a form its answers as a draft that somebody has begun: it is drawn anew, from its first page. */
export async function hand(form: ElementHandle, answers: object): Promise<void> {
  const before = await form.evaluateHandle((element, given) => {
    const it = element as HTMLElement & { draft: object; store: object };
    const { store } = it;
    it.draft = { ...it.draft, page: undefined, answers: given, typed: {}, parked: {}, from: {} };
    return store;
  }, answers);
  await until(
    () =>
      form.evaluate(
        (element, old) =>
          (element as HTMLElement & { store: object }).store !== old &&
          Boolean(element.shadowRoot?.getElementById('heading')),
        before,
      ),
    'the answers are taken up',
  );
  // the page on which it stood goes with the next drawing
  await form.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(undefined)))),
  );
}

/** Fills a form of the case: typed where it is the district's own, else handed to the form; then page by page to the end. */
export async function compile(
  { catalogue }: Ground,
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
  await find(page, '[data-sent]');
  await click(page, '[data-sent] [data-back]');
  await until(
    async () => /Compilato|compilato/.test(await textOf(page, `[data-definition="${definition}"]`)),
    `${definition} stands in the case`,
  );
}

/** Issues what the phases make of this definition, as far as this person may. */
export async function issue({ page }: Seat, definition: string): Promise<void> {
  for (;;) {
    const button = await glimpse(page, `[data-definition="${definition}"] [data-issue]`);
    if (!button) return;
    const kind = await button.evaluate((element) => element.dataset['issue']!);
    await button.evaluate((element) => element.click());
    await until(async () => {
      const anyway = await glimpse(page, '[data-issue-anyway]');
      if (await anyway?.isVisible()) await anyway!.evaluate((element) => element.click());
      return !(await glimpse(page, `[data-definition="${definition}"] [data-issue="${kind}"]`));
    }, `${definition}: ${kind} is issued`);
  }
}

/** The first element below this one that fits, shadow roots included, once it is there. */
export const inside = (of: ElementHandle, selector: string): Promise<ElementHandle<HTMLElement>> =>
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

/** Every line of the pact is signed on paper, by who translated it too, then it is sealed. */
export async function signAndSeal({ page }: Seat, place = 'Sede del servizio'): Promise<void> {
  const screen = await find(page, 'patto-case');
  // printing goes on as a job of its own
  const pact = await until(async () => {
    const found = await screen.evaluateHandle((element) =>
      [...element.shadowRoot!.querySelectorAll('patto-case-document')].find((each) => {
        const { document: act } = each as HTMLElement & { document: { kind: string; copy: string } };
        return act.kind === 'pact' && act.copy === 'family';
      }),
    );
    return found.asElement() as ElementHandle<HTMLElement> | null;
  }, 'the pact stands in the case');
  const press = async (selector: string): Promise<void> =>
    (await inside(pact, selector)).evaluate((element) => element.click());
  const text = (): Promise<string> =>
    pact.evaluate((element) =>
      [...element.shadowRoot!.children].map((child) => (child as HTMLElement).innerText ?? '').join('\n'),
    );
  const due = /firma attesa/g;
  const translated = /mediazione linguistica\s*·\s*firma facoltativa/g;
  const waiting = async (): Promise<number> => {
    const now = await text();
    return [due, translated].reduce((sum, one) => sum + (now.match(one)?.length ?? 0), 0);
  };
  for (let left = await waiting(); left > 0; left -= 1) {
    await press('[data-sign]');
    const dialog = await inside(pact, 'patto-dialog#sign');
    await until(
      () => dialog.evaluate((element) => element.shadowRoot!.querySelector('dialog')!.open),
      'the dialog is open',
    );
    // whoever must sign is offered first
    if (!(await text()).match(due)) {
      const list = await inside(pact, '#signer');
      const value = await list.evaluate(
        (select) =>
          [...(select as HTMLSelectElement).options].find((one) => /mediazione linguistica/.test(one.text))!
            .value,
      );
      await list.select(value);
    }
    await press('input[name="mode"][value="paper"]');
    for (const [field, words] of [
      ['#place', place],
      ['#original', 'Armadio 1'],
    ] as const) {
      await (await inside(pact, field)).focus();
      await page.keyboard.type(words);
    }
    await press('patto-dialog#sign button.primary');
    await until(async () => (await waiting()) === left - 1, 'the signature is registered');
  }
  await press('[data-seal]');
  const sealed = async (): Promise<boolean> => /sigillato/.test(await text());
  // whoever could sign and did not is told once more
  const left = await inside(pact, 'patto-dialog#confirm');
  const asked = (): Promise<boolean> =>
    left.evaluate((element) => element.shadowRoot!.querySelector('dialog')!.open);
  await until(async () => (await asked()) || (await sealed()), 'the seal, or who has not signed');
  if (await asked()) await press('patto-dialog#confirm button.primary');
  await until(sealed, 'the seal');
}

/** What is printed in a document, in one line. */
export async function textOfFile(page: Page, id: string): Promise<string> {
  const bytes = await page.evaluate(async (document) => {
    const file = new Uint8Array(await (await fetch(`/api/documents/${document}/file`)).arrayBuffer());
    return btoa(Array.from(file, (byte) => String.fromCharCode(byte)).join(''));
  }, id);
  const { stdout } = spawnSync('pdftotext', ['-raw', '-', '-'], { input: Buffer.from(bytes, 'base64') });
  return stdout.toString('utf8').replaceAll(/\s+/g, ' ');
}
