// SPDX-License-Identifier: AGPL-3.0-or-later
// The application's own server, as a process of its own, on a folder of data.
import { spawn } from 'node:child_process';

export interface Server {
  readonly base: string;
  /** of its process, where it has one of its own */
  readonly pid?: number;
  stop(): Promise<void>;
}

/** Starts it on a free port; `settings`: environment beside what every bench needs. */
export async function startServer(
  data: string,
  settings: { readonly [name: string]: string } = {},
): Promise<Server> {
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: { ...process.env, PORT: '0', PATTO_DATA: data, PATTO_URL: '', ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const port = await new Promise<string>((done, fail) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /"event":"ready".*?"port":(\d+)/.exec(said)?.[1];
      if (found) done(found);
    });
    child.once('exit', (code) => fail(new Error(`the server ended with ${code}: ${said}`)));
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    base: `http://127.0.0.1:${port}`,
    ...(child.pid === undefined ? {} : { pid: child.pid }),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
