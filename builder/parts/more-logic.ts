// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Context, Definition } from '../../schemas/types.ts';
import { checksOf } from '../edit/checks.ts';
import type { Catalogue, Handle } from '../edit/contract.ts';
import { innerScope, wholeField } from '../edit/fields.ts';
import { conditionAt, levelOf } from '../edit/sentence.ts';
import './checks.ts';
import './formula.ts';
import './key.ts';
import './condition.ts';
import { Part } from './part.ts';
import './points.ts';

/** The logic of a question that is seldom needed: when it is required or locked, what its answer must satisfy. */
@customElement('patto-builder-more-logic')
export class PattoBuilderMoreLogic extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property() handle: Handle = '';
  @property({ type: Boolean }) readonly = false;
  /** what stands in for a case, where results are worked out */
  @property({ attribute: false }) context: Context | undefined;

  /** what was opened: the rest is not drawn, since its menus hold every question of the form */
  @state() private opened: ReadonlySet<string> = new Set();

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('handle')) this.opened = new Set();
  }

  private more(name: string, title: string, count: number, inside: () => unknown): TemplateResult {
    const open = count > 0 || this.opened.has(name);
    return html`<details
      class="more-logic"
      data-more=${name}
      ?open=${count > 0}
      @toggle=${(event: Event) => {
        if ((event.target as HTMLDetailsElement).open && !open) this.opened = new Set([...this.opened, name]);
      }}
    >
      <summary>${title}${count > 0 ? ` (${count})` : ''}</summary>
      ${open ? inside() : nothing}
    </details>`;
  }

  private condition(word: 'x-require' | 'x-lock'): TemplateResult {
    return html`<patto-builder-condition
      .definition=${this.definition}
      .catalogue=${this.catalogue}
      .handle=${this.handle}
      .word=${word}
      .readonly=${this.readonly}
      .language=${this.language}
    ></patto-builder-condition>`;
  }

  private checks(handle: Handle, title: string, level: string): TemplateResult {
    const count = checksOf(this.definition, handle).length;
    return this.more(
      handle === this.handle ? 'checks' : 'row-checks',
      title,
      count,
      () =>
        html`<p class="hint">${this.say('check.about')}</p>
          <patto-builder-checks
            .definition=${this.definition}
            .catalogue=${this.catalogue}
            .handle=${handle}
            .level=${level}
            .readonly=${this.readonly}
            .language=${this.language}
          ></patto-builder-checks>`,
    );
  }

  override render() {
    const { say, definition, handle } = this;
    if (!wholeField(definition, handle)) return nothing;
    const words = ['x-require', 'x-lock'] as const;
    const count = words.filter((word) => conditionAt(definition, handle, word)).length;
    const rows = innerScope(definition, handle);
    return html`<patto-builder-formula
        .definition=${definition}
        .catalogue=${this.catalogue}
        .handle=${handle}
        .context=${this.context}
        .readonly=${this.readonly}
        .language=${this.language}
      ></patto-builder-formula>
      <patto-builder-points
        .definition=${definition}
        .handle=${handle}
        .readonly=${this.readonly}
        .language=${this.language}
      ></patto-builder-points>
      ${this.more('conditions', say('logic.more'), count, () => words.map((word) => this.condition(word)))}
      ${this.checks(handle, say('check.title'), levelOf(definition, handle))}
      ${rows?.endsWith('/*') ? this.checks(rows, say('check.title-rows'), rows) : nothing}
      ${this.more(
        'key',
        say('key.title'),
        0,
        () =>
          html`<patto-builder-key
            .definition=${definition}
            .handle=${handle}
            .readonly=${this.readonly}
            .language=${this.language}
          ></patto-builder-key>`,
      )}`;
  }
}
