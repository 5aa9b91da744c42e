// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Definition } from '../../../schemas/types.ts';
import { type ToldMoment, momentAt, momentsOf } from '../../api-life.ts';
import type { Bench } from '../../commands/contract.ts';
import { dayOf, hourText, momentText } from '../../parts/moment.ts';
import { Part } from '../../parts/part.ts';
import { say as sayIn } from '../../words.ts';
import '../versions/compare.ts';

/** Of one save, so many steps are named at once. */
const named = 6;

/** What was done to the form, save by save: who, when, what; any moment can be looked at and had again. */
@customElement('patto-builder-history')
export class PattoBuilderHistory extends Part {
  @property({ attribute: false }) bench!: Bench;
  @state() private items: readonly ToldMoment[] | undefined;
  @state() private next: string | undefined;
  @state() private failed = '';
  @state() private looked: { readonly moment: ToldMoment; readonly definition: Definition } | undefined;
  /** when what is here was last saved */
  private saved: Date | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override willUpdate(): void {
    const { save } = this.bench.editing;
    const at = save.is === 'clean' ? save.at : this.saved;
    if (at !== this.saved && this.items) void this.load();
    this.saved = at;
  }

  /** The newest page; what was loaded after it stays where it still follows. */
  private async load(): Promise<void> {
    this.failed = '';
    const answer = await momentsOf(this.bench.editing.name);
    if (!answer.ok) {
      this.failed = answer.problem.title;
      return;
    }
    const { items, next } = answer.value;
    const oldest = items.at(-1)?.rev ?? 0;
    const older = (this.items ?? []).filter(({ rev }) => rev < oldest);
    const follows = older.length > 0 && older[0]!.rev >= oldest - 2;
    this.items = follows ? [...items, ...older] : items;
    if (!follows) this.next = next;
  }

  private async more(): Promise<void> {
    const answer = await momentsOf(this.bench.editing.name, this.next);
    if (!answer.ok) {
      this.bench.tellPerson(answer.problem.title);
      return;
    }
    const place = this.items?.length ?? 0;
    this.items = [...(this.items ?? []), ...answer.value.items];
    this.next = answer.value.next;
    await this.updateComplete;
    this.querySelectorAll<HTMLElement>('.moments > li')[place]?.querySelector('button')?.focus();
  }

  private async definitionAt({ rev }: ToldMoment): Promise<Definition | undefined> {
    const answer = await momentAt(this.bench.editing.name, rev);
    if (answer.ok) return answer.value.definition;
    this.bench.tellPerson(answer.problem.title);
    return undefined;
  }

  private async look(moment: ToldMoment): Promise<void> {
    const definition = await this.definitionAt(moment);
    if (!definition) return;
    this.looked = { moment, definition };
    await this.updateComplete;
    this.querySelector<HTMLElement>('#looked')?.focus();
  }

  private async restore(moment: ToldMoment): Promise<void> {
    const definition = await this.definitionAt(moment);
    if (!definition) return;
    this.bench.keep({
      definition,
      step: { code: 'moment-restored', params: { when: momentText(moment.at) } },
      select: '',
    });
    this.looked = undefined;
  }

  private steps({ steps, published, rev }: ToldMoment): TemplateResult {
    const { say, language } = this;
    const texts = steps.map(({ code, params, back }) => {
      const text = sayIn(language, `step.${code}`, params);
      return back ? say('undone', { step: text }) : text;
    });
    if (published !== undefined) texts.push(say('publish.done', { number: published }));
    if (texts.length === 0) texts.push(say(rev === 1 ? 'history.made' : 'history.saved'));
    return html`<ul>
      ${texts.slice(0, named).map((text) => html`<li>${text}</li>`)}
      ${texts.length > named ? html`<li class="hint">${say('history.steps', { count: texts.length - named })}</li>` : nothing}
    </ul>`;
  }

  private moment(moment: ToldMoment, newest: boolean): TemplateResult {
    const { say, bench } = this;
    const when = momentText(moment.at);
    return html`<li data-rev=${moment.rev}>
      <time datetime=${moment.at}>${hourText(moment.at)}</time>
      <div>${this.steps(moment)}<span class="who">${moment.by}</span></div>
      <div class="cluster">
        ${
          newest
            ? html`<span class="badge good">${say('history.now')}</span>`
            : html`<button
                  class="small"
                  data-look=${moment.rev}
                  aria-label=${say('history.look-at', { when })}
                  @click=${() => this.look(moment)}
                >
                  ${say('history.look')}
                </button>
                ${
                  bench.readonly
                    ? nothing
                    : html`<button
                        class="small"
                        data-restore=${moment.rev}
                        aria-label=${say('history.restore-to', { when })}
                        @click=${() => this.restore(moment)}
                      >
                        ${say('history.restore')}
                      </button>`
                }`
        }
      </div>
    </li>`;
  }

  private compared(): TemplateResult | typeof nothing {
    const { say, looked, bench } = this;
    if (!looked) return nothing;
    const when = momentText(looked.moment.at);
    return html`<section class="card" aria-labelledby="looked">
      <div class="step-head">
        <h2 id="looked" tabindex="-1">${say('history.looked', { when })}</h2>
        <button
          class="small"
          @click=${() => {
            this.looked = undefined;
          }}
        >
          ${say('close')}
        </button>
      </div>
      <patto-builder-compare
        .older=${looked.definition}
        .newer=${bench.editing.now}
        .catalogue=${bench.catalogue}
        .language=${this.language}
        left=${when}
        right=${say('history.now')}
      ></patto-builder-compare>
    </section>`;
  }

  override render() {
    const { say, items } = this;
    if (this.failed)
      return html`<div class="card">
        <p class="notice bad" role="alert">${this.failed}</p>
        <button @click=${this.load}>${say('error.retry')}</button>
      </div>`;
    if (!items) return html`<p role="status">${say('view.loading')}</p>`;
    const days = [...new Set(items.map(({ at }) => dayOf(at)))];
    return html`<div class="stack">
      ${this.compared()}
      <section class="card" aria-labelledby="history-title">
        <h2 id="history-title" tabindex="-1">${say('history.title')}</h2>
        <p class="hint">${say('history.help')}</p>
        ${items.length === 0 ? html`<p role="status">${say('history.none')}</p>` : nothing}
        ${days.map(
          (day) =>
            html`<h3>${day}</h3>
              <ul class="moments" aria-label=${day}>
                ${items.filter(({ at }) => dayOf(at) === day).map((one) => this.moment(one, one === items[0]))}
              </ul>`,
        )}
        ${this.next === undefined ? nothing : html`<p><button data-more @click=${this.more}>${say('history.more')}</button></p>`}
      </section>
    </div>`;
  }
}
