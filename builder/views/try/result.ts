// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Outline, Settled } from '../../../runtime/engine/contract.ts';
import { decides, trace } from '../../../runtime/engine/trace.ts';
import type { Context, ReadTrace, ScoreTrace } from '../../../schemas/types.ts';
import type { Catalogue, Handle } from '../../edit/contract.ts';
import { Part } from '../../parts/part.ts';
import { valueText } from '../../parts/phrase.ts';

const star = (at: string): Handle => at.replace(/\/\d+(?=\/|$)/g, '/*');

/** Outcome and points of the answers as they stand, with their why. */
@customElement('patto-builder-try-result')
export class PattoBuilderTryResult extends Part {
  @property({ attribute: false }) outline!: Outline;
  @property({ attribute: false }) settled!: Settled;
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) catalogue!: Catalogue;

  private number(value: number): string {
    return new Intl.NumberFormat(this.language === 'en' ? 'en-GB' : 'it-IT').format(value);
  }

  private value({ at, value }: ReadTrace): string {
    if (value === undefined) return this.say('result.no-answer');
    if (typeof value === 'object') return '…';
    const question = star(at);
    const { definition } = this.outline;
    return valueText(definition, { question, value: value as string }, this.catalogue, this.language); // prettier-ignore
  }

  private score({ title, points, band, items }: ScoreTrace): TemplateResult {
    const { say } = this;
    const total =
      points === undefined ? say('result.waiting') : say('result.points', { points: this.number(points) });
    return html`<details class="score">
      <summary>
        <b>${title}</b>: ${total}${band ? html` · ${band.title}` : nothing}
        <span class="why-mark">${say('result.why')}</span>
      </summary>
      <ul>
        ${items.map(
          (item) =>
            html`<li>
              ${item.title}: <b>${this.value(item)}</b>,
              ${
                item.weight === 1
                  ? say('result.gives', { points: this.number(item.points) })
                  : say('result.weighs', {
                      points: this.number(item.points),
                      weight: this.number(item.weight),
                      counts: this.number(Math.round(item.points * item.weight * 1e6) / 1e6),
                    })
              }
            </li>`,
        )}
      </ul>
    </details>`;
  }

  override render() {
    const { say, outline, settled, context } = this;
    if (!decides(outline)) return nothing;
    const found = trace(outline, settled, context);
    if (!found) return nothing;
    const { outcome } = outline.definition;
    const held = found.rules.find((rule) => rule.holds);
    return html`<h3 id="try-result">${say('result.title')}</h3>
      ${found.scores.map((score) => this.score(score))}
      ${
        outcome
          ? html`<p class="outcome">
              ${
                held
                  ? html`<b>${say('result.outcome', { outcome: String(held.gives) })}</b> ${held.reason}`
                  : html`${outcome.otherwise ?? say('result.no-outcome')}`
              }
            </p>`
          : nothing
      }`;
  }
}
