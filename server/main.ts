// SPDX-License-Identifier: AGPL-3.0-or-later
// npm start: from the environment to a listening server, and back down again.
import { day } from '../templates/writing.ts';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { keepCompleting } from './actions/documents/complete-seals.ts';
import { workshop } from './jobs/workshop.ts';
import { keepPublishing } from './actions/definitions/schedule-definition.ts';
import { createApp } from './app.ts';
import { findBrowser } from './browser.ts';
import { allSentences, assemble, readData } from './assemble.ts';
import type { Catalogue } from './catalogue.ts';
import { createClock } from './clock.ts';
import { createCompiler, type Compiler } from './compile/compiler.ts';
import { codeName, remembered } from './compile/remembered.ts';
import { readConfig, type Config } from './config.ts';
import { fillDemo } from './demo.ts';
import type { Deps, Papers } from './deps.ts';
import { gatherings } from './gatherings.ts';
import type { Problem } from '../runtime/problem.ts';
import { loadOwnLists } from './own-lists.ts';
import { loadRows } from './registers.ts';
import { loadDistricts } from './own-district.ts';
import { createPublishing } from './publishing.ts';
import { sentence } from './problems.ts';
import { demoCss, demoHeaders, demoPage, publicPlace } from './routes/demo.ts';
import { closeServer, onSignal } from './shutdown.ts';
import { StoreFailure } from './storage/failure.ts';
import { openStore } from './storage/open.ts';
import { projectFolder, version } from './version.ts';

/** A start that cannot be: one sentence in each language and an exit code of 1. */
class CannotStart extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => done((server.address() as AddressInfo).port));
  });
}

function newServer(listener: RequestListener): Server {
  const server = createServer({ connectionsCheckingInterval: 1000, requireHostHeader: true }, listener);
  server.headersTimeout = 5_000;
  server.requestTimeout = 15_000;
  server.keepAliveTimeout = 5_000;
  server.maxRequestsPerSocket = 1000;
  return server;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function start(): Promise<void> {
  const read = readConfig(process.env, process.cwd());
  if (!read.ok) throw new CannotStart(read.problem);
  let config: Config = read.value;
  let listener: RequestListener = (_request, response) =>
    response.writeHead(503, { 'Retry-After': '2' }).end();
  const server = newServer((request, response) => listener(request, response));
  const port = await listen(server, config.port, config.host).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      throw new CannotStart({ code: 'port-taken', at: '', params: { port: config.port }, level: 'error' });
    throw error;
  });
  config = { ...config, port };
  const clock = createClock(config.today);
  // In the demonstration records carry its own day.
  const store = await openStore({
    folder: config.data,
    create: config.demo,
    now: () => new Date(clock.instant()),
  });
  const catalogue = await readData(config);
  const sentences = await allSentences();
  for (const broken of catalogue.broken) {
    if (String(broken.params['file']).startsWith(join(projectFolder, 'schemas')))
      throw new CannotStart(broken);
    say(sentence(broken, sentences, 'it'));
  }
  if (catalogue.districts.size === 0)
    throw new CannotStart({ code: 'no-district', at: '', params: { folder: config.data }, level: 'error' });
  const publishing = createPublishing(
    join(config.data, 'compiled'),
    config.demo ? await shippedCompiler(catalogue) : createCompiler(),
  );
  // Puppeteer reads the variable when it is imported; without one it would look for a download of its own.
  const browser = findBrowser(process.env['PUPPETEER_EXECUTABLE_PATH']);
  if (browser) process.env['PUPPETEER_EXECUTABLE_PATH'] = browser;
  const { createPapers } = await import('./pdf/papers.ts');
  const papers: Papers = await createPapers(config, catalogue);
  const deps = await assemble({ config, store, catalogue, publishing, papers });
  await loadDistricts(deps);
  await loadOwnLists(deps);
  await loadRows(deps);
  if (config.demo) await fillDemo(deps);
  listener = createApp(deps) as unknown as RequestListener;
  const other = config.demo ? await otherSite(deps) : undefined;
  const stopCompleting = config.stamps === undefined ? () => {} : keepCompleting(deps);
  const stopPublishing = keepPublishing(deps);
  const resumed = await workshop.resume(deps);
  if (resumed > 0) deps.log('jobs resumed', { jobs: resumed });
  onSignal(async () => {
    deps.log('stopping');
    stopCompleting();
    stopPublishing();
    gatherings.close();
    await Promise.all([workshop.close(), closeServer(server), ...(other ? [closeServer(other.server)] : [])]);
    await papers.close();
    await publishing.close();
    await store.close();
    deps.log('stopped');
  });
  await greet(deps, other?.origin);
  deps.log('ready', { version, port, demo: config.demo });
}

