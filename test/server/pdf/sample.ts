// SPDX-License-Identifier: AGPL-3.0-or-later
// The pact of the fixture as a file, issued and sealed; what several tests begin with.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pact } from '../../../templates/documents/pact/facts.ts';
import { issueDocument, sealDocument, type Issued } from '../../../server/pdf/issue.ts';
import { createPrinter, type Printer } from '../../../server/printer.ts';
import { openSealKey, type SealKey } from '../../../server/seal/certificate.ts';
import type { Outcome } from '../../../server/storage/contract.ts';
import { input, signers } from '../../fixtures/documents/pact-c1.ts';

export const executablePath = process.env['PUPPETEER_EXECUTABLE_PATH'] ?? '/usr/bin/chromium';
export const newPrinter = (more: object = {}): Printer => createPrinter({ executablePath, ...more });

export function value<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

export function issue(
  printer: Printer,
  more: Parameters<typeof input>[0] = {},
  changes: Parameters<typeof input>[1] = {},
): Promise<Outcome<Issued>> {
  return issueDocument(printer, pact, {
    ...input(more, changes),
    verifyPage: 'https://patto.valprova.example/verify',
  });
}

export const newKey = (folder = mkdtempSync(join(tmpdir(), 'patto-keys-'))): Promise<SealKey> =>
  openSealKey(
    folder,
    { id: 'valprova', name: 'Ambito territoriale sociale Valprova' },
    new Date('2026-02-01T08:00:00Z'),
  );

export async function sealed(printer: Printer, key: SealKey, issued: Issued) {
  const signature = { place: 'Poggiofinto', registeredBy: 'a1', sha256: issued.sha256 };
  return sealDocument(printer, key, {
    issued: issued.pdf,
    language: 'it',
    names: { a1: 'L. Morvani' },
    document: {
      number: 'PAIS-2026-00001',
      revision: 1,
      code: 'K7QF-3M9T-XW2D',
      signers: [...signers],
      signatures: [
        {
          ...signature,
          signer: signers[0]?.id ?? '',
          mode: 'drawn',
          at: '2026-02-25T10:00:00Z',
          identified: 'carta d’identità',
          strokes: 'M100 200 C200 50 300 50 350 180 S500 250 600 120 L800 200',
        },
        {
          ...signature,
          signer: 'worker',
          mode: 'paper',
          at: '2026-02-25T10:05:00Z',
          identified: 'conosciuta dall’ufficio',
          original: 'armadio 3',
        },
      ],
    },
    facts: {
      reason: 'Sigillo di integrità del documento PAIS-2026-00001',
      place: 'Poggiofinto',
      time: '2026-02-25T11:00:00Z',
      name: 'Ambito territoriale sociale Valprova',
    },
  });
}

/** false, or why a test that needs this program is skipped. */
export const without = (program: string): string | false =>
  spawnSync('sh', ['-c', `command -v ${program}`]).status === 0 ? false : `${program} is not installed`;

export function fileOf(bytes: Uint8Array, name = 'document.pdf'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'patto-pdf-')), name);
  writeFileSync(path, bytes);
  return path;
}

export const run = (program: string, ...args: readonly string[]): string => {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string };
    return `${stdout ?? ''}${stderr ?? ''}`;
  }
};
