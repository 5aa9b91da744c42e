// SPDX-License-Identifier: BSD-3-Clause
// Keeps the draft: on the device at once, on the server soon after, again and again while the server is away; puts
// together what several people change; sends once.
import type { Answers, Draft } from '../../schemas/types.ts';
import { same } from '../engine/pointer.ts';
import type { FormStore } from './form-store.ts';
import { type FoundKept, type Kept, Keeping, type Outbox } from './keeping.ts';
import type * as Merging from './merging.ts';
import type { Recording } from './recording.ts';
import type { Combined, Conflict, Refusal, Remote, SaveOptions, Saved, Sent } from './remote.ts';

/** How the draft stands; `at` is an ISO date and time. */
export interface SaveState {
  readonly is: 'untouched' | 'unsaved' | 'saving' | 'saved' | 'refused' | 'queued';
  readonly at?: string;
  /** code to resume, once the server has given one */
  readonly code?: string;
  readonly refusal?: Refusal;
}

/** What other people did: for a line beside the state. */
export interface News {
  readonly by?: string;
  readonly taken: readonly string[];
  readonly rescued: readonly string[];
}

export interface SavingParts {
  /** begun with the form */
  readonly recording: Recording;
  draft(): Draft;
  store(): FormStore;
  remote(): Remote | undefined;
  /** an event for the page; the transport comes after */
  fire(draft: Draft): void;
  changed(): void;
  /** the draft that the form was opened with, when the server has it */
  readonly base: Draft | undefined;
}

/** Milliseconds after the last change, at most after the first one, and between tries. */
const SOON = 700;
const LATEST = 1_500;
const TRIES = [1_000, 2_000, 5_000, 15_000, 30_000, 60_000];
/** Trying again by itself helps against these only. */
const passing = new Set(['network', 'unexpected', 'rate-limited', 'too-many', 'stopping', 'signed-out']);

export class Saving {
  readonly #parts: SavingParts;
  readonly keeping: Keeping;
  state: SaveState = { is: 'untouched' };
  /** fields that two people changed, by place */
  conflicts: ReadonlyMap<string, Conflict> = new Map();
  news: News | undefined;
  /** names of others who have the draft open */
  others: readonly string[] = [];
  outbox: Outbox | undefined;
  #base: Draft | undefined;
  /** what this window began with of a draft that no server had yet, as another window did */
  #begun: Draft | undefined;
  #key: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since: number | undefined;
  #busy = false;
  #again = false;
  #stopped = false;
  #tries = 0;
  #underway: Promise<unknown> | undefined;
  #hurry: (() => void) | undefined;
  #merging: typeof Merging | undefined;
  #attending: AbortController | undefined;
  #hearing: AbortController | undefined;
  readonly #channel = globalThis.BroadcastChannel ? new BroadcastChannel('patto') : undefined;
  /** another window sent this draft */
  elsewhere: ((receipt: string) => void) | undefined;

