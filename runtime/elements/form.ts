// SPDX-License-Identifier: BSD-3-Clause
import { html, nothing } from 'lit';
import type { Answers, Context, Definition, Draft } from '../../schemas/types.ts';
import { type Language, complete, direction, italian, language } from '../words/index.ts';
import type * as Answering from './answers.ts';
import type { Compared } from './comparing.ts';
import { dress, styles } from './css.ts';
import type * as Drafts from './drafts.ts';
import type { PattoField } from './field.ts';
import { focusOn } from './focus.ts';
import { FormStore, type WordedProblem } from './form-store.ts';
import type { Going } from './going.ts';
import { type Page, pageTitle } from './layout.ts';
import type { FoundKept } from './keeping.ts';
import type * as Moulding from './mould.ts';
import { fetchContext, published, remembered, waitFor } from './published.ts';
import type { Published, Remote } from './remote.ts';
import type { Reading } from './reading.ts';
import { type Property, Reactive } from './reactive.ts';
import { Recording } from './recording.ts';
import { Sayings } from './sayings.ts';
import { equip } from './types.ts';
import './field.ts';
import './section.ts';
import type { PattoSection } from './section.ts';

/** An answer was given or taken away. */
export interface AnswerDetail {
  /** pointers settled again, rows by number */
  readonly changed: ReadonlySet<string>;
  readonly answers: Answers;
}
/** The form is complete and the person confirmed it. Cancelled: nothing is sent by the element. */
export interface SubmitDetail {
  readonly answers: Answers;
  readonly draft: Draft;
}
export interface ProblemDetail {
  readonly problems: readonly WordedProblem[];
}

/**
 * From so many questions on, those of one shape are drawn once, most of them after the first screen, and what is off
 * screen is not laid out.
 */
const MANY = 100;
/** Blocks that are drawn at once on a page of so many. */
const SCREEN = 4;

let moulding: Promise<typeof Moulding> | undefined;
/** What draws many questions of few shapes; for others nothing. */
const mouldsFor = ({ schema }: Definition): typeof moulding =>
  Object.keys(schema.properties).length <= MANY
    ? undefined
    : (moulding ??= import('./mould.ts').catch((error: unknown) => {
        moulding = undefined;
        throw error;
      }));

type Stage = 'loading' | 'ready' | 'unavailable' | 'queued' | 'sent';

/** Has this reader chosen how to read? */
const reads = (): boolean => {
  try {
    return localStorage.getItem('patto:reading') !== null;
  } catch {
    return false;
  }
};

/**
 * A form of Patto in any page. Either `form` names a published one, whose module is on the page,
 * or `definition` hands one over.
 * @fires patto-answer, patto-save, patto-submit (cancelable), patto-problem; all bubble and leave the shadow root
 */
export class PattoForm extends Reactive {
  static override styles = styles;
  static override properties = {
    form: {},
    definition: { attribute: false },
    version: { type: Number },
    context: { attribute: false },
    draft: { attribute: false },
    remote: { attribute: false },
    readonly: { type: Boolean, reflect: true },
    locale: { reflect: true },
    view: { reflect: true },
    pace: { reflect: true },
    fast: { type: Boolean, reflect: true },
    noAids: { type: Boolean, attribute: 'no-aids' },
    compared: { attribute: false },
    bare: { type: Boolean, reflect: true },
    titleErrors: { type: Boolean, attribute: 'title-errors' },
    font: {},
    stage: { attribute: false },
    store: { attribute: false },
    page: { attribute: false },
    missing: { attribute: false },
  } satisfies { readonly [name: string]: Property };
  static readonly formAssociated = true;
  /** number of the contract with published modules */
  static readonly interface: number = 1;
  static register(what: Published): void {
    published.add(what);
  }
  /** Fetches what a published form draws itself with, before it is shown; `answered`: with answers in it. */
  static async ready(form: string, answered = false): Promise<void> {
    const { definition, program } = published.get(form)!;
    const aside = reads() && import('./aside.ts');
    await Promise.all([equip(definition, program, answered), mouldsFor(definition), aside]);
  }

