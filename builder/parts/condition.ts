// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Condition, Definition } from '../../schemas/types.ts';
import type { Catalogue, Handle } from '../edit/contract.ts';
import { type ConditionWord, conditionAt, levelOf, setWord } from '../edit/sentence.ts';
import { following } from '../edit/tree.ts';
import { titleOf } from '../edit/references.ts';
import './clauses.ts';
import { Part } from './part.ts';

const names = { 'x-show': 'condition', 'x-require': 'require', 'x-lock': 'lock' } as const;

/** When a thing is shown, and a question required or locked: sentences, with what happens otherwise. */
@customElement('patto-builder-condition')
export class PattoBuilderCondition extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property() handle: Handle = '';
  @property() word: ConditionWord = 'x-show';
  @property({ type: Boolean }) readonly = false;

  /** What a person sees next when this is not shown. */
  private otherwise(): string {
    const { say, definition, handle, word } = this;
    if (word !== 'x-show') return say(`${names[word]}.otherwise` as 'lock.otherwise');
    const next = following(definition, handle);
    if (next === undefined) return say('condition.otherwise');
    return say('condition.otherwise-next', { title: titleOf(definition, next) });
  }

  /** To the form, filled with answers with which this holds, or does not. */
  private trials(): TemplateResult {
    const { say, handle } = this;
    const trial = (holds: boolean) =>
      html`<button
        class="small quiet"
        type="button"
        data-trial=${holds ? 'yes' : 'no'}
        @click=${() => this.tell('builder-view', { view: 'try', about: { handle, holds } })}
      >
        ${say(holds ? 'what-if.yes' : 'what-if.no')}
      </button>`;
    return html`<div class="cluster">${trial(true)} ${trial(false)}</div>`;
  }

  override render() {
    const { say, definition, handle, word } = this;
    const name = names[word];
    const condition = conditionAt(definition, handle, word);
    const always: TemplateResult | typeof nothing = condition
      ? nothing
      : html`<p class="hint">${say(`${name}.always`)}</p>`;
    return html`<fieldset class="setting condition">
      <legend>${say(`${name}.title`)}</legend>
      ${always}
      <patto-builder-clauses
        .definition=${definition}
        .catalogue=${this.catalogue}
        .condition=${condition}
        .level=${levelOf(definition, handle)}
        .reader=${handle}
        .name=${name}
        .intro=${say(`${name}.show-if`)}
        .otherwise=${this.otherwise()}
        .readonly=${this.readonly}
        .language=${this.language}
        .change=${(now: Definition, next: Condition | undefined) => setWord(now, handle, word, next)}
      ></patto-builder-clauses>
      ${condition && word === 'x-show' ? this.trials() : nothing}
    </fieldset>`;
  }
}
