// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { PattoForm } from '../../../runtime/elements/form.ts';
import type { Outline, Settled } from '../../../runtime/engine/contract.ts';
import { settle } from '../../../runtime/engine/settle.ts';
import { loadSamples } from '../../../runtime/fields/load.ts';
import type { Answers, Context, Definition, Draft } from '../../../schemas/types.ts';
import type { About } from '../../commands/contract.ts';
import type { Catalogue, Handle } from '../../edit/contract.ts';
import { Part } from '../../parts/part.ts';
import { roles } from '../../roles.ts';
import { walked } from '../../trial/engine.ts';
import type { Family } from '../../trial/families.ts';
import { filled } from '../../trial/fill.ts';
import { type WhatIf, whatIf } from '../../trial/what-if.ts';
import type { Word } from '../../words.ts';
import './families.ts';
import './question.ts';
import './result.ts';

/** How the form is looked at. `view`: of <patto-form>; `answers`: with those that stand, or none. */
const screens = {
  phone: { view: 'fill', answers: true },
  desktop: { view: 'fill', answers: true },
  blank: { view: 'print', answers: false },
  printed: { view: 'print', answers: true },
} as const;
type Screen = keyof typeof screens;
const paces = ['page', 'question', 'all'] as const;

/** The form, tried: with families, on screens and paper, with the eyes of each role, and why each thing is seen. */
@customElement('patto-builder-try')
export class PattoBuilderTry extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) context: Context | undefined;
  @property() chosen: Handle = '';
  @property({ attribute: false }) about: About | undefined;
  @property({ type: Boolean }) readonly = false;
  @state() private outline: Outline | undefined;
  @state() private broken = false;
  @state() private answers: Answers = {};
  @state() private screen: Screen = 'desktop';
  @state() private pace: (typeof paces)[number] = 'page';
  @state() private eyes = '';
  @state() private handle: Handle = '';
  @state() private none: Extract<WhatIf, { none: unknown }>['none'] | undefined;
  @state() private done = '';
  /** answers that the form is drawn with anew; each round is another form */
  @state() private round = 0;
  @query('patto-form') private form!: PattoForm | null;
  private draft: Draft | undefined;
  /** what was asked from outside and is still to be done */
  private asked: About | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('definition')) void this.prepare(this.definition);
    if (changed.has('about') && this.about) {
      this.asked = this.about;
      this.handle = this.about.handle;
    } else if (changed.has('chosen') && this.handle === '') this.handle = this.chosen;
    if (this.asked && this.outline && this.context) {
      const { asked } = this;
      this.asked = undefined;
      if (asked.holds !== undefined) void this.search(asked.handle, asked.holds, true);
    }
  }

  private async prepare(definition: Definition): Promise<void> {
    const outline = await walked(definition);
    if (definition !== this.definition) return;
    this.broken = outline === undefined;
    if (outline) this.outline = outline;
  }

  private get surroundings(): Context | undefined {
    return this.context && (this.eyes === '' ? this.context : { ...this.context, role: this.eyes });
  }

  /** Draws the form anew with these answers. */
  private show(answers: Answers): void {
    this.answers = answers;
    this.draft = {
      definition: this.definition.id,
      version: 0,
      answers,
      typed: {},
      parked: {},
      from: {},
    };
    this.round++;
  }

  private async fill(family: Family | undefined): Promise<void> {
    const context = this.surroundings;
    if (!this.outline || !context) return;
    this.none = undefined;
    this.done = '';
    if (!family) return this.show({});
    // A family that was kept is kept as it is: what it leaves open is left open.
    const answers =
      family.rev > 0
        ? family.answers
        : filled({ outline: this.outline, context, samples: await loadSamples() }, family.answers);
    this.show(answers);
    this.done = this.say('family.filled', { title: family.title });
  }

  private async search(handle: Handle, holds: boolean, asked = false): Promise<void> {
    const context = this.surroundings;
    if (!this.outline || !context) return;
    const found = whatIf({ outline: this.outline, context, samples: await loadSamples() }, handle, holds);
    if ('none' in found) {
      this.none = found.none;
      if (asked) this.querySelector<HTMLElement>('#try-title')?.focus();
      return;
    }
    this.none = undefined;
    if (screens[this.screen].view === 'print') this.screen = 'desktop';
    this.show(found.answers);
    this.done = this.say(holds ? 'what-if.shows' : 'what-if.hides');
    await this.updateComplete;
    await this.form?.updateComplete;
    if (found.at.startsWith('/') && !found.at.includes(':')) await this.form?.go(found.at);
  }

  /** To the question that was picked, where it is seen. */
  private async picked(handle: Handle): Promise<void> {
    this.handle = handle;
    this.none = undefined;
  }

  private settled(outline: Outline, context: Context): Settled {
    return settle(outline, this.answers, context);
  }

  private async checkAll(): Promise<void> {
    if (screens[this.screen].view === 'print') this.screen = 'desktop';
    await this.updateComplete;
    const right = await this.form?.validate();
    this.done = right ? this.say('try.right') : '';
  }

  private one<Name extends string>(
    group: string,
    names: readonly Name[],
    now: Name,
    set: (name: Name) => void,
  ) {
    return html`<div class="cluster pair" role="group" aria-label=${this.say(`try.${group}` as Word)}>
      ${names.map(
        (name) =>
          html`<button class="small" data-is=${name} aria-pressed=${now === name} @click=${() => set(name)}>
            ${this.say(`try.${group}.${name}` as Word)}
          </button>`,
      )}
    </div>`;
  }

  private tools(outline: Outline, context: Context): TemplateResult {
    const { say, language, catalogue } = this;
    const settled = this.settled(outline, context);
    return html`<div class="try-tools">
      <section aria-labelledby="try-families">
        <h3 id="try-families">${say('try.families')}</h3>
        <patto-builder-families
          .name=${this.definition.id}
          .answers=${this.answers}
          .readonly=${this.readonly}
          .language=${language}
          @trial-family=${(event: CustomEvent<Family | undefined>) => this.fill(event.detail)}
        ></patto-builder-families>
      </section>
      <section aria-labelledby="try-looks">
        <h3 id="try-looks">${say('try.looks')}</h3>
        ${this.one('screen', Object.keys(screens) as Screen[], this.screen, (screen) => {
          this.keepAnswers();
          this.screen = screen;
        })}
        ${this.one('pace', paces, this.pace, (pace) => {
          this.pace = pace;
        })}
        <label for="try-role">${say('try.role')}</label>
        <select
          id="try-role"
          @change=${(event: Event) => {
            this.keepAnswers();
            this.eyes = (event.target as HTMLSelectElement).value;
          }}
        >
          ${roles.map(
            (role) =>
              html`<option value=${role} ?selected=${role === context.role}>
                ${say(`role.${role}` as Word)}
              </option>`,
          )}
        </select>
        <div class="cluster">
          <button class="small" data-check @click=${this.checkAll}>${say('try.check')}</button>
          <button class="small quiet" data-restart @click=${() => this.restart()}>
            ${say('preview.restart')}
          </button>
        </div>
      </section>
      <section aria-labelledby="try-why">
        <h3 id="try-why">${say('try.why')}</h3>
        <patto-builder-try-question
          .outline=${outline}
          .settled=${settled}
          .context=${context}
          .catalogue=${catalogue}
          .handle=${this.handle}
          .none=${this.none}
          .language=${language}
          @trial-question=${(event: CustomEvent<Handle>) => this.picked(event.detail)}
          @trial-what-if=${({ detail }: CustomEvent<About>) => this.search(detail.handle, detail.holds ?? true)}
        ></patto-builder-try-question>
      </section>
      <patto-builder-try-result
        .outline=${outline}
        .settled=${settled}
        .context=${context}
        .catalogue=${catalogue}
        .language=${language}
      ></patto-builder-try-result>
    </div>`;
  }

  private restart(): void {
    this.done = '';
    this.show({});
  }

  /** What was answered stays when the form is drawn in another way. */
  private keepAnswers(): void {
    this.show(this.answers);
  }

  override render() {
    const { say, outline } = this;
    const context = this.surroundings;
    if (this.broken && !outline) return html`<p class="notice warn">${say('preview.broken')}</p>`;
    if (!outline || !context) return html`<p role="status">${say('view.loading')}</p>`;
    if (Object.keys(outline.definition.schema.properties).length === 0)
      return html`<p class="card nothing">${say('preview.empty')}</p>`;
    const { view, answers } = screens[this.screen];
    return html`<section class="try" aria-labelledby="try-title">
      <h2 id="try-title" tabindex="-1">${say('try.title')}</h2>
      ${this.broken ? html`<p class="notice warn">${say('preview.broken')}</p>` : nothing}
      <div class="try-desk">
        ${this.tools(outline, context)}
        <div class="try-stage" role="region" aria-label=${say('try.stage')}>
          <p class="told" role="status">${this.done}</p>
          ${
            this.screen === 'blank'
              ? html`<p>
                  <a
                    href="/api/definitions/${outline.definition.id}/blank/draft"
                    target="_blank"
                    rel="noopener"
                    data-blank
                    >${say('try.blank-pdf')}</a
                  >
                </p>`
              : nothing
          }
          <div class="screen ${this.screen}">
            ${keyed(
              `${this.round} ${this.screen}`,
              html`<patto-form
                .definition=${outline.definition}
                .draft=${answers ? this.draft : undefined}
                .context=${context}
                view=${view}
                pace=${this.pace}
                locale=${this.language}
                no-aids
                @patto-answer=${(event: CustomEvent<{ answers: Answers }>) => {
                  this.answers = event.detail.answers;
                }}
                @patto-submit=${(event: Event) => {
                  event.preventDefault();
                  this.done = say('try.sent');
                }}
              ></patto-form>`,
            )}
          </div>
        </div>
      </div>
    </section>`;
  }
}
