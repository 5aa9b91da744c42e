// SPDX-License-Identifier: AGPL-3.0-or-later
import { consume } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { fileChoice, fileChoices } from '../../../../runtime/elements/kit/file-choice.ts';
import { newKey } from '../../../../runtime/elements/kit/http.ts';
import { sessionContext, type Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, forms, tokens } from '../../../../runtime/elements/kit/styles.ts';
import type { Signer } from '../../../../schemas/types.ts';
import { declared, impediment, isDone, modesOf, type Mode, waitsFor } from '../../../../templates/acts.ts';
import { actWords, type ActWords } from './act-words.ts';
import * as api from '../api.ts';
import { dayOf, momentOf } from '../dates.ts';
import './pad.ts';
import type { SignaturePad } from './pad.ts';

type Hand = Exclude<Mode, 'electronic'>;
const hints: { readonly [mode in Hand]: keyof ActWords } = {
  paper: 'paperHint',
  drawn: 'drawnHint',
  refused: 'refusedHint',
  impeded: 'impededHint',
};

/** What a person did with an act: signed on paper or here, refused, declared that they cannot. Fires `patto-registered`. */
@customElement('patto-sign-form')
export class SignForm extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    fileChoices,
    css`
      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
        gap: 14px;
      }
      blockquote {
        margin: 6px 0 0;
        padding: 10px 14px;
        border-inline-start: 4px solid var(--patto-primary);
        background: var(--patto-primary-soft);
      }
      p {
        margin: 0;
      }
    `,
  ];
  @property({ attribute: false }) document!: api.KeptDocument;
  @property() locale = 'it';
  @consume({ context: sessionContext, subscribe: true }) @state() private session: Session | undefined;
  @state() private mode: Hand = 'paper';
  @state() private chosen = '';
  @state() private cause = '';
  /** name of the chosen file */
  @state() private scanned = '';
  @state() private officer: string | undefined;
  @state() private problem = '';
  /** the district's own text of a declaration */
  @state() private own: string | undefined;
  @query('form') private form!: HTMLFormElement;
  @query('patto-signature-pad') private pad!: SignaturePad | null;
  private key = newKey();

  /** Who may still do something: who refused may, too. */
  private able(): readonly Signer[] {
    return this.document.signers.filter(
      (signer) => !isDone(this.document, signer) && this.modesOf(signer).length > 0,
    );
  }
  /** Once somebody has signed in the file, or it is sealed, nobody signs its paper. */
  private modesOf(signer: Signer): readonly Hand[] {
    const inFile = this.document.files.some(({ is }) => is !== 'issued');
    const early = waitsFor(this.document, signer).length > 0;
    return modesOf(signer).filter(
      (mode): mode is Hand =>
        mode !== 'electronic' &&
        !(inFile && (mode === 'paper' || mode === 'drawn')) &&
        !(early && mode !== 'refused'),
    );
  }
  private signer(): Signer | undefined {
    const able = this.able();
    return able.find(({ id }) => id === this.chosen) ?? able[0];
  }
  private modes(): readonly Hand[] {
    const signer = this.signer();
    return signer ? this.modesOf(signer) : [];
  }

  override willUpdate(): void {
    // A mode that the next signer does not have is not kept.
    const modes = this.modes();
    if (!modes.includes(this.mode)) this.mode = modes[0] ?? 'paper';
  }
  override firstUpdated(): void {
    void api.ownDistrict().then((district) => (this.own = district?.declarations?.impediment));
  }

  /** Asks for what is missing, else registers; resolves when that is done. */
  async submit(): Promise<void> {
    if (!this.form.reportValidity()) return;
    const say = actWords(this.locale);
    const data = new FormData(this.form);
    const text = (name: string): string => {
      const given = data.get(name);
      return typeof given === 'string' ? given.trim() : '';
    };
    const strokes = this.mode === 'drawn' ? (this.pad?.strokes ?? '') : '';
    const at = momentOf(text('day'), text('hour'));
    if (this.mode === 'drawn' && strokes.length < 20) return this.fail(say.drawMissing);
    if (!at) return this.fail(say.momentWrong);
    const file = data.get('scan');
    const scanned =
      file instanceof File && file.size > 0 ? await api.sendScan(this.document.id, file) : undefined;
    if (scanned && !scanned.ok) return this.fail(scanned.problem.title);
    const answer = await api.register(
      this.document.id,
      {
        signer: this.signer()?.id ?? '',
        mode: this.mode,
        at,
        identified: [text('identified'), text('detail')].filter(Boolean).join(' '),
        ...(text('officer') ? { identifiedBy: text('officer') } : {}),
        ...(text('place') ? { place: text('place') } : {}),
        ...(strokes ? { strokes } : {}),
        ...(text('original') ? { original: text('original') } : {}),
        ...(text('reason') ? { reason: text('reason') } : {}),
        ...(scanned ? { scan: scanned.value.sha256 } : {}),
      },
      this.key,
    );
    if (!answer.ok) return this.fail(answer.problem.title);
    this.key = newKey();
    this.problem = '';
    this.cause = '';
    this.scanned = '';
    this.chosen = '';
    this.form.reset();
    this.pad?.clear();
    this.dispatchEvent(new Event('patto-registered'));
  }
  private fail(problem: string): void {
    this.problem = problem;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector('.bad')?.scrollIntoView({ block: 'nearest' }),
    );
  }

  private who(say: ActWords) {
    const signer = this.signer();
    const first = signer ? waitsFor(this.document, signer) : [];
    return html`<div>
        <label for="signer">${say.signer}</label>
        <select
          id="signer"
          name="signer"
          required
          @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).value)}
        >
          ${this.able().map(
            ({ id, name, role }) =>
              html`<option value=${id} .selected=${id === signer?.id}>${name} · ${role}</option>`,
          )}
        </select>
        ${first.length > 0 ? html`<p class="hint">${say.inTurn} ${first.map(({ name }) => name).join(', ')}.</p>` : nothing}
        ${signer?.line ? html`<p class="hint">${say[signer.line]}</p>` : nothing}
      </div>
      <fieldset>
        <legend>${say.mode}</legend>
        ${this.modes().map(
          (mode) =>
            html`<label
              ><input
                type="radio"
                name="mode"
                value=${mode}
                .checked=${this.mode === mode}
                @change=${() => (this.mode = mode)}
              />
              <span>${say[mode]}<span class="hint"> · ${say[hints[mode]]}</span></span></label
            >`,
        )}
      </fieldset>`;
  }

  /** What this way of acting asks for. */
  private how(say: ActWords) {
    if (this.mode === 'drawn')
      return html`<div>
        <p class="hint">${say.draw}</p>
        <patto-signature-pad label=${say.draw} clear-label=${say.clear}></patto-signature-pad>
      </div>`;
    if (this.mode === 'refused')
      return html`<div>
        <label for="why">${say.reasonRefused}</label
        ><textarea id="why" name="reason" required maxlength="1000"></textarea>
      </div>`;
    if (this.mode === 'impeded') return this.impediment(say);
    return nothing;
  }
  private impediment(say: ActWords) {
    const text = declared(this.own ?? impediment.it, {
      officer: this.officer ?? this.session?.account.name ?? '…',
      name: this.signer()?.name ?? '…',
      document: this.document.number,
      cause: this.cause.trim() || '…',
    });
    return html`<div>
        <label for="cause">${say.reasonImpeded}</label
        ><input
          id="cause"
          name="reason"
          list="causes"
          required
          maxlength="300"
          autocomplete="off"
          @input=${(event: Event) => (this.cause = (event.target as HTMLInputElement).value)}
        />
        <datalist id="causes">
          ${[say.cannotWrite, say.cannotSee, say.cannotMove].map((one) => html`<option value=${one}></option>`)}
        </datalist>
      </div>
      <div>
        <p class="hint">${say.readOut}</p>
        <blockquote lang="it">${text}</blockquote>
      </div>`;
  }

  private where(say: ActWords) {
    const now = new Intl.DateTimeFormat('it-IT', {
      timeZone: 'Europe/Rome',
      hour: '2-digit',
      minute: '2-digit',
    }).format(new Date());
    return html`<div class="two">
        <div>
          <label for="day">${say.day}</label
          ><input
            id="day"
            name="day"
            inputmode="numeric"
            required
            pattern="\\d{1,2}/\\d{1,2}/\\d{4}"
            placeholder="gg/mm/aaaa"
            value=${this.session ? dayOf(this.session.today) : ''}
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
      <div class="two">
        <div>
          <label for="identified">${say.identified}</label>
          <select id="identified" name="identified" required>
            ${[say.known, say.card, say.passport, say.permit, say.other].map((one) => html`<option>${one}</option>`)}
          </select>
        </div>
        <div>
          <label for="detail">${say.identifiedDetail}</label
          ><input id="detail" name="detail" maxlength="80" />
        </div>
      </div>
      <div>
        <label for="officer">${say.identifiedBy}</label
        ><input
          id="officer"
          name="officer"
          required
          maxlength="120"
          value=${this.session?.account.name ?? ''}
          @input=${(event: Event) => (this.officer = (event.target as HTMLInputElement).value)}
        />
      </div>`;
  }

  override render() {
    const say = actWords(this.locale);
    const onPaper = this.mode === 'paper' || this.mode === 'impeded';
    return html`<form @submit=${(event: Event) => (event.preventDefault(), void this.submit())}>
      ${this.who(say)} ${this.how(say)} ${this.where(say)}
      ${
        onPaper
          ? html`<div>
                <label for="original">${say.original}</label
                ><input id="original" name="original" maxlength="120" />
              </div>
              <div>
                ${fileChoice({
                  id: 'scan',
                  name: 'scan',
                  title: say.scan,
                  choose: say.choose,
                  chosen: this.scanned,
                  accept: 'application/pdf,image/*',
                  about: 'scan-hint',
                  change: (file) => (this.scanned = file?.name ?? ''),
                })}
                <p class="hint" id="scan-hint">${say.scanHint}</p>
              </div>`
          : nothing
      }
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      <button class="hidden-text" tabindex="-1" aria-hidden="true"></button>
    </form>`;
  }
}
