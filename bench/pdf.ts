// SPDX-License-Identifier: AGPL-3.0-or-later
// What a sealed pact costs beside Chromium's own printing of the same page, alternating in one run.
import { existsSync, readFileSync, readdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer';
import { loadEngine } from '../runtime/engine/load.ts';
import { settle } from '../runtime/engine/settle.ts';
import { walk } from '../runtime/engine/walk.ts';
import { loadPaper } from '../runtime/fields/load.ts';
import type { Answers, Context, Definition, District, Measure } from '../schemas/types.ts';
import { linearPattern } from '../server/patterns.ts';
import { issueDocument, sealDocument, type SealInput } from '../server/pdf/issue.ts';
import { createPrinter, type Printer } from '../server/printer.ts';
import { openSealKey } from '../server/seal/certificate.ts';
import type { Outcome } from '../server/storage/contract.ts';
import { pact } from '../templates/documents/pact/facts.ts';

interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly must?: string;
}

const ROUNDS = 15;
// As many as it takes until the code of this process has been compiled.
const WARM = 10;
const executablePath = process.env['PUPPETEER_EXECUTABLE_PATH'] ?? '/usr/bin/chromium';

const read = <Value>(path: string): Value => JSON.parse(readFileSync(join('schemas', path), 'utf8')) as Value;

function value<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

async function timed<Value>(times: number[], work: () => Promise<Value>): Promise<Value> {
  const from = performance.now();
  const done = await work();
  times.push(performance.now() - from);
  return done;
}

/** What is printed: family C1's pact, as the server would. */
async function sample() {
  const district = read<District>('districts/valprova/district.json');
  const measure = read<Measure>('national/adi/measure.json');
  const source = read<Definition>('national/adi/definitions/pais.json');
  const given = (name: string): Answers =>
    read<{ readonly answers: Answers }>(`districts/valprova/families/c1/${name}.json`).answers;
  const family = { 'adi-domanda': given('adi-domanda'), pais: given('pais') };
  const nucleo = family['adi-domanda']['nucleo'] as NonNullable<Context['case']['nucleo']>;
  const context: Context = {
    today: '2026-03-02',
    referenceDate: '2026-02-25',
    parameters: {},
    lists: { ...district.registers },
    case: { ...family, nucleo },
    role: 'case-manager',
    locale: 'it',
  };
  const outline = walk(source, await loadEngine(linearPattern));
  const { answers } = settle(outline, family.pais, context);
  const issuedBy = { name: 'L. Morvani', profile: 'Assistente sociale, case manager' };
  const signers = pact.signers({ answers, context, issuedBy, day: '2026-02-25' });
  const identity = {
    number: 'PAIS-2026-00001',
    revision: 1,
    code: 'K7QF-3M9T-XW2D',
    issuedAt: '2026-02-25T09:30:00Z',
  };
  const input = {
    copy: 'family' as const,
    language: 'it' as const,
    version: { source, number: 1, hash: 'a'.repeat(64), title: source.title },
    outline,
    papers: await loadPaper(),
    submission: { answers, context },
    case: { number: '2026/POG/00001', comune: 'poggiofinto', name: 'Vellonieri Marta' },
    measure,
    district,
    manager: issuedBy,
    signers,
    identity,
    verifyPage: 'https://patto.valprova.example/verify',
  };
  return { district, identity, input, signers };
}

/** Processor time of this process and of a group of others, milliseconds; 0 of the others where the machine does not tell. */
function processor(group: number | undefined): number {
  const { user, system } = process.cpuUsage();
  let ticks = 0;
  for (const name of existsSync('/proc/self/stat') ? readdirSync('/proc') : []) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      if (Number(fields[2]) === group) ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // it ended meanwhile
    }
  }
  return (user + system) / 1000 + ticks * 10;
}

/** A printer that hands on what it was given, so that the page of the control is the very same. */
function spy(printer: Printer): Printer & { readonly pages: string[] } {
  const pages: string[] = [];
  return {
    ...printer,
    pages,
    print: (html, deadline) => {
      pages.push(html);
      return printer.print(html, deadline);
    },
  };
}

