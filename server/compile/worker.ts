// SPDX-License-Identifier: AGPL-3.0-or-later
// The thread in which documents of strangers are examined and compiled: it may be ended at any moment.
import { parentPort } from 'node:worker_threads';
import { loadEngine } from '../../runtime/engine/load.ts';
import { linearPattern } from '../patterns.ts';
import { compile } from './compile.ts';
import { examine } from './examine.ts';
import { finding } from './limits.ts';

export interface Job {
  readonly id: number;
  readonly do: 'examine' | 'compile';
  /** JSON text of the document */
  readonly text: string;
}

const port = parentPort;
if (!port) throw new Error('compile/worker.js runs as a worker thread');

const engine = await loadEngine(linearPattern);

async function work({ id, do: what, text }: Job): Promise<unknown> {
  const document: unknown = JSON.parse(text);
  if (what === 'examine') return examine(document, engine).findings;
  return compile(document, engine, () => port?.postMessage({ id, linted: true }));
}

port.on('message', (job: Job) => {
  work(job).then(
    (value) => port.postMessage({ id: job.id, value }),
    (error: unknown) => {
      // What overflows the stack is a document that is too much, not a fault of ours.
      if (error instanceof RangeError) {
        const findings = [finding('too-heavy', '')];
        port.postMessage({ id: job.id, value: job.do === 'examine' ? findings : { ok: false, findings } });
      } else {
        port.postMessage({
          id: job.id,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
      }
    },
  );
});

port.postMessage({ ready: true });
