// SPDX-License-Identifier: AGPL-3.0-or-later
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { loadEngine } from '../../runtime/engine/load.ts';
import { walk } from '../../runtime/engine/walk.ts';
import type { Definition } from '../../schemas/types.ts';
import { Part } from './part.ts';

/** Milliseconds without a change before the preview follows. */
const FOLLOWS = 250;

let loading: ReturnType<typeof loadEngine> | undefined;

/** The real form, as people will see it, following each change. */
@customElement('patto-builder-preview')
export class PattoBuilderPreview extends Part {
  @property({ attribute: false }) definition!: Definition;
  @state() private width: 'phone' | 'desktop' = 'phone';
  @state() private shown: Definition | undefined;
  @state() private round = 0;
  /** the definition as it is now cannot be drawn; the last one that could be stays on show */
  @state() private broken = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('definition')) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.follow(this.definition), this.shown ? FOLLOWS : 0);
  }

  private async follow(definition: Definition): Promise<void> {
    const engine = await (loading ??= loadEngine((source) => new RegExp(source, 'u')));
    try {
      walk(definition, engine);
    } catch {
      // What lint refuses cannot be walked; the list of problems says why.
      this.broken = true;
      return;
    }
    if (definition !== this.definition) return;
    this.broken = false;
    this.shown = definition;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override render() {
    const { say, shown } = this;
    const width = (name: 'phone' | 'desktop') =>
      html`<button
        class="small"
        data-width=${name}
        aria-pressed=${this.width === name}
        @click=${() => {
          this.width = name;
        }}
      >
        ${say(`preview.${name}`)}
      </button>`;
    const empty = Object.keys(shown?.schema.properties ?? {}).length === 0;
    return html`<div class="spread">
        <div class="cluster pair" role="group" aria-label=${say('preview.width')}>
          ${width('phone')} ${width('desktop')}
        </div>
        <button
          class="quiet small"
          @click=${() => {
            this.round++;
          }}
        >
          ${say('preview.restart')}
        </button>
      </div>
      <div class="screen ${this.width}">
        ${
          empty || !shown
            ? html`<p class="nothing">${say('preview.empty')}</p>`
            : html`${this.broken ? html`<p class="hint">${say('preview.broken')}</p>` : nothing}
              ${keyed(this.round, html`<patto-form .definition=${shown} locale=${this.language}></patto-form>`)}`
        }
      </div>`;
  }
}
