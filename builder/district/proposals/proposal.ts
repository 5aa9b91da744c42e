// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import type {
  Answers,
  Condition,
  Context,
  Definition,
  Draft,
  ListRow,
  Proposal,
} from '../../../schemas/types.ts';
import type { Catalogue, Edited } from '../../edit/contract.ts';
import { everyField } from '../../edit/fields.ts';
import { titleOf } from '../../edit/references.ts';
import '../../parts/clauses.ts';
import { Part } from '../../parts/part.ts';
import { telling } from '../contract.ts';
import { formOf, listOf, overCase, overForm } from './of-case.ts';
import { filledIn, type Ground, rowsAsked, rowsForm, rowsSaid } from './rows.ts';

type Each = NonNullable<Proposal['each']>;
interface Asked {
  readonly ground: Ground;
  readonly form: Definition;
  readonly draft: Draft;
  readonly context: Context;
  readonly ids: ReturnType<typeof rowsAsked>['ids'];
}

/** One rule: the need, when it is found, and the rows that it proposes. */
@customElement('patto-builder-proposal')
export class PattoBuilderProposal extends Part {
  @property({ attribute: false }) proposal!: Proposal;
  @property({ attribute: false }) ground!: Ground;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) forms: readonly { readonly id: string; readonly title: string }[] = [];
  @property({ attribute: false }) read: ReadonlyMap<string, Definition> = new Map();
  @property({ type: Boolean }) readonly = false;
  /** chosen, though no condition reads it yet */
  @state() private chosen: string | undefined;
  @state() private wrong = '';
  /** what the rows are asked with, made once: the form keeps what is typed */
  private asked: Asked | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (this.asked && !changed.has('language')) return;
    const { answers, ids } = rowsAsked(this.ground, this.proposal.adds);
    const form = rowsForm(this.ground, telling(this.language));
    const draft = { definition: form.id, version: 0, answers, typed: {}, parked: {}, from: {} };
    this.asked = { ground: this.ground, form, draft, ids, context: this.withMissing(form) };
  }

  private change(more: Partial<Proposal>): void {
    const { when, each, ...rest } = { ...this.proposal, ...more };
    const detail = { ...rest, ...(when ? { when } : {}), ...(each ? { each } : {}) };
    this.dispatchEvent(new CustomEvent('proposal-change', { detail }));
  }
  /** Without what is not there any more. */
  private without(...keys: readonly ('when' | 'each')[]): void {
    const left = Object.fromEntries(
      Object.entries(this.proposal).filter(([key]) => !(keys as readonly string[]).includes(key)),
    );
    this.dispatchEvent(new CustomEvent('proposal-change', { detail: left }));
  }

  private get form(): string {
    return this.chosen ?? formOf(this.proposal);
  }

  private choose(id: string): void {
    this.chosen = id;
    this.dispatchEvent(new CustomEvent('proposal-need', { detail: id }));
    this.without('when', 'each');
  }

  private rule(key: 'when' | 'where', condition: Condition | undefined, level: string): TemplateResult {
    const { say, form } = this;
    const definition = this.read.get(form);
    const put = (next: Condition | undefined): void => {
      if (key === 'when') return next ? this.change({ when: next }) : this.without('when');
      const { of } = this.proposal.each as Each;
      this.change({ each: next ? { of, where: next } : { of } });
    };
    const inside = condition && overForm(condition, form);
    const label = say(`proposals.${key}`);
    if (!definition || (condition && !inside))
      return html`<label class="label" for="rule-${key}">${label}</label>
        <p class="hint">${say('proposals.as-written')}</p>
        <textarea
          id="rule-${key}"
          rows="4"
          ?readonly=${this.readonly}
          .value=${condition ? JSON.stringify(condition, null, 1) : ''}
          @change=${(event: Event) => {
            const text = (event.target as HTMLTextAreaElement).value;
            const read = parsed(text);
            this.wrong = text.trim() !== '' && !read ? say('proposals.rule-wrong') : '';
            if (!this.wrong) put(read);
          }}
        ></textarea>
        ${this.wrong ? html`<p class="notice bad" role="alert">${this.wrong}</p>` : nothing}`;
    return html`<div class="condition">
      <patto-builder-clauses
        foreign
        .begins=${say(`proposals.${key}-begin`)}
        .definition=${definition}
        .catalogue=${this.catalogue}
        .condition=${inside}
        .level=${level}
        .name="${key}-${this.proposal.id}"
        .intro=${label}
        .readonly=${this.readonly}
        .language=${this.language}
        .change=${(now: Definition, next: Condition | undefined): Edited => {
          put(next && overCase(next, form));
          return { definition: now, step: { code: '', params: {} }, select: '' };
        }}
      ></patto-builder-clauses>
    </div>`;
  }

  private conditions(): TemplateResult {
    const { say, form, proposal } = this;
    const definition = this.read.get(form);
    const { each } = proposal;
    const list = each && listOf(each.of);
    const lists = definition
      ? everyField(definition).filter(({ field, pointer }) => field.type === 'array' && field.items?.properties && !pointer.includes('*')) // prettier-ignore
      : [];
    return html`<label class="label" for="form-${proposal.id}">${say('proposals.form')}</label>
      <select
        id="form-${proposal.id}"
        ?disabled=${this.readonly}
        .value=${live(form)}
        @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${form === ''}>${say('proposals.no-form')}</option>
        ${this.forms.map(({ id, title }) => html`<option value=${id} ?selected=${id === form}>${title}</option>`)}
      </select>
      ${
        definition && lists.length > 0
          ? html`<label class="label" for="each-${proposal.id}">${say('proposals.each')}</label>
              <select
                id="each-${proposal.id}"
                ?disabled=${this.readonly}
                @change=${(event: Event) => {
                  const rows = (event.target as HTMLSelectElement).value;
                  if (rows === '') this.without('each');
                  else this.change({ each: { of: `case:/${form}${rows}` } });
                }}
              >
                <option value="" ?selected=${!list}>${say('proposals.once')}</option>
                ${lists.map(
                  ({ pointer }) =>
                    html`<option value=${pointer} ?selected=${list?.rows === pointer}>
                      ${say('proposals.per-row', { list: titleOf(definition, pointer) })}
                    </option>`,
                )}
              </select>`
          : nothing
      }
      ${each ? this.rule('where', each.where as Condition | undefined, list ? `${list.rows}/*` : '') : nothing}
      ${form !== '' || proposal.when ? this.rule('when', proposal.when as Condition | undefined, '') : nothing}`;
  }

  /** The lists of the pact; of a service that the district does not have there is a row all the same. */
  private withMissing(form: Definition): Context {
    const wanted = [...JSON.stringify(this.ground.all).matchAll(/"offered":(\[[^\]]*\])/g)].flatMap(
      ([, ids]) => JSON.parse(ids!) as string[],
    );
    const register = offeredFrom(form);
    const lists = Object.fromEntries(
      Object.entries(this.context.lists).map(([name, rows]): [string, ListRow[]] => {
        if (name !== register) return [name, rows];
        const missing = [...new Set(wanted)].filter((id) => !rows.some((row) => row.id === id));
        const title = (id: string): string =>
          this.say('proposals.missing-row', { id: id.replaceAll('-', ' ') });
        return [name, [...rows, ...missing.map((id) => ({ id, title: title(id) }))]];
      }),
    );
    return { ...this.context, lists, role: 'form-admin', locale: this.language };
  }

  override render() {
    const { say, proposal } = this;
    const { form, draft, ids, context } = this.asked!;
    return html`<div class="proposal-form">
      <label class="label" for="need-${proposal.id}">${say('proposals.need')}</label>
      <input
        id="need-${proposal.id}"
        maxlength="200"
        autocomplete="off"
        aria-describedby="need-hint-${proposal.id}"
        ?readonly=${this.readonly}
        .value=${live(proposal.need)}
        @input=${(event: Event) => this.change({ need: (event.target as HTMLInputElement).value })}
      />
      <p class="hint" id="need-hint-${proposal.id}">${say('proposals.need-hint', { nome: '{nome}' })}</p>
      ${this.conditions()}
      <h4>${say('proposals.rows')}</h4>
      ${filledIn(this.ground).map(({ list, keys }) => html`<p class="hint">${say('proposals.filled', { list, keys: keys.join(', ') })}</p>`)}
      ${keyed(
        this.language,
        html`<patto-form
          bare
          no-aids
          pace="all"
          locale=${this.language}
          ?readonly=${this.readonly}
          .definition=${form}
          .draft=${draft}
          .context=${context}
          @patto-answer=${(event: CustomEvent<{ answers: Answers }>) =>
            this.change({ adds: [...rowsSaid(this.asked!.ground, event.detail.answers, ids)] })}
        ></patto-form>`,
      )}
    </div>`;
  }
}

/** The register of which the form offers rows one after the other. */
const offeredFrom = (form: Definition): string | undefined =>
  Object.values(form.schema.properties)
    .flatMap(({ items }) => Object.values(items?.properties ?? {}))
    .flatMap(
      (field) => field.items?.properties?.['voce']?.['x-choices']?.from.replace(/^list:/, '') ?? [],
    )[0];

function parsed(text: string): Condition | undefined {
  try {
    return JSON.parse(text) as Condition;
  } catch {
    return undefined;
  }
}
