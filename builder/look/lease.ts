// SPDX-License-Identifier: AGPL-3.0-or-later
// Who works on a form now, and what was done to it.
import { css } from 'lit';

export const lease = css`
  patto-builder-lease,
  patto-builder-history {
    display: block;
  }
  .lease {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    align-items: center;
    justify-content: space-between;
    margin-block-end: 40px;
  }
  .lease p {
    margin: 0;
  }
  .lease > div {
    flex: 1 1 320px;
  }
  .lease-got {
    margin: 0;
  }
  .lease-got:not(:empty) {
    margin-block-end: 32px;
  }
  .moments {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .moments li {
    display: grid;
    grid-template-columns: 64px minmax(0, 1fr) auto;
    gap: 4px 16px;
    align-items: start;
    padding-block: 10px;
    border-block-end: 1px solid var(--patto-line);
  }
  .moments time {
    color: var(--patto-muted);
  }
  .moments ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .moments ul li {
    display: block;
    padding: 0;
    border: 0;
  }
  .moments .who {
    color: var(--patto-muted);
    font-size: 15px;
  }
  @media (max-width: 600px) {
    .moments > li {
      grid-template-columns: 56px minmax(0, 1fr);
    }
    .moments > li > .cluster {
      grid-column: 2;
    }
  }
`;
