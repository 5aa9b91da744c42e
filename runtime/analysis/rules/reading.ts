// SPDX-License-Identifier: BSD-3-Clause
// How hard the texts are that families read: Gulpease index, from letters, words and sentences; made for Italian.
import type { Rule } from '../contract.ts';
import { texts } from '../texts.ts';

/** From this index on, who has finished middle school reads by themselves. */
const easy = 60;
/** Fewer words than these say nothing about a style. */
const enough = 12;
/** Longer sentences are lost on the way. */
const longest = 25;

export const reading: Rule = {
  codes: ['hard-to-read', 'long-sentence'],
  *look(ground) {
    for (const { text, at, field, family } of texts(ground)) {
      if (!family) continue;
      const { index, words, longest: most } = gulpease(text);
      if (words >= enough && index < easy)
        yield { code: 'hard-to-read', at, field, params: { index, wanted: easy, words: most } };
      else if (most > longest) yield { code: 'long-sentence', at, field, params: { words: most, wanted: longest } }; // prettier-ignore
    }
  },
};

/** 0 (hardest) to 100; `words` in all and in the longest sentence. Addresses of links are not read. */
export function gulpease(text: string): {
  readonly index: number;
  readonly words: number;
  readonly longest: number;
} {
  const plain = text.replace(/\]\([^)]*\)/g, ']');
  const count = (part: string): number => part.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const sentences = plain.split(/[.!?;:](?=\s|$)|\n+/u).map(count).filter((words) => words > 0); // prettier-ignore
  const words = sentences.reduce((sum, each) => sum + each, 0);
  const letters = plain.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (words === 0) return { index: 100, words, longest: 0 };
  const index = 89 + (300 * sentences.length - 10 * letters) / words;
  return {
    index: Math.round(Math.min(100, Math.max(0, index))),
    words,
    longest: Math.max(...sentences),
  };
}
