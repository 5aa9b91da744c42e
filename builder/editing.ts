// SPDX-License-Identifier: AGPL-3.0-or-later
// One definition open for editing, without a screen: its history, how its saving stands, what lint finds in it.
import type { HttpProblem } from '../runtime/elements/kit/http.ts';
import type { Context, Definition } from '../schemas/types.ts';
import {
  type DoneStep,
  type SaidFinding,
  changesOf,
  createDefinition,
  findingsOf,
  freeId,
  listDefinitions,
  openDefinition,
  putDefinition,
} from './api.ts';
import { type Thread, commentsOn } from './api-life.ts';
import type { Handle, Step } from './edit/contract.ts';
import { type History, begin, record, redo, settled, undo } from './edit/history.ts';
import { talksBy } from './edit/talks.ts';
import { namesIn, sampleContext } from './sample-context.ts';
import { type SaveState, Saving, keptOf } from './saving.ts';

const noTalks: ReadonlyMap<Handle, number> = new Map();

function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** Nothing is chosen together with it. */
export const alone: readonly Handle[] = [];

export class Editing {
  readonly name: string;
  history: History;
  save: SaveState = { is: 'clean', at: undefined };
  findings: readonly SaidFinding[] = [];
  /** all that are chosen together, in no order; none where it is one */
  together: readonly Handle[] = alone;
  /** number of the version in use; null: never published */
  published: number | null;
  /** what stands in for a case; undefined while it is being made */
  context: Context | undefined;
  /** is what is here what was published? */
  same = false;
  /** was work found again that a killed tab had not saved? */
  restored = false;
  /** what people say about it */
  threads: readonly Thread[] = [];
  /** what the context was made for */
  private named: string | undefined;
  /** steps that no save has told the server yet */
  private untold: readonly { readonly done: DoneStep; readonly topic?: string | undefined }[] = [];
  private readonly saving: Saving;
  private readonly changed: () => void;
  /** calendar date of the session */
  private readonly today: string;

  private constructor(
    name: string,
    opened: { readonly definition: Definition; readonly rev: number; readonly published: number | null },
    keep: Storage | undefined,
    today: string,
    changed: () => void,
  ) {
    this.name = name;
    this.today = today;
    this.changed = changed;
    this.history = begin(opened.definition);
    this.published = opened.published;
    this.saving = new Saving(name, opened.rev, {
      put: async (edited, expected, keepalive) => {
        const told = this.untold;
        const put = await putDefinition(
          name,
          edited,
          expected,
          keepalive,
          told.map(({ done }) => done),
        );
        if (put.ok) this.untold = this.untold.filter((one) => !told.includes(one));
        return put.ok ? { ok: true, rev: put.value?.rev ?? put.rev ?? expected + 1 } : put;
      },
      changed: (save) => {
        this.save = save;
        changed();
      },
      saved: () => {
        void this.check();
        void this.surround();
      },
      keep,
    });
  }

  /** Opens a definition from the server; `changed` is called whenever something here is different. */
  static async open(
    name: string,
    readonly: boolean,
    today: string,
    changed: () => void,
  ): Promise<Editing | HttpProblem> {
    const answer = await openDefinition(name);
    if (!answer.ok) return answer.problem;
    const keep = readonly ? undefined : storage();
    const opened = { ...answer.value, rev: answer.rev ?? answer.value.rev };
    const editing = new Editing(name, opened, keep, today, changed);
    editing.restore(keep);
    void editing.check();
    void editing.compare();
    void editing.surround();
    void editing.hear();
    return editing;
  }

  get now(): Definition {
    return this.history.now;
  }

  /** Is everything on the server? */
  get done(): boolean {
    return this.saving.done;
  }

  keep(definition: Definition, step: Step, chosen: Handle, topic?: string): void {
    const next = record(this.history, definition, step, chosen, topic);
    if (next === this.history) return;
    this.history = next;
    this.tell(step, topic);
    this.same = false;
    this.saving.change(definition);
    this.changed();
    void this.follow(step, false);
  }

  /** What is printed names questions, too: its texts follow a new name, also back and forth in the history. */
  private async follow(step: Step, back: boolean): Promise<void> {
    if (step.code !== 'key') return;
    // One after the other: the second begins from what the first has left.
    this.following = this.following.then(async () => {
      const { textsFollow } = await import('./views/document/unsaved.ts');
      const count = await textsFollow(this.name, step, back);
      if (count > 0) this.news?.(count);
    });
    await this.following;
  }
  private following: Promise<void> = Promise.resolve();
  /** hears in how many places the text of a document has followed */
  news: ((places: number) => void) | undefined;

