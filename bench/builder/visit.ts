// SPDX-License-Identifier: AGPL-3.0-or-later
// One visit of the builder: a fresh page and profile, one definition. What is done in it gives the figures of one round.
import type { Browser, BrowserContext, CDPSession, Page } from 'puppeteer';
import { titleOf } from './big.ts';
import { ADMINISTRATOR } from './serve.ts';

/** Figures of one visit by name, in milliseconds. */
export type Figures = { readonly [name: string]: number };

/** Milliseconds in which what waits for a quiet moment begins: preview, saving. What it sets off is waited for. */
const BEGINS = 700;
const QUIET = 250;
const TIMES = 2;

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

declare global {
  interface Window {
    /** milliseconds from the last key or press until what is asked was painted */
    painted(what: string, wanted: string): Promise<number>;
    /** resolves when the server has answered all and was asked nothing more for so many milliseconds */
    answered(quiet: number): Promise<void>;
  }
}

/** In the page: waits, frame by frame, until something is as wanted, then until that frame is painted. */
function install(): void {
  let pressed = 0;
  let asked = 0;
  let last = 0;
  const { fetch: ask } = window;
  window.fetch = async (...request) => {
    // That one is answered when somebody else comes.
    if (String(request[0]).endsWith('/lease')) return ask(...request);
    asked++;
    try {
      return await ask(...request);
    } finally {
      asked--;
      last = performance.now();
    }
  };
  window.answered = async (quiet) => {
    while (asked > 0 || performance.now() - last < quiet) await new Promise((done) => setTimeout(done, 50));
  };
  for (const name of ['keydown', 'pointerdown'])
    addEventListener(name, (event) => {
      pressed = event.timeStamp;
    }, true); // prettier-ignore
  const root = (): ParentNode => document.querySelector('patto-builder')?.shadowRoot ?? document;
  /** Things that were looked for before: finding them in a long form takes time that nobody else needs. */
  const found = new Map<string, WeakRef<Element>>();
  const find = (selector: string): Element | undefined => {
    const before = found.get(selector)?.deref();
    if (before?.isConnected) return before;
    const now = root().querySelector(selector);
    if (now) found.set(selector, new WeakRef(now));
    return now ?? undefined;
  };
  const looks: { readonly [what: string]: (wanted: string) => boolean } = {
    chosen: (wanted) => (find('#panel-title') as HTMLTextAreaElement | undefined)?.value === wanted,
    // wanted: handle, then the title
    label: (wanted) => {
      const [handle = '', ...title] = wanted.split(' ');
      const head = find(`[data-thing="${handle}"]`)?.querySelector('.title');
      return head?.textContent?.trim() === title.join(' ');
    },
    after: (wanted) => {
      const [first, second] = wanted.split(' ');
      const one = find(`[data-thing="${first}"]`);
      const other = find(`[data-thing="${second}"]`);
      if (!one || !other) return false;
      return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
    },
    drawn: (wanted) =>
      Boolean(find('patto-builder-preview patto-form')?.shadowRoot?.querySelector('input')) &&
      root().querySelectorAll('[data-thing^="/"]').length >= Number(wanted),
    first: () => Boolean(root().querySelector('[data-thing^="/"]')),
  };
  window.painted = (what, wanted) =>
    new Promise((done) => {
      const look = (): void => {
        requestAnimationFrame(() => {
          if (!looks[what]!(wanted)) return look();
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => done(performance.now() - pressed));
          port1.start();
          port2.postMessage(0);
        });
      };
      look();
    });
}

export class Visit {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #session: CDPSession;
  readonly #base: string;

  private constructor(context: BrowserContext, page: Page, session: CDPSession, base: string) {
    this.#context = context;
    this.page = page;
    this.#session = session;
    this.#base = base;
  }

