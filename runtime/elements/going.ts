// SPDX-License-Identifier: BSD-3-Clause
// What a form does once somebody goes on: checks, moves from page to page, reviews, sends. Fetched when somebody
// turns to the form.
import { html, nothing, type TemplateResult } from 'lit';
import type { Answers, Draft } from '../../schemas/types.ts';
import type * as Answering from './answers.ts';
import type * as Conflicts from './conflicts.ts';
import { dress } from './css.ts';
import { workSheet } from './css-work.ts';
import { review, sent, show, summary } from './ending.ts';
import { sentence } from './errors.ts';
import type { PattoForm, ProblemDetail, SubmitDetail } from './form.ts';
import type { FormStore, WordedProblem } from './form-store.ts';
import { published } from './published.ts';
import type * as Queue from './queue.ts';
import type { Refusal } from './remote.ts';
import { othersLine } from './others.ts';
import { worded } from './wording.ts';

/** Lists in whose rows a place stands: /nucleo/3/figli/0/eta → /nucleo, /nucleo/3/figli. */
const rowsAround = (path: string): readonly string[] =>
  [...path.matchAll(/\/\d+(?=\/|$)/g)].map(({ index }) => path.slice(0, index));

export class Going {
  readonly #form: PattoForm;
  /** problems in the summary */
  #found: readonly WordedProblem[] = [];
  #refusal: Refusal | undefined;
  #receipt = '';
  /** the page's title without what we put before it */
  #title: string | undefined;
  #sentAt = 0;
  #conflicts: typeof Conflicts | undefined;
  #queue: typeof Queue | undefined;
  #sheltered = false;
  sending = false;
  /** one answer is put right: from there the way goes back to the review */
  correcting = false;

  constructor(form: PattoForm) {
    this.#form = form;
    dress(form.renderRoot, workSheet);
  }

  /** Another store has nothing found yet. */
  forget(): void {
    this.#found = [];
  }

  /** Checks everything, shows what is wrong; true when nothing is. */
  validate(): boolean {
    return this.#show(this.#form.store?.problems?.all() ?? []);
  }

  /** Tells a host page's own form how it stands. */
  tellHost(): void {
    const { store, internals, renderRoot } = this.#form;
    if (!store || !internals.form) return;
    const wrong = store.problems!.silently().find((problem) => problem.level === 'error');
    const anchor = wrong && renderRoot.querySelector<HTMLElement>('patto-field');
    if (wrong) internals.setValidity({ customError: true }, sentence(wrong, store), anchor ?? undefined);
    else internals.setValidity({});
  }

  // ── moving ──