  /** Letters typed in a row are told as one step. */
  private tell(done: DoneStep, topic?: string): void {
    const before = this.untold.at(-1);
    const joins = topic !== undefined && before?.topic === topic;
    this.untold = [...(joins ? this.untold.slice(0, -1) : this.untold), { done, topic }];
  }

  /** Asks what people say about it. */
  async hear(): Promise<void> {
    const answer = await commentsOn(this.name);
    if (!answer.ok) return;
    this.threads = answer.value.items;
    this.changed();
  }

  /** A thread that has just been begun or gone on with. */
  heard(thread: Thread): void {
    const there = this.threads.some(({ id }) => id === thread.id);
    this.threads = there
      ? this.threads.map((one) => (one.id === thread.id ? thread : one))
      : [...this.threads, thread];
    this.changed();
  }

  /** How many open threads each thing has; the same map while nothing is different. */
  get talks(): ReadonlyMap<Handle, number> {
    const { counted, threads, now } = this;
    if (counted?.of === threads && counted.in === now) return counted.talks;
    const talks = threads.length === 0 ? noTalks : talksBy(now, threads);
    this.counted = { of: threads, in: now, talks };
    return talks;
  }
  private counted: { of: readonly Thread[]; in: Definition; talks: ReadonlyMap<Handle, number> } | undefined;

  /** One step back or forward; undefined when there is none. */
  travel(back: boolean): { readonly step: Step; readonly select: Handle } | undefined {
    const went = (back ? undo : redo)(this.history);
    if (!went) return undefined;
    this.history = went.history;
    this.tell(back ? { ...went.step, back: true } : went.step);
    this.saving.change(went.history.now);
    this.changed();
    void this.follow(went.step, back);
    return went;
  }

  /** The next letter is a new step. */
  settle(): void {
    this.history = settled(this.history);
  }

  /** Saves what is left; the revision that is then on the server, undefined when it is not all there. */
  async flush(keepalive = false): Promise<number | undefined> {
    return (await this.saving.flush(keepalive)) ? this.saving.rev : undefined;
  }

  close(): void {
    void this.flush(true);
    this.saving.stop();
  }

  publishedAs(number: number, rev: number | undefined): void {
    this.published = number;
    this.same = true;
    if (rev !== undefined) this.saving.rev = rev;
    this.changed();
  }

  /** The server's record moved on, and nothing in the definition with it. */
  movedTo(rev: number): void {
    this.saving.rev = rev;
  }

  /** After a conflict: the other version, as a step that undo takes back. */
  async takeTheirs(chosen: Handle): Promise<HttpProblem | undefined> {
    const answer = await openDefinition(this.name);
    if (!answer.ok) return answer.problem;
    this.saving.settle(answer.rev ?? answer.value.rev);
    this.history = record(
      this.history,
      answer.value.definition,
      { code: 'other-loaded', params: {} },
      chosen,
    );
    this.published = answer.value.published;
    this.changed();
    void this.check();
    return undefined;
  }

  /** After a conflict: what is here under a new name; its id. */
  async keepMine(suffix: string): Promise<string | HttpProblem> {
    const list = await listDefinitions();
    const title = `${this.now.title} ${suffix}`;
    const id = freeId(title, list.ok ? list.value.items.map((item) => item.id) : [this.name]);
    const answer = await createDefinition({ ...this.now, id, title });
    if (!answer.ok) return answer.problem;
    this.saving.settle(this.saving.rev);
    return id;
  }

  /** Work of a killed tab that never reached the server. */
  private restore(keep: Storage | undefined): void {
    const kept = keptOf(keep, this.name);
    if (!kept || JSON.stringify(kept.definition) === JSON.stringify(this.now)) return;
    // The revision it was made from is what the server must compare with.
    this.saving.rev = kept.rev;
    this.keep(kept.definition, { code: 'restored', params: {} }, '');
    this.restored = true;
  }

  /** What is found in it, in the language of the page. */
  async check(): Promise<void> {
    const answer = await findingsOf(this.name);
    if (!answer.ok) return;
    this.findings = answer.value.findings;
    this.changed();
  }

  /** The context, made anew when what the definition reads has changed. */
  private async surround(): Promise<void> {
    const named = namesIn(this.now);
    if (named === this.named) return;
    this.named = named;
    const context = await sampleContext(this.name, this.today, document.documentElement.lang || 'it');
    if (named !== this.named) return;
    this.context = context;
    this.changed();
  }

  private async compare(): Promise<void> {
    if (this.published === null) return;
    const answer = await changesOf(this.name);
    if (!answer.ok || this.history.past.length > 0) return;
    this.same = answer.value.changes.length === 0;
    this.changed();
  }
}
