// SPDX-License-Identifier: AGPL-3.0-or-later
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Part } from '../parts/part.ts';

/** The title of a new form with the button that makes it; tells `begin-title`, the title, to the form around it. */
@customElement('patto-builder-title')
export class PattoBuilderTitle extends Part {
  @property() value = '';
  @property() name = '';
  @property() action = '';
  @state() private wrong = false;
  private form: HTMLFormElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.form = this.closest('form');
    this.form?.addEventListener('submit', this.send);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.form?.removeEventListener('submit', this.send);
  }

  private readonly send = (event: Event): void => {
    event.preventDefault();
    const input = this.querySelector<HTMLInputElement>('input')!;
    const title = input.value.trim();
    this.wrong = title === '';
    if (this.wrong) input.focus();
    else this.dispatchEvent(new CustomEvent('begin-title', { detail: title, bubbles: true }));
  };

  override render() {
    const { say, name } = this;
    return html`<div>
        <label for="title-${name}">${say('list.name')}</label>
        <input
          id="title-${name}"
          name="title"
          maxlength="500"
          autocomplete="off"
          .value=${this.value}
          aria-invalid=${this.wrong ? 'true' : 'false'}
          aria-describedby=${this.wrong ? `wrong-${name}` : nothing}
        />
        ${this.wrong ? html`<p class="wrong" id="wrong-${name}" role="alert">${say('list.need-title')}</p>` : nothing}
      </div>
      <button class=${name === 'new' ? '' : 'primary'}>${this.action}</button>`;
  }
}
