// SPDX-License-Identifier: AGPL-3.0-or-later
// What a condition may read, as the groups of a menu.
import type { Definition } from '../../schemas/types.ts';
import type { Handle } from '../edit/contract.ts';
import { spoken } from '../edit/named.ts';
import { outside, titleOf } from '../edit/references.ts';
import { readableFrom } from '../edit/sentence.ts';
import type { Say } from '../words.ts';
import type { Option } from './menu.ts';

/** With the group around it, which tells two questions of one title apart. */
export function titleIn(definition: Definition, pointer: Handle): string {
  const scope = pointer.slice(0, pointer.lastIndexOf('/'));
  const title = titleOf(definition, pointer);
  return scope === '' || scope.endsWith('/*') ? title : `${titleOf(definition, scope)}: ${title}`;
}

/** Questions by how far they are from the row, then conditions with a name. */
export function offeredQuestions(
  definition: Definition,
  level: string,
  reader: Handle,
  names: readonly string[],
  say: Say,
): readonly Option[] {
  const around = level === '' ? '' : outside(level);
  const all = readableFrom(definition, level).filter(
    (pointer) =>
      reader === '' ||
      (pointer !== reader && !pointer.startsWith(`${reader}/`) && !reader.startsWith(`${pointer}/`)),
  );
  const isIn = (pointer: Handle, rows: string): boolean => rows !== '' && pointer.startsWith(`${rows}/`);
  const titled = (list: readonly Handle[]): Option[] =>
    list.map((pointer) => [pointer, titleIn(definition, pointer)] as const);
  const section = (title: string, list: readonly Option[]): Option[] =>
    list.length > 0 ? [title, ...list] : [];
  const own = all.filter((pointer) => isIn(pointer, level));
  const near = all.filter((pointer) => !isIn(pointer, level) && isIn(pointer, around));
  const far = all.filter((pointer) => !isIn(pointer, level) && !isIn(pointer, around));
  return [
    ...section(say('condition.own-row'), titled(own)),
    ...section(say('condition.row-around'), titled(near)),
    ...section(level === '' ? say('condition.questions') : say('condition.whole-form'), titled(far)),
    ...section(
      say('condition.named'),
      names.map((name) => [`named:${name}`, spoken(name)] as const),
    ),
  ];
}
