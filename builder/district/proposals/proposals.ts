// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Condition, Context, Definition, PactLife, Proposal } from '../../../schemas/types.ts';
import { openDefinition } from '../../api.ts';
import { loadCatalogue } from '../../catalogue.ts';
import { groupOf } from '../../edit/clauses.ts';
import type { Catalogue } from '../../edit/contract.ts';
import { titleOf } from '../../edit/references.ts';
import { icons } from '../../parts/icons.ts';
import { Part } from '../../parts/part.ts';
import { phrases } from '../../parts/phrase.ts';
import { sampleContext } from '../../sample-context.ts';
import { formOf, listOf, overForm } from './of-case.ts';
import './proposal.ts';

/** The rules by which rows are proposed to a pact, as sentences; each is changed where it stands. */
@customElement('patto-builder-proposals')
export class PattoBuilderProposals extends Part {
  @property({ attribute: false }) life!: PactLife;
  @property({ attribute: false }) proposals: readonly Proposal[] = [];
  /** those of the measure: they, too, say how one is written */
  @property({ attribute: false }) models: readonly Proposal[] = [];
  /** forms of the district: id and title */
  @property({ attribute: false }) forms: readonly { readonly id: string; readonly title: string }[] = [];
  @property() today = '';
  @property({ type: Boolean }) readonly = false;
  @state() private pact: Definition | undefined;
  @state() private catalogue: Catalogue | undefined;
  @state() private context: Context | undefined;
  @state() private failed = '';
  @state() private open = '';
  /** forms that rules read, as far as they could be */
  @state() private read: ReadonlyMap<string, Definition> = new Map();

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    const id = this.life.definition ?? '';
    const [catalogue, pact, context] = await Promise.all([
      loadCatalogue(),
      openDefinition(id),
      sampleContext(id, this.today, this.language),
    ]);
    this.failed = pact.ok ? '' : this.say('proposals.failed');
    if (!pact.ok) return;
    await Promise.all(this.proposals.map((one) => this.need(formOf(one))));
    this.catalogue = catalogue;
    this.context = context;
    this.pact = pact.value.definition;
  }

  /** A form that a rule reads is there to be asked about. */
  private async need(id: string): Promise<void> {
    if (id === '' || this.read.has(id) || !this.forms.some((form) => form.id === id)) return;
    const answer = await openDefinition(id);
    if (!answer.ok) return;
    // Conditions with a name are the form's own: a case does not know them.
    const { conditions: _named, ...definition } = answer.value.definition;
    this.read = new Map([...this.read, [id, definition]]);
  }

  private put(proposals: readonly Proposal[]): void {
    this.dispatchEvent(new CustomEvent('proposals-change', { detail: proposals }));
  }
  private replace(place: number, ...next: readonly Proposal[]): void {
    this.put(this.proposals.toSpliced(place, 1, ...next));
  }
  private fresh(before: string): string {
    const taken = new Set(this.proposals.map(({ id }) => id));
    const base = before.replace(/-\d+$/, '').slice(0, 50);
    for (let n = 2; ; n += 1) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
  }
  private add(): void {
    const id = this.fresh('proposta');
    this.put([...this.proposals, { id, need: this.say('proposals.new-need'), adds: [] }]);
    this.open = id;
    void this.focusOn(`#need-${id}`);
  }
  private move(place: number, by: -1 | 1): void {
    const one = this.proposals[place]!;
    this.put(this.proposals.toSpliced(place, 1).toSpliced(place + by, 0, one));
    void this.focusOn(`[data-proposal="${one.id}"] [data-${by < 0 ? 'up' : 'down'}]:enabled`);
  }
  private async focusOn(selector: string): Promise<void> {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    this.querySelector<HTMLElement>(selector)?.focus();
  }

  /** The rule as a sentence. */
  private sentence(proposal: Proposal): string {
    const { say, language, catalogue } = this;
    const { when, each } = proposal;
    const list = each && listOf(each.of);
    const form = formOf(proposal);
    const definition = this.read.get(form);
    const said = (condition: object | undefined, level: string): string | undefined => {
      const inside = condition && definition && overForm(condition as Condition, form);
      if (!inside || !catalogue) return condition && say('proposals.a-rule');
      return phrases(definition, catalogue, language, level).clause(groupOf(definition, inside, level));
    };
    const whole = said(when, '');
    const first = whole === undefined ? undefined : say('proposals.if', { condition: whole });
    if (!each) return first ?? say('proposals.always');
    const title = definition && list ? titleOf(definition, list.rows) : each.of;
    const condition = said(each.where, list ? `${list.rows}/*` : '');
    const rows =
      condition === undefined
        ? say('proposals.for-each', { list: title })
        : say('proposals.for-each-if', { list: title, condition });
    return [first, rows].filter(Boolean).join(' ');
  }

  /** How many rows of each list. */
  private adds({ adds }: Proposal): string {
    const counts = new Map<string, number>();
    for (const { to } of adds) counts.set(to, (counts.get(to) ?? 0) + 1);
    const what = [...counts].map(([to, many]) => `${titleOf(this.pact!, to)} ${many}`);
    return what.length > 0 ? this.say('proposals.adds', { what: what.join(', ') }) : '';
  }

  private one(proposal: Proposal, place: number): TemplateResult {
    const { say, readonly } = this;
    const { id } = proposal;
    const open = this.open === id;
    const icon = (name: 'up' | 'down', label: string, off: boolean, act: () => void) =>
      html`<button
        class="quiet small icon"
        data-up=${name === 'up' ? '' : nothing}
        data-down=${name === 'down' ? '' : nothing}
        aria-label=${`${label}: ${proposal.need}`}
        title=${label}
        ?disabled=${off}
        @click=${act}
      >
        ${icons[name]}
      </button>`;
    return html`<li class="proposal" data-proposal=${id}>
      <h3>${proposal.need}</h3>
      <p>${this.sentence(proposal)}</p>
      <p class="hint">${this.adds(proposal)}</p>
      <div class="cluster">
        <button
          class="small"
          data-change
          aria-expanded=${open ? 'true' : 'false'}
          aria-label=${`${say(open ? 'proposals.done' : 'proposals.change')}: ${proposal.need}`}
          @click=${() => (this.open = open ? '' : id)}
        >
          ${say(open ? 'proposals.done' : 'proposals.change')}
        </button>
        ${
          readonly
            ? nothing
            : html`<button
                  class="quiet small"
                  @click=${() => this.replace(place, proposal, { ...structuredClone(proposal), id: this.fresh(id) })}
                >
                  ${say('proposals.copy')}</button
                ><button
                  class="quiet small danger"
                  data-remove
                  @click=${() => {
                    this.replace(place);
                    void this.focusOn('[data-add]');
                  }}
                >
                  ${say('proposals.remove')}</button
                >${icon('up', say('proposals.up'), place === 0, () => this.move(place, -1))}
                ${icon('down', say('proposals.down'), place === this.proposals.length - 1, () => this.move(place, 1))}`
        }
      </div>
      ${
        open
          ? html`<patto-builder-proposal
              .proposal=${proposal}
              .ground=${{ pact: this.pact!, life: this.life, all: [...this.proposals, ...this.models] }}
              .catalogue=${this.catalogue!}
              .context=${this.context!}
              .forms=${this.forms}
              .read=${this.read}
              .readonly=${readonly}
              .language=${this.language}
              @proposal-need=${(event: CustomEvent<string>) => this.need(event.detail)}
              @proposal-change=${(event: CustomEvent<Proposal>) =>
                this.put(this.proposals.map((one) => (one.id === id ? event.detail : one)))}
            ></patto-builder-proposal>`
          : nothing
      }
    </li>`;
  }

  override render() {
    const { say } = this;
    if (this.failed) return html`<p class="notice bad" role="alert">${this.failed}</p>`;
    if (!this.pact) return html`<p role="status">${say('list.loading')}</p>`;
    return html`${
      this.proposals.length === 0
        ? html`<p class="hint">${say('proposals.none')}</p>`
        : html`<ol class="proposals">
            ${repeat(
              this.proposals,
              ({ id }) => id,
              (one, place) => this.one(one, place),
            )}
          </ol>`
    }
    ${this.readonly ? nothing : html`<p><button data-add @click=${() => this.add()}>${say('proposals.add')}</button></p>`}`;
  }
}
