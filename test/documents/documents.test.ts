// SPDX-License-Identifier: AGPL-3.0-or-later
// The first document of the sample families in every state, looked at by whoever is installed here.
// All documents of all families: npm run documents.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { executablePath, without } from '../server/pdf/sample.ts';
import { documentKinds } from '../../templates/index.ts';
import { caseReportKinds, reportKinds } from '../../templates/report-kinds.ts';
import { list, missing } from './list.ts';
import { look } from './look.ts';
import { tools, type Kept, type Trust } from './tools.ts';

process.env['PUPPETEER_EXECUTABLE_PATH'] = executablePath;
const folder = mkdtempSync(join(tmpdir(), 'patto-documents-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('issued, signed, sealed: everybody who is here agrees', { skip: without('openssl') }, async (t) => {
  let first = '';
  const all: { readonly kind: string; readonly files: number }[] = [];
  const { rows, failed, skipped, made } = await look({
    folder,
    profiles: ['2a'],
    people: 1,
    wants({ head, kind }) {
      all.push({ kind, files: 1 });
      return (first ||= head.code) === head.code;
    },
  });
  assert.deepEqual(failed, []);
  assert.deepEqual(missing(all), [], 'every document of the list is asked for');
  const kinds = [...documentKinds, ...reportKinds, ...caseReportKinds].map(({ kind }) => kind);
  const numbered = Object.values(list).flatMap((one) => one.kinds);
  assert.deepEqual([...kinds, 'blank-form'].sort(), [...numbered].sort(), 'every kind has its number');
  assert.ok((made[0]?.gulpease ?? 0) > 0);
  assert.equal(rows.length, 4, 'issued, signed, sealed; on paper');
  for (const { name, told } of rows) assert.deepEqual(Object.values(told).flat(), [], name);
  assert.ok(!('own' in skipped));
  for (const [tool, missing] of Object.entries(skipped)) t.diagnostic(`${tool} not run: ${missing}`);

  // Whoever agrees has to be able to disagree: a byte of the sealed file is another.
  const name = rows.find((row) => row.name.endsWith('sealed'))?.name ?? '';
  const bytes = readFileSync(join(folder, `${name}.pdf`));
  bytes[3000] = (bytes[3000] ?? 0) ^ 1;
  const path = join(folder, 'changed.pdf');
  writeFileSync(path, bytes);
  const changed: Kept = { name, bytes, path, profile: '2a', signatures: 2, sealed: true };
  const trust: Trust = { seals: [], authority: Buffer.alloc(0), file: '/dev/null', nss: folder };
  for (const tool of tools.filter((one) => ['own', 'openssl'].includes(one.name)))
    assert.ok((await tool.look([changed], trust))[0]?.length, tool.name);
});
