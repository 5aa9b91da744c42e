// SPDX-License-Identifier: BSD-3-Clause
// Choices from lists and registers: rows that fit the other answers. Fetched for forms that have such questions.
import type { ChoiceSource, ListRow } from '../../schemas/types.ts';
import type { FieldNode } from '../engine/contract.ts';
import type { FormStore, WordedProblem } from './form-store.ts';
import type { InputContext, Option } from './input.ts';
import { learn } from '../words/index.ts';
import { chrome } from '../words/it-lists.ts';
import { resolve } from './layout.ts';
import { source } from './offers.ts';

export { filtered, narrow } from '../engine/filters.ts';

learn({ chrome });

/** list:cittadinanza → cittadinanza */
const nameOf = ({ from }: ChoiceSource): string => from.slice(from.indexOf(':') + 1);

/** Columns of the list and the answers that they must equal, at this place. */
const filterAt = (choices: ChoiceSource, path: string): (readonly [string, string])[] =>
  Object.entries(choices.where ?? {}).map(([column, pointer]) => [
    column,
    resolve(pointer, path.replace(/\/[^/]+$/, '')),
  ]);

/** The rows of the context, those that `where` lets through: none while an answer is missing. */
function listed(choices: ChoiceSource, path: string, store: FormStore): readonly ListRow[] {
  const where = filterAt(choices, path).map(([column, at]) => [column, store.value(at)] as const);
  const rows = store.context.lists[nameOf(choices)] ?? [];
  return rows.filter((each) =>
    where.every(([column, wanted]) => {
      const cell = each[column];
      return wanted !== undefined && (Array.isArray(cell) ? cell.includes(wanted) : cell === wanted);
    }),
  );
}

const optionOf = (node: FieldNode, row: ListRow, store: FormStore): Option => ({
  value: row.id,
  title: store.sayings.option(node, row.id, row.title),
  row,
});

export const offered = (
  choices: ChoiceSource,
  node: FieldNode,
  path: string,
  store: FormStore,
): readonly Option[] => listed(choices, path, store).map((row) => optionOf(node, row, store));

/** What choices of a list need beside their options: a look-up where it is long, the question that comes first. */
export function choosing(
  node: FieldNode,
  path: string,
  store: FormStore,
): Pick<InputContext, 'look' | 'waits'> {
  const choices = source(node.schema)['x-choices'];
  if (!choices) return {};
  const where = filterAt(choices, path);
  const first = where.find(([, at]) => store.value(at) === undefined);
  if (first) return { waits: store.titleAt(first[1]) };
  const list = nameOf(choices);
  if (!store.context.partial?.includes(list)) return {};
  return {
    async look(text, signal) {
      const seek = await store.seeking;
      if (!seek) throw new Error(`nowhere to look up ${list}`);
      const values = Object.fromEntries(where.map(([column, at]) => [column, store.value(at)]));
      const rows = await seek(list, { text, where: values }, signal);
      return rows.map((row) => optionOf(node, row, store));
    },
  };
}

/** What was chosen and no longer fits the other answers, said as a warning. */
export function outgrown(node: FieldNode, path: string, store: FormStore): WordedProblem[] {
  if (!store.now.hidden.has(path) || !store.now.shown.has(path)) return [];
  const left = [store.value(path)].flat();
  const gone = [store.now.hidden.get(path)].flat().filter((value) => !left.includes(value));
  const names = gone.map((value) => titled(node, store, String(value)) ?? String(value)).join(', ');
  return [{ code: 'outgrown', at: path, params: { names }, level: 'warning' }];
}

/** Title of a row, offered or not. */
export function titled(node: FieldNode, store: FormStore, value: string): string | undefined {
  const choices = source(node.schema)['x-choices'];
  const row = choices && store.context.lists[nameOf(choices)]?.find(({ id }) => id === value);
  return row && store.sayings.option(node, value, row.title);
}
