// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Definition } from '../../../schemas/types.ts';
import type { Handle } from '../../edit/contract.ts';
import { type Edge, type Neighbourhood, around, connected } from '../../edit/graph.ts';
import { spoken } from '../../edit/named.ts';
import { position } from '../../edit/move.ts';
import { titleOf } from '../../edit/references.ts';
import { Part } from '../../parts/part.ts';
import type { Word } from '../../words.ts';

/** Pixels of a box and of the room between boxes. */
const box = { width: 190, height: 44, across: 70, down: 14 } as const;
const margin = 30;
const longest = 24;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where each thing is drawn: one column a step, in the order in which it was met. */
function places({ layers }: Neighbourhood): {
  readonly at: ReadonlyMap<Handle, Place>;
  readonly width: number;
  readonly height: number;
} {
  const tallest = Math.max(...layers.map(({ things }) => things.length));
  const height = tallest * (box.height + box.down) - box.down;
  const at = new Map<Handle, Place>();
  layers.forEach(({ things }, column) => {
    const own = things.length * (box.height + box.down) - box.down;
    things.forEach((thing, row) => {
      at.set(thing, {
        x: margin + column * (box.width + box.across),
        y: margin + (height - own) / 2 + row * (box.height + box.down),
      });
    });
  });
  const width = layers.length * (box.width + box.across) - box.across;
  return { at, width: width + 2 * margin, height: height + 2 * margin };
}

const repeated = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.filter((name, place) => names.indexOf(name) !== place));

