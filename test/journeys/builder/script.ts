// SPDX-License-Identifier: AGPL-3.0-or-later
// The first ten minutes of an administrator who has never seen the builder, minute by minute; the same for every way of working.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { readFile, mkdir, writeFile } from 'node:fs/promises';
import { laidOut, violationsOf } from '../axe.ts';
import { linesOf } from '../heard.ts';
import { click, find, glimpse, rest, textOf, until, violations, type Watch } from '../stage.ts';
import type { Person } from './person.ts';
import { seenOn } from './watching.ts';

/** Most actions of one step. */
const MOST = 12;
/** A save shows within so many milliseconds: looked at where nothing else is done (PATTO_PROOF=full). */
const SAVED = process.env['PATTO_PROOF'] === 'full' ? 1_000 : Infinity;
const kept = 'test/journeys/builder/screens';
const pictures = 'test/artifacts/builder';
const keep = process.env['PATTO_NAMES'] === 'keep';

export interface Journey {
  readonly person: Person;
  readonly watch: Watch;
  readonly base: string;
  /** of the published form, once it is */
  address?: string;
}

/** Which forms a district begins with is data: of the list only those that this way goes through are compared. */
const shipped = new Set(
  readdirSync('schemas/national', { recursive: true, encoding: 'utf8' })
    .filter((file) => /definitions\/[^/]+\.json$/.test(file))
    .map((file) => (JSON.parse(readFileSync(`schemas/national/${file}`, 'utf8')) as { title: string }).title)
    .filter((title) => !/^(Analisi preliminare|Patto per l’inclusione)/.test(title)),
);
const counts = (line: string): boolean =>
  !/^ *listitem · level=1$/.test(line) &&
  ![...shipped].some((title) => line.includes(` · ${title}`) || line === `a ${title}`);

/** Hours, the server's port and the text of a template change. */
const steady = (line: string): string =>
  line
    .replace(/(textbox · Testo del modello .*?) · = .*/s, '$1')
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1')
    .replace(/\b\d{1,2}:\d{2}\b/g, '00:00');

/** The screen as it stands: axe-core, policy, one message at most; with keys also its names and the order of the focus. */
export async function look({ person, watch }: Journey, name: string): Promise<void> {
  const { page } = person;
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await rest(page);
  await mkdir(pictures, { recursive: true });
  if (person.way === 'pointer' && keep)
    for (const width of [768, 1280]) {
      await page.setViewport({ width, height: 900 });
      await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
    }
  // Bars that stay in sight cover what is scrolled under them, wherever that is.
  // What was never on screen has no true size yet, and seems to lie under what follows: the whole page is passed once.
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 700) {
      scrollTo(0, y);
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    }
    scrollTo(0, 0);
  });
  assert.deepEqual(await violationsOf(page), [], `${name}: axe-core`);
  assert.deepEqual(await violations(page), [], `${name}: policy`);
  // The browser reads the preview of a document with pages of its own.
  const trouble = watch.trouble.filter((line) => !/^request: chrome(-extension)?:/.test(line));
  assert.deepEqual(trouble, [], name);
  const { blocking } = await seenOn(page);
  assert.ok(blocking <= 1, `${name}: ${blocking} messages at once`);
  if (person.way === 'keyboard') await compare(person, name);
}

