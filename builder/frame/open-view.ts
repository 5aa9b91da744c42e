// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ReactiveControllerHost, type TemplateResult, html, nothing } from 'lit';
import type { About, Bench } from '../commands/contract.ts';
import type { View } from '../views/contract.ts';
import { views } from '../views/index.ts';
import type { Say, Word } from '../words.ts';

/** The view that is open beside or instead of the questions, and the buttons that open each. */
export class OpenView {
  /** '' are the questions */
  name = '';
  /** what it was asked for */
  about: About | undefined;
  /** what draws each view that was opened */
  private readonly drawings = new Map<string, (bench: Bench) => TemplateResult>();
  private readonly host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
  }

  private get view(): View | undefined {
    return views.find(({ name }) => name === this.name);
  }

  /** Does it stand where the questions stand? */
  get instead(): boolean {
    return this.view?.place === 'instead';
  }

  /** The questions are to be seen. */
  makeWay(): void {
    if (this.instead) this.name = '';
    this.host.requestUpdate();
  }

  /** Opens a view; the one that is open is closed. */
  async show(name: string, about?: About): Promise<void> {
    this.about = about;
    this.name = name === this.name && !about ? '' : (views.find((each) => each.name === name)?.name ?? '');
    this.host.requestUpdate();
    const { view } = this;
    if (!view || this.drawings.has(view.name)) return;
    this.drawings.set(view.name, await view.load());
    this.host.requestUpdate();
  }

  tabs(say: Say): TemplateResult {
    const tab = (name: string, word: Word) =>
      html`<button
        class="small"
        data-view=${name}
        aria-pressed=${this.name === name}
        @click=${() => this.show(name)}
      >
        ${say(word)}
      </button>`;
    return html`<div class="views" role="group" aria-label=${say('views')}>
      ${tab('', 'view.edit')} ${views.map(({ name }) => tab(name, `view.${name}` as Word))}
    </div>`;
  }

  drawn(bench: () => Bench, say: Say): TemplateResult | typeof nothing {
    if (this.name === '') return nothing;
    const drawing = this.drawings.get(this.name);
    return html`<div class="view" data-open-view=${this.name} tabindex="-1">
      ${drawing ? drawing(bench()) : html`<p role="status">${say('view.loading')}</p>`}
    </div>`;
  }
}
