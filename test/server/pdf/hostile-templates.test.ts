// SPDX-License-Identifier: AGPL-3.0-or-later
// Hostile templates and answers, with a server that counts who calls: nobody does, no job takes long, good ones go on.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, test } from 'node:test';
import { templateDesk } from '../../../server/pdf/template-desk.ts';
import { issueDocument } from '../../../server/pdf/issue.ts';
import { pact } from '../../../templates/documents/pact/facts.ts';
import { TemplateLimit } from '../../../templates/bounds.ts';
import { checkTemplate } from '../../../templates/check-template.ts';
import { render } from '../../../templates/render.ts';
import { payloads, templates } from '../../templates/hostile/corpus.ts';
import { input, settled } from '../../fixtures/documents/pact-c1.ts';
import { issue, newPrinter, value } from './sample.ts';

const printer = newPrinter();
let calls = 0;
const canary = createServer((socket) => {
  calls += 1;
  socket.destroy();
});
await new Promise<void>((ready) => canary.listen(0, '127.0.0.1', ready));
after(async () => {
  await printer.close();
  canary.close();
});
const there = `http://127.0.0.1:${(canary.address() as { readonly port: number }).port}`;
const full = process.env['PATTO_PROOF'] === 'full';
/** Each must have ended in five seconds; at the full count, on a machine that does nothing else, that is asserted. */
const inTime = (from: number, what: string): void => {
  if (full) assert.ok(performance.now() - from < 5_000, `${what.slice(0, 60)} took too long`);
};

const hostile = templates(there);
const wrote = payloads(there);

test(`${hostile.length} hostile templates are refused when they are written, and again when one is issued`, async () => {
  const desk = await templateDesk('pact', settled().outline);
  assert.ok(desk);
  assert.deepEqual(desk.check(desk.shipped), []);
  for (const [text, code] of hostile) {
    const from = performance.now();
    const found = desk.check(text).map((one) => one.code);
    assert.ok(found.includes(code), `${text.slice(0, 60)}: ${found.join() || 'accepted'}, not ${code}`);
    const issued = await issueDocument(
      printer,
      pact,
      { ...input(), verifyPage: 'https://patto.valprova.example/verify' },
      { id: 'valprova/pact@1', source: text },
    );
    assert.ok(!issued.ok && issued.problem.code.startsWith('template-'), text.slice(0, 60));
    inTime(from, text);
  }
  assert.equal(calls, 0);
});

test('templates that pass every check and would go on for hours end at once, with the reason', async () => {
  const margin = { language: 'it', title: 'Prova', left: '', right: '', page: ['', ''] } as const;
  const nested = (text: string, lists: readonly string[], depth = 0): string =>
    depth === lists.length
      ? text
      : `{{#each ${'../'.repeat(depth)}${lists[depth]}}}${nested(text, lists, depth + 1)}{{/each}}`;
  const four = ['a', 'b', 'c', 'd'];
  const drawn = (said: string, count: number): string => {
    const source = nested(said, four);
    assert.deepEqual(checkTemplate(source), []);
    const rows = () => Array.from({ length: count }, (_, at) => ({ text: `riga ${at}` }));
    const data = Object.fromEntries(four.map((name) => [name, rows()]));
    return render({ source, partials: {}, css: '' }, data, margin);
  };
  assert.match(drawn('<p>{{text}}</p>', 3), /(<p>riga \d<\/p>){81}/);
  // 40⁴ rounds of nothing; few rounds that say a lot
  for (const [text, rows] of [
    ['', 40],
    ['x'.repeat(4_000), 9],
  ] as const) {
    const from = performance.now();
    assert.throws(() => drawn(text, rows), TemplateLimit);
    inTime(from, `${rows} rows`);
  }
  const issued = await issueDocument(
    printer,
    pact,
    { ...input(), verifyPage: 'https://patto.valprova.example/verify' },
    {
      id: 'valprova/pact@1',
      source: `<h1>{{title}}</h1>${nested('x'.repeat(190_000), ['signers', 'start', 'signers', 'start'])}`,
    },
  );
  assert.ok(!issued.ok && issued.problem.code === 'template-endless', JSON.stringify(issued).slice(0, 200));
});

const few = full ? wrote : wrote.filter((_, place) => place % 4 === 0);

test(`hostile answers (${few.length} of ${wrote.length}) are print, while good jobs go on`, async () => {
  value(await issue(printer));
  for (const text of few) {
    const from = performance.now();
    const [bad, good] = await Promise.all([
      issueDocument(
        printer,
        pact,
        { ...input({}, { luogo: text, bisogni: text }), verifyPage: 'https://patto.valprova.example/verify' },
        {
          id: 'valprova/pact@1',
          source: '<h1>{{title}}</h1><p>{{fields.luogo}}</p>{{#each start}}<p>{{text}}</p>{{/each}}',
        },
      ),
      issue(printer),
    ]);
    // A letter that no font has is refused by name; everything else is print.
    assert.ok(bad.ok || bad.problem.code !== 'printing-failed', JSON.stringify(bad));
    value(good);
    inTime(from, text);
  }
  assert.equal(calls, 0);
});
