// SPDX-License-Identifier: AGPL-3.0-or-later
import { type LitElement, type TemplateResult, html } from 'lit';
import type { Say } from '../words.ts';

export type Area = 'canvas' | 'panel' | 'preview';
const areas: readonly Area[] = ['canvas', 'panel', 'preview'];
/** where F6 goes, in turn */
const round = [...areas, 'bar'] as const;

/** What goes to the thing that is chosen, in the areas that show one; false: nothing is chosen. */
type Enter = (area: Area) => boolean | Promise<boolean>;

/** The three areas of the editor: side by side, on a narrow screen one at a time; F6 goes round them. */
export class Areas {
  /** the one that a narrow screen shows */
  now: Area = 'canvas';
  private readonly host: LitElement;
  private readonly enter: Enter;

  constructor(host: LitElement, enter: Enter) {
    this.host = host;
    this.enter = enter;
  }

  /** Only brings it to the fore. */
  show(area: Area): void {
    this.now = area;
    this.host.requestUpdate();
  }

  async go(area: Area): Promise<void> {
    this.show(area);
    await this.host.updateComplete;
    if (!(await this.enter(area))) this.element(area)?.focus();
  }

  async next(focused: Element | null, back: boolean): Promise<void> {
    const now = round.findIndex((name) => this.element(name)?.contains(focused));
    const first = back ? round.length - 1 : 0;
    const name = round[now < 0 ? first : (now + (back ? -1 : 1) + round.length) % round.length]!;
    if (name === 'bar') this.element(name)?.focus();
    else await this.go(name);
  }

  private element(name: (typeof round)[number]): HTMLElement | null {
    return this.host.querySelector(`[data-area="${name}"]`);
  }

  tabs(say: Say): TemplateResult {
    return html`<div class="tabs" role="group" aria-label=${say('areas')}>
      ${areas.map(
        (area) =>
          html`<button
            class="small"
            data-tab=${area}
            aria-pressed=${this.now === area}
            @click=${() => this.go(area)}
          >
            ${say(`area.${area}`)}
          </button>`,
      )}
    </div>`;
  }

  /** `alone`: it has nothing in it that takes the focus, and may be longer than the screen. */
  drawn(name: Area, say: Say, inside: unknown, alone = false): TemplateResult {
    return html`<section
      class="area ${name}"
      data-area=${name}
      tabindex=${alone ? '0' : '-1'}
      aria-labelledby="area-${name}"
    >
      <h2 id="area-${name}">${say(`area.${name}`)}</h2>
      ${inside}
    </section>`;
  }
}
