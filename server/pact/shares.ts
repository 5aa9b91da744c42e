// SPDX-License-Identifier: AGPL-3.0-or-later
// What somebody outside the service reads of a pact: the rows that its measure shares, of the people whom they concern,
// in the words of the paper and never more than the family's copy says. Pure.
import type { FieldNode, Outline } from '../../runtime/engine/contract.ts';
import { at as valueAt, isObject } from '../../runtime/engine/pointer.ts';
import { folded } from '../../runtime/fields/searching.ts';
import type { Answers, Context, PactShare, PactSharePart, PactSharePeople } from '../../schemas/types.ts';
import type { Forms } from '../deps.ts';

/** A row in words: its answers, each under its question; `people`: ids of whom it concerns. */
export interface SharedRow {
  readonly id: string;
  readonly says: readonly { readonly label: string; readonly text: string }[];
  readonly people: readonly string[];
}
export interface SharedPart {
  readonly title: string;
  readonly rows: readonly SharedRow[];
}

/** A pact that is read, and by whom. */
export interface Sharing {
  readonly forms: Pick<Forms, 'holds' | 'text'>;
  readonly outline: Outline;
  readonly answers: Answers;
  readonly context: Context;
  /** of who reads; '' where it is not known: rows that ask for it are then nobody's */
  readonly employer: string;
}

type Row = Answers & { readonly id: string };

/** Parts without a row are not there. */
export function sharedParts(share: PactShare, sharing: Sharing): readonly SharedPart[] {
  const people = peopleOf(share.people, sharing);
  /** rows that are shown, by the list they stand in: whom each concerns by its id */
  const shown = new Map<string, Map<string, readonly string[]>>();
  return share.parts.flatMap((part) => {
    const found = new Map<string, readonly string[]>();
    const rows = rowsAt(sharing.answers, part.rows).flatMap(([row, at]) => {
      const whom = concerned(part, row, people, shown, sharing);
      if (!whom) return [];
      found.set(row.id, whom);
      const says = inWords(part, at, sharing);
      return says.length > 0 ? [{ id: row.id, says, people: whom }] : [];
    });
    shown.set(part.rows, new Map([...(shown.get(part.rows) ?? []), ...found]));
    const title = sharing.outline.byPointer.get(part.rows)?.schema.title ?? '';
    return rows.length > 0 ? [{ title, rows: withoutDoubles(rows) }] : [];
  });
}

function peopleOf({ rows, who, at, where }: PactSharePeople, sharing: Sharing): ReadonlySet<string> {
  const employer = bare(sharing.employer);
  const own = rowsAt(sharing.answers, rows).filter(([row]) => {
    const named = at === undefined ? undefined : valueAt(row, at.slice(1));
    const fits =
      at === undefined || (employer !== '' && typeof named === 'string' && bare(named) === employer);
    return fits && (!where || sharing.forms.holds(where, row));
  });
  return new Set(own.flatMap(([row]) => idsAt(row, who)));
}

/** "I.C. «Demo»" is "IC Demo". */
const bare = (text: string): string => folded(text).replaceAll(' ', '');

/** Whom a row concerns that is to be shown; undefined: it is not. */
function concerned(
  part: PactSharePart,
  row: Row,
  people: ReadonlySet<string>,
  shown: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>,
  { forms }: Sharing,
): readonly string[] | undefined {
  if (part.where && !forms.holds(part.where, row)) return undefined;
  const whom = part.who === undefined ? [] : idsAt(row, part.who);
  // One that concerns somebody else as well speaks of them, too.
  if (!whom.every((id) => people.has(id))) return undefined;
  if (!part.of) return whom.length > 0 ? whom : undefined;
  const served = idsAt(row, part.of.by).flatMap((id) => shown.get(part.of?.rows ?? '')?.get(id) ?? []);
  if (served.length === 0) return undefined;
  return whom.length > 0 ? whom : [...new Set(served)];
}

function inWords({ rows, shows }: PactSharePart, at: string, sharing: Sharing): SharedRow['says'] {
  const { forms, outline, answers, context } = sharing;
  return shows.flatMap((pointer) => {
    const node = outline.byPointer.get(`${rows}/*${pointer.slice(1)}`);
    if (!node || !mayLeave(node)) return [];
    const text = forms.text(outline, `${at}${pointer.slice(1)}`, answers, context);
    return text === '' ? [] : [{ label: node.schema.title ?? '', text }];
  });
}

/** What is no more delicate than that it concerns a minor. */
const plain: ReadonlySet<string> = new Set(['common', 'minor']);
/** Whatever the measure says: what the family's copy does not say, some roles alone see, or is delicate stays here. */
const mayLeave = (node: FieldNode): boolean =>
  node.print === 'family' &&
  node.visibleTo === undefined &&
  plain.has(node.schema['x-sensitivity'] ?? 'common') &&
  (node.parent === undefined || mayLeave(node.parent));

/** The same commitment of two people is one for who does not see whose it is. */
function withoutDoubles(rows: readonly SharedRow[]): readonly SharedRow[] {
  const alike = ({ says, people }: SharedRow): string => JSON.stringify([says, people]);
  return [...new Map(rows.toReversed().map((row) => [alike(row), row])).values()].toReversed();
}

/** Rows of a list with their pointers. */
function rowsAt(answers: Answers, pointer: string): readonly (readonly [Row, string])[] {
  const rows: unknown = valueAt(answers, pointer);
  return (Array.isArray(rows) ? (rows as unknown[]) : []).flatMap((row, index) =>
    isObject(row) && typeof row['id'] === 'string' ? [[row as Row, `${pointer}/${index}`] as const] : [],
  );
}

/** Ids that a row holds at `./…`: one, or a list. */
function idsAt(row: Row, pointer: string): readonly string[] {
  const value: unknown = valueAt(row, pointer.slice(1));
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter((one) => typeof one === 'string');
}
