// SPDX-License-Identifier: AGPL-3.0-or-later
import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { PattoForm } from '../../runtime/elements/form.ts';
import type { Answers, Context, Definition, Draft } from '../../schemas/types.ts';
import type { Handle } from '../edit/contract.ts';
import { excerpt } from '../edit/excerpt.ts';
import { alone } from '../trial/alone.ts';
import { walked } from '../trial/engine.ts';
import { Part } from './part.ts';

/** Milliseconds without a change before the preview follows. */
const FOLLOWS = 250;

/** Answers typed in the preview whose question did not change: they stay while the form is being built. */
function kept(answers: Answers, before: Definition, after: Definition): Answers {
  const same = (key: string): boolean =>
    JSON.stringify(before.schema.properties[key]) === JSON.stringify(after.schema.properties[key]);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => same(key)));
}

/** Which questions stand where, to compare two parts of one definition. */
const stands = ({ layout, schema }: Definition): string =>
  JSON.stringify([layout, Object.keys(schema.properties)]);

/** The real form, as people will see it, following each change and the page that is worked on. */
@customElement('patto-builder-preview')
export class PattoBuilderPreview extends Part {
  @property({ attribute: false }) definition!: Definition;
  /** what is selected; '' is nothing. Of a long form only what stands near it is drawn */
  @property() chosen: Handle = '';
  /** id of the page to show; '' leaves it where it is */
  @property() page = '';
  /** what stands in for a case; the form waits for it */
  @property({ attribute: false }) context: Context | undefined;
  @state() private width: 'phone' | 'desktop' = 'phone';
  /** only the question that is selected */
  @state() private only = false;
  @state() private shown: Definition | undefined;
  @state() private draft: Draft | undefined;
  @state() private round = 0;
  /** the definition as it is now cannot be drawn; the last one that could be stays on show */
  @state() private broken = false;
  @query('patto-form') private form!: PattoForm | null;
  /** what `shown` is a part of */
  private whole: Definition | undefined;
  /** what was typed, also in parts that are not shown now */
  private given: Answers = {};
  private timer: ReturnType<typeof setTimeout> | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (!['definition', 'page', 'only', 'chosen'].some((name) => changed.has(name))) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.follow(this.definition, this.page), this.shown ? FOLLOWS : 0);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private async follow(definition: Definition, page: string): Promise<void> {
    const part = this.only ? alone(definition, this.chosen) : undefined;
    const drawn = part && (await walked(part)) ? part : excerpt(definition, this.chosen);
    if (definition !== this.definition) return;
    const there = page || this.draft?.page;
    // Another question of the part that is shown.
    const same = drawn !== definition && this.whole === definition && this.shown;
    if (same && there === this.draft?.page && stands(same) === stands(drawn)) return;
    // What lint refuses cannot be walked; the list of problems says why.
    if (!(await walked(drawn))) return void (this.broken = true);
    if (definition !== this.definition) return;
    this.given = kept({ ...this.given, ...this.form?.value }, this.whole ?? definition, definition);
    const { properties } = drawn.schema;
    const answers = Object.fromEntries(Object.entries(this.given).filter(([key]) => Object.hasOwn(properties, key))); // prettier-ignore
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
    this.whole = definition;
    this.shown = drawn;
  }

  private restart(): void {
    this.given = {};
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
        <button
          class="small"
          data-only
          aria-pressed=${this.only}
          ?disabled=${this.chosen === '' && !this.only}
          @click=${() => {
            this.only = !this.only;
          }}
        >
          ${say('preview.only')}
        </button>
        <button class="quiet small" @click=${this.restart}>${say('preview.restart')}</button>
      </div>
      <div class="screen ${this.width}">
        ${
          shown && shown !== this.whole && !this.only
            ? html`<p class="hint part" data-part>${say('preview.part')}</p>`
            : nothing
        }
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
