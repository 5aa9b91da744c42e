// SPDX-License-Identifier: BSD-3-Clause
import { LitElement, html } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { hour } from '../clock.ts';
import './dialog.ts';
import type { PattoDialog } from './dialog.ts';
import { ask } from './http.ts';
import { currentSession } from './session.ts';
import { controls, tokens } from './styles.ts';

/** Milliseconds before the end at which the person is told: two minutes and a little more. */
const WARNING = 150_000;
/** The clock of this machine is not asked more rarely than this: it may have slept. */
const LOOK = 60_000;

const words = {
  it: {
    title: 'La sessione sta per finire',
    text: 'Da un po’ non succede niente: la sessione finisce alle {at}. Quello che ha scritto è salvato.',
    stay: 'Continua a lavorare',
    close: 'Chiudi',
  },
  en: {
    title: 'The session is about to end',
    text: 'Nothing has happened for a while: the session ends at {at}. What you wrote is saved.',
    stay: 'Go on working',
    close: 'Close',
  },
} as const;

/**
 * Warns before the session ends and prolongs it with one button.
 * @fires patto-ended when it has ended
 */
@customElement('patto-expiry')
export class PattoExpiry extends LitElement {
  static override styles = [tokens, controls];
  @property() locale: 'it' | 'en' = 'it';
  /** ISO date and time */
  @property({ attribute: 'expires-at' }) expiresAt = '';
  @state() private end = 0;
  @query('patto-dialog') private dialog!: PattoDialog;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private open = false;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('expiresAt')) this.wait(Date.parse(this.expiresAt));
  }
  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.look);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.look);
    clearTimeout(this.timer);
  }

  private wait(end: number): void {
    this.end = end;
    clearTimeout(this.timer);
    if (!Number.isFinite(end)) return;
    const left = end - Date.now() - (this.open ? 0 : WARNING);
    this.timer = setTimeout(() => void this.look(), Math.max(500, Math.min(left, LOOK)));
  }

  private look = async (): Promise<void> => {
    if (document.hidden || !this.isConnected) return;
    if (this.end - Date.now() > WARNING && !this.open) return this.wait(this.end);
    // Saving and reading prolong the session: the server knows its end.
    const answer = await ask<{ expiresAt: string }>('/api/session/end');
    if (!answer.ok) {
      if (answer.problem.status !== 401) return this.wait(this.end);
      this.hide();
      this.dispatchEvent(new Event('patto-ended'));
      return;
    }
    this.wait(Date.parse(answer.value.expiresAt));
    if (this.end - Date.now() > WARNING) this.hide();
    else if (!this.open) {
      this.open = true;
      this.wait(this.end);
      await this.dialog.show();
    }
  };

  private hide(): void {
    if (this.open) this.dialog.hide();
    this.open = false;
  }

  private async stay(): Promise<void> {
    const answer = await currentSession();
    this.hide();
    if (answer.ok && answer.value) this.wait(Date.parse(answer.value.expiresAt));
    else if (answer.ok) this.dispatchEvent(new Event('patto-ended'));
  }

  override render() {
    const say = words[this.locale];
    return html`<patto-dialog
      heading=${say.title}
      close-label=${say.close}
      @close=${() => this.open && void this.stay()}
    >
      <p>${say.text.replace('{at}', hour(this.end || undefined, this.locale))}</p>
      <button slot="actions" class="primary" autofocus @click=${() => void this.stay()}>${say.stay}</button>
    </patto-dialog>`;
  }
}
