// SPDX-License-Identifier: AGPL-3.0-or-later
// What every journey stands on: the built server on an empty data folder, and a real Chromium that watches for trouble.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type ElementHandle, type HTTPRequest, type Page } from 'puppeteer';

/**
 * Longest wait, in milliseconds, for what has to come. What comes is not slowed by it, and a machine with much else
 * to do takes its time.
 */
export const PATIENCE = 60_000;
/** How many times slower the processor seems to the pages: for finding what only a slow machine shows. */
const SLOWER = Number(process.env['PATTO_SLOWER'] ?? 1);

export interface Server {
  /** http://127.0.0.1:port */
  readonly base: string;
  /** the sample page of another origin */
  readonly other: string;
  readonly data: string;
  stop(): Promise<void>;
}

/** Starts dist/server/main.js on free ports; resolves when it says that it is ready. */
export async function startServer(data?: string): Promise<Server> {
  const folder = data ?? join(await mkdtemp(join(tmpdir(), 'patto-journey-')), 'data');
  const child: ChildProcess = spawn(process.execPath, ['--enable-source-maps', 'dist/server/main.js'], {
    env: { ...process.env, PORT: '0', PATTO_DATA: folder, PATTO_URL: '', PATTO_TODAY: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ready = new Promise<{ base: string; other: string }>((done, fail) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const port = /"event":"ready".*?"port":(\d+)/.exec(said)?.[1];
      if (!port) return;
      const base = `http://127.0.0.1:${port}`;
      const other = [...said.matchAll(/http:\/\/127\.0\.0\.1:\d+/g)].map(String).find((url) => url !== base);
      done({ base, other: other ?? '' });
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}:\n${said}`)));
  });
  const { base, other } = await ready;
  return {
    base,
    other,
    data: folder,
    stop: async () => {
      if (child.exitCode === null) {
        const gone = new Promise((done) => child.once('exit', done));
        child.kill('SIGTERM');
        await gone;
      }
      if (!data) await rm(join(folder, '..'), { recursive: true, force: true });
    },
  };
}

export interface Watch {
  /** everything that must not happen: console errors, uncaught errors, requests to other hosts, policy violations */
  readonly trouble: string[];
}

export const openBrowser = async (): Promise<Browser> =>
  puppeteer.launch({
    timeout: 2 * PATIENCE,
    // the set-up script names the browser that it found
    executablePath: process.env['PUPPETEER_EXECUTABLE_PATH'] ?? '/usr/bin/chromium',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=it',
    ],
  });

const firefox = process.env['PATTO_FIREFOX'] ?? '/usr/bin/firefox-esr';
export const hasFirefox = existsSync(firefox);

export const openFirefox = async (): Promise<Browser> =>
  puppeteer.launch({ browser: 'firefox', executablePath: firefox, timeout: 2 * PATIENCE });

/** A page in a profile of its own that notes every kind of trouble. */
export async function openPage(
  browser: Browser,
  hosts: readonly string[],
  width = 1280,
): Promise<{ page: Page; watch: Watch }> {
  const context = await browser.createBrowserContext();
  return watched(await context.newPage(), hosts, width);
}

/** The same beside a page that is open, of the same person on the same device. */
export const openBeside = async (page: Page, hosts: readonly string[]) =>
  watched(await page.browserContext().newPage(), hosts, 1280);

async function watched(
  page: Page,
  hosts: readonly string[],
  width: number,
): Promise<{ page: Page; watch: Watch }> {
  page.setDefaultTimeout(PATIENCE);
  await page.setViewport({ width, height: 900 });
  if (SLOWER > 1) await page.emulateCPUThrottling(SLOWER);
  noteRequests(page);
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error')
      trouble.push(`console: ${message.text()} ${message.location().url ?? ''}`);
  });
  page.on('pageerror', (error) => trouble.push(`uncaught: ${String(error)}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob|about):/.test(url) && !hosts.some((host) => url.startsWith(host)))
      trouble.push(`request: ${url}`);
  });
  await page.evaluateOnNewDocument(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { violations: seen });
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  return { page, watch: { trouble } };
}

/** Content-Security-Policy and Trusted Types violations of the document that is open. */
export const violations = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);

/** Answered only when somebody else wants to edit the same form. */
const heldOpen = /\/lease$/;
/** What the document that is open has asked for and not yet been given. */
const asked = new WeakMap<Page, Set<HTTPRequest>>();

function noteRequests(page: Page): void {
  const open = new Set<HTTPRequest>();
  asked.set(page, open);
  let leaving = false;
  page.on('request', (request) => {
    leaving ||= request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (!heldOpen.test(request.url())) open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  // of what was under way when a page was left no end is told
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || !leaving) return;
    leaving = false;
    open.clear();
  });
}

/**
 * Lets what the page still asks for come in, so that late trouble is seen: it is given all for a while.
 * A request that never ends is not waited for long.
 */
export async function rest(page: Page): Promise<void> {
  const timeout = 10_000;
  const open = asked.get(page);
  if (!open) return page.waitForNetworkIdle({ idleTime: 150, timeout }).catch(() => undefined);
  const end = Date.now() + timeout;
  for (let calm = 0; calm < 6 && Date.now() < end; calm = open.size === 0 ? calm + 1 : 0)
    await new Promise((done) => setTimeout(done, 25));
}

