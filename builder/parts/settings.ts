// SPDX-License-Identifier: AGPL-3.0-or-later
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Answers, Definition } from '../../schemas/types.ts';
import type { Catalogue, Handle } from '../edit/contract.ts';
import { choicesAt } from '../edit/choices.ts';
import { setSettings, settingsOf, typeAt } from '../edit/type.ts';
import { Part } from './part.ts';

/** As many settings as are shown without being asked for. */
const FEW = 3;

/** What only the question's type needs: its own settings definition, drawn by <patto-form>; no code per type here. */
@customElement('patto-builder-settings')
export class PattoBuilderSettings extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property() handle: Handle = '';
  @property({ type: Boolean }) readonly = false;
  /** what the form was last given or gave, so that its own answer is not pushed back at it while it is typed in */
  private known = '';
  private value: Answers = {};

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('definition') && !changed.has('handle')) return;
    const value = settingsOf(this.definition, this.handle, this.catalogue);
    const text = JSON.stringify(value);
    if (text === this.known) return;
    this.known = text;
    this.value = value;
  }

  private answered(event: Event): void {
    const form = event.currentTarget as HTMLElement & { readonly value: Answers };
    const edited = setSettings(this.definition, this.handle, form.value ?? {}, this.catalogue);
    this.known = JSON.stringify(settingsOf(edited.definition, this.handle, this.catalogue));
    if (edited.definition === this.definition) return;
    this.tell('builder-edit', { edited, topic: `settings:${this.handle}` });
  }

  override render() {
    const type = typeAt(this.definition, this.handle, this.catalogue);
    const form = this.catalogue.settings.get(type)?.definition;
    if (!form || Object.keys(form.schema.properties).length === 0) return nothing;
    const name = this.catalogue.words.get(type)?.name[this.language] ?? type;
    // Options are lines above; here they have codes and points too, which few need. Long lists of settings wait.
    const apart =
      choicesAt(this.definition, this.handle) !== undefined ||
      Object.keys(form.schema.properties).length > FEW;
    return html`<details class="type-settings" ?open=${!apart}>
      <summary>${this.say('panel.type-settings', { type: name })}</summary>
      <patto-form
        bare
        .definition=${form}
        .value=${this.value}
        .locale=${this.language}
        .readonly=${this.readonly}
        @patto-answer=${this.answered}
        @focusout=${() => this.tell('builder-settle', undefined)}
      ></patto-form>
    </details>`;
  }
}
