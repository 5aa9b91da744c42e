// SPDX-License-Identifier: AGPL-3.0-or-later
// Whole submissions per second through HTTP: the national request with family C1's answers, settled, checked by the
// engine and by the compiled check, kept durably, audited; eight clients, each sends the next when it has an answer.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from './server.ts';

interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
}

const COUNT = 400;
const CLIENTS = 8;
const form = 'valprova/adi-domanda';

const post = async (
  url: string,
  body: unknown,
  headers: { readonly [name: string]: string } = {},
): Promise<{ [key: string]: unknown }> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: 'http://127.0.0.1', ...headers },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { [key: string]: unknown };
  if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
  return answer;
};

/** Runs `work` for each number below `count`, `CLIENTS` at a time. */
async function crowd(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

export async function bench(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'patto-bench-submissions-'));
  const server = await startServer(join(folder, 'data'));
  try {
    const file = 'schemas/districts/valprova/families/c1/adi-domanda.json';
    const { answers } = JSON.parse(await readFile(file, 'utf8')) as { answers: { [key: string]: unknown } };
    const tokens: string[] = [];
    await crowd(COUNT, async (index) => {
      tokens[index] = String((await post(`${server.base}/embed/${form}/token`, {}))['token']);
    });
    const times: number[] = [];
    const begin = performance.now();
    await crowd(COUNT, async (index) => {
      const from = performance.now();
      await post(
        `${server.base}/embed/submissions`,
        { definition: 'adi-domanda', version: 1, answers },
        { Authorization: `Bearer ${tokens[index]}`, 'Idempotency-Key': `bench-submission-${index}` },
      );
      times.push(performance.now() - from);
    });
    const seconds = (performance.now() - begin) / 1000;
    times.sort((a, b) => a - b);
    const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
    return [
      { what: `submissions: ${COUNT} by ${CLIENTS} clients`, value: COUNT / seconds, unit: '/s' },
      { what: 'submissions: p50', value: at(0.5), unit: 'ms' },
      { what: 'submissions: p95', value: at(0.95), unit: 'ms' },
    ];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