/** Names and order of the focus against those kept beside this file; PATTO_NAMES=keep writes them. */
async function compare({ cdp, page }: Person, name: string): Promise<void> {
  const back = await laidOut(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  await back();
  // What a closed list offers is read once it is opened.
  const heard = linesOf(nodes, nodes[0]!)
    .filter((line) => !/^ *(option|MenuListPopup)\b/.test(line) && counts(line))
    .map(steady);
  const file = `${kept}/${name}.json`;
  const order = (await stopsOf(page)).filter(counts).map(steady);
  const found = `${JSON.stringify({ heard, order }, null, 2)}\n`;
  await mkdir(kept, { recursive: true });
  if (keep) return writeFile(file, found);
  const before = await readFile(file, 'utf8').catch(() => '{}');
  assert.deepEqual(JSON.parse(found), JSON.parse(before), `${file}: what is read aloud or its order has changed`); // prettier-ignore
}

/** Everything the Tab key stops at, in order, as the browser finds it: what is shown, may have the focus, and is no part of a group that is one stop. */
const stopsOf = (page: Person['page']): Promise<string[]> =>
  page.evaluate(() => {
    let stops: string[] = [];
    let modal: HTMLElement | undefined;
    const radios = new Set<string>();
    const visit = (root: Node): void => {
      for (const node of root.childNodes) {
        if (!(node instanceof HTMLElement)) {
          visit(node);
          continue;
        }
        const { display, visibility } = getComputedStyle(node);
        if (display === 'none' || visibility === 'hidden' || node.inert) continue;
        if (node.matches('dialog:modal')) modal = node;
        const group = node instanceof HTMLInputElement && node.type === 'radio' ? node.name : '';
        const able = display !== 'contents' && node.tabIndex >= 0 && !node.matches(':disabled') && node.matches('a[href], button, input, select, textarea, summary, iframe, [tabindex]'); // prettier-ignore
        if (able && !(group !== '' && radios.has(group))) {
          if (group !== '') radios.add(group);
          const label = (node as HTMLInputElement).labels?.[0]?.textContent ?? '';
          const name = node.ariaLabel ?? (label || node.title || node.textContent || '');
          stops.push(`${node.localName} ${name.replace(/\s+/g, ' ').trim().slice(0, 80)}`);
        }
        if (node instanceof HTMLSlotElement) node.assignedNodes().forEach((each) => visit({ childNodes: [each] } as unknown as Node)); // prettier-ignore
        visit(node.shadowRoot ?? node);
      }
    };
    visit(document.body);
    // Behind a dialog nothing is reached.
    if (modal) {
      stops = [];
      visit(modal);
    }
    return stops;
  });

/** One step of the script, with no more actions than a person would bear. */
export async function step(journey: Journey, name: string, work: () => Promise<void>): Promise<void> {
  journey.person.actions = [];
  await work().catch(async (error: Error) => {
    await mkdir(pictures, { recursive: true });
    await journey.person.page.screenshot({ path: `${pictures}/failed-${journey.person.way}.png` });
    error.message = `${name}: ${error.message}\n  after: ${journey.person.actions.join(', ')}`;
    throw error;
  });
  const { actions } = journey.person;
  if (process.env['PATTO_KEYS'])
    console.log(`# ${journey.person.way} ${name}: ${actions.length}: ${actions.join(', ')}`);
  assert.ok(actions.length <= MOST, `${name} takes ${actions.length} actions: ${actions.join(', ')}`);
}

/** All is on the server; a proof also wants the mark that says so within a second of the last act, at the second try. */
export async function saved(journey: Journey, again: () => Promise<void>): Promise<void> {
  const { page } = journey.person;
  const took = async (before: number): Promise<number> => {
    const { saves } = await until(async () => {
      const seen = await seenOn(page);
      return seen.saves.length > before && (await glimpse(page, '[data-save="clean"]')) ? seen : undefined;
    }, 'saved');
    return Math.max(...saves.slice(before));
  };
  const first = await took(0);
  if (first <= SAVED) return;
  const before = (await seenOn(page)).saves.length;
  await again();
  const second = await took(before);
  assert.ok(second <= SAVED, `a save shows after ${Math.round(first)} and ${Math.round(second)} ms`);
}

export const message = (journey: Journey): Promise<string> =>
  textOf(journey.person.page, '.message').then((text) => text.trim());

export const says = (journey: Journey, text: string | RegExp): Promise<string> =>
  until(
    async () => {
      const said = await message(journey);
      return (typeof text === 'string' ? said.includes(text) : text.test(said)) ? said : undefined;
    },
    `said: ${String(text)}`,
  );

export { click, find, glimpse, textOf, until };
