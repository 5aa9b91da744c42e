// SPDX-License-Identifier: AGPL-3.0-or-later
// Every kind of document of a district, printed: it passes the gate, is sealed, and says what it must.
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { District, Document } from '../../../schemas/types.ts';
import type { Catalogue } from '../../../server/catalogue.ts';
import { createPapers } from '../../../server/pdf/papers.ts';
import { caseReportKinds, reportKinds } from '../../../templates/report-kinds.ts';
import * as contents from '../../fixtures/documents/reports.ts';
import { district } from '../../fixtures/documents/pact-c1.ts';
import { executablePath, run, value, without } from '../pdf/sample.ts';

process.env['PUPPETEER_EXECUTABLE_PATH'] = executablePath;
const data = mkdtempSync(join(tmpdir(), 'patto-reports-'));
const catalogue = {
  districts: new Map([[district.id, district]]),
  measures: new Map(),
} as unknown as Catalogue;
const papers = await createPapers({ data }, catalogue);
after(() => papers.close());

/** By kind: what it is printed with, and lines that must stand on it. */
const samples: { readonly [kind: string]: { readonly content: unknown; readonly says: readonly string[] } } =
  {
    'job-centre-list': {
      content: contents.jobCentreList,
      says: [
        'Elenco per il Centro per l’impiego',
        'Protocollo per l’invio',
        'Ben Salhoun Nadir',
        'tramite il servizio sociale',
        'VLLMRT87L44X001B',
        'nato/a il 04/07/1987',
        'entro 26/04/2026',
        'Persone in elenco',
        '16',
      ],
    },
    progress: {
      content: contents.progress,
      says: [
        'Stato di avanzamento',
        '01/01/2026 – 30/04/2026',
        'i numeri sotto 5 sono scritti <5',
        'Poggiofinto <5 n.d. <5',
        'Totale 12 40 15',
        'n.d.',
        '5.456',
        '1:6.500, soglia del contributo raggiunto',
        'Lo standard non è rispettato',
        'Da dove vengono i numeri',
        'Protocollo con il Centro per l’impiego',
        'Mancano due assistenti sociali',
      ],
    },
    'case-access': {
      content: contents.caseAccess,
      says: [
        'Chi ha visto la pratica',
        '2026/POG/00001',
        '01/02/2026 – 02/03/2026',
        'L. Morvani',
        'sostituzione di oggi',
        'intatto: 103 righe',
      ],
    },
    transcription: {
      content: contents.transcription,
      says: ['Scheda di trascrizione', 'GePI', '2026/POG/00001', 'ISEE 6.214,37 €', 'Vellonieri Marta'],
    },
    'signature-register': {
      content: contents.signatureRegister,
      says: [
        'Registro firme',
        'PAIS-2026-00001',
        'sigillato il 25/02/2026',
        'firma a mano',
        'carta d’identità',
        'armadio 3',
        'non ancora',
        'aaaaaaaaaaaaaaaa',
      ],
    },
    'service-guide': {
      content: contents.serviceGuide,
      says: [
        'Guida dei servizi',
        'Dove si chiede',
        'martedì 9-12.30; giovedì 9-12.30 e 15-17.30 su appuntamento; chiuso gli altri giorni',
        'orari in via di definizione',
        'Doposcuola',
        'Come si chiede',
        'Verificato il 12/01/2026',
        'da ricontrollare',
        'mai verificato',
      ],
    },
  };

test('every kind is in the samples', () => {
  assert.deepEqual(
    [...reportKinds, ...caseReportKinds].map(({ kind }) => kind).toSorted(),
    Object.keys(samples).toSorted(),
  );
});

for (const [kind, { content, says }] of Object.entries(samples))
  test(`${kind}: printed, gated, sealed`, async () => {
    const made = value(
      await papers.report({
        district: district as District,
        kind,
        content,
        number: '2026-0001',
        revision: 1,
        code: 'K7QF-3M9T-XW2D',
        verifyAt: 'http://127.0.0.1:3000/verify#K7QF-3M9T-XW2D',
        issuedAt: '2026-02-25T09:30:00Z',
        issuedBy: { name: 'P. Lunardi', profile: 'Back office' },
      }),
    );
    const file = join(data, `${kind}.pdf`);
    writeFileSync(file, made.bytes);
    if (process.env['PATTO_KEEP']) writeFileSync(join(process.env['PATTO_KEEP'], `${kind}.pdf`), made.bytes);
    if (!without('pdftotext')) {
      const text = run('pdftotext', '-layout', file, '-').replace(/\s+/g, ' ');
      for (const line of says) assert.ok(text.includes(line), `${kind}: ${line}`);
    }
    const document = {
      number: '2026-0001',
      revision: 1,
      code: 'K7QF-3M9T-XW2D',
      signers: [],
      signatures: [],
    };
    const sealed = value(
      await papers.seal({
        district: district as District,
        document: document as unknown as Document,
        file: made.bytes,
        at: '2026-02-25T11:00:00Z',
        names: {},
      }),
    );
    assert.equal((await papers.verify(sealed.bytes)).verdict, 'valid');
  });