/** The neighbourhood of one thing, drawn, beside a list that says the same. */
@customElement('patto-builder-map')
export class PattoBuilderMap extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property() chosen: Handle = '';
  @state() private middle: Handle | undefined;
  @state() private depth = 1;

  /** titles that several things have */
  private shared: ReadonlySet<string> = new Set();

  /** Of several with one title each says where it stands. */
  private nameOf(thing: Handle): string {
    const title = this.plainName(thing);
    const { inside } = this.shared.has(title) ? position(this.definition, thing) : { inside: '' };
    return inside === '' ? title : this.say('map.in', { title, inside });
  }

  private plainName(thing: Handle): string {
    const { say } = this;
    if (thing === '') return say('problem.form');
    if (thing === 'outcome' || thing === 'gives') return say(`map.${thing}`);
    if (thing.startsWith('condition:')) return say('named.phrase', { name: spoken(thing.slice(10)) });
    return titleOf(this.definition, thing);
  }

  private async look(thing: Handle): Promise<void> {
    this.middle = thing;
    await this.updateComplete;
    this.querySelector<HTMLElement>('#map-thing')?.focus();
  }

  private drawing(near: Neighbourhood, middle: Handle): TemplateResult {
    const { at, width, height } = places(near);
    const line = ({ from, to }: Edge) => {
      const a = at.get(from)!;
      const b = at.get(to)!;
      const [from1, to1] = [a.y + box.height / 2, b.y + box.height / 2];
      // Within a column and back, lines leave on the left, so that no box hides them.
      const ahead = b.x > a.x;
      const level = b.x === a.x;
      const x1 = ahead ? a.x + box.width : a.x;
      const x2 = ahead || level ? b.x : b.x + box.width;
      const bend = level ? -34 : (x2 - x1) / 2;
      const road = `M${x1} ${from1} C${x1 + bend} ${from1} ${level ? x2 + bend : x2 - bend} ${to1} ${x2} ${to1}`;
      return svg`<path class="edge" d=${road} data-edge="${from} → ${to}" marker-end="url(#map-arrow)" />`;
    };
    const thing = (handle: Handle, { x, y }: Place) => {
      const title = this.nameOf(handle);
      const short = title.length > longest ? `${title.slice(0, longest - 1)}…` : title;
      return svg`<g class=${handle === middle ? 'thing middle' : 'thing'} @click=${() => this.look(handle)}>
        <title>${title}</title>
        <rect x=${x} y=${y} width=${box.width} height=${box.height} rx="8" />
        <text x=${x + 12} y=${y + box.height / 2 + 5}>${short}</text>
      </g>`;
    };
    // The list beside says the same to who does not see it.
    return html`<div class="map-drawing" role="group" tabindex="0" aria-label=${this.say('map.drawing')}>
      <svg
        width=${width}
        height=${height}
        viewBox="0 0 ${width} ${height}"
        aria-hidden="true"
        focusable="false"
      >
        <defs>
          <marker
            id="map-arrow"
            viewBox="0 0 8 8"
            refX="8"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8z" />
          </marker>
        </defs>
        ${near.edges.map(line)} ${[...at].map(([handle, place]) => thing(handle, place))}
      </svg>
    </div>`;
  }

  private list(near: Neighbourhood): TemplateResult {
    const { say } = this;
    const name = (thing: Handle) =>
      html`<button class="quiet small" data-thing=${thing} @click=${() => this.look(thing)}>
        ${this.nameOf(thing)}
      </button>`;
    const why = ({ words }: Edge): string => words.map((word) => say(`map-word.${word}` as Word)).join(', ');
    return html`<h3 id="map-list">${say('map.list')}</h3>
      <ul class="map-list" aria-labelledby="map-list">
        ${near.edges.map(
          (edge) =>
            html`<li data-edge="${edge.from} → ${edge.to}">
              ${name(edge.to)} <span>${say('map.reads')}</span> ${name(edge.from)}
              <span class="hint">(${why(edge)})</span>
            </li>`,
        )}
      </ul>`;
  }

  override render() {
    const { say, definition } = this;
    const all = connected(definition);
    if (all.length === 0)
      return html`<section class="card map">
        <h2>${say('map.title')}</h2>
        <p class="nothing">${say('map.none')}</p>
      </section>`;
    const first = all.includes(this.chosen) ? this.chosen : all[0]!;
    const middle = this.middle !== undefined && all.includes(this.middle) ? this.middle : first;
    const near = around(definition, middle, this.depth);
    this.shared = repeated(all.map((thing) => this.plainName(thing)));
    const named = all.map((thing) => [thing, this.nameOf(thing)] as const);
    return html`<section class="card map" aria-labelledby="map-title">
      <h2 id="map-title" tabindex="-1">${say('map.title')}</h2>
      <p class="hint">${say('map.about')}</p>
      <div class="filters">
        <label for="map-thing"
          >${say('map.thing')}
          <select
            id="map-thing"
            .value=${live(middle)}
            @change=${(event: Event) => {
              this.middle = (event.target as HTMLSelectElement).value;
            }}
          >
            ${named
              .toSorted((a, b) => a[1].localeCompare(b[1], this.language))
              .map(
                ([thing, title]) =>
                  html`<option value=${thing} ?selected=${thing === middle}>${title}</option>`,
              )}
          </select></label
        >
        <label for="map-depth"
          >${say('map.depth')}
          <select
            id="map-depth"
            @change=${(event: Event) => {
              this.depth = Number((event.target as HTMLSelectElement).value);
            }}
          >
            ${[1, 2, 3].map((depth) => html`<option value=${depth} ?selected=${depth === this.depth}>${depth}</option>`)}
          </select></label
        >
        ${
          /^(\/|page:|section:|note:)/.test(middle)
            ? html`<button
                class="small"
                data-jump=${middle}
                @click=${() => this.tell('builder-go', { handle: middle })}
              >
                ${say('problem.go', { title: this.nameOf(middle) })}
              </button>`
            : nothing
        }
      </div>
      ${this.drawing(near, middle)}
      <p class="hint" role="status">
        ${say('map.count', { count: near.edges.length })}
        ${near.more > 0 ? say('map.more', { count: near.more }) : nothing}
      </p>
      ${this.list(near)}
    </section>`;
  }
}
