// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newKey } from '../../../../runtime/elements/kit/http.ts';
import { controls, forms, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { stacked } from '../../look.ts';
import { isoOf, minuteOf } from '../dates.ts';
import * as api from './export-api.ts';
import { exportWords } from './export-words.ts';

const formats: readonly api.Format[] = ['csv', 'xlsx', 'ndjson'];
const extras = ['names', 'texts', 'delicate'] as const;

/** #/exports: submissions out of the house, with a purpose; what went out so far. */
@customElement('patto-desk-exports')
export class ExportsScreen extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    css`
      form {
        max-width: 760px;
      }
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 12px;
        align-items: end;
      }
      progress {
        width: 100%;
        height: 12px;
        accent-color: var(--patto-primary);
      }
      td {
        overflow-wrap: anywhere;
      }
    `,
    stacked,
  ];
  @property() locale = 'it';
  @state() private view: api.Exports | undefined;
  @state() private problem = '';
  @state() private busy = false;
  @state() private explain = false;
  @state() private made: api.Made | undefined;
  @state() private done = 0;
  private key = newKey();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }
  private async load(): Promise<void> {
    const answer = await api.listExports();
    if (answer.ok) this.view = answer.value;
    else this.problem = answer.problem.title;
  }
  /** What goes beyond the usual is explained. */
  private ticked(event: Event): void {
    const data = new FormData((event.currentTarget as HTMLInputElement).form!);
    this.explain = extras.some((name) => data.has(name));
  }
  private async make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const say = exportWords(this.locale);
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const [from, to] = [isoOf(text('from')), isoOf(text('to'))];
    this.problem = '';
    if ((text('from') && !from) || (text('to') && !to)) this.problem = say.dateWrong;
    else if (!text('definition')) this.problem = say.definitionMissing;
    if (this.problem) return;
    this.busy = true;
    const answer = await api.makeExport(
      {
        definition: text('definition'),
        format: text('format'),
        purpose: text('purpose'),
        names: data.has('names'),
        texts: data.has('texts'),
        delicate: data.has('delicate'),
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        ...(this.explain && text('reason') ? { reason: text('reason') } : {}),
      },
      this.key,
    );
    this.busy = false;
    this.key = newKey();
    if (!answer.ok) {
      this.problem = answer.problem.title;
      return;
    }
    this.made = answer.value;
    await this.load();
    await this.updateComplete;
    const link = this.renderRoot.querySelector<HTMLAnchorElement>('#file');
    link?.click();
    link?.focus();
    void this.follow(answer.value.id);
  }
  /** How far the file is, as long as it is being written. */
  private async follow(id: string): Promise<void> {
    for (;;) {
      await new Promise((go) => setTimeout(go, 1000));
      const answer = this.isConnected && this.made?.id === id ? await api.readProgress(id) : undefined;
      this.done = answer?.ok ? answer.value.done : 0;
      if (this.done === 0) return;
    }
  }

  private form(view: api.Exports) {
    const say = exportWords(this.locale);
    const day = (name: 'from' | 'to') =>
      html`<div>
        <label for=${name}>${say[name]}</label
        ><input id=${name} name=${name} inputmode="numeric" autocomplete="off" placeholder=${say.dateHint} />
      </div>`;
    return html`<form @submit=${this.make}>
      <div>
        <label for="definition">${say.definition}</label
        ><select id="definition" name="definition" required>
          <option value="">${say.choose}</option>
          ${view.definitions.map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
        </select>
      </div>
      <fieldset>
        <legend>${say.format}</legend>
        ${formats.map(
          (one, place) =>
            html`<label
              ><input type="radio" name="format" value=${one} ?checked=${place === 0} /> ${say[one]}</label
            >`,
        )}
      </fieldset>
      <div class="two">${day('from')} ${day('to')}</div>
      <div>
        <label for="purpose">${say.purpose}</label
        ><textarea
          id="purpose"
          name="purpose"
          required
          minlength="10"
          maxlength="500"
          aria-describedby="purpose-hint"
        ></textarea>
        <span class="hint" id="purpose-hint">${say.purposeHint}</span>
      </div>
      <p class="notice">${say.usual}</p>
      <fieldset>
        <legend>${say.more}</legend>
        ${extras
          .filter((one) => one !== 'delicate' || view.delicate)
          .map(
            (one) =>
              html`<label><input type="checkbox" name=${one} @change=${this.ticked} /> ${say[one]}</label>`,
          )}
      </fieldset>
      ${
        this.explain
          ? html`<div>
              <label for="reason">${say.reason}</label
              ><textarea id="reason" name="reason" required minlength="10" maxlength="500"></textarea>
            </div>`
          : nothing
      }
      <div>
        <button class="primary" ?disabled=${this.busy} data-make>
          ${this.busy ? say.preparing : say.prepare}
        </button>
      </div>
    </form>`;
  }
  private result(made: api.Made) {
    const say = exportWords(this.locale);
    const put = (text: string, values: { readonly [name: string]: number }): string =>
      text.replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ''));
    return html`<div class="notice good" role="status">
      ${put(say.ready, { rows: made.rows, cases: made.cases })}
      <a id="file" href=${api.fileUrl(made.id)} download>${say.file}</a>
      ${
        this.done > 0
          ? html`<p>${put(say.writing, { done: this.done, rows: made.rows })}</p>
              <progress max=${made.rows} value=${this.done} aria-label=${say.preparing}></progress>`
          : nothing
      }
    </div>`;
  }
  private row(one: api.ExportRow) {
    const say = exportWords(this.locale);
    const more = extras.filter((name) => one.asks[name]).map((name) => say[name]);
    return html`<tr>
      <td class="numbers">${minuteOf(one.at)}<br /><span class="hint">${one.by}</span></td>
      <td>
        <strong>${one.title}</strong> <span class="badge">${one.format.toUpperCase()}</span><br /><span
          class="hint numbers"
          >${one.rows} ${say.rows} · ${one.cases} ${say.cases}</span
        >
        ${more.length > 0 ? html`<br /><span class="badge warn">${say.with} ${more.join(', ')}</span>` : nothing}
      </td>
      <td>${one.purpose}${one.reason ? html`<br /><span class="hint">${one.reason}</span>` : nothing}</td>
      <td>
        ${
          one.file
            ? html`<a
                class="button small"
                href=${api.fileUrl(one.id)}
                download
                aria-label="${say.again}: ${one.title} ${minuteOf(one.at)}"
                >${say.again}</a
              >`
            : nothing
        }
      </td>
    </tr>`;
  }

  override render() {
    const say = exportWords(this.locale);
    const { view } = this;
    return html`<div class="stack">
      <h1>${say.title}</h1>
      <p class="hint">${say.intro}</p>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${!view && !this.problem ? html`<p role="status">${say.loading}</p>` : nothing}
      ${this.made ? this.result(this.made) : nothing}
      ${
        view
          ? html`${
                view.definitions.length > 0
                  ? html`<section class="card" aria-labelledby="make">
                      <h2 id="make">${say.make}</h2>
                      ${this.form(view)}
                    </section>`
                  : html`<p>${say.nothing}</p>`
              }
              <section class="card" aria-labelledby="made">
                <h2 id="made">${say.made}</h2>
                ${
                  view.items.length === 0
                    ? html`<p class="hint">${say.none}</p>`
                    : html`<table>
                        <thead>
                          <tr>
                            <th scope="col">${say.when}</th>
                            <th scope="col">${say.what}</th>
                            <th scope="col">${say.why}</th>
                            <th scope="col"><span class="hidden-text">${say.again}</span></th>
                          </tr>
                        </thead>
                        <tbody>
                          ${view.items.map((one) => this.row(one))}
                        </tbody>
                      </table>`
                }
              </section>`
          : nothing
      }
    </div>`;
  }
}
