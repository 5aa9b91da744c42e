// SPDX-License-Identifier: AGPL-3.0-or-later
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type ListedDefinition, type Model, listModels } from '../api.ts';
import { Part } from '../parts/part.ts';

interface Original {
  readonly id: string;
  readonly title: string;
  readonly kind: 'form' | 'grid' | 'pact';
  readonly about?: string;
}

/** Which one to copy, a national model or a form of the district, and under which title. */
@customElement('patto-builder-copy')
export class PattoBuilderCopy extends Part {
  @property() from: 'model' | 'copy' = 'copy';
  @property({ attribute: false }) items: readonly ListedDefinition[] = [];
  @property({ type: Boolean }) busy = false;
  @state() private models: readonly Model[] | undefined;
  @state() private failed = '';
  @state() private chosen = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    this.failed = '';
    const answer = await listModels();
    if (answer.ok) this.models = answer.value.items;
    else this.failed = answer.problem.title;
  }

  private get originals(): readonly Original[] {
    return this.from === 'copy' ? this.items : (this.models ?? []);
  }

  /** A title that is not there yet. */
  private titleFor(original: Original): string {
    const taken = this.items.some((item) => item.title === original.title);
    return taken ? `${original.title} ${this.say('copy-suffix')}` : original.title;
  }

  override render() {
    const { say, from, originals } = this;
    if (from === 'model' && this.failed)
      return html`<p class="notice bad" role="alert">${this.failed}</p>
        <button @click=${this.load}>${say('error.retry')}</button>`;
    if (from === 'model' && !this.models) return html`<p role="status">${say('list.loading')}</p>`;
    const [first] = originals;
    if (!first) return html`<p class="notice">${say('begin.no-models')}</p>`;
    const chosen = originals.find((each) => each.id === this.chosen) ?? first;
    return html`<form
      novalidate
      @begin-title=${(event: CustomEvent<string>) => {
        const detail = { of: chosen.id, title: event.detail };
        this.dispatchEvent(new CustomEvent('begin-copy', { detail, bubbles: true }));
      }}
    >
      <fieldset class="originals">
        <legend>${say(from === 'model' ? 'begin.which-model' : 'list.which')}</legend>
        ${originals.map(
          (each) =>
            html`<label class="original">
              <input
                type="radio"
                name="original"
                value=${each.id}
                ?checked=${each === chosen}
                @change=${() => {
                  this.chosen = each.id;
                }}
              />
              <span>
                <strong>${each.title}</strong>
                <span class="hint"
                  >${say(`kind.${each.kind}`)}${each.about ? ` · ${each.about}` : nothing}</span
                >
              </span>
            </label>`,
        )}
      </fieldset>
      <patto-builder-title
        .language=${this.language}
        .name=${from}
        .value=${this.titleFor(chosen)}
        .action=${say('list.make-copy')}
      ></patto-builder-title>
    </form>`;
  }
}
