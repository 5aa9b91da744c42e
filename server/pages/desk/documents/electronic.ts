// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fileChoice, fileChoices } from '../../../../runtime/elements/kit/file-choice.ts';
import type { Answer } from '../../../../runtime/elements/kit/http.ts';
import { controls, forms, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { isDone, waitsFor } from '../../../../templates/acts.ts';
import { actWords, type ActWords } from './act-words.ts';
import * as api from '../api.ts';
import { minuteOf } from '../dates.ts';

const uploaded = 'uploaded';

/** Electronic signatures in the file: with a key of the office, or with the signer's own program. Fires `patto-registered`. */
@customElement('patto-electronic')
export class Electronic extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    fileChoices,
    css`
      p {
        margin: 0;
      }
      ol {
        margin: 0;
        padding-inline-start: 22px;
        display: grid;
        gap: 14px;
      }
    `,
  ];
  @property({ attribute: false }) document!: api.KeptDocument;
  @property() locale = 'it';
  @state() private ways: readonly api.SigningWay[] | undefined;
  @state() private way = '';
  @state() private signer = '';
  @state() private file: File | undefined;
  @state() private busy = '';
  @state() private problem = '';

  override firstUpdated(): void {
    void api.readWays(this.document.id).then((answer) => {
      this.ways = answer.ok ? answer.value.ways : [];
      if (!answer.ok) this.problem = answer.problem.title;
    });
  }

  private able() {
    return this.document.signers.filter(
      (signer) => !isDone(this.document, signer) && waitsFor(this.document, signer).length === 0,
    );
  }
  private chosen(): string {
    const able = this.able();
    return (able.find(({ id }) => id === this.signer) ?? able[0])?.id ?? '';
  }

  /** What may sign in the place of the chosen signer; a program of one's own always may. */
  private choices(say: ActWords): readonly api.SigningWay[] {
    const signer = this.chosen();
    const ways = (this.ways ?? []).filter(({ signers }) => signers?.includes(signer) ?? true);
    return [...ways, { id: uploaded, title: say.uploaded }];
  }
  private chosenWay(say: ActWords): string {
    const all = this.choices(say);
    return (all.find(({ id }) => id === this.way) ?? all[0])?.id ?? uploaded;
  }

  /** One step, with what is said meanwhile; false when it did not work. */
  private async step(doing: string, ask: () => Promise<Answer<api.KeptDocument>>): Promise<boolean> {
    this.busy = doing;
    this.problem = '';
    const answer = await ask();
    this.busy = '';
    if (!answer.ok) {
      this.problem = answer.problem.title;
      return false;
    }
    this.document = answer.value;
    return true;
  }
  private told(): void {
    this.dispatchEvent(new Event('patto-registered'));
  }

  private async begin(say: ActWords): Promise<void> {
    const way = this.chosenWay(say);
    if (way === uploaded) return this.bring(say);
    const { id } = this.document;
    const given = { signer: this.chosen(), way };
    if (!(await this.step(say.preparing, () => api.beginSigning(id, given)))) return;
    // Who is asked for nothing has said all by choosing.
    if (this.document.signing?.asks.length === 0) await this.complete(say, {});
    // The dialog stays for what has to be typed; the page behind it knows meanwhile.
    else this.dispatchEvent(new Event('patto-begun'));
  }
  private async complete(say: ActWords, secret: { pin?: string; otp?: string }): Promise<void> {
    const { id } = this.document;
    if (await this.step(say.signing, () => api.completeSigning(id, secret))) this.told();
  }
  private async bring(say: ActWords): Promise<void> {
    const { file } = this;
    if (!file) {
      this.problem = say.fileMissing;
      return;
    }
    const signer = this.chosen();
    if (await this.step(say.checking, () => api.bringSigned(this.document.id, signer, file))) {
      this.file = undefined;
      this.told();
    }
  }
  private async giveUp(say: ActWords): Promise<void> {
    if (await this.step(say.givingUp, () => api.giveUpSigning(this.document.id))) this.told();
  }

  /** A signature that is under way, also after a restart. */
  private pending(say: ActWords, signing: NonNullable<api.KeptDocument['signing']>) {
    const name = this.document.signers.find(({ id }) => id === signing.signer)?.name ?? '';
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      const data = new FormData(event.target as HTMLFormElement);
      const said = Object.fromEntries(signing.asks.map((ask) => [ask, String(data.get(ask) ?? '').trim()]));
      void this.complete(say, said);
    };
    return html`<form @submit=${submit}>
      <p class="notice">
        <strong>${say.underWay} ${name}</strong><br />${signing.title} · ${say.preparedAt}
        ${minuteOf(signing.at)}
      </p>
      ${signing.asks.map(
        (ask) =>
          html`<div>
            <label for=${ask}>${say[ask]}</label
            ><input
              id=${ask}
              name=${ask}
              type=${ask === 'pin' ? 'password' : 'text'}
              inputmode="numeric"
              autocomplete=${ask === 'otp' ? 'one-time-code' : 'off'}
              required
              maxlength="64"
            />
          </div>`,
      )}
      ${this.said()}
      <div class="cluster">
        <button class="primary" ?disabled=${this.busy !== ''} data-complete>${say.signNow}</button>
        <button type="button" ?disabled=${this.busy !== ''} @click=${() => this.giveUp(say)}>
          ${say.giveUp}
        </button>
      </div>
    </form>`;
  }

  private said() {
    return html`<div role="status">${this.busy ? html`<p class="notice">${this.busy}</p>` : nothing}</div>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}`;
  }

  private elsewhere(say: ActWords) {
    return html`<ol>
      <li>
        <p>${say.takeFile}</p>
        <a class="button small" href=${api.fileUrl(this.document.id)} download="${this.document.number}.pdf"
          >${say.download}</a
        >
      </li>
      <li>${say.signThere}</li>
      <li>
        ${fileChoice({
          id: 'signed',
          title: say.bringBack,
          choose: say.choose,
          chosen: this.file?.name ?? '',
          accept: 'application/pdf,.pdf',
          change: (file) => (this.file = file),
        })}
      </li>
    </ol>`;
  }

  override render() {
    const say = actWords(this.locale);
    const { signing, signatures } = this.document;
    if (signing) return this.pending(say, signing);
    if (signatures.some(({ mode }) => mode === 'paper' || mode === 'drawn'))
      return html`<p class="notice">${say.byHand}</p>`;
    if (!this.ways) return html`<p role="status">${say.loading}</p>`;
    const all = this.choices(say);
    const way = this.chosenWay(say);
    return html`<form @submit=${(event: Event) => (event.preventDefault(), void this.begin(say))}>
      <div>
        <label for="who">${say.signer}</label>
        <select
          id="who"
          @change=${(event: Event) => (this.signer = (event.target as HTMLSelectElement).value)}
        >
          ${this.able().map(
            ({ id, name, role }) =>
              html`<option value=${id} .selected=${id === this.chosen()}>${name} · ${role}</option>`,
          )}
        </select>
      </div>
      <fieldset>
        <legend>${say.with}</legend>
        ${all.map(
          ({ id, title }) =>
            html`<label
              ><input
                type="radio"
                name="way"
                value=${id}
                .checked=${way === id}
                @change=${() => (this.way = id)}
              />
              <span>${title}</span></label
            >`,
        )}
      </fieldset>
      ${way === uploaded ? this.elsewhere(say) : html`<p class="hint">${say.wayHint}</p>`} ${this.said()}
      <div>
        <button class="primary" ?disabled=${this.busy !== ''} data-begin>
          ${way === uploaded ? say.checkFile : say.prepare}
        </button>
      </div>
    </form>`;
  }
}
