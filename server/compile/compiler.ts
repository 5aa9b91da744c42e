// SPDX-License-Identifier: AGPL-3.0-or-later
// Examining and compiling in a thread of their own, with an end to the time and the memory they may take.
import { Worker } from 'node:worker_threads';
import type { Finding } from '../../runtime/engine/contract.ts';
import { withFixes } from '../../runtime/analysis/fixes.ts';
import { checkModules, endBundling } from './bundle.ts';
import type { Compiled, Generated, Result } from './compile.ts';
import { workedFor } from '../patterns.ts';
import { documentProblem, finding } from './limits.ts';
import type { Job } from './worker.ts';

export interface Compiler {
  /** all findings of a document, whatever it is; none of level error: it can be published */
  examine(document: unknown): Promise<readonly Finding[]>;
  compile(document: unknown): Promise<Result<Compiled>>;
  /** ends the thread; a job under way is refused */
  close(): Promise<void>;
}

export interface CompilerLimits {
  /** milliseconds of work until a document must have turned out to be publishable */
  readonly examine: number;
  /** milliseconds of work for all of it */
  readonly compile: number;
  /** MB of heap */
  readonly memory: number;
}
const usual: CompilerLimits = { examine: 4_000, compile: 10_000, memory: 256 };
/** Work is measured on the processor, of all threads of this process; on a busy machine so many times as long may pass. */
const leeway = 5;
/** A machine that is busy may be slow to start a thread: that is not the document's fault. */
const patience = 60_000;

interface Said {
  readonly ready?: true;
  readonly id?: number;
  readonly linted?: true;
  readonly value?: unknown;
  readonly error?: string;
}

/**
 * Documents are taken one after the other. The thread starts with the first one and does not keep the process alive.
 * `program`: what runs in it; tests hand over worse ones.
 */
export function createCompiler(
  limits: Partial<CompilerLimits> = {},
  program = new URL('worker.js', import.meta.url),
): Compiler {
  const { examine, compile, memory } = { ...usual, ...limits };
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  let next = 1;

  function start(): Promise<Worker> {
    if (worker) return Promise.resolve(worker);
    const fresh = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      stdout: false,
      stderr: false,
    });
    worker = fresh;
    fresh.once('exit', () => {
      if (worker === fresh) worker = undefined;
    });
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('the compiling thread does not start')), patience);
      const end = (act: () => void) => {
        clearTimeout(late);
        fresh.off('error', failed);
        act();
      };
      const failed = (error: Error) => end(() => reject(error));
      fresh.once('error', failed);
      fresh.once('message', () => end(() => resolve(fresh)));
    });
  }

  async function run<Value>(
    what: Job['do'],
    text: string,
    refused: (found: Finding) => Value,
  ): Promise<Value> {
    if (closed) throw new Error('the compiler is closed');
    const thread = await start();
    thread.ref();
    const id = next++;
    return new Promise<Value>((resolve, reject) => {
      const [began, worked] = [performance.now(), workedFor()];
      let limit = examine;
      let timer = setTimeout(late, limit);
      function done(act: () => void) {
        clearTimeout(timer);
        thread.off('message', hear);
        thread.off('error', broken);
        thread.off('exit', gone);
        thread.unref();
        act();
      }
      function drop() {
        if (worker === thread) worker = undefined;
        void thread.terminate();
      }
      function late() {
        const used = workedFor() - worked;
        if (used < limit && performance.now() - began < limit * leeway) {
          timer = setTimeout(late, Math.max(100, limit - used));
          return;
        }
        drop();
        done(() => resolve(refused(finding('too-slow', '', { seconds: Math.round(limit / 1000) }))));
      }
      function hear(said: Said) {
        if (said.id !== id) return;
        if (said.linted) {
          limit = compile;
        } else if (said.error !== undefined) done(() => reject(new Error(said.error)));
        else done(() => resolve(said.value as Value));
      }
      function broken(error: Error & { code?: string }) {
        drop();
        const heavy = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError;
        done(() => (heavy ? resolve(refused(finding('too-heavy', ''))) : reject(error)));
      }
      function gone() {
        if (worker === thread) worker = undefined;
        done(() => reject(new Error('the compiling thread ended')));
      }
      thread.on('message', hear);
      thread.on('error', broken);
      thread.on('exit', gone);
      thread.postMessage({ id, do: what, text } satisfies Job);
    });
  }

  /** One at a time; what would be too large or too deep to hand over never reaches the thread. */
  function job<Value>(
    what: Job['do'],
    document: unknown,
    refused: (found: Finding) => Value,
  ): Promise<Value> {
    const unfit = documentProblem(document);
    if (unfit) return Promise.resolve(refused(withFixes([unfit], document)[0] ?? unfit));
    const text = JSON.stringify(document);
    const mine = last.then(() => run(what, text, refused));
    last = mine.catch(() => undefined);
    return mine;
  }

  return {
    examine: (document) => job<readonly Finding[]>('examine', document, (found) => [found]),
    async compile(document) {
      const done = await job<Result<Generated>>('compile', document, (found) => ({
        ok: false,
        findings: [found],
      }));
      if (!done.ok) return done;
      const { code, ...rest } = done.value;
      return { ok: true, value: { ...rest, ...(await checkModules(code)) } };
    },
    async close() {
      closed = true;
      const thread = worker;
      worker = undefined;
      await thread?.terminate();
      await endBundling();
    },
  };
}
