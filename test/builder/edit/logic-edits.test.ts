// SPDX-License-Identifier: AGPL-3.0-or-later
// Random edits of the logic of a form keep it valid, leave the old document alone, and undo brings it back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bandsOf, beginBands, removeBand, setBoundary, splitBand } from '../../../builder/edit/bands.ts';
import { addCheck, checksOf, removeCheck, setCheck } from '../../../builder/edit/checks.ts';
import type { Edited, Refused } from '../../../builder/edit/contract.ts';
import { everyField } from '../../../builder/edit/fields.ts';
import { setValue } from '../../../builder/edit/formula.ts';
import { type History, begin, record, undo } from '../../../builder/edit/history.ts';
import { addNamed, removeNamed, renameNamed } from '../../../builder/edit/named.ts';
import { addOutcome, moveOutcome, removeOutcome, setOtherwise } from '../../../builder/edit/outcome.ts';
import { setPoints, setScore, setWeight } from '../../../builder/edit/points.ts';
import { renameKey } from '../../../builder/edit/rename.ts';
import { relationsFor } from '../../../builder/edit/relations.ts';
import { changeable, rulesOf, setRule } from '../../../builder/edit/rules.ts';
import { conditionOf } from '../../../builder/edit/clauses.ts';
import { answeredAs, levelOf, readable, setWord } from '../../../builder/edit/sentence.ts';
import { readTree, flat } from '../../../builder/edit/tree.ts';
import type { Condition, Definition } from '../../../schemas/types.ts';
import { say } from '../../../builder/words.ts';
import { seeded } from '../../runtime/engine/random.ts';
import { family } from '../family.ts';
import { faults, misplaced } from './sample.ts';

const full = process.env['PATTO_PROOF'] === 'full';
const sequences = full ? 1000 : 20;
const steps = 60;

function edit(definition: Definition, draw: (below: number) => number): Edited | Refused {
  const pick = <Item>(list: readonly Item[]): Item => list[draw(list.length)]!;
  const things = flat(readTree(definition)).filter(({ kind }) => kind !== 'row');
  const thing = pick(things).handle;
  const field = pick(everyField(definition)).pointer;
  const condition = (handle: string): Condition | undefined => {
    const list = [1, 2].slice(draw(2)).flatMap(() => {
      const question = pick([...readable(definition, handle), '']);
      const answered = question === '' ? undefined : answeredAs(definition, question);
      if (!answered) return [];
      const said = {
        value: pick(['a', 3]),
        values: pick([
          [1, 2],
          ['a', 'b'],
        ]),
      };
      return [{ question, relation: pick(relationsFor(answered)), ...said }];
    });
    const names = Object.keys(definition.conditions ?? {});
    const named = names.length > 0 && draw(4) === 0 ? [{ named: pick(names) }] : [];
    const join = pick(['all', 'any', 'none', 'not-all'] as const);
    return conditionOf(definition, { join, list: [...list, ...named] }, levelOf(definition, handle));
  };
  const some = (handle: string): Condition =>
    condition(handle) ?? ({ '/casa': { answered: true } } as Condition);
  const named = pick([...Object.keys(definition.conditions ?? {}), 'nessuna']);
  const rule = pick([...rulesOf(definition).filter(changeable), undefined]);
  const word = pick(['x-show', 'x-require', 'x-lock'] as const);
  const acts: readonly (() => Edited | Refused)[] = [
    () => setWord(definition, thing, 'x-show', condition(thing)),
    () => setWord(definition, field, word, condition(field)),
    () => (rule ? setRule(definition, rule, condition(rule.by)) : setOtherwise(definition, 'Niente')),
    () => addCheck(definition, field, { must: some(field), message: 'No' }),
    () => setCheck(definition, field, 0, { message: 'Altro', level: pick(['error', 'warning']) }),
    () => removeCheck(definition, field, draw(Math.max(1, checksOf(definition, field).length))),
    () => addNamed(definition, pick(['Ha minori', 'constructor', 'È']), some('note:avviso')),
    () => renameNamed(definition, named, pick(['Altra', 'Ha minori', '__proto__'])),
    () => removeNamed(definition, named),
    () => renameKey(definition, field, pick(['uno', 'due', 'tre', 'constructor'])),
    () => addOutcome(definition, some('note:avviso'), 'e1', 'Perché'),
    () => moveOutcome(definition, draw(3), pick([1, -1])),
    () => removeOutcome(definition, draw(3)),
    () => beginBands(definition, pick(['', field]), ['A', 'B']),
    () => splitBand(definition, '', draw(3), 'C'),
    () => setBoundary(definition, '', draw(3), draw(30)),
    () => removeBand(definition, '', draw(Math.max(1, bandsOf(definition, '').length))),
    () => setPoints(definition, field, pick(['affitto', 'proprieta']), pick([undefined, 1, -2.5])),
    () => setWeight(definition, field, pick([1, 2, undefined])),
    () => setScore(definition, field, pick([undefined, 1])),
    () => setValue(definition, field, pick([undefined, 3, { add: [1, 2] }])),
  ];
  return pick(acts)();
}

test(`${sequences} × ${steps} random edits of logic: always valid, words for each, undo is the same document`, () => {
  let done = 0;
  const codes = new Set<string>();
  for (let seed = 1; seed <= sequences; seed++) {
    const draw = seeded(seed);
    const first = structuredClone(family);
    const frozen = JSON.stringify(first);
    let history: History = begin(first);
    const states: Definition[] = [first];
    for (let step = 0; step < steps; step++) {
      const edited = edit(history.now, draw);
      const { code, params } = 'refused' in edited ? edited.refused : edited.step;
      const word = `${'refused' in edited ? 'refused' : 'step'}.${code}`;
      for (const language of ['it', 'en'] as const)
        assert.doesNotMatch(say(language, word, params), /\{|^(step|refused)\./, word);
      if ('refused' in edited || edited.definition === history.now) continue;
      codes.add(code);
      const where = `seed ${seed}, step ${step}: ${code}`;
      assert.deepEqual(faults(edited.definition), [], where);
      assert.deepEqual(misplaced(edited.definition), [], where);
      history = record(history, edited.definition, edited.step, '');
      states.push(edited.definition);
      done++;
    }
    for (let index = states.length - 1; index > 0; index--) {
      history = undo(history)!.history;
      assert.equal(history.now, states[index - 1]);
    }
    assert.equal(JSON.stringify(first), frozen, `seed ${seed}: an edit touched the document before it`);
  }
  assert.ok(done > sequences * steps * 0.3, `only ${done} edits changed something`);
  assert.ok(codes.size > 18, [...codes].join());
});