  /** `<district>/<form>` */
  declare form: string | undefined;
  declare definition: Definition | undefined;
  /** number of the version, for drafts of a definition handed over */
  declare version: number;
  declare context: Context | undefined;
  declare draft: Draft | undefined;
  declare remote: Remote | undefined;
  declare readonly: boolean;
  declare locale: string | undefined;
  declare view: 'fill' | 'review' | 'read' | 'compare' | 'print';
  /** how much is asked at once: a page, one question, everything */
  declare pace: 'page' | 'question' | 'all';
  /** keys for who fills in many forms */
  declare fast: boolean;
  /** without the button of the reading aids */
  declare noAids: boolean;
  /** of the view `compare`: what the answers are set beside */
  declare compared: Compared | undefined;
  /** only the questions: no steps, no buttons, no saving */
  declare bare: boolean;
  /** may put "Errore: " before the page's title */
  declare titleErrors: boolean;
  /** `titillium`: fetches that face, else what the page has is used */
  declare font: string | undefined;

  // Open to the parts of the form that come late, not to pages.
  declare stage: Stage;
  /** what the elements in the form's tree look at */
  declare store: FormStore | undefined;
  /** number of the page that is shown, from 0 */
  declare page: number;
  /** a part that a button needs could not be fetched */
  declare missing: boolean;
  readonly internals = this.attachInternals();
  published: Published | undefined;
  /** of a public form: where its drafts and submissions go */
  guest: Remote | undefined;
  saving: Drafts.Saving | undefined;
  /** answers in words, once somebody has asked for them */
  answering: typeof Answering | undefined;
  /** drafts of this form that the device has kept */
  kept: readonly FoundKept[] = [];
  /** another way to show the answers, once it is here */
  viewing: { draw(form: PattoForm, store: FormStore): unknown } | undefined;
  /** how this reader wants to read */
  reading: Reading | undefined;
  /** the steps of another pace than page by page */
  steps: ((store: FormStore) => readonly Page[]) | undefined;
  /** id of what gets the keyboard once it is drawn */
  focusNext: string | undefined;

  /** modules that are fetched when they are needed */
  #drafts: typeof Drafts | undefined;
  #going: Going | undefined;
  /** pages that are drawn now */
  #drawn: ReadonlyMap<Page, Element> = new Map();
  #words: Language = italian;
  #given: Answers | undefined;
  /** answers or a draft were handed over since the last store was made */
  #anew = false;
  #preparing: Promise<void> | undefined;
  /** what is at hand is drawn at once, without a word of loading before */
  #patient = true;
  #generation = 0;

  constructor() {
    super();
    this.version = 0;
    this.readonly = false;
    this.view = 'fill';
    this.pace = 'page';
    this.fast = false;
    this.noAids = false;
    this.bare = false;
    this.titleErrors = false;
    this.stage = 'loading';
    this.page = 0;
    // Handed over before the element was defined, it would hide the accessor for ever.
    if (Object.hasOwn(this, 'value')) {
      const { value } = this;
      delete (this as { value?: Answers }).value;
      this.value = value;
    }
  }

  // ── properties that are more than a value ──

