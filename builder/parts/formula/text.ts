// SPDX-License-Identifier: AGPL-3.0-or-later
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Definition, Formula } from '../../../schemas/types.ts';
import type { Handle } from '../../edit/contract.ts';
import { type Fault, readFormula, textOf } from '../../edit/formula-text.ts';
import { setValue, wantedBy } from '../../edit/formula.ts';
import { levelOf } from '../../edit/sentence.ts';
import { say as sayIn } from '../../words.ts';
import { Part } from '../part.ts';

/** A formula as one line of text, for those who would rather write it; it is taken only when it can be read. */
@customElement('patto-builder-formula-text')
export class PattoBuilderFormulaText extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property() handle: Handle = '';
  @property({ attribute: false }) formula: Formula | undefined;
  @property({ type: Boolean }) readonly = false;
  @state() private typed: string | undefined;
  @state() private fault: Fault | undefined;

  private take(): void {
    const { definition, handle, typed = '' } = this;
    const read = readFormula(definition, typed, levelOf(definition, handle), wantedBy(definition, handle) ?? 'any'); // prettier-ignore
    if ('fault' in read) {
      this.fault = read.fault;
      return;
    }
    this.fault = undefined;
    this.typed = undefined;
    this.tell('builder-edit', { edited: setValue(definition, handle, read.formula) });
  }

  private said({ code, params }: Fault): string {
    const kind = (name: string | number | undefined): string => sayIn(this.language, `formula-kind.${name}`);
    const { wanted, given } = params;
    const said = code === 'kind' ? { ...params, wanted: kind(wanted), given: kind(given) } : params;
    return sayIn(this.language, `formula-fault.${code}`, said);
  }

  override render() {
    const { say, formula, fault } = this;
    const text = this.typed ?? (formula === undefined ? '' : textOf(formula));
    return html`<details class="formula-text">
      <summary>${say('formula.text')}</summary>
      <p class="hint" id="formula-text-about">${say('formula.text-about')}</p>
      <textarea
        id="formula-text"
        rows="3"
        spellcheck="false"
        aria-label=${say('formula.text')}
        aria-describedby=${fault ? 'formula-text-wrong' : 'formula-text-about'}
        aria-invalid=${fault ? 'true' : 'false'}
        ?readonly=${this.readonly}
        .value=${live(text)}
        @input=${(event: Event) => {
          this.typed = (event.target as HTMLTextAreaElement).value;
          this.fault = undefined;
        }}
      ></textarea>
      ${fault ? html`<p class="wrong" id="formula-text-wrong" role="alert">${this.said(fault)}</p>` : nothing}
      ${
        this.readonly
          ? nothing
          : html`<button class="small" data-take ?disabled=${this.typed === undefined} @click=${this.take}>
              ${say('formula.take')}
            </button>`
      }
    </details>`;
  }
}
