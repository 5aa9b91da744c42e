// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Outline, Settled } from '../../../runtime/engine/contract.ts';
import type { Context } from '../../../schemas/types.ts';
import type { About } from '../../commands/contract.ts';
import type { Catalogue, Handle } from '../../edit/contract.ts';
import { titleOf } from '../../edit/references.ts';
import { flat, readTree } from '../../edit/tree.ts';
import { Part } from '../../parts/part.ts';
import { valueText, whenShown } from '../../parts/phrase.ts';
import { answerText, type Reason, why, type Why } from '../../trial/why.ts';
import type { WhatIf } from '../../trial/what-if.ts';
import type { Word } from '../../words.ts';

/** One thing of the form: why it is seen or not, and answers with which it is the other way. Tells `trial-what-if`. */
@customElement('patto-builder-try-question')
export class PattoBuilderTryQuestion extends Part {
  @property({ attribute: false }) outline!: Outline;
  @property({ attribute: false }) settled!: Settled;
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property() handle: Handle = '';
  /** what the last search came to, when it found no answers */
  @property({ attribute: false }) none: Extract<WhatIf, { none: unknown }>['none'] | undefined;

  private ask(holds: boolean): void {
    const detail: About = { handle: this.handle, holds };
    this.dispatchEvent(new CustomEvent('trial-what-if', { detail, bubbles: true }));
  }

  private pick(handle: Handle): void {
    this.dispatchEvent(new CustomEvent('trial-question', { detail: handle, bubbles: true }));
  }

  private reason({ of, holds, reads }: Reason): TemplateResult {
    const { say, catalogue, language } = this;
    const { definition } = this.outline;
    const words = {
      one: (question: Handle, value: string | number | boolean) =>
        valueText(definition, { question, value }, catalogue, language),
      rows: (count: number) => say('why.rows', { count }),
      declined: say('witness.declined'),
    };
    const given = reads.map((read) => {
      const answer = answerText(read, words);
      const title = titleOf(definition, read.question);
      return answer === undefined ? say('why.no-answer', { title }) : say('why.answer', { title, answer });
    });
    const place = of === this.handle ? '' : `${titleOf(definition, of)}: `;
    return html`<li class=${holds ? 'held' : 'not-held'}>
      <b>${say(holds ? 'why.holds' : 'why.holds-not')}</b>
      ${place}${whenShown(definition, of, catalogue, language)}
      <span class="given">${given.join(' ')}</span>
    </li>`;
  }

  private because(found: Why): TemplateResult {
    const { say, handle } = this;
    const title = titleOf(this.outline.definition, handle);
    const { seen, reasons, roles, working } = found;
    const sentence: Word = seen
      ? reasons.length > 0
        ? 'why.seen-because'
        : 'why.seen-always'
      : working
        ? 'why.working'
        : roles
          ? 'why.role'
          : reasons.some((reason) => !reason.holds)
            ? 'why.hidden-because'
            : 'why.hidden-inside';
    return html`<p class="because"><b>${say(sentence, { title })}</b></p>
      <ul class="reasons">
        ${reasons.map((reason) => this.reason(reason))}
      </ul>`;
  }

  override render() {
    const { say, outline, settled, context, handle, none } = this;
    const { definition } = outline;
    const things = flat(readTree(definition)).filter(({ kind }) => kind !== 'row');
    const known = things.some((thing) => thing.handle === handle);
    const found = known ? why(outline, settled, context, handle) : undefined;
    const depends = (found?.reasons.length ?? 0) > 0;
    return html`<label for="try-question">${say('why.which')}</label>
      <select
        id="try-question"
        .value=${live(known ? handle : '')}
        @change=${(event: Event) => this.pick((event.target as HTMLSelectElement).value)}
      >
        <option value="">${say('why.choose')}</option>
        ${things.map(
          (thing) =>
            html`<option value=${thing.handle} ?selected=${thing.handle === handle}>
              ${say(`why.of-${thing.kind}` as Word, { title: titleOf(definition, thing.handle) })}
            </option>`,
        )}
      </select>
      <div class="told" role="status">
        ${found ? this.because(found) : nothing}
        ${none ? html`<p class="notice">${say(`what-if.${none}`)}</p>` : nothing}
      </div>
      ${
        found
          ? html`<div class="cluster">
              ${
                depends
                  ? html`<button class="small" data-holds="yes" @click=${() => this.ask(true)}>
                        ${say('what-if.yes')}
                      </button>
                      <button class="small" data-holds="no" @click=${() => this.ask(false)}>
                        ${say('what-if.no')}
                      </button>`
                  : nothing
              }
              <button
                class="small quiet"
                data-edit
                @click=${() => this.tell('builder-go', { handle: this.handle })}
              >
                ${say('why.edit')}
              </button>
            </div>`
          : nothing
      }`;
  }
}
