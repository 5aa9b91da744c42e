// SPDX-License-Identifier: AGPL-3.0-or-later
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer';
import type { Problem } from '../runtime/problem.ts';
import type { Outcome } from './storage/contract.ts';

/** HTML in, PDF out: a browser that runs no script and reaches no network. */
export interface Printer {
  /** `deadline`: milliseconds for the whole, retries included */
  print(html: string, deadline?: number): Promise<Outcome<Uint8Array>>;
  health(): {
    readonly ok: boolean;
    readonly launched: number;
    readonly printed: number;
    readonly detail?: string;
  };
  /** starts the browser ahead of the first job */
  warm(): Promise<void>;
  /** ends when no process of the browser is left */
  close(): Promise<void>;
  /** process id of the browser in use; for tests and health */
  pid(): number | undefined;
}

export interface PrinterOptions {
  readonly executablePath?: string;
  /** pages printing at the same time */
  readonly pages?: number;
  /** jobs after which the browser is replaced */
  readonly jobs?: number;
}

/** A page of the pool. `blank`: is nothing left in it of what it printed last? */
interface Sheet {
  readonly page: Page;
  readonly session: CDPSession;
  blank: Promise<boolean>;
}

/** One browser with its idle pages; once `tired` it takes no job and ends with its last one. */
interface House {
  readonly browser: Browser;
  readonly idle: Sheet[];
  busy: number;
  jobs: number;
  tired: boolean;
}

const longest = 20_000;
const attempts = 3;
/** HTML beyond this is refused before a browser sees it */
const largest = 8 * 1024 * 1024;

const flags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--no-first-run',
  '--no-pings',
  '--mute-audio',
  '--font-render-hinting=none',
  // No name resolves and every connection goes to a proxy that is not there, loopback included.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  // WebRTC would go round the proxy.
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];

function problem(
  code: string,
  params: Problem['params'] = {},
): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem: { code, at: '', params, level: 'error' } };
}

/** A whole PDF begins and ends as one; anything else is not handed out. */
function whole(pdf: Uint8Array): boolean {
  const text = (from: number, to?: number) => Buffer.from(pdf.subarray(from, to)).toString('latin1');
  return text(0, 5) === '%PDF-' && text(Math.max(0, pdf.length - 16)).includes('%%EOF');
}

function timeLimit<Value>(work: Promise<Value>, milliseconds: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error('deadline')), Math.max(1, milliseconds));
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

async function launch(executablePath: string | undefined): Promise<House> {
  const root = process.getuid?.() === 0;
  const browser = await puppeteer.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    headless: true,
    // No debugging port: nothing but this process can speak to the browser.
    pipe: true,
    protocolTimeout: 10_000,
    // Whoever runs the printer decides how the process ends; without its pipe the browser ends by itself.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    // Chromium's sandbox does not start for root; everywhere else it stays on.
    args: root ? [...flags, '--no-sandbox'] : flags,
  });
  return { browser, idle: [], busy: 0, jobs: 0, tired: false };
}

async function freshSheet(house: House): Promise<Sheet> {
  const page = await house.browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setOfflineMode(true);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    // data: is inside the page; everything else has an address.
    void (request.url().startsWith('data:') ? request.continue() : request.abort()).catch(() => undefined);
  });
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  return { page, session: await page.createCDPSession(), blank: Promise.resolve(true) };
}

/** A page of the pool in which nothing is left, else a new one. */
async function takeSheet(house: House): Promise<Sheet> {
  for (let kept = house.idle.pop(); kept !== undefined; kept = house.idle.pop())
    if (await kept.blank) return kept;
  return freshSheet(house);
}

/** Empties a page while the next steps go on; false when its renderer died over it. */
function emptied(page: Page): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isBlank: boolean): void => {
      page.off('error', died);
      resolve(isBlank);
    };
    const died = (): void => end(false);
    page.on('error', died);
    page.setContent('').then(() => end(true), died);
  });
}

/** What the page holds as PDF; its own page rules give size and margins. */
async function pdfOf(session: CDPSession): Promise<Uint8Array> {
  const { data } = await session.send('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: 0,
    marginRight: 0,
  });
  return Buffer.from(data, 'base64');
}

