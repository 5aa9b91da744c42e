// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Choice, Context, Definition, LayoutNode } from '../../schemas/types.ts';
import { choicesAt, choicesOf, setOptions } from '../edit/choices.ts';
import type { Catalogue, Edited, Handle } from '../edit/contract.ts';
import { isRequired, setHint, setRequired, setTitle, withBox } from '../edit/describe.ts';
import { pathOf, wholeField } from '../edit/fields.ts';
import { titleOf } from '../edit/references.ts';
import { typeAt } from '../edit/type.ts';
import type { Word } from '../words.ts';
import { keyList } from '../views/keys/sheet.ts';
import { Part } from './part.ts';
import './condition.ts';
import './leads.ts';
import './more-logic.ts';
import './option-extras.ts';
import './settings.ts';
import './type-menu.ts';

/** The text of a page's, section's or note's own layout node. */
function boxOf(definition: Definition, handle: Handle): Exclude<LayoutNode, string> | undefined {
  let found: Exclude<LayoutNode, string> | undefined;
  withBox(definition, handle, (node) => {
    found = node;
    return node;
  });
  return found;
}

/** Everything that can be said of the chosen thing; what only its type needs is drawn by <patto-form>. */
@customElement('patto-builder-panel')
export class PattoBuilderPanel extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property() chosen: Handle = '';
  /** what stands in for a case */
  @property({ attribute: false }) context: Context | undefined;
  @property({ type: Boolean }) readonly = false;
  /** the text field being written in keeps what is typed, even where it is not a value yet */
  @state() private typing: { readonly name: string; readonly text: string } | undefined;

  /** Puts the focus on the first setting. */
  async open(): Promise<void> {
    await this.updateComplete;
    const first = this.querySelector<HTMLTextAreaElement>('textarea, input, button');
    first?.focus();
    if (first?.matches('textarea')) first.select();
  }

  /** options as they were when their lines were entered: values come from whole words, not from first letters */
  private entered: readonly Choice[] | undefined;
  /** what writing here made: any other definition, as after undo, says what stands in the field */
  private written: Definition | undefined;

  private edit(name: string, text: string, edited: Edited): void {
    this.typing = { name, text };
    this.written = edited.definition;
    this.tell('builder-edit', { edited, topic: `${name}:${this.chosen}` });
  }

  private left(): void {
    this.typing = undefined;
    this.entered = undefined;
    this.tell('builder-settle', undefined);
  }

  private area(
    name: string,
    label: Word,
    text: string,
    change: (text: string) => Edited,
    { rows = 1, about = '', replace = false }: { rows?: number; about?: string; replace?: boolean } = {},
  ): TemplateResult {
    const shown = this.typing?.name === name ? this.typing.text : text;
    return html`<div class="setting">
      <label for="panel-${name}">${this.say(label)}</label>
      ${about ? html`<p class="hint" id="panel-${name}-about">${about}</p>` : nothing}
      <textarea
        id="panel-${name}"
        rows=${rows}
        aria-describedby=${about ? `panel-${name}-about` : nothing}
        ?readonly=${this.readonly}
        .value=${shown}
        @input=${(event: Event) => {
          const { value } = event.target as HTMLTextAreaElement;
          this.edit(name, value, change(value));
        }}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter' && rows === 1) event.preventDefault();
        }}
        @focus=${(event: Event) => replace && (event.target as HTMLTextAreaElement).select()}
        @blur=${this.left}
      ></textarea>
    </div>`;
  }

  private box(): TemplateResult {
    const { definition, chosen, say } = this;
    const node = boxOf(definition, chosen);
    const title = titleOf(definition, chosen);
    if (node && 'note' in node)
      return html`${this.area('title', 'panel.note', node.text, (text) => setTitle(definition, chosen, text), { rows: 6 })}
      ${this.condition()}`;
    const label = chosen.startsWith('page:') ? 'panel.page' : 'panel.section';
    const hint = node && 'x-hint' in node ? (node['x-hint'] ?? '') : '';
    return html`${this.area('title', label, title, (text) => setTitle(definition, chosen, text))}
    ${this.area('hint', 'panel.box-hint', hint, (text) => setHint(definition, chosen, text), { rows: 2, about: say('panel.hint-about') })}
    ${this.condition()}`;
  }

  private condition(): TemplateResult {
    return keyed(
      this.chosen,
      html`<patto-builder-condition
        .definition=${this.definition}
        .catalogue=${this.catalogue}
        .handle=${this.chosen}
        .readonly=${this.readonly}
        .language=${this.language}
      ></patto-builder-condition>`,
    ) as TemplateResult;
  }

  private options(): TemplateResult | typeof nothing {
    const { definition, chosen, say } = this;
    const field = wholeField(definition, chosen);
    const list = field?.['x-choices'] ?? field?.items?.['x-choices'];
    if (list)
      return html`<p class="hint">${say('panel.options-list', { list: list.from.replace(/^\w+:/, '') })}</p>`;
    const choices = choicesAt(definition, chosen);
    if (!choices) return nothing;
    // The first option of a new question only holds the place.
    const blank = this.catalogue.settings.get(typeAt(definition, chosen, this.catalogue))?.blank ?? {};
    const replace = JSON.stringify(choicesOf(blank)) === JSON.stringify(choices);
    const lines = choices.map((choice) => choice.title).join('\n');
    const count = say('panel.options-count', { count: choices.length });
    return html`${this.area(
        'options',
        'panel.options',
        lines,
        (text) => {
          this.entered ??= replace ? [] : choices;
          return setOptions(definition, chosen, text, this.entered);
        },
        { rows: Math.min(12, Math.max(4, choices.length + 1)), about: say('panel.options-about'), replace },
      )}
      <p class="hint count">${count}</p>
      <patto-builder-option-extras
        .definition=${definition}
        .catalogue=${this.catalogue}
        .handle=${chosen}
        .readonly=${this.readonly}
        .language=${this.language}
      ></patto-builder-option-extras>
      <patto-builder-leads
        .definition=${definition}
        .handle=${chosen}
        .readonly=${this.readonly}
        .language=${this.language}
      ></patto-builder-leads>`;
  }

  private question(): TemplateResult {
    const { definition, chosen, say, catalogue } = this;
    const field = wholeField(definition, chosen);
    const type = typeAt(definition, chosen, catalogue);
    const shared = pathOf(definition, chosen)?.[1] === '$defs';
    return html`
      ${this.area('title', 'panel.question', titleOf(definition, chosen), (text) => setTitle(definition, chosen, text))}
      ${shared ? html`<p class="notice">${say('panel.shared')}</p>` : nothing}
      ${field?.['x-value'] === undefined ? nothing : html`<p class="notice">${say('panel.computed')}</p>`}
      <label class="tick">
        <input
          type="checkbox"
          id="panel-required"
          ?disabled=${this.readonly}
          .checked=${isRequired(definition, chosen)}
          @change=${(event: Event) => {
            const { checked } = event.target as HTMLInputElement;
            this.tell('builder-edit', { edited: setRequired(definition, chosen, checked) });
          }}
        />
        <span>${say('panel.required')}</span>
      </label>
      <patto-builder-type-menu
        .definition=${definition}
        .catalogue=${catalogue}
        .handle=${chosen}
        .readonly=${this.readonly}
        .language=${this.language}
      ></patto-builder-type-menu>
      ${this.options()} ${this.condition()}
      ${this.area('hint', 'panel.hint', field?.['x-hint'] ?? '', (text) => setHint(definition, chosen, text), { rows: 2, about: say('panel.hint-about') })}
      ${keyed(
        `${chosen} ${type}`,
        html`<patto-builder-settings
            .definition=${definition}
            .catalogue=${catalogue}
            .handle=${chosen}
            .readonly=${this.readonly}
            .language=${this.language}
          ></patto-builder-settings>
          <patto-builder-more-logic
            .definition=${definition}
            .catalogue=${catalogue}
            .handle=${chosen}
            .context=${this.context}
            .readonly=${this.readonly}
            .language=${this.language}
          ></patto-builder-more-logic>`,
      )}
    `;
  }

  private keys(): TemplateResult {
    const { say } = this;
    return html`<p>${say('panel.none')}</p>
      <h3>${say('keys.title')}</h3>
      ${keyList(this.language)}`;
  }

  override render() {
    if (this.chosen === '') return this.keys();
    return keyed(this.chosen, this.chosen.startsWith('/') ? this.question() : this.box());
  }

  override willUpdate(changed: Map<string, unknown>): void {
    const elsewhere = changed.has('definition') && this.definition !== this.written;
    if (!changed.has('chosen') && !elsewhere) return;
    this.typing = undefined;
    this.entered = undefined;
  }
}
