// SPDX-License-Identifier: BSD-3-Clause
// The look of the application's own screens (builder, desk, accounts, verification): tokens and controls.
// <patto-form> has its own, protected sheet; both read the same --patto-* tokens.
import { css } from 'lit';

/** Custom properties; put first in every shadow root of a screen and in the document. */
export const tokens = css`
  :root {
    color-scheme: light dark;
  }
  :root,
  :host {
    --patto-primary: #0059b3;
    --patto-primary-strong: #00438a;
    --patto-primary-soft: #e8f1fb;
    --patto-text: #17324d;
    --patto-muted: #52667a;
    --patto-surface: #ffffff;
    --patto-ground: #f3f6f9;
    --patto-line: #d5dee7;
    --patto-line-strong: #5c6f82;
    --patto-danger: #b3243b;
    --patto-danger-soft: #fdeef0;
    --patto-success: #00693f;
    --patto-success-soft: #e6f5ee;
    --patto-warning: #804d00;
    --patto-warning-soft: #fff5e0;
    --patto-focus: #1a1a1a;
    --patto-radius: 8px;
    --patto-font: 'Titillium Web', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
    --patto-mono: ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace;
    --patto-shadow: 0 1px 2px rgb(23 50 77 / 8%), 0 4px 16px rgb(23 50 77 / 6%);
  }
  @media (prefers-color-scheme: dark) {
    :root,
    :host {
      --patto-primary: #7ab8ff;
      --patto-primary-strong: #a9d1ff;
      --patto-primary-soft: #12304f;
      --patto-text: #e8eef5;
      --patto-muted: #a9b8c7;
      --patto-surface: #14202c;
      --patto-ground: #0c151e;
      --patto-line: #2c3e50;
      --patto-line-strong: #8ba0b5;
      --patto-danger: #ff8f9f;
      --patto-danger-soft: #3a1a20;
      --patto-success: #6fd9a5;
      --patto-success-soft: #10301f;
      --patto-warning: #ffc766;
      --patto-warning-soft: #33260c;
      --patto-focus: #ffffff;
    }
  }
`;

