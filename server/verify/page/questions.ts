// SPDX-License-Identifier: AGPL-3.0-or-later
// The checker asks for a digest and goes on at once; a browser answers later. So the whole check is run again
// with the answers that have come in, until it asks nothing new: only a run whose every answer was there counts.

type Answer = Uint8Array | boolean;

interface Inquiry {
  readonly known: Map<string, Answer>;
  readonly open: Map<string, () => Promise<Answer>>;
  /** the buffer of the file: its parts are named by where they stand */
  readonly file: ArrayBufferLike;
}

let current: Inquiry | undefined;

/** A signature needs its digest, its attributes, its token, each of its certificates; no file of ours asks for more. */
const mostRounds = 64;

/** What was answered to this question; `meanwhile` while nothing was. */
export function ask<A extends Answer>(question: string, meanwhile: A, find: () => Promise<A>): A {
  const known = current?.known.get(question);
  if (known !== undefined) return known as A;
  current?.open.set(question, find);
  return meanwhile;
}

/** Names bytes in a question: a part of the file by its place, anything else by its size and what it is. */
export function called(part: Uint8Array): string {
  if (part.buffer === current?.file) return `${part.byteOffset}+${part.length}`;
  let said = `=${part.length}:`;
  for (let at = 0; at < part.length; at += 8192) said += String.fromCharCode(...part.subarray(at, at + 8192));
  return said;
}

/** The result of a check of this file, once all that it asks is answered. */
export async function answered<Result>(file: Uint8Array, run: () => Result): Promise<Result> {
  const known = new Map<string, Answer>();
  for (let round = 0; round < mostRounds; round += 1) {
    const inquiry: Inquiry = { known, open: new Map(), file: file.buffer };
    current = inquiry;
    let result: Result;
    try {
      result = run();
    } finally {
      current = undefined;
    }
    if (inquiry.open.size === 0) return result;
    const found = [...inquiry.open].map(async ([question, find]) => [question, await find()] as const);
    for (const [question, answer] of await Promise.all(found)) known.set(question, answer);
  }
  throw new Error('verify: questions without end');
}
