// SPDX-License-Identifier: AGPL-3.0-or-later
// /verify: anyone checks a document, by file or by the printed code. No personal datum is asked or shown.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { codeIn, differenceOf, hashOf, type Difference, type RegisteredState } from './verify-file.ts';
import { checkHere, together, type Here } from './verify-here.ts';
import { controls, dressPage, tokens } from '../../runtime/elements/kit/styles.ts';

interface Verdict {
  readonly verdict: 'valid' | 'altered' | 'older' | 'superseded' | 'withdrawn' | 'unknown';
  readonly reasons?: readonly { readonly code: string; readonly message: string }[];
  readonly number?: string;
  readonly revision?: number;
  readonly issuedAt?: string;
  readonly sealedAt?: string;
  readonly office?: string;
  readonly sha256?: string;
  readonly state?: string;
  readonly states?: readonly RegisteredState[];
}

const words = {
  it: {
    title: 'Verifica un documento',
    lead: 'Controlla se un patto è proprio quello rilasciato dall’ufficio e se qualcuno lo ha cambiato. Nessun dato personale viene mostrato.',
    drop: 'Trascini qui il file PDF',
    or: 'oppure',
    choose: 'Scelga il file',
    code: 'Ha solo la carta? Scriva il codice stampato in fondo al documento',
    check: 'Verifica',
    working: 'Sto controllando…',
    number: 'Documento',
    revision: 'versione',
    issued: 'Emesso il',
    sealed: 'Sigillato il',
    office: 'Ufficio',
    fingerprint: 'Impronta del file (SHA-256)',
    yours: 'Impronta del suo file, calcolata qui',
    failed: 'La verifica non è riuscita. Riprovi tra poco.',
    tooLarge: 'Il file è troppo grande per essere un documento di Patto (massimo 20 MB).',
    notPdf: 'Questo file non è un PDF.',
    stays:
      'Il file resta sul suo dispositivo, dove viene controllato: al servizio arrivano soltanto la sua impronta e il codice che porta.',
    here: 'Che cosa dice il file, controllato su questo dispositivo',
    alone: {
      valid: 'È integro: nessun byte è cambiato dopo le firme, e ogni firma è di chi dice di essere.',
      altered: 'È stato cambiato, oppure una sua firma è danneggiata.',
      unknown: 'Da solo non basta a dire da chi viene.',
    },
    sealedBy: 'Sigillo di',
    silent: 'Il registro non risponde: per ora si sa soltanto che cosa dice il file.',
    whole:
      'Per sapere che cosa è stato cambiato serve un controllo completo, e per questo il file va inviato. Non viene conservato.',
    send: 'Invia il file per il controllo completo',
    differences: {
      appended: 'Il documento rilasciato è intatto all’inizio del file, ma dopo è stato aggiunto qualcosa.',
      'ended-otherwise':
        'L’inizio del file è quello rilasciato, ma il resto non viene dall’ufficio: qualcosa è stato aggiunto o sostituito.',
      cut: 'Al file manca una parte.',
      changed: 'I byte del documento non sono quelli rilasciati.',
    },
    another: 'Verifica un altro documento',
    language: 'English',
    verdicts: {
      valid: ['Valido', 'Il documento è quello rilasciato dall’ufficio e nessuno lo ha cambiato.'],
      altered: [
        'Alterato',
        'Il file è stato cambiato dopo il rilascio. Non ci si può fidare di quello che c’è scritto.',
      ],
      older: [
        'Stato precedente',
        'Il file è autentico, ma è di un momento precedente: l’ufficio ha poi completato il documento.',
      ],
      superseded: ['Superato', 'Il documento è autentico, ma ne esiste una versione più recente.'],
      withdrawn: ['Ritirato', 'Il documento è autentico, ma l’ufficio lo ha ritirato.'],
      unknown: ['Sconosciuto', 'Non risulta rilasciato da questo servizio.'],
    },
    byCode: {
      valid:
        'Il codice corrisponde a un documento valido. Per sapere se il suo foglio è uguale, confronti numero, versione e data; con il file PDF il controllo è completo.',
    },
  },
  en: {
    title: 'Verify a document',
    lead: 'Check whether a pact is the one released by the office and whether anyone has changed it. No personal datum is shown.',
    drop: 'Drop the PDF file here',
    or: 'or',
    choose: 'Choose the file',
    code: 'Only have the paper? Type the code printed at the end of the document',
    check: 'Verify',
    working: 'Checking…',
    number: 'Document',
    revision: 'version',
    issued: 'Issued on',
    sealed: 'Sealed on',
    office: 'Office',
    fingerprint: 'Fingerprint of the file (SHA-256)',
    yours: 'Fingerprint of your file, computed here',
    failed: 'The verification did not work. Try again shortly.',
    tooLarge: 'The file is too large to be a Patto document (20 MB at most).',
    notPdf: 'This file is not a PDF.',
    stays:
      'The file stays on your device, where it is checked: the service is told only its hash and the code that it carries.',
    here: 'What the file says, checked on this device',
    alone: {
      valid: 'It is whole: no byte was changed after its signatures, and each is by who it says.',
      altered: 'It was changed, or one of its signatures is damaged.',
      unknown: 'By itself it is not enough to say where it comes from.',
    },
    sealedBy: 'Seal of',
    silent: 'The register does not answer: for now only what the file says is known.',
    whole:
      'To know what was changed a complete check is needed, and for that the file has to be sent. It is not kept.',
    send: 'Send the file for the complete check',
    differences: {
      appended:
        'The document that was released stands whole at the beginning of the file, but something was added after it.',
      'ended-otherwise':
        'The beginning of the file is what was released, but the rest does not come from the office: something was added or replaced.',
      cut: 'A part of the file is missing.',
      changed: 'The bytes of the document are not those that were released.',
    },
    another: 'Verify another document',
    language: 'Italiano',
    verdicts: {
      valid: ['Valid', 'The document is the one released by the office and nobody has changed it.'],
      altered: ['Altered', 'The file was changed after its release. What it says cannot be trusted.'],
      older: [
        'Earlier state',
        'The file is authentic, but of an earlier moment: the office completed the document afterwards.',
      ],
      superseded: ['Superseded', 'The document is authentic, but there is a newer version.'],
      withdrawn: ['Withdrawn', 'The document is authentic, but the office has withdrawn it.'],
      unknown: ['Unknown', 'It does not appear to have been released by this service.'],
    },
    byCode: {
      valid:
        'The code belongs to a valid document. To know whether your sheet is the same, compare number, version and date; with the PDF file the check is complete.',
    },
  },
} as const;
const tone = {
  valid: 'good',
  altered: 'bad',
  older: 'warn',
  superseded: 'warn',
  withdrawn: 'bad',
  unknown: 'bad',
} as const;
const sign = { valid: '✓', altered: '✕', older: '!', superseded: '!', withdrawn: '✕', unknown: '?' } as const;

