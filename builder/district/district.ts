// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Answers, Context, Definition, Draft, Proposal } from '../../schemas/types.ts';
import { Part } from '../parts/part.ts';
import { answersOf, changesOf, definitionOf } from './answers.ts';
import { type DistrictData, readDistrict, saveDistrict } from './api.ts';
import { telling, type DistrictPart } from './contract.ts';
import { ownAlone, withInherited } from './inherited.ts';
import './proposals/proposals.ts';
import { roles } from '../roles.ts';
import { parts } from './parts/index.ts';

/** The district's own data, a form for each part: offices, phases, parameters… */
@customElement('patto-builder-district')
export class PattoBuilderDistrict extends Part {
  /** name of the part */
  @property() name = '';
  @property() today = '';
  @property({ type: Boolean }) readonly = false;
  @state() private data: DistrictData | undefined;
  @state() private failed = '';
  @state() private wrong = '';
  @state() private said = '';
  @state() private busy = false;
  @state() private answers: Answers | undefined;
  /** as they are being changed */
  @state() private proposals: readonly Proposal[] | undefined;
  /** each look at the server's data is another form */
  @state() private round = 0;
  private draft: Draft | undefined;
  private context: Context | undefined;
  private definition: Definition | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.leaving);
    void this.load();
  }
  override disconnectedCallback(): void {
    removeEventListener('beforeunload', this.leaving);
    super.disconnectedCallback();
  }
  private leaving = (event: Event): void => {
    if (this.unsaved) event.preventDefault();
  };

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('name') && this.data) this.begin();
    // Another context or definition begins the form anew, over what is being typed.
    if (changed.has('data') || changed.has('language') || changed.has('today'))
      this.context = this.surroundings();
    if (changed.has('name') || changed.has('language'))
      this.definition = definitionOf(this.shown, this.language);
  }

  private get shown() {
    return parts.find(({ name }) => name === this.name) ?? parts[0]!;
  }
  private get changes(): { readonly [property: string]: unknown } {
    const { data, answers, proposals } = this;
    if (!data || (!answers && !proposals)) return {};
    const { district, inherited } = data;
    const lived = withInherited(district, inherited);
    const changed = proposals
      ? { pact: { ...lived.pact, proposals } }
      : changesOf(this.shown, lived, answers ?? {});
    return ownAlone(changed, district, inherited);
  }
  private get unsaved(): boolean {
    return Object.keys(this.changes).length > 0;
  }

  private async load(): Promise<void> {
    this.failed = '';
    const answer = await readDistrict();
    if (!answer.ok) {
      this.failed = answer.problem.title;
      return;
    }
    this.data = answer.value;
    this.begin();
  }

  private begin(): void {
    this.answers = undefined;
    this.proposals = undefined;
    this.wrong = '';
    this.draft = {
      definition: `ambito-${this.shown.name}`,
      version: 0,
      answers: answersOf(this.shown, withInherited(this.data!.district, this.data!.inherited)),
      typed: {},
      parked: {},
      from: {},
    };
    this.round += 1;
    // on a telephone the bar of parts is a line to be pushed aside
    void this.updateComplete.then(() => {
      const here = this.renderRoot.querySelector<HTMLElement>('.district-parts [aria-current]');
      if (here?.parentElement)
        here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.offsetLeft;
    });
  }

  private async save(changes: { readonly [property: string]: unknown }): Promise<void> {
    const form = this.renderRoot.querySelector('patto-form');
    if (form && !form.checkValidity()) {
      this.wrong = this.say('district.incomplete');
      form.reportValidity();
      return;
    }
    const half = this.proposals?.find(({ need, adds }) => need.trim() === '' || adds.length === 0);
    if (half) {
      this.wrong = this.say('proposals.incomplete', { need: half.need });
      return;
    }
    this.busy = true;
    const answer = await saveDistrict(this.data!.rev, changes);
    this.busy = false;
    if (!answer.ok) {
      this.wrong = answer.problem.code === 'conflict' ? this.say('district.conflict') : answer.problem.title;
      return;
    }
    this.said = this.say('district.saved');
    await this.load();
  }

  private surroundings(): Context {
    const { lists = {} } = this.data ?? {};
    return {
      today: this.today,
      referenceDate: this.today,
      parameters: {},
      lists: {
        ...Object.fromEntries(Object.entries(lists).map(([name, rows]) => [name, [...rows]])),
        ruoli: roles.filter((id) => id !== 'public').map((id) => ({ id, title: this.say(`role.${id}`) })),
      },
      case: {},
      role: 'form-admin',
      locale: this.language,
    };
  }

  private asked(part: DistrictPart) {
    return keyed(
      `${part.name} ${this.round} ${this.language}`,
      html`<patto-form
        bare
        no-aids
        pace="all"
        locale=${this.language}
        ?readonly=${this.readonly}
        .definition=${this.definition}
        .draft=${this.draft}
        .context=${this.context}
        @patto-answer=${(event: CustomEvent<{ answers: Answers }>) => {
          this.answers = event.detail.answers;
          this.said = '';
        }}
      ></patto-form>`,
    );
  }

  private drawn() {
    const { pact = {} } = withInherited(this.data!.district, this.data!.inherited);
    return keyed(
      this.round,
      html`<patto-builder-proposals
        .life=${pact}
        .proposals=${this.proposals ?? pact.proposals ?? []}
        .models=${this.data!.inherited?.proposals ?? []}
        .forms=${(this.data!.lists['moduli'] ?? []).map(({ id, title }) => ({ id, title }))}
        .today=${this.today}
        .readonly=${this.readonly}
        .language=${this.language}
        @proposals-change=${(event: CustomEvent<readonly Proposal[]>) => {
          this.proposals = event.detail;
          this.said = '';
          this.wrong = '';
        }}
      ></patto-builder-proposals>`,
    );
  }

  private form(): TemplateResult {
    const { say, shown: part } = this;
    const tell = telling(this.language);
    const properties = part.drawn ? ['pact'] : part.entries(tell).map(({ at }) => at[0]);
    const own = [...new Set<string>(properties)].filter((property) => this.data!.changed.includes(property));
    return html`<section class="card district-part" aria-labelledby="part">
      <h2 id="part">${part.title(tell)}</h2>
      ${part.hint ? html`<p class="hint">${part.hint(tell)}</p>` : nothing}
      ${part.drawn ? this.drawn() : this.asked(part)}
      ${this.wrong ? html`<p class="notice bad" role="alert">${this.wrong}</p>` : nothing}
      <p role="status" class="hint">${this.said || (this.unsaved ? say('district.unsaved') : '')}</p>
      ${
        this.readonly
          ? nothing
          : html`<div class="cluster">
              <button
                class="primary"
                ?disabled=${this.busy || !this.unsaved}
                @click=${() => this.save(this.changes)}
              >
                ${this.busy ? say('district.saving') : say('district.save')}
              </button>
              <button ?disabled=${!this.unsaved} @click=${() => this.begin()}>${say('district.undo')}</button>
              ${
                own.length > 0
                  ? html`<button
                      class="quiet"
                      @click=${() => this.save(Object.fromEntries(own.map((property) => [property, null])))}
                    >
                      ${say('district.reset')}
                    </button>`
                  : nothing
              }
            </div>`
      }
    </section>`;
  }

  override render() {
    const { say } = this;
    const tell = telling(this.language);
    if (this.failed)
      return html`<div class="card">
        <h1>${say('error.title')}</h1>
        <p class="notice bad" role="alert">${this.failed}</p>
        <button class="primary" @click=${() => this.load()}>${say('error.retry')}</button>
      </div>`;
    if (!this.data) return html`<p role="status">${say('list.loading')}</p>`;
    return html`<div class="district">
      <p><a href="#/">← ${say('district.back')}</a></p>
      <h1>${this.data.district.name}</h1>
      <p class="lead">${say('district.intro')}</p>
      <nav class="district-parts" aria-label=${say('district.parts')}>
        ${parts.map(
          (part) =>
            html`<a
              href="#/district:${part.name}"
              aria-current=${part === this.shown ? 'page' : nothing}
              @click=${this.stay}
              >${part.title(tell)}</a
            >`,
        )}
      </nav>
      ${this.form()}
    </div>`;
  }

  /** What is not saved is told before it is left. */
  private stay = (event: Event): void => {
    if (!this.unsaved) return;
    event.preventDefault();
    this.wrong = this.say('district.save-first');
  };
}
