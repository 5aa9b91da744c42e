// SPDX-License-Identifier: BSD-3-Clause
// A form to be printed: with its answers in words, or blank, to fill in by hand.
import { css, html, nothing, type TemplateResult } from 'lit';
import { aside, type AsideKey } from '../words/aside.ts';
import { answers } from './answers.ts';
import { blank } from './blank.ts';
import { dress } from './css.ts';
import type { PattoForm } from './form.ts';
import type { FormStore } from './form-store.ts';

const sheet = css`
  .print-bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    margin-block-end: 1.5em;
  }
  .print-bar [aria-pressed='true'] {
    border-color: var(--primary);
    background: var(--primary-soft);
    box-shadow: inset 0 0 0 1px var(--primary);
  }
  .print-bar .primary {
    margin-inline-start: auto;
  }
  .print-title {
    margin-block-end: 0.75em;
  }
  .blank {
    display: grid;
    gap: 1.5em;
  }
  .blank section {
    display: grid;
    gap: 1.25em;
  }
  .blank .asked {
    break-inside: avoid;
  }
  .blank .asked .asked {
    margin-block-start: 1em;
    padding-inline-start: 1.5em;
  }
  .blank .number {
    font-weight: 600;
  }
  .blank .when {
    color: var(--muted);
    font-style: italic;
  }
  .blank .line {
    height: 2.25em;
    border-block-end: 1px solid var(--strong);
  }
  .blank .line.short {
    max-width: 14em;
  }
  .blank .box {
    height: 7em;
    margin-block-start: 0.5em;
    border: 1px solid var(--strong);
  }
  .blank .boxes {
    display: grid;
    gap: 0.375em;
    margin-block-start: 0.5em;
  }
  .blank .boxes li {
    display: flex;
    gap: 0.625em;
    align-items: baseline;
  }
  .blank .mark {
    flex: none;
    width: 1.125em;
    height: 1.125em;
    border: 1.5px solid var(--text);
    transform: translateY(0.2em);
  }
  .blank .mark.one {
    border-radius: 50%;
  }
  .blank .leads {
    font-weight: 600;
  }
  .blank .date-boxes {
    display: flex;
    gap: 0.25em;
    align-items: end;
    margin-block-start: 0.5em;
  }
  .blank .date-boxes span {
    width: 1.75em;
    height: 2.25em;
    border: 1px solid var(--strong);
  }
  .blank .date-boxes i {
    padding-inline: 0.125em;
    font-style: normal;
  }
  @media print {
    .print-bar {
      display: none;
    }
    .patto {
      max-width: none;
      font-size: 11pt;
      color: #000;
    }
    .answers-card {
      padding: 0;
      border: 0;
    }
    .pair,
    .answer-rows > li {
      break-inside: avoid;
    }
    h2,
    h3,
    h4,
    h5 {
      break-after: avoid;
    }
  }
`;

/** forms that are shown blank or with answers because somebody said so */
const said = new WeakMap<PattoForm, boolean>();

export function draw(form: PattoForm, store: FormStore): TemplateResult {
  dress(form.renderRoot, sheet);
  const say = (key: AsideKey): string => aside(store.sayings.locale, key);
  const answered = Object.keys(store.now.answers).some((key) => store.node(`/${key}`)?.value === undefined);
  const empty = said.get(form) ?? !answered;
  const choose = (value: boolean) => () => {
    said.set(form, value);
    form.requestUpdate();
  };
  const choice = (value: boolean, key: AsideKey) =>
    html`<button
      type="button"
      part="button"
      name=${key}
      aria-pressed=${empty === value ? 'true' : 'false'}
      @click=${choose(value)}
    >
      ${say(key)}
    </button>`;
  return html`<div class="print-bar">
      ${answered ? [choice(false, 'withAnswers'), choice(true, 'toFill')] : nothing}
      <button type="button" class="primary" part="button primary" @click=${() => print()}>
        ${say('print')}
      </button>
    </div>
    <h2 class="print-title" part="heading">${store.sayings.formTitle()}</h2>
    ${empty ? blank(store) : answers(form.chapters, store)}`;
}
