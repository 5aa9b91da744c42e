// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { cache } from 'lit/directives/cache.js';
import '../../../runtime/elements/form.ts';
import type { HttpProblem } from '../../../runtime/elements/kit/http.ts';
import type { Context, Definition } from '../../../schemas/types.ts';
import { Part } from '../../parts/part.ts';
import { type Family, listFamilies } from '../../trial/families.ts';
import {
  type PaperKind,
  type TemplateFinding,
  type TemplateMoment,
  type TemplateState,
  checkText,
  listKinds,
  openTemplate,
  pageOf,
  previewText,
  useText,
} from './api.ts';
import './blocks/blocks.ts';
import './text.ts';
import { keepText, unsavedText } from './unsaved.ts';

/** Milliseconds without a letter before the text is looked at. */
const LOOKS = 500;

/** A document's template beside the answers of a family, and the page that comes of it. */
@customElement('patto-builder-document')
export class PattoBuilderDocument extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) context: Context | undefined;
  /** saves what is left, so that the server reads what is here */
  @property({ attribute: false }) flush: () => Promise<unknown> = async () => undefined;
  @property({ type: Boolean }) readonly = false;
  @state() private kinds: readonly PaperKind[] | undefined;
  /** '' until one is chosen: the district makes none of this definition */
  @state() private kind = '';
  @state() private template: TemplateState | undefined;
  @state() private text = '';
  @state() private findings: readonly TemplateFinding[] = [];
  @state() private families: readonly Family[] = [];
  @state() private family = '';
  @state() private beside: 'page' | 'answers' = 'page';
  @state() private preview: { readonly id: string; readonly pages: number } | undefined;
  @state() private page = 1;
  @state() private as: 'blocks' | 'text' = 'blocks';
  /** things wrong in the blocks */
  @state() private faults = 0;
  @state() private working = false;
  @state() private problem: HttpProblem | undefined;
  @state() private done = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  private async load(): Promise<void> {
    this.problem = undefined;
    await this.flush();
    if (!this.kinds) {
      const listed = await listKinds(this.definition.id);
      if (!listed.ok) return void (this.problem = listed.problem);
      this.kinds = listed.value.items;
      this.kind = this.kinds.find(({ made }) => made)?.kind ?? '';
    }
    if (this.kind === '') return;
    const [template, families] = await Promise.all([
      openTemplate(this.kind, this.definition.id),
      listFamilies(this.definition.id),
    ]);
    if (!template.ok) return void (this.problem = template.problem);
    this.template = template.value;
    this.text = unsavedText(this.kind) ?? template.value.text;
    if (families.ok) this.families = families.value.items;
    this.family = this.family || (this.families[0]?.id ?? '');
    await this.look();
  }

  private async choose(kind: string): Promise<void> {
    clearTimeout(this.timer);
    this.asked += 1;
    this.kind = kind;
    this.template = undefined;
    this.preview = undefined;
    this.findings = [];
    this.done = '';
    this.page = 1;
    await this.load();
  }

  private wrote(text: string): void {
    this.text = text;
    this.done = '';
    keepText(this.kind, text === this.template?.text ? undefined : text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), LOOKS);
  }

  /** Checks the text; when it is right, the page follows. */
  private async look(): Promise<void> {
    const { text } = this;
    const asked = ++this.asked;
    const checked = this.readonly ? undefined : await checkText(this.kind, this.definition.id, text);
    if (asked !== this.asked) return;
    if (checked && !checked.ok) return void (this.problem = checked.problem);
    this.problem = undefined;
    this.findings = checked?.value.findings ?? [];
    if (this.findings.length === 0 && !this.readonly) await this.print(asked);
  }

  private async print(asked: number): Promise<void> {
    this.working = true;
    const answers = this.families.find(({ id }) => id === this.family)?.answers ?? {};
    const made = await previewText(this.kind, this.definition.id, this.text, answers);
    if (asked !== this.asked) return;
    this.working = false;
    if (!made.ok) return void (this.problem = made.problem);
    this.preview = made.value;
    this.page = Math.min(this.page, made.value.pages);
  }

  private async use(text: string | undefined): Promise<void> {
    const used = await useText(this.kind, this.definition.id, this.template?.number ?? 0, text);
    if (!used.ok) return void (this.problem = used.problem);
    keepText(this.kind, undefined);
    await this.load();
    this.done = this.say(text === undefined ? 'document.shipped-in-use' : 'document.in-use', {
      number: used.value.number,
    });
  }

  private whichKind(): TemplateResult | typeof nothing {
    const { say, kinds = [], kind } = this;
    if (kinds.length < 2 && kind !== '') return nothing;
    return html`<p class="which">
      <label for="document-kind">${say('document.kind')}</label>
      <select
        id="document-kind"
        @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}
      >
        ${kind === '' ? html`<option value="" selected>${say('document.kind-choose')}</option>` : nothing}
        ${kinds.map(
          (one) =>
            html`<option value=${one.kind} ?selected=${one.kind === kind}>
              ${one.made ? one.title : say('document.kind-unused', { title: one.title })}
            </option>`,
        )}
      </select>
    </p>`;
  }

  private pageBar({ pages }: { readonly pages: number }): TemplateResult {
    const { say, page } = this;
    const turn = (by: number) => () => {
      this.page = Math.min(pages, Math.max(1, page + by));
    };
    return html`<div class="cluster">
      <button class="small" data-page="before" aria-disabled=${page === 1} @click=${turn(-1)}>
        ${say('document.page-before')}
      </button>
      <span role="status">${say('document.page', { page, pages })}</span>
      <button class="small" data-page="next" aria-disabled=${page === pages} @click=${turn(1)}>
        ${say('document.page-next')}
      </button>
    </div>`;
  }

  private sheet(): TemplateResult {
    const { say, preview, page } = this;
    if (!preview)
      return html`<p role="status">${say(this.working ? 'document.printing' : 'document.no-page')}</p>`;
    // A browser without its own reader of PDF, as on phones, shows the link instead.
    return html`${this.pageBar(preview)}
      <iframe
        class="sheet ${this.working ? 'old' : ''}"
        title=${say('document.page', { page, pages: preview.pages })}
        tabindex="-1"
        data-preview=${preview.id}
        src="${pageOf(preview.id, page)}#toolbar=0&navpanes=0&view=Fit"
      ></iframe>
      <p>
        <a href=${pageOf(preview.id, 0)} target="_blank" rel="noopener">${say('document.open')}</a>
      </p>`;
  }

  private given(): TemplateResult {
    const answers = this.families.find(({ id }) => id === this.family)?.answers ?? {};
    const draft = { definition: this.definition.id, version: 0, answers, typed: {}, parked: {}, from: {} };
    return html`<patto-form
      .definition=${this.definition}
      .draft=${draft}
      .context=${this.context}
      view="read"
      locale=${this.language}
      no-aids
    ></patto-form>`;
  }

  private past(history: readonly TemplateMoment[]): TemplateResult | typeof nothing {
    const { say } = this;
    if (history.length === 0) return nothing;
    const at = (iso: string): string =>
      new Date(iso).toLocaleString(this.language === 'en' ? 'en-GB' : 'it-IT', {
        dateStyle: 'short',
        timeStyle: 'short',
        timeZone: 'Europe/Rome',
      });
    return html`<details class="past">
      <summary>${say('document.history')}</summary>
      <ol>
        ${history.map(
          (moment) =>
            html`<li>
              ${say(moment.text === undefined ? 'document.moment-shipped' : 'document.moment', {
                number: moment.number,
                at: at(moment.at),
                by: moment.by,
              })}
              <button
                class="small quiet"
                @click=${() => this.wrote(moment.text ?? this.template?.shipped ?? '')}
              >
                ${say('document.take-up', { number: moment.number })}
              </button>
            </li>`,
        )}
      </ol>
    </details>`;
  }

  /** As blocks, or as text. */
  private ways(): TemplateResult {
    const way = (name: 'blocks' | 'text') =>
      html`<button
        class="small"
        data-as=${name}
        aria-pressed=${this.as === name}
        @click=${() => {
          this.as = name;
        }}
      >
        ${this.say(name === 'blocks' ? 'blocks.tab' : 'blocks.text-tab')}
      </button>`;
    return html`<div class="cluster pair" role="group" aria-label=${this.say('blocks.how')}>
      ${way('blocks')} ${way('text')}
    </div>`;
  }

  /** What the blocks do not say themselves. */
  private elsewhere(): TemplateResult | typeof nothing {
    if (this.findings.length === 0 || this.faults > 0) return nothing;
    return html`<ul class="findings">
      ${this.findings.slice(0, 5).map((finding) => html`<li><span class="sentence">${finding.message}</span></li>`)}
    </ul>`;
  }

  private writing(template: TemplateState): TemplateResult {
    const { say, text, findings, readonly, language } = this;
    const own = template.history[0]?.text !== undefined;
    const differs = text !== template.text;
    const may = findings.length === 0 && (this.faults === 0 || this.as === 'text') && differs;
    return html`<section class="writing" aria-labelledby="document-text">
      <h3 id="document-text">${say('document.template')}</h3>
      <p>${say(own ? 'document.own' : 'document.shipped', { number: template.number })}</p>
      ${this.ways()}
      <div
        @template-text=${(event: CustomEvent<string>) => this.wrote(event.detail)}
        @template-faults=${(event: CustomEvent<number>) => {
          this.faults = event.detail;
        }}
      >
        ${cache(
          this.as === 'blocks'
            ? html`<patto-builder-blocks
                  .text=${text}
                  .things=${template.things}
                  .parts=${template.parts}
                  .readonly=${readonly}
                  .language=${language}
                ></patto-builder-blocks>
                ${this.elsewhere()}`
            : html`<patto-builder-template-text
                .text=${text}
                .fields=${template.fields}
                .findings=${findings}
                .readonly=${readonly}
                .language=${language}
              ></patto-builder-template-text>`,
        )}
      </div>
      ${
        readonly
          ? nothing
          : html`<div class="cluster">
              <button
                class="primary"
                data-use
                aria-disabled=${!may}
                @click=${() => (may ? this.use(text) : undefined)}
              >
                ${say('document.use')}
              </button>
              ${
                differs
                  ? html`<button class="small" data-drop @click=${() => this.wrote(template.text)}>
                      ${say('document.drop')}
                    </button>`
                  : nothing
              }
              ${
                own
                  ? html`<button class="small" data-shipped @click=${() => this.use(undefined)}>
                      ${say('document.back-to-shipped')}
                    </button>`
                  : nothing
              }
            </div>`
      }
      <p role="status" class="told">${this.done}</p>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.title}</p>` : nothing}
      ${this.past(template.history)}
    </section>`;
  }

  private side(): TemplateResult {
    const { say } = this;
    const tab = (name: 'page' | 'answers') =>
      html`<button
        class="small"
        data-beside=${name}
        aria-pressed=${this.beside === name}
        @click=${() => {
          this.beside = name;
        }}
      >
        ${say(`document.${name === 'page' ? 'preview' : 'answers'}`)}
      </button>`;
    return html`<section class="beside" aria-labelledby="document-beside">
      <h3 id="document-beside">${say('document.beside')}</h3>
      <label for="document-family">${say('family.which')}</label>
      <select
        id="document-family"
        @change=${(event: Event) => {
          this.family = (event.target as HTMLSelectElement).value;
          void this.look();
        }}
      >
        ${this.families.map(
          ({ id, title }) => html`<option value=${id} ?selected=${id === this.family}>${title}</option>`,
        )}
      </select>
      <div class="cluster pair" role="group" aria-label=${say('document.beside')}>
        ${tab('page')} ${tab('answers')}
      </div>
      ${this.beside === 'page' ? this.sheet() : this.given()}
    </section>`;
  }

  override render() {
    const { say, template } = this;
    if (!template && this.problem)
      return html`<p class="notice bad" role="alert">${this.problem.title}</p>
        <button @click=${this.load}>${say('error.retry')}</button>`;
    if (!this.kinds) return html`<p role="status">${say('view.loading')}</p>`;
    const title = html`<h2 id="document-title" tabindex="-1">${say('document.title')}</h2>`;
    if (!template)
      return html`<section class="document" aria-labelledby="document-title">
        ${title} ${this.whichKind()}
        ${this.kind === '' ? html`<p class="card">${say('document.none')}</p>` : html`<p role="status">${say('view.loading')}</p>`}
      </section>`;
    return html`<section class="document" aria-labelledby="document-title">
      ${title} ${this.whichKind()}
      <div class="document-desk">${this.writing(template)} ${this.side()}</div>
    </section>`;
  }
}
