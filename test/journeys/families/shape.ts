// SPDX-License-Identifier: AGPL-3.0-or-later
// What each invented family comes to: what its case shows, what its forms hold and work out, what its documents say,
// and what they must never say.
import type { Answers } from '../../../schemas/types.ts';

export interface CaseSeen {
  readonly case: { readonly route?: { readonly queue?: string }; readonly measure: string };
  readonly terms: readonly {
    readonly id: string;
    readonly due: string;
    readonly met?: string;
  }[];
  readonly phases: readonly {
    readonly definitions: readonly {
      readonly id: string;
      readonly submissions: readonly { readonly id: string; readonly submittedAt: string }[];
    }[];
  }[];
  readonly documents: readonly { readonly id: string; readonly kind: string; readonly copy: string }[];
}

/** A submission as its reader has it. */
export interface Sent {
  readonly answers: Answers;
  readonly outcome?: { readonly suggested?: string; readonly reason?: string };
}

/** term → day on which it is due */
export type Due = { readonly [term: string]: string };

export interface Expected {
  /** queue that the table of routing names */
  readonly queue: string;
  /** at the end */
  readonly due: Due;
  /** the day on which a definition is filled in, once it is */
  readonly after?: { readonly [definition: string]: Due };
  /** on the page of the case */
  readonly text: readonly string[];
  /** definition → what its newest submission holds, worked out answers included: see `same` */
  readonly answers?: { readonly [definition: string]: Answers };
  /** definition → why the table suggests its outcome */
  readonly reasons?: { readonly [definition: string]: RegExp };
  /** `<kind> <copy>` → what stands in its file */
  readonly documents: { readonly [file: string]: readonly RegExp[] };
  /** `<kind> <copy>`, or `* <copy>` for all of them */
  readonly never: { readonly [file: string]: readonly RegExp[] };
}

/** What the law says to who may lose the benefit. */
export const sanctions = /perde il beneficio|obbligo di legge|decadenza|decad|sospes/i;

/** What a document says, whichever page each row stands on and without what is drawn by lot: codes, fingerprints. */
export const whole = (text: string): string =>
  text
    .replaceAll(/(?:Copia interna · )?pagina \d+ di \d+ [^·]{0,60} · impronta(?: [0-9a-f]{4}){4} /g, '')
    .replaceAll(
      /\b(?!INPS-)[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b|\b[0-9a-f]{4}(?: [0-9a-f]{4}){3}\b|\b[0-9a-f]{64}\b/g,
      '…',
    );

/**
 * Where answers are not what is wanted, as lines to read: of objects the keys that are wanted, of lists every row in its
 * place; `undefined` is wanted where there must be no answer.
 */
export function unlike(actual: unknown, wanted: unknown, at = ''): string[] {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(actual) || actual.length !== wanted.length)
      return [`${at}: ${JSON.stringify(actual)}, not ${wanted.length} of them`];
    return wanted.flatMap((one, index) => unlike(actual[index], one, `${at}/${index}`));
  }
  if (typeof wanted === 'object' && wanted !== null)
    return Object.entries(wanted).flatMap(([key, one]) =>
      unlike((actual as { readonly [key: string]: unknown } | undefined)?.[key], one, `${at}/${key}`),
    );
  return actual === wanted ? [] : [`${at}: ${JSON.stringify(actual)}, not ${JSON.stringify(wanted)}`];
}

/** Rows from a table: the first line names the keys; an empty cell is an answer that must not be there. */
export const rows = (keys: readonly string[], ...lines: readonly (readonly unknown[])[]): object[] =>
  lines.map((line) => Object.fromEntries(keys.map((key, index) => [key, line[index]])));

/** Levels of a grid by code of the dimension, from the first number on; an empty one has no answer. */
export const levels = (code: string, given: readonly (number | undefined)[], from = 1): Answers =>
  Object.fromEntries(given.map((level, index) => [`${code}${from + index}`, level && String(level)]));
