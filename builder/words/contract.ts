// SPDX-License-Identifier: AGPL-3.0-or-later

/** Sentences by key, in Italian and English; `{name}` is replaced by a parameter. */
export interface Pairs {
  readonly [key: string]: readonly [it: string, en: string];
}
