// SPDX-License-Identifier: AGPL-3.0-or-later
import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { newKey } from '../../../runtime/elements/kit/http.ts';
import '../../../runtime/elements/kit/dialog.ts';
import type { PattoDialog } from '../../../runtime/elements/kit/dialog.ts';
import { sessionContext, type Session } from '../../../runtime/elements/kit/session.ts';
import { controls, tokens } from '../../../runtime/elements/kit/styles.ts';
import * as api from './api.ts';
import { dayOf, minuteOf, momentOf } from './dates.ts';
import './pad.ts';
import type { SignaturePad } from './pad.ts';
import { deskWords } from './words.ts';

/** One document of a case: state, file, who signed and who is awaited, signature register, seal. */
@customElement('patto-case-document')
export class CaseDocument extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        padding: 14px 0;
        border-block-end: 1px solid var(--patto-line);
      }
      :host(:last-of-type) {
        border: 0;
      }
      ul {
        list-style: none;
        margin: 8px 0 12px;
        padding: 0;
      }
      li {
        padding: 4px 0;
      }
      form {
        display: grid;
        gap: 14px;
      }
      .moment {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
        gap: 14px;
      }
      fieldset {
        border: 0;
        padding: 0;
        margin: 0;
      }
      legend {
        font-weight: 600;
        padding: 0;
        margin-block-end: 4px;
      }
      fieldset label {
        display: flex;
        gap: 10px;
        align-items: center;
        min-height: 44px;
        font-weight: 400;
        margin: 0;
      }
    `,
  ];
  @property({ attribute: false }) document!: api.KeptDocument;
  @property({ attribute: false }) kind: api.PaperKind | undefined;
  @property() locale = 'it';
  @consume({ context: sessionContext, subscribe: true }) @state() private session: Session | undefined;
  @state() private mode: 'paper' | 'drawn' | 'refused' = 'paper';
  @state() private problem = '';
  @state() private busy = '';
  @query('#sign') private signDialog!: PattoDialog;
  @query('#confirm') private confirmDialog!: PattoDialog;
  @query('#withdraw') private withdrawDialog!: PattoDialog;
  @query('patto-signature-pad') private pad!: SignaturePad | null;
  private key = newKey();

  /** Who may still sign: who refused may, too. */
  private able() {
    const signed = this.document.signatures.filter((one) => one.mode !== 'refused').map((one) => one.signer);
    return this.document.signers.filter((signer) => !signed.includes(signer.id));
  }
  /** Who has neither signed nor refused. */
  private awaited() {
    const done = new Set(this.document.signatures.map((signature) => signature.signer));
    return this.document.signers.filter((signer) => !done.has(signer.id));
  }
  private finish<Value>(
    answer: { ok: true; value: Value } | { ok: false; problem: { title: string } },
    dialog?: PattoDialog,
  ): void {
    this.busy = '';
    if (!answer.ok) {
      this.problem = answer.problem.title;
      return;
    }
    this.problem = '';
    this.key = newKey();
    dialog?.hide();
    this.dispatchEvent(new Event('patto-changed', { bubbles: true, composed: true }));
  }
  private async register(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const say = deskWords(this.locale);
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const strokes = this.mode === 'drawn' ? (this.pad?.strokes ?? '') : '';
    if (this.mode === 'drawn' && strokes.length < 20) {
      this.problem = say.drawMissing;
      return;
    }
    const at = momentOf(text('day'), text('hour'));
    if (!at) {
      this.problem = say.momentWrong;
      return;
    }
    this.busy = 'sign';
    const answer = await api.register(
      this.document.id,
      {
        signer: text('signer'),
        mode: this.mode,
        at,
        identified: [text('identified'), text('detail')].filter(Boolean).join(' '),
        ...(text('place') ? { place: text('place') } : {}),
        ...(strokes ? { strokes } : {}),
        ...(this.mode === 'paper' && text('original') ? { original: text('original') } : {}),
        ...(this.mode === 'refused' ? { reason: text('reason') } : {}),
      },
      this.key,
    );
    this.finish(answer, this.signDialog);
  }
  private async seal(): Promise<void> {
    this.confirmDialog.hide();
    this.busy = 'seal';
    this.finish(await api.seal(this.document.id));
  }
  private async withdraw(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason')).trim();
    this.finish(await api.withdraw(this.document.id, reason), this.withdrawDialog);
  }

  private signatures() {
    const say = deskWords(this.locale);
    const word = {
      paper: say.signed_paper,
      drawn: say.signed_drawn,
      electronic: say.signed_electronic,
      refused: say.signed_refused,
    };
    return html`<ul aria-label=${say.signatures}>
      ${this.document.signers.map((signer) => {
        const signature = this.document.signatures.find((one) => one.signer === signer.id);
        return html`<li>
          ${signer.name} <span class="hint">· ${signer.role} ·</span>
          ${
            signature
              ? html`<span class="badge ${signature.mode === 'refused' ? 'warn' : 'good'}"
                  >${word[signature.mode]} ${minuteOf(signature.at)}</span
                >`
              : html`<span class="badge">${say.waiting}</span>`
          }
        </li>`;
      })}
    </ul>`;
  }

  private signForm() {
    const say = deskWords(this.locale);
    const now = new Intl.DateTimeFormat('it-IT', {
      timeZone: 'Europe/Rome',
      hour: '2-digit',
      minute: '2-digit',
    }).format(new Date());
    const modes = [
      ['paper', say.paper, say.paperHint],
      ['drawn', say.drawn, say.drawnHint],
      ['refused', say.refused, say.refusedHint],
    ] as const;
    return html`<form @submit=${this.register}>
      <div>
        <label for="signer">${say.signer}</label>
        <select id="signer" name="signer" required>
          ${this.able().map((signer) => html`<option value=${signer.id}>${signer.name} · ${signer.role}</option>`)}
        </select>
      </div>
      <fieldset>
        <legend>${say.mode}</legend>
        ${modes.map(
          ([value, title, hint]) =>
            html`<label
              ><input
                type="radio"
                name="mode"
                value=${value}
                .checked=${this.mode === value}
                @change=${() => (this.mode = value)}
              />
              <span>${title}<span class="hint"> · ${hint}</span></span></label
            >`,
        )}
      </fieldset>
      ${
        this.mode === 'drawn'
          ? html`<div>
              <p class="hint">${say.draw}</p>
              <patto-signature-pad label=${say.draw} clear-label=${say.clear}></patto-signature-pad>
            </div>`
          : nothing
      }
      ${this.mode === 'refused' ? html`<div><label for="why">${say.reason}</label><textarea id="why" name="reason" required maxlength="1000"></textarea></div>` : nothing}
      <div class="moment">
        <div>
          <label for="day">${say.day}</label
          ><input
            id="day"
            name="day"
            inputmode="numeric"
            required
            pattern="\\d{1,2}/\\d{1,2}/\\d{4}"
            placeholder="gg/mm/aaaa"
            value=${dayOf(this.session?.today ?? '')}
          />
        </div>
        <div>
          <label for="hour">${say.hour}</label
          ><input
            id="hour"
            name="hour"
            required
            pattern="\\d{1,2}[:.]\\d{2}"
            placeholder="hh:mm"
            value=${now}
          />
        </div>
      </div>
      <div><label for="place">${say.place}</label><input id="place" name="place" maxlength="120" /></div>
      <div>
        <label for="identified">${say.identified}</label>
        <select id="identified" name="identified" required>
          ${[say.known, say.card, say.passport, say.permit, say.other].map((text) => html`<option>${text}</option>`)}
        </select>
      </div>
      <div>
        <label for="detail">${say.identifiedDetail}</label><input id="detail" name="detail" maxlength="80" />
      </div>
      ${this.mode === 'paper' ? html`<div><label for="original">${say.original}</label><input id="original" name="original" maxlength="120" /></div>` : nothing}
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
    </form>`;
  }

  override render() {
    const say = deskWords(this.locale);
    const it = this.document;
    const open = it.state === 'issued' && it.copy === 'family';
    const awaited = this.awaited();
    const stateWord = {
      queued: say.state_queued,
      failed: say.state_failed,
      issued: say.state_issued,
      sealed: say.state_sealed,
      superseded: say.state_superseded,
      withdrawn: say.state_withdrawn,
    }[it.state];
    const copyWord =
      it.copy === 'internal'
        ? say.copy_internal
        : this.kind?.act === 'internal'
          ? say.copy_office
          : say.copy_family;
    const badge = {
      queued: '',
      failed: 'bad',
      issued: 'warn',
      sealed: 'good',
      superseded: '',
      withdrawn: 'bad',
    }[it.state];
    return html`<div class="spread">
        <div>
          <h3>${this.kind?.title} <span class="numbers">${it.number}</span></h3>
          <div class="cluster">
            <span class="badge">${copyWord}</span>
            ${it.copy === 'family' || it.state !== 'issued' ? html`<span class="badge ${badge}">${stateWord}</span>` : nothing}
            <span class="hint">${minuteOf(it.issuedAt)}</span>
          </div>
        </div>
        ${it.files.length ? html`<a class="button small" href=${api.fileUrl(it.id)} target="_blank" rel="noopener">${say.file}</a>` : nothing}
      </div>
      ${it.failure ? html`<p class="notice bad">${it.failure}</p>` : nothing}
      ${it.copy === 'family' ? this.signatures() : nothing}
      ${this.problem && !this.busy ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${
        open
          ? html`<div class="cluster">
              ${
                this.able().length
                  ? html`<button class="small primary" @click=${() => this.signDialog.show()} data-sign>
                      ${say.sign}
                    </button>`
                  : nothing
              }
              ${
                awaited.some((signer) => signer.required !== false)
                  ? html`<span class="hint">${say.sealWaits}</span>`
                  : html`<button
                      class="small ${awaited.length ? '' : 'primary'}"
                      ?disabled=${this.busy === 'seal'}
                      @click=${() => (awaited.length ? this.confirmDialog.show() : this.seal())}
                      data-seal
                    >
                      ${this.busy === 'seal' ? say.sealing : say.seal}
                    </button>`
              }
              <button class="small quiet" @click=${() => this.withdrawDialog.show()}>${say.withdraw}</button>
            </div>`
          : it.state === 'sealed'
            ? html`${it.seal?.awaits ? html`<p class="hint">${say.sealAwaits}</p>` : nothing}<button
                  class="small quiet"
                  @click=${() => this.withdrawDialog.show()}
                >
                  ${say.withdraw}
                </button>`
            : nothing
      }
      <patto-dialog id="sign" heading=${say.sign} close-label=${say.cancel}>
        ${open ? this.signForm() : nothing}
        <button slot="actions" @click=${() => this.signDialog.hide()}>${say.cancel}</button>
        <button
          slot="actions"
          class="primary"
          ?disabled=${this.busy === 'sign'}
          @click=${() => this.renderRoot.querySelector<HTMLFormElement>('#sign form')?.requestSubmit()}
        >
          ${say.save}
        </button>
      </patto-dialog>
      <patto-dialog id="confirm" heading=${say.seal} close-label=${say.cancel}>
        <p>${say.sealConfirm}</p>
        <p class="hint">${say.sealHint}</p>
        <button slot="actions" @click=${() => this.confirmDialog.hide()}>${say.cancel}</button>
        <button slot="actions" class="primary" @click=${this.seal}>${say.seal}</button>
      </patto-dialog>
      <patto-dialog id="withdraw" heading=${say.withdrawTitle} close-label=${say.cancel}>
        <form @submit=${this.withdraw}>
          <p>${say.withdrawText}</p>
          <div>
            <label for="withdraw-reason">${say.reason}</label
            ><textarea id="withdraw-reason" name="reason" required maxlength="1000"></textarea>
          </div>
        </form>
        <button slot="actions" @click=${() => this.withdrawDialog.hide()}>${say.cancel}</button>
        <button
          slot="actions"
          class="danger"
          @click=${() => this.renderRoot.querySelector<HTMLFormElement>('#withdraw form')?.requestSubmit()}
        >
          ${say.withdraw}
        </button>
      </patto-dialog>`;
  }
}
