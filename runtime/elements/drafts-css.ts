// SPDX-License-Identifier: BSD-3-Clause
import { css } from 'lit';

/** What saving, other people and the device need on screen. */
export const draftsSheet = css`
  .device {
    margin-block-start: 1em;
    padding-block-start: 0.5em;
    border-block-start: 1px solid var(--line);
  }
  .device .hint {
    margin-block: 0 0.25em;
    padding-inline-start: 2.25em;
  }
  .conflict {
    margin-block-start: 1em;
    padding: 1em;
    border-radius: var(--radius);
    background: var(--surface);
  }
  .conflict h4 {
    margin: 0 0 0.5em;
  }
  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    gap: 1em;
    margin: 0;
  }
  .side {
    display: flex;
    flex-direction: column;
    gap: 0.5em;
    padding: 0.75em;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .side dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .side dd:last-child {
    margin-block-start: auto;
  }
`;
