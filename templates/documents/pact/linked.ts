// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Data } from '../../contract.ts';
import type { Row } from '../../writing.ts';
import { columns, keys } from './keys.ts';
import { ids, numbered, rowsAt } from './rows.ts';
import { span, type Cell, type Texts } from './texts.ts';

/**
 * The linked tables: for each objective its results, who does what, and the supports. What serves several objectives
 * stands under the first and names its results; what serves none stands at the end, for the whole pact.
 */
export function linked(answers: Row, cell: Cell, t: Texts): Data[] {
  const graph = numbered(answers);
  const served = (row: Row) => ids(row[columns.results]).flatMap((id) => graph.place.get(id) ?? []);
  const links = (row: Row): string => {
    const list = served(row).map((one) => one.n);
    return list.length === 0 ? '' : `${list.length > 1 ? t.forSeveral : t.forResult} ${list.join(', ')}`;
  };
  const commitment = (row: Row): Data => {
    const at = (column: string): string => cell(keys.commitments, row, column);
    const [from, to] = [at(columns.from), at(columns.to)];
    const others = at(columns.others);
    const when = from ? span(t, from, to) : to && `${t.within} ${to}`;
    return {
      who: at(columns.who) || t.all,
      text: at(columns.text) || at(columns.type),
      when: [at(columns.quantity), when].filter(Boolean).join(', ') || t.always,
      bound: row[columns.conditional] === true ? t.boundMark : '',
      others: others && `${t.alongside} ${others}`,
      links: links(row),
    };
  };
  const support = (row: Row): Data => {
    const at = (column: string): string => cell(keys.supports, row, column);
    return {
      text: at(columns.service) || at(columns.text),
      provider: at(columns.provider) || t.none,
      quantity: at(columns.quantity) || t.none,
      period: span(t, at(columns.from), at(columns.to)) || t.none,
      fund: at(columns.fund) || t.none,
      cost: at(columns.cost) || t.none,
      links: links(row),
    };
  };
  const rows = (key: string, objective: number): readonly Row[] =>
    rowsAt(answers, key).filter((row) => (served(row)[0]?.objective ?? -1) === objective);
  const block = (index: number, label: string, text: string, need: string, results: Data): Data => ({
    label,
    need,
    text,
    results,
    commitments: rows(keys.commitments, index).map(commitment),
    supports: rows(keys.supports, index).map(support),
  });
  const blocks = graph.objectives.map((one, index) =>
    block(
      index,
      `${t.objective} ${one.n}`,
      cell(keys.objectives, one.row, columns.text),
      cell(keys.objectives, one.row, columns.need),
      one.results.map(({ row, n }) => ({
        n,
        text: cell(keys.results, row, columns.text),
        seenBy: cell(keys.results, row, columns.seenBy),
        by: cell(keys.results, row, columns.by) || t.always,
      })),
    ),
  );
  const free = rows(keys.commitments, -1).length + rows(keys.supports, -1).length;
  return free === 0 ? blocks : [...blocks, block(-1, '', t.general, '', [])];
}
