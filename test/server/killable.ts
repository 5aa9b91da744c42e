// SPDX-License-Identifier: AGPL-3.0-or-later
// The real server, started on a folder of data, killed and started again.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { staff, type Ask } from '../journeys/ask.ts';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Processes of this machine that still run. */
export function processes(): readonly Process[] {
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

export async function until(
  what: () => boolean | Promise<boolean>,
  name: string,
  limit = 30_000,
): Promise<void> {
  const end = performance.now() + limit;
  while (!(await what())) {
    assert.ok(performance.now() < end, `not within ${limit / 1000} s: ${name}`);
    await new Promise((next) => setTimeout(next, 25));
  }
}

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode === null && child.signalCode === null
    ? new Promise((done) => child.once('exit', done))
    : Promise.resolve();

/** A server on its data, temporary files below the same folder: whatever names that folder is of this server. */
export class Killable {
  readonly folder: string;
  readonly #person: string;
  #child!: ChildProcess;
  #base = '';
  #ask!: Ask;

  /** `person`: who of the sample staff asks */
  constructor(folder: string, person: string) {
    this.folder = folder;
    this.#person = person;
  }

  get data(): string {
    return join(this.folder, 'data');
  }
  readonly ask: Ask = (path, asking) => this.#ask(path, asking);

  async start(): Promise<void> {
    mkdirSync(join(this.folder, 'tmp'), { recursive: true });
    const child = spawn(process.execPath, ['dist/server/main.js'], {
      env: {
        ...process.env,
        PORT: '0',
        PATTO_DATA: this.data,
        PATTO_URL: '',
        PATTO_TODAY: '',
        TMPDIR: join(this.folder, 'tmp'),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child = child;
    const base = await new Promise<string>((done, fail) => {
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const port = /"event":"ready".*?"port":(\d+)/.exec(said)?.[1];
        if (port) done(`http://127.0.0.1:${port}`);
      });
      child.once('exit', (code) => fail(new Error(`the server ended with ${code}: ${said}`)));
    });
    this.#base = base;
    this.#ask = await staff(base, this.#person);
  }

  /** A file that is asked for, or one that is sent: what is answered, as bytes. */
  async bytes(path: string, file?: Uint8Array): Promise<Buffer> {
    const signIn = await fetch(`${this.#base}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
      body: JSON.stringify({ as: this.#person }),
    });
    const cookie = (signIn.headers.get('set-cookie') ?? '').split(';')[0]!;
    const answer = await fetch(this.#base + path, {
      method: file ? 'POST' : 'GET',
      headers: { cookie, 'Content-Type': 'application/pdf', 'Sec-Fetch-Site': 'same-origin' },
      ...(file ? { body: new Uint8Array(file) } : {}),
    });
    const told = Buffer.from(await answer.arrayBuffer());
    assert.ok(answer.ok, `${path}: ${told.toString().slice(0, 300)}`);
    return told;
  }

  /** Its children and theirs. */
  below(): readonly Process[] {
    const all = processes();
    const found = all.filter(({ parent }) => parent === this.#child.pid);
    for (const one of found) found.push(...all.filter(({ parent }) => parent === one.pid));
    return found;
  }

  /** Killed in this moment; resolves when it and all that it had started are gone. */
  async kill(): Promise<void> {
    const left = this.below();
    this.#child.kill('SIGKILL');
    await ended(this.#child);
    const isLeft = (one: Process): boolean =>
      left.some(({ pid, command }) => one.pid === pid && one.command === command);
    await until(() => !processes().some(isLeft), 'end of the processes of the killed server', 15_000);
  }
  async restart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  /** Asked to end, it ends well and leaves no process. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await ended(this.#child);
    assert.equal(this.#child.exitCode, 0);
    const isOurs = ({ command }: Process): boolean => command.includes(this.folder);
    await until(() => !processes().some(isOurs), 'no process left', 10_000);
  }

  /** Whatever happened: it is gone. */
  end(): void {
    this.#child.kill('SIGKILL');
  }
}
