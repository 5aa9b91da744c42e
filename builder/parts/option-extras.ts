// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Definition } from '../../schemas/types.ts';
import { choicesAt } from '../edit/choices.ts';
import type { Catalogue, Edited, Handle } from '../edit/contract.ts';
import { otherOf, setNotAsked, setOther } from '../edit/extras.ts';
import { wholeField } from '../edit/fields.ts';
import type { Word } from '../words.ts';
import { Part } from './part.ts';

/** Under the options: what is often offered beside them, each a box to tick. */
@customElement('patto-builder-option-extras')
export class PattoBuilderOptionExtras extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property() handle: Handle = '';
  @property({ type: Boolean }) readonly = false;

  private tick(name: string, word: Word, on: boolean, edit: (on: boolean) => Edited): TemplateResult {
    return html`<label class="tick">
      <input
        type="checkbox"
        data-extra=${name}
        ?disabled=${this.readonly}
        .checked=${live(on)}
        @change=${(event: Event) => this.tell('builder-edit', { edited: edit((event.target as HTMLInputElement).checked) })}
      />
      <span>${this.say(word)}</span>
    </label>`;
  }

  override render() {
    const { say, definition, handle, catalogue } = this;
    const field = wholeField(definition, handle);
    if (!field || !choicesAt(definition, handle)) return nothing;
    const words = { option: say('extras.option'), question: say('extras.question') };
    const ways = (['unknown', 'refused'] as const).map((way) =>
      this.tick(way, `extras.${way}`, field['x-not-asked']?.includes(way) ?? false, (on) =>
        setNotAsked(definition, handle, way, on),
      ),
    );
    return html`${this.tick('other', 'extras.other', otherOf(definition, handle) !== undefined, (on) =>
      setOther(definition, handle, on, words, catalogue),
    )}
    ${ways}`;
  }
}
