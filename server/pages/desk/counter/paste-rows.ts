// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../../../runtime/elements/kit/dialog.ts';
import type { PattoDialog } from '../../../../runtime/elements/kit/dialog.ts';
import { controls, forms, tokens } from '../../../../runtime/elements/kit/styles.ts';
import type { Definition, FieldSchema } from '../../../../schemas/types.ts';
import * as api from './counter-api.ts';
import { counterWords } from './counter-words.ts';

interface Repeat {
  readonly at: string;
  readonly title: string;
  readonly columns: readonly string[];
}

/** The repeats of a form that rows can be pasted into, with the questions of their rows. */
export function repeatsOf({ schema }: Definition): readonly Repeat[] {
  const followed = (field: FieldSchema | undefined): FieldSchema | undefined => {
    const name = field?.$ref?.replace('#/$defs/', '');
    return name === undefined ? field : schema.$defs?.[name];
  };
  return Object.entries(schema.properties).flatMap(([key, field]) => {
    const row = followed(field.items as FieldSchema | undefined)?.properties;
    if (field.type !== 'array' || !row || field['x-each'] || field.readOnly || field['x-value']) return [];
    const asked = Object.entries(row).filter(
      ([, one]) => !one['x-value'] && one['x-drawn'] !== false && !one.properties && one.type !== 'array',
    );
    return [
      { at: `/${key}`, title: field.title ?? key, columns: asked.map(([name, one]) => one.title ?? name) },
    ];
  });
}

/**
 * Rows of a spreadsheet into a form.
 * @fires patto-pasted when the draft has them
 */
@customElement('patto-paste-rows')
export class PasteRows extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    css`
      textarea {
        min-height: 160px;
        font-family: var(--patto-mono);
        font-size: 14px;
        white-space: pre;
      }
    `,
  ];
  @property() locale = 'it';
  @property({ attribute: 'draft-id' }) draftId = '';
  @property({ attribute: false }) definition: Definition | undefined;
  /** revision that the form stands on */
  @property({ attribute: false }) rev: () => number = () => 0;
  @state() private problem = '';
  @state() private told = '';
  @state() private repeat = 0;
  @query('patto-dialog') private dialog!: PattoDialog;

  private async paste(event: SubmitEvent, repeats: readonly Repeat[]): Promise<void> {
    event.preventDefault();
    const say = counterWords(this.locale);
    const form = event.target as HTMLFormElement;
    const text = String(new FormData(form).get('text'));
    const at = repeats[this.repeat]?.at ?? '';
    const done = await api.pasteRows(this.draftId, { at, text }, this.rev());
    this.problem = done.ok ? '' : done.problem.title;
    if (!done.ok) return;
    const { rows, unread, ignored } = done.value;
    this.told = [
      say.pasted.replace('{n}', String(rows)),
      unread > 0 ? say.pastedUnread.replace('{n}', String(unread)) : '',
      ignored.length > 0 ? `${say.pastedIgnored} ${ignored.join(', ')}.` : '',
    ].join(' ');
    form.reset();
    this.dialog.hide();
    this.dispatchEvent(new CustomEvent('patto-pasted', { bubbles: true, composed: true }));
  }

  override render() {
    const say = counterWords(this.locale);
    const repeats = this.definition ? repeatsOf(this.definition) : [];
    const chosen = repeats[this.repeat];
    if (!chosen) return nothing;
    return html`<p>
        <button class="small" data-paste @click=${() => this.dialog.show()}>${say.paste}</button>
        <span role="status" class="hint">${this.told}</span>
      </p>
      <patto-dialog heading=${say.paste} close-label=${say.cancel}>
        <form id="paste" @submit=${(event: SubmitEvent) => this.paste(event, repeats)}>
          ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
          ${
            repeats.length > 1
              ? html`<div>
                  <label for="repeat">${say.pasteWhere}</label>
                  <select
                    id="repeat"
                    @change=${(event: Event) => (this.repeat = (event.target as HTMLSelectElement).selectedIndex)}
                  >
                    ${repeats.map(({ title }) => html`<option>${title}</option>`)}
                  </select>
                </div>`
              : nothing
          }
          <div>
            <label for="text">${chosen.title}</label>
            <p class="hint" id="how">${say.pasteHow} ${chosen.columns.join(' · ')}</p>
            <textarea id="text" name="text" required spellcheck="false" aria-describedby="how"></textarea>
          </div>
        </form>
        <button slot="actions" @click=${() => this.dialog.hide()}>${say.cancel}</button>
        <button
          slot="actions"
          class="primary"
          data-paste-now
          @click=${() => (this.renderRoot.querySelector('#paste') as HTMLFormElement).requestSubmit()}
        >
          ${say.pasteNow}
        </button>
      </patto-dialog>`;
  }
}