/** A moment as it is read in Italy. */
const moment = (iso: string): string =>
  new Intl.DateTimeFormat('it-IT', {
    timeZone: 'Europe/Rome',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso));

@customElement('patto-verify')
export class Verify extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      main {
        max-width: 760px;
        margin: 0 auto;
        padding: 32px 20px 72px;
      }
      .drop {
        border: 2px dashed var(--patto-line-strong);
        text-align: center;
        padding: 36px 20px;
      }
      .drop.over {
        border-color: var(--patto-primary);
        background: var(--patto-primary-soft);
      }
      /* the browser's own button speaks the browser's language: the label is the button */
      .drop label {
        margin-block-start: 12px;
      }
      .drop input:focus-visible + label {
        outline: 3px solid var(--patto-focus);
        outline-offset: 2px;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 12px;
        align-items: end;
      }
      form div {
        flex: 1 1 280px;
      }
      #code {
        text-transform: uppercase;
        letter-spacing: 0.08em;
        font-family: var(--patto-mono);
      }
      .result h2 {
        font-size: 30px;
        display: flex;
        gap: 14px;
        align-items: center;
        margin-block-end: 8px;
      }
      .sign {
        display: inline-grid;
        place-items: center;
        width: 48px;
        height: 48px;
        border-radius: 50%;
        font-size: 26px;
        flex: none;
      }
      .good .sign {
        background: var(--patto-success);
        color: var(--patto-surface);
      }
      .bad .sign {
        background: var(--patto-danger);
        color: var(--patto-surface);
      }
      .warn .sign {
        background: var(--patto-warning);
        color: var(--patto-surface);
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 6px 20px;
        margin: 16px 0 0;
      }
      dt {
        color: var(--patto-muted);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      @media (max-width: 560px) {
        dl {
          grid-template-columns: 1fr;
          gap: 0;
        }
        dd {
          margin-block-end: 10px;
        }
      }
    `,
  ];
  @state() private locale: 'it' | 'en' = 'it';
  @state() private busy = false;
  @state() private over = false;
  @state() private problem = '';
  @state() private result: (Verdict & { readonly byCode: boolean; readonly own?: string }) | undefined;

  /** the file that could be sent for a complete check */
  @state() private held: Uint8Array<ArrayBuffer> | undefined;
  @state() private difference: Difference | undefined;
  /** what the file says of itself */
  @state() private here: Here | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    dressPage();
    // The QR leads here with the code in the fragment, which no server log sees.
    const code = location.hash.slice(1);
    if (code) void this.byCode(decodeURIComponent(code));
  }
  private async show(
    ask: () => Promise<Response>,
    byCode: boolean,
    own?: string,
    here?: Here,
  ): Promise<Verdict | undefined> {
    const say = words[this.locale];
    this.busy = true;
    this.problem = '';
    this.result = undefined;
    this.held = undefined;
    this.difference = undefined;
    this.here = here;
    const told = (said: Verdict): void => {
      this.result = { ...together(said, here), byCode, ...(own ? { own } : {}) };
    };
    try {
      const response = await ask();
      const body = (await response.json()) as Verdict & { title?: string };
      if (body.verdict) told(body);
      else if (response.status === 404) told({ verdict: 'unknown' });
      else this.problem = body.title ?? say.failed;
    } catch {
      this.problem = here ? say.silent : say.failed;
    }
    this.busy = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.result')?.focus();
    return this.result;
  }
  private byCode(code: string): Promise<unknown> {
    const clean = code.toUpperCase().replace(/[^0-9A-Z]/g, '');
    return this.show(
      () =>
        fetch(`/api/verify/${encodeURIComponent(clean)}`, { headers: { 'Accept-Language': this.locale } }),
      true,
    );
  }
  private async byFile(file: File | undefined): Promise<void> {
    if (!file) return;
    const say = words[this.locale];
    this.result = undefined;
    if (file.size > 20 * 1024 * 1024) {
      this.problem = say.tooLarge;
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) {
      this.problem = say.notPdf;
      return;
    }
    this.busy = true;
    this.here = undefined;
    const [own, here] = await Promise.all([hashOf(bytes), checkHere(bytes, this.locale)]);
    const result = await this.show(
      () =>
        fetch('/api/verify/hash', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'Accept-Language': this.locale },
          body: JSON.stringify({ sha256: own, code: codeIn(bytes) }),
        }),
      false,
      own,
      here,
    );
    if (result?.verdict !== 'altered' && result?.verdict !== 'unknown') return;
    if (!here) this.held = bytes;
    if (result.states) this.difference = await differenceOf(bytes, result.states);
  }
  /** Only when the person asks for it: the file itself, for all that can be told of it. */
  private async complete(): Promise<void> {
    const bytes = this.held;
    if (!bytes) return;
    await this.show(
      () =>
        fetch('/api/verify', {
          method: 'POST',
          headers: { 'Content-Type': 'application/pdf', 'Accept-Language': this.locale },
          body: bytes,
        }),
      false,
      await hashOf(bytes),
    );
  }
  private drop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    void this.byFile(event.dataTransfer?.files[0]);
  }
  private submit(event: SubmitEvent): void {
    event.preventDefault();
    void this.byCode(String(new FormData(event.target as HTMLFormElement).get('code')));
  }
  private again(): void {
    this.result = undefined;
    this.here = undefined;
    history.replaceState(null, '', location.pathname);
  }

  /** The file's own word stands apart from the register's: it is there even when the register is not. */
  private alone() {
    const say = words[this.locale];
    const it = this.here;
    if (!it) return nothing;
    const { seal } = it;
    return html`<section class="card" aria-labelledby="alone" data-alone=${it.verdict}>
      <h2 id="alone">${say.here}</h2>
      <p>${say.alone[it.verdict]}</p>
      ${
        it.reasons.length === 0 || this.result?.reasons === it.reasons
          ? nothing
          : html`<ul>
              ${it.reasons.map((reason) => html`<li>${reason.message}</li>`)}
            </ul>`
      }
      ${seal ? html`<p>${say.sealedBy} <strong>${seal.name}</strong>, <span class="numbers">${moment(seal.at)}</span></p>` : nothing}
      ${
        it.lines.length > 0
          ? html`<ol>
              ${it.lines.map(
                ({ what, at, proves }) =>
                  html`<li>
                    ${what}${at ? html`, <span class="numbers">${moment(at)}</span>` : nothing}${
                      proves ? html`: ${proves}` : nothing
                    }
                  </li>`,
              )}
            </ol>`
          : nothing
      }
    </section>`;
  }

  private verdict() {
    const say = words[this.locale];
    const it = this.result;
    if (!it) return nothing;
    const [word, text] = say.verdicts[it.verdict];
    const rows: readonly (readonly [string, string | undefined])[] = [
      [
        say.number,
        it.number ? `${it.number}${it.revision ? `, ${say.revision} ${it.revision}` : ''}` : undefined,
      ],
      [say.issued, it.issuedAt ? moment(it.issuedAt) : undefined],
      [say.sealed, it.sealedAt ? moment(it.sealedAt) : undefined],
      [say.office, it.office],
      [say.fingerprint, it.sha256],
      [say.yours, it.own && it.own !== it.sha256 ? it.own : undefined],
    ];
    return html`<section
      class="card result ${tone[it.verdict]}"
      tabindex="-1"
      aria-labelledby="verdict"
      data-verdict=${it.verdict}
    >
      <h2 id="verdict"><span class="sign" aria-hidden="true">${sign[it.verdict]}</span>${word}</h2>
      <p>${it.byCode && it.verdict === 'valid' ? say.byCode.valid : text}</p>
      ${
        it.reasons?.length
          ? html`<ul>
              ${it.reasons.map((reason) => html`<li>${reason.message}</li>`)}
            </ul>`
          : nothing
      }
      ${this.difference ? html`<p data-difference=${this.difference}>${say.differences[this.difference]}</p>` : nothing}
      ${
        this.held
          ? html`<p class="hint">${say.whole}</p>
              <p><button class="small" @click=${this.complete} data-complete>${say.send}</button></p>`
          : nothing
      }
      <dl>
        ${rows
          .filter(([, value]) => value)
          .map(
            ([label, value]) =>
              html`<dt>${label}</dt>
                <dd class="numbers">${value}</dd>`,
          )}
      </dl>
      <p></p>
      <button @click=${this.again}>${say.another}</button>
    </section>`;
  }

  override render() {
    const say = words[this.locale];
    return html`<main class="stack" lang=${this.locale}>
      <div class="spread">
        <a href="/">Patto</a>
        <button class="small quiet" @click=${() => (this.locale = this.locale === 'it' ? 'en' : 'it')}>
          ${say.language}
        </button>
      </div>
      <h1>${say.title}</h1>
      <p>${say.lead}</p>
      <div role="status">${this.busy ? html`<p class="notice">${say.working}</p>` : nothing}</div>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${this.verdict()} ${this.alone()}
      <section
        class="card drop ${this.over ? 'over' : ''}"
        aria-label=${say.drop}
        @dragover=${(event: DragEvent) => (event.preventDefault(), (this.over = true))}
        @dragleave=${() => (this.over = false)}
        @drop=${this.drop}
      >
        <strong>${say.drop}</strong>
        <div class="hint">${say.or}</div>
        <input
          id="file"
          class="hidden-text"
          type="file"
          accept="application/pdf,.pdf"
          @change=${(event: Event) => this.byFile((event.target as HTMLInputElement).files?.[0])}
        />
        <label for="file" class="button">${say.choose}</label>
        <p class="hint">${say.stays}</p>
      </section>
      <section class="card">
        <form @submit=${this.submit}>
          <div>
            <label for="code">${say.code}</label
            ><input id="code" name="code" required maxlength="40" autocomplete="off" spellcheck="false" />
          </div>
          <button class="primary">${say.check}</button>
        </form>
      </section>
    </main>`;
  }
}
