// SPDX-License-Identifier: AGPL-3.0-or-later
// Every edit, at random.
import { addField, addNote, addPage, addSection, duplicate } from '../../../builder/edit/add.ts';
import { circleAt } from '../../../builder/edit/circle.ts';
import { choicesAt, setOptions } from '../../../builder/edit/choices.ts';
import type { Edited, Handle, Refused } from '../../../builder/edit/contract.ts';
import { setHint, setRequired, setTitle } from '../../../builder/edit/describe.ts';
import { move, moveTo } from '../../../builder/edit/move.ts';
import { removeBox, removeField } from '../../../builder/edit/remove.ts';
import { relationsFor } from '../../../builder/edit/relations.ts';
import { addCheck } from '../../../builder/edit/checks.ts';
import { setNotAsked, setOther } from '../../../builder/edit/extras.ts';
import { listsFor, setValue, wantedBy } from '../../../builder/edit/formula.ts';
import { addNamed, usable } from '../../../builder/edit/named.ts';
import { addOutcome } from '../../../builder/edit/outcome.ts';
import { renameKey } from '../../../builder/edit/rename.ts';
import {
  answeredAs,
  levelOf,
  readable,
  readableFrom,
  setCondition,
  setWord,
} from '../../../builder/edit/sentence.ts';
import { flat, readTree } from '../../../builder/edit/tree.ts';
import { changeType, setSettings, settingsOf } from '../../../builder/edit/type.ts';
import type { Condition, Definition } from '../../../schemas/types.ts';
import { catalogue } from './sample.ts';
import { clip, type Clip } from '../../../builder/edit/clip.ts';
import { addLines } from '../../../builder/edit/lines.ts';
import { paste } from '../../../builder/edit/paste.ts';
import { addGrid, addPactLists, levelsOf } from '../../../builder/edit/ready-made.ts';
import { pairUp, standAlone } from '../../../builder/edit/side.ts';
import { duplicateAll, moveAll, moveAllTo, removeAll, requireAll } from '../../../builder/edit/several.ts';

const pactWords = {
  objectives: 'Obiettivi',
  results: 'Risultati',
  commitments: 'Impegni',
  what: 'Che cosa',
  objective: 'Obiettivo',
  result: 'Risultato',
  by: 'Entro',
  who: 'Chi',
};

/** mulberry32: the same numbers for the same seed */
export function random(seed: number): <Item>(from: readonly Item[]) => Item {
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

/** What the clipboard holds, from one step to the next. */
export interface Board {
  clip: Clip | undefined;
}

/** What would decide about itself is a problem that the list names, and no edit of this kind. */
const straight = (edited: Edited, at: Handle): Edited | undefined =>
  circleAt(edited.definition, at) === undefined ? edited : undefined;

/** One edit of those that a person can make, at random; undefined where it does not fit. */
export function edit(
  definition: Definition,
  pick: ReturnType<typeof random>,
  board: Board,
): Edited | Refused | undefined {
  const nodes = flat(readTree(definition)).filter((node) => node.kind !== 'row');
  const any: Handle = nodes.length > 0 ? pick(nodes).handle : '';
  const other: Handle = nodes.length > 0 ? pick(nodes).handle : '';
  const pointers = nodes.flatMap((node) => (node.kind === 'field' ? [node.handle] : []));
  const field = pointers.length > 0 ? pick(pointers) : undefined;
  const several = nodes.length > 0 ? [any, other, pick(nodes).handle, pick(nodes).handle] : [];
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
    onField(
      (pointer) =>
        choicesAt(definition, pointer) &&
        setOptions(definition, pointer, pick(['Sì\nNo\nForse', 'A\nB', ''])),
    ),
    onField((pointer) => setRequired(definition, pointer, pick([true, false]))),
    onField((pointer) => setHint(definition, pointer, pick(['', 'Aiuto']))),
    () => setTitle(definition, any, title),
    () => removeAll(definition, several.slice(0, 2)),
    () => duplicateAll(definition, several),
    () => moveAll(definition, several, pick(['up', 'down'])),
    () => moveAllTo(definition, several, pick([{ after: other }, { into: other }])),
    () => requireAll(definition, several, pick([true, false])),
    () => addLines(definition, place, ['Nome', 'Nome', 'Data di nascita'], catalogue),
    () => addGrid(definition, place, 'Bisogni per area', ['Casa', 'Salute'], levelsOf(['Mai', 'Spesso = 3'])),
    () => addPactLists(definition, place, pactWords),
    onField((pointer) => pairUp(definition, pointer)),
    onField((pointer) => standAlone(definition, pointer)),
    () => {
      board.clip = clip(definition, several) ?? board.clip;
      return pick([true, false]) ? removeAll(definition, several, 'cut') : undefined;
    },
    () => board.clip && paste(definition, place, board.clip),
    () => board.clip && paste(definition, place, board.clip),
    () => {
      const question = readable(definition, any).length > 0 ? pick(readable(definition, any)) : undefined;
      const answered = question === undefined ? undefined : answeredAs(definition, question);
      if (question === undefined || answered === undefined) return undefined;
      const sentence = { question, relation: pick(relationsFor(answered)), value: pick(['a', 3]) };
      const edited = setCondition(definition, any, {
        join: pick(['all', 'any']),
        list: [sentence, sentence].slice(0, pick([1, 2])),
      });
      return straight(edited, question);
    },
    onField((pointer) => renameKey(definition, pointer, pick(['chiave', 'casa', 'nome_9', 'constructor']))),
    onField(
      (pointer) =>
        choicesAt(definition, pointer) && setNotAsked(definition, pointer, 'unknown', pick([true, false])),
    ),
    onField(
      (pointer) =>
        choicesAt(definition, pointer) &&
        setOther(
          definition,
          pointer,
          pick([true, false]),
          { option: 'Altro', question: 'Quale?' },
          catalogue,
        ),
    ),
    () => {
      const question = pick([...readableFrom(definition, ''), undefined]);
      if (question === undefined) return undefined;
      const when = { [question]: { answered: true } } as Condition;
      return pick([
        () => addNamed(definition, 'Risposto', when),
        () => straight(addOutcome(definition, when, 'esito', 'Perché sì'), question),
        () => addCheck(definition, '', { must: when, message: 'No' }),
      ])();
    },
    () => {
      const name = pick([...usable(definition), undefined]);
      if (name === undefined) return undefined;
      const edited = setWord(definition, any, 'x-show', { named: name });
      return straight(edited, any);
    },
    onField((pointer) => {
      const list = pick([...listsFor(definition, levelOf(definition, pointer)), undefined]);
      if (list === undefined || wantedBy(definition, pointer) !== 'number') return undefined;
      return straight(setValue(definition, pointer, { count: list }), pointer);
    }),
  ];
  return pick(acts)();
}