/** Ends a browser with all its children; the group is ours because puppeteer starts it as one. */
async function end(house: House): Promise<void> {
  const child = house.browser.process();
  const gone = new Promise<void>((resolve) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  await timeLimit(house.browser.close(), 3_000).catch(() => undefined);
  if (child?.pid !== undefined) {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // already gone
    }
  }
  await timeLimit(gone, 3_000).catch(() => undefined);
}

export function createPrinter(options: PrinterOptions = {}): Printer {
  const room = options.pages ?? 2;
  const enough = options.jobs ?? 100;
  const houses = new Set<House>();
  const waiting: (() => void)[] = [];
  let current: Promise<House> | undefined;
  let inUse: House | undefined;
  let running = 0;
  let printed = 0;
  let launched = 0;
  let failure: string | undefined;
  let closed = false;

  function retire(house: House): void {
    house.tired = true;
    if (inUse === house) inUse = undefined;
    current = undefined;
    if (house.busy === 0) {
      houses.delete(house);
      void end(house);
    }
  }

  function open(): Promise<House> {
    current ??= launch(options.executablePath).then(
      (house) => {
        launched += 1;
        houses.add(house);
        inUse = house;
        house.browser.once('disconnected', () => {
          if (!house.tired) retire(house);
        });
        return house;
      },
      (error: unknown) => {
        current = undefined;
        throw error;
      },
    );
    return current;
  }

  async function once(html: string, left: number): Promise<Uint8Array> {
    const house = await timeLimit(open(), left);
    house.busy += 1;
    house.jobs += 1;
    if (house.jobs >= enough) {
      house.tired = true;
      current = undefined;
    }
    // A renderer that dies answers no call: only this event tells.
    let crashed: (error: Error) => void = () => undefined;
    const crash = new Promise<never>((_, refuse) => (crashed = refuse));
    try {
      const work = async (): Promise<Uint8Array> => {
        const sheet = await takeSheet(house);
        const { page, session } = sheet;
        page.on('error', crashed);
        await page.setContent(html, { waitUntil: 'load', timeout: Math.max(1, left) });
        // A weight that only the margin boxes use would otherwise print in another font.
        await page.evaluate('Promise.all([...document.fonts].map((font) => font.load())).then(() => true)');
        const pdf = await pdfOf(session);
        if (!whole(pdf)) throw new Error('not a whole PDF');
        page.off('error', crashed);
        // Nothing of one family's document stays in the page that prints the next.
        sheet.blank = emptied(page);
        if (!house.tired) house.idle.push(sheet);
        return pdf;
      };
      return await timeLimit(Promise.race([work(), crash]), left);
    } catch (error) {
      house.tired = true;
      if (inUse === house) inUse = undefined;
      current = undefined;
      throw error;
    } finally {
      house.busy -= 1;
      if (house.tired && house.busy === 0) {
        houses.delete(house);
        if (inUse === house) inUse = undefined;
        void end(house);
      }
    }
  }

  async function turn(): Promise<void> {
    if (running >= room) await new Promise<void>((next) => waiting.push(next));
    else running += 1;
  }
  function pass(): void {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async print(html, deadline = longest) {
      if (closed) return problem('printer-closed');
      if (html.length > largest) return problem('document-too-large');
      const until = performance.now() + Math.min(deadline, longest);
      await turn();
      try {
        for (let attempt = 1; attempt <= attempts; attempt += 1) {
          const left = until - performance.now();
          if (left <= 0 || closed) break;
          try {
            const value = await once(html, left);
            printed += 1;
            failure = undefined;
            return { ok: true, value };
          } catch (error) {
            failure = error instanceof Error ? error.message : String(error);
          }
        }
        return performance.now() >= until ? problem('printing-took-too-long') : problem('printing-failed');
      } finally {
        pass();
      }
    },
    health: () => ({
      ok: !closed && failure === undefined,
      launched,
      printed,
      ...(failure === undefined ? {} : { detail: failure }),
    }),
    async warm() {
      const house = await open();
      while (house.idle.length < room && !house.tired) house.idle.push(await freshSheet(house));
    },
    async close() {
      closed = true;
      // A launch under way is waited for: what has started must also end.
      await current?.catch(() => undefined);
      const all = [...houses];
      houses.clear();
      for (const house of all) house.tired = true;
      inUse = undefined;
      await Promise.all(all.map(end));
    },
    pid: () => inUse?.browser.process()?.pid,
  };
}