/** Milliseconds per issued and per sealed act, and per print of the same page by Chromium alone; medians of 15. */
export async function bench(): Promise<readonly Row[]> {
  const { district, identity, input, signers } = await sample();
  const keys = mkdtempSync(join(tmpdir(), 'patto-bench-keys-'));
  const key = await openSealKey(keys, district, new Date('2026-03-02T08:00:00Z'));
  const printer = spy(createPrinter({ executablePath }));
  await printer.warm();
  const root = process.getuid?.() === 0;
  const browser = await puppeteer.launch({ executablePath, pipe: true, args: root ? ['--no-sandbox'] : [] });
  try {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    const plain: number[] = [];
    const issuing: number[] = [];
    const signing: number[] = [];
    const sealing: number[] = [];
    /** processor time of everything that had a part in it */
    const work = { plain: 0, issue: 0, sign: 0 };
    const counted = async <Value>(
      what: keyof typeof work,
      group: number | undefined,
      run: () => Promise<Value>,
    ) => {
      const before = processor(group);
      const done = await run();
      work[what] += processor(group) - before;
      return done;
    };
    for (let round = 0; round < ROUNDS + WARM; round += 1) {
      const issued = value(
        await counted('issue', printer.pid(), () =>
          timed(issuing, () => issueDocument(printer, pact, input)),
        ),
      );
      const asked: SealInput = {
        issued: issued.pdf,
        document: { ...identity, signers: [...signers], signatures: [] },
        names: {},
        language: 'it',
        facts: {
          reason: 'Sigillo',
          place: 'Poggiofinto',
          time: '2026-02-25T11:00:00Z',
          name: district.name,
        },
      };
      await counted('sign', undefined, () =>
        timed(signing, async () => value(await sealDocument(printer, key, { ...asked, signed: true }))),
      );
      await timed(sealing, async () => value(await sealDocument(printer, key, asked)));
      const html = printer.pages.at(-2) ?? '';
      await counted('plain', browser.process()?.pid, () =>
        timed(plain, async () => {
          await page.setContent(html, { waitUntil: 'load' });
          await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
        }),
      );
      if (round < WARM) {
        for (const times of [plain, issuing, signing, sealing]) times.length = 0;
        Object.assign(work, { plain: 0, issue: 0, sign: 0 });
      }
    }
    const [control, issue, sign, seal] = [median(plain), median(issuing), median(signing), median(sealing)];
    // Round by round: what else the machine does strikes both alike.
    const ratio = (times: readonly number[], more: readonly number[] = []): number =>
      median(times.map((one, round) => (one + (more[round] ?? 0)) / (plain[round] ?? 1)));
    const many = 24;
    const from = performance.now();
    await Promise.all(Array.from({ length: many }, () => issueDocument(printer, pact, input)));
    const perSecond = (many * 1000) / (performance.now() - from);
    return [
      { what: 'PDF: Chromium alone, the same page', value: control, unit: 'ms' },
      { what: 'PDF: issued (data → finished file)', value: issue, unit: 'ms' },
      { what: 'PDF: issued ÷ Chromium alone', value: ratio(issuing), unit: '×', must: '≤ 2' },
      {
        what: 'PDF: the same, quickest round of each (what a quiet machine would show)',
        value: Math.min(...issuing) / Math.min(...plain),
        unit: '×',
      },
      {
        what: 'PDF: data → signed ÷ Chromium alone, quickest round of each',
        value: (Math.min(...issuing) + Math.min(...signing)) / Math.min(...plain),
        unit: '×',
      },
      {
        what: 'PDF: processor time, issued ÷ Chromium alone (all processes)',
        value: work.issue / work.plain,
        unit: '×',
      },
      {
        what: 'PDF: processor time, data → signed ÷ Chromium alone',
        value: (work.issue + work.sign) / work.plain,
        unit: '×',
      },
      { what: 'PDF: signed in the file (PAdES seal, own check)', value: sign, unit: 'ms' },
      {
        what: 'PDF: data → signed ÷ Chromium alone',
        value: ratio(issuing, signing),
        unit: '×',
        must: '≤ 2.5',
      },
      { what: 'PDF: issued, two pages of the browser at once', value: perSecond, unit: 'documents/s' },
      {
        what: 'PDF: sealed (register of signatures printed and joined, seal, own check)',
        value: seal,
        unit: 'ms',
      },
      { what: 'PDF: data → sealed, both together', value: issue + seal, unit: 'ms' },
      { what: 'PDF: data → sealed ÷ Chromium alone', value: ratio(issuing, sealing), unit: '×' },
    ];
  } finally {
    await Promise.all([printer.close(), browser.close()]);
    rmSync(keys, { recursive: true, force: true });
  }
}
