// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { HttpProblem } from '../../../runtime/elements/kit/http.ts';
import type { Answers } from '../../../schemas/types.ts';
import { Part } from '../../parts/part.ts';
import { createFamily, type Family, listFamilies, putFamily, removeFamily } from '../../trial/families.ts';

/** Which family the form is tried with: invented ones, and those that were kept. Tells `trial-family` with the one chosen. */
@customElement('patto-builder-families')
export class PattoBuilderFamilies extends Part {
  /** id of the definition */
  @property() name = '';
  /** answers as they stand, which are what is kept */
  @property({ attribute: false }) answers: Answers = {};
  @property({ type: Boolean }) readonly = false;
  @state() private families: readonly Family[] | undefined;
  @state() private chosen = '';
  @state() private naming = false;
  @state() private problem: HttpProblem | undefined;
  @state() private done = '';
  @state() private removed: Family | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    const answer = await listFamilies(this.name);
    if (answer.ok) this.families = answer.value.items;
    else this.problem = answer.problem;
  }

  private get now(): Family | undefined {
    return this.families?.find(({ id }) => id === this.chosen);
  }

  /** Fills the form: with the family at hand, else with the first one there is. */
  fill(): void {
    this.chosen = this.now?.id ?? this.families?.[0]?.id ?? '';
    this.choose(this.chosen);
  }

  private choose(id: string): void {
    this.chosen = id;
    this.done = '';
    this.naming = false;
    const detail = this.families?.find((each) => each.id === id);
    this.dispatchEvent(new CustomEvent('trial-family', { detail, bubbles: true }));
  }

  private async keep(event: Event): Promise<void> {
    event.preventDefault();
    const title = this.querySelector<HTMLInputElement>('#family-name')?.value.trim() ?? '';
    if (title === '') return;
    const made = await createFamily(this.name, title, this.answers);
    if (!made.ok) return void (this.problem = made.problem);
    this.naming = false;
    await this.settled(this.say('family.kept', { title }), made.value.id);
  }

  private async change(family: Family): Promise<void> {
    const put = await putFamily(this.name, family, this.answers);
    if (!put.ok) return void (this.problem = put.problem);
    await this.settled(this.say('family.changed', { title: family.title }), family.id);
  }

  private async takeAway(family: Family): Promise<void> {
    const gone = await removeFamily(this.name, family);
    if (!gone.ok) return void (this.problem = gone.problem);
    await this.settled(this.say('family.removed', { title: family.title }), '');
    this.removed = family;
    await this.updateComplete;
    this.querySelector<HTMLElement>('[data-bring-back]')?.focus();
  }

  private async bringBack({ title, answers }: Family): Promise<void> {
    const made = await createFamily(this.name, title, answers);
    if (!made.ok) return void (this.problem = made.problem);
    await this.settled(this.say('family.back', { title }), made.value.id);
    this.querySelector<HTMLElement>('select')?.focus();
  }

  private async settled(done: string, chosen: string): Promise<void> {
    this.problem = undefined;
    this.removed = undefined;
    await this.load();
    this.chosen = chosen;
    this.done = done;
  }

  private async beginNaming(): Promise<void> {
    this.naming = true;
    this.done = '';
    await this.updateComplete;
    this.querySelector<HTMLElement>('#family-name')?.focus();
  }

  private nameForm(): TemplateResult {
    const { say } = this;
    return html`<form class="naming" @submit=${this.keep}>
      <label for="family-name">${say('family.name')}</label>
      <input id="family-name" required maxlength="120" aria-describedby="family-hint" />
      <p class="hint" id="family-hint">${say('family.invented')}</p>
      <div class="cluster">
        <button class="primary small">${say('family.keep')}</button>
        <button class="quiet small" type="button" @click=${() => (this.naming = false)}>
          ${say('cancel')}
        </button>
      </div>
    </form>`;
  }

  override render() {
    const { say, families, now, readonly, removed } = this;
    if (!families && this.problem)
      return html`<p class="notice bad" role="alert">${this.problem.title}</p>
        <button class="small" @click=${this.load}>${say('error.retry')}</button>`;
    if (!families) return html`<p role="status">${say('view.loading')}</p>`;
    const group = (label: string, list: readonly Family[]) =>
      list.length === 0
        ? nothing
        : html`<optgroup label=${label}>
            ${list.map(({ id, title }) => html`<option value=${id} ?selected=${id === this.chosen}>${title}</option>`)}
          </optgroup>`;
    return html`<button class="primary" data-fill @click=${this.fill}>${say('family.fill')}</button>
      <label for="family">${say('family.which')}</label>
      <select
        id="family"
        .value=${live(this.chosen)}
        @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${this.chosen === ''}>${say('family.none')}</option>
        ${group(
          say('family.samples'),
          families.filter(({ rev }) => rev === 0),
        )}
        ${group(
          say('family.own'),
          families.filter(({ rev }) => rev > 0),
        )}
      </select>
      ${
        readonly
          ? nothing
          : html`<div class="cluster">
                ${
                  now && now.rev > 0
                    ? html`<button class="small" data-change @click=${() => this.change(now)}>
                          ${say('family.change')}
                        </button>
                        <button class="small danger" data-remove @click=${() => this.takeAway(now)}>
                          ${say('family.remove')}
                        </button>`
                    : nothing
                }
                ${
                  this.naming
                    ? nothing
                    : html`<button class="small" data-keep @click=${this.beginNaming}>
                        ${say('family.keep-as')}
                      </button>`
                }
              </div>
              ${this.naming ? this.nameForm() : nothing}`
      }
      <p class="told" role="status">${this.done}</p>
      ${
        removed
          ? html`<button class="small" data-bring-back @click=${() => this.bringBack(removed)}>
              ${say('do.undo')}
            </button>`
          : nothing
      }
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.title}</p>` : nothing}`;
  }
}
