// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { PattoDialog } from '../../runtime/elements/kit/dialog.ts';
import '../../runtime/elements/kit/dialog.ts';
import type { Definition } from '../../schemas/types.ts';
import type { Catalogue, Handle, Step } from '../edit/contract.ts';
import { changeType, lostBy, typeAt } from '../edit/type.ts';
import type { Word } from '../words.ts';
import { drawnBlank } from './drawn.ts';
import { icons } from './icons.ts';
import { Part } from './part.ts';

/** The type of a question, by name and one line each; what a change would lose is said before it happens. */
@customElement('patto-builder-type-menu')
export class PattoBuilderTypeMenu extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property() handle: Handle = '';
  @property({ type: Boolean }) readonly = false;
  @state() private open = false;
  @state() private asked: { readonly type: string; readonly lost: readonly Step[] } | undefined;

  private nameOf(type: string): string {
    return this.catalogue.words.get(type)?.name[this.language] ?? type;
  }

  private choose(type: string): void {
    const lost = lostBy(this.definition, this.handle, type, this.catalogue);
    if (lost.length === 0) return this.change(type);
    this.asked = { type, lost };
    void this.updateComplete.then(() => this.querySelector<PattoDialog>('patto-dialog')?.show());
  }

  private change(type: string): void {
    this.querySelector<PattoDialog>('patto-dialog')?.hide();
    this.asked = undefined;
    this.tell('builder-edit', { edited: changeType(this.definition, this.handle, type, this.catalogue) });
    void this.toggle(false);
  }

  private async toggle(open: boolean): Promise<void> {
    this.open = open;
    await this.updateComplete;
    const goal = open ? '[aria-pressed="true"]' : '[aria-expanded]';
    this.querySelector<HTMLElement>(goal)?.focus();
  }

  private pressed(event: KeyboardEvent): void {
    const items = [...this.querySelectorAll<HTMLElement>('.types button')];
    const at = items.indexOf(event.target as HTMLElement);
    const moves: { readonly [key: string]: number } = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: items.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined && at >= 0) {
      event.preventDefault();
      items[Math.min(items.length - 1, Math.max(0, to))]?.focus();
    } else if (event.key === 'Escape' && this.open) {
      event.preventDefault();
      event.stopPropagation();
      void this.toggle(false);
    }
  }

  private confirmation(): TemplateResult {
    const { say, asked } = this;
    const type = asked ? this.nameOf(asked.type) : '';
    return html`<patto-dialog
      heading=${say('type.confirm-title', { type })}
      close-label=${say('close')}
      @close=${() => {
        this.asked = undefined;
      }}
    >
      <p>${say('type.confirm-text')}</p>
      <ul>
        ${asked?.lost.map(({ code, params }) => html`<li>${say(`lost.${code}` as Word, params)}</li>`)}
      </ul>
      <button slot="actions" @click=${() => this.querySelector<PattoDialog>('patto-dialog')?.hide()}>
        ${say('cancel')}
      </button>
      <button
        slot="actions"
        class="primary"
        data-confirm-type
        @click=${() => asked && this.change(asked.type)}
      >
        ${say('type.confirm-yes')}
      </button>
    </patto-dialog>`;
  }

  override render() {
    const { say, catalogue } = this;
    const now = typeAt(this.definition, this.handle, catalogue);
    const words = catalogue.words.get(now);
    return html`<div class="setting" @keydown=${this.pressed}>
      <span class="label" id="type-label">${say('panel.type')}</span>
      <button
        class="type-now"
        id="type-now"
        aria-labelledby="type-label type-now"
        aria-expanded=${this.open}
        aria-controls="type-list"
        ?disabled=${this.readonly}
        @click=${() => this.toggle(!this.open)}
      >
        <span><b>${this.nameOf(now)}</b><small>${words?.about[this.language]}</small></span>
        ${icons.open}
      </button>
      <ul class="types" id="type-list" ?hidden=${!this.open}>
        ${
          this.open
            ? catalogue.names.map(
                (type) =>
                  html`<li>
                    <button data-type=${type} aria-pressed=${type === now} @click=${() => this.choose(type)}>
                      <span
                        ><b>${this.nameOf(type)}</b
                        ><small>${catalogue.words.get(type)?.about[this.language]}</small>${drawnBlank(
                          catalogue.settings.get(type)?.blank ?? {},
                          say,
                        )}</span
                      >
                    </button>
                  </li>`,
              )
            : nothing
        }
      </ul>
      ${this.confirmation()}
    </div>`;
  }
}
