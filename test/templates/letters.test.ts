// SPDX-License-Identifier: AGPL-3.0-or-later
// What each kind of document must say, as data: every line is asserted over what a person reads on the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outline } from '../../runtime/engine/contract.ts';
import { walk } from '../../runtime/engine/walk.ts';
import { templateDesk } from '../../server/pdf/template-desk.ts';
import { readTemplate } from '../../server/pdf/template-files.ts';
import { actFiles } from '../../templates/contract.ts';
import { documentKinds } from '../../templates/index.ts';
import { mandatory as letters, type Mandatory } from '../fixtures/documents/mandatory.ts';
import { team } from '../fixtures/documents/mandatory-team.ts';
import { definitionOf, engine, inputOf, pageOf, textOf } from '../fixtures/documents/letters.ts';

const mandatory = [...letters, ...team];

const find = (text: string, line: string | RegExp): boolean =>
  typeof line === 'string' ? text.includes(line) : line.test(text);

/** What stands on every paper, whatever its kind. */
const frame = [
  'Ambito Territoriale Sociale Valprova',
  /N\. [A-Z-]+-2026-00001|n\. [A-Z]+-2026-00001/,
  'K7QF-3M9T-XW2D',
  'Dati personali',
  'Responsabile del procedimento C. Ardenzi',
  /Telefono 0999 \d00\d00/,
];

for (const one of mandatory) {
  const name = `${one.kind} of ${one.family}`;
  test(`${name} says what it must`, async () => {
    const text = await textOf(one);
    for (const [what, line] of Object.entries(one.says))
      assert.ok(find(text, line), `${what}: ${line}\n${text}`);
    for (const line of one.frame === false ? [] : frame) assert.ok(find(text, line), `${line}\n${text}`);
    for (const line of one.never ?? []) assert.ok(!find(text, line), `must not be there: ${line}\n${text}`);
  });
}

test('no kind names a district or a measure in its template or its words', async () => {
  for (const kind of documentKinds) {
    const read = await readTemplate(actFiles(kind));
    assert.ok(read.ok);
    const { source, partials } = read.value.text;
    for (const text of [source, ...Object.values(partials), JSON.stringify(kind)])
      assert.doesNotMatch(text, /Valprova|Valfinta|\bADI\b|Assegno di inclusione/i, kind.kind);
  }
});

test('the text of each kind names nothing that its document does not have', async () => {
  for (const one of team) {
    const desk = await templateDesk(one.kind, inputOf(one).outline as Outline);
    assert.ok(desk, one.kind);
    assert.deepEqual(desk.check(desk.shipped), [], one.kind);
    assert.ok(desk.fields.length > 0, `${one.kind}: something can be put in`);
  }
});

test('a page in English has no text missing', async () => {
  for (const one of new Map(mandatory.map((each) => [each.kind, each])).values()) {
    const page = await pageOf({ ...one, language: 'en' });
    assert.match(page, /<html lang="en">/);
    assert.doesNotMatch(page, /undefined|\[object/, one.kind);
  }
});

test('answers that are not there leave no empty label and stop nothing', async () => {
  const bare = ({ kind, definition, family, bare: left }: Mandatory) =>
    textOf({ kind, definition, family, changes: left ?? {} });
  for (const one of mandatory.filter((each) => each.bare)) {
    const text = await bare(one);
    assert.doesNotMatch(text, /undefined|, ,|: \.|\( ?\)| · ·/, `${one.kind}: ${text}`);
  }
});

test('the message to copy fits 160 letters and names no measure', () => {
  const longest = {
    luogo: 'Servizio sociale del Comune, Via Immaginaria delle Prove 100, Borgo 70'.slice(0, 65),
    telefono: '+39 0999 100120 1234',
  };
  for (const family of ['c1', 'c5', 'c6'])
    for (const changes of [{}, longest]) {
      const { answers } = inputOf({
        kind: 'summons',
        definition: 'convocazione',
        family,
        changes,
      }).submission;
      const message = String(answers['sms']);
      assert.match(message, /il \d\d\/02\/2026 alle \d\d:\d\d, .*Per spostare: .*\d/);
      assert.ok(message.length <= 160, `${message.length}: ${message}`);
      assert.doesNotMatch(message, /ADI|Assegno|patto/i);
    }
});

test('texts of a district: what our own says passes for each kind, so does what letters hold besides; a slip is named', async () => {
  for (const one of new Map(mandatory.map((each) => [each.kind, each])).values()) {
    const desk = await templateDesk(one.kind, walk(definitionOf(one.definition), engine));
    assert.ok(desk, one.kind);
    assert.deepEqual(desk.check(desk.shipped), [], one.kind);
  }
  const desk = await templateDesk('summons', walk(definitionOf('convocazione'), engine));
  const check = (text: string) => desk?.check(text).map(({ params }) => params['nearest']);
  assert.deepEqual(
    check('<p>{{person.taxCode}} {{measure}} {{#each people}}{{birth}}{{/each}} {{fields.luogo}}</p>'),
    [],
  );
  assert.deepEqual(check('<p>{{person.taxcode}}</p>'), ['person.taxCode']);
  assert.deepEqual(check('<p>{{fields.luoghi}}</p>'), ['fields.luogo']);
});
