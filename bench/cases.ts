// SPDX-License-Identifier: AGPL-3.0-or-later
// What a district's lists cost with few and with many cases: server time as a browser waits for it, from sending the
// request to the last byte of the answer. Cases, requests and accesses are invented; both servers stand at the same
// time, asked in turns.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from '../schemas/types.ts';
import type { KeptAccess, KeptRequest } from '../server/records.ts';
import type { Scope } from '../server/storage/contract.ts';
import { createLowdbStore } from '../server/storage/lowdb.ts';
import type { Row } from './row.ts';
import { startServer, type Server } from './server.ts';

const FEW = 50;
const MANY = 5_000;
const RUNS = 20;
const district = 'valprova';
const scope: Scope = { district, actor: 'bench' };
const space = { bytes: 0, share: 0, atMost: 0 };

const from = <Value>(all: readonly Value[], n: number): Value => all[n % all.length]!;
const surnames = [
  'Vellonieri',
  'Pianforte',
  'Scortelli',
  'Bendinoro',
  'Tarvisoli',
  'Montefalchi',
  'Grillandi',
];
const names = [
  'Marta',
  'Carlo',
  'Elena',
  'Bruno',
  'Rosaria',
  'Nadir',
  'Amal',
  'Piero',
  'Sofia',
  'Luca',
  'Giada',
];
const comuni = ['poggiofinto', 'borgoesempio', 'castelmodello', 'pievedemo'];
const states = ['nuova', 'in istruttoria', 'AP in corso', 'AP chiusa', 'patto sottoscritto'];
const day = (n: number): string =>
  `2025-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}`;

/** An invented case with three people, a pact's supports and a year of dates. */
function invented(n: number): Case {
  const surname = `${from(surnames, n)}${Math.floor(n / 77)}`;
  const people = [0, 1, 2].map((place) => ({
    id: `riga${String(n * 3 + place).padStart(7, '0')}`,
    surname,
    name: from(names, n * 3 + place),
    birth: `${1960 + ((n * 13 + place * 25) % 64)}-05-17`,
  }));
  const at = `${day(n)}T09:00:00.000Z`;
  return {
    number: `2025/${from(comuni, n).toUpperCase()}/${String(n).padStart(5, '0')}`,
    measure: n % 4 === 0 ? 'sociale' : 'adi',
    comune: from(comuni, n),
    state: from(states, n),
    phase: from(['accesso', 'analisi', 'patto', 'monitoraggio'], n),
    ...(n % 40 === 0 ? { queue: from(['case-manager', 'equipe', 'centro-famiglia'], n / 40) } : {}),
    name: `${surname} ${people[0]!.name}`,
    household: [
      { from: day(n), members: people.map(({ id, name }) => ({ id, nome: name, cognome: surname })) },
    ],
    roll: people.map(({ id, name }) => ({ id, name: `${surname} ${name}`, key: `k${id}` })),
    dates: { pad: day(n), primo_incontro: day(n + 30), ...(n % 3 ? { patto: day(n + 60) } : {}) },
    facts: { ISEE: '6.214,37 €' },
    counts: {
      domanda: {
        branch: from(['adi', 'non-adi', 'indigenza'], n),
        monthly: 40_000 + (n % 300) * 100,
        people,
      },
      patto: {
        outcome: from(['E2', 'E3'], n),
        supports: [0, 1, 2].map((place) => ({
          service: from(['educativa', 'doposcuola', 'mediazione', 'tirocinio'], n + place),
          fund: from(['qsfp', 'pnrr', 'comunale', 'nessuno'], n * 3 + place),
          categories: ['sociale-147'],
          cost: 10_000 + n,
        })),
      },
    },
    assigned: n % 40 === 0 ? [] : [from(['morvani', 'tessardi', 'polvani'], n)],
    openedAt: at,
    openedBy: 'ardenzi',
    timeline: ['opened', 'assigned', 'submitted', 'submitted', 'issued', 'sealed'].map((what) => ({
      at,
      by: 'morvani',
      what: what as 'opened',
    })),
  };
}

const months = (n: number): string => new Date(Date.UTC(2025, 2, 1 + (n % 360), 9)).toISOString();
const inquiry = ['ricevuta', 'in-verifica', 'incompleta', 'accolta', 'da-respingere'];

