// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SaidFinding } from '../api.ts';
import { setTitle } from '../edit/describe.ts';
import type { History } from '../edit/history.ts';
import type { SaveState } from '../saving.ts';
import { say as sayIn } from '../words.ts';
import { icons } from './icons.ts';
import { Part } from './part.ts';

const clock = new Intl.DateTimeFormat('it-IT', { hour: '2-digit', minute: '2-digit' });

/** The form's title, how its saving stands, undo and redo, problems, publishing. */
@customElement('patto-builder-bar')
export class PattoBuilderBar extends Part {
  @property({ attribute: false }) history!: History;
  @property({ attribute: false }) save!: SaveState;
  @property({ attribute: false }) findings: readonly SaidFinding[] = [];
  @property({ type: Boolean }) readonly = false;
  /** is the list of problems open? */
  @property({ type: Boolean }) open = false;

  private act(act: string): void {
    this.tell('builder-act', { act, handle: '' });
  }

  private saved(): TemplateResult {
    const { save, say } = this;
    const time = save.is === 'clean' && save.at && clock.format(save.at);
    const texts: { readonly [state in SaveState['is']]: string } = {
      clean: time ? say('save.saved', { time }) : say('save.clean'),
      waiting: say('save.waiting'),
      offline: say('save.offline'),
      'signed-out': say('save.refused'),
      conflict: say('save.conflict'),
      refused: say('save.refused'),
    };
    return html`<span class="saved ${save.is}" data-save=${save.is}>${texts[save.is]}</span>`;
  }

  private travel(what: 'undo' | 'redo'): TemplateResult {
    const { past, future } = this.history;
    const step = (what === 'undo' ? past : future).at(-1)?.note.step;
    const name = step
      ? this.say(`${what}-step`, { step: sayIn(this.language, `step.${step.code}`, step.params) })
      : this.say(`do.${what}`);
    return html`<button
      class="small icon"
      data-travel=${what}
      aria-label=${name}
      title=${name}
      ?disabled=${!step}
      @click=${() => this.act(what)}
    >
      ${icons[what]}
    </button>`;
  }

  private name(): TemplateResult {
    const { say, history } = this;
    return html`<div class="name">
      <a href="#/" class="back">← ${say('back')}</a>
      <h1 class="hidden-text">${history.now.title}</h1>
      <input
        id="form-title"
        aria-label=${say('title-of-form')}
        maxlength="500"
        ?readonly=${this.readonly}
        .value=${history.now.title}
        @input=${(event: Event) => {
          const edited = setTitle(this.history.now, '', (event.target as HTMLInputElement).value);
          this.tell('builder-edit', { edited, topic: 'title:' });
        }}
        @blur=${(event: Event) => {
          // A title left empty is the one before.
          (event.target as HTMLInputElement).value = this.history.now.title;
          this.tell('builder-settle', undefined);
        }}
      />
    </div>`;
  }

  private problems(): TemplateResult {
    const { say, findings } = this;
    const count = findings.length;
    const errors = findings.some((finding) => finding.level === 'error');
    const text =
      count === 0
        ? say('problems-none')
        : count === 1
          ? say('problems-one')
          : say('problems-many', { count });
    return html`<button
      class="small ${errors ? 'danger' : ''}"
      data-problems
      aria-expanded=${this.open}
      @click=${() => this.tell('builder-view', { view: 'problems' })}
    >
      ${text}
    </button>`;
  }

  override render() {
    const { say, readonly } = this;
    return html`<div class="bar" data-area="bar" role="region" aria-label=${say('area.bar')} tabindex="-1">
      ${this.name()}
      <div class="cluster tools">
        ${this.saved()} ${readonly ? nothing : html`${this.travel('undo')} ${this.travel('redo')}`}
        ${this.problems()}
        ${
          readonly
            ? nothing
            : html`<button class="primary small" data-publish @click=${() => this.act('publish')}>
                ${say('publish')}
              </button>`
        }
      </div>
    </div>`;
  }
}
