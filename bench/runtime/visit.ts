// SPDX-License-Identifier: AGPL-3.0-or-later
// One visit: a fresh page, one runtime, one form. What is asked of it gives the figures of one round.
import type { CDPSession, Page } from 'puppeteer';
import type { Bench } from './serve.ts';
import { key } from './spec.ts';

/** Figures of one visit by name, in milliseconds unless the name says otherwise. */
export type Figures = { readonly [name: string]: number };

/** Question that is typed into, and how often. */
const FIELD = key(6);
const KEYS = 20;
/** Milliseconds in which what waits for an idle page has its time. */
const IDLE = 500;
/** Longer than anybody delays saving after a key. */
const AFTERMATH = 1000;
const CYCLES = 20;

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

export class Visit {
  readonly page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
  }

  static async begin(bench: Bench): Promise<Visit> {
    const page = await bench.browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    const session = await page.createCDPSession();
    // what the thread really did: others on the machine do not count
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(bench.url);
    await page.waitForFunction(() => window.bench !== undefined);
    return new Visit(page, session);
  }

  async #metric(name: string): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return metrics.find((each) => each.name === name)?.value ?? NaN;
  }

  /** What the main thread has worked so far, in milliseconds. */
  async busy(): Promise<number> {
    return (await this.#metric('TaskDuration')) * 1000;
  }

  /** JavaScript heap of the whole page after collection, in KB. */
  async heap(): Promise<number> {
    for (let time = 0; time < 3; time++) await this.#session.send('HeapProfiler.collectGarbage');
    return (await this.#session.send('Runtime.getHeapUsage')).usedSize / 1024;
  }

  async mount(screen = 10): Promise<Figures> {
    const start = await this.busy();
    const { first, all } = await this.page.evaluate((each) => window.bench.mount(each), screen);
    const busy = (await this.busy()) - start;
    await wait(IDLE);
    const longest = await this.page.evaluate(() => window.bench.longest());
    return { first, all, mountBusy: busy, longest };
  }

  /** Types into a text question; `name`: of it, for the figures. */
  async type(field = FIELD, name = 'key'): Promise<Figures> {
    await this.page.evaluate((each) => window.bench.focus(each), field);
    await wait(200);
    await this.page.keyboard.type('a');
    await wait(AFTERMATH);
    const start = await this.busy();
    for (let time = 0; time < KEYS; time++) {
      await this.page.keyboard.type('b');
      await this.page.waitForFunction((count) => window.bench.strokes().length >= count, {}, time + 2);
    }
    const strokes = (await this.page.evaluate(() => window.bench.strokes())).slice(1);
    await wait(AFTERMATH);
    const busy = ((await this.busy()) - start) / KEYS;
    const stored = await this.page.evaluate((each) => window.bench.answer(each), field);
    if (stored !== `a${'b'.repeat(KEYS)}`)
      throw new Error(`of ${KEYS + 1} keys this was kept: ${String(stored)}`);
    return { [name]: median(strokes), [`${name}Busy`]: busy };
  }

  /** Hides and shows what hangs on the first question. */
  async toggle(): Promise<Figures> {
    const times: { hide: number[]; show: number[] } = { hide: [], show: [] };
    const start = await this.busy();
    for (let time = 0; time < 3; time++) {
      times.hide.push(await this.page.evaluate(() => window.bench.choose(false)));
      times.show.push(await this.page.evaluate(() => window.bench.choose(true)));
    }
    const busy = ((await this.busy()) - start) / 6;
    return { hide: median(times.hide), show: median(times.show), toggleBusy: busy };
  }

  /** Puts an empty row after one of a repeat and takes it out again. */
  async rows(after: number): Promise<Figures> {
    const times: { insert: number[]; remove: number[] } = { insert: [], remove: [] };
    await this.page.evaluate((each) => window.bench.focus(each), key(1));
    await wait(AFTERMATH);
    const start = await this.busy();
    for (let time = 0; time < 5; time++) {
      times.insert.push(await this.page.evaluate((row) => window.bench.row('insert', row), after));
      times.remove.push(await this.page.evaluate((row) => window.bench.row('remove', row), after + 1));
    }
    const busy = ((await this.busy()) - start) / 10;
    return { insert: median(times.insert), remove: median(times.remove), rowsBusy: busy };
  }

  async validate(): Promise<Figures> {
    // Whoever asks for errors has turned to the form before.
    await this.page.evaluate((each) => window.bench.focus(each), FIELD);
    await wait(AFTERMATH);
    const start = await this.busy();
    const validate = await this.page.evaluate(() => window.bench.validate());
    return { validate, validateBusy: (await this.busy()) - start };
  }

  /** What each of many mounts and unmounts leaves behind: KB, nodes, listeners. */
  async cycles(): Promise<Figures> {
    await this.page.evaluate(() => window.bench.mount());
    await this.page.evaluate(() => window.bench.cycles(5));
    const state = async () => {
      await wait(IDLE);
      await this.page.evaluate(() => window.bench.unmount());
      const heap = await this.heap();
      return { heap, nodes: await this.#metric('Nodes'), listeners: await this.#metric('JSEventListeners') };
    };
    const before = await state();
    await this.page.evaluate(() => window.bench.mount());
    await this.page.evaluate((times) => window.bench.cycles(times), CYCLES - 1);
    const after = await state();
    return {
      leak: (after.heap - before.heap) / CYCLES,
      leakedNodes: after.nodes - before.nodes,
      leakedListeners: after.listeners - before.listeners,
    };
  }

  async end(): Promise<void> {
    await this.page.close();
  }
}

export const median = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;
