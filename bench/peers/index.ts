// SPDX-License-Identifier: AGPL-3.0-or-later
// Other runtimes to stand beside: each a module of this folder that exports an `adapter` (../runtime/adapter.ts).

export interface Peer {
  /** file of this folder, without .ts */
  readonly name: string;
  /** as the table calls it */
  readonly title: string;
  /** fields it is asked to draw at most: beyond, it takes minutes */
  readonly most: number;
}

export const peers: readonly Peer[] = [];
