// SPDX-License-Identifier: BSD-3-Clause
// What is wrong in a form: found by the engine's check or told by the server, kept by place until answers change.
import { check } from '../engine/check.ts';
import { star } from '../engine/pointer.ts';
import { withNumbers } from '../engine/row-ids.ts';
import type { FieldNode } from '../engine/contract.ts';
import type { FormStore, WordedProblem } from './form-store.ts';
import type { Said } from './question.ts';
import { wholly, worded } from './wording.ts';

/** Begins to find problems; what was typed before its reader came is read, and words are said that were missing. */
export async function begin(store: FormStore): Promise<void> {
  const types = new Set(store.outline.fields.map((node) => node.type.type));
  for (const [key, { text, unread }] of store.typing) {
    const path = unread && withNumbers(store.now.answers, key);
    if (path) store.type(path, text);
  }
  store.say(await wholly(store.sayings, types));
  store.problems ??= new Problems(store);
  const late = (path: string) => {
    const node = store.node(path);
    if (!node || node.type.nests || node.value !== undefined) return true;
    if (store.touched.has(store.key(path)) || store.now.hidden.has(path)) return true;
    return store.sayings.input(node).hint?.(node.schema, store.sayings) !== undefined;
  };
  store.tell([...store.wanting, ...store.watched.filter(late)]);
  store.wanting.clear();
}

interface Ranked {
  /** keys and row numbers of its pointer */
  readonly parts: readonly string[];
  readonly rank: number;
}

/** Reading order of two places; rows of one list one after the other. */
function inOrder(one: Ranked, other: Ranked): number {
  const fork = one.parts.findIndex((part, place) => part !== other.parts[place]);
  const rows = Number(one.parts[fork]) - Number(other.parts[fork]);
  return rows || one.rank - other.rank;
}

export class Problems {
  readonly #store: FormStore;
  readonly #found = new Map<string, readonly WordedProblem[]>();
  readonly #told = new Map<string, readonly WordedProblem[]>();

  /** an answer is another since somebody last left a place */
  #changed = true;
  /** field → its place in reading order */
  readonly #ranks: ReadonlyMap<string, number>;

  constructor(store: FormStore) {
    this.#store = store;
    this.#ranks = new Map(store.outline.fields.map((node, place) => [node.pointer, place]));
  }

  #checked(path?: string): readonly WordedProblem[] {
    const { outline, now, context } = this.#store;
    return check(outline, now, context, path);
  }

  /** What is wrong at a place, whether shown to the person or not. */
  #at(path: string): readonly WordedProblem[] {
    let found = this.#found.get(path);
    if (!found) {
      const typing = this.#store.typing.get(this.#store.key(path));
      found = typing?.problem
        ? [{ ...typing.problem, at: path }]
        : this.#checked(path).filter(({ at: place }) => this.#home(place) === path);
      this.#found.set(path, found);
    }
    return [...found, ...(this.#told.get(path) ?? [])];
  }

  /** The field where a problem is said: of a row or an item of a list, the field that holds it. */
  #home(place: string): string {
    let path = place;
    while (path !== '' && !this.#store.node(path)) path = path.slice(0, path.lastIndexOf('/'));
    return path;
  }

  /** What is wrong at a place and may be said. */
  seen(path: string): readonly WordedProblem[] {
    return this.#store.touched.has(this.#store.key(path)) || this.#told.has(path) ? this.#at(path) : [];
  }

  /** The same in words, and what was chosen there and fits no more. */
  said(path: string, node: FieldNode): readonly Said[] {
    const { sayings, parts } = this.#store;
    const outgrown = parts.lists?.outgrown(node, path, this.#store) ?? [];
    return [...this.seen(path), ...outgrown].map((problem) => ({
      level: problem.level,
      said: worded(sayings, problem, node),
    }));
  }

  /** What the server said of a place no longer counts; `below`: nor what is known of anything in it. Gives places where something was wrong. */
  forget(path: string, below = false): readonly string[] {
    this.#told.delete(path);
    if (!below) return [];
    const wrong: string[] = [];
    for (const map of [this.#found, this.#told])
      for (const [each, problems] of map) {
        if (each !== path && !each.startsWith(`${path}/`)) continue;
        if (problems.length) wrong.push(each);
        map.delete(each);
      }
    return wrong;
  }

  /** Answers changed there: what was found is found anew. */
  again(paths: Iterable<string>): void {
    this.#changed = true;
    for (const path of paths) this.#found.delete(path);
  }

  /** A place was left: places elsewhere where something was wrong and may be no longer. */
  left(path: string): readonly string[] {
    if (!this.#changed) return [];
    this.#changed = false;
    const stale = [...this.#found].filter(([each, found]) => each !== path && found.length > 0);
    return stale.map(([each]) => {
      this.#found.delete(each);
      return each;
    });
  }

  /** Everything that is wrong in shown fields under the given ones (all without), from now on shown. */
  all(within?: readonly string[]): readonly WordedProblem[] {
    const store = this.#store;
    const inside = (path: string) =>
      !within || within.some((each) => path === each || path.startsWith(`${each}/`));
    const byPath = new Map<string, WordedProblem[]>();
    const add = (path: string, problem: WordedProblem) => {
      if (inside(path)) byPath.set(path, [...(byPath.get(path) ?? []), problem]);
    };
    const typedWrong = new Set<string>();
    for (const [key, { problem }] of store.typing) {
      const path = problem && withNumbers(store.now.answers, key);
      if (!path || !store.now.shown.has(path)) continue;
      typedWrong.add(path);
      add(path, { ...problem, at: path });
    }
    for (const problem of this.#checked())
      if (!typedWrong.has(problem.at)) add(this.#home(problem.at), problem);
    this.#changed = false;
    const redraw = new Set<string>([...byPath.keys(), ...this.#found.keys()]);
    for (const path of store.now.shown)
      if (inside(path)) {
        store.touched.add(store.key(path));
        this.#found.set(path, byPath.get(path) ?? []);
      }
    for (const [path, told] of this.#told) if (inside(path)) for (const problem of told) add(path, problem);
    store.tell(redraw);
    return [...byPath]
      .map(([path, problems]) => ({ parts: path.split('/'), rank: this.#rank(path), problems }))
      .sort(inOrder)
      .flatMap(({ problems }) => problems);
  }

  #rank(path: string): number {
    return this.#ranks.get(star(path)) ?? -1;
  }

  /** The same without showing anything, for the page around the form. */
  silently(): readonly WordedProblem[] {
    const typed = [...this.#store.typing.values()].flatMap(({ problem }) => (problem ? [problem] : []));
    return [...typed, ...this.#checked()];
  }

  /** Problems that the server found; each stands until its answer changes. */
  told(problems: readonly WordedProblem[]): void {
    for (const problem of problems) {
      const path = this.#home(problem.at);
      this.#told.set(path, [...(this.#told.get(path) ?? []), problem]);
    }
    this.#store.tell(problems.map((problem) => this.#home(problem.at)));
  }
}
