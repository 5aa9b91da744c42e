// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactiveController, type ReactiveControllerHost, type TemplateResult, html } from 'lit';

/** Milliseconds that a message stays on screen. */
const STAYS = 6000;

/** The one line in which everything is said, on screen and to screen readers. */
export class Message implements ReactiveController {
  private text = '';
  private fading: ReturnType<typeof setTimeout> | undefined;
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.fading);
  }

  tell(text: string): void {
    clearTimeout(this.fading);
    // The same words twice in a row are said twice.
    this.become(this.text === text ? `${text}\u00A0` : text);
    this.fading = setTimeout(() => this.become(''), STAYS);
  }

  private become(text: string): void {
    this.text = text;
    this.host.requestUpdate();
  }

  drawn(): TemplateResult {
    return html`<div class="message ${this.text ? '' : 'gone'}">
      <span role="status">${this.text}</span>
    </div>`;
  }
}
