// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Band, Definition } from '../../../schemas/types.ts';
import {
  type Range,
  bandsOf,
  beginBands,
  limitsOf,
  mostBands,
  rangeOf,
  removeBand,
  renameBand,
  setBoundary,
  splitBand,
} from '../../edit/bands.ts';
import type { Edited, Handle } from '../../edit/contract.ts';
import { Part } from '../../parts/part.ts';

/** The ruler's own units: it is stretched to the room there is. */
const wide = 1000;
const tall = 74;

/** Score bands on a ruler: boundaries are moved by keys, by pointer or typed; two bands cannot overlap or part. */
@customElement('patto-builder-ruler')
export class PattoBuilderRuler extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property() handle: Handle = '';
  @property({ type: Boolean }) readonly = false;

  private edit(edited: Edited, topic?: string): void {
    if (edited.definition === this.definition) return;
    this.tell('builder-edit', topic === undefined ? { edited } : { edited, topic });
  }

  /** First and last point of the ruler; a range without end is drawn a little beyond the last boundary. */
  private ends(bands: readonly Band[], range: Range | undefined): readonly [number, number] {
    const first = Math.min(bands[0]?.from ?? 0, range?.lowest ?? 0);
    const last = bands.at(-1)?.from ?? 0;
    const most = range?.highest ?? last + Math.max(2, (last - first) / 2);
    return [first, Math.max(most, last + 1)];
  }

  private number(value: number): string {
    return value.toLocaleString(this.language === 'en' ? 'en-GB' : 'it-IT');
  }

  private move(place: number, value: number): void {
    this.edit(setBoundary(this.definition, this.handle, place, value), `boundary:${this.handle}:${place}`);
  }

  private pressed(event: KeyboardEvent, place: number, bands: readonly Band[]): void {
    const { low, high } = limitsOf(bands, place);
    const now = bands[place]!.from;
    const moves: { readonly [key: string]: number | undefined } = {
      ArrowLeft: now - 1,
      ArrowDown: now - 1,
      ArrowRight: now + 1,
      ArrowUp: now + 1,
      PageDown: now - 5,
      PageUp: now + 5,
      Home: low,
      End: high,
    };
    const to = moves[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.move(place, to);
  }

  private dragged(event: PointerEvent, place: number, ends: readonly [number, number]): void {
    const grip = event.currentTarget as SVGGElement;
    if (!grip.hasPointerCapture(event.pointerId)) return;
    const { left, width } = grip.ownerSVGElement!.getBoundingClientRect();
    const share = (event.clientX - left) / width;
    this.move(place, Math.round(ends[0] + share * (ends[1] - ends[0])));
  }

  private drawing(bands: readonly Band[], ends: readonly [number, number]): TemplateResult {
    const { say } = this;
    const x = (value: number): number => ((value - ends[0]) / (ends[1] - ends[0])) * wide;
    const band = ({ from, title }: Band, at: number) => {
      const left = x(from);
      const right = x(bands[at + 1]?.from ?? ends[1]);
      const room = Math.floor((right - left) / 11);
      const short = title.length > room ? `${title.slice(0, Math.max(0, room - 1))}…` : title;
      return svg`<g class=${`band band-${at % 4}`}>
        <title>${title}</title>
        <rect x=${left} y="14" width=${right - left} height="38" />
        <text x=${(left + right) / 2} y="38" text-anchor="middle">${room > 2 ? short : ''}</text>
      </g>`;
    };
    const grip = ({ from }: Band, at: number) => {
      const { low, high } = limitsOf(bands, at);
      const label = say('bands.boundary', { before: bands[at - 1]!.title, after: bands[at]!.title });
      return svg`<g
        class="grip"
        role="slider"
        tabindex=${this.readonly ? nothing : '0'}
        data-boundary=${at}
        aria-label=${label}
        aria-valuemin=${low}
        aria-valuemax=${high ?? ends[1]}
        aria-valuenow=${from}
        aria-readonly=${this.readonly ? 'true' : 'false'}
        @keydown=${(event: KeyboardEvent) => this.pressed(event, at, bands)}
        @pointerdown=${(event: PointerEvent) => this.readonly || (event.currentTarget as Element).setPointerCapture(event.pointerId)}
        @pointermove=${(event: PointerEvent) => this.dragged(event, at, ends)}
        @pointerup=${() => this.tell('builder-settle', undefined)}
        @blur=${() => this.tell('builder-settle', undefined)}
      >
        <rect class="reach" x=${x(from) - 16} y="4" width="32" height="58" />
        <rect class="bar" x=${x(from) - 4} y="6" width="8" height="54" rx="4" />
        <text x=${x(from)} y="72" text-anchor="middle">${this.number(from)}</text>
      </g>`;
    };
    return html`<svg class="ruler" viewBox="-20 0 ${wide + 40} ${tall}">
      ${bands.map(band)}
      <text x="0" y="72">${this.number(ends[0])}</text>
      <text x=${wide} y="72" text-anchor="end">${this.number(ends[1])}</text>
      ${bands.map((each, at) => (at === 0 ? nothing : grip(each, at)))}
    </svg>`;
  }

  private row(band: Band, at: number, bands: readonly Band[]): TemplateResult {
    const { say, definition, handle } = this;
    const next = bands[at + 1];
    const id = `band-${at}`;
    return html`<tr data-band=${at}>
      <td>
        <input
          aria-label=${say('bands.title-of', { number: at + 1 })}
          id=${id}
          maxlength="500"
          ?readonly=${this.readonly}
          .value=${live(band.title)}
          @input=${(event: Event) =>
            this.edit(
              renameBand(definition, handle, at, (event.target as HTMLInputElement).value),
              `${id}:${handle}`,
            )}
          @blur=${() => this.tell('builder-settle', undefined)}
        />
      </td>
      <td>
        ${
          at === 0
            ? html`<span>${this.number(band.from)}</span>`
            : html`<input
                class="number"
                type="number"
                step="any"
                aria-label=${say('bands.from-of', { title: band.title })}
                data-from=${at}
                ?readonly=${this.readonly}
                .value=${live(String(band.from))}
                @change=${(event: Event) => {
                  const input = event.target as HTMLInputElement;
                  if (input.value !== '')
                    this.edit(setBoundary(definition, handle, at, Number(input.value), 1e-6));
                  input.value = String(bandsOf(this.definition, handle)[at]?.from ?? band.from);
                }}
              />`
        }
      </td>
      <td>${next ? say('bands.below', { value: this.number(next.from) }) : say('bands.and-more')}</td>
      <td>
        ${
          this.readonly
            ? nothing
            : html`<span class="cluster">
                <button
                  class="quiet small"
                  ?disabled=${bands.length >= mostBands || (next !== undefined && next.from - band.from < 2)}
                  aria-label=${say('bands.split-of', { title: band.title })}
                  data-split=${at}
                  @click=${() => this.edit(splitBand(definition, handle, at, say('bands.new')))}
                >
                  ${say('bands.split')}
                </button>
                <button
                  class="quiet small"
                  aria-label=${say('bands.remove-of', { title: band.title })}
                  data-remove-band=${at}
                  @click=${() => this.edit(removeBand(definition, handle, at))}
                >
                  ${say('bands.remove')}
                </button>
              </span>`
        }
      </td>
    </tr>`;
  }

  override render() {
    const { say, definition, handle } = this;
    const bands = bandsOf(definition, handle);
    const range = rangeOf(definition, handle);
    const span =
      range === undefined
        ? say('bands.no-points')
        : range.highest === undefined
          ? say('bands.range-open', { lowest: this.number(range.lowest) })
          : say('bands.range', { lowest: this.number(range.lowest), highest: this.number(range.highest) });
    if (bands.length === 0)
      return html`<p class="hint">${span}</p>
        ${
          this.readonly
            ? html`<p class="nothing">${say('bands.none')}</p>`
            : html`<button
                class="small"
                data-begin-bands
                @click=${() => this.edit(beginBands(definition, handle, [say('bands.low'), say('bands.high')]))}
              >
                ${say('bands.begin')}
              </button>`
        }`;
    return html`<p class="hint">${span} ${this.readonly ? nothing : say('bands.about')}</p>
      <div class="scrolls" role="group" tabindex="0" aria-label=${say('bands.ruler')}>
        ${this.drawing(bands, this.ends(bands, range))}
      </div>
      <div class="scrolls">
        <table class="bands">
          <thead>
            <tr>
              <th scope="col">${say('bands.title')}</th>
              <th scope="col">${say('bands.from')}</th>
              <th scope="col">${say('bands.to')}</th>
              <th scope="col">${say('bands.actions')}</th>
            </tr>
          </thead>
          <tbody>
            ${bands.map((band, at) => this.row(band, at, bands))}
          </tbody>
        </table>
      </div>`;
  }
}
