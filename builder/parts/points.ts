// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Definition } from '../../schemas/types.ts';
import { choicesAt } from '../edit/choices.ts';
import type { Edited, Handle } from '../edit/contract.ts';
import { rangeOf } from '../edit/bands.ts';
import { wholeField } from '../edit/fields.ts';
import { setPoints, setScore, setWeight } from '../edit/points.ts';
import { answeredAs } from '../edit/sentence.ts';
import { Part } from './part.ts';

/** The points of a question: a column beside its options, or so much for each unit or for a yes; and its weight. */
@customElement('patto-builder-points')
export class PattoBuilderPoints extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property() handle: Handle = '';
  @property({ type: Boolean }) readonly = false;

  private number(
    id: string,
    value: number | undefined,
    change: (value: number | undefined) => Edited,
  ): TemplateResult {
    return html`<input
      class="number"
      type="number"
      step="any"
      id=${id}
      ?readonly=${this.readonly}
      .value=${live(value === undefined ? '' : String(value))}
      @change=${(event: Event) => {
        const { value: typed } = event.target as HTMLInputElement;
        const edited = change(typed === '' ? undefined : Number(typed));
        if (edited.definition !== this.definition) this.tell('builder-edit', { edited });
      }}
    />`;
  }

  override render() {
    const { say, definition, handle } = this;
    const field = wholeField(definition, handle);
    const choices = choicesAt(definition, handle);
    const answered = answeredAs(definition, handle);
    const single = !choices && (answered === 'number' || answered === 'yes-no');
    const range = rangeOf(definition, handle);
    if (!field || (!choices && !single && range === undefined)) return nothing;
    return html`<details class="more-logic points" ?open=${range !== undefined}>
      <summary>${say('points.title')}</summary>
      ${
        choices
          ? html`<table class="points">
              <thead>
                <tr>
                  <th scope="col">${say('points.option')}</th>
                  <th scope="col">${say('points.points')}</th>
                </tr>
              </thead>
              <tbody>
                ${choices.map(
                  (choice, place) =>
                    html`<tr>
                      <th scope="row"><label for="points-${place}">${choice.title}</label></th>
                      <td>
                        ${this.number(`points-${place}`, choice['x-score'], (points) =>
                          setPoints(definition, handle, choice.const, points),
                        )}
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>`
          : nothing
      }
      ${
        single
          ? html`<label class="label" for="points-each"
                >${say(answered === 'number' ? 'points.each' : 'points.yes')}</label
              >
              ${this.number('points-each', field['x-score'], (points) => setScore(definition, handle, points))}`
          : nothing
      }
      ${
        range === undefined
          ? nothing
          : html`<label class="label" for="points-weight">${say('points.weight')}</label>
              ${this.number('points-weight', field['x-weight'] ?? 1, (weight) =>
                setWeight(definition, handle, weight),
              )}
              <button class="quiet small" @click=${() => this.tell('builder-view', { view: 'outcome' })}>
                ${say('points.bands')}
              </button>`
      }
    </details>`;
  }
}
