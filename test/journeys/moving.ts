// SPDX-License-Identifier: AGPL-3.0-or-later
// The application in this very process, on empty districts whose day the journey moves.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/app.ts';
import { assemble, readData } from '../../server/assemble.ts';
import { findBrowser } from '../../server/browser.ts';
import { createClock, type Clock } from '../../server/clock.ts';
import { createCompiler } from '../../server/compile/compiler.ts';
import { codeName, remembered } from '../../server/compile/remembered.ts';
import { readConfig } from '../../server/config.ts';
import { fillAsked, fillDemo } from '../../server/demo.ts';
import type { Deps } from '../../server/deps.ts';
import { gatherings } from '../../server/gatherings.ts';
import { workshop } from '../../server/jobs/workshop.ts';
import { loadOwnLists } from '../../server/own-lists.ts';
import { createPublishing } from '../../server/publishing.ts';
import { loadRows } from '../../server/registers.ts';
import { openStore } from '../../server/storage/open.ts';

export interface Moving {
  readonly base: string;
  readonly deps: Deps;
  /** from now on it is this day (ISO date) */
  day(date: string): void;
  stop(): Promise<void>;
}

/** `district`: its forms are published before anybody enters. */
export async function startMoving(district: string, begins: string): Promise<Moving> {
  const folder = await mkdtemp(join(tmpdir(), 'patto-moving-'));
  const data = join(folder, 'data');

  let now = createClock(begins);
  const clock: Clock = { now: () => now.now(), today: () => now.today(), instant: () => now.instant() };
  const read = readConfig({ PATTO_DATA: data, PORT: '0', PATTO_TODAY: begins }, process.cwd());
  if (!read.ok) throw new Error(read.problem.code);
  let listener: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => listener(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const config = { ...read.value, port };
  const store = await openStore({ folder: data, create: true, now: () => new Date(clock.instant()) });
  const catalogue = await readData(config);
  const shipped = [...catalogue.districts.keys()].flatMap((id) => [...catalogue.definitions(id).values()]);
  const kept = { folder: join('dist', 'compiled'), shipped, code: await codeName() };
  const publishing = createPublishing(join(data, 'compiled'), remembered(createCompiler(), kept));
  const browser = findBrowser(process.env['PUPPETEER_EXECUTABLE_PATH']);
  if (browser) process.env['PUPPETEER_EXECUTABLE_PATH'] = browser;
  const { createPapers } = await import('../../server/pdf/papers.ts');
  const papers = await createPapers(config, catalogue);
  const made = await assemble({ config, store, catalogue, publishing, papers });
  const deps: Deps = { ...made, clock, log: () => {} };
  await loadOwnLists(deps);
  await loadRows(deps);
  // no families are filled in, and forms are published when somebody enters
  for (const one of catalogue.districts.values()) catalogue.put({ ...one, demonstration: 'asked' });
  await fillDemo(deps);
  const [anybody] = catalogue.districts.get(district)?.staff ?? [];
  await fillAsked(deps, `${district}/${anybody?.id}`);
  listener = createApp(deps) as unknown as RequestListener;
  return {
    base: `http://127.0.0.1:${port}`,
    deps,
    day(date) {
      now = createClock(date);
    },
    async stop() {
      gatherings.close();
      await workshop.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await papers.close();
      await publishing.close();
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
