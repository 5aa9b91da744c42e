// SPDX-License-Identifier: BSD-3-Clause
// The look of what appears once somebody is at work: problems, notices, buttons that destroy.
import { css } from 'lit';

export const workSheet = css`
  .not-yet {
    color: var(--muted);
  }
  /* the dark sheet may be there already, and says otherwise */
  :where(.patto) {
    --danger-soft: var(--patto-danger-soft, var(--it-color-background-danger-light, #fdeef0));
    --success: var(--patto-success, var(--it-color-text-success, #00693f));
    --success-soft: var(--patto-success-soft, #e6f5ee);
    --warning: var(--patto-warning, #804d00);
    --warning-soft: var(--patto-warning-soft, #fff5e0);
  }
  .error,
  .warning {
    margin-block-start: 0.25em;
    font-weight: 600;
    color: var(--danger);
  }
  .warning {
    color: var(--warning);
  }
  patto-field[invalid]:not(:has(patto-field)) {
    padding-inline-start: 1em;
    border-inline-start: 4px solid var(--danger);
  }
  [aria-invalid='true'] {
    border-color: var(--danger) !important;
    box-shadow: inset 0 0 0 1px var(--danger);
  }
  button.danger {
    border-color: var(--danger);
    color: var(--danger);
  }
  .errors,
  .notice {
    margin-block-end: 1.5em;
    padding: 1em 1.25em;
    border-inline-start: 4px solid var(--primary);
    border-radius: 4px;
    background: var(--primary-soft);
  }
  .errors,
  .notice.error {
    border-color: var(--danger);
    background: var(--danger-soft);
  }
  .notice.error p {
    margin: 0;
    color: var(--text);
    font-weight: 400;
  }
  .notice.good {
    border-color: var(--success);
    background: var(--success-soft);
  }
  .notice.warn {
    border-color: var(--warning);
    background: var(--warning-soft);
  }
  .notice .buttons,
  .notice.code {
    margin-block-start: 0.75em;
  }
  .errors ul {
    margin-block-start: 0.375em;
  }
  /* a thousand lines are laid out as they come into sight */
  .errors li:nth-child(n + 30) {
    content-visibility: auto;
    contain-intrinsic-size: auto 2.25em;
  }
  .errors li a {
    display: inline-block;
    padding-block: 0.375em;
    color: var(--danger);
    font-weight: 600;
  }
  .state .notice {
    margin: 0.5em 0 0;
    color: var(--text);
    font-size: 1.0667em;
  }
  :is(.errors, .notice):focus-visible {
    border-radius: 4px;
  }
  @media (forced-colors: active) {
    .notice,
    .errors {
      border: 1px solid CanvasText;
    }
  }
`;
