// SPDX-License-Identifier: AGPL-3.0-or-later
// Random edits keep the definition valid, never touch the old one, and undo brings back the identical document.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addField, addNote, addPage, addSection, duplicate } from '../../../builder/edit/add.ts';
import { setOptions } from '../../../builder/edit/choices.ts';
import type { Edited, Handle, Refused } from '../../../builder/edit/contract.ts';
import { setHint, setRequired, setTitle } from '../../../builder/edit/describe.ts';
import { type History, begin, record, redo, settled, undo } from '../../../builder/edit/history.ts';
import { move, moveTo } from '../../../builder/edit/move.ts';
import { removeBox, removeField } from '../../../builder/edit/remove.ts';
import { relationsFor } from '../../../builder/edit/relations.ts';
import { answeredAs, readable, setCondition } from '../../../builder/edit/sentence.ts';
import { flat, readTree } from '../../../builder/edit/tree.ts';
import { changeType, setSettings, settingsOf } from '../../../builder/edit/type.ts';
import type { Definition } from '../../../schemas/types.ts';
import { say } from '../../../builder/words.ts';
import { family } from '../family.ts';
import { catalogue, faults, misplaced } from './sample.ts';

const full = process.env['PATTO_PROOF'] === 'full';
const sequences = full ? 1000 : 100;
const steps = 50;

/** mulberry32: the same numbers for the same seed */
function random(seed: number): <Item>(from: readonly Item[]) => Item {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return (from) => from[Math.floor(next() * from.length)]!;
}

const titles = [
  'Ha figli?',
  'Data di nascita',
  'Quanti anni?',
  'constructor',
  'Note',
  'Canone',
  '__proto__',
  'Età',
  'ù',
  'x'.repeat(600),
];

function edit(definition: Definition, pick: ReturnType<typeof random>): Edited | Refused | undefined {
  const nodes = flat(readTree(definition)).filter((node) => node.kind !== 'row');
  const any: Handle = nodes.length > 0 ? pick(nodes).handle : '';
  const other: Handle = nodes.length > 0 ? pick(nodes).handle : '';
  const pointers = nodes.flatMap((node) => (node.kind === 'field' ? [node.handle] : []));
  const field = pointers.length > 0 ? pick(pointers) : undefined;
  const place = pick([{ after: any }, { into: any }, { before: any }]);
  const title = pick(titles);
  const onField =
    (act: (pointer: Handle) => Edited | Refused | undefined) => (): Edited | Refused | undefined =>
      field === undefined ? undefined : act(field);
  const added = (): Edited =>
    addField(definition, place, title, catalogue, pick([undefined, ...catalogue.names]));
  const acts: readonly (() => Edited | Refused | undefined)[] = [
    added,
    added,
    () => addPage(definition, pick([any, undefined]), pick(['Pagina', 'Altra']), 'Pagina 1'),
    () => addSection(definition, place, 'Sezione'),
    () => addNote(definition, place, 'Un testo'),
    () => move(definition, any, pick(['up', 'down'])),
    () => move(definition, any, pick(['up', 'down'])),
    () => moveTo(definition, any, pick([{ after: other }, { into: other }, { before: other }])),
    () => removeBox(definition, any),
    onField((pointer) => removeField(definition, pointer)),
    onField((pointer) => duplicate(definition, pointer, '(copia)')),
    onField((pointer) => changeType(definition, pointer, pick(catalogue.names), catalogue)),
    onField((pointer) =>
      setSettings(definition, pointer, settingsOf(definition, pointer, catalogue), catalogue),
    ),
    onField((pointer) => setOptions(definition, pointer, pick(['Sì\nNo\nForse', 'A\nB', '']))),
    onField((pointer) => setRequired(definition, pointer, pick([true, false]))),
    onField((pointer) => setHint(definition, pointer, pick(['', 'Aiuto']))),
    () => setTitle(definition, any, title),
    () => {
      const question = readable(definition, any).length > 0 ? pick(readable(definition, any)) : undefined;
      const answered = question === undefined ? undefined : answeredAs(definition, question);
      if (question === undefined || answered === undefined) return undefined;
      const sentence = { question, relation: pick(relationsFor(answered)), value: pick(['a', 3]) };
      return setCondition(definition, any, {
        join: pick(['all', 'any']),
        list: [sentence, sentence].slice(0, pick([1, 2])),
      });
    },
  ];
  return pick(acts)();
}

test(`${sequences} × ${steps} random edits: always valid, undo is the identical document`, () => {
  let done = 0;
  for (let seed = 1; seed <= sequences; seed++) {
    const pick = random(seed);
    const first = structuredClone(family);
    const frozen = JSON.stringify(first);
    let history: History = begin(first);
    const states: Definition[] = [first];
    const texts: string[] = [frozen];
    for (let step = 0; step < steps; step++) {
      const edited = edit(history.now, pick);
      if (!edited || 'refused' in edited || edited.definition === history.now) continue;
      done++;
      const where = `seed ${seed}, step ${step}: ${edited.step.code}`;
      assert.deepEqual(faults(edited.definition), [], where);
      assert.deepEqual(misplaced(edited.definition), [], where);
      for (const language of ['it', 'en'] as const)
        assert.doesNotMatch(
          say(language, `step.${edited.step.code}`, edited.step.params),
          /\{|^step\./,
          where,
        );
      history = record(history, edited.definition, edited.step, '');
      states.push(edited.definition);
      texts.push(JSON.stringify(edited.definition));
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
  assert.ok(done > sequences * steps * 0.5, `only ${done} edits changed something`);
});

test('letters of one title are one step, until the field is left', () => {
  const step = { code: 'renamed', params: { title: '' } };
  const letters = (history: History, ...texts: string[]): History =>
    texts.reduce((now, title) => record(now, { ...family, title }, step, '', 'title:'), history);
  let history = letters(begin(family), 'C', 'Ca', 'Cas');
  assert.equal(history.past.length, 1);
  history = letters(settled(history), 'Casa');
  assert.equal(history.past.length, 2);
  assert.equal(undo(history)?.history.now.title, 'Cas');
  assert.equal(undo(undo(history)!.history)?.history.now, family);
});
