// SPDX-License-Identifier: AGPL-3.0-or-later
// Real life, at random: a public form in a real Chromium against a server process that is killed, a network that
// drops, tabs that crash, two windows, a version published meanwhile. Each submission arrives exactly once, on the
// version that it was begun on; nothing typed longer than two seconds ago is lost.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'puppeteer';
import type { Definition, District, Submission } from '../../schemas/types.ts';
import { openStore } from '../../server/storage/open.ts';
import { seeded, type Draw } from '../runtime/engine/random.ts';
import { staff } from './ask.ts';
import { serveHost, type Host } from './host.ts';
import { openBrowser, until } from './stage.ts';

const full = process.env['PATTO_PROOF'] === 'full';
const seed = Number(process.env['PATTO_SEED'] ?? 20260302);
const total = Number(process.env['PATTO_SCHEDULES'] ?? (full ? 100 : 4));
/** schedules on one data folder, looked through at its end; so many folders, servers and browsers at once */
const batch = full ? 5 : total;
const lanes = full ? 4 : 1;
const district = 'valprova';
const form = 'appunti';

const text = (title: string) => ({ title, type: 'string' as const, maxLength: 200 });
const definition = (number: number): Definition => ({
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: form,
  title: `Appunti, ${number}`,
  schema: {
    type: 'object',
    properties: {
      nome: text('Nome'),
      motivo: text('Motivo'),
      nota: text('Nota'),
      altro: text('Altro'),
      data: { title: 'Data', type: 'string', format: 'date' },
      righe: { title: 'Righe', type: 'array', items: { type: 'object', properties: { voce: text('Voce') } } },
    },
    // what a later version asks more, a draft of an earlier one is not asked
    required: number > 1 ? ['nome', 'altro'] : ['nome'],
  },
});

/** The built server on a port of its own, which can die and come back. */
class Machine {
  readonly base: string;
  readonly data: string;
  readonly #port: number;
  #child: ChildProcess | undefined;
  deaths = 0;

  constructor(port: number, data: string) {
    this.#port = port;
    this.data = data;
    this.base = `http://127.0.0.1:${port}`;
  }
  get alive(): boolean {
    return this.#child !== undefined;
  }
  async start(): Promise<void> {
    if (this.#child) return;
    const child = spawn(process.execPath, ['dist/server/main.js'], {
      env: {
        ...process.env,
        PORT: String(this.#port),
        PATTO_DATA: this.data,
        PATTO_URL: '',
        PATTO_TODAY: '',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    let said = '';
    await new Promise<void>((done, fail) => {
      child.stderr!.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('"event":"ready"')) done();
        assert.ok(!/"event":"unexpected"/.test(chunk.toString()), chunk.toString());
      });
      child.once('exit', (code) => fail(new Error(`the server ended with ${code}: ${said}`)));
    });
  }
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = undefined;
    if (signal === 'SIGKILL') this.deaths += 1;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  }
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });

const browsers: Browser[] = [];
const folders: string[] = [];
before(async () => {
  for (let lane = 0; lane < lanes; lane += 1) browsers.push(await openBrowser());
});
after(async () => {
  for (const browser of browsers) await browser.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

interface World {
  readonly machine: Machine;
  readonly host: Host;
  /** of the newest published version */
  newest: number;
}

async function openWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'patto-schedules-'));
  folders.push(folder);
  const machine = new Machine(await freePort(), join(folder, 'data'));
  // The store makes its folder itself; what the district adds to its data comes after.
  await machine.start();
  await machine.end('SIGTERM');
  const place = join('schemas', 'districts', district);
  const own = JSON.parse(await readFile(join(place, 'district.json'), 'utf8')) as District;
  await mkdir(join(machine.data, place), { recursive: true });
  await writeFile(
    join(machine.data, place, 'district.json'),
    JSON.stringify({ ...own, publicForms: [...(own.publicForms ?? []), form] }),
  );
  await machine.start();
  const ask = await staff(machine.base, 'modulari');
  await ask('/api/definitions', { body: { definition: definition(1) } });
  const host = await serveHost(machine.base, `${district}/${form}`);
  const world = { machine, host, newest: 0 };
  await publish(world);
  return world;
}

async function publish(world: World): Promise<void> {
  const ask = await staff(world.machine.base, 'modulari');
  const { rev } = await ask<{ rev: number }>(`/api/definitions/${form}`);
  const next = world.newest + 1;
  const saved = await ask<{ rev: number }>(`/api/definitions/${form}`, {
    method: 'PUT',
    rev,
    body: definition(next),
  });
  await ask(`/api/definitions/${form}/publish`, { body: {}, rev: saved.rev });
  world.newest = next;
}

