// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fileChoice, fileChoices } from '../../../../runtime/elements/kit/file-choice.ts';
import { controls, forms, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { stacked } from '../../look.ts';
import * as api from './register-api.ts';
import { filled, registerWords } from './register-words.ts';

/** bytes */
const MOST = 1_000_000;
/** rows of each kind that the preview lists */
const LISTED = 200;

/** The text of a file, whatever of the usual two ways it is encoded in. */
export function decoded(bytes: Uint8Array): { readonly text: string; readonly encoding: string } {
  // Excel writes "Unicode text" with a mark of two bytes.
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}

/** A table into a register: what it would do, then doing it. Fires `patto-imported` with how many rows changed. */
@customElement('patto-register-import')
export class RegisterImport extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    fileChoices,
    css`
      textarea {
        font-family: var(--patto-mono);
        font-size: 14px;
        white-space: pre;
      }
      del {
        color: var(--patto-muted);
      }
      td ul {
        margin: 0;
        padding-inline-start: 18px;
      }
      #seen {
        outline: none;
        margin-block-start: 20px;
      }
    `,
    stacked,
  ];
  @property() locale = 'it';
  @property({ attribute: false }) name = '';
  @state() private text = '';
  @state() private encoding = '';
  /** name of the file */
  @state() private chosen = '';
  @state() private looked: api.Looked | undefined;
  @state() private problem = '';
  @state() private busy = false;

  private async take(file: File | undefined): Promise<void> {
    this.chosen = file?.name ?? '';
    if (!file) return;
    this.looked = undefined;
    this.problem = file.size > MOST ? registerWords(this.locale).tooBig : '';
    if (this.problem) return;
    const { text, encoding } = decoded(new Uint8Array(await file.arrayBuffer()));
    this.text = text;
    this.encoding = encoding;
    await this.look();
  }

  private async look(event?: Event): Promise<void> {
    event?.preventDefault();
    this.busy = true;
    const answer = await api.lookAtTable(this.name, this.text);
    this.busy = false;
    this.problem = answer.ok ? '' : answer.problem.title;
    this.looked = answer.ok ? answer.value : undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#seen')?.focus();
  }

  private async import(): Promise<void> {
    if (!this.looked) return;
    this.busy = true;
    const answer = await api.importTable(this.name, this.text, this.looked.seen);
    this.busy = false;
    this.problem = answer.ok ? '' : answer.problem.title;
    if (!answer.ok) {
      this.looked = undefined;
      return;
    }
    const { counts } = answer.value;
    this.dispatchEvent(new CustomEvent('patto-imported', { detail: counts.new + counts.changed }));
  }

  private preview(looked: api.Looked) {
    const say = registerWords(this.locale);
    const { counts, ignored, rows } = looked;
    const many = counts.new + counts.changed;
    const listed = (['wrong', 'changed', 'new'] as const).flatMap((what) => {
      const all = rows.filter((row) => row.what === what);
      return [{ what, rows: all.slice(0, LISTED), more: Math.max(0, all.length - LISTED) }];
    });
    const tone = { new: 'good', changed: '', same: '', wrong: 'bad' } as const;
    return html`<section id="seen" tabindex="-1" aria-label=${say.what}>
      <p class="cluster">
        ${(['new', 'changed', 'same', 'wrong'] as const).map((what) =>
          counts[what] > 0
            ? html`<span class="badge ${tone[what]}" data-count=${what}
                >${say[`count.${what}`]}: ${counts[what]}</span
              >`
            : nothing,
        )}
      </p>
      ${ignored.length > 0 ? html`<p class="notice warn">${say.ignored} ${ignored.join(', ')}</p>` : nothing}
      ${
        many + counts.wrong > 0
          ? html`<table>
              <thead>
                <tr>
                  <th scope="col">${say.line}</th>
                  <th scope="col">${say.name}</th>
                  <th scope="col">${say.what}</th>
                </tr>
              </thead>
              <tbody>
                ${listed.map(
                  ({ what, rows: some, more }) =>
                    html`${some.map((row) => this.line(row, tone[what]))}
                    ${
                      more > 0
                        ? html`<tr>
                            <td colspan="3" class="hint">${filled(say.moreRows, { n: more })}</td>
                          </tr>`
                        : nothing
                    }`,
                )}
              </tbody>
            </table>`
          : nothing
      }
      ${
        counts.wrong > 0
          ? html`<p class="notice bad">${say.wrongFirst}</p>`
          : many === 0
            ? html`<p class="notice">${say.nothingToTake}</p>`
            : html`<p>
                <button class="primary" ?disabled=${this.busy} @click=${this.import} data-take>
                  ${this.busy ? say.taking : filled(say.take, { n: many })}
                </button>
              </p>`
      }
    </section>`;
  }

  private line(row: api.LookedRow, tone: string) {
    const say = registerWords(this.locale);
    return html`<tr data-line=${row.line}>
      <td class="numbers">${row.line}</td>
      <td><strong>${row.title}</strong><br /><span class="hint">${row.id}</span></td>
      <td>
        <span class="badge ${tone}">${say[`row.${row.what}` as 'row.new']}</span>
        ${
          row.problems.length + row.changes.length > 0
            ? html`<ul>
                ${row.problems.map(
                  ({ column, message }) =>
                    html`<li>${column ? html`<b>${column}</b>: ` : nothing}${message}</li>`,
                )}
                ${row.changes.map(
                  ({ column, was, now }) =>
                    html`<li>
                      <b>${column}</b>: ${was ? html`<del>${was}</del> → ` : nothing}${now || say.nothing}
                    </li>`,
                )}
              </ul>`
            : nothing
        }
      </td>
    </tr>`;
  }

  override render() {
    const say = registerWords(this.locale);
    return html`<h2>${say.importTitle}</h2>
      <p class="hint">${say.importIntro} ${say.importHint}</p>
      <form @submit=${this.look}>
        ${fileChoice({
          id: 'file',
          title: say.file,
          choose: say.chooseFile,
          chosen: this.chosen,
          accept: '.csv,.tsv,.txt,text/csv',
          change: (file) => void this.take(file),
        })}
        <div>
          <label for="text">${say.paste}</label
          ><textarea
            id="text"
            rows="6"
            spellcheck="false"
            .value=${this.text}
            @input=${(event: Event) => {
              this.text = (event.target as HTMLTextAreaElement).value;
              this.encoding = '';
              this.looked = undefined;
            }}
          ></textarea>
        </div>
        <div class="cluster">
          <button ?disabled=${this.busy || this.text.trim() === ''} data-look>
            ${this.busy ? say.looking : say.look}
          </button>
          ${this.encoding ? html`<span class="hint">${filled(say.read, { encoding: this.encoding })}</span>` : nothing}
        </div>
      </form>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${this.looked ? this.preview(this.looked) : nothing}`;
  }
}
