// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { commands } from '../../commands/index.ts';
import type { Word } from '../../words.ts';
import { drawn } from '../drawn.ts';
import { icons } from '../icons.ts';
import { Part } from '../part.ts';
import './add-line.ts';
import { type Desk, type Standing, plain, sameStanding } from './desk.ts';
import { type Leaf, keyOf } from './sheet.ts';
import './title-line.ts';

/** Things one after another; a row's cells stand side by side. The line that adds after one stands right under it. */
export function things(leaves: readonly Leaf[], desk: Desk): unknown {
  return repeat(leaves, keyOf, (leaf) =>
    leaf.kind === 'row'
      ? html`<div class="cells">${things(leaf.items, desk)}</div>`
      : html`<patto-builder-thing
          class="thing ${leaf.kind === 'field' ? 'question' : leaf.kind}"
          data-thing=${leaf.handle}
          draggable=${leaf.kind === 'field' && !desk.readonly ? 'true' : 'false'}
          .leaf=${leaf}
          .desk=${desk}
          .language=${desk.language}
        ></patto-builder-thing>`,
  );
}

/**
 * A page, section, text or question as one button, with what hangs on it. Draws itself again only when it looks
 * different or stands differently; what happens on it is heard by the canvas.
 */
@customElement('patto-builder-thing')
export class PattoBuilderThing extends Part {
  @property({ attribute: false }) leaf!: Leaf;
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false, hasChanged: (a: Standing, b?: Standing) => !b || !sameStanding(a, b) })
  standing: Standing = plain;
  private joined: { readonly desk: Desk; readonly handle: string } | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.joined?.desk.leave(this.joined.handle, this);
    this.joined = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved in the tree, it has to be known again.
    if (this.hasUpdated) this.requestUpdate('desk');
  }

  override willUpdate(): void {
    const { desk, leaf, joined } = this;
    if (joined?.desk !== desk || joined.handle !== leaf.handle) {
      joined?.desk.leave(joined.handle, this);
      this.joined = { desk, handle: leaf.handle };
      this.standing = desk.join(leaf.handle, this);
    }
    const { chosen, among } = this.standing;
    this.classList.toggle('chosen', chosen || among);
    this.classList.toggle('among', among);
  }

  private actions(): TemplateResult | typeof nothing {
    const { say, leaf, desk, standing } = this;
    if (desk.readonly || !standing.chosen || standing.among) return nothing;
    const { handle, title } = leaf;
    return html`<div class="actions" role="group" aria-label=${say('actions-of', { title })}>
      ${commands.map(({ name, button }) => {
        if (!button?.fits(handle)) return nothing;
        const spoken = say(`do.${name}` as Word);
        return html`<button
          class="quiet small icon ${name}"
          data-act=${name}
          title=${spoken}
          aria-label="${spoken}: ${title}"
        >
          ${icons[button.icon]}
        </button>`;
      })}
    </div>`;
  }

  private mark(): TemplateResult | typeof nothing {
    const { level, talks } = this.standing;
    return html`${
      level
        ? html`<span class="badge ${level === 'error' ? 'bad' : 'warn'}"
            >${this.say(`problem.${level}`)}</span
          >`
        : nothing
    }${
      talks > 0
        ? html`<span class="badge" data-talks
            >${this.say(talks === 1 ? 'comments.badge-one' : 'comments.badge', { count: talks })}</span
          >`
        : nothing
    }`;
  }

  /** The one button of a thing: choosing it shows its settings, Enter goes there. */
  private head(inside: unknown): TemplateResult {
    const { leaf, standing, say } = this;
    const { handle, title } = leaf;
    if (standing.writing)
      return html`<div class="head">
        <patto-builder-title-line
          .handle=${handle}
          .desk=${this.desk}
          .language=${this.language}
        ></patto-builder-title-line>
      </div>`;
    return html`<div class="head">
      <button
        class="pick"
        data-pick=${handle}
        aria-current=${standing.chosen ? 'true' : nothing}
        aria-description=${standing.among ? say('several.among') : nothing}
      >
        ${standing.among ? html`<span class="ticked" aria-hidden="true">✓</span>` : nothing} ${inside}
        ${this.mark()}
      </button>
      ${title === '' ? nothing : this.actions()}
    </div>`;
  }

  private lines(): TemplateResult {
    const { hint, when } = this.leaf;
    return html`${hint ? html`<p class="hint">${hint}</p>` : nothing}
    ${when === undefined ? nothing : html`<p class="when"><span aria-hidden="true">◇</span> ${when}</p>`}`;
  }

  private addLine(): TemplateResult | typeof nothing {
    const { leaf, desk } = this;
    if (desk.readonly) return nothing;
    return html`<patto-builder-add-line
      .place=${{ into: leaf.handle }}
      .catalogue=${desk.catalogue}
      .box=${leaf.title}
      .waiting=${desk.long()}
      .language=${this.language}
    ></patto-builder-add-line>`;
  }

  private box(): TemplateResult {
    const { say, leaf, desk } = this;
    const { kind, title, items } = leaf;
    const over = say(kind === 'page' ? 'card.page' : 'card.section');
    return html`${this.head(html`<span class="over">${over}</span> <span class="title">${title}</span>`)}
    ${this.lines()} ${things(items, desk)}
    ${items.length === 0 ? html`<p class="nothing">${say('canvas.empty-box')}</p>` : nothing}
    ${this.addLine()}`;
  }

  private note(): TemplateResult {
    const { say, leaf } = this;
    return html`${this.head(
      html`<span class="over">${say('card.note')}</span><span class="text">${leaf.text}</span>`,
    )}
    ${this.lines()}`;
  }

  private question(): TemplateResult {
    const { say, leaf, desk } = this;
    const { title, type, required, computed, holds, items } = leaf;
    return html`${this.head(
      html`<span class="title"
          >${title}${
            required
              ? html`<span class="must" aria-hidden="true"> *</span
                  ><span class="hidden-text">, ${say('card.required')}</span>`
              : nothing
          }</span
        >
        <span class="kind">${type}</span>
        ${computed ? html`<span class="kind">${say('card.computed')}</span>` : nothing}`,
    )}
    ${holds ? nothing : drawn(desk.now(), leaf.handle, say)} ${this.lines()}
    ${holds ? html`<div class="inner">${things(items, desk)} ${this.addLine()}</div>` : nothing}`;
  }

  override render() {
    const { leaf, desk, standing } = this;
    const inside = leaf.kind === 'note' ? this.note() : leaf.kind === 'field' ? this.question() : this.box();
    if (!standing.adding) return inside;
    return html`${inside}
      <patto-builder-add-line
        class="after"
        passing
        .place=${{ after: leaf.handle }}
        .catalogue=${desk.catalogue}
        .language=${this.language}
      ></patto-builder-add-line>`;
  }

  override updated(): void {
    this.name();
  }

  /** Pages and sections are groups with a name. */
  private name(): void {
    const { kind, title } = this.leaf;
    if (kind !== 'page' && kind !== 'section') return;
    this.setAttribute('role', 'group');
    const label = `${this.say(kind === 'page' ? 'card.page' : 'card.section')} ${title}`;
    if (this.getAttribute('aria-label') !== label) this.setAttribute('aria-label', label);
  }
}
