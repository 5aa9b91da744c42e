// SPDX-License-Identifier: AGPL-3.0-or-later
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { titlesOf } from '../../edit/choices.ts';
import { CLIP } from '../../edit/clip.ts';
import type { Catalogue, Place } from '../../edit/contract.ts';
import { guessType } from '../../edit/guess.ts';
import { Part } from '../part.ts';

/** The line that adds a question: its type is guessed while it is written. Several pasted lines are several questions. */
@customElement('patto-builder-add-line')
export class PattoBuilderAddLine extends Part {
  @property({ attribute: false }) place!: Place;
  @property({ attribute: false }) catalogue!: Catalogue;
  /** of the box it adds to; '' where there is only one */
  @property() box = '';
  /** only opened for a moment: Esc closes it */
  @property({ type: Boolean }) passing = false;
  /** one of very many: it becomes a text field when somebody turns to it */
  @property({ type: Boolean }) waiting = false;
  @state() private text = '';
  @state() private turned = false;

  private get input(): HTMLInputElement {
    return this.querySelector('input')!;
  }

  private add(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    const titles = titlesOf(this.input.value);
    if (titles.length === 0) return;
    this.input.value = '';
    this.text = '';
    this.tell('builder-lines', { titles, place: this.place });
  }

  /** Browsers look through every text field of a page at each change, and lay out what is out of sight for it. */
  private async turn(): Promise<void> {
    if (this.turned) return;
    this.turned = true;
    await this.updateComplete;
    this.input.focus();
  }

  private pasted(event: ClipboardEvent): void {
    if (event.clipboardData?.types.includes(CLIP)) return;
    const lines = titlesOf(event.clipboardData?.getData('text/plain') ?? '');
    if (lines.length < 2) return;
    event.preventDefault();
    event.stopPropagation();
    this.tell('builder-lines', { titles: lines, place: this.place });
  }

  private guess(): string {
    const { settings, words } = this.catalogue;
    const type = guessType(this.text, (name) => settings.has(name));
    return words.get(type)?.name[this.language] ?? type;
  }

  override render() {
    const { say, box, text } = this;
    const label = box === '' ? say('add.label') : say('add.label-in', { title: box });
    if (this.waiting && !this.turned)
      return html`<div class="add waits" data-add=${'into' in this.place ? this.place.into : nothing}>
        <span class="plus" aria-hidden="true">+</span>
        <button type="button" class="turn" aria-label=${label} @focus=${this.turn} @click=${this.turn}>
          ${say('add.label')}
        </button>
      </div>`;
    return html`<form
      class="add"
      data-add=${'into' in this.place ? this.place.into : nothing}
      data-add-after=${'after' in this.place ? this.place.after : nothing}
      @submit=${this.add}
    >
      <span class="plus" aria-hidden="true">+</span>
      <input
        aria-label=${this.passing ? say('add.label-after') : label}
        placeholder=${say(this.passing ? 'add.label-after' : 'add.label')}
        maxlength="500"
        autocomplete="off"
        enterkeyhint="done"
        @input=${() => {
          this.text = this.input.value.trim();
        }}
        @paste=${this.pasted}
      />
      ${text === '' ? nothing : html`<span class="kind guess" data-guess>${this.guess()}</span>`}
      <button class="quiet small" tabindex="-1">${say('add.button')}</button>
    </form>`;
  }
}
