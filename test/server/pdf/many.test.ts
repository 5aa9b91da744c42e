// SPDX-License-Identifier: AGPL-3.0-or-later
// Document after document in one process: what it keeps in memory does not grow. Full: 1,000; else 5.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { issue, newPrinter, value } from './sample.ts';

const full = process.env['PATTO_PROOF'] === 'full';
const documents = full ? 1000 : 5;
const printer = newPrinter();
after(() => printer.close());

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** MB in use by this process after a collection. */
function heap(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

/** MB that the browser's processes hold, what they share counted once. */
function browser(): number {
  const group = printer.pid();
  let sum = 0;
  for (const one of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${one}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      if (Number(fields[2]) !== group) continue;
      sum += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // it ended meanwhile
    }
  }
  return sum / 1024;
}

/** MB of memory that this process holds, as the machine counts. */
async function resident(): Promise<number> {
  collect();
  // What is collected is given back to the machine in the background.
  await new Promise((next) => setTimeout(next, full ? 500 : 0));
  return process.memoryUsage.rss() / 2 ** 20;
}

/** Growth from one measure to the next: least squares over all but the first fifth, which warms caches up. */
function slope(all: readonly number[]): number {
  const points = all.slice(Math.floor(all.length / 5));
  const middle = (points.length - 1) / 2;
  const mean = points.reduce((sum, one) => sum + one, 0) / points.length;
  const [up, along] = points.reduce<readonly [number, number]>(
    ([a, b], one, at) => [a + (at - middle) * (one - mean), b + (at - middle) ** 2],
    [0, 0],
  );
  return along === 0 ? 0 : Math.round((up / along) * 100) / 100;
}

test(`${documents} documents: one hash, and memory that does not grow`, async (t) => {
  const hashes = new Set<string>();
  const [kept, held, whole]: [number[], number[], number[]] = [[], [], []];
  const step = documents / 10;
  for (let count = 1; count <= documents; count += 1) {
    hashes.add(value(await issue(printer)).sha256);
    // Half-way between two browsers.
    if (count % Math.ceil(step) === Math.floor(step / 2)) {
      kept.push(Math.round(heap()));
      held.push(Math.round(browser()));
      whole.push(Math.round(await resident()));
    }
  }
  const growth = { heap: slope(kept), resident: slope(whole), browser: slope(held) };
  const memory = { heapMB: kept, residentMB: whole, browserMB: held, growthPerStepMB: growth };
  t.diagnostic(`proof ${JSON.stringify({ documents, ...memory, launched: printer.health().launched })}`);
  assert.equal(hashes.size, 1);
  if (!full) return;
  assert.ok((kept.at(-1) ?? 0) <= (kept[1] ?? 0) * 1.1 + 4, kept.join(' '));
  assert.ok(growth.heap < 1, JSON.stringify(memory));
  // Pages go back to the machine in jumps: the highest of the second half is no higher than that of the first.
  for (const all of [whole, held]) {
    const half = all.length / 2;
    assert.ok(Math.max(...all.slice(half)) <= Math.max(...all.slice(1, half)) * 1.15, JSON.stringify(memory));
  }
});
