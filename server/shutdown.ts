// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Server } from 'node:http';

const patience = 10_000;

/** Takes no new connection, lets what is under way end for at most ten seconds, then closes. */
export async function closeServer(server: Server, limit = patience): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  server.closeIdleConnections();
  // A connection that became idle after its answer is closed as soon as it is.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), limit);
  await closed;
  clearInterval(sweep);
  clearTimeout(late);
}

/** Runs `end` on the first SIGTERM or SIGINT, and leaves with 0; a second one leaves at once. */
export function onSignal(end: () => Promise<void>): void {
  let ending = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      if (ending) process.exit(1);
      ending = true;
      end().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${String(error)}\n`);
          process.exit(1);
        },
      );
    });
}
