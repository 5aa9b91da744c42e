// SPDX-License-Identifier: BSD-3-Clause
// How rows of a list are found by what somebody types: the same on a page and on the server.

/** Text without case, accents and signs: "Reggio nell’Emilia" → "reggio nell emilia". */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Rows with their folded titles, in the same order: made once per list. */
export interface Index<Row> {
  readonly rows: readonly Row[];
  readonly titles: readonly string[];
}

export const indexed = <Row extends { readonly title: string }>(rows: readonly Row[]): Index<Row> => ({
  rows,
  titles: rows.map(({ title }) => ` ${folded(title)} `),
});

/**
 * The first `most` rows that fit the typed text, best first; in their own order when nothing is typed. Each word must
 * begin a word of the title. Best is the whole title, then its beginning, then a word in it, then the words apart.
 */
export function sought<Row>(
  { rows, titles }: Index<Row>,
  typed: string,
  most = Infinity,
  fits: (row: Row) => boolean = () => true,
): readonly Row[] {
  const wanted = folded(typed);
  if (wanted === '' && typed.trim() !== '') return [];
  const words = wanted.split(' ').map((word) => ` ${word}`);
  const ways = [` ${wanted} `, ` ${wanted}`];
  const places: Row[][] = [[], [], [], [], []];
  for (const [at, title] of titles.entries()) {
    if (!words.every((word) => title.includes(word))) continue;
    const place =
      title === ways[0] ? 0 : title.startsWith(ways[0]!) ? 1 : title.startsWith(ways[1]!) ? 2
        : title.includes(ways[0]!) ? 3 : 4; // prettier-ignore
    const found = wanted === '' ? places[0]! : places[place]!;
    if (found.length < most && fits(rows[at]!)) found.push(rows[at]!);
  }
  return places.flat().slice(0, most);
}
