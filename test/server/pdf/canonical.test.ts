// SPDX-License-Identifier: AGPL-3.0-or-later
// The same document has the same bytes, whichever launch of the browser prints it. Full: 50 launches; else 3.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { twin } from './conformance/twin.ts';
import { issue, newPrinter, value } from './sample.ts';
import { sha256 } from '../../../server/pdf/template-files.ts';

const full = process.env['PATTO_PROOF'] === 'full';
const launches = full ? 50 : 3;

test(`${launches} launches of the browser: one hash for the pact, one for each profile of a page with everything`, async (t) => {
  const [pacts, pages, carriers] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (let launch = 0; launch < launches; launch += 1) {
    const printer = newPrinter();
    try {
      pacts.add(value(await issue(printer)).sha256);
      if (!full && launch === 2) continue;
      pages.add(sha256(await twin(printer, '2a')));
      carriers.add(sha256(await twin(printer, '3a')));
    } finally {
      await printer.close();
    }
  }
  t.diagnostic(`proof ${JSON.stringify({ launches, hashes: [pacts.size, pages.size, carriers.size] })}`);
  assert.deepEqual([pacts.size, pages.size, carriers.size], [1, 1, 1]);
  assert.notEqual([...pages][0], [...carriers][0]);
});
