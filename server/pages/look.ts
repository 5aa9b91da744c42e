// SPDX-License-Identifier: AGPL-3.0-or-later
// How the application's own screens look where several are alike. A screen's own sheet stands after `entries`, before `stacked`.
import { css } from 'lit';

/** A list of things with a line between them. */
export const entries = css`
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li {
    padding-block: 12px;
    border-block-end: 1px solid var(--patto-line);
  }
  li:last-child {
    border: 0;
  }
`;

/**
 * Where there is no room for columns the cells of a row stand one under the other; `data-title` says what a cell is.
 * Tables of figures (`counted`) stay tables.
 */
export const stacked = css`
  @media screen and (max-width: 760px) {
    table:not(.counted),
    table:not(.counted) :is(tbody, tr, td) {
      display: block;
    }
    table:not(.counted) :is(thead, td:empty) {
      display: none;
    }
    table:not(.counted) td {
      border: 0;
      padding: 2px 0;
    }
    td[data-title]::before {
      content: attr(data-title) ': ';
      color: var(--patto-muted);
      font-size: 15px;
    }
    table:not(.counted) tr {
      border-block-end: 1px solid var(--patto-line);
      padding-block: 10px;
    }
    table:not(.counted) tr:last-child {
      border: 0;
    }
    .counted :is(th, td) {
      padding-inline: 4px;
    }
  }
`;
