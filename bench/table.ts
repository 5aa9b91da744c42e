// SPDX-License-Identifier: AGPL-3.0-or-later
// Figures as text: one line a measure, then everybody beside everybody where others took part.
import { best, holds, type Row } from './row.ts';

const number = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));

/** Cells in columns; the named ones to the right. */
function columns(lines: readonly (readonly string[])[], right: ReadonlySet<number>): string {
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const pad = (cell: string, column: number) =>
    right.has(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!);
  return lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n');
}

function bar(row: Row): string {
  const held = holds(row);
  return held === undefined ? '' : `must be ${row.must}: ${held ? 'holds' : 'DOES NOT HOLD'}`;
}

function nearest(row: Row): string {
  const found = best(row);
  if (!found) return '';
  const [title, value] = found;
  return `best peer ${title} ${row.ratio === undefined ? `${number(value)} ${row.unit}` : `× ${number(value)}`}`;
}

/** Columns: what, value with unit, control and ratio where there are some, the bar, the best of the others. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.what,
    `${number(row.value)} ${row.unit}`,
    row.control === undefined ? '' : `control ${number(row.control)}`,
    row.ratio === undefined ? '' : `× ${number(row.ratio)}`,
    bar(row),
    nearest(row),
    row.lazy === undefined ? '' : `lazy control × ${number(row.lazy)}`,
  ]);
  return columns(lines, new Set([1]));
}

/** Everybody: ratios to the plain control, values where there is none. Undefined when nobody else took part. */
export function beside(rows: readonly Row[]): string | undefined {
  const compared = rows.filter((row) => row.peers);
  const titles = [...new Set(compared.flatMap((row) => Object.keys(row.peers!)))];
  if (!titles.length) return undefined;
  const lines = compared.map((row) => {
    const sign = row.ratio === undefined ? '' : '× ';
    const others = titles.map((title) => {
      const other = row.peers![title];
      if (!other) return '–';
      return 'stopped' in other ? `> ${other.stopped} s` : `${sign}${number(other.ratio ?? other.value)}`;
    });
    const what = row.ratio === undefined ? `${row.what}, ${row.unit}` : row.what;
    return [what, `${sign}${number(row.ratio ?? row.value)}`, ...others];
  });
  const all = [['', 'Patto', ...titles], ...lines];
  return columns(all, new Set(titles.map((_, index) => index + 2).concat(1)));
}
