// SPDX-License-Identifier: AGPL-3.0-or-later
// Random sequences of edits keep the definition valid and add no error to it, never touch the old one, and undo brings
// back the identical document.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type History, begin, record, redo, undo } from '../../builder/edit/history.ts';
import { say } from '../../builder/words.ts';
import { lint } from '../../runtime/engine/lint.ts';
import { loadEngine } from '../../runtime/engine/load.ts';
import type { Definition } from '../../schemas/types.ts';
import { type Board, edit, random } from './edit/acts.ts';
import { faults, misplaced } from './edit/sample.ts';
import { family } from './family.ts';

const full = process.env['PATTO_PROOF'] === 'full';
const sequences = full ? 300 : 5;
const steps = 200;
/** Errors are looked for after so many steps: one that was added stays. */
const looks = full ? 5 : 40;
/** Characters: what is longer teaches nothing more. */
const longest = full ? 256_000 : 60_000;

const engine = await loadEngine((source) => new RegExp(source, 'u'));
const national = ['adi-domanda', 'analisi-preliminare', 'pais'].map(
  (name) => JSON.parse(readFileSync(`schemas/national/adi/definitions/${name}.json`, 'utf8')) as Definition,
);
const blank: Definition = {
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'vuoto',
  title: 'Vuoto',
  schema: { type: 'object', properties: {} },
};
const beginnings: readonly Definition[] = [family, ...national, blank];

/** Codes of what keeps a definition from being published. */
const errors = (definition: Definition): ReadonlySet<string> =>
  new Set(
    lint(definition, engine)
      .filter((finding) => finding.level === 'error')
      .map((finding) => finding.code),
  );

test(`${sequences} × ${steps} random edits: always valid, undo is the identical document`, (t) => {
  let done = 0;
  const kinds = new Map<string, number>();
  for (let seed = 1; seed <= sequences; seed++) {
    const pick = random(seed);
    const board: Board = { clip: undefined };
    const first = structuredClone(beginnings[seed % beginnings.length]!);
    const known = errors(first);
    const frozen = JSON.stringify(first);
    let history: History = begin(first);
    const states: Definition[] = [first];
    const texts: string[] = [frozen];
    for (let tries = 0; states.length <= steps && tries < steps * 4; tries++) {
      const edited = edit(history.now, pick, board);
      if (!edited || 'refused' in edited || edited.definition === history.now) continue;
      const text = JSON.stringify(edited.definition);
      if (text.length > longest) continue;
      done++;
      kinds.set(edited.step.code, (kinds.get(edited.step.code) ?? 0) + 1);
      const where = `${first.id}, seed ${seed}, step ${states.length}: ${edited.step.code}`;
      assert.deepEqual(faults(edited.definition), [], where);
      assert.deepEqual(misplaced(edited.definition), [], where);
      if (done % looks === 0)
        assert.deepEqual(
          [...errors(edited.definition)].filter((code) => !known.has(code)),
          [],
          where,
        );
      for (const language of ['it', 'en'] as const)
        assert.doesNotMatch(
          say(language, `step.${edited.step.code}`, edited.step.params),
          /\{|^step\./,
          where,
        );
      history = record(history, edited.definition, edited.step, '');
      states.push(edited.definition);
      texts.push(text);
    }
    for (let index = states.length - 1; index > 0; index--) {
      const back = undo(history);
      assert.ok(back);
      history = back.history;
      assert.equal(history.now, states[index - 1]);
      assert.equal(
        JSON.stringify(history.now),
        texts[index - 1],
        `seed ${seed}: an edit touched the document before it`,
      );
    }
    assert.equal(undo(history), undefined);
    assert.equal(JSON.stringify(first), frozen);
    for (let index = 1; index < states.length; index++) history = redo(history)!.history;
    assert.equal(history.now, states.at(-1));
    assert.equal(redo(history), undefined);
  }
  assert.ok(done >= sequences * steps * 0.7, `only ${done} edits changed something`);
  t.diagnostic(`proof ${JSON.stringify({ sequences, edits: done, kinds: kinds.size })}`);
});
