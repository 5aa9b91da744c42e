// SPDX-License-Identifier: AGPL-3.0-or-later
// Attachments of all cases whose last day is near or past, from the index alone: of which kind, never what is in them.
import { daysAfter } from './calendar.ts';
import type { Deadline } from './deadlines.ts';
import type { Deps } from './deps.ts';
import { listRows } from './lists.ts';
import { remember, type Remembered } from './remembered.ts';
import type { Listed } from './storage/contract.ts';

/** The list of kinds of attachments: `avviso`, the words of the warning, and `preavviso`, days before. */
export const attachmentKinds = 'tipi-allegato';

/** Which attachment it is, and who reads it. */
export type EndingFile = NonNullable<Deadline['file']>;
interface Ending extends Pick<Deadline, 'case' | 'row'> {
  readonly file: EndingFile;
}
type Head = Omit<Deadline, 'row' | 'file'>;

const fieldOf =
  ({ fields }: Listed) =>
  (name: string): string =>
    String(fields[name] ?? '');

const endings = remember<Ending>({
  collection: 'attachments',
  data: (deps, district) => [listRows(deps, district, attachmentKinds)],
  rows(deps, district, today) {
    const kinds = new Map(listRows(deps, district, attachmentKinds)?.map((row) => [row.id, row]));
    return (item) => {
      const field = fieldOf(item);
      const [kind, due] = [field('kind'), field('expires')];
      const known = kinds.get(kind);
      const [title, before] = [known?.['avviso'], known?.['preavviso']];
      if (typeof title !== 'string' || typeof before !== 'number') return [];
      // one that was replaced is due no more
      if (due === '' || field('replacedBy') !== '') return [];
      const warn = daysAfter(due, -before);
      if (today < warn) return [];
      const row: Deadline['row'] = {
        id: `file-${kind}`,
        title,
        from: field('date'),
        due,
        level: 'limit',
        state: today > due ? 'late' : 'open',
        warn,
        red: true,
        source: 'Allegato della pratica',
      };
      return [
        { case: field('case'), row, file: { id: item.id, kind, readers: field('readers'), by: field('by') } },
      ];
    };
  },
  order: byDay,
});

const heads = remember<Head>({
  collection: 'cases',
  data: () => [],
  rows: () => (item) => {
    const field = fieldOf(item);
    return [
      {
        case: item.id,
        number: field('number'),
        name: field('name'),
        comune: field('comune'),
        measure: field('measure'),
        assigned: field('assigned'),
      },
    ];
  },
  order: () => 0,
});

const joined = new WeakMap<
  Remembered<Ending>,
  { readonly heads: Remembered<Head>; readonly whole: Remembered<Deadline> }
>();
const nothing: Remembered<Deadline> = { rows: [] };

/** Each with the head of its case. The answer is the same object as long as nothing changed. */
export async function expiringOf(deps: Deps, district: string): Promise<Remembered<Deadline>> {
  const found = await endings(deps, district);
  if (found.rows.length === 0) return nothing;
  const all = await heads(deps, district);
  const known = joined.get(found);
  if (known?.heads === all) return known.whole;
  const byCase = new Map(all.rows.map((one) => [one.case, one]));
  const rows = found.rows.flatMap((one): Deadline[] => {
    const head = byCase.get(one.case);
    return head ? [{ ...head, row: one.row, file: one.file }] : [];
  });
  const whole = { rows };
  joined.set(found, { heads: all, whole });
  return whole;
}

function byDay(a: Pick<Deadline, 'row'>, b: Pick<Deadline, 'row'>): number {
  return a.row.due < b.row.due ? -1 : a.row.due > b.row.due ? 1 : 0;
}