  static async begin(browser: Browser, base: string): Promise<Visit> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 1440, height: 900 });
    const session = await page.createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.evaluateOnNewDocument(install);
    await page.goto(`${base}/builder`);
    await page.evaluate(
      (as) =>
        fetch('/api/session', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ as }),
        }).then(() => undefined),
      ADMINISTRATOR,
    );
    await page.goto('about:blank');
    return new Visit(context, page, session, base);
  }

  async end(): Promise<void> {
    await this.#context.close();
  }

  async #busy(): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return (metrics.find((each) => each.name === 'TaskDuration')?.value ?? NaN) * 1000;
  }

  /** From the navigation on; a second look, when the code is in the browser's cache. */
  async open(count: number, turn = 0): Promise<Figures> {
    const url = `${this.#base}/builder#/banco-${count}-${turn}`;
    await this.page.goto(url);
    await this.page.evaluate(() => window.painted('first', ''));
    await this.#rest();
    await this.page.goto('about:blank');
    await wait(200);
    const start = await this.#busy();
    await this.page.goto(url, { waitUntil: 'domcontentloaded' });
    const [first, open] = await this.page.evaluate(
      (all) => Promise.all([window.painted('first', ''), window.painted('drawn', all)]),
      String(count),
    );
    await this.#rest();
    return { first, open, openBusy: (await this.#busy()) - start };
  }

  /** Until all is saved, what is found in it is here, and nothing is left to do. */
  async #rest(): Promise<void> {
    await wait(BEGINS);
    await this.page.evaluate((quiet) => window.answered(quiet), QUIET);
    await wait(QUIET);
  }

  async #timed(act: () => Promise<number>): Promise<readonly [painted: number, busy: number]> {
    const start = await this.#busy();
    const painted = await act();
    await this.#rest();
    return [painted, (await this.#busy()) - start];
  }

  #painted(what: string, wanted: string): Promise<number> {
    return this.page.evaluate((...args) => window.painted(...args), what, wanted);
  }

  async #centre(handle: string): Promise<{ x: number; y: number }> {
    return this.page.evaluate(async (wanted) => {
      const root = document.querySelector('patto-builder')!.shadowRoot!;
      const pick = root.querySelector(`[data-pick="${wanted}"]`)!;
      pick.scrollIntoView({ block: 'center' });
      await new Promise((done) => setTimeout(done, 400));
      const { left, top, height } = pick.getBoundingClientRect();
      return { x: left + 40, y: top + height / 2 };
    }, handle);
  }

  /** Selects, types in the label, undoes, moves: in the middle of the form. */
  async edit(count: number): Promise<Figures> {
    const own = count - 2 * Math.floor(count / 4) - 2;
    // The same kinds of question in both forms: a text, then a choice; neither the last of its section.
    const first = Math.floor(own / 16) * 8;
    const taken: { [name: string]: number[] } = {};
    const note = (name: string, [painted, busy]: readonly [number, number]): void => {
      (taken[name] ??= []).push(painted);
      (taken[`${name}Busy`] ??= []).push(busy);
    };
    for (let time = 0; time < TIMES; time++) {
      const index = first + time;
      const handle = `/q_${index}`;
      const title = titleOf('q', index);
      const spot = await this.#centre(handle);
      await this.#rest();
      note('select', await this.#timed(async () => {
        await this.page.mouse.click(spot.x, spot.y);
        return this.#painted('chosen', title);
      })); // prettier-ignore
      await this.page.evaluate(() => {
        const root = document.querySelector('patto-builder')!.shadowRoot!;
        const field = root.querySelector<HTMLTextAreaElement>('#panel-title')!;
        field.focus();
        field.setSelectionRange(field.value.length, field.value.length);
      });
      await wait(QUIET);
      note('key', await this.#timed(async () => {
        await this.page.keyboard.type('x');
        return this.#painted('label', `${handle} ${title}x`);
      })); // prettier-ignore
      note('undo', await this.#timed(async () => {
        await this.page.keyboard.down('Control');
        await this.page.keyboard.press('z');
        await this.page.keyboard.up('Control');
        return this.#painted('label', `${handle} ${title}`);
      })); // prettier-ignore
      await this.page.evaluate((wanted) => {
        const root = document.querySelector('patto-builder')!.shadowRoot!;
        root.querySelector<HTMLElement>(`[data-pick="${wanted}"]`)!.focus();
      }, handle);
      await wait(QUIET);
      note('move', await this.#timed(async () => {
        await this.page.keyboard.down('Alt');
        await this.page.keyboard.press('ArrowDown');
        await this.page.keyboard.up('Alt');
        return this.#painted('after', `/q_${index + 1} ${handle}`);
      })); // prettier-ignore
      // back where it was, for the next round of this visit
      await this.page.keyboard.down('Control');
      await this.page.keyboard.press('z');
      await this.page.keyboard.up('Control');
    }
    return Object.fromEntries(
      Object.entries(taken).map(([name, values]) => [name, name.endsWith('Busy') ? mean(values) : median(values)]), // prettier-ignore
    );
  }
}