/** An invented request of the last year: one in five is still to be dealt with. */
function request(n: number): KeptRequest {
  const at = months(n);
  const closed = n % 5 !== 0;
  const state = closed ? from(['caricata', 'respinta', 'archiviata'], n) : from(inquiry, n / 5);
  return {
    number: `2025/P/${String(n).padStart(5, '0')}`,
    definition: 'adi-domanda',
    title: 'Domanda',
    measure: 'adi',
    comune: from(comuni, n),
    name: `${from(surnames, n)} ${from(names, n)}`,
    channel: 'counter',
    at,
    by: 'ardenzi',
    state,
    closed,
    dates: { richiesta: at.slice(0, 10), [state]: at.slice(0, 10) },
    steps: [],
    ...(n % 10 === 1 ? { case: `bench${String(n).padStart(17, '0')}` } : {}),
  };
}

/** An invented access; as many of today however many there are. */
function access(n: number): KeptAccess {
  const at = n < 20 ? '2026-03-02T09:00:00.000Z' : months(n);
  return {
    definition: 'primo-contatto',
    comune: from(comuni, n),
    at,
    day: at.slice(0, 10),
    by: 'ardenzi',
    name: `${from(surnames, n)} ${from(names, n)}`,
    facts: { Motivo: 'Informazioni' },
    counts: { bisogno: from(['reddito', 'casa', 'lavoro'], n), esito: from(['informata', 'inviata'], n) },
  };
}

/** A data folder of the demonstration with so many cases, requests and accesses more. */
async function filled(folder: string, count: number): Promise<string> {
  const data = join(folder, `data-${count}`);
  await (await startServer(data)).stop();
  const store = await createLowdbStore({ folder: data, space });
  for (let at = 0; at < count; at += 16)
    await Promise.all(
      Array.from({ length: Math.min(16, count - at) }, async (_, more) => {
        const id = `bench${String(at + more).padStart(17, '0')}`;
        await store.create(scope, 'cases', id, invented(at + more));
        await store.create(scope, 'requests', id, request(at + more));
        await store.create(scope, 'accesses', id, access(at + more));
      }),
    );
  await store.close();
  return data;
}

const headers = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' };
async function signIn(server: Server): Promise<string> {
  const body = JSON.stringify({ as: 'ardenzi' });
  const answer = await fetch(`${server.base}/api/session`, { method: 'POST', headers, body });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}
/** Milliseconds from sending to the last byte. */
async function timed(server: Server, cookie: string, path: string, body?: unknown): Promise<number> {
  const began = performance.now();
  const answer = await fetch(server.base + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...headers, cookie },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
  return performance.now() - began;
}
const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!;
/** resident memory of a process in MB */
async function memory(pid: number): Promise<number> {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

const asked: readonly (readonly [string, string, string, unknown?])[] = [
  ['list page', '/api/cases', '≤ 3'],
  ['list in order of surname', '/api/cases?order=name', '≤ 3'],
  ['search by name', '/api/cases?q=Montefalchi%20Sofia', '≤ 3'],
  ['search by tax code', '/api/cases?q=VLLMRT87L44X001B', '≤ 3'],
  ['list of one state and phase', '/api/cases?state=AP%20chiusa&phase=analisi', '≤ 3'],
  ['queues', '/api/queues', '≤ 3'],
  ['scadenzario', '/api/deadlines', '≤ 3'],
  ['requests without a case', '/api/requests', '≤ 3'],
  ['registry', '/api/counter/requests', '≤ 3'],
  ['registry, by name', '/api/counter/requests?q=Montefalchi', '≤ 3'],
  ['accesses of a day', '/api/counter/accesses', '≤ 3'],
  ['accesses of a year', '/api/counter/accesses?from=2025-03-01&to=2026-03-02', '≤ 3'],
  ['state of progress', '/api/reports', '≤ 20', { kind: 'progress', from: '2025-01-01', to: '2026-03-02' }],
];

export async function bench(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'patto-bench-cases-'));
  const servers: Server[] = [];
  try {
    for (const count of [FEW, MANY]) servers.push(await startServer(await filled(folder, count)));
    const [few, many] = servers as [Server, Server];
    const cookies = [await signIn(few), await signIn(many)] as const;
    const rows: Row[] = [];
    for (const [what, path, must, body] of asked) {
      const times: [number[], number[]] = [[], []];
      // the first answers make the machine and its caches warm
      for (let run = -3; run < RUNS; run += 1)
        for (const [place, server] of servers.entries()) {
          const time = await timed(server, cookies[place]!, path, body);
          if (run >= 0) times[place]!.push(time);
        }
      const [control, value] = [middle(times[0]), middle(times[1])];
      const ratio = value / control;
      rows.push({ what: `cases: ${what}`, value, unit: 'ms', control, ratio, must, runs: RUNS });
    }
    const [small, large] = [await memory(few.pid ?? 0), await memory(many.pid ?? 0)];
    return [...rows, { what: `cases: memory with ${MANY}`, value: large, unit: 'MB', control: small }];
  } finally {
    for (const server of servers) await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
