// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Answer } from '../../../runtime/elements/kit/http.ts';
import type { Definition } from '../../../schemas/types.ts';
import {
  type Life,
  askReview,
  decideReview,
  lifeOf,
  schedule,
  unschedule,
  versionOf,
  withdraw,
} from '../../api-life.ts';
import type { Bench } from '../../commands/contract.ts';
import { dayText, momentText, readDay } from '../../parts/moment.ts';
import { Part } from '../../parts/part.ts';
import './compare.ts';

/** From draft to published version and back: review, publishing now or later, withdrawal, older versions. */
@customElement('patto-builder-versions')
export class PattoBuilderVersions extends Part {
  @property({ attribute: false }) bench!: Bench;
  @state() private life: Life | undefined;
  @state() private failed = '';
  /** what is wrong with the last thing asked, and where it was asked */
  @state() private wrong: { readonly at: string; readonly text: string } | undefined;
  @state() private against: { readonly number: number; readonly source: Definition } | undefined;
  private published: number | null | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override willUpdate(): void {
    // The dialog has published meanwhile.
    const { published } = this.bench.editing;
    if (this.published !== undefined && this.published !== published) void this.load();
    this.published = published;
  }

  private async load(): Promise<void> {
    this.failed = '';
    const answer = await lifeOf(this.bench.editing.name);
    if (!answer.ok) {
      this.failed = answer.problem.title;
      return;
    }
    this.life = answer.value;
    const newest = answer.value.published;
    if (newest !== null && this.against?.number !== newest) await this.compareWith(newest);
  }

  private async compareWith(number: number): Promise<void> {
    const version = await versionOf(this.bench.editing.name, number);
    if (version.ok) this.against = { number, source: version.value.source };
    else this.failed = version.problem.title;
  }

  /** Asks the server for something at the revision that is here; says how it went, in its place. */
  private async send(
    at: string,
    done:
      | 'review.sent'
      | 'review.approved-done'
      | 'review.returned-done'
      | 'plan.done'
      | 'plan.undone'
      | 'withdraw.done'
      | 'withdraw.undone',
    work: (rev: number) => Promise<Answer<unknown>>,
  ): Promise<void> {
    const { editing } = this.bench;
    this.wrong = undefined;
    const rev = await editing.flush();
    if (rev === undefined) {
      this.wrong = { at, text: this.say('publish.save-first') };
      return;
    }
    const answer = await work(rev);
    if (!answer.ok) {
      const more = answer.problem.problems?.map(({ message }) => message).join(' ') ?? '';
      const text = answer.problem.status === 412 ? this.say('life.changed') : answer.problem.title;
      this.wrong = { at, text: more === '' ? text : `${text} ${more}` };
    } else this.bench.tellPerson(this.say(done));
    await this.load();
    await this.updateComplete;
    if (answer.ok) this.querySelector<HTMLElement>('h2')?.focus();
    else this.querySelector<HTMLElement>(`[data-at="${at}"] [role="alert"]`)?.focus();
  }

  private value(id: string): string {
    return this.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
  }

  private alert(at: string): TemplateResult | typeof nothing {
    return this.wrong?.at === at
      ? html`<p class="notice bad" role="alert" tabindex="-1">${this.wrong.text}</p>`
      : nothing;
  }

  private step(name: 'draft' | 'review' | 'publish', badge: TemplateResult, body: unknown): TemplateResult {
    return html`<li class="step" data-at=${name}>
      <div class="step-head">
        <h3>${this.say(`life.${name}`)}</h3>
        ${badge}
      </div>
      ${body} ${this.alert(name)}
    </li>`;
  }

  private badge(text: string, kind = ''): TemplateResult {
    return html`<span class="badge ${kind}">${text}</span>`;
  }

