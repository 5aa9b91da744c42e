// SPDX-License-Identifier: AGPL-3.0-or-later
// On an option, "poi mostra …": the condition of another thing, written and read from the option that it waits for.
import type { Condition, Definition } from '../../schemas/types.ts';
import { type Clause, type Group, type Sentence, groupOf } from './clauses.ts';
import type { Edited, Handle } from './contract.ts';
import { rulesOf } from './rules.ts';
import { answeredAs, levelOf, setCondition, showOf } from './sentence.ts';
import { find, flat, readTree } from './tree.ts';

const waitsFor = (clause: Clause, question: Handle): clause is Sentence =>
  'question' in clause && clause.question === question;

/** The other thing is shown when this question is (or includes) that option. */
export function showOnOption(
  definition: Definition,
  question: Handle,
  option: string,
  shown: Handle,
): Edited {
  const relation = answeredAs(definition, question) === 'choices' ? 'includes' : 'is';
  const now = groupOf(definition, showOf(definition, shown), levelOf(definition, shown));
  const added: Sentence = { question, relation, value: option };
  // Several options that lead to one thing are alternatives; what else it waits for stays as it is.
  const alternatives =
    now.join === 'any' || (now.list.length < 2 && now.list.every((each) => waitsFor(each, question)));
  const list = alternatives ? [...now.list, added] : [now, added];
  return setCondition(definition, shown, { join: 'any', list });
}

/** Takes back what `showOnOption` wrote for one option. */
export function hideOnOption(
  definition: Definition,
  question: Handle,
  option: string,
  shown: Handle,
): Edited {
  const now = groupOf(definition, showOf(definition, shown), levelOf(definition, shown));
  const list = now.list.filter((each) => !waitsFor(each, question) || each.value !== option);
  const [only] = list;
  const left: Group = only && list.length === 1 && 'join' in only ? only : { ...now, list };
  return setCondition(definition, shown, left);
}

/** What an option of `question` may lead to: of its own row or deeper, not around nor inside it. */
export function leadable(definition: Definition, question: Handle): readonly Handle[] {
  const level = levelOf(definition, question);
  const tree = readTree(definition);
  const around = new Set(find(tree, question)?.around.map(({ handle }) => handle));
  return flat(tree)
    .filter(
      ({ handle, kind }) =>
        kind !== 'row' &&
        (level === '' || levelOf(definition, handle) === level) &&
        handle !== question &&
        !around.has(handle) &&
        !handle.startsWith(`${question}/`) &&
        !question.startsWith(`${handle}/`),
    )
    .map(({ handle }) => handle);
}

/** A condition never changes, and most stay from one edit to the next: each is written out once. */
const written = new WeakMap<Condition, string>();

function textOf(condition: Condition): string {
  const known = written.get(condition);
  if (known !== undefined) return known;
  const text = JSON.stringify(condition);
  written.set(condition, text);
  return text;
}

/** What an option of `question` leads to. */
export function shownByOption(definition: Definition, question: Handle, option: string): readonly Handle[] {
  const text = JSON.stringify(option);
  return rulesOf(definition)
    .filter(({ kind, condition, level }) => {
      // Most conditions are about something else, and forms are long.
      if (kind !== 'show' || !condition || !textOf(condition).includes(text)) return false;
      return groupOf(definition, condition, level).list.some(
        (each) =>
          waitsFor(each, question) &&
          each.value === option &&
          (each.relation === 'is' || each.relation === 'includes'),
      );
    })
    .map(({ by }) => by);
}
