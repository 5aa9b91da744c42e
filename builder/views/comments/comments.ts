// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Answer } from '../../../runtime/elements/kit/http.ts';
import { type Thread, beginThread, goOnThread } from '../../api-life.ts';
import type { Bench } from '../../commands/contract.ts';
import type { Handle } from '../../edit/contract.ts';
import { titleOf } from '../../edit/references.ts';
import { places, standsAt } from '../../edit/talks.ts';
import { momentText } from '../../parts/moment.ts';
import { Part } from '../../parts/part.ts';

const filters = ['open', 'resolved', 'gone'] as const;
type Filter = (typeof filters)[number];

/** What people say to each other about the form, question by question. */
@customElement('patto-builder-comments')
export class PattoBuilderComments extends Part {
  @property({ attribute: false }) bench!: Bench;
  @state() private filter: Filter = 'open';
  /** what the next comment is about */
  @state() private about: Handle = '';
  @state() private wrong: { readonly at: string; readonly text: string } | undefined;
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.about = this.bench.chosen;
    void this.bench.editing.hear();
  }

  /** Sends something and says how it went; true when it went. */
  private async send(at: string, work: () => Promise<Answer<Thread>>, done: string): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const answer = await work();
    this.busy = false;
    this.wrong = answer.ok ? undefined : { at, text: answer.problem.title };
    if (!answer.ok) return false;
    this.bench.editing.heard(answer.value);
    this.bench.tellPerson(done);
    return true;
  }

  private async begin(event: Event): Promise<void> {
    event.preventDefault();
    const { bench, about, say } = this;
    const field = this.querySelector<HTMLTextAreaElement>('#comment-text')!;
    const { editing } = bench;
    const text = field.value.trim();
    if (text === '') return field.focus();
    const title = this.nameOf(about);
    const begun = () => beginThread(editing.name, about, title.slice(0, 500), text);
    if (!(await this.send('', begun, say('comments.sent')))) return;
    field.value = '';
    this.filter = 'open';
    field.focus();
  }

  private async reply(event: Event, thread: Thread): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = form.querySelector('textarea')!;
    const text = field.value.trim();
    if (text === '') return field.focus();
    const { editing } = this.bench;
    const said = () => goOnThread(editing.name, thread.id, { text });
    if (!(await this.send(thread.id, said, this.say('comments.sent')))) return;
    field.value = '';
    form.closest('details')?.removeAttribute('open');
  }

  private async resolve(thread: Thread, resolved: boolean): Promise<void> {
    const { editing } = this.bench;
    const place = this.shown().indexOf(thread);
    const done = this.say(resolved ? 'comments.resolved-done' : 'comments.opened-done');
    if (!(await this.send(thread.id, () => goOnThread(editing.name, thread.id, { resolved }), done))) return;
    await this.updateComplete;
    const left = this.querySelectorAll<HTMLElement>('[data-resolve]');
    (left[Math.min(place, left.length - 1)] ?? this.querySelector<HTMLElement>('h2'))?.focus();
  }

  private nameOf(handle: Handle): string {
    return handle === '' ? this.say('problem.form') : titleOf(this.bench.editing.now, handle);
  }

  private kindOf(thread: Thread): Filter {
    if (thread.resolved) return 'resolved';
    return standsAt(this.bench.editing.now, thread) === undefined ? 'gone' : 'open';
  }

  /** Those of the filter, in the order of the form. */
  private shown(): readonly Thread[] {
    const { editing } = this.bench;
    const order = new Map(places(editing.now).map((handle, place) => [handle, place]));
    const place = (thread: Thread): number =>
      order.get(standsAt(editing.now, thread) ?? ' ') ?? Number.MAX_SAFE_INTEGER;
    return editing.threads
      .filter((thread) => this.kindOf(thread) === this.filter)
      .toSorted((a, b) => place(a) - place(b));
  }

  private alert(at: string): TemplateResult | typeof nothing {
    return this.wrong?.at === at ? html`<p class="wrong" role="alert">${this.wrong.text}</p>` : nothing;
  }

  /** Enter with Ctrl or ⌘ sends. */
  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    (event.target as HTMLTextAreaElement).form?.requestSubmit();
  };

  private thread(thread: Thread): TemplateResult {
    const { say } = this;
    const at = standsAt(this.bench.editing.now, thread);
    const title = at === undefined ? thread.title : this.nameOf(at);
    return html`<li class="thread" data-thread=${thread.id}>
      <div class="step-head">
        <h3>${title}</h3>
        <div class="cluster">
          ${at === undefined ? html`<span class="badge warn">${say('comments.is-gone')}</span>` : nothing}
          ${
            at === undefined || at === ''
              ? nothing
              : html`<button
                  class="small quiet"
                  data-jump=${at}
                  @click=${() => this.tell('builder-go', { handle: at })}
                >
                  ${say('problem.go', { title })}
                </button>`
          }
          <button
            class="small"
            data-resolve
            aria-label=${say(thread.resolved ? 'comments.open-of' : 'comments.resolve-of', { title })}
            @click=${() => this.resolve(thread, !thread.resolved)}
          >
            ${say(thread.resolved ? 'comments.open' : 'comments.resolve')}
          </button>
        </div>
      </div>
      <ul class="messages">
        ${thread.messages.map(
          ({ by, at: when, text }) =>
            html`<li>
              <b>${by}</b> <span class="hint">${momentText(when)}</span>
              <p>${text}</p>
            </li>`,
        )}
      </ul>
      ${
        thread.resolved
          ? html`<p class="hint">
              ${say('comments.resolved-by', { name: thread.resolved.by, when: momentText(thread.resolved.at) })}
            </p>`
          : nothing
      }
      <details class="ask">
        <summary>${say('comments.reply')}</summary>
        <form @submit=${(event: Event) => this.reply(event, thread)}>
          <textarea
            rows="2"
            maxlength="4000"
            aria-label=${say('comments.reply-to', { title })}
            @keydown=${this.pressed}
          ></textarea>
          <button class="small">${say('comments.send')}</button>
        </form>
      </details>
      ${this.alert(thread.id)}
    </li>`;
  }

  private writing(): TemplateResult {
    const { say, bench, about } = this;
    const { now } = bench.editing;
    return html`<form class="new-comment" @submit=${this.begin}>
      <div>
        <label for="comment-about">${say('comments.about')}</label>
        <select
          id="comment-about"
          @change=${(event: Event) => {
            this.about = (event.target as HTMLSelectElement).value;
          }}
        >
          ${places(now).map(
            (handle) =>
              html`<option value=${handle} ?selected=${handle === about}>
                ${this.nameOf(handle).slice(0, 90)}
              </option>`,
          )}
        </select>
      </div>
      <div>
        <label for="comment-text">${say('comments.text')}</label>
        <textarea
          id="comment-text"
          rows="2"
          maxlength="4000"
          aria-describedby="comment-keys"
          @keydown=${this.pressed}
        ></textarea>
        <p class="hint" id="comment-keys">${say('comments.keys')}</p>
      </div>
      ${this.alert('')}
      <button class="primary" data-send>${say('comments.send')}</button>
    </form>`;
  }

  override render() {
    const { say, bench } = this;
    const { threads } = bench.editing;
    const count = (kind: Filter): number => threads.filter((thread) => this.kindOf(thread) === kind).length;
    const shown = this.shown();
    return html`<section class="card" aria-labelledby="comments-title">
      <h2 id="comments-title" tabindex="-1">${say('view.comments')}</h2>
      ${this.writing()}
      <div class="pair filters" role="group" aria-label=${say('comments.show')}>
        ${filters.map(
          (filter) =>
            html`<button
              class="small"
              data-filter=${filter}
              aria-pressed=${this.filter === filter}
              @click=${() => {
                this.filter = filter;
              }}
            >
              ${say(`comments.filter-${filter}`, { count: count(filter) })}
            </button>`,
        )}
      </div>
      ${shown.length === 0 ? html`<p role="status">${say('comments.none')}</p>` : nothing}
      <ul class="threads">
        ${repeat(
          shown,
          ({ id }) => id,
          (thread) => this.thread(thread),
        )}
      </ul>
    </section>`;
  }
}
