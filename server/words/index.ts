// SPDX-License-Identifier: AGPL-3.0-or-later
// Sentences by problem code: the server's own over those of the runtime and of the field types.
import type { Words } from '../../runtime/problem.ts';
import type { Sentences } from '../problems.ts';
import { agendaProblems } from './agenda.ts';
import { fileProblems } from './file.ts';
import { problems } from './problems.ts';

/** Joins dictionaries of sentences; a later one does not replace an earlier one. */
export function joinSentences(...others: readonly { readonly [code: string]: Words }[]): Sentences {
  const all = new Map<string, Words>(
    [problems, fileProblems, agendaProblems].flatMap((own) => Object.entries(own)),
  );
  for (const words of others)
    for (const [code, said] of Object.entries(words)) if (!all.has(code)) all.set(code, said);
  return all;
}
