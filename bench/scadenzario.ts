// SPDX-License-Identifier: AGPL-3.0-or-later
// What a page of the deadlines, and of the agenda, costs the server with few and with many cases stored.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from '../schemas/types.ts';
import type { KeptAppointment } from '../server/records.ts';
import { createLowdbStore } from '../server/storage/lowdb.ts';
import { startServer } from './server.ts';
import type { Row } from './store.ts';

const FEW = 50;
const MANY = 5_000;
const TIMES = 20;
const scope = { district: 'valprova', actor: 'bench' };
const comuni = ['poggiofinto', 'borgoesempio', 'castelmodello', 'pievedemo'];
const day = (n: number): string => new Date(Date.UTC(2025, 9, 1) + n * 86_400_000).toISOString().slice(0, 10);

/** A case with its dates: some late, some near, some far. */
const caseOf = (n: number): Case => ({
  number: `2026/PROVA/${String(n).padStart(5, '0')}`,
  measure: 'adi',
  comune: comuni[n % comuni.length]!,
  state: 'in istruttoria',
  name: `Prova ${n}`,
  household: [],
  dates: { pad: day(n % 170), ...(n % 3 ? { primo_incontro: day((n % 170) + 30) } : {}) },
  facts: {},
  counts: { analisi: { adults: [{ id: 'a', path: n % 2 ? 'P1' : 'P2' }], people: [{ id: 'a' }] } },
  assigned: [n % 7 === 0 ? 'morvani' : 'tessardi'],
  openedAt: '2026-01-10T09:00:00.000Z',
  openedBy: 'bench',
  timeline: [],
});

const appointmentOf = (n: number): KeptAppointment => ({
  case: `bench${n}`,
  definition: 'convocazione',
  // as many in the week that is looked at, however many there are in all
  day: n < 40 ? `2026-03-0${2 + (n % 5)}` : day((n * 7) % 150),
  time: `${String(9 + (n % 8)).padStart(2, '0')}:00`,
  minutes: 60,
  place: 'Sede',
  people: '',
  with: 'morvani',
  by: 'bench',
  at: '2026-01-10T09:00:00.000Z',
});

async function measured(folder: string, count: number) {
  const begun = await startServer(folder);
  await begun.stop();
  const store = await createLowdbStore({ folder, space: { bytes: 0, share: 0, atMost: 0 } });
  for (let at = 0; at < count; at += 16)
    await Promise.all(
      Array.from({ length: Math.min(16, count - at) }, async (_, more) => {
        const n = at + more;
        await store.create(scope, 'cases', `bench${n}`, caseOf(n));
        await store.create(scope, 'appointments', `bench${n}`, appointmentOf(n));
      }),
    );
  await store.close();
  const server = await startServer(folder);
  try {
    const entered = await fetch(`${server.base}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: server.base },
      body: JSON.stringify({ as: 'ardenzi' }),
    });
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0]!;
    const ask = async (path: string): Promise<number> => {
      const from = performance.now();
      const answer = await fetch(`${server.base}${path}`, { headers: { Cookie: cookie } });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      return performance.now() - from;
    };
    const median = async (path: string): Promise<number> => {
      const times: number[] = [];
      for (let turn = 0; turn < TIMES; turn += 1) times.push(await ask(path));
      return times.sort((a, b) => a - b)[Math.floor(TIMES / 2)]!;
    };
    const first = await ask('/api/deadlines');
    return {
      first,
      deadlines: await median('/api/deadlines'),
      month: await median('/api/deadlines?span=month&comune=poggiofinto'),
      agenda: await median('/api/agenda?from=2026-03-02'),
    };
  } finally {
    await server.stop();
  }
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** @returns milliseconds from first byte asked to last byte answered, p50 of 20, and their ratio */
export async function bench(): Promise<readonly Row[]> {
  const root = await mkdtemp(join(tmpdir(), 'patto-bench-scadenzario-'));
  try {
    const few = await measured(join(root, 'few'), FEW);
    const many = await measured(join(root, 'many'), MANY);
    const rows = (what: 'deadlines' | 'month' | 'agenda', title: string): Row[] => [
      { what: `${title}, ${FEW} cases`, value: rounded(few[what]), unit: 'ms' },
      { what: `${title}, ${MANY} cases`, value: rounded(many[what]), unit: 'ms' },
      {
        what: `${title}, ${MANY} ÷ ${FEW}`,
        value: rounded(many[what] / few[what]),
        unit: 'ratio',
        must: '≤ 3',
      },
    ];
    return [
      ...rows('deadlines', 'deadlines, all'),
      ...rows('month', 'deadlines, one comune, 30 days'),
      ...rows('agenda', 'agenda of a week'),
      {
        what: `deadlines, the first time after the start, ${MANY} cases`,
        value: rounded(many.first),
        unit: 'ms',
      },
    ];
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
