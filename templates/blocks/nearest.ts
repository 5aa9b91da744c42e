// SPDX-License-Identifier: AGPL-3.0-or-later
// The name that was meant, when one is not there.

/** The name that asks for the fewest changes of letters; undefined when none is near. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(name.length * 0.4));
  const [best] = names
    .map((each) => ({ each, far: distance(name, each) }))
    .sort((a, b) => a.far - b.far || a.each.localeCompare(b.each, 'it'));
  return best && best.far <= limit ? best.each : undefined;
}

/** Letters put in, taken out, changed. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === other ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
