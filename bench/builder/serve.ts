// SPDX-License-Identifier: AGPL-3.0-or-later
// The application's own server on a folder of its own, with the definitions of the bench as drafts.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Server, startServer } from '../server.ts';
import { big } from './big.ts';

/** Who administers forms in the demonstration. */
export const ADMINISTRATOR = 'modulari';

/** A server with a draft for each count and turn, `banco-<count>-<turn>`: whoever opens a draft holds it for a while. */
export async function serve(counts: readonly number[], turns = 1): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'patto-bench-builder-'));
  const server = await startServer(join(folder, 'data'), { PATTO_TODAY: '' });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const json = { 'Content-Type': 'application/json', Origin: server.base };
  const post = async (path: string, body: unknown, more: Record<string, string> = {}): Promise<Response> => {
    const headers = { ...json, ...more };
    const answer = await fetch(server.base + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  try {
    const session = await post('/api/session', { as: ADMINISTRATOR });
    const cookie = session.headers.getSetCookie().map((each) => each.split(';')[0]).join('; '); // prettier-ignore
    for (const count of counts)
      for (let turn = 0; turn < turns; turn++) {
        const id = `banco-${count}-${turn}`;
        const more = { Cookie: cookie, 'Idempotency-Key': `bench-definition-${id}` };
        await post('/api/definitions', { definition: { ...big(count), id } }, more);
      }
  } catch (error) {
    await stop();
    throw error;
  }
  return { base: server.base, stop };
}
