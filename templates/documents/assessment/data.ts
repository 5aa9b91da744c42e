// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Data, Margin } from '../../contract.ts';
import { head, margin, proof, textsOf } from '../../frame.ts';
import type { DocumentInput } from '../../input.ts';
import { fullName } from '../../people.ts';
import { day, say, writing, type Row } from '../../writing.ts';
import { sectionsOf, type Line } from './cells.ts';
import { words } from './words.ts';

/** Where answers say which wave they are and of which day; what a definition does not have is counted and dated. */
const keys = { wave: 'onda', day: 'data' } as const;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The view of an assessment: every cell of every wave, and what changed from the first to the last. */
export function assessmentView(input: DocumentInput): { readonly data: Data; readonly margin: Margin } {
  const t = textsOf(words, input.language);
  const { submission, identity } = input;
  const { context } = submission;
  const household: readonly Row[] = context.case.nucleo ?? [];
  const nameOf = (id: string): string => fullName(household.find((row) => row['id'] === id) ?? {});
  const sides = writing(
    input.version.source,
    context,
    (pointer, id) => (pointer.startsWith('case:') ? nameOf(id) : id),
    input.language,
  );
  const given = input.waves ?? [{ answers: submission.answers, day: identity.issuedAt, by: '' }];
  const sections = sectionsOf(
    input.outline,
    given.map(({ answers }) => answers),
    {
      roles: input.roles ?? [],
      write: (field, value) => say(field, value, input.papers, sides) || t.none,
      call: (_field, id, place) => nameOf(id) || String(place),
      general: t.general,
      more: t.more,
      notes: t.notes,
    },
  );
  const several = given.length > 1;
  const changes = sections
    .flatMap(({ blocks }) => blocks.flatMap(({ lines }) => lines))
    .flatMap(({ change }) => (change === undefined ? [] : [change]));
  const counted = (fits: (change: number) => boolean): string => String(changes.filter(fits).length);
  const line = (one: Line): Data => ({
    title: one.title,
    cells: one.cells.map((cell) => cell || t.none),
    change: several ? inWords(one.change, t) : '',
    better: several && (one.change ?? 0) < 0,
    worse: several && (one.change ?? 0) > 0,
  });
  const data: Data = {
    t,
    title: input.version.title,
    head: head(input, t),
    number: identity.number,
    revision: identity.revision,
    issued: day(identity.issuedAt),
    case: input.case.number,
    several,
    waves: given.map(({ answers, day: on, by }, at) => ({
      title: text(answers[keys.wave]) || `${at + 1}`,
      // A single one needs no name over its column.
      head: text(answers[keys.wave]) || (several ? `${at + 1}` : ''),
      day: day(text(answers[keys.day]) || on),
      by: by || t.none,
    })),
    summary:
      several && changes.length > 0
        ? {
            improved: counted((change) => change < 0),
            worsened: counted((change) => change > 0),
            unchanged: counted((change) => change === 0),
          }
        : null,
    sections: sections.map(({ title, blocks }) => ({
      title,
      blocks: blocks.map((block) => ({ title: block.title, lines: block.lines.map(line) })),
    })),
    verify: proof(input),
  };
  return { data, margin: { ...margin(input, t, input.version.title, t.number), right: '' } };
}

/** "migliora di 2"; '' where nothing is compared. */
function inWords(change: number | undefined, t: { readonly [key in keyof typeof words]: string }): string {
  if (change === undefined) return t.none;
  if (change === 0) return t.same;
  return `${change < 0 ? t.better : t.worse} ${Math.abs(change).toLocaleString('it-IT')}`;
}