  private draft({ published, writers, withdrawn }: Life): TemplateResult {
    const { say } = this;
    const { editing } = this.bench;
    const errors = editing.findings.filter(({ level }) => level === 'error').length;
    const same = editing.same && published !== null;
    const badge = same
      ? this.badge(say('life.same', { number: published }), 'good')
      : this.badge(
          say(published === null ? 'life.first' : 'life.differs', { number: published ?? 0 }),
          'warn',
        );
    return this.step(
      'draft',
      badge,
      html`<p>
          ${errors === 0 ? say('life.no-errors') : say('life.errors', { count: errors })}
          ${
            errors === 0
              ? nothing
              : html`<button
                  class="small quiet"
                  @click=${() => this.tell('builder-view', { view: 'problems' })}
                >
                  ${say('life.see-errors')}
                </button>`
          }
        </p>
        ${same ? nothing : html`<p class="hint">${say('life.writers', { names: writers.join(', ') })}</p>`}
        ${
          withdrawn
            ? html`<p class="notice warn">
                ${say('withdraw.is', { when: momentText(withdrawn.at), name: withdrawn.by })}
                ${withdrawn.note ? html`«${withdrawn.note}»` : nothing}
              </p>`
            : nothing
        }`,
    );
  }

  private review(life: Life): TemplateResult {
    const { say } = this;
    const { review, reviewNeeded } = life;
    const state = review === undefined ? 'none' : review.overtaken ? 'overtaken' : review.state;
    const kind = state === 'approved' ? 'good' : state === 'none' ? (reviewNeeded ? 'warn' : '') : 'warn';
    const badge = this.badge(
      say(state === 'none' ? (reviewNeeded ? 'review.needed' : 'review.optional') : `review.${state}`),
      kind,
    );
    return this.step(
      'review',
      badge,
      html`${
        review === undefined
          ? html`<p>${say(reviewNeeded ? 'review.why-needed' : 'review.why')}</p>`
          : this.reviewStory(review)
      }
      ${review?.state === 'asked' && !review.overtaken && !life.own ? this.decision() : nothing}
      ${this.bench.readonly ? nothing : this.asking(life, state === 'asked')}`,
    );
  }

  private reviewStory(review: NonNullable<Life['review']>): TemplateResult {
    const { say } = this;
    const { askedBy, askedAt, reviewer, note, decidedBy, decidedAt, answer, state } = review;
    const when = momentText(askedAt);
    return html`<p>
        ${reviewer ? say('review.story-of', { askedBy, when, reviewer }) : say('review.story', { askedBy, when })}
        ${note ? html`«${note}»` : nothing}
      </p>
      ${
        decidedBy && decidedAt
          ? html`<p>
              ${say(state === 'approved' ? 'review.approved-by' : 'review.returned-by', {
                name: decidedBy,
                when: momentText(decidedAt),
              })}
              ${answer ? html`«${answer}»` : nothing}
            </p>`
          : nothing
      }
      ${review.overtaken ? html`<p class="notice warn">${say('review.overtaken-text')}</p>` : nothing}`;
  }

  private decision(): TemplateResult {
    const { say } = this;
    const decide = (approve: boolean) =>
      this.send('review', approve ? 'review.approved-done' : 'review.returned-done', (rev) =>
        decideReview(this.bench.editing.name, rev, approve, this.value('review-answer')),
      );
    return html`<div class="ask">
      <label for="review-answer">${say('review.answer')}</label>
      <textarea id="review-answer" rows="2" maxlength="4000"></textarea>
      <div class="cluster">
        <button class="primary" data-approve @click=${() => decide(true)}>${say('review.approve')}</button>
        <button data-return @click=${() => decide(false)}>${say('review.return')}</button>
      </div>
    </div>`;
  }

