// SPDX-License-Identifier: AGPL-3.0-or-later
// The builder with a form of 2,000 questions beside the same with 50, on four pages and two repeats: what a person waits
// for until it is painted, and what the main thread works for it until it rests. Real server, real Chromium, in turns.
import puppeteer, { type Browser } from 'puppeteer';
import { serve } from './builder/serve.ts';
import { type Figures, Visit } from './builder/visit.ts';
import type { Row } from './row.ts';

const ROUNDS = 7;
const FEW = 50;
const MANY = 2000;
const MOST = '≤ 3';

const acts: readonly (readonly [name: string, what: string])[] = [
  ['first', 'open, first screen painted'],
  ['open', 'open, all drawn and the preview beside'],
  ['select', 'select a question'],
  ['key', 'type a letter of its label'],
  ['undo', 'undo'],
  ['move', 'move a question'],
];

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

async function round(browser: Browser, base: string, count: number, turn: number): Promise<Figures> {
  const visit = await Visit.begin(browser, base);
  try {
    const figures = { ...(await visit.open(count, turn)), ...(await visit.edit(count)) };
    return figures;
  } finally {
    await visit.end();
  }
}

export async function bench(words: readonly string[] = []): Promise<readonly Row[]> {
  const rounds = words.includes('quick') ? 3 : ROUNDS;
  const server = await serve([FEW, MANY], rounds + 1);
  const browser = await puppeteer.launch({
    executablePath: process.env['PUPPETEER_EXECUTABLE_PATH'] ?? '/usr/bin/chromium',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=it',
    ],
  });
  const taken: { readonly [count: number]: Figures[] } = { [FEW]: [], [MANY]: [] };
  try {
    // The first visit of each warms the caches and does not count.
    for (let turn = 0; turn <= rounds; turn++)
      for (const count of [FEW, MANY]) {
        const figures = await round(browser, server.base, count, turn);
        if (turn > 0) taken[count]!.push(figures);
      }
  } finally {
    await browser.close();
    await server.stop();
  }
  const of = (count: number, figure: string): number =>
    Number(median(taken[count]!.map((figures) => figures[figure]!)).toFixed(1));
  const compared = (figure: string, what: string): Row => {
    const value = of(MANY, figure);
    const control = of(FEW, figure);
    const ratio = Number((value / control).toFixed(2));
    return { what, value, unit: 'ms', control, ratio, must: MOST, runs: rounds };
  };
  return acts.flatMap(([name, what]) => [
    compared(name, `${what}, painted`),
    ...(name === 'first' ? [] : [compared(`${name}Busy`, `${what}, main thread`)]),
  ]);
}