/** What the demonstration begins with is compiled once for all its data folders. */
async function shippedCompiler(catalogue: Catalogue): Promise<Compiler> {
  const shipped = [...catalogue.districts.keys()].flatMap((id) => [...catalogue.definitions(id).values()]);
  const folder = join(projectFolder, 'dist', 'compiled');
  return remembered(createCompiler(), { folder, shipped, code: await codeName() });
}

/** The sample page on a port of its own: another origin, which shows a form of this one. */
async function otherSite(
  deps: Deps,
): Promise<{ readonly server: Server; readonly origin: string } | undefined> {
  const host = `http://127.0.0.1:${deps.config.port}`;
  const place = publicPlace(deps.catalogue);
  if (!place) return undefined;
  const server = newServer((request, response) => {
    const css = request.url === '/demo.css';
    if (request.url !== '/' && !css) return void response.writeHead(404).end();
    response.writeHead(200, {
      'Content-Type': css ? 'text/css; charset=utf-8' : 'text/html; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      ...demoHeaders(host),
    });
    response.end(css ? demoCss : demoPage(host, place));
  });
  const near = deps.config.port > 0 && deps.config.port < 65535 ? deps.config.port + 1 : 0;
  const port = await listen(server, near, '127.0.0.1').catch(() => {
    server.removeAllListeners('error');
    return listen(server, 0, '127.0.0.1');
  });
  return { server, origin: `http://127.0.0.1:${port}` };
}

/** Where to go, and in the demonstration who may sign in. */
async function greet(deps: Deps, other: string | undefined): Promise<void> {
  const base = deps.config.url ?? `http://127.0.0.1:${deps.config.port}`;
  say(`\nPatto ${version}\n`);
  if (!deps.config.demo) {
    say(`  In ascolto su ${deps.config.host}:${deps.config.port}, indirizzo pubblico ${base}\n`);
    return;
  }
  say(`  Dimostrazione con dati inventati. Oggi è il ${day(deps.clock.today())}.\n`);
  const places = [
    ['/', 'inizio'],
    ['/builder', 'moduli, per chi li amministra'],
    ['/desk', 'pratiche, per chi segue le famiglie'],
    ['/accounts', 'accessi'],
    ['/verify', 'verifica di un documento'],
    ['/fields', 'tipi di campo'],
    ['/demo', 'una pagina che mostra un modulo'],
  ] as const;
  for (const [path, what] of places) say(`  ${(base + path).padEnd(36)} ${what}`);
  if (other) say(`  ${other.padEnd(36)} la stessa pagina da un altro sito`);
  say('\n  Si entra senza password, scegliendo fra:\n');
  const all = [...deps.catalogue.districts.values()];
  for (const { demonstration, name: district, staff = [] } of all)
    if (demonstration !== 'asked')
      for (const { name, profile } of staff) say(`  ${district.padEnd(28)} ${name.padEnd(18)} ${profile}`);
  const others = all.filter(({ demonstration }) => demonstration === 'asked');
  if (others.length > 0) say('\n  Modellati su documenti pubblici, con persone di esempio:\n');
  for (const { name } of others) say(`  ${name}`);
  say('');
}

/** What the machine refused, as a sentence: no right to a file or folder, no space, an address that is not here. */
function systemProblem(error: unknown): Problem | undefined {
  const { code, path, syscall, address, port } = (error ?? {}) as NodeJS.ErrnoException & {
    readonly address?: string;
    readonly port?: number;
  };
  if (code === undefined || syscall === undefined) return undefined;
  if (syscall === 'listen' || syscall === 'getaddrinfo')
    return {
      code: 'cannot-listen',
      at: '',
      params: { address: `${address ?? ''}:${port ?? ''}`, reason: code },
      level: 'error',
    };
  return path === undefined
    ? undefined
    : { code: 'cannot-use-file', at: '', params: { file: path, reason: code }, level: 'error' };
}

start().catch(async (error: unknown) => {
  const problem =
    error instanceof CannotStart || error instanceof StoreFailure ? error.problem : systemProblem(error);
  if (problem) {
    const sentences = await allSentences();
    process.stderr.write(
      `\n${sentence(problem, sentences, 'it')}\n${sentence(problem, sentences, 'en')}\n\n`,
    );
  } else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