  /** Shows problems; true when none of them is an error. */
  #show(problems: readonly WordedProblem[]): boolean {
    const form = this.#form;
    const wrong = problems.filter((problem) => problem.level === 'error');
    // Questions alone have no summary: who embeds them says what follows.
    this.#found = form.bare ? [] : wrong;
    if (wrong.length) {
      form.focusNext = 'errors';
      form.fire('patto-problem', { problems } satisfies ProblemDetail);
    }
    this.#markTitle();
    form.requestUpdate();
    return wrong.length === 0;
  }

  #markTitle(): void {
    const { titleErrors, store } = this.#form;
    if (!titleErrors) return;
    this.#title ??= document.title;
    document.title = (this.#found.length ? store!.sayings.say('errorPrefix') : '') + this.#title;
  }

  #to(page: number, view: 'fill' | 'review' = 'fill'): void {
    const form = this.#form;
    form.page = page;
    form.view = view;
    this.#found = [];
    this.#refusal = undefined;
    if (view === 'review') this.correcting = false;
    form.focusNext = 'heading';
    this.#markTitle();
    form.requestUpdate();
    // One question alone is where one writes.
    if (view === 'fill' && form.steps) void this.#ask();
  }

  async #ask(): Promise<void> {
    const form = this.#form;
    const { store, pages, page } = form;
    const path = pages[page] && store?.fieldsOfPage(pages[page]).find((each) => store.now.shown.has(each));
    if (!path || !store) return;
    await form.updateComplete;
    const root = form.shadowRoot!;
    // A control that comes late is waited for, as long as nobody has gone elsewhere.
    for (let frames = 0; frames < 60 && pages[form.page] === pages[page]; frames++) {
      await new Promise((done) => requestAnimationFrame(done));
      show(root, store, path);
      if (root.activeElement?.closest('patto-field')) return;
    }
  }

  async next(): Promise<void> {
    const form = this.#form;
    const { store, pages, onScreen, saving } = form;
    const last = onScreen.at(-1);
    if (!last || !store) return;
    if (!this.#show(store.problems!.all(onScreen.flatMap((page) => store.fieldsOfPage(page))))) return;
    const after = pages.indexOf(last) + 1;
    if (after < pages.length && !this.correcting) this.#to(after);
    else {
      await form.readable(true);
      this.#to(form.page, 'review');
    }
    if (saving?.state.is === 'unsaved') void saving.save();
  }

  previous(): void {
    const { view, page, pages } = this.#form;
    const { pace } = this.#form;
    this.#to(view === 'review' ? (pace === 'all' ? 0 : pages.length - 1) : Math.max(0, page - 1));
  }

  /** Leads to a field, on whatever page it is. */
  async go(path: string): Promise<void> {
    const form = this.#form;
    const { store } = form;
    if (!store) return;
    const page = form.pages.findIndex((each) =>
      store.fieldsOfPage(each).some((field) => path === field || path.startsWith(`${field}/`)),
    );
    if (page >= 0 && (page !== form.page || form.view !== 'fill')) {
      form.page = form.pace === 'all' ? 0 : page;
      form.view = 'fill';
    }
    store.turns.hurry();
    store.sought = path;
    store.tell(rowsAround(path));
    await form.updateComplete;
    await new Promise((done) => requestAnimationFrame(done));
    store.sought = undefined;
    show(form.shadowRoot!, store, path);
  }

  async send(): Promise<void> {
    const form = this.#form;
    const { store } = form;
    if (!store || this.sending) return;
    this.#refusal = undefined;
    this.#busy(true);
    try {
      if (!this.#show(store.problems!.all())) return;
      if (!(await this.#compiledCheck(store))) return;
      const draft = form.currentDraft;
      const { answers } = store.now;
      if (!form.fire('patto-submit', { answers, draft } satisfies SubmitDetail, true)) return;
      await form.keeping();
      if (form.transport?.submit) await this.deliver(answers, draft);
    } finally {
      this.#busy(false);
    }
  }

  /** Sends; resolves when it has arrived or the server does not take it. Without answers: what waits to be sent. */
  async deliver(answers?: Answers, draft?: Draft): Promise<void> {
    const form = this.#form;
    const saving = form.saving!;
    void saving.hear(false);
    const answer = await saving.send(answers, draft);
    if (answer.ok) return this.#arrived(answer.receipt ?? '');
    void saving.hear(true);
    form.stage = 'ready';
    this.#refused(answer, form.store!);
  }

  #arrived(receipt: string): void {
    this.#receipt = receipt;
    this.#sentAt = Date.now();
    this.#form.stage = 'sent';
    this.#form.focusNext = 'heading';
  }

  /** Saving stands otherwise than before: what shows it is fetched, and drawn. */
  async saved(): Promise<void> {
    const form = this.#form;
    const saving = form.saving!;
    saving.elsewhere = (receipt) => this.#arrived(receipt);
    if (!this.#sheltered) void this.#shelter();
    if (saving.conflicts.size) this.#conflicts ??= await import('./conflicts.ts');
    if (saving.state.is === 'queued') {
      this.#queue ??= await import('./queue.ts');
      form.answering ??= await import('./answers.ts');
      if (form.stage !== 'queued') form.focusNext = 'heading';
      form.stage = 'queued';
    }
    form.requestUpdate();
  }

  /** What may be needed while there is no network comes while there is one. */
  async #shelter(): Promise<void> {
    this.#sheltered = true;
    if (this.#form.bare) return;
    await new Promise((done) => (window.requestIdleCallback ?? setTimeout)(() => done(undefined)));
    const parts = [
      this.#form.readable(),
      import('./compiled-check.ts'),
      import('./merging.ts'),
      import('./queue.ts'),
    ];
    await Promise.allSettled(parts);
  }

  #busy(sending: boolean): void {
    this.sending = sending;
    this.#form.requestUpdate();
  }

  /** The compiled check of the version, beside the engine's own. Not reached: the server checks anyway. */
  async #compiledCheck(store: FormStore): Promise<boolean> {
    const { published } = this.#form;
    if (!published) return true;
    const late = await import('./compiled-check.ts').catch(() => undefined);
    const problems = (await late?.compiledProblems(published.check, store.now.answers)) ?? [];
    store.problems!.told(problems);
    return this.#show(problems);
  }

  #refused(refusal: Refusal, store: FormStore): void {
    if (refusal.problems?.length) {
      store.problems!.told(refusal.problems);
      this.#show(refusal.problems);
    } else this.#refuse(refusal);
  }

  #refuse(refusal: Refusal): void {
    this.#refusal = refusal;
    this.#form.focusNext = 'refusal';
    this.#form.requestUpdate();
  }

  /** Goes on with a draft of another time or window. */
  async load(load: Promise<{ ok: true; draft: Draft } | Refusal> | undefined): Promise<void> {
    const form = this.#form;
    const answer = await load;
    if (!answer) return;
    if (!answer.ok) return this.#refuse(answer);
    this.#refusal = undefined;
    form.draft = answer.draft;
    await form.updateComplete;
    form.saving?.rebase(answer.draft);
    form.focusNext = 'heading';
  }

  // ── drawing ──

  /** What stands above the questions: why something was refused, what is wrong. */
  above(store: FormStore): TemplateResult {
    const refusal = this.#refusal;
    const { saving } = this.#form;
    return html`${this.#version(store)}${saving && othersLine(saving, store.sayings)}${
      saving && this.#conflicts?.conflicts(saving, store, (path) => void this.go(path))
    }${
      refusal
        ? html`<div class="notice error" id="refusal" tabindex="-1" role="group" part="refusal">
            <p>
              ${
                refusal.message ??
                (store.sayings.say(refusal.code as 'gone') ||
                  worded(
                    store.sayings,
                    { code: refusal.code, at: '', params: {}, level: 'error' },
                    undefined,
                  ))
              }
            </p>
          </div>`
        : nothing
    }${this.#found.length ? summary(this.#found, store, (path) => void this.go(path)) : nothing}`;
  }

  /** A draft stays on the version that it was begun with. */
  #version({ sayings }: FormStore): unknown {
    const { form, published: own } = this.#form;
    const n = own?.number ?? 0;
    const newest = form === undefined ? 0 : (published.get(form)?.number ?? 0);
    return newest > n && n > 0
      ? html`<p class="hint" part="version">${sayings.say('onVersion', { n, newest })}</p>`
      : nothing;
  }

  /** The review, or the receipt; `below`: the buttons. */
  draw(store: FormStore, { answers }: typeof Answering, below: unknown): TemplateResult {
    const form = this.#form;
    const { stage, pages } = form;
    if (stage === 'sent') return sent(store, this.#receipt, this.#sentAt);
    if (stage === 'queued') return this.#queue!.queued(form.saving!, store.sayings);
    return review(form.chapters, store, {
      answers,
      step: form.pace === 'all' ? undefined : form.step(pages.length + 1),
      above: html`${form.noAids ? nothing : form.aids(store)}${this.above(store)}`,
      below,
      change: (path) => {
        this.#found = [];
        this.correcting = true;
        void this.go(path);
      },
    });
  }
}