  private asking({ reviewers }: Life, again: boolean): TemplateResult {
    const { say } = this;
    if (reviewers.length === 0) return html`<p class="hint">${say('review.nobody')}</p>`;
    return html`<details class="ask">
      <summary>${say(again ? 'review.ask-again' : 'review.ask')}</summary>
      <div>
        <label for="reviewer">${say('review.who')}</label>
        <select id="reviewer">
          <option value="">${say('review.anybody')}</option>
          ${reviewers.map(({ id, name, profile }) => html`<option value=${id}>${name} · ${profile}</option>`)}
        </select>
      </div>
      <div>
        <label for="review-note">${say('review.note')}</label>
        <textarea id="review-note" rows="2" maxlength="4000"></textarea>
      </div>
      <button
        data-ask-review
        @click=${() =>
          this.send('review', 'review.sent', (rev) =>
            askReview(this.bench.editing.name, rev, this.value('reviewer'), this.value('review-note')),
          )}
      >
        ${say('review.send')}
      </button>
    </details>`;
  }

  private publishing(life: Life): TemplateResult {
    const { say, bench } = this;
    const plan = life.schedule;
    const badge = plan
      ? this.badge(say('plan.badge', { date: dayText(plan.on) }), plan.failed ? 'bad' : 'good')
      : this.badge(
          life.published === null ? say('state.draft') : say('state.published', { number: life.published }),
          life.published === null ? '' : 'good',
        );
    const open = life.versions.reduce((sum, { drafts }) => sum + drafts, 0);
    return this.step(
      'publish',
      badge,
      html`${open === 0 ? nothing : html`<p>${this.openDrafts(life, open)}</p>`}
      ${
        plan
          ? html`<p>
                ${say('plan.story', { date: dayText(plan.on), name: plan.by })}
                ${plan.note ? html`«${plan.note}»` : nothing} ${plan.changed ? say('plan.changed') : nothing}
              </p>
              ${plan.failed ? html`<p class="notice bad">${say('plan.failed', { when: momentText(plan.failed.at) })}</p>` : nothing}`
          : nothing
      }
      ${
        bench.readonly
          ? nothing
          : html`<div class="cluster">
                <button class="primary" data-publish-now @click=${() => bench.ask('publish', '')}>
                  ${say('life.publish-now')}
                </button>
                ${
                  plan
                    ? html`<button
                        data-unplan
                        @click=${() => this.send('publish', 'plan.undone', () => unschedule(bench.editing.name))}
                      >
                        ${say('plan.take-back')}
                      </button>`
                    : nothing
                }
              </div>
              ${this.planning()}`
      }`,
    );
  }

  /** Who goes on with what, and who works at it. */
  private openDrafts({ workers }: Life, count: number): string {
    const text = this.say(count === 1 ? 'life.open-one' : 'life.open-many', { count });
    return workers.length === 0 ? text : `${text} ${this.say('life.workers', { names: workers.join(', ') })}`;
  }

  private planning(): TemplateResult {
    const { say, bench } = this;
    return html`<details class="ask">
      <summary>${say('plan.open')}</summary>
      <p class="hint">${say('plan.help')}</p>
      <div>
        <label for="plan-day">${say('plan.day')}</label>
        <input
          id="plan-day"
          class="day"
          inputmode="numeric"
          autocomplete="off"
          placeholder=${say('plan.form')}
        />
      </div>
      <div>
        <label for="plan-note">${say('publish.note')}</label>
        <textarea id="plan-note" rows="2" maxlength="1000"></textarea>
      </div>
      <button
        data-plan
        @click=${() => {
          const on = readDay(this.value('plan-day'));
          if (on === undefined) {
            this.wrong = { at: 'publish', text: say('plan.no-day') };
            this.querySelector<HTMLElement>('#plan-day')?.focus();
            return;
          }
          void this.send('publish', 'plan.done', (rev) =>
            schedule(bench.editing.name, rev, on, this.value('plan-note')),
          );
        }}
      >
        ${say('plan.do')}
      </button>
    </details>`;
  }

  private restore(): void {
    const { against, bench } = this;
    if (!against) return;
    const definition = { ...against.source, id: bench.editing.now.id };
    bench.keep({
      definition,
      step: { code: 'version-restored', params: { number: against.number } },
      select: '',
    });
  }

