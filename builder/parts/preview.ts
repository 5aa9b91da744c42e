// SPDX-License-Identifier: AGPL-3.0-or-later
import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { PattoForm } from '../../runtime/elements/form.ts';
import { loadEngine } from '../../runtime/engine/load.ts';
import { walk } from '../../runtime/engine/walk.ts';
import type { Answers, Context, Definition, Draft } from '../../schemas/types.ts';
import { Part } from './part.ts';

/** Milliseconds without a change before the preview follows. */
const FOLLOWS = 250;

let loading: ReturnType<typeof loadEngine> | undefined;

/** Answers typed in the preview whose question did not change: they stay while the form is being built. */
function kept(answers: Answers, before: Definition, after: Definition): Answers {
  const same = (key: string): boolean =>
    JSON.stringify(before.schema.properties[key]) === JSON.stringify(after.schema.properties[key]);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => same(key)));
}

/** The real form, as people will see it, following each change and the page that is worked on. */
@customElement('patto-builder-preview')
export class PattoBuilderPreview extends Part {
  @property({ attribute: false }) definition!: Definition;
  /** id of the page to show; '' leaves it where it is */
  @property() page = '';
  /** what stands in for a case; the form waits for it */
  @property({ attribute: false }) context: Context | undefined;
  @state() private width: 'phone' | 'desktop' = 'phone';
  @state() private shown: Definition | undefined;
  @state() private draft: Draft | undefined;
  @state() private round = 0;
  /** the definition as it is now cannot be drawn; the last one that could be stays on show */
  @state() private broken = false;
  @query('patto-form') private form!: PattoForm | null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('definition') && !changed.has('page')) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.follow(this.definition, this.page), this.shown ? FOLLOWS : 0);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private async follow(definition: Definition, page: string): Promise<void> {
    const engine = await (loading ??= loadEngine((source) => new RegExp(source, 'u')));
    if (definition !== this.definition) return;
    try {
      walk(definition, engine);
    } catch {
      // What lint refuses cannot be walked; the list of problems says why.
      this.broken = true;
      return;
    }
    const before = this.shown ?? definition;
    const answers = kept(this.form?.value ?? {}, before, definition);
    const there = page || this.draft?.page;
    this.draft = {
      definition: definition.id,
      version: 0,
      answers,
      typed: {},
      parked: {},
      from: {},
      ...(there ? { page: there } : {}),
    };
    this.broken = false;
    this.shown = definition;
  }

  private restart(): void {
    this.draft = undefined;
    this.round++;
  }

  override render() {
    const { say, shown } = this;
    const width = (name: 'phone' | 'desktop') =>
      html`<button
        class="small"
        data-width=${name}
        aria-pressed=${this.width === name}
        @click=${() => {
          this.width = name;
        }}
      >
        ${say(`preview.${name}`)}
      </button>`;
    const empty = Object.keys(shown?.schema.properties ?? {}).length === 0;
    const form = html`<patto-form
      .definition=${shown}
      .draft=${this.draft}
      .context=${this.context}
      locale=${this.language}
      @patto-submit=${(event: Event) => event.preventDefault()}
    ></patto-form>`;
    return html`<div class="spread">
        <div class="cluster pair" role="group" aria-label=${say('preview.width')}>
          ${width('phone')} ${width('desktop')}
        </div>
        <button class="quiet small" @click=${this.restart}>${say('preview.restart')}</button>
      </div>
      <div class="screen ${this.width}">
        ${this.broken ? html`<p class="notice warn">${say('preview.broken')}</p>` : nothing}
        ${
          empty
            ? html`<p class="nothing">${say('preview.empty')}</p>`
            : shown && this.context
              ? keyed(this.round, form)
              : nothing
        }
      </div>`;
  }
}
