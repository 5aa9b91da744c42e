// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../../../runtime/elements/kit/dialog.ts';
import type { PattoDialog } from '../../../../runtime/elements/kit/dialog.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import type { Signature } from '../../../../schemas/types.ts';
import { isDone, standing } from '../../../../templates/acts.ts';
import { actWords } from './act-words.ts';
import * as api from '../api.ts';
import { minuteOf } from '../dates.ts';
import './electronic.ts';
import './sign-form.ts';
import type { SignForm } from './sign-form.ts';
import { deskWords } from '../words.ts';

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
      li .hint {
        overflow-wrap: anywhere;
      }
      .cluster + .hint {
        margin-block-start: 10px;
      }
    `,
  ];
  @property({ attribute: false }) document!: api.KeptDocument;
  @property({ attribute: false }) kind: api.PaperKind | undefined;
  @property() locale = 'it';
  /** its seal is being set, or could not be: that has a line of its own */
  @property({ attribute: false }) sealJob = false;
  @state() private problem = '';
  @state() private sealing: 'first' | 'last' = 'last';
  @state() private busy = '';
  @query('#sign') private signDialog!: PattoDialog;
  @query('#electronic') private electronicDialog!: PattoDialog;
  @query('#confirm') private confirmDialog!: PattoDialog;
  @query('#withdraw') private withdrawDialog!: PattoDialog;
  @query('patto-sign-form') private form!: SignForm | null;

  override firstUpdated(): void {
    if (this.document.state !== 'issued' || this.document.copy !== 'family') return;
    void api.ownDistrict().then((district) => (this.sealing = district?.sealing ?? 'last'));
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
    dialog?.hide();
    this.changed();
  }
  private changed(): void {
    this.dispatchEvent(new Event('patto-changed', { bubbles: true, composed: true }));
  }
  private async register(): Promise<void> {
    this.busy = 'sign';
    await this.form?.submit();
    this.busy = '';
  }
  private async seal(): Promise<void> {
    this.confirmDialog.hide();
    this.busy = 'seal';
    const answer = await api.seal(this.document.id);
    this.finish(answer);
    // It may stand among the jobs now, to be begun again.
    if (!answer.ok) this.changed();
  }
  private async withdraw(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason')).trim();
    this.finish(await api.withdraw(this.document.id, reason), this.withdrawDialog);
  }

  private signatures() {
    const say = deskWords(this.locale);
    return html`<ul aria-label=${say.signatures}>
      ${this.document.signers.map((signer) => {
        const signature = this.document.signatures.find((one) => one.signer === signer.id);
        // nobody signs what another version or a withdrawal has taken the place of
        const over = ['superseded', 'withdrawn'].includes(this.document.state);
        const waits = over ? say.unsigned : signer.required === false ? say.mayWait : say.waiting;
        return html`<li>
          ${signer.name} <span class="hint">· ${signer.role} ·</span>
          ${signature ? this.signature(signature) : html`<span class="badge">${waits}</span>`}
        </li>`;
      })}
    </ul>`;
  }
  private signature(it: Signature) {
    const [say, act] = [deskWords(this.locale), actWords(this.locale)];
    const word = {
      paper: say.signed_paper,
      drawn: say.signed_drawn,
      electronic: say.signed_electronic,
      refused: say.signed_refused,
      impeded: say.signed_impeded,
    };
    const how = [
      it.mode === 'electronic' ? `${act.certificateOf} ${it.identified}` : it.identified,
      ...(it.identifiedBy ? [`${act.by} ${it.identifiedBy}`] : []),
      ...(it.place ? [it.place] : []),
      ...(it.original ? [it.original] : []),
    ];
    return html`<span class="badge ${it.mode === 'refused' ? 'warn' : 'good'}"
        >${word[it.mode]} ${minuteOf(it.at)}</span
      >
      <div class="hint">
        ${how.join(' · ')}${
          it.scan
            ? html` · <a href=${api.scanUrl(this.document.id, it.scan)} download>${act.openScan}</a>`
            : nothing
        }${it.reason ? html`<br />«${it.reason}»` : nothing}
      </div>`;
  }

  /** How far the act is, in words. */
  private far() {
    const act = actWords(this.locale);
    const { awaited, optional, refused, complete, agreed } = standing(this.document);
    const names = (all: readonly { readonly name: string }[]): string =>
      all.map(({ name }) => name).join(', ');
    const isOpen = this.document.state === 'issued';
    return html`<div role="status" data-standing>
      ${isOpen && awaited.length > 0 ? html`<p class="hint">${act.awaited} ${names(awaited)}.</p>` : nothing}
      ${isOpen && this.document.inOrder && awaited.length > 1 ? html`<p class="hint">${act.inOrder} ${names(awaited.slice(0, 1))}.</p>` : nothing}
      ${isOpen && complete && agreed ? html`<p class="notice good">${this.document.seal ? act.allSealed : act.all}</p>` : nothing}
      ${
        refused.length > 0
          ? html`<p class="notice warn">
              <strong>${act.someRefused} ${names(refused)}.</strong>
              ${isOpen ? act.refusedNow : act.refusedSealed}
            </p>`
          : nothing
      }
      ${
        isOpen && optional.length > 0
          ? html`<p class="hint">
              ${optional.length === 1 ? act.optional : act.optionals} ${names(optional)}.
            </p>`
          : nothing
      }
    </div>`;
  }

  /** Does the seal come first here, and is it still to be set? */
  private opensWithSeal(): boolean {
    const { seal, files, signatures } = this.document;
    const byHand = signatures.some(({ mode }) => mode === 'paper' || mode === 'drawn');
    return this.sealing === 'first' && !seal && !byHand && files.every(({ is }) => is === 'issued');
  }

  /** What may be done with an act that is not closed. */
  private actions(able: boolean) {
    const [say, act] = [deskWords(this.locale), actWords(this.locale)];
    const { seal, signing } = this.document;
    const { signs = false, closes = false } = this.kind ?? {};
    if (!signs && !closes) return nothing;
    const { awaited, complete, optional } = standing(this.document);
    const awaits = awaited.length > 0;
    const opens = this.opensWithSeal();
    // Then what is left to register by hand is who does not sign.
    const inFile = this.document.files.some(({ is }) => is !== 'issued');
    const [doing, name] = seal ? [act.closing, act.close] : [say.sealing, opens ? act.sealOpens : say.seal];
    const asks = optional.length > 0 && !opens;
    return html`${opens ? html`<p class="hint">${act.firstHint}</p>` : nothing}
      <div class="cluster">
        ${
          able && signs && !signing && !inFile
            ? html`<button
                class="small ${opens ? '' : 'primary'}"
                @click=${() => this.signDialog.show()}
                data-sign
              >
                ${say.sign}
              </button>`
            : nothing
        }
        ${
          signs && ((able && !opens) || signing)
            ? html`<button
                class="small ${signing || inFile ? 'primary' : ''}"
                @click=${() => this.electronicDialog.show()}
                data-electronic
              >
                ${signing ? act.electronicOpen : act.electronic}
              </button>`
            : nothing
        }
        ${
          closes && (complete || opens) && !signing && !this.sealJob
            ? html`<button
                class="small ${asks ? '' : 'primary'}"
                ?disabled=${this.busy === 'seal'}
                @click=${() => (asks ? this.confirmDialog.show() : this.seal())}
                data-seal
              >
                ${this.busy === 'seal' ? doing : name}
              </button>`
            : nothing
        }
        ${
          signs && inFile && awaits && !signing
            ? html`<button class="small" @click=${() => this.signDialog.show()}>${act.noSign}</button>`
            : nothing
        }
        ${closes ? html`<button class="small quiet" @click=${() => this.withdrawDialog.show()}>${say.withdraw}</button>` : nothing}
      </div>
      ${complete || opens ? nothing : html`<p class="hint">${seal ? act.closeWaits : say.sealWaits}</p>`}`;
  }

  override render() {
    const say = deskWords(this.locale);
    const it = this.document;
    const open = it.state === 'issued' && it.copy === 'family';
    const { optional } = standing(it);
    const able = it.signers.some((signer) => !isDone(it, signer));
    const act = actWords(this.locale);
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
        <div class="cluster">
          ${it.copy === 'family' ? html`<a class="button small quiet" href="#/document/${it.id}">${act.history}</a>` : nothing}
          ${
            it.state === 'sealed'
              ? html`<a class="button small quiet" href=${api.packageUrl(it.id)} download>${say.archive}</a>`
              : nothing
          }
          ${it.files.length ? html`<a class="button small quiet" href=${api.pageUrl(it.id)} target="_blank" rel="noopener">${say.page}</a>` : nothing}
          ${it.files.length ? html`<a class="button small" href=${api.fileUrl(it.id)} target="_blank" rel="noopener">${say.file}</a>` : nothing}
        </div>
      </div>
      ${it.failure ? html`<p class="notice bad">${it.failure}</p>` : nothing}
      ${it.copy === 'family' ? [this.signatures(), this.far()] : nothing}
      ${this.problem && !this.busy && !this.sealJob ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${open ? this.actions(able) : nothing}
      ${it.state === 'sealed' && it.seal?.awaits ? html`<p class="hint">${say.sealAwaits}</p>` : nothing}
      ${
        it.state === 'sealed' && this.kind?.closes
          ? html`<button class="small quiet" @click=${() => this.withdrawDialog.show()}>
              ${say.withdraw}
            </button>`
          : nothing
      }
      <patto-dialog id="sign" heading=${say.sign} close-label=${say.cancel}>
        ${
          open && able
            ? html`<patto-sign-form
                .document=${it}
                .locale=${this.locale}
                @patto-registered=${() => (this.signDialog.hide(), this.changed())}
              ></patto-sign-form>`
            : nothing
        }
        <button slot="actions" @click=${() => this.signDialog.hide()}>${say.cancel}</button>
        <button slot="actions" class="primary" ?disabled=${this.busy === 'sign'} @click=${this.register}>
          ${say.save}
        </button>
      </patto-dialog>
      <patto-dialog id="electronic" heading=${act.electronic} close-label=${say.cancel}>
        ${
          open
            ? html`<patto-electronic
                .document=${it}
                .locale=${this.locale}
                @patto-registered=${() => (this.electronicDialog.hide(), this.changed())}
                @patto-begun=${() => this.changed()}
              ></patto-electronic>`
            : nothing
        }
      </patto-dialog>
      <patto-dialog id="confirm" heading=${say.seal} close-label=${say.cancel}>
        <p>${act.confirmSeal.replace('{names}', optional.map(({ name }) => name).join(', '))}</p>
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
