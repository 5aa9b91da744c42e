// SPDX-License-Identifier: AGPL-3.0-or-later
// How one runtime takes part: a page module whose named export `adapter` is an Adapter. One adapter runs per page.
//
// Add one: write `bench/peers/adapters/<name>.ts` (it may import its package; esbuild bundles each adapter apart, CSS included)
// and one line in `bench/peers/index.ts`. The bench then runs it beside the controls and checks that it really did
// what was asked: all questions drawn, each key stored, dependants hidden, every error found and drawn.
//
// Per page: prepare → mount → (keys typed into `control`, clicks on `choice`, or `validate`) → unmount.
// `prepare` is not timed: fetch code, translate the spec there; a style sheet that the module imports is there before.
import type { Answers, Spec } from './spec.ts';

export interface Adapter {
  /** Everything before the clock starts. May be called once per page. */
  prepare(spec: Spec, answers: Answers): Promise<void>;
  /** Begins to draw into an empty element; may end later than it returns. May be called again after `unmount`. */
  mount(into: HTMLElement): void | Promise<void>;
  /** The element that one types into or chooses with, of a question that is shown; null, or in something `hidden`, while it is not drawn. Asked at each frame, so cheap. */
  control(key: string): HTMLElement | null;
  /** What is clicked to answer a yes/no question. */
  choice(key: string, yes: boolean): HTMLElement;
  /** What the runtime has stored: as in Answers; undefined: nothing. */
  answer(key: string): unknown;
  /** Checks everything and shows what is wrong; may end later than it returns. */
  validate(): void | Promise<void>;
  /** How many questions show an error now; -1 while more is to be drawn, e.g. a summary. */
  errors(): number;
  /** Takes everything out of the page and lets go of it. */
  unmount(): void;
  /** Of a repeat: puts an empty row after one, or takes an empty one away; what it gives tells whether that is drawn. */
  press?(tool: 'insert' | 'remove', row: number): () => boolean;
  /** The part of the page where the questions stand, for comparing trees; absent: not compared. */
  tree?(): ParentNode;
}
