// SPDX-License-Identifier: AGPL-3.0-or-later
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Case, Document, Submission, Version } from '../../../schemas/types.ts';
import type { Catalogue } from '../../../server/catalogue.ts';
import { Pdf } from '../../../server/pdf/conformance/pdf.ts';
import { createPapers } from '../../../server/pdf/papers.ts';
import { fieldOf } from '../../../server/pdf/signature-places.ts';
import { sign } from '../../../server/seal/seal.ts';
import { newAuthority } from '../seal/authority.ts';
import { sha256 } from '../../../server/pdf/template-files.ts';
import { answers, context, definition, district, measure } from '../../fixtures/documents/pact-c1.ts';
import { executablePath, value, without } from './sample.ts';

process.env['PUPPETEER_EXECUTABLE_PATH'] = executablePath;
const catalogue = {
  districts: new Map([[district.id, district]]),
  measures: new Map([[measure.id, measure]]),
  lists: new Map(),
  definitions: () => new Map(),
  models: () => new Map(),
  broken: [],
} as unknown as Catalogue;
const data = mkdtempSync(join(tmpdir(), 'patto-papers-'));
const papers = await createPapers({ data }, catalogue);
after(() => papers.close());

const work = {
  district,
  case: {
    number: '2026/POG/00001',
    comune: 'poggiofinto',
    measure: measure.id,
    name: 'Vellonieri Marta',
  } as Case,
  submission: { answers, context } as Submission,
  version: { source: definition, number: 1, hash: 'b'.repeat(64), title: definition.title } as Version,
  context,
  kind: 'pact',
  number: 'PAIS-2026-00001',
  revision: 1,
  code: 'K7QF-3M9T-XW2D',
  verifyAt: 'http://127.0.0.1:3000/verify#K7QF-3M9T-XW2D',
  issuedAt: '2026-02-25T09:30:00Z',
  issuedBy: { name: 'L. Morvani', profile: 'Assistente sociale, case manager' },
  measureName: measure.name,
  pactName: measure.pactName ?? '',
};

test('what the actions use: issue both copies, seal, check', async () => {
  const family = value(await papers.issue({ ...work, copy: 'family' }));
  const internal = value(await papers.issue({ ...work, copy: 'internal' }));
  assert.deepEqual(
    family.signers.map((one) => one.name),
    ['Marta Vellonieri', 'L. Morvani'],
  );
  assert.notEqual(family.template.hash, internal.template.hash);
  assert.match(family.contentHash, /^[0-9a-f]{64}$/);
  const document = {
    number: work.number,
    revision: 1,
    code: work.code,
    signers: family.signers,
    signatures: [
      {
        signer: family.signers[0]?.id,
        mode: 'refused',
        at: work.issuedAt,
        registeredBy: 'a1',
        identified: 'conosciuta',
        sha256: sha256(family.bytes),
        reason: 'vuole pensarci',
      },
    ],
  } as unknown as Document;
  const sealed = value(
    await papers.seal({
      district,
      document,
      file: family.bytes,
      at: '2026-02-25T11:00:00Z',
      names: { a1: 'L. Morvani' },
    }),
  );
  const told = await papers.verify(sealed.bytes);
  assert.equal(told.verdict, 'valid');
  assert.equal(told.code, work.code);
  assert.equal((await papers.verify(family.bytes)).verdict, 'unknown');
  assert.equal(await papers.health(), true);
});

test(
  'signed elsewhere, brought back, sealed without another page',
  { skip: without('openssl') },
  async () => {
    const authority = await newAuthority();
    try {
      mkdirSync(join(data, 'keys', 'authorities'), { recursive: true });
      copyFileSync(authority.rootFile, join(data, 'keys', 'authorities', 'prova.crt'));
      const { bytes, signers } = value(await papers.issue({ ...work, copy: 'family' }));
      const [signer] = signers;
      assert.ok(signer);
      const person = authority.person('Marta Vellonieri');
      const now = new Date().toISOString();
      const facts = { reason: 'Patto', place: 'Poggiofinto', time: now, name: signer.name };
      const theirs = value(await sign(bytes, person, { field: fieldOf(signer.id), facts })).pdf;
      assert.equal(value(await papers.accept(bytes, theirs, signer.id)).name, 'Marta Vellonieri');
      assert.equal((await papers.accept(bytes, theirs, 'worker')).ok, false, 'in the place of another');
      const document = { number: work.number, revision: 1, code: work.code, signers, signatures: [] };
      const sealed = value(
        await papers.seal({
          district,
          document: document as unknown as Document,
          file: theirs,
          at: now,
          names: {},
          signed: true,
        }),
      );
      assert.equal(Buffer.compare(sealed.bytes.subarray(0, theirs.length), theirs), 0);
      assert.equal((await papers.verify(sealed.bytes)).verdict, 'valid');
    } finally {
      authority.close();
    }
  },
);

