// SPDX-License-Identifier: AGPL-3.0-or-later
// Random sequences of edits, removals and changes of type among them, keep the definition valid and add no error to it;
// what they name beforehand as lost is what is lost; they never touch the old document, and undo brings it back.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { Edited } from '../../builder/edit/contract.ts';
import { type History, begin, record, redo, undo } from '../../builder/edit/history.ts';
import { say } from '../../builder/words.ts';
import { lint } from '../../runtime/engine/lint.ts';
import type { Definition } from '../../schemas/types.ts';
import { engine } from '../runtime/engine/engine.ts';
import { randomDefinition, seeded } from '../runtime/engine/random.ts';
import { type Board, edit, random } from './edit/acts.ts';
import { readings } from './edit/readings.ts';
import { faults, misplaced } from './edit/sample.ts';
import { family } from './family.ts';

const full = process.env['PATTO_PROOF'] === 'full';
const sequences = full ? 300 : 5;
const steps = 200;
/** Errors are looked for after so many steps: one that was added stays. */
const looks = full ? 5 : 40;
/** Characters: what is longer teaches nothing more. */
const longest = full ? 256_000 : 60_000;

const national = readdirSync('schemas/national').flatMap((measure) => {
  const folder = `schemas/national/${measure}/definitions`;
  return readdirSync('schemas/national/' + measure).includes('definitions')
    ? readdirSync(folder).map((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Definition)
    : [];
});
const blank: Definition = {
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'vuoto',
  title: 'Vuoto',
  schema: { type: 'object', properties: {} },
};
const written: readonly Definition[] = [family, ...national, blank];

/** Every other sequence begins with a definition made at random. */
function beginning(seed: number): Definition {
  if (seed % 2 === 0) return structuredClone(written[(seed / 2) % written.length]!);
  for (let draw = seeded(seed); ;) {
    const made = randomDefinition(draw);
    if (errors(made).size === 0) return made;
  }
}

/** Codes of what keeps a definition from being published. */
const errors = (definition: Definition): ReadonlySet<string> =>
  new Set(
    lint(definition, engine)
      .filter((finding) => finding.level === 'error')
      .map((finding) => finding.code),
  );

/** The first of these documents that has an error which the first of all has not. */
function guilty(states: readonly Definition[], known: ReadonlySet<string>): number {
  const bad = (definition: Definition): boolean => [...errors(definition)].some((code) => !known.has(code));
  let at = states.length - 1;
  while (at > 0 && bad(states[at - 1]!)) at--;
  return at;
}

/** What an edit lost without a word, and what it said it would lose and did not. */
function unsaid(before: Definition, { definition, lost = [], select }: Edited): string[] {
  const was = readings(before);
  const is = readings(definition);
  const said = new Set(lost.map(({ by, word }) => `${by} ${word}`));
  // A question of another type, and what is inside it, tells its own losses.
  const own = (by: string): boolean => by === select || by.startsWith(`${select}/`);
  const quiet = [...was].filter(
    ([key, { by, text }]) => !said.has(key) && !own(by) && is.things.has(by) && is.get(key)?.text !== text,
  );
  const idle = lost.filter(({ by, word }) => word !== 'shared' && !own(by) && is.things.has(by) && is.get(`${by} ${word}`)?.text === was.get(`${by} ${word}`)?.text); // prettier-ignore
  return [...quiet.map(([key]) => `unsaid: ${key}`), ...idle.map(({ by, word }) => `idle: ${by} ${word}`)];
}

test(`${sequences} × ${steps} random edits: always valid, undo is the identical document`, (t) => {
  let done = 0;
  let losses = 0;
  const kinds = new Map<string, number>();
  for (let seed = 1; seed <= sequences; seed++) {
    const pick = random(seed);
    const board: Board = { clip: undefined };
    const first = beginning(seed);
    const known = errors(first);
    const frozen = JSON.stringify(first);
    let history: History = begin(first);
    const states: Definition[] = [first];
    const texts: string[] = [frozen];
    const codes: string[] = [];
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
      if (edited.lost) assert.deepEqual(unsaid(history.now, edited), [], where);
      losses += edited.lost?.length ?? 0;
      if (done % looks === 0) {
        const added = [...errors(edited.definition)].filter((code) => !known.has(code));
        if (added.length > 0) {
          const at = guilty([...states, edited.definition], known);
          assert.deepEqual(added, [], `${where}, since step ${at}: ${[...codes, edited.step.code][at - 1]}`);
        }
      }
      for (const language of ['it', 'en'] as const)
        assert.doesNotMatch(
          say(language, `step.${edited.step.code}`, edited.step.params),
          /\{|^step\./,
          where,
        );
      history = record(history, edited.definition, edited.step, '');
      states.push(edited.definition);
      codes.push(edited.step.code);
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
  t.diagnostic(`proof ${JSON.stringify({ sequences, edits: done, kinds: kinds.size, losses })}`);
});
