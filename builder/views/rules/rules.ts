// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Condition, Definition } from '../../../schemas/types.ts';
import type { SaidFinding } from '../../api.ts';
import type { Catalogue, Handle } from '../../edit/contract.ts';
import { handleOf } from '../../edit/locate.ts';
import { type Rule, type RuleKind, changeable, ruleKinds, rulesOf, setRule } from '../../edit/rules.ts';
import { find, readTree } from '../../edit/tree.ts';
import { titleOf } from '../../edit/references.ts';
import '../../parts/checks.ts';
import '../../parts/clauses.ts';
import { Part } from '../../parts/part.ts';
import { ruleSentence, ruleTitle } from '../../parts/rule-phrase.ts';
import './named.ts';

/** As many as are drawn before somebody asks for more. */
const few = 100;

/** Every rule of the definition as a sentence: filtered, gone to, changed in place. */
@customElement('patto-builder-rules')
export class PattoBuilderRules extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ attribute: false }) findings: readonly SaidFinding[] = [];
  @property({ type: Boolean }) readonly = false;
  @state() private kind: RuleKind | '' = '';
  @state() private page = '';
  @state() private text = '';
  @state() private doubtful = false;
  @state() private open = '';
  @state() private many = few;

  private sentences: readonly (readonly [rule: Rule, sentence: string])[] = [];

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('definition') && !changed.has('language') && !changed.has('catalogue')) return;
    const { definition, catalogue, language } = this;
    this.sentences = rulesOf(definition).map((rule) => [
      rule,
      ruleSentence(definition, rule, catalogue, language),
    ]);
  }

  private pageOf(handle: Handle): string {
    const found = handle === '' ? undefined : find(readTree(this.definition), handle.replace(/\/\*$/, ''));
    const page = found && [...found.around, found.node].find(({ kind }) => kind === 'page');
    return page?.handle ?? '';
  }

  private listed(): readonly (readonly [Rule, string])[] {
    const words = this.text.toLocaleLowerCase(this.language).split(/\s+/).filter(Boolean);
    const found = new Set(this.findings.map((finding) => handleOf(this.definition, finding)));
    return this.sentences.filter(
      ([rule, sentence]) =>
        (this.kind === '' || rule.kind === this.kind) &&
        (this.page === '' || this.pageOf(rule.by) === this.page) &&
        (!this.doubtful || found.has(rule.by)) &&
        words.every((word) => sentence.toLocaleLowerCase(this.language).includes(word)),
    );
  }

  private select(
    id: string,
    label: string,
    now: string,
    options: readonly (readonly [string, string])[],
    change: (value: string) => void,
  ): TemplateResult {
    return html`<label for=${id}
      >${label}
      <select
        id=${id}
        @change=${(event: Event) => {
          this.many = few;
          change((event.target as HTMLSelectElement).value);
        }}
      >
        <option value="" ?selected=${now === ''}>${this.say('rules.all')}</option>
        ${options.map(([value, title]) => html`<option value=${value} ?selected=${value === now}>${title}</option>`)}
      </select></label
    >`;
  }

  private filters(): TemplateResult {
    const { say, definition } = this;
    const kinds = ruleKinds.map((kind) => [kind, say(`rule-kind.${kind}`)] as const);
    const pages = readTree(definition)
      .filter(({ kind }) => kind === 'page')
      .map(({ handle }) => [handle, titleOf(definition, handle)] as const);
    return html`<form class="filters" role="search" @submit=${(event: Event) => event.preventDefault()}>
      <label for="rules-text"
        >${say('rules.text')}
        <input
          id="rules-text"
          type="search"
          autocomplete="off"
          .value=${this.text}
          @input=${(event: Event) => {
            this.many = few;
            this.text = (event.target as HTMLInputElement).value;
          }}
      /></label>
      ${this.select('rules-kind', say('rules.kind'), this.kind, kinds, (value) => {
        this.kind = value as RuleKind | '';
      })}
      ${this.select('rules-page', say('rules.page'), this.page, pages, (value) => {
        this.page = value;
      })}
      <label class="tick">
        <input
          id="rules-doubtful"
          type="checkbox"
          .checked=${this.doubtful}
          @change=${(event: Event) => {
            this.doubtful = (event.target as HTMLInputElement).checked;
          }}
        />
        <span>${say('rules.doubtful')}</span>
      </label>
    </form>`;
  }

  private editing(rule: Rule): TemplateResult {
    const { say } = this;
    const needed = rule.kind === 'check' || rule.kind === 'named' || rule.kind === 'outcome';
    return html`<div class="condition in-place">
      <patto-builder-clauses
        .definition=${this.definition}
        .catalogue=${this.catalogue}
        .condition=${rule.condition}
        .level=${rule.level}
        .reader=${rule.kind === 'check' ? '' : rule.by}
        .inside=${rule.name}
        name="rule"
        .needed=${needed}
        .readonly=${this.readonly}
        .language=${this.language}
        .intro=${say('rules.when')}
        .change=${(now: Definition, next: Condition | undefined) => setRule(now, rule, next)}
      ></patto-builder-clauses>
    </div>`;
  }

  private one([rule, sentence]: readonly [Rule, string]): TemplateResult {
    const { say, definition } = this;
    const title = ruleTitle(definition, rule, this.language);
    const handle = rule.by.replace(/\/\*$/, '');
    const open = this.open === rule.id;
    const params = { title };
    return html`<li data-rule=${rule.id}>
      <span class="badge">${say(`rule-kind.${rule.kind}`)}</span>
      <span class="rule-sentence">${sentence}</span>
      <span class="cluster actions">
        ${
          rule.condition && changeable(rule) && !this.readonly
            ? html`<button
                class="small"
                aria-expanded=${open ? 'true' : 'false'}
                aria-label=${say('rules.change-of', params)}
                data-change
                @click=${() => {
                  this.open = open ? '' : rule.id;
                }}
              >
                ${say('rules.change')}
              </button>`
            : nothing
        }
        ${
          handle === ''
            ? nothing
            : html`<button
                class="quiet small"
                data-jump=${handle}
                aria-label=${say('problem.go', params)}
                @click=${() => this.tell('builder-go', { handle })}
              >
                ${say('rules.go')}
              </button>`
        }
      </span>
      ${open && rule.condition ? this.editing(rule) : nothing}
    </li>`;
  }

  override render() {
    const { say } = this;
    const all = this.sentences.length;
    const listed = this.listed();
    return html`<section class="card rules" aria-labelledby="rules-title">
        <h2 id="rules-title" tabindex="-1">${say('rules.title')}</h2>
        <p class="hint">${say('rules.about')}</p>
        ${all === 0 ? html`<p class="nothing">${say('rules.none')}</p>` : this.filters()}
        <p role="status" class="hint">
          ${all === 0 ? '' : say('rules.count', { count: listed.length, all })}
        </p>
        <ul class="rule-list">
          ${repeat(
            listed.slice(0, this.many),
            ([{ id }]) => id,
            (each) => this.one(each),
          )}
        </ul>
        ${
          listed.length > this.many
            ? html`<button
                @click=${() => {
                  this.many += few;
                }}
              >
                ${say('rules.more', { count: Math.min(few, listed.length - this.many) })}
              </button>`
            : nothing
        }
      </section>
      <section class="card rules" aria-labelledby="form-checks">
        <h2 id="form-checks">${say('check.title-form')}</h2>
        <p class="hint">${say('check.about')}</p>
        <patto-builder-checks
          .definition=${this.definition}
          .catalogue=${this.catalogue}
          .readonly=${this.readonly}
          .language=${this.language}
        ></patto-builder-checks>
      </section>
      <patto-builder-named
        .definition=${this.definition}
        .catalogue=${this.catalogue}
        .readonly=${this.readonly}
        .language=${this.language}
      ></patto-builder-named>`;
  }
}