/** The first element that fits, shadow roots included; undefined when there is none now. */
export async function glimpse(page: Page, selector: string): Promise<ElementHandle<HTMLElement> | undefined> {
  const handle = await page.evaluateHandle((wanted) => {
    const look = (root: Document | ShadowRoot): Element | undefined => {
      const here = root.querySelector(wanted);
      if (here) return here;
      for (const each of root.querySelectorAll('*')) {
        const inside = each.shadowRoot ? look(each.shadowRoot) : undefined;
        if (inside) return inside;
      }
      return undefined;
    };
    return look(document);
  }, selector);
  return (handle.asElement() as ElementHandle<HTMLElement> | null) ?? undefined;
}

/** The same, waited for: what changes inside shadow roots is not seen by the browser driver's own waiting. */
export const find = (page: Page, selector: string, limit?: number): Promise<ElementHandle<HTMLElement>> =>
  until(() => glimpse(page, selector), selector, limit);

/** Where a pointer meets it: undefined while it moves, while something lies on it, once it has been drawn again. */
const pointOf = (element: ElementHandle<HTMLElement>): Promise<{ x: number; y: number } | undefined> =>
  element.evaluate(async (it) => {
    it.scrollIntoView({ block: 'center', behavior: 'instant' });
    // a page that is not in front draws no frames
    const frame = (): Promise<unknown> =>
      Promise.race([
        new Promise((done) => requestAnimationFrame(done)),
        new Promise((done) => setTimeout(done, 200)),
      ]);
    const place = (): DOMRect | undefined => [...it.getClientRects()].find((box) => box.width && box.height);
    const before = place();
    await frame();
    await frame();
    const now = place();
    if (!before || !now || before.x !== now.x || before.y !== now.y) return undefined;
    const point = { x: now.x + now.width / 2, y: now.y + now.height / 2 };
    let hit = document.elementFromPoint(point.x, point.y);
    for (let inner = hit; inner;) {
      inner = inner.shadowRoot?.elementFromPoint(point.x, point.y) ?? null;
      if (inner === hit) break;
      hit = inner ?? hit;
    }
    const labelled = (hit?.closest('label') as HTMLLabelElement | null)?.control;
    for (let at: Node | null | undefined = hit; at;)
      if (at === it || labelled === it) return point;
      else at = (at as Element).assignedSlot ?? at.parentNode ?? (at as ShadowRoot).host;
    return undefined;
  });

/**
 * Clicks once; false if nothing of it has arrived: the page has moved under the pointer, and a person would click again.
 * Throws while there is nothing to click.
 */
export async function hit(page: Page, element: ElementHandle<HTMLElement>): Promise<boolean> {
  const point = await pointOf(element);
  if (!point) return false;
  const heard = await element.evaluateHandle((it) => {
    const seen = { click: false };
    it.addEventListener('click', () => (seen.click = true), { capture: true, once: true });
    return seen;
  });
  await page.mouse.click(point.x, point.y);
  // a page that has gone elsewhere was clicked
  return heard.evaluate(({ click: arrived }) => arrived).catch(() => true);
}

/** Finds and clicks, once it stands still and nothing lies on it. */
export async function click(page: Page, selector: string): Promise<void> {
  await until(async () => {
    const found = await glimpse(page, selector);
    return found !== undefined && hit(page, found);
  }, `a click on ${selector}`);
}

/** Chooses from a closed list, once it is offered there. */
export async function choose(page: Page, selector: string, value: string): Promise<void> {
  await until(async () => {
    const list = await glimpse(page, selector);
    return (await list?.select(value))?.includes(value);
  }, `${value} chosen in ${selector}`);
}

/** A picture to look at; a whole run takes none. */
export async function picture(page: Page, path: string, fullPage = false): Promise<void> {
  if (process.env['PATTO_PICTURES']) await page.screenshot({ path: `${path}.png`, fullPage });
}

/** The text that a person sees of it, one line a block. */
export const textOf = async (page: Page, selector: string): Promise<string> =>
  (await find(page, selector)).evaluate((element) =>
    element.shadowRoot
      ? [...element.shadowRoot.children].map((child) => (child as HTMLElement).innerText ?? '').join('\n')
      : element.innerText,
  );

/** Demonstration sign-in, as the screen does it. */
export async function signInAs(page: Page, base: string, person: string): Promise<void> {
  await page.goto(`${base}/desk`);
  const button = await find(page, `button[data-person="${person}"]`);
  // faces may still be loading and move the button under a pointer
  await button.evaluate((element) => element.click());
  await find(page, '.person');
}

/** Waits until the expression gives something truthy, at most `limit` milliseconds. */
export async function until<Value>(
  what: () => Promise<Value>,
  about: string,
  limit = PATIENCE,
): Promise<NonNullable<Value>> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await what().catch(() => undefined);
    if (value) return value as NonNullable<Value>;
    if (Date.now() > end) throw new Error(`not in time: ${about}`);
    await new Promise((done) => setTimeout(done, 60));
  }
}