  private withdrawing({ withdrawn, published }: Life): TemplateResult | typeof nothing {
    const { say, bench } = this;
    if (published === null || bench.readonly) return nothing;
    const out = withdrawn === undefined;
    return html`<details class="ask" data-at="withdraw">
      <summary>${say(out ? 'withdraw.open' : 'withdraw.back')}</summary>
      <p>${say(out ? 'withdraw.text' : 'withdraw.back-text')}</p>
      ${
        out
          ? html`<div>
              <label for="withdraw-note">${say('withdraw.note')}</label>
              <textarea id="withdraw-note" rows="2" maxlength="1000"></textarea>
            </div>`
          : nothing
      }
      <button
        class=${out ? 'danger' : ''}
        data-withdraw
        @click=${() =>
          this.send('withdraw', out ? 'withdraw.done' : 'withdraw.undone', async (rev) => {
            const done = await withdraw(bench.editing.name, rev, out, this.value('withdraw-note'));
            if (done.ok) bench.editing.movedTo(done.value.rev);
            return done;
          })}
      >
        ${say(out ? 'withdraw.do' : 'withdraw.back')}
      </button>
      ${this.alert('withdraw')}
    </details>`;
  }

  private list({ versions }: Life): TemplateResult | typeof nothing {
    const { say, against } = this;
    if (versions.length === 0) return nothing;
    return html`<section class="card" aria-labelledby="all-versions">
      <h2 id="all-versions">${say('versions.all')}</h2>
      <ul class="versions">
        ${versions.map(
          ({ number, at, by, drafts }) =>
            html`<li>
              <span><b>${say('versions.one', { number })}</b> · ${momentText(at)} · ${by}</span>
              <span class="hint">${drafts === 0 ? '' : say('versions.drafts', { count: drafts })}</span>
              <button
                class="small"
                data-against=${number}
                aria-pressed=${against?.number === number}
                @click=${() => this.compareWith(number)}
              >
                ${say('versions.compare', { number })}
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private difference(): TemplateResult | typeof nothing {
    const { say, against, bench } = this;
    if (!against) return nothing;
    const { number, source } = against;
    return html`<section class="card" aria-labelledby="side-by-side">
      <div class="step-head">
        <h2 id="side-by-side">${say('compare.heading', { number })}</h2>
        ${
          bench.readonly
            ? nothing
            : html`<button class="small" data-restore @click=${this.restore}>
                ${say('versions.restore', { number })}
              </button>`
        }
      </div>
      <patto-builder-compare
        .older=${source}
        .newer=${bench.editing.now}
        .catalogue=${bench.catalogue}
        .language=${this.language}
        left=${say('versions.one', { number })}
        right=${say('compare.draft')}
        jumps
      ></patto-builder-compare>
    </section>`;
  }

  private reach({ address, qr, withdrawn }: Life): TemplateResult | typeof nothing {
    const { say } = this;
    if (!address || withdrawn || this.life?.published === null) return nothing;
    return html`<section class="card reach" aria-labelledby="reach">
      <div>
        <h2 id="reach">${say('reach.title')}</h2>
        <p><a href=${address} target="_blank" rel="noopener">${address}</a></p>
        <p class="hint">${say('reach.qr')}</p>
      </div>
      ${qr ? html`<img class="qr" src=${qr} alt=${say('reach.qr-alt')} width="160" height="160" />` : nothing}
    </section>`;
  }

  override render() {
    const { say, life } = this;
    if (this.failed)
      return html`<div class="card">
        <p class="notice bad" role="alert">${this.failed}</p>
        <button @click=${this.load}>${say('error.retry')}</button>
      </div>`;
    if (!life) return html`<p role="status">${say('view.loading')}</p>`;
    return html`<div class="stack">
      <section class="card" aria-labelledby="life-title">
        <h2 id="life-title" tabindex="-1">${say('life.title')}</h2>
        <ol class="life">
          ${this.draft(life)} ${this.review(life)} ${this.publishing(life)}
        </ol>
        ${this.withdrawing(life)}
      </section>
      ${this.difference()} ${this.list(life)} ${this.reach(life)}
    </div>`;
  }
}