  /** The answers, computed ones included, hidden ones left out. */
  get value(): Answers {
    return structuredClone(this.store?.now.answers ?? this.#given ?? {});
  }

  set value(answers: Answers | undefined) {
    // What a page hands back after an answer is no news.
    if (this.store && JSON.stringify(answers) === JSON.stringify(this.store.now.answers)) return;
    this.#given = answers;
    this.#anew = true;
    this.requestUpdate('value');
  }

  get currentDraft(): Draft {
    const definition = this.published?.definition ?? this.definition;
    const number = this.published?.number ?? this.version;
    return this.store!.draft(definition!.id, number, this.pages[this.page]?.id || undefined);
  }

  get validity() {
    return this.internals.validity;
  }
  get validationMessage() {
    return this.internals.validationMessage;
  }
  checkValidity() {
    this.#going?.tellHost();
    return this.internals.checkValidity();
  }
  reportValidity() {
    void this.validate();
    return this.internals.reportValidity();
  }

  /** Checks everything, shows what is wrong; true when nothing is. */
  async validate(): Promise<boolean> {
    return (await this.toGo()).validate();
  }

  /** Leads to a field, on whatever page it is. */
  async go(path: string): Promise<void> {
    return (await this.toGo()).go(path);
  }

  /** The language to speak now. */
  get tongue(): string {
    const locale = this.locale || this.closest('[lang]')?.getAttribute('lang') || 'it';
    return this.reading?.locale(locale) ?? locale;
  }

  /** What is gone through one after the other: the chapters, or questions. */
  get pages(): readonly Page[] {
    return (this.store && this.steps?.(this.store)) ?? this.chapters;
  }

  /** The pages that are filled in now. */
  get onScreen(): readonly Page[] {
    return this.bare || this.pace === 'all' ? this.pages : this.pages.slice(this.page, this.page + 1);
  }

  /** "Passo 2 di 5"; without the total where it depends on answers. */
  step(n: number): string {
    const { pages, store } = this;
    const fixed = store!.pages.every((each) => !each.node?.['x-show']) && !this.steps;
    return store!.sayings.say(fixed ? 'step' : 'stepOpen', { n, of: pages.length + 1 });
  }

  /** The pages of the layout that are shown. */
  get chapters(): readonly Page[] {
    const { store } = this;
    return store?.pages.filter((page) => !page.node || store.now.shown.has(`page:${page.node.page}`)) ?? [];
  }

  // ── life ──

  override connectedCallback() {
    super.connectedCallback();
    const { form } = this;
    if (this.hasAttribute('form') && this.closest('form')) {
      // HTML takes it for the id of a <form>, which is none: the element would belong to no form at all.
      this.removeAttribute('form');
      this.form = form;
    }
    this.saving?.attend();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.saving?.leave();
  }

  /** The part that keeps drafts, and the transport of a public form with it. */
  async keeping(): Promise<Drafts.Saving> {
    // With the words that say how the draft stands.
    [this.#drafts] = await Promise.all([import('./drafts.ts'), complete(this.#words)]);
    return this.#drafts.begin(this);
  }

  /** Takes up what the device kept, and hears of others. */
  #recall() {
    const { remote } = this;
    const kept = remembered(this.recording.place);
    if (!this.bare && !this.readonly && (kept || remote?.watch))
      void this.keeping().then((saving) => this.#drafts!.recall(this, saving, kept));
  }

  get transport(): Remote | undefined {
    return this.remote ?? this.guest;
  }

  /** What checks, moves on, reviews and sends. Fetched when somebody turns to the form. */
  async toGo(): Promise<Going> {
    const [{ Going }] = await Promise.all([import('./going.ts'), this.store?.prepare()]);
    this.#going ??= new Going(this);
    return this.#going;
  }

  /** What the device keeps from the first change on, whatever else is still on its way. */
  readonly recording = new Recording(this);

  /** Something is to be kept: here at once; what keeps it elsewhere may have to be waited for. */
  readonly #touched = (): void => {
    this.recording.touch();
    this.#keepOn();
  };
  readonly #keepOn = (): void => {
    this.keeping().then(
      (saving) => saving.touch(),
      () => setTimeout(this.#keepOn, 2_000),
    );
  };

  readonly #turnedTo = () => {
    if (!this.#going && this.store) this.toGo().catch(() => undefined);
    // What keeps the draft is here before the first change, if there is a network.
    if (!this.saving && this.store && !this.bare && !this.readonly) this.keeping().catch(() => undefined);
  };

  /** Answers in words are a part of their own; `review`: with what follows them. */
  async readable(review = false): Promise<void> {
    const other =
      this.view === 'compare'
        ? import('./comparing.ts')
        : this.view === 'print'
          ? import('./printing.ts')
          : undefined;
    [this.answering, this.viewing] = await Promise.all([
      import('./answers.ts'),
      other,
      review && this.toGo(),
    ]);
    dress(this.renderRoot, this.answering.answersSheet);
    this.requestUpdate();
  }

  formResetCallback() {
    this.draft = undefined;
    this.value = {};
  }
  formDisabledCallback(disabled: boolean) {
    if (this.store) this.store.frozen = disabled || this.readonly;
    this.store?.tellAll();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    const waiting = this.#preparing ?? this.store?.reading;
    if (!waiting) return done;
    await waiting;
    return this.getUpdateComplete();
  }

  protected override willUpdate(changed: ReadonlyMap<string, unknown>) {
    const anew = ['form', 'definition', 'context', 'draft', 'value'].some((name) => changed.has(name));
    if (this.font === 'titillium' && changed.has('font'))
      void import('./faces.ts').then(({ addFaces }) => addFaces());
    if (changed.has('draft')) this.#anew = true;
    if (anew) this.#prepare();
    else if (changed.has('locale') && this.store) void this.speak();
    if ((changed.has('pace') || changed.has('fast')) && this.hasUpdated) void this.aside();
    if (changed.has('readonly') && this.store && !anew) {
      this.store.frozen = this.readonly;
      this.store.tellAll();
    }
  }

  protected override get draws(): boolean {
    return this.store !== undefined || !this.#patient;
  }

  #prepare() {
    if (this.#patient)
      setTimeout(() => {
        this.#patient = false;
        this.requestUpdate();
      });
    const generation = ++this.#generation;
    const preparing = this.#load(generation).catch((error: unknown) => {
      if (generation === this.#generation) this.stage = 'unavailable';
      throw error;
    });
    this.#during(preparing).catch((error: unknown) => reportError(error));
  }

