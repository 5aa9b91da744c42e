// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Part } from '../part.ts';

/** A condition is given a name: its button, then the line to write it in. Fires said-name with the name. */
@customElement('patto-builder-naming')
export class PattoBuilderNaming extends Part {
  /** begins the ids of its controls */
  @property() name = '';
  @state() private text: string | undefined;

  private async open(): Promise<void> {
    this.text = '';
    await this.updateComplete;
    this.querySelector<HTMLElement>('input')?.focus();
  }

  private done(event: Event): void {
    event.preventDefault();
    if (!this.text?.trim()) return;
    this.dispatchEvent(new CustomEvent('said-name', { detail: this.text }));
  }

  override render() {
    const { say, text } = this;
    if (text === undefined)
      return html`<button class="quiet small" data-name @click=${this.open}>
        ${say('condition.give-name')}
      </button>`;
    return html`<form class="naming" @submit=${this.done}>
      <label for="${this.name}-naming">${say('condition.name')}</label>
      <input
        id="${this.name}-naming"
        autocomplete="off"
        maxlength="60"
        .value=${text}
        @input=${(event: Event) => {
          this.text = (event.target as HTMLInputElement).value;
        }}
      />
      <button class="small primary" ?disabled=${text.trim() === ''}>${say('condition.save-name')}</button>
    </form>`;
  }
}