/** One state that a person typed a field into. */
interface Typed {
  readonly text: string;
  /** milliseconds; when the last key was struck */
  readonly at: number;
}

/** In the page: why the form says that it was not sent. */
const refusal = (): string =>
  (document.querySelector('patto-form')!.shadowRoot!.getElementById('refusal') as HTMLElement).innerText;

const said = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      (document.querySelector('patto-form')?.shadowRoot?.querySelector('.patto') as HTMLElement)?.innerText,
  );

/** What one person does with one form. */
class Schedule {
  readonly #world: World;
  readonly #draw: Draw;
  readonly #context: BrowserContext;
  readonly marker: string;
  /** by field: all that was typed, newest last; a row's field is named by its place */
  readonly #typed = new Map<string, Typed[]>();
  #page!: Page;
  #count = 0;
  #confirmed: { [key: string]: string } = {};
  version = 0;
  losses: string[] = [];
  done: string[] = [];

  constructor(world: World, draw: Draw, context: BrowserContext, marker: string) {
    this.#world = world;
    this.#draw = draw;
    this.#context = context;
    this.marker = marker;
  }

  async open(): Promise<void> {
    this.#page = await this.#sit();
    this.version = await this.#page.evaluate(
      () =>
        (document.querySelector('patto-form') as unknown as { currentDraft: { version: number } })
          .currentDraft.version,
    );
  }

  async #sit(): Promise<Page> {
    const page = await this.#context.newPage();
    page.on('pageerror', (error) => this.done.push(`[${String(error)}]`));
    await page.goto(this.#world.host.base);
    await this.#drawn(page);
    return page;
  }

  /** The form stands, and what the device kept has been looked for. */
  #drawn(page: Page): Promise<boolean> {
    return until(
      () =>
        page.evaluate(() => {
          const root = document.querySelector('patto-form')?.shadowRoot;
          const kept = localStorage.getItem('patto:valprova/appunti');
          const told = root?.querySelector('[part=resume] button.primary, [part=queued], [part=sent]');
          return Boolean(told ?? (kept === null && root?.querySelector('#f\\/nome')));
        }),
      `the form (${this.marker}: ${this.done.join(' ')})`,
    );
  }

  /** Goes on with what the device kept, as a person who reads the offer. */
  async #resume(page = this.#page): Promise<void> {
    await page.evaluate(() => {
      const root = document.querySelector('patto-form')!.shadowRoot!;
      root.querySelector<HTMLElement>('[part=resume] button.primary')?.click();
    });
    await until(
      () =>
        page.evaluate(() => {
          const root = document.querySelector('patto-form')!.shadowRoot!;
          if (root.querySelector('[part=queued], [part=sent]')) return true;
          return Boolean(
            root.querySelector('#f\\/nome') && !root.querySelector('[part=resume] button.primary'),
          );
        }),
      'the draft of this device',
    );
  }

  read(page: Page, key: string): Promise<string | undefined> {
    return page.evaluate((wanted) => {
      const root = document.querySelector('patto-form')!.shadowRoot!;
      const [, row] = /^righe\/(\d+)\/voce$/.exec(wanted) ?? [];
      const input = row
        ? root.querySelectorAll<HTMLInputElement>('[id^="f/righe/"][id$="/voce"]')[Number(row)]
        : (root.getElementById(`f/${wanted}`) as HTMLInputElement | null);
      return input?.value;
    }, key);
  }

  async type(page: Page, key: string, value: string): Promise<void> {
    await page.bringToFront();
    const found = await page.evaluate((wanted) => {
      const root = document.querySelector('patto-form')!.shadowRoot!;
      const [, row] = /^righe\/(\d+)\/voce$/.exec(wanted) ?? [];
      const input = row
        ? root.querySelectorAll<HTMLInputElement>('[id^="f/righe/"][id$="/voce"]')[Number(row)]
        : (root.getElementById(`f/${wanted}`) as HTMLInputElement | null);
      input?.focus();
      input?.select();
      return Boolean(input);
    }, key);
    if (!found) return;
    await page.keyboard.type(value);
    this.#typed.set(key, [...(this.#typed.get(key) ?? []), { text: value, at: performance.now() }]);
  }

  /** What a disaster at `at` may not take away is still there; what it took is what the person now sees. */
  async #look(at: number): Promise<void> {
    if (
      await this.#page.evaluate(() =>
        Boolean(
          document.querySelector('patto-form')!.shadowRoot!.querySelector('[part=queued], [part=sent]'),
        ),
      )
    )
      return;
    for (const [key, all] of this.#typed) {
      const now = (await this.read(this.#page, key)) ?? '';
      const last = all.at(-1)!;
      if (last.at < at - 2_000 && now !== last.text)
        this.losses.push(`${this.marker} ${key}: «${now}» for «${last.text}» (${this.done.join(' ')})`);
      this.#typed.set(key, [{ text: now, at: performance.now() }]);
    }
  }

  /** Time passes as for a person who thinks; the page is not held up meanwhile. */
  async #think(milliseconds: number): Promise<void> {
    await new Promise((done) => setTimeout(done, milliseconds));
    await this.#page.evaluate(() => new Promise((done) => setTimeout(done, 0)));
  }

  async #reload(crash: boolean, over = false): Promise<void> {
    const at = performance.now();
    if (crash) {
      const session = await this.#page.createCDPSession();
      void session.send('Page.crash').catch(() => undefined);
      await new Promise((done) => this.#page.once('error', done));
      await this.#page.close().catch(() => undefined);
    }
    await this.#online();
    await this.#world.machine.start();
    if (crash) this.#page = await this.#sit();
    else {
      await this.#page.reload();
      await this.#drawn(this.#page);
    }
    if (over) {
      const story = `erased when sent (${this.marker}: ${this.done.join(' ')})`;
      return assert.equal(await this.#has('[part=resume] button.primary'), false, story);
    }
    await this.#resume();
    await this.#look(at);
  }

  async #online(): Promise<void> {
    if (!this.#page.isClosed()) await this.#page.setOfflineMode(false);
  }

  /** Random things happen. */
  async live(): Promise<void> {
    const draw = this.#draw;
    // The form stands; nothing else that it may ever need has been asked for.
    const before = draw(5);
    if (before < 2) this.done.push(['drop first', 'kill first'][before]!);
    if (before === 0) await this.#page.setOfflineMode(true);
    if (before === 1) await this.#world.machine.end('SIGKILL');
    await this.type(this.#page, 'nome', this.marker);
    const word = (): string => `${this.marker} ${(this.#count += 1)}`;
    const acts: readonly (readonly [name: string, act: () => Promise<unknown>])[] = [
      ['type', () => this.type(this.#page, ['motivo', 'nota'][draw(2)]!, word())],
      ['type', () => this.type(this.#page, 'altro', word())],
      ['date', () => this.type(this.#page, 'data', String(32 + draw(60)))],
      ['row', () => this.#row(word())],
      ['drop', () => this.#page.setOfflineMode(true)],
      ['online', () => this.#online()],
      ['kill', () => this.#world.machine.end('SIGKILL')],
      ['start', () => this.#world.machine.start()],
      ['reload', () => this.#reload(false)],
      ['crash', () => this.#reload(true)],
      ['window', () => this.#second(word())],
      ['publish', async () => this.#world.machine.alive && publish(this.#world)],
    ];
    for (let left = 4 + draw(4); left > 0; left -= 1) {
      const [name, act] = acts[draw(acts.length)]!;
      this.done.push(name);
      await act();
      await this.#think([0, 150, 700, 2_200][draw(4)]!);
    }
  }

  async #row(value: string): Promise<void> {
    await this.#page.bringToFront();
    // A row that was begun within two seconds of a kill may be gone.
    const before = await this.#page.evaluate(
      () =>
        document.querySelector('patto-form')!.shadowRoot!.querySelectorAll('[id^="f/righe/"][id$="/voce"]')
          .length,
    );
    const clicked = await this.#page.evaluate(() => {
      const button = document
        .querySelector('patto-form')!
        .shadowRoot!.querySelector<HTMLElement>('button.add');
      button?.click();
      return Boolean(button);
    });
    if (!clicked) return;
    const key = `righe/${before}/voce`;
    await until(
      async () => (await this.read(this.#page, key)) !== undefined,
      `${key} (${this.marker}: ${this.done.join(' ')})`,
    );
    await this.type(this.#page, key, value);
  }

  /** A second window on the same draft writes one answer, and both come to the same. */
  async #second(value: string): Promise<void> {
    // Two windows have the same draft once something is in it.
    if (!(await this.read(this.#page, 'nome'))) await this.type(this.#page, 'nome', this.marker);
    await this.#think(2_100);
    await this.#online();
    await this.#world.machine.start();
    const other = await this.#sit();
    await this.#resume(other);
    await this.type(other, 'altro', value);
    await until(
      () => this.read(this.#page, 'altro').then((now) => now === value),
      `the other window's answer (${this.marker}: ${this.done.join(' ')})`,
    ).catch(async (error: Error) => {
      throw new Error(`${error.message}\n— here:\n${await said(this.#page)}\n— there:\n${await said(other)}`);
    });
    await other.close();
    await this.#page.bringToFront();
  }

  /** Sends, with a network or a server that may go in that very moment. */
  async send(): Promise<void> {
    const draw = this.#draw;
    // What went within two seconds, and what a later version asks.
    if ((await this.read(this.#page, 'nome')) !== this.marker)
      await this.type(this.#page, 'nome', this.marker);
    await this.type(this.#page, 'altro', `${this.marker} alla fine`);
    await this.type(this.#page, 'data', '');
    await this.#page.evaluate(() => {
      const root = document.querySelector('patto-form')!.shadowRoot!;
      const day = root.getElementById('f/data') as HTMLInputElement;
      day.value = '';
      day.dispatchEvent(new Event('input', { bubbles: true }));
      day.dispatchEvent(new Event('change', { bubbles: true }));
    });
    this.#typed.delete('data');
    await this.#press('footer button.primary');
    await this.#part('.declaration, footer [role=alert]');
    if (await this.#has('footer [role=alert]')) {
      // Told that there is no network to go on with, the person waits for it and tries again.
      this.done.push('told');
      await this.#online();
      await this.#world.machine.start();
      await this.#press('footer button.primary');
    }
    await this.#part('.declaration');
    const trouble = draw(5);
    this.done.push(`send:${['calm', 'offline', 'killed before', 'killed after', 'crash'][trouble]}`);
    this.#confirmed = this.#now();
    if (trouble === 1) await this.#page.setOfflineMode(true);
    if (trouble === 2) await this.#world.machine.end('SIGKILL');
    await this.#page.evaluate(() => {
      document
        .querySelector('patto-form')!
        .shadowRoot!.querySelector<HTMLElement>('footer button.primary')!
        .click();
    });
    if (trouble === 3) {
      await this.#think(draw(250));
      await this.#world.machine.end('SIGKILL');
    }
    if (trouble === 4 || ((trouble === 1 || trouble === 2) && draw(2) === 0)) {
      // Once the page says that it waits, or has sent, it may go; what was sent leaves nothing behind.
      await this.#part('[part=queued], [part=sent], #refusal');
      const sent = await this.#has('[part=sent]');
      if (!(await this.#has('#refusal'))) await this.#reload(draw(2) === 0, sent);
      if (sent) return;
    }
    await this.#online();
    await this.#world.machine.start();
    await this.#part('[part=sent], #refusal');
    while (await this.#has('#refusal')) await this.#again();
    await this.#part('[part=sent]');
  }

  #sides(): Promise<number> {
    return this.#page.evaluate(
      () => document.querySelector('patto-form')!.shadowRoot!.querySelectorAll('.sides').length,
    );
  }

  /** Told why it was not sent, the person does what is asked and sends again. */
  async #again(): Promise<void> {
    const why = await this.#page.evaluate(refusal);
    this.done.push(why);
    assert.match(
      why,
      /^(Nel frattempo la bozza è stata cambiata|Prima di inviare, scegli)/,
      this.done.join(' '),
    );
    assert.ok(this.done.length < 20, this.done.join(' '));
    // Of two answers that stand side by side, the one that was typed here.
    while (await this.#has('.sides button')) {
      const left = await this.#sides();
      await this.#press('.sides button');
      await until(async () => (await this.#sides()) < left, 'what was chosen');
    }
    await this.#press('footer button.primary');
    await until(
      () =>
        this.#page.evaluate(
          (before) =>
            document.querySelector('patto-form')!.shadowRoot!.querySelector<HTMLElement>('#refusal')
              ?.innerText !== before,
          why,
        ),
      `sent again (${this.marker}: ${this.done.join(' ')})`,
    );
    await this.#part('[part=sent], #refusal');
  }

  #has(selector: string): Promise<boolean> {
    return this.#page.evaluate(
      (wanted) => Boolean(document.querySelector('patto-form')?.shadowRoot?.querySelector(wanted)),
      selector,
    );
  }
  #part(selector: string): Promise<boolean> {
    return until(() => this.#has(selector), `${selector} (${this.marker}: ${this.done.join(' ')})`).catch(
      async (error: Error) => {
        throw new Error(`${error.message}\n${await said(this.#page)}`);
      },
    );
  }
  async #press(button: string): Promise<void> {
    await this.#page.evaluate((wanted) => {
      document.querySelector('patto-form')!.shadowRoot!.querySelector<HTMLElement>(wanted)!.click();
    }, button);
  }

  /** What must have arrived. */
  expected(): { [key: string]: string } {
    return this.#confirmed;
  }
  #now(): { [key: string]: string } {
    return Object.fromEntries(
      [...this.#typed].map(([key, all]) => [key, all.at(-1)!.text] as const).filter(([, now]) => now !== ''),
    );
  }
}

/** Answers by the names that fields have on screen. */
function flat(answers: Submission['answers']): { [key: string]: unknown } {
  const { righe, ...plain } = answers as { righe?: readonly { voce?: string }[] };
  const rows = (righe ?? []).map(({ voce }, place) => [`righe/${place}/voce`, voce] as const);
  return { ...plain, ...Object.fromEntries(rows.filter(([, voce]) => voce !== undefined)) };
}

const progress = process.env['PATTO_PROOF_STATE'];
interface Sums {
  schedules: number;
  arrived: number;
  kills: number;
  lost: number;
  acts: number;
}

test(
  `random schedules: each submission arrives exactly once on its version, nothing older than two seconds is lost`,
  { timeout: full ? 14_400_000 : 300_000 },
  async (t) => {
    const sums: Sums =
      progress && existsSync(progress)
        ? (JSON.parse(await readFile(progress, 'utf8')) as Sums)
        : { schedules: 0, arrived: 0, kills: 0, lost: 0, acts: 0 };
    while (sums.schedules < total) {
      const first = sums.schedules;
      const told = await Promise.all(
        browsers.map((browser, lane) => several(browser, first + lane * batch, batch)),
      );
      for (const one of told) for (const name of Object.keys(sums) as (keyof Sums)[]) sums[name] += one[name];
      if (progress) await writeFile(progress, JSON.stringify(sums));
    }
    t.diagnostic(`proof ${JSON.stringify(sums)}`);
  },
);

/** Schedules on one data folder, one after the other, from a number on; what arrived is looked at in the end. */
async function several(browser: Browser, first: number, count: number): Promise<Sums> {
  const sums: Sums = { schedules: 0, arrived: 0, kills: 0, lost: 0, acts: 0 };
  const last = Math.min(first + count, total);
  if (first >= last) return sums;
  const world = await openWorld();
  const over: { schedule: Schedule; expected: { [key: string]: string } }[] = [];
  try {
    for (let number = first; number < last; number += 1) {
      const context = await browser.createBrowserContext();
      await world.machine.start();
      const schedule = new Schedule(world, seeded(seed + number), context, `S${number}`);
      await schedule.open();
      await schedule.live();
      await schedule.send();
      over.push({ schedule, expected: schedule.expected() });
      await context.close();
    }
  } finally {
    await world.host.stop();
    await world.machine.end('SIGTERM');
  }
  const store = await openStore({ folder: world.machine.data, create: false, now: () => new Date() });
  const scope = { district, actor: 'system' };
  const { items } = await store.list(scope, 'submissions', { where: { definition: form }, limit: 200 });
  const kept = await Promise.all(items.map(({ id }) => store.get<Submission>(scope, 'submissions', id)));
  await store.close();
  for (const { schedule, expected } of over) {
    const mine = kept.filter((one) => one!.value.answers['nome'] === schedule.marker);
    const story = `${schedule.marker}: ${schedule.done.join(' ')}`;
    const all = kept.map((one) => String(one!.value.answers['nome'])).join();
    assert.equal(mine.length, 1, `${mine.length} submissions of ${story}; there are ${all}`);
    assert.equal(mine[0]!.value.version, schedule.version, `another version: ${story}`);
    assert.deepEqual(flat(mine[0]!.value.answers), expected, story);
    assert.deepEqual(schedule.losses, []);
    sums.arrived += 1;
    sums.acts += schedule.done.length;
    sums.lost += schedule.losses.length;
  }
  assert.equal(kept.length, over.length, 'a submission that nobody sent');
  sums.schedules = over.length;
  sums.kills = world.machine.deaths;
  return sums;
}
