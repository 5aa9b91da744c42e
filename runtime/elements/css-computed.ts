// SPDX-License-Identifier: BSD-3-Clause
// The look of computed answers.
import { css } from 'lit';

export const computedSheet = css`
  .not-yet {
    color: var(--muted);
  }
  .computed {
    padding: 0.875em 1em;
    border-radius: var(--radius);
    background: var(--primary-soft);
  }
  .computed output {
    display: block;
    margin-block-start: 0.125em;
    font-size: 1.25em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .computed .not-yet {
    font-size: 0.8em;
    font-weight: 400;
  }
  .computed summary {
    padding-block: 0.5em;
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  @media (forced-colors: active) {
    .computed {
      border: 1px solid CanvasText;
    }
  }
`;
