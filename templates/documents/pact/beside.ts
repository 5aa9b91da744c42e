// SPDX-License-Identifier: AGPL-3.0-or-later
// The words of the pact beside the same in the family's language, in the order in which the paper says them.
import type { Data } from '../../contract.ts';
import type { Row } from '../../writing.ts';
import { text } from '../../people.ts';
import { columns, keys } from './keys.ts';
import { sayings, type Saying, type Sayings } from './languages/contract.ts';
import { languages } from './languages/index.ts';
import { numbered, rowsAt } from './rows.ts';
import type { Cell, Texts } from './texts.ts';

const fromRight = new Set(['ar', 'fa', 'ur']);

/** A text with the language that it is in. */
interface Said {
  readonly [key: string]: Data;
  readonly text: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** One line of the pact: what it is, its number, its words, who and by when. */
interface Line {
  readonly list: string;
  readonly kind: Saying;
  readonly n: string;
  readonly row: Row;
}

/** The lines that may have words beside them, and the meetings, which are days. */
function linesOf(answers: Row): readonly Line[] {
  const line =
    (list: string, kind: Saying) =>
    (row: Row, n = '') => ({ list, kind, n, row });
  const [objective, result] = [line(keys.objectives, 'objective'), line(keys.results, 'result')];
  return [
    ...numbered(answers).objectives.flatMap(({ row, n, results }) => [
      objective(row, n),
      ...results.map((one) => result(one.row, one.n)),
    ]),
    ...rowsAt(answers, keys.commitments).map((row) => line(keys.commitments, 'commitment')(row)),
  ];
}

/**
 * null: nothing was written in another language. `own`: words of the district, by language. Words that nobody has are
 * said in Italian; `lacks` tells how many, for who prepares the pact.
 */
export function beside(
  answers: Row,
  cell: Cell,
  t: Texts,
  own: { readonly [language: string]: Sayings } = {},
): Data {
  const lang = text(answers[keys.language]);
  const lines = linesOf(answers);
  const given = lines.filter(({ row }) => text(row[columns.beside]) !== '');
  if (lang === '' || given.length === 0) return null;
  const dir = fromRight.has(lang) ? 'rtl' : 'ltr';
  const words: Sayings = { ...languages[lang], ...own[lang] };
  const italian: { readonly [saying in Saying]: string } = {
    name: cell('', answers, keys.language),
    heading: t.beside,
    binding: t.besideBinding,
    objective: t.objective,
    result: t.result,
    commitment: t.commitment,
    meeting: t.check,
    who: t.who,
    by: t.by,
    signing: t.signaturesIntro,
  };
  const known = sayings.filter((one) => words[one] !== undefined).length;
  const say = (one: Saying): Said =>
    words[one] === undefined
      ? { text: italian[one], lang: 'it', dir: 'ltr' }
      : { text: words[one], lang, dir };
  // A sentence stands there in Italian already.
  const sentence = (one: Saying): Data => (words[one] === undefined ? null : say(one));

  // The same words are read once: a commitment of both parents stands in the pact twice.
  const same = (a: Line, b: Line) =>
    a.kind === b.kind && a.n === b.n && a.row[columns.text] === b.row[columns.text];
  const rows = given.flatMap((one, at) => {
    const alike = given.filter((other) => same(one, other));
    if (given.findIndex((other) => same(one, other)) < at) return [];
    const all = (column: string) =>
      [...new Set(alike.map(({ list, row }) => cell(list, row, column)))].filter(Boolean).join(', ');
    return [
      {
        n: one.n,
        text: text(one.row[columns.text]),
        other: text(one.row[columns.beside]),
        ...pair(one.kind),
        details: [...detail('who', all(columns.who)), ...detail('by', all(columns.by) || all(columns.to))],
      },
    ];
  });
  function pair(one: Saying) {
    return { here: italian[one], there: say(one) };
  }
  function detail(one: Saying, value: string) {
    return value === '' ? [] : [{ ...pair(one), value }];
  }
  const meetings = rowsAt(answers, keys.checks)
    .map((row) => cell(keys.checks, row, columns.date))
    .filter(Boolean);
  return {
    lang,
    dir,
    name: say('name'),
    title: `${t.beside}: ${italian.name}`,
    heading: sentence('heading'),
    binding: sentence('binding'),
    signing: sentence('signing'),
    rows,
    meetings: detail('meeting', meetings.join(' · ')),
    lacks: `${italian.name}. ${t.besideLines}: ${given.length} ${t.besideOf} ${lines.length}; ${t.besideWords}: ${known} ${t.besideOf} ${sayings.length}.`,
  };
}
