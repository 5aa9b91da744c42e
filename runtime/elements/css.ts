// SPDX-License-Identifier: BSD-3-Clause
// The look of a form: tokens with their fallbacks, then what stands in it. In em, from the reader's own text size:
// rem would follow the page around. Colours are --patto-*, else the host's .italia token, else a literal.
import { type CSSResult, css } from 'lit';

/** The look of what a form begins with. Every :host declaration is important, else `* { … !important }` of a page wins. */
export const styles: CSSResult = css`
  :host {
    all: initial !important;
    display: flow-root !important;
    color-scheme: inherit !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  .patto {
    --primary: var(--patto-primary, var(--it-color-background-primary, #0059b3));
    --primary-strong: var(--patto-primary-strong, var(--it-color-background-primary-hover, #00438a));
    --primary-soft: var(--patto-primary-soft, var(--it-color-background-primary-lighter, #e8f1fb));
    --on-primary: var(--patto-surface, var(--it-color-text-inverse, #fff));
    --text: var(--patto-text, var(--it-color-text-base, #17324d));
    --muted: var(--patto-muted, var(--it-color-text-secondary, #4a5d70));
    --surface: var(--patto-surface, var(--it-color-background-inverse, #fff));
    --ground: var(--patto-ground, var(--it-color-background-muted, #f3f6f9));
    --line: var(--patto-line, var(--it-color-border-subtle, #d5dee7));
    --strong: var(--patto-line-strong, var(--it-color-border-secondary, #5c6f82));
    --danger: var(--patto-danger, var(--it-color-text-danger-hover, #b3243b));
    --focus: var(--patto-focus, var(--it-color-outline-focus, #1a1a1a));
    --radius: var(--patto-radius, var(--it-radius-smooth, 8px));
    --gap: var(--patto-gap, 1.5em);
    box-sizing: border-box;
    max-width: var(--patto-width, 46em);
    padding: 2px;
    color: var(--text);
    font: 400 1em/1.5
      var(--patto-font, 'Titillium Web', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif);
    text-align: start;
    overflow-wrap: break-word;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h2,
  h3,
  h4,
  h5,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  legend,
  .choice,
  .add {
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 1.75em;
    line-height: 1.2;
    letter-spacing: -0.01em;
  }
  h3 {
    font-size: 1.25em;
    line-height: 1.3;
  }
  h4 {
    font-size: 1.0625em;
  }
  a {
    color: var(--primary);
    text-underline-offset: 3px;
  }
  :focus {
    outline: none;
  }
  :focus-visible,
  .choice:has(:focus-visible) {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--surface);
  }
  :is(h2, legend):focus-visible {
    border-radius: 4px;
  }
  .choice :focus-visible {
    outline: none;
    box-shadow: none;
  }
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .hint,
  .legend,
  .step,
  .state,
  .source {
    color: var(--muted);
    font-size: 0.9375em;
  }
  .lead {
    max-width: 38em;
    margin-block-start: 0.5em;
  }
  header {
    margin-block-end: 1.75em;
  }
  button.aids {
    float: inline-end;
    margin-inline-start: 0.5em;
    padding-inline: 0.75em;
    border-color: transparent;
    background: none;
    font-size: 0.9375em;
  }
  .step {
    margin-block-end: 0.25em;
    font-weight: 600;
    letter-spacing: 0.01em;
  }
  .legend {
    margin-block-start: 0.5em;
  }
  .page {
    display: grid;
    gap: 2em;
  }
  patto-section,
  patto-field,
  patto-note,
  patto-rows {
    display: block;
    min-inline-size: 0;
  }
  /* on long pages, what is off screen is not laid out */
  .long > patto-section {
    content-visibility: auto;
    contain-intrinsic-size: auto 50em;
    /* paint containment would cut focus rings at the edge */
    padding: 6px;
    margin: -6px;
  }
  /* a list that opens may leave its section */
  .long > patto-section:focus-within {
    content-visibility: visible;
  }
  patto-section > section {
    padding: 1.5em;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 4px);
    background: var(--surface);
  }
  patto-section > section > h3 {
    margin-block-end: 0.25em;
  }
  patto-section > section > .items {
    margin-block-start: 1.25em;
  }
  .items {
    display: grid;
    gap: var(--gap);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap) 1.5em;
    align-items: start;
  }
  .row > * {
    flex: 1 1 13em;
  }
  .row:not(:has(> :not([hidden]))) {
    display: none;
  }
  .note {
    max-width: 40em;
    padding: 0.75em 1em;
    border-inline-start: 4px solid var(--primary);
    border-radius: 4px;
    background: var(--primary-soft);
  }
  .note p + p {
    margin-block-start: 0.5em;
  }
  footer {
    margin-block-start: 2em;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
  }
  footer > .buttons > .primary {
    margin-inline-start: auto;
  }
  .state {
    min-height: 1.5em;
    margin-block-start: 0.75em;
  }
  label,
  legend,
  .label {
    display: block;
    padding: 0;
    font-weight: 600;
    line-height: 1.35;
  }
  .required::after {
    content: '*';
    content: '*' / '';
    margin-inline-start: 0.2em;
    color: var(--danger);
  }
  .hint,
  .source {
    margin-block-start: 0.125em;
    max-width: 40em;
  }
  .source {
    color: var(--primary-strong);
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    display: block;
    width: 100%;
    max-width: 100%;
    min-height: 2.75em;
    margin: 0.5em 0 0;
    padding: 0.5em 0.75em;
    border: 1px solid var(--strong);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--text);
    font: inherit;
    line-height: 1.375;
  }
  textarea {
    min-height: 7em;
    resize: vertical;
    field-sizing: content;
    max-height: 30em;
  }
  input.short {
    max-width: 7.5em;
  }
  input.medium {
    max-width: 14em;
  }
  input.wide {
    max-width: 24em;
  }
  input[inputmode] {
    unicode-bidi: plaintext;
  }
  :is(input, select, textarea):hover:not([readonly], :disabled) {
    border-color: var(--primary);
  }
  [readonly],
  select:disabled {
    border-style: dashed;
    background: var(--ground);
    opacity: 1;
  }
  .unit-line {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .unit {
    margin-block-start: 0.5em;
    color: var(--muted);
  }
  .date {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    margin-block-start: 0.5em;
  }
  .date label {
    font-weight: 400;
    font-size: 0.9375em;
  }
  .date input {
    width: 3.75em;
    margin-block-start: 0.125em;
    font-size: 1.0667em;
  }
  .date :is(.year, .time) input {
    width: 5.25em;
  }
  .choices {
    display: grid;
    gap: 0.25em;
    margin-block-start: 0.375em;
  }
  .choices.inline {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
  }
  .choice {
    display: flex;
    align-items: flex-start;
    gap: 0.75em;
    min-height: 2.75em;
    padding: 0.5625em 0.5em;
    border-radius: var(--radius);
    font-weight: 400;
    cursor: pointer;
  }
  .choice:hover {
    background: var(--primary-soft);
  }
  .choice input {
    flex: none;
    width: 1.375em;
    height: 1.375em;
    margin: 0;
    margin-block-start: 0.0625em;
    accent-color: var(--primary);
  }
  .choice:has(:disabled) {
    cursor: default;
  }
  .choice .hint {
    display: block;
  }
  .or {
    padding-inline-start: 0.5em;
    color: var(--muted);
  }
  .beside {
    margin-block-end: 0.5em;
    margin-inline-start: 1.125em;
    padding-inline-start: 1.5em;
    border-inline-start: 4px solid var(--line);
  }
  .declines {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: 0.75em;
  }
  button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: 2.75em;
    margin: 0;
    padding: 0.5em 1.125em;
    border: 1px solid var(--strong);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--primary);
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    cursor: pointer;
  }
  button:hover {
    background: var(--primary-soft);
  }
  button.primary {
    border-color: var(--primary);
    background: var(--primary);
    color: var(--on-primary);
  }
  button.primary:hover {
    background: var(--primary-strong);
  }
  button:disabled,
  button[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }
  button.decline {
    padding-inline: 0.875em;
    border-color: var(--line);
    border-radius: 99em;
    color: var(--text);
    font-weight: 400;
  }
  button.decline[aria-pressed='true'] {
    border-color: var(--primary);
    background: var(--primary-soft);
    box-shadow: inset 0 0 0 1px var(--primary);
    color: var(--primary-strong);
    font-weight: 600;
  }
  details.resume {
    margin-block-end: 1em;
  }
  summary {
    display: list-item;
    width: fit-content;
    min-height: 2.75em;
    padding-block: 0.6em;
    color: var(--primary);
    font-weight: 600;
    cursor: pointer;
  }
  fieldset.rows > legend,
  fieldset.group > legend {
    font-size: 1.125em;
  }
  fieldset.group > .items {
    margin-block-start: 0.75em;
    padding-inline-start: 1em;
    border-inline-start: 2px solid var(--line);
  }
  .empty {
    margin-block-start: 0.5em;
    color: var(--muted);
  }
  @media (max-width: 36em) {
    h2 {
      font-size: 1.5em;
    }
    patto-section > section {
      padding: 1em;
    }
    footer > .buttons > * {
      flex: 1 1 auto;
    }
    footer > .buttons > .primary {
      flex-basis: 100%;
      order: -1;
      margin: 0;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    button,
    .choice,
    input,
    select,
    textarea {
      transition:
        background-color 120ms,
        border-color 120ms;
    }
  }
  @media (prefers-contrast: more) {
    .patto {
      --line: var(--strong);
      --muted: var(--text);
    }
  }
  @media (forced-colors: active) {
    :focus-visible,
    .choice:has(:focus-visible) {
      outline-color: Highlight;
    }
    button.decline[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .note {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    patto-section,
    footer {
      display: none;
    }
  }
`;

/** Adds the sheet of a part that came late to the tree it stands in, once. */
export function dress(root: Node, { styleSheet }: CSSResult): void {
  const tree = root as ShadowRoot;
  const sheets = tree.adoptedStyleSheets;
  if (!sheets.includes(styleSheet!)) tree.adoptedStyleSheets = [...sheets, styleSheet!];
}
