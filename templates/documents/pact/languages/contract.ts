// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a pact says of itself beside the Italian, in the language of a family. */
export const sayings = [
  /** the language by its own name */
  'name',
  'heading',
  /** that only the Italian text binds */
  'binding',
  'objective',
  'result',
  'commitment',
  'meeting',
  'who',
  /** before a date: by when */
  'by',
  /** what signing means */
  'signing',
] as const;

export type Saying = (typeof sayings)[number];

/** Words of one language. What it lacks is said in Italian, and counted. */
export type Sayings = { readonly [saying in Saying]?: string };
