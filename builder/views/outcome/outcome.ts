// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Context, Definition } from '../../../schemas/types.ts';
import { bandsOf, scoredThings } from '../../edit/bands.ts';
import type { Catalogue, Handle } from '../../edit/contract.ts';
import { titleOf } from '../../edit/references.ts';
import { Part } from '../../parts/part.ts';
import { type Sampled, sampled } from '../../trial/sample.ts';
import '../try/result.ts';
import './ruler.ts';
import './table.ts';

/** Points, bands and outcomes, with what they come to for sample answers and why. */
@customElement('patto-builder-outcome')
export class PattoBuilderOutcome extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) context: Context | undefined;
  @property({ type: Boolean }) readonly = false;
  @state() private handle: Handle | undefined;
  @state() private sample: Sampled | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('definition') || changed.has('context')) void this.work(this.definition, this.context);
  }

  private async work(definition: Definition, context: Context | undefined): Promise<void> {
    if (!context) return;
    const sample = await sampled(definition, context);
    if (definition === this.definition) this.sample = sample;
  }

  private bands(things: readonly Handle[]): TemplateResult {
    const { say, definition } = this;
    const first = things[0] ?? '';
    const handle = this.handle !== undefined && things.includes(this.handle) ? this.handle : first;
    const named = (each: Handle): string => {
      const title = each === '' ? say('bands.whole') : titleOf(definition, each);
      return bandsOf(definition, each).length > 0 ? say('bands.has', { title }) : title;
    };
    return html`${
        things.length > 1
          ? html`<div class="filters">
              <label for="bands-of"
                >${say('bands.of')}
                <select
                  id="bands-of"
                  @change=${(event: Event) => {
                    this.handle = (event.target as HTMLSelectElement).value;
                  }}
                >
                  ${things.map(
                    (each) =>
                      html`<option value=${each} ?selected=${each === handle}>${named(each)}</option>`,
                  )}
                </select></label
              >
            </div>`
          : nothing
      }
      <patto-builder-ruler
        .definition=${definition}
        .handle=${handle}
        .readonly=${this.readonly}
        .language=${this.language}
      ></patto-builder-ruler>`;
  }

  override render() {
    const { say, definition, sample, context } = this;
    const things = scoredThings(definition);
    return html`<section class="card outcomes" aria-labelledby="bands-title">
        <h2 id="bands-title" tabindex="-1">${say('bands.heading')}</h2>
        ${
          things.length === 0
            ? html`<p class="nothing">${say('bands.nothing-scored')}</p>`
            : this.bands(things)
        }
      </section>
      <section class="card outcomes" aria-labelledby="outcome-title">
        <h2 id="outcome-title">${say('outcome.title')}</h2>
        <patto-builder-outcomes
          .definition=${definition}
          .catalogue=${this.catalogue}
          .readonly=${this.readonly}
          .language=${this.language}
        ></patto-builder-outcomes>
      </section>
      ${
        sample && context
          ? html`<section class="card outcomes" aria-labelledby="sample-title" data-sample>
              <h2 id="sample-title">${say('outcome.sample')}</h2>
              <p class="hint">${say('outcome.sample-about')}</p>
              <patto-builder-try-result
                .outline=${sample.outline}
                .settled=${sample.settled}
                .context=${context}
                .catalogue=${this.catalogue}
                .language=${this.language}
              ></patto-builder-try-result>
            </section>`
          : nothing
      }`;
  }
}
