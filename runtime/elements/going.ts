// SPDX-License-Identifier: BSD-3-Clause
// What a form does once somebody goes on: checks, moves from page to page, reviews, sends. Fetched when somebody
// turns to the form.
import { html, nothing, type TemplateResult } from 'lit';
import type { Draft } from '../../schemas/types.ts';
import type * as Answering from './answers.ts';
import { review, sent, show, summary } from './ending.ts';
import { sentence } from './errors.ts';
import type { PattoForm, ProblemDetail, SubmitDetail } from './form.ts';
import type { FormStore, WordedProblem } from './form-store.ts';
import type { Refusal } from './remote.ts';

export class Going {
  readonly #form: PattoForm;
  /** problems in the summary */
  #found: readonly WordedProblem[] = [];
  #refusal: Refusal | undefined;
  #receipt = '';
  /** the page's title without what we put before it */
  #title: string | undefined;
  sending = false;

  constructor(form: PattoForm) {
    this.#form = form;
  }

  /** Another store has nothing found yet. */
  forget(): void {
    this.#found = [];
  }

  /** Checks everything, shows what is wrong; true when nothing is. */
  validate(): boolean {
    return this.#show(this.#form.store?.problems.all() ?? []);
  }

  /** Tells a host page's own form how it stands. */
  tellHost(): void {
    const { store, internals, renderRoot } = this.#form;
    if (!store || !internals.form) return;
    const wrong = store.problems.silently().find((problem) => problem.level === 'error');
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
    form.focusNext = 'heading';
    this.#markTitle();
    form.requestUpdate();
  }

  async next(): Promise<void> {
    const form = this.#form;
    const { store, pages, saving } = form;
    const page = pages[form.page];
    if (!page || !store) return;
    if (!this.#show(store.problems.all(store.fieldsOfPage(page)))) return;
    if (form.page + 1 < pages.length) this.#to(form.page + 1);
    else {
      await form.readable(true);
      this.#to(form.page, 'review');
    }
    if (saving?.state.is === 'unsaved') void saving.save();
  }

  previous(): void {
    const { view, page, pages } = this.#form;
    this.#to(view === 'review' ? pages.length - 1 : Math.max(0, page - 1));
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
      form.page = page;
      form.view = 'fill';
    }
    store.turns.hurry();
    await form.updateComplete;
    await new Promise((done) => requestAnimationFrame(done));
    show(form.shadowRoot!, store, path);
  }

  async send(): Promise<void> {
    const form = this.#form;
    const { store } = form;
    if (!store || this.sending) return;
    this.#refusal = undefined;
    this.#busy(true);
    try {
      if (!this.#show(store.problems.all())) return;
      if (!(await this.#compiledCheck(store))) return;
      const draft = form.currentDraft;
      const { answers } = store.now;
      if (!form.fire('patto-submit', { answers, draft } satisfies SubmitDetail, true)) return;
      const saving = await form.keeping();
      const remote = form.transport;
      if (!remote?.submit) return;
      // A save that arrives after would find the draft gone.
      await saving.stop();
      const answer = await remote.submit(answers, draft);
      if (answer.ok) {
        this.#receipt = answer.receipt ?? '';
        form.stage = 'sent';
        form.focusNext = 'heading';
      } else this.#refused(answer, store);
    } finally {
      this.#busy(false);
    }
  }

  #busy(sending: boolean): void {
    this.sending = sending;
    this.#form.requestUpdate();
  }

  /** The compiled check of the version, beside the engine's own. Not reached: the server checks anyway. */
  async #compiledCheck(store: FormStore): Promise<boolean> {
    const { published } = this.#form;
    if (!published) return true;
    const { compiledProblems } = await import('./compiled-check.ts');
    const problems = await compiledProblems(published.check, store.now.answers);
    store.problems.told(problems);
    return this.#show(problems);
  }

  #refused(refusal: Refusal, store: FormStore): void {
    if (refusal.problems?.length) {
      store.problems.told(refusal.problems);
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
    if (form.saving) form.saving.state = { is: 'saved' };
    form.draft = answer.draft;
    form.focusNext = 'heading';
  }

  // ── drawing ──

  /** What stands above the questions: why something was refused, what is wrong. */
  above(store: FormStore): TemplateResult {
    const refusal = this.#refusal;
    return html`${
      refusal
        ? html`<div class="notice error" id="refusal" tabindex="-1" role="group" part="refusal">
            <p>
              ${refusal.message ?? store.sayings.problem({ code: refusal.code, at: '', params: {}, level: 'error' }, undefined)}
            </p>
          </div>`
        : nothing
    }${this.#found.length ? summary(this.#found, store, (path) => void this.go(path)) : nothing}`;
  }

  /** The review, or the receipt; `below`: the buttons. */
  draw(store: FormStore, { answers }: typeof Answering, below: unknown): TemplateResult {
    const { stage, pages } = this.#form;
    if (stage === 'sent') return sent(store, this.#receipt);
    return review(pages, store, {
      answers,
      above: this.above(store),
      below,
      change: (page) => this.#to(pages.indexOf(page)),
    });
  }
}
