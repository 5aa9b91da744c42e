// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fileChoice } from '../../../runtime/elements/kit/file-choice.ts';
import type { Definition } from '../../../schemas/types.ts';
import { takeIn } from '../../edit/translate.ts';
import { type FileRead, type Proposed, propose, readTranslations } from '../../exchange/translations.ts';
import { Part } from '../../parts/part.ts';
import { directionOf } from './languages.ts';

/** So many of what a file brings are drawn. */
const most = 200;
const largest = 4 * 1024 * 1024;

/** A file of translations, looked at before it is taken: what is new, what changes, what nobody knows. */
@customElement('patto-builder-intake')
export class PattoBuilderIntake extends Part {
  @property({ attribute: false }) definition!: Definition;
  /** the language that is open */
  @property() into = '';
  @state() private file: FileRead | undefined;
  @state() private wrong = '';
  /** keys that are left out */
  @state() private without: ReadonlySet<string> = new Set();

  private async read(file: File | undefined): Promise<void> {
    if (!file) return;
    await this.show(file.size > largest ? '' : await file.text());
  }

  /** The text of a file, as it would be read from disk. */
  async show(text: string): Promise<void> {
    const read = readTranslations(text);
    this.wrong = read ? '' : this.say('intake.unreadable');
    const other = read?.language !== undefined && read.language !== this.into;
    if (other) this.wrong = this.say('intake.other-language', { file: read.language ?? '', open: this.into });
    this.file = other ? undefined : read;
    // What was made from another text is for somebody who reads both to let in.
    this.without = new Set(
      (this.file ? propose(this.definition, this.into, this.file).proposed : []).flatMap(({ stale, row }) =>
        stale ? [row.key] : [],
      ),
    );
    await this.updateComplete;
    this.querySelector<HTMLElement>('[data-intake-result], [role="alert"]')?.focus();
  }

  private take(proposed: readonly Proposed[]): void {
    const edited = takeIn(
      this.definition,
      this.into,
      proposed.map(({ row, target }) => [row.key, target] as const),
    );
    this.tell('builder-edit', { edited });
    this.file = undefined;
  }

  private flip(key: string): void {
    const next = new Set(this.without);
    if (!next.delete(key)) next.add(key);
    this.without = next;
  }

  private row({ row, target, how, stale }: Proposed): TemplateResult {
    const { say } = this;
    const id = `intake-${encodeURIComponent(row.key)}`;
    const dir = directionOf(this.into);
    return html`<tr>
      <td>
        <input
          type="checkbox"
          id=${id}
          .checked=${!this.without.has(row.key)}
          aria-label=${say('intake.take-one', { text: row.text.slice(0, 80) })}
          @change=${() => this.flip(row.key)}
        />
      </td>
      <td>
        ${row.text}${stale ? html`<span class="badge warn">${say('intake.other-source')}</span>` : nothing}
      </td>
      <td lang=${this.into} dir=${dir}>
        ${how === 'changed' ? html`<del>${row.translation}</del> ` : nothing}<ins>${target}</ins>
      </td>
    </tr>`;
  }

  private proposal(file: FileRead): TemplateResult {
    const { say } = this;
    const { proposed, unknown, empty } = propose(this.definition, this.into, file);
    const changes = proposed.filter(({ how }) => how !== 'same');
    const chosen = changes.filter(({ row }) => !this.without.has(row.key));
    const count = (how: Proposed['how']): number => proposed.filter((one) => one.how === how).length;
    return html`<div data-intake-result tabindex="-1">
      <p>
        ${say('intake.counts', {
          fresh: count('new'),
          changed: count('changed'),
          same: count('same'),
          empty,
          unknown: unknown.length,
        })}
      </p>
      ${
        unknown.length === 0
          ? nothing
          : html`<details class="ask">
              <summary>${say('intake.unknown', { count: unknown.length })}</summary>
              <ul>
                ${unknown.slice(0, most).map((key) => html`<li><code>${key}</code></li>`)}
              </ul>
            </details>`
      }
      ${
        changes.length === 0
          ? nothing
          : html`<div class="scroll" role="region" tabindex="0" aria-label=${say('intake.table')}>
                <table class="compare intake">
                  <thead>
                    <tr>
                      <th scope="col">${say('intake.take')}</th>
                      <th scope="col">${say('translate.source')}</th>
                      <th scope="col">${say('translate.target')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    ${changes.slice(0, most).map((one) => this.row(one))}
                  </tbody>
                </table>
              </div>
              ${changes.length > most ? html`<p class="hint">${say('intake.more', { count: changes.length - most })}</p>` : nothing}`
      }
      <div class="cluster">
        ${
          chosen.length === 0
            ? nothing
            : html`<button class="primary" data-intake-take @click=${() => this.take(chosen)}>
                ${say('intake.do', { count: chosen.length })}
              </button>`
        }
        <button
          data-intake-drop
          @click=${() => {
            this.file = undefined;
          }}
        >
          ${say('cancel')}
        </button>
      </div>
    </div>`;
  }

  override render() {
    const { say, file } = this;
    return html`<div>
        ${fileChoice({
          id: 'intake-file',
          title: say('intake.file'),
          choose: say('intake.choose'),
          chosen: '',
          accept: '.csv,.xlf,.xliff,text/csv,application/xliff+xml',
          about: 'intake-help',
          again: true,
          change: (chosen) => void this.read(chosen),
        })}
        <p class="hint" id="intake-help">${say('intake.help')}</p>
      </div>
      ${this.wrong ? html`<p class="notice bad" role="alert" tabindex="-1">${this.wrong}</p>` : nothing}
      ${file ? this.proposal(file) : nothing}`;
  }
}