test(
  'sealed first, then signed with a key of the office, kept over a restart between the two steps',
  { skip: without('openssl') },
  async () => {
    const authority = await newAuthority('Ufficio firme', true);
    try {
      const home = join(data, 'keys', district.id, 'signers');
      mkdirSync(home, { recursive: true });
      mkdirSync(join(data, 'keys', 'authorities'), { recursive: true });
      copyFileSync(authority.rootFile, join(data, 'keys', 'authorities', 'firme.crt'));
      const { files } = authority.person('L. Morvani', 'rsa');
      const office = join(authority.folder, 'office.crt');
      const pem = [files.key, files.certificate, office].map((file) => readFileSync(file, 'utf8')).join('');
      writeFileSync(join(home, 'morvani.pem'), pem);
      const way = { title: 'Firma di L. Morvani', accounts: ['morvani'], signers: ['worker'] };
      writeFileSync(
        join(home, 'morvani.json'),
        JSON.stringify({ ...way, signer: 'pem', file: 'morvani.pem' }),
      );
      assert.deepEqual(await papers.ways(district.id, 'altra'), []);
      assert.deepEqual(await papers.ways(district.id, 'morvani'), [
        { id: 'morvani', title: way.title, asks: [], signers: ['worker'] },
      ]);
      const { bytes, signers } = value(await papers.issue({ ...work, copy: 'family' }));
      const now = new Date();
      const document = { number: work.number, revision: 1, code: work.code, signers, signatures: [] };
      const sealed = value(
        await papers.seal({
          district,
          document: document as unknown as Document,
          file: bytes,
          at: now.toISOString(),
          names: {},
          open: true,
        }),
      );
      assert.equal(Buffer.compare(sealed.bytes.subarray(0, bytes.length), bytes), 0);
      const mine = { district: district.id, account: 'morvani', way: 'morvani', file: sealed.bytes };
      const words = { name: 'L. Morvani', reason: 'Patto', place: 'Poggiofinto', at: now };
      const other = await papers.prepare({ ...mine, ...words, signer: signers[0]?.id ?? '' });
      assert.equal(other.ok ? '' : other.problem.code, 'way-unknown', 'in the place of another');
      const begun = value(await papers.prepare({ ...mine, ...words, signer: 'worker' }));
      const pending = Buffer.from(Buffer.from(begun.pending).toString('base64'), 'base64');
      const signed = value(await papers.complete({ ...mine, signer: 'worker', pending, secret: {} }));
      assert.equal(signed.name, 'L. Morvani');
      const told = await papers.verify(signed.bytes);
      assert.equal(told.verdict, 'valid');
    } finally {
      authority.close();
    }
  },
);

test('a district that wants data within its pacts gets them, as PDF/A-3a, in the family’s copy', async () => {
  const asks = {
    ...work,
    district: { ...district, archive: { pact: { fields: ['/obiettivi'] } } },
    version: { ...work.version, definition: 'pais', schema: { type: 'object', properties: {} } },
  };
  const family = value(await papers.issue({ ...asks, copy: 'family' }));
  const internal = value(await papers.issue({ ...asks, copy: 'internal' }));
  assert.equal((await Pdf.read(family.bytes)).said('pdfaid:part'), '3');
  assert.equal((await Pdf.read(internal.bytes)).said('pdfaid:part'), '2');
});

test('a kind that does not exist is refused', async () => {
  const tried = await papers.issue({ ...work, copy: 'family', kind: 'nothing' });
  assert.equal(tried.ok ? '' : tried.problem.code, 'not-found');
});
