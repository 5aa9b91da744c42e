// SPDX-License-Identifier: AGPL-3.0-or-later
// /verify in a browser, under the policy of our own pages: what a file says is computed there, and the file stays.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import puppeteer, { type ElementHandle } from 'puppeteer';
import { increment, tail } from '../../server/pdf/increment.ts';
import { ref, write, dict, name } from '../../server/pdf/objects.ts';
import { Revisions } from '../../server/pdf/revisions.ts';
import { trailerIn } from '../../server/seal/prepare.ts';
import { executablePath, fileOf, issue, newKey, newPrinter, sealed, value } from '../server/pdf/sample.ts';
import { createWorld } from '../server/world.ts';
import { until } from './stage.ts';

const printer = newPrinter();
const key = await newKey();
const pdf = Buffer.from(value(await sealed(printer, key, value(await issue(printer)))).pdf);
await printer.close();
const world = await createWorld();
let known: Uint8Array[] = [key.certificate];
Object.assign(world.deps, {
  papers: {
    ...world.deps.papers,
    anchors: async () => ({ seals: known, authorities: [] }),
  },
});
const browser = await puppeteer.launch({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});
after(async () => {
  await browser.close();
  await world.close();
});

/** Other pages behind the same catalog, as an increment that readers follow. */
function shadowed(): Buffer {
  const state = new Revisions(pdf).state();
  const end = tail(pdf);
  const root = state.trailer.get('Root') as { readonly number: number };
  assert.ok(end);
  const catalog = {
    is: 'dict',
    entries: new Map([...state.root.entries, ['Pages', ref(end.size)]]),
  } as const;
  const pages = dict({ Type: name('Pages'), Count: 0, Kids: [] });
  const objects = new Map([
    [end.size, Buffer.from(write(pages), 'latin1')],
    [root.number, Buffer.from(write(catalog), 'latin1')],
  ]);
  return increment(pdf, trailerIn(state), end, objects);
}
function flipped(): Buffer {
  const copy = Buffer.from(pdf);
  const at = pdf.indexOf('stream\n', 2_000, 'latin1') + 40;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

test('whole, a changed byte, a shadow update: told by the page, and nothing of the file leaves it', async () => {
  const page = await browser.newPage();
  const [sent, complaints]: [string[], string[]] = [[], []];
  page.on('request', (asked) => {
    if (asked.method() !== 'GET') sent.push(`${new URL(asked.url()).pathname} ${asked.postData() ?? ''}`);
  });
  page.on('console', (said) => {
    if (/Content Security|TrustedScript/.test(said.text())) complaints.push(said.text());
  });
  const told: string[][] = [];
  for (const bytes of [pdf, flipped(), shadowed(), pdf]) {
    if (told.length === 3) known = [];
    await page.goto(`${world.base}/verify`);
    const input = await page.waitForSelector('patto-verify >>> #file');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(fileOf(bytes));
    const read = () =>
      page.evaluate(() => {
        const root = document.querySelector('patto-verify')?.shadowRoot;
        const said = (selector: string, of: string) => root?.querySelector(selector)?.getAttribute(of);
        const [alone, verdict] = [said('[data-alone]', 'data-alone'), said('[data-verdict]', 'data-verdict')];
        const text = [...(root?.querySelectorAll('.result li, [data-alone]') ?? [])].map(
          (one) => one.textContent,
        );
        return alone && verdict ? [alone, verdict, text.join(' ')] : undefined;
      });
    const found = await until(read, 'a verdict');
    told.push(found);
  }
  const [whole, changed, shadow, stranger] = told;
  // The register of this server has never seen it: only the file itself is known to be whole.
  assert.deepEqual(whole?.slice(0, 2), ['valid', 'unknown']);
  assert.match(whole?.[2] ?? '', /Sigillo di Ambito territoriale sociale Valprova/);
  assert.deepEqual(changed?.slice(0, 2), ['altered', 'altered']);
  assert.match(changed?.[2] ?? '', /contenuto è stato cambiato/);
  assert.deepEqual(shadow?.slice(0, 2), ['altered', 'altered']);
  assert.match(shadow?.[2] ?? '', /Dopo la prima firma .*Pages/s);
  // A seal that nobody knows bears a name of its own choice: it is not said.
  assert.deepEqual(stranger?.slice(0, 2), ['unknown', 'unknown']);
  assert.match(stranger?.[2] ?? '', /sigillo non è riconosciuto/);
  assert.doesNotMatch(stranger?.[2] ?? '', /Valprova/);
  assert.doesNotMatch(told.flat().join(' '), /Marta|Vellonieri|Morvani/);
  assert.equal(sent.length, 4);
  for (const one of sent)
    assert.match(one, /^\/api\/verify\/hash \{"sha256":"[0-9a-f]{64}","code":"K7QF-3M9T-XW2D"\}$/);
  assert.deepEqual(complaints, []);
});
