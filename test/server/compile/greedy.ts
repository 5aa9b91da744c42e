// SPDX-License-Identifier: AGPL-3.0-or-later
// A compiling thread that does what its document's title says.
import { parentPort } from 'node:worker_threads';

const deep = (n: number): number => 1 + deep(n + 1);
const kept: unknown[] = [];

const acts: { readonly [title: string]: () => void } = {
  good: () => {},
  loop: () => {
    for (;;) kept.length = 0;
  },
  heap: () => {
    for (;;) kept.push(Array.from({ length: 10_000 }, (_, n) => ({ n })));
  },
  // Outside of what the thread answers for: an error nobody catches.
  stack: () => {
    deep(0);
  },
  fault: () => {
    throw new Error('a fault of ours');
  },
};

parentPort?.on('message', ({ id, text }: { id: number; text: string }) => {
  acts[(JSON.parse(text) as { title: string }).title]?.();
  parentPort?.postMessage({ id, value: [] });
});
parentPort?.postMessage({ ready: true });
