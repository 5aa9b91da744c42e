// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Imported, Left, SourceFile, Unreadable } from '../import/contract.ts';
import { MOST, openImport } from '../import/open.ts';
import { Part } from '../parts/part.ts';
import { say as sayAny } from '../words.ts';

/** So many places of one reason are shown at once. */
const SHOWN = 6;

/** A file or a pasted text, what would come of it, and only then the new form: tells `begin-import`. */
@customElement('patto-builder-import')
export class PattoBuilderImport extends Part {
  @property({ type: Boolean }) busy = false;
  @state() private result: Imported | Unreadable | undefined;
  @state() private reading = false;
  @state() private over = false;
  private pasted = '';

  /** A word of the import, whichever the code. */
  private word(key: string, params: { readonly [name: string]: string | number } = {}): string {
    return sayAny(this.language, `import.${key}`, params);
  }

  private async read(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    this.reading = true;
    const size = files.reduce((sum, file) => sum + file.size, 0);
    // What is too large is not even read.
    if (size > MOST) this.result = { refused: 'too-large', params: { limit: MOST / 1024 / 1024 } };
    else {
      const sources = files.map(async (file): Promise<SourceFile> => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      }));
      this.result = await openImport(await Promise.all(sources));
    }
    await this.arrived();
  }

  private async paste(event: Event): Promise<void> {
    event.preventDefault();
    this.reading = true;
    this.result = await openImport([{ name: '', bytes: new TextEncoder().encode(this.pasted) }]);
    await this.arrived();
  }

  /** The result is said, and the keyboard stands there. */
  private async arrived(): Promise<void> {
    this.reading = false;
    await this.updateComplete;
    this.querySelector<HTMLElement>('[data-result]')?.focus();
  }

  private drop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    void this.read([...(event.dataTransfer?.files ?? [])]);
  }

  private sources(): TemplateResult {
    const wrong = this.result && 'refused' in this.result ? this.result : undefined;
    return html`<div
      class="sources"
      ?data-over=${this.over}
      @dragover=${(event: DragEvent) => {
        event.preventDefault();
        this.over = true;
      }}
      @dragleave=${() => {
        this.over = false;
      }}
      @drop=${this.drop}
    >
      ${
        wrong
          ? html`<p class="notice bad" role="alert" data-result tabindex="-1">
              ${this.word(`refused.${wrong.refused}`, wrong.params)}
            </p>`
          : nothing
      }
      <div class="choose-file">
        <h4>${this.word('file')}</h4>
        <p class="hint" id="import-file-about">${this.word('file-about')}</p>
        <input
          class="hidden-text"
          id="import-file"
          type="file"
          multiple
          accept=".xlsx,.json,.txt,.md,application/json,text/plain"
          aria-describedby="import-file-about"
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            const files = [...(input.files ?? [])];
            input.value = '';
            void this.read(files);
          }}
        />
        <label class="button" for="import-file">${this.word('choose-file')}</label>
      </div>
      <form novalidate @submit=${this.paste}>
        <label for="import-text">${this.word('text')}</label>
        <p class="hint" id="import-text-about">${this.word('text-about')}</p>
        <textarea
          id="import-text"
          rows="7"
          aria-describedby="import-text-about"
          .value=${this.pasted}
          @input=${(event: Event) => {
            this.pasted = (event.target as HTMLTextAreaElement).value;
          }}
        ></textarea>
        <button>${this.word('read')}</button>
      </form>
      <p role="status" class="hint">${this.reading ? this.word('reading') : ''}</p>
    </div>`;
  }

  /** `survey!C5` as people say it. */
  private place(at: string): string {
    const [, sheet, cell] = /^([^#]*)!([A-Z]+\d+)$/.exec(at) ?? [];
    if (cell) return this.word('at.cell', { sheet: sheet!, cell });
    const [, row] = /^riga (\d+)$/.exec(at) ?? [];
    return row ? this.word('at.line', { row }) : at;
  }

  private line({ at, also, what }: Left): TemplateResult {
    return html`<li>
      <span class="place">${this.place(at)}</span>${what ? html` <q>${what}</q>` : nothing}${
        also ? html` <span class="hint">${this.word('also', { count: also.length })}</span>` : nothing
      }
    </li>`;
  }

  private reason(why: string, lines: readonly Left[]): TemplateResult {
    const [shown, more] = [lines.slice(0, SHOWN), lines.slice(SHOWN)];
    return html`<li>
      <p>${this.word(`why.${why}`)}</p>
      <ul class="left-places">
        ${shown.map((each) => this.line(each))}
      </ul>
      ${
        more.length > 0
          ? html`<details>
              <summary>${this.word('more', { count: more.length })}</summary>
              <ul class="left-places">
                ${more.map((each) => this.line(each))}
              </ul>
            </details>`
          : nothing
      }
    </li>`;
  }

  /** The list as a text, to be kept. */
  private save(left: readonly Left[]): void {
    const lines = left.map(({ at, what, why }) => `${this.place(at)}\t${this.word(`why.${why}`)}\t${what}`);
    const address = URL.createObjectURL(
      new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/plain' }),
    );
    const link = document.createElement('a');
    link.href = address;
    link.download = this.word('list-file');
    link.click();
    URL.revokeObjectURL(address);
  }

  private preview({ definition, carried, left }: Imported): TemplateResult {
    const reasons = new Map<string, Left[]>();
    for (const each of left) reasons.set(each.why, [...(reasons.get(each.why) ?? []), each]);
    return html`<div class="preview-of-import">
      <p class=${left.length === 0 ? 'notice good' : 'notice'} data-result tabindex="-1" role="status">
        ${this.word('found', { title: definition.title })}
        ${left.length === 0 ? this.word('all') : this.word('not-all', { count: left.length })}
      </p>
      <div class="halves">
        <section aria-labelledby="import-carried">
          <h4 id="import-carried">${this.word('carried')}</h4>
          <table>
            <thead class="hidden-text">
              <tr>
                <th scope="col">${this.word('what')}</th>
                <th scope="col">${this.word('count')}</th>
              </tr>
            </thead>
            <tbody>
              ${carried.map(
                (each) =>
                  html`<tr>
                    <th scope="row">${this.word(`what.${each.what}`)}</th>
                    <td>${each.count}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </section>
        <section aria-labelledby="import-left">
          <h4 id="import-left">${this.word('left')}</h4>
          ${
            left.length === 0
              ? html`<p class="hint">${this.word('nothing-left')}</p>`
              : html`<ul class="left-reasons">
                    ${[...reasons].map(([why, lines]) => this.reason(why, lines))}
                  </ul>
                  <button class="small" @click=${() => this.save(left)}>${this.word('save-list')}</button>`
          }
        </section>
      </div>
      <form
        novalidate
        class="make"
        @begin-title=${({ detail }: CustomEvent<string>) =>
          this.dispatchEvent(
            new CustomEvent('begin-import', { detail: { ...definition, title: detail }, bubbles: true }),
          )}
      >
        <patto-builder-title
          .language=${this.language}
          .name=${'import'}
          .value=${definition.title}
          .action=${this.say('list.create')}
        ></patto-builder-title>
        <button
          type="button"
          @click=${async () => {
            this.result = undefined;
            await this.updateComplete;
            this.querySelector<HTMLElement>('#import-file')?.focus();
          }}
        >
          ${this.word('again')}
        </button>
      </form>
    </div>`;
  }

  override render() {
    return this.result && 'definition' in this.result ? this.preview(this.result) : this.sources();
  }
}
