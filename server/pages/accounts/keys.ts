// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../../runtime/elements/kit/dialog.ts';
import type { PattoDialog } from '../../../runtime/elements/kit/dialog.ts';
import { ask } from '../../../runtime/elements/kit/http.ts';
import { controls, forms, tokens } from '../../../runtime/elements/kit/styles.ts';
import { stacked } from '../look.ts';
import { purposeInput } from '../purpose.ts';
import { dayOf, isoOf, minuteOf } from '../desk/dates.ts';
import { keyWords } from './key-words.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly definitions: boolean;
  readonly submissions: readonly string[];
  readonly asks: { readonly names: boolean; readonly texts: boolean };
  readonly expires: string;
  readonly usedAt?: string;
  readonly state: 'active' | 'expired' | 'revoked';
}
interface View {
  readonly items: readonly Row[];
  readonly definitions: readonly { readonly id: string; readonly title: string }[];
}
const tones = { active: 'good', expired: '', revoked: 'bad' } as const;

/** Keys of integrators: made, shown once, revoked. */
@customElement('patto-keys')
export class Keys extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    css`
      :host {
        display: block;
      }
      .many {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(240px, 100%), 1fr));
        gap: 0 16px;
      }
      code {
        display: block;
        padding: 12px;
        background: var(--patto-ground);
        border-radius: var(--patto-radius);
        overflow-wrap: anywhere;
        font: 15px/1.5 var(--patto-mono);
      }
      td {
        overflow-wrap: anywhere;
      }
    `,
    stacked,
  ];
  @property() locale = 'it';
  @property({ attribute: false }) comuni: readonly { readonly id: string; readonly name: string }[] = [];
  @state() private view: View | undefined;
  @state() private problem = '';
  @state() private wrong = '';
  @state() private key = '';
  @state() private copied = false;
  @query('#make') private making!: PattoDialog;
  @query('#made') private made!: PattoDialog;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }
  private async load(): Promise<void> {
    const answer = await ask<View>('/api/keys');
    if (answer.ok) this.view = answer.value;
    this.problem = answer.ok ? '' : answer.problem.title;
  }
  private begin(): void {
    this.wrong = '';
    this.renderRoot.querySelector('form')?.reset();
    this.making.show();
  }
  private async make(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const expires = isoOf(text('expires'));
    if (!expires) {
      this.wrong = keyWords(this.locale).dateWrong;
      return;
    }
    const answer = await ask<{ key: string }>('/api/keys', {
      body: {
        name: text('name'),
        purpose: text('purpose'),
        definitions: data.has('definitions'),
        submissions: data.getAll('submissions'),
        asks: { names: data.has('names'), texts: data.has('texts') },
        comuni: data.getAll('comuni'),
        expires,
        addresses: text('addresses').split(/\s+/).filter(Boolean),
      },
    });
    this.wrong = answer.ok ? '' : answer.problem.title;
    if (!answer.ok) return;
    this.key = answer.value.key;
    this.copied = false;
    this.making.hide();
    await this.load();
    this.made.show();
  }
  private async revoke(row: Row): Promise<void> {
    const path = `/api/keys/${encodeURIComponent(row.id)}/revoke`;
    const answer = await ask<void>(path, { method: 'POST', body: {} });
    if (!answer.ok) this.problem = answer.problem.title;
    await this.load();
  }
  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.key);
    this.copied = true;
  }

  private form(view: View) {
    const say = keyWords(this.locale);
    const tick = (name: string, value: string, title: string) =>
      html`<label><input type="checkbox" name=${name} value=${value} /> ${title}</label>`;
    return html`<form @submit=${this.make}>
      ${this.wrong ? html`<p class="notice bad" role="alert">${this.wrong}</p>` : nothing}
      <div>
        <label for="key-name">${say.name}</label
        ><input id="key-name" name="name" required maxlength="120" autocomplete="off" />
      </div>
      ${purposeInput(say)}
      <fieldset>
        <legend>${say.reads}</legend>
        ${tick('definitions', 'yes', say.definitions)}
      </fieldset>
      <fieldset>
        <legend>${say.submissions}</legend>
        <div class="many">${view.definitions.map(({ id, title }) => tick('submissions', id, title))}</div>
      </fieldset>
      <fieldset>
        <legend>${say.more}</legend>
        ${tick('names', 'yes', say.names)} ${tick('texts', 'yes', say.texts)}
      </fieldset>
      <fieldset>
        <legend>${say.comuni} <span class="hint">(${say.comuniHint})</span></legend>
        <div class="many">${this.comuni.map(({ id, name }) => tick('comuni', id, name))}</div>
      </fieldset>
      <div>
        <label for="expires">${say.expires}</label
        ><input
          id="expires"
          name="expires"
          required
          inputmode="numeric"
          autocomplete="off"
          aria-describedby="expires-hint"
        />
        <span class="hint" id="expires-hint">${say.expiresHint}</span>
      </div>
      <div>
        <label for="addresses">${say.addresses}</label
        ><textarea id="addresses" name="addresses" aria-describedby="addresses-hint"></textarea>
        <span class="hint" id="addresses-hint">${say.addressesHint}</span>
      </div>
    </form>`;
  }
  private row(row: Row, view: View) {
    const say = keyWords(this.locale);
    const titleOf = (id: string): string => view.definitions.find((one) => one.id === id)?.title ?? id;
    const reads = [
      ...(row.definitions ? [say.definitions] : []),
      ...row.submissions.map(titleOf),
      ...(row.asks.names ? [say.withNames] : []),
      ...(row.asks.texts ? [say.withTexts] : []),
    ];
    return html`<tr>
      <td><strong>${row.name}</strong><br /><span class="hint">${row.purpose}</span></td>
      <td>${reads.join(', ')}</td>
      <td class="numbers" data-title=${say.until}>${dayOf(row.expires)}</td>
      <td class="numbers" data-title=${say.used}>${row.usedAt ? minuteOf(row.usedAt) : say.never}</td>
      <td><span class="badge ${tones[row.state]}">${say[row.state]}</span></td>
      <td>
        ${
          row.state === 'active'
            ? html`<button
                class="small danger"
                @click=${() => this.revoke(row)}
                aria-label="${say.revoke} ${row.name}"
              >
                ${say.revoke}
              </button>`
            : nothing
        }
      </td>
    </tr>`;
  }

  override render() {
    const say = keyWords(this.locale);
    const { view } = this;
    return html`<section class="card stack" aria-labelledby="keys">
        <div class="spread">
          <h2 id="keys">${say.title}</h2>
          ${view ? html`<button @click=${this.begin} data-new-key>${say.add}</button>` : nothing}
        </div>
        <p class="hint">${say.intro}</p>
        ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
        ${!view && !this.problem ? html`<p role="status">${say.loading}</p>` : nothing}
        ${view?.items.length === 0 ? html`<p class="hint">${say.none}</p>` : nothing}
        ${
          view && view.items.length > 0
            ? html`<table>
                <thead>
                  <tr>
                    <th scope="col">${say.key}</th>
                    <th scope="col">${say.reads}</th>
                    <th scope="col">${say.until}</th>
                    <th scope="col">${say.used}</th>
                    <th scope="col">${say.state}</th>
                    <th scope="col">${say.actions}</th>
                  </tr>
                </thead>
                <tbody>
                  ${view.items.map((row) => this.row(row, view))}
                </tbody>
              </table>`
            : nothing
        }
      </section>
      <patto-dialog id="make" heading=${say.add} close-label=${say.close}>
        ${view ? this.form(view) : nothing}
        <button slot="actions" @click=${() => this.making.hide()}>${say.cancel}</button>
        <button
          slot="actions"
          class="primary"
          data-make-key
          @click=${() => this.renderRoot.querySelector('form')?.requestSubmit()}
        >
          ${say.make}
        </button>
      </patto-dialog>
      <patto-dialog id="made" heading=${say.made} close-label=${say.close}>
        <p>${say.once}</p>
        <code>${this.key}</code>
        <p role="status">${this.copied ? say.copied : ''}</p>
        <button slot="actions" @click=${() => this.made.hide()}>${say.close}</button>
        <button slot="actions" class="primary" @click=${this.copy}>${say.copy}</button>
      </patto-dialog>`;
  }
}
