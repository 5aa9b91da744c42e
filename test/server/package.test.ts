// SPDX-License-Identifier: AGPL-3.0-or-later
// What is handed to an archive, and the page for the screen that goes with it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { digest } from '../../server/clock.ts';
import { violationsOf } from '../journeys/axe.ts';
import { openBrowser } from '../journeys/stage.ts';
import { issue, newPrinter, run, fileOf, value, without } from './pdf/sample.ts';
import { caseOf, createWorld, paperless, type World } from './world.ts';

let world: World;
before(async () => {
  world = await createWorld();
});
after(() => world.close());

test('a package: the file as it is, metadata twice, the page for the screen, and hashes that fit', async () => {
  const twin = '<!doctype html><p>Insieme & <b>bene</b></p>';
  const issueWithTwin: typeof paperless.issue = async (work) => {
    const made = await paperless.issue(work);
    return made.ok ? { ok: true, value: { ...made.value, twin } } : made;
  };
  Object.assign(world.deps, { papers: { ...paperless, issue: issueWithTwin } });
  const kase = await caseOf(world, 'alfa', 'Marta & figli');
  const cookie = await world.signIn('segue');
  const post = (path: string, body: object) => world.ask('POST', path, { cookie, body });
  const draft = await post(`/api/cases/${kase}/drafts`, { definition: 'accordo' });
  const sent = await post(`/api/drafts/${draft.json.id}/submit`, { answers: { testo: 'Insieme' } });
  const made = await post(`/api/cases/${kase}/documents`, { kind: 'pact', submission: sent.json.id });
  const { act } = made.json;
  const path = `${world.base}/api/documents/${act.id}/package`;
  const fetched = async () =>
    new Uint8Array(await (await fetch(path, { headers: { Cookie: cookie } })).arrayBuffer());
  const bytes = await fetched();
  assert.deepEqual(bytes, await fetched(), 'the same document, the same package');
  const files = unzipSync(bytes);
  const names = Object.keys(files).sort();
  assert.deepEqual(
    names.map((name) => name.replace(/^.*\.(pdf|html)$/, '$1')),
    ['pdf', 'html', 'impronte.sha256', 'metadati.json', 'metadati.xml'].sort(
      (a, b) => names.findIndex((name) => name.endsWith(a)) - names.findIndex((name) => name.endsWith(b)),
    ),
  );
  const file = names.find((name) => name.endsWith('.pdf')) ?? '';
  assert.equal(digest(files[file]!), act.files[0].sha256);
  for (const line of strFromU8(files['impronte.sha256']!).trim().split('\n')) {
    const [hash, name = ''] = line.split('  ');
    assert.equal(digest(files[name]!), hash, name);
  }
  const told = JSON.parse(strFromU8(files['metadati.json']!));
  assert.equal(
    Buffer.from(told.IdDoc.ImprontaCrittograficaDelDocumento.Impronta, 'base64').toString('hex'),
    act.files[0].sha256,
  );
  assert.deepEqual(
    [
      told.IdDoc.Identificativo,
      told.Verifica.SigillatoElettronicamente,
      told.Riservato,
      told.Soggetti.length,
    ],
    [act.code, false, true, 2 + act.signers.length],
  );
  const xml = strFromU8(files['metadati.xml']!);
  const said = [...xml.matchAll(/>([^<>\n]+)</g)].map(([, text]) => text);
  const leaves = (one: unknown): unknown[] =>
    typeof one === 'object' && one !== null ? Object.values(one).flatMap(leaves) : [one];
  const unescaped = said.map((text) => text?.replace('&amp;', '&'));
  assert.deepEqual(unescaped, leaves(told).map(String), 'the XML says what the JSON says');
  const none = await world.ask('GET', `/api/documents/${act.id}/package`, {
    cookie: await world.signIn('edu'),
  });
  assert.equal(none.status, 403);
});

test('the page for the screen: one file without script, what the paper says, good to read aloud and on a telephone', async () => {
  const printer = newPrinter();
  const browser = await openBrowser();
  try {
    const { twin, pdf } = value(await issue(printer));
    assert.doesNotMatch(twin, /<script|https?:\/\/(?!patto\.valprova)|@font-face/);
    const page = await browser.newPage();
    await page.setViewport({ width: 360, height: 800 });
    await page.setContent(twin);
    assert.deepEqual(await violationsOf(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    if (without('pdftotext')) return;
    const words = (text: string): string[] => text.normalize('NFKC').match(/\p{L}{4,}/gu) ?? [];
    const shown = new Set(words(await page.evaluate(() => document.body.innerText)));
    const printed = words(run('pdftotext', fileOf(pdf), '-').replace(/-\n/g, ''));
    const missing = [...new Set(printed)].filter((word) => !shown.has(word));
    assert.ok(missing.length <= printed.length / 100, `on paper only: ${missing.join(' ')}`);
  } finally {
    await Promise.all([printer.close(), browser.close()]);
  }
});