  async #load(generation: number) {
    if (!this.definition && this.form) {
      const found = published.get(this.form);
      if (!found) {
        waitFor(this.form, () => this.requestUpdate('form'));
        this.stage = 'loading';
        return;
      }
      const number = this.draft?.version || found.number;
      const begun =
        number === found.number
          ? found
          : await (await import('./another-version.ts')).inVersion(found, number);
      if (generation !== this.#generation) return;
      this.published = begun;
    } else this.published = undefined;
    const definition = this.definition ?? this.published?.definition;
    if (!definition) return;
    if (this.fast || this.pace === 'question' || reads()) await this.aside();
    const locale = this.tongue;
    const read = this.readonly || this.view !== 'fill';
    // Where nothing is answered yet, what reads and checks answers may come later.
    const whole = read || Boolean(this.draft ?? this.#given ?? this.store);
    const [{ inputs, outline, parts }, words, context, mould, drafted] = await Promise.all([
      equip(definition, this.published?.program, whole),
      read ? language(locale).then(complete) : language(locale),
      this.context ??
        (this.published
          ? fetchContext(this.published)
          : import('./unpublished.ts').then(({ emptyContext }) => emptyContext(locale))),
      mouldsFor(definition),
      this.draft && import('./drafted.ts'),
      getComputedStyle(this).colorScheme.includes('dark') &&
        import('./dark.ts').then(({ dark }) => dress(this.renderRoot, dark)),
    ]);
    if (generation !== this.#generation) return;
    this.#words = words;
    if (!context) {
      this.stage = 'unavailable';
      return;
    }
    if (read) await this.readable();
    if (generation !== this.#generation) return;
    if (outline.fields.some(({ schema }) => schema['x-settings']?.['pictogram']))
      void import('./label-pictograms.ts').then(({ beside }) => beside(this));
    if (parts.computed) dress(this.renderRoot, parts.computed.computedSheet);
    const sayings = new Sayings(definition, inputs, locale, words);
    const before = this.store;
    // What was filled in before the definition changed stays, unless something else was handed over.
    const stays = before && !this.#anew && before.outline.definition !== definition;
    this.#anew = false;
    const draft = stays ? undefined : this.draft;
    const page = draft ? draft.page : before && this.pages[this.page]?.id;
    const { properties } = definition.schema;
    const answers = stays
      ? Object.fromEntries(Object.entries(before.now.answers).filter(([key]) => key in properties))
      : ((draft && drafted?.withParked(draft)) ?? this.#given ?? {});
    const store = new FormStore({ outline, context, sayings, parts, answers });
    if (mould) store.moulds = new mould.Moulds(this.renderRoot);
    if (draft) drafted?.restore(store, draft);
    this.#open(store, page);
    if (!before) this.#recall();
  }

  #open(store: FormStore, page: string | undefined) {
    store.frozen = this.readonly;
    store.reach = this;
    store.addEventListener('change', (event) => {
      const { changed } = (event as CustomEvent<{ changed: ReadonlySet<string> }>).detail;
      const detail: AnswerDetail = {
        changed,
        // a copy is made for who asks: it costs as much as the form is long
        get answers() {
          return structuredClone(store.now.answers);
        },
      };
      this.fire('patto-answer', detail);
      this.#touched();
      this.#tellSoon();
      if ([...changed].some((path) => path.startsWith('page:'))) this.requestUpdate();
    });
    store.addEventListener('unread', this.#touched);
    // Some lists are too long to be here: their rows are looked up.
    if (store.context.partial)
      store.seeking = import('./look-up.ts').then(({ begin }) => begin(store, this.remote, this.published));
    this.store = store;
    this.stage = 'ready';
    if (this.#going) {
      this.#going.forget();
      // Somebody is at work already.
      void store.prepare();
    }
    this.page = Math.max(
      0,
      this.pages.findIndex((each) => each.id === page),
    );
    this.#tellHost();
  }

  /** Reading aids, steps and keys: what comes only where somebody asks for it. */
  async aside(): Promise<void> {
    await (await import('./aside.ts')).begin(this);
  }

  /** Says everything in the language of now. */
  async speak(): Promise<void> {
    await this.#during(import('./speaking.ts').then(({ speak }) => speak(this)));
  }

  /** Whoever waits for the form waits for this too. */
  async #during(work: Promise<void>): Promise<void> {
    this.#preparing = work;
    await work.finally(() => {
      if (this.#preparing === work) this.#preparing = undefined;
    });
  }

  fire(name: string, detail: unknown, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  // ── the host page's own form ──

  #telling = 0;
  #tellSoon() {
    clearTimeout(this.#telling);
    if (this.internals.form) this.#telling = window.setTimeout(() => this.#tellHost(), 200);
  }

  #tellHost() {
    if (!this.store || !this.internals.form) return;
    this.internals.setFormValue(JSON.stringify(this.store.now.answers));
    void this.toGo().then((going) => going.tellHost());
  }

  // ── drawing ──

  protected override updated() {
    if (!this.focusNext) return;
    const target = this.shadowRoot!.getElementById(this.focusNext);
    if (!target) return;
    this.focusNext = undefined;
    focusOn(target);
  }

  protected override render() {
    const { store } = this;
    const locale = store?.sayings.locale ?? this.tongue;
    return html`<div
      class="patto"
      part="form"
      lang=${locale}
      dir=${direction(locale)}
      @focusin=${this.#turnedTo}
      @focusout=${(event: FocusEvent) =>
        (event.target as Element).closest('patto-field')?.left(event.relatedTarget)}
    >
      ${
        this.stage === 'unavailable'
          ? html`<div class="notice error" role="alert">
              <p>${this.#words.chrome.unavailable}</p>
              <div class="buttons">
                <button type="button" part="button" @click=${this.#prepare}>
                  ${this.#words.chrome.retry}
                </button>
              </div>
            </div>`
          : store
            ? this.#stages(store)
            : html`<p class="loading" role="status">${this.#words.chrome.loading}</p>`
      }
    </div>`;
  }

  #stages(store: FormStore) {
    const view = this.readonly && /fill|review/.test(this.view) ? 'read' : this.view;
    if (view === 'fill' && this.stage === 'ready') return this.#fill(store);
    this.#drawn = new Map();
    if (/compare|print/.test(view) && this.viewing) return this.viewing.draw(this, store);
    if (view === 'read' && this.answering) return this.answering.read(this.chapters, store);
    if (/fill|review/.test(view) && this.answering && this.#going)
      return this.#going.draw(store, this.answering, this.bare ? nothing : this.#foot(store));
    void this.readable(/fill|review/.test(view));
    return html`<p class="loading" role="status">${this.#words.chrome.loading}</p>`;
  }

  #fill(store: FormStore) {
    const pages = this.onScreen;
    // A page that is entered is drawn anew, another store has other pages.
    this.#drawn = new Map(pages.map((page) => [page, this.#drawn.get(page) ?? this.#sections(page, store)]));
    const all = this.pace === 'all' && !this.bare;
    return html`${this.bare ? nothing : this.#head(store, pages)} ${this.#going?.above(store)}
    ${[...this.#drawn].map(([page, box]) => (all && page.node ? [html`<h2 class="chapter" part="heading">${pageTitle(page, store)}</h2>`, box] : box))}
    ${this.#trace(store, pages)} ${this.bare ? nothing : this.#foot(store)}`;
  }

  /** How an outcome comes about. */
  #trace({ parts }: FormStore, pages: readonly Page[]) {
    if (!parts.explains) return nothing;
    void import('./trace.ts');
    return html`<patto-trace .pages=${pages} ?last=${pages.at(-1) === this.pages.at(-1)}></patto-trace>`;
  }

  #sections(page: Page, store: FormStore): Element {
    const many = store.fieldsOfPage(page).length > MANY;
    const box = document.createElement('div');
    box.className = many ? 'page long' : 'page';
    for (const [place, { section, items }] of page.blocks.entries()) {
      const element = document.createElement('patto-section') as PattoSection;
      box.append(Object.assign(element, { late: many && place >= SCREEN, section, items }));
    }
    return box;
  }

  #head(store: FormStore, pages: readonly Page[]) {
    const { sayings } = store;
    const page = this.pace === 'all' ? undefined : pages[0];
    return html`<header part="header">
      ${this.#resumeOffer(store)} ${this.noAids ? nothing : this.aids(store)}
      ${page ? html`<p class="step" part="step">${this.step(this.page + 1)}</p>` : nothing}
      <h2 id="heading" tabindex="-1" part="heading">
        ${page ? pageTitle(page, store) : sayings.formTitle()}
      </h2>
      ${page?.node?.['x-hint'] ? html`<p class="lead">${page.node['x-hint']}</p>` : nothing}
      ${
        pages.some((each) => store.anyRequired(each))
          ? html`<p class="legend">${sayings.say('requiredLegend')}</p>`
          : nothing
      }
    </header>`;
  }

  /** The button that opens the reading aids, and what it has opened. */
  aids({ sayings }: FormStore) {
    const open = this.reading?.open ?? false;
    return html`<button
        type="button"
        class="aids"
        part="button aids"
        aria-expanded=${open ? 'true' : 'false'}
        @click=${async () => {
          if (!this.reading) await this.aside();
          this.reading!.toggle();
        }}
      >
        ${sayings.say('aids')}
      </button>
      ${this.reading?.keys()} ${this.reading?.panel()}`;
  }

  /** A draft of another time: the code is asked for once somebody opens this. */
  #resumeOffer({ sayings }: FormStore) {
    if (!this.published || this.remote || this.page > 0) return nothing;
    const drafts = this.#drafts;
    return (
      drafts?.offer(this) ??
      (this.draft
        ? nothing
        : html`<details
            class="resume"
            part="resume"
            @toggle=${async () => {
              await Promise.all([this.keeping(), this.toGo()]);
              this.requestUpdate();
            }}
          >
            <summary>${sayings.say('resumeOpen')}</summary>
            ${this.#going ? drafts?.resumeCode(this) : nothing}
          </details>`)
    );
  }

  /** Does what a button is for. Without a network a part of it may be missing: that is said. */
  readonly #act = (act: () => Promise<unknown>) => async () => {
    this.missing = false;
    try {
      await act();
    } catch (error) {
      this.missing = true;
      reportError(error);
    }
  };

  #foot({ sayings }: FormStore) {
    const review = this.view === 'review';
    const { saving } = this;
    const sending = this.#going?.sending ?? false;
    return html`<footer part="footer">
      <div class="buttons">
        ${
          review || this.page > 0
            ? html`<button
                type="button"
                class="back"
                part="button back"
                @click=${this.#act(async () => (await this.toGo()).previous())}
              >
                ${sayings.say('back')}
              </button>`
            : nothing
        }
        <button
          type="button"
          class="save"
          part="button save"
          @click=${this.#act(async () => (await this.keeping()).save())}
        >
          ${sayings.say('save')}
        </button>
        <button
          type="button"
          class="primary"
          part="button primary"
          aria-disabled=${sending ? 'true' : 'false'}
          @click=${this.#act(async () => {
            const going = await this.toGo();
            await (review ? going.send() : going.next());
          })}
        >
          ${sayings.say(sending ? 'sending' : review ? 'send' : this.#going?.correcting ? 'toReview' : 'next')}
        </button>
      </div>
      ${this.missing ? html`<p class="notice" role="alert">${sayings.say('missing')}</p>` : nothing}
      ${
        saving
          ? this.#drafts?.saveLine(this, saving)
          : html`<div class="state" role="status" part="state"></div>`
      }
    </footer>`;
  }
}

if (!customElements.get('patto-form')) customElements.define('patto-form', PattoForm);

declare global {
  interface HTMLElementTagNameMap {
    'patto-form': PattoForm;
    'patto-field': PattoField;
    'patto-section': PattoSection;
  }
  interface HTMLElementEventMap {
    'patto-answer': CustomEvent<AnswerDetail>;
    'patto-save': CustomEvent<Draft>;
    'patto-submit': CustomEvent<SubmitDetail>;
    'patto-problem': CustomEvent<ProblemDetail>;
  }
}
