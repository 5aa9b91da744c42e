// SPDX-License-Identifier: AGPL-3.0-or-later
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Handle } from '../../edit/contract.ts';
import { setTitle } from '../../edit/describe.ts';
import { titleOf } from '../../edit/references.ts';
import { Part } from '../part.ts';
import type { Desk } from './desk.ts';

/** A title rewritten where it stands: Enter keeps it and goes on to a new question, Esc puts back the old one. */
@customElement('patto-builder-title-line')
export class PattoBuilderTitleLine extends Part {
  @property() handle: Handle = '';
  @property({ attribute: false }) desk!: Desk;
  private old = '';
  private ended = false;

  private write(text: string): void {
    const edited = setTitle(this.desk.now(), this.handle, text);
    this.tell('builder-edit', { edited, topic: `title:${this.handle}` });
  }

  private end(how: 'next' | 'back' | 'left'): void {
    if (this.ended) return;
    this.ended = true;
    this.tell('builder-settle', undefined);
    this.tell('builder-written', { handle: this.handle, how });
  }

  private pressed(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Enter') {
      event.preventDefault();
      this.end('next');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.write(this.old);
      this.end('back');
    }
  }

  override firstUpdated(): void {
    const input = this.querySelector('input')!;
    input.focus();
    input.select();
  }

  override render() {
    if (!this.hasUpdated) this.old = titleOf(this.desk.now(), this.handle);
    return html`<input
      class="in-place"
      data-title=${this.handle}
      aria-label=${this.say('title.in-place')}
      maxlength="500"
      autocomplete="off"
      .value=${this.old}
      @input=${(event: Event) => this.write((event.target as HTMLInputElement).value)}
      @keydown=${this.pressed}
      @blur=${() => this.end('left')}
    />`;
  }
}
