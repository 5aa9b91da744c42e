// SPDX-License-Identifier: AGPL-3.0-or-later
// How the application's own screens look where several are alike. A screen's own sheet stands after `entries` and `tallies`, before `stacked`.
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

/** Filters that say how many they hold: buttons with a figure over its name, one of them pressed. */
export const tallies = css`
  .tallies {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(var(--tally, 110px), 1fr));
    gap: 8px;
  }
  .tallies button {
    flex-direction: column;
    gap: 0;
    padding: 8px;
    color: var(--patto-text);
    font-weight: 400;
  }
  .tallies strong {
    font-size: 24px;
    line-height: 1.2;
  }
  .tallies [aria-pressed='true'] {
    border-color: var(--patto-primary);
    box-shadow: inset 0 0 0 1px var(--patto-primary);
    background: var(--patto-primary-soft);
  }
  .tallies .bad strong {
    color: var(--patto-danger);
  }
  @media (max-width: 640px) {
    .tallies {
      grid-template-columns: repeat(3, 1fr);
    }
    .tallies button {
      font-size: 14px;
    }
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
