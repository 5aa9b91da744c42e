// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Choice, Definition } from '../../schemas/types.ts';
import { choicesAt } from '../edit/choices.ts';
import type { Handle } from '../edit/contract.ts';
import { titleOf } from '../edit/references.ts';
import { hideOnOption, leadable, showOnOption, shownByOption } from '../edit/leads.ts';
import { following } from '../edit/tree.ts';
import { Part } from './part.ts';

/** Longer lists are told apart by a condition on the other question. */
const MOST = 12;
/** More things are offered only in the menu that somebody turned to: drawing menus of thousands takes long. */
const MANY = 150;

/** On each option: "poi mostra …", the condition of the other question seen from here. */
@customElement('patto-builder-leads')
export class PattoBuilderLeads extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property() handle: Handle = '';
  @property({ type: Boolean }) readonly = false;

  /** was the list opened? until then nothing is drawn in it */
  @state() private opened = false;
  /** the menu that somebody turned to; it is filled before it opens */
  @state() private turned: number | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('handle')) return;
    this.opened = false;
    this.turned = undefined;
  }

  /** What a menu offers: of a long form only what is chosen, until somebody turns to it. */
  private offered(others: readonly Handle[], place: number, first: Handle | undefined): readonly Handle[] {
    if (others.length <= MANY || this.turned === place) return others;
    return first === undefined ? [] : [first];
  }

  private change(option: string, old: Handle | undefined, shown: Handle): void {
    const { definition, handle } = this;
    const cleared = old === undefined ? undefined : hideOnOption(definition, handle, option, old);
    const edited =
      shown === '' ? cleared : showOnOption(cleared?.definition ?? definition, handle, option, shown);
    if (edited) this.tell('builder-edit', { edited });
  }

  /** The whole road in words, with a way to try it. */
  private sentence(option: string, shown: Handle): TemplateResult {
    const { say, definition, handle } = this;
    const next = following(definition, shown);
    const params = { question: titleOf(definition, handle), option, shown: titleOf(definition, shown) };
    return html`<p class="road">
      ${
        next === undefined
          ? say('then.sentence-last', params)
          : say('then.sentence', { ...params, next: titleOf(definition, next) })
      }
    </p>`;
  }

  override render() {
    const { definition, handle, say } = this;
    const choices = choicesAt(definition, handle) ?? [];
    const others = leadable(definition, handle);
    if (choices.length > MOST || others.length === 0) return nothing;
    const leads = choices.map((choice) => shownByOption(definition, handle, choice.const));
    const some = leads.some((shown) => shown.length > 0);
    return html`<details
      class="leads"
      ?open=${some}
      @toggle=${(event: Event) => {
        if ((event.target as HTMLDetailsElement).open) this.opened = true;
      }}
    >
      <summary>${say('then.title')}</summary>
      ${some || this.opened ? this.menus(choices, leads, others) : nothing}
    </details>`;
  }

  private menus(
    choices: readonly Choice[],
    leads: readonly (readonly Handle[])[],
    others: readonly Handle[],
  ): TemplateResult {
    const { definition, say } = this;
    return html`<p class="hint">${say('then.intro')}</p>
      ${choices.map((choice, index) => {
        const turn = (): void => {
          this.turned = index;
        };
        const [first, ...more] = leads[index] ?? [];
        const id = `lead-${index}`;
        return html`<div class="lead">
          <label for=${id}>${say('then.show', { option: choice.title })}</label>
          <select
            id=${id}
            ?disabled=${this.readonly}
            .value=${live(first ?? '')}
            @pointerdown=${turn}
            @focus=${turn}
            @change=${(event: Event) => this.change(choice.const, first, (event.target as HTMLSelectElement).value)}
          >
            <option value="" ?selected=${first === undefined}>${say('then.nothing')}</option>
            ${this.offered(others, index, first).map(
              (other) =>
                html`<option value=${other} ?selected=${other === first}>
                  ${titleOf(definition, other)}
                </option>`,
            )}
          </select>
          ${first === undefined ? nothing : this.sentence(choice.title, first)}
          ${
            more.length > 0
              ? html`<p class="hint">
                  ${say('then.shows', { names: more.map((other) => say('quoted', { name: titleOf(definition, other) })).join(', ') })}
                </p>`
              : nothing
          }
          ${
            first === undefined
              ? nothing
              : html`<button
                  class="small quiet"
                  type="button"
                  data-trial=${choice.const}
                  @click=${() => this.tell('builder-view', { view: 'try', about: { handle: first, holds: true } })}
                >
                  ${say('what-if.try-option', { option: choice.title })}
                </button>`
          }
        </div>`;
      })}`;
  }
}
