// SPDX-License-Identifier: AGPL-3.0-or-later
// What every import must keep: a valid draft, and no piece of the source without a word.
import assert from 'node:assert/strict';
import type { Imported } from '../../../builder/import/contract.ts';
import { loadEngine } from '../../../runtime/engine/load.ts';
import { examine } from '../../../server/compile/examine.ts';

const engine = await loadEngine((source) => new RegExp(source, 'u'));

/** Errors of the draft, as the builder would show them. */
export const errorsOf = ({ definition }: Imported): string[] =>
  examine(structuredClone(definition), engine)
    .findings.filter(({ level }) => level === 'error')
    .map(({ code, at, params }) => `${code} ${at} ${JSON.stringify(params)}`);

/** Each piece is used or listed, never both, and nothing else is. */
export function accounted(result: Imported, pieces: readonly string[]): void {
  const listed = new Set(result.left.flatMap(({ at, also = [] }) => [at, ...also]));
  const taken = new Set(result.taken);
  assert.deepEqual(
    pieces.filter((place) => !taken.has(place) && !listed.has(place)),
    [],
    'dropped in silence',
  );
  assert.deepEqual(
    pieces.filter((place) => taken.has(place) && listed.has(place)),
    [],
    'said to be used, and listed',
  );
  assert.deepEqual(
    [...taken].filter((place) => !pieces.includes(place)),
    [],
    'not in the source',
  );
}

/** What an import comes to, to be compared with another. */
export const outcome = (result: Imported | { refused: string }): string =>
  'definition' in result
    ? JSON.stringify([result.definition, result.left.map(({ at, why }) => `${at} ${why}`)])
    : result.refused;
