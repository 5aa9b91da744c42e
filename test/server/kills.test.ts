// SPDX-License-Identifier: AGPL-3.0-or-later
// The real server, killed in the middle of issuing: its browser, the browser's renderers, the server itself. What was
// taken on is made, once and whole, and no process is left behind. Full: 10 kills of each, and a browser that stands
// still three times; else one kill of each.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Document } from '../../schemas/types.ts';
import { digest } from '../../server/clock.ts';
import { createLowdbStore } from '../../server/storage/lowdb.ts';
import { familyAnswers } from '../fixtures/families.ts';
import { staff, type Ask } from '../journeys/ask.ts';
import { temporaryFolder } from './storage/folders.ts';
import { full, randomOf, seed } from './storage/random.ts';

const kills = full ? 10 : 1;
const hangs = full ? 3 : 0;
const households = full ? 3 : 2;

interface Running {
  readonly child: ChildProcess;
  readonly ask: Ask;
}
interface Job {
  readonly id: string;
  readonly state: string;
  readonly parts: readonly { readonly case: string; readonly act?: string }[];
}

/** The server on this data, temporary files below it: whatever names that folder is of this server. */
async function start(folder: string): Promise<Running> {
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: {
      ...process.env,
      PORT: '0',
      PATTO_DATA: join(folder, 'data'),
      PATTO_URL: '',
      PATTO_TODAY: '',
      TMPDIR: join(folder, 'tmp'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const base = await new Promise<string>((done, fail) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const port = /"event":"ready".*?"port":(\d+)/.exec(said)?.[1];
      if (port) done(`http://127.0.0.1:${port}`);
    });
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}: ${said}`)));
  });
  return { child, ask: await staff(base, 'morvani') };
}

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode === null && child.signalCode === null
    ? new Promise((done) => child.once('exit', done))
    : Promise.resolve();

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Processes of this machine that still run. */
function processes(): readonly Process[] {
  return readdirSync('/proc').flatMap((name): Process[] => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const [, state, parent] =
        /^\d+ \(.*\) (\S) (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), command }];
    } catch {
      return [];
    }
  });
}

/** The server's children and theirs. */
function below(pid: number): readonly Process[] {
  const all = processes();
  const found = all.filter(({ parent }) => parent === pid);
  for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid));
  return found;
}
const renderer = '--type=renderer';
const isBrowser = ({ command }: Process): boolean =>
  command.includes('--headless') && !command.includes('--type=');

async function until(what: () => boolean | Promise<boolean>, name: string, limit = 30_000): Promise<void> {
  const end = performance.now() + limit;
  while (!(await what())) {
    assert.ok(performance.now() < end, `not within ${limit / 1000} s: ${name}`);
    await new Promise((next) => setTimeout(next, 25));
  }
}

/** Households with a pact that can be issued. */
async function furnish(ask: Ask): Promise<readonly { case: string; submission: string }[]> {
  const answers = familyAnswers('c1');
  const ready: { case: string; submission: string }[] = [];
  for (let count = 0; count < households; count += 1) {
    const body = { measure: 'adi', comune: 'poggiofinto', name: `Vellonieri Marta ${count}` };
    const kase = await ask<{ id: string }>('/api/cases', { body });
    let submission = '';
    for (const definition of ['adi-domanda', 'pais']) {
      const draft = await ask<{ id: string }>(`/api/cases/${kase.id}/drafts`, { body: { definition } });
      const path = `/api/drafts/${draft.id}/submit`;
      submission = (await ask<{ id: string }>(path, { body: { answers: answers[definition] } })).id;
    }
    ready.push({ case: kase.id, submission });
  }
  return ready;
}

test('killed in the middle of issuing: everything taken on is made, once and whole', async (t: TestContext) => {
  const folder = temporaryFolder(t);
  const random = randomOf(seed);
  let server = await start(folder);
  t.after(() => void server.child.kill('SIGKILL'));
  const wanted = (await furnish(server.ask)).map((one) => ({ ...one, kind: 'pact' }));
  const acts = new Set<string>();
  let during = 0;
  const longest = { browser: 0, renderer: 0, server: 0, hang: 0 };

  /** Asks for all, does harm while they are printed, waits for the end, takes the acts back for the next round. */
  async function round(what: keyof typeof longest, harm: () => Promise<void>): Promise<void> {
    const job = await server.ask<Job>('/api/jobs', { body: { items: wanted } });
    await new Promise((next) => setTimeout(next, random.below(full ? 900 : 300)));
    const { state } = await server.ask<Job>(`/api/jobs/${job.id}`);
    if (state === 'running' && what !== 'hang') during += 1;
    await harm();
    const from = performance.now();
    let now = job;
    await until(
      async () => {
        now = await server.ask<Job>(`/api/jobs/${job.id}`);
        return now.state !== 'queued' && now.state !== 'running';
      },
      `end of the job after the ${what} was killed`,
      // each document has 30 seconds
      30_000 * households,
    );
    longest[what] = Math.max(longest[what], Math.round(performance.now() - from));
    assert.equal(now.state, 'done', JSON.stringify(now));
    for (const { act = '', case: kase } of now.parts) {
      assert.ok(!acts.has(act), 'an act that was there already');
      acts.add(act);
      const { documents } = await server.ask<{ documents: (Document & { id: string })[] }>(
        `/api/cases/${kase}`,
      );
      const inForce = documents.filter((one) => one.state === 'issued' && one.copy === 'family');
      assert.deepEqual(
        inForce.map(({ id }) => id),
        [act],
      );
      await server.ask(`/api/documents/${act}/withdraw`, { body: { reason: 'prova di interruzione' } });
    }
  }

  for (let kill = 0; kill < kills; kill += 1) {
    for (const [what, fits] of [
      ['browser', isBrowser],
      ['renderer', ({ command }: Process) => command.includes(renderer)],
    ] as const)
      await round(what, async () => {
        let found: readonly Process[] = [];
        await until(() => (found = below(server.child.pid ?? 0).filter(fits)).length > 0, `a ${what}`);
        for (const { pid } of found) process.kill(pid, 'SIGKILL');
      });
    await round('server', async () => {
      const { child } = server;
      const left = below(child.pid ?? 0);
      child.kill('SIGKILL');
      await ended(child);
      const gone = () => processes().every(({ pid, command }) => !left.some((one) => one.pid === pid && one.command === command)); // prettier-ignore
      await until(gone, 'end of the processes of the killed server', 15_000);
      server = await start(folder);
    });
  }
  for (let hang = 0; hang < hangs; hang += 1)
    await round('hang', async () => {
      let found: readonly Process[] = [];
      await until(() => (found = below(server.child.pid ?? 0)).some(isBrowser), 'a browser');
      for (const { pid } of found) process.kill(pid, 'SIGSTOP');
    });
  server.child.kill('SIGTERM');
  await ended(server.child);
  assert.equal(server.child.exitCode, 0);
  await until(() => !processes().some(({ command }) => command.includes(folder)), 'no process left', 10_000);

  const store = await createLowdbStore({ folder: join(folder, 'data'), thorough: true });
  const scope = { district: 'valprova', actor: 'prova' };
  assert.deepEqual(store.opening.damaged, []);
  let files = 0;
  for (const act of acts) {
    const copies = await store.list(scope, 'documents', { where: { act } });
    assert.equal(copies.total, 1, 'an act has one copy for the file');
    for (const id of [act, copies.items[0]!.id]) {
      const kept = await store.get<Document>(scope, 'documents', id);
      const [file] = kept!.value.files;
      const bytes = await store.getBytes(scope, file!.blob);
      assert.ok(bytes && Buffer.from(bytes.subarray(-16)).includes('%%EOF'), 'half a file');
      assert.equal(digest(bytes), file!.sha256);
      files += 1;
    }
  }
  const documents = await store.list(scope, 'documents', { where: { kind: 'pact' } });
  assert.ok(documents.total >= acts.size * 2);
  assert.ok((await store.verifyAudit('valprova')).ok);
  await store.close();
  assert.ok(during >= kills * 2, `${during} of ${kills * 3} kills came while documents were being made`);
  const figures = {
    seed,
    kills: kills * 3,
    during,
    hangs,
    documents: acts.size,
    files,
    half: 0,
    lost: 0,
    orphans: 0,
  };
  t.diagnostic(`proof ${JSON.stringify({ ...figures, longestMs: longest })}`);
});