/** Text, buttons, inputs, cards, tables, notices. Class names are few and say what the thing is. */
export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host,
  body {
    color: var(--patto-text);
    font: 400 16px/1.5 var(--patto-font);
  }
  h1,
  h2,
  h3 {
    line-height: 1.25;
    margin: 0 0 8px;
    font-weight: 700;
    letter-spacing: -0.005em;
  }
  h1 {
    font-size: 28px;
  }
  h2 {
    font-size: 21px;
  }
  h3 {
    font-size: 17px;
  }
  p {
    margin: 0 0 12px;
  }
  a {
    color: var(--patto-primary);
    text-underline-offset: 3px;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 3px solid var(--patto-focus);
    outline-offset: 2px;
    border-radius: 4px;
  }
  button,
  .button {
    appearance: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 44px;
    padding: 8px 16px;
    border: 1px solid var(--patto-line-strong);
    border-radius: var(--patto-radius);
    background: var(--patto-surface);
    color: var(--patto-primary);
    font: 600 16px/1.25 var(--patto-font);
    text-decoration: none;
    cursor: pointer;
  }
  button:hover,
  .button:hover {
    background: var(--patto-primary-soft);
  }
  button.primary,
  .button.primary {
    background: var(--patto-primary);
    border-color: var(--patto-primary);
    color: var(--patto-surface);
  }
  button.primary:hover,
  .button.primary:hover {
    background: var(--patto-primary-strong);
  }
  button.danger {
    color: var(--patto-danger);
    border-color: var(--patto-danger);
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
  }
  button.quiet:hover {
    background: var(--patto-primary-soft);
  }
  button.small,
  .button.small {
    min-height: 36px;
    padding: 4px 10px;
    font-size: 15px;
  }
  button[disabled] {
    opacity: 0.55;
    cursor: not-allowed;
  }
  label {
    display: block;
    font-weight: 600;
    margin-block-end: 4px;
  }
  .tick {
    display: flex;
    gap: 10px;
    align-items: center;
    min-height: 44px;
    margin: 0;
    font-weight: 400;
  }
  input:not([type='checkbox'], [type='radio'], .hidden-text),
  select,
  textarea {
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--patto-line-strong);
    border-radius: var(--patto-radius);
    background: var(--patto-surface);
    color: inherit;
    font: inherit;
  }
  textarea {
    min-height: 96px;
  }
  input[type='checkbox'],
  input[type='radio'] {
    flex: none;
    width: 20px;
    height: 20px;
    accent-color: var(--patto-primary);
  }
  summary {
    min-height: 44px;
    padding-block: 10px;
    color: var(--patto-primary);
    font-weight: 600;
    cursor: pointer;
  }
  .hint {
    color: var(--patto-muted);
    font-size: 15px;
  }
  .card {
    background: var(--patto-surface);
    border: 1px solid var(--patto-line);
    border-radius: calc(var(--patto-radius) + 4px);
    box-shadow: var(--patto-shadow);
    padding: 20px;
  }
  .card > :last-child,
  .card > :last-child > :last-child {
    margin-block-end: 0;
  }
  .stack > * + * {
    margin-block-start: 16px;
  }
  /* what a screen is for stands under its name */
  .stack > h1 + .hint {
    margin-block-start: 0;
  }
  .cluster {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: center;
  }
  .spread {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    justify-content: space-between;
  }
  .spread + p,
  .scroll + .spread {
    margin-block-start: 8px;
  }
  /* a name and what can be done with it: on one line however long the name */
  .spread.kept {
    flex-wrap: nowrap;
  }
  .spread.kept > :first-child {
    min-width: 0;
  }
  .spread.kept > :last-child {
    flex: none;
  }
  .grid {
    display: grid;
    gap: 16px;
    grid-template-columns: repeat(auto-fill, minmax(min(280px, 100%), 1fr));
  }
  .badge {
    display: inline-block;
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--patto-primary-soft);
    color: var(--patto-primary-strong);
    font-size: 14px;
    font-weight: 600;
  }
  .badge.good {
    background: var(--patto-success-soft);
    color: var(--patto-success);
  }
  .badge.bad {
    background: var(--patto-danger-soft);
    color: var(--patto-danger);
  }
  .badge.warn {
    background: var(--patto-warning-soft);
    color: var(--patto-warning);
  }
  .notice {
    border-inline-start: 4px solid var(--patto-primary);
    background: var(--patto-primary-soft);
    padding: 12px 16px;
    border-radius: 4px;
  }
  .notice.good {
    border-color: var(--patto-success);
    background: var(--patto-success-soft);
  }
  .notice.bad {
    border-color: var(--patto-danger);
    background: var(--patto-danger-soft);
  }
  .notice.warn {
    border-color: var(--patto-warning);
    background: var(--patto-warning-soft);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    text-align: start;
    padding: 10px 12px;
    border-block-end: 1px solid var(--patto-line);
    vertical-align: top;
  }
  th {
    font-weight: 600;
    color: var(--patto-muted);
    font-size: 15px;
  }
  .numbers {
    font-variant-numeric: tabular-nums;
  }
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* a finger is broader than a pointer */
  @media (max-width: 640px), (pointer: coarse) {
    button.small,
    .button.small {
      min-height: 44px;
      min-width: 44px;
    }
  }
  /* on paper: what is said, not what can be done */
  @media print {
    :host {
      background: none;
    }
    button,
    .button {
      display: none;
    }
    .card {
      border: 0;
      box-shadow: none;
      padding: 0;
    }
    tr {
      break-inside: avoid;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    button {
      transition: background-color 120ms;
    }
  }
`;

/** For the document itself: ground colour and the faces, adopted once per page. */
export const page = css`
  html {
    background: var(--patto-ground);
    -webkit-text-size-adjust: 100%;
  }
  body {
    margin: 0;
  }
  @media print {
    html {
      background: none;
    }
  }
`;

let dressed = false;
/** Adopts the sheets in the document and loads the faces that the server ships. */
export function dressPage(): void {
  if (dressed) return;
  dressed = true;
  const sheets = [tokens, controls, page].flatMap((sheet) => (sheet.styleSheet ? [sheet.styleSheet] : []));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
  for (const weight of ['400', '600', '700']) {
    for (const [part, range] of [
      [
        'latin',
        'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02DC, U+2000-206F, U+20AC, U+2122, U+2191-2193, U+2212',
      ],
      ['latin-ext', 'U+0100-02BA, U+1E00-1E9F, U+20A0-20AB, U+20AD-20C0'],
    ] as const) {
      const face = new FontFace(
        'Titillium Web',
        `url(/public/fonts/titillium-web-${part}-${weight}-normal.woff2)`,
        {
          weight,
          display: 'swap',
          unicodeRange: range,
        },
      );
      document.fonts.add(face);
    }
  }
}

/** Forms of commands: questions one under the other, choices as lines that a finger can hit. */
export const forms = css`
  form {
    display: grid;
    gap: 14px;
  }
  fieldset {
    border: 0;
    padding: 0;
    margin: 0;
    min-width: 0;
  }
  legend {
    font-weight: 600;
    padding: 0;
    margin-block-end: 4px;
  }
  fieldset label:where(:has(input)) {
    display: flex;
    gap: 10px;
    align-items: center;
    min-height: 44px;
    padding-block: 4px;
    font-weight: 400;
    margin: 0;
  }
  fieldset input {
    flex: none;
  }
  @media print {
    form {
      display: none;
    }
  }
`;