  constructor(parts: SavingParts) {
    this.#parts = parts;
    this.#base = parts.base;
    this.#key = parts.recording.key;
    this.keeping = new Keeping(parts.recording, parts.remote, parts.changed);
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.key !== this.#key) return;
      if (data.sent !== undefined) void this.#ended(data.sent);
      else if (!this.#stopped) void this.pull();
    });
  }

  /** What the device keeps of this window. */
  kept(): Kept {
    const { memo, owner } = this.#parts.remote() ?? {};
    return {
      draft: this.#parts.draft(),
      base: this.#base,
      begun: this.#begun,
      memo,
      owner,
      conflicts: [...this.conflicts.values()],
      outbox: this.outbox,
      key: this.#key,
    };
  }

  #become(state: SaveState): void {
    const code = state.code ?? this.state.code;
    this.state = { ...state, ...(code ? { code } : {}) };
    this.#parts.changed();
  }

  /** Something changed: keep it here at once, save it soon. */
  touch(): void {
    if (this.#stopped) return;
    this.keeping.touch();
    this.#since ??= performance.now();
    const { is, refusal } = this.state;
    if (is === 'refused') {
      // What stands in the way is not solved by typing on; a try that is due comes.
      if (refusal?.code === 'conflict' || refusal?.code === 'gone' || this.#timer !== undefined) return;
    } else if (is === 'untouched' || is === 'saved') this.#become({ is: 'unsaved' });
    this.#after(Math.min(SOON, Math.max(0, LATEST - (performance.now() - this.#since))));
  }

  #after(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), milliseconds);
  }

  /** Saves now; true when the server has it. */
  async save(options: SaveOptions = {}): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#stopped) return false;
    if (this.#busy && !options.last) {
      this.#again = true;
      return false;
    }
    this.#since = undefined;
    const draft = this.#parts.draft();
    this.#parts.fire(draft);
    const remote = this.#parts.remote();
    if (!remote) {
      this.#become({ is: 'untouched' });
      return true;
    }
    this.#busy = true;
    this.#again = false;
    this.#become({ is: 'saving' });
    const underway = this.#exchange(remote, draft, options);
    this.#underway = underway;
    const answer = await underway;
    this.#busy = false;
    if (answer.ok) {
      this.#tries = 0;
      this.#become({
        is: 'saved',
        at: answer.at ?? new Date().toISOString(),
        ...('code' in answer && answer.code ? { code: answer.code } : {}),
      });
      if (remote.place) void this.keeping.write();
    } else {
      this.#become({ is: 'refused', refusal: answer });
      if (passing.has(answer.code)) this.#after(TRIES[Math.min(this.#tries++, TRIES.length - 1)]!);
    }
    if (this.#again && answer.ok) this.#after(0);
    return answer.ok;
  }

  async #exchange(remote: Remote, draft: Draft, options: SaveOptions) {
    const send = this.#settled(draft);
    const named = { ...options, window: this.keeping.id };
    const answer =
      remote.memo || options.last ? await remote.save(send, named) : await this.#first(remote, send, named);
    if (answer.ok) {
      this.#base = send;
      this.#channel?.postMessage({ key: this.#key } satisfies Told);
      return answer;
    }
    if (answer.code === 'conflict' && remote.merge) return this.#combine(remote, send, named);
    return answer;
  }

  /** The first save makes the draft: of windows that have the same one, one makes it, the others join. */
  #first(remote: Remote, send: Draft, options: SaveOptions): Promise<Saved | Refusal> {
    return this.#alone('begin', async () => {
      const kept = remote.place ? await this.keeping.found().catch(() => []) : [];
      const twin = kept.find(({ value }) => value.key === this.#key && value.memo);
      if (twin) {
        remote.memo = twin.value.memo;
        this.#base = this.#begun ?? twin.value.begun ?? twin.value.base;
        return { ok: false, code: 'conflict' };
      }
      const answer = await remote.save(send, options);
      if (answer.ok) {
        this.#base = send;
        await this.keeping.write();
      }
      return answer;
    });
  }

  /** At once, since the page may be going away: where there are conflicts, what handles them is here. */
  #settled(draft: Draft): Draft {
    return this.conflicts.size && this.#merging ? this.#merging.settledDraft(draft, this.conflicts) : draft;
  }

  /** Others saved meanwhile: the server puts both together, the screen shows it. */
  async #combine(remote: Remote, sent: Draft, options: SaveOptions): Promise<Combined | Refusal> {
    try {
      // Before the server is asked: what it has put together must be shown.
      this.#merging ??= await import('./merging.ts');
    } catch {
      return { ok: false, code: 'network' };
    }
    const base = this.#base ?? sent;
    const answer = await remote.merge!(base, sent, options);
    if (!answer.ok) return answer;
    if (JSON.stringify([base.answers, base.typed]) !== JSON.stringify([sent.answers, sent.typed]))
      this.#channel?.postMessage({ key: this.#key } satisfies Told);
    const { reconcile } = this.#merging;
    const now = this.#parts.draft();
    this.conflicts = reconcile(this.#parts.store(), sent, now, answer, this.conflicts);
    this.#base = answer.draft;
    if (answer.taken.length || answer.rescued.length) {
      const { by, taken, rescued } = answer;
      this.news = { taken, rescued, ...(by ? { by } : {}) };
    }
    this.#parts.changed();
    return answer;
  }

  /** Somebody else saved: brings it here. */
  async pull(): Promise<void> {
    const remote = this.#parts.remote();
    if (remote?.place && !remote.memo) return void this.save();
    if (!remote?.merge || this.#busy || this.#stopped || this.outbox) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    const draft = this.#settled(this.#parts.draft());
    const underway = this.#combine(remote, draft, { window: this.keeping.id });
    this.#underway = underway;
    const answer = await underway;
    this.#busy = false;
    if (answer.ok) this.#become({ is: 'saved', at: answer.at ?? new Date().toISOString() });
    else this.#become({ is: 'refused', refusal: answer });
    if (answer.ok) await this.keeping.write();
    else if (passing.has(answer.code)) this.#after(TRIES[Math.min(this.#tries++, TRIES.length - 1)]!);
    if (this.#again) this.#after(0);
  }

  /** The person picks one of two values. */
  async choose(at: string, mine: boolean): Promise<void> {
    const conflict = this.conflicts.get(at);
    if (!conflict) return;
    const { choose } = (this.#merging ??= await import('./merging.ts'));
    this.conflicts = new Map([...this.conflicts].filter(([place]) => place !== at));
    if (!mine) choose(this.#parts.store(), this.#parts.draft(), at, conflict.theirs);
    this.#parts.changed();
    this.touch();
  }

  /** The page goes away: what was not saved goes out now. */
  flush(): void {
    if (this.#timer === undefined && this.keeping.safe) return;
    if (this.state.is === 'untouched') return;
    void this.keeping.write();
    if (this.#timer !== undefined) void this.save({ last: true });
  }

  /** The network is back, or somebody asks for it. */
  retry(): void {
    if (this.outbox) this.#hurry?.();
    else void this.save();
  }

  /** While the form stands in the page: what was not saved goes out when the page goes away. */
  attend(): void {
    const { signal } = (this.#attending = new AbortController());
    const away = (event: Event) => {
      if (event.type === 'pagehide' || document.visibilityState === 'hidden') this.flush();
    };
    addEventListener('pagehide', away, { signal });
    document.addEventListener('visibilitychange', away, { signal });
    const back = () => {
      if (this.state.refusal?.code === 'network') this.retry();
    };
    addEventListener('online', back, { signal });
  }

  /** The form has left the page. */
  leave(): void {
    this.#attending?.abort();
    this.#hearing?.abort();
    this.flush();
    void this.keeping.rest();
  }

  // ── other people and windows ──

  /** Hears of others who have the draft open; not of one that is being sent, which is there no more. */
  async hear(on: boolean): Promise<void> {
    this.#hearing?.abort();
    const remote = this.#parts.remote();
    if (!on || !remote?.watch) return;
    const { signal } = (this.#hearing = new AbortController());
    const { watch } = await import('./watching.ts');
    await watch(remote, signal, {
      others: (names) => {
        const same = names.join() === this.others.join();
        this.others = names;
        if (!same) this.#parts.changed();
      },
      changed: () => this.pull(),
    });
  }

  /** Goes on with what the device kept of another window; others of the same draft are taken up too. */
  async adopt(all: readonly FoundKept[], open: (draft: Draft) => Promise<void>): Promise<void> {
    const [first, ...others] = all;
    if (!first) return;
    const remote = this.#parts.remote()!;
    const { draft, base, memo, conflicts, outbox, key } = first.value;
    this.keeping.become(first);
    await open(draft);
    this.#base = base;
    // Of a window that lives and has saved nothing yet: what both have had, read as it is read here.
    this.#begun = memo ? undefined : first.open ? this.#parts.draft() : first.value.begun;
    remote.memo = memo;
    this.#key = key;
    this.outbox = outbox;
    this.conflicts = new Map(conflicts.map((conflict) => [conflict.at, conflict]));
    if (conflicts.length) this.#merging ??= await import('./merging.ts');
    for (const one of others)
      if (!one.open && one.value.key === key && !outbox) {
        this.#merging ??= await import('./merging.ts');
        const { absorb } = this.#merging;
        const found = absorb(this.#parts.store(), this.#parts.draft(), { ...one.value, at: one.at });
        this.conflicts = new Map([...this.conflicts, ...found.map((each) => [each.at, each] as const)]);
        await this.keeping.write();
        await this.keeping.remove(one.id);
      }
    const code = memo?.['code'];
    this.#become({ is: 'unsaved', ...(typeof code === 'string' ? { code } : {}) });
    if (this.outbox) return;
    if (memo && base) await this.pull();
    else this.touch();
  }

  /** What the server has of a draft that was opened after this began. */
  rebase(draft: Draft): void {
    this.#base = draft;
    this.conflicts = new Map();
    this.#become({ is: 'saved', ...(draft.savedAt ? { at: draft.savedAt } : {}) });
  }

  // ── sending ──

  /**
   * Sends once and only once: under a key that was kept before the first try, one window at a time, again and again
   * until the server has answered. `draft` undefined: goes on with what waits.
   */
  async send(answers?: Answers, draft?: Draft): Promise<Sent | Refusal> {
    const remote = this.#parts.remote()!;
    if (this.conflicts.size) return { ok: false, code: 'unsettled' };
    // A save that arrives after would find the draft gone.
    await this.stop();
    this.#stopped = true;
    if (answers && draft) this.outbox = { answers, draft, since: Date.now() };
    await this.keeping.write();
    const outbox = this.outbox!;
    for (let tries = 0; ; tries += 1) {
      const answer = await this.#alone('send', () => remote.submit!(outbox.answers, outbox.draft, this.#key));
      if (this.#over) return { ok: true, receipt: this.#over.receipt };
      if (answer.ok) {
        this.#channel?.postMessage({ key: this.#key, sent: answer.receipt ?? '' } satisfies Told);
        await this.keeping.end(this.#key);
        return answer;
      }
      if (!passing.has(answer.code)) {
        const refusal = await this.#unsent(remote, answer);
        // Somebody saved, and nothing is other than what the person has confirmed.
        if (refusal.code !== 'changed-meanwhile' || !this.#same(outbox)) return refusal;
        return this.send(outbox.answers, this.#parts.draft());
      }
      this.#become({ is: 'queued', refusal: answer });
      await this.#pause(TRIES[Math.min(tries, TRIES.length - 1)]!);
    }
  }

  #over: { readonly receipt: string } | undefined;

  #same({ answers }: Outbox): boolean {
    return this.conflicts.size === 0 && same(this.#parts.draft().answers, answers);
  }

  /** The server does not take it: the person goes on filling in. */
  async #unsent(remote: Remote, answer: Refusal): Promise<Refusal> {
    this.outbox = undefined;
    this.#stopped = false;
    this.#become({ is: 'unsaved' });
    await this.keeping.write();
    if (answer.code === 'conflict' && remote.merge) {
      await this.pull();
      return { ok: false, code: 'changed-meanwhile' };
    }
    return answer;
  }

  /** Another window sent it. */
  async #ended(receipt: string): Promise<void> {
    this.#over = { receipt };
    await this.stop();
    this.#stopped = true;
    await this.keeping.end(this.#key);
    this.#hurry?.();
    this.elsewhere?.(receipt);
  }

  /** One window at a time. */
  #alone<Value>(what: 'begin' | 'send', act: () => Promise<Value>): Promise<Value> {
    const { locks } = navigator;
    return locks ? locks.request(`patto:${what}:${this.#key}`, act) : act();
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((done) => {
      const go = () => {
        clearTimeout(timer);
        removeEventListener('online', go);
        this.#hurry = undefined;
        done();
      };
      const timer = setTimeout(go, milliseconds);
      addEventListener('online', go);
      this.#hurry = go;
    });
  }

  /** Saves no more; resolves when a save that is on its way has ended. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#again = false;
    await this.#underway;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** What windows of one device tell each other. */
interface Told {
  readonly key: string;
  /** receipt of the submission */
  readonly sent?: string;
}
