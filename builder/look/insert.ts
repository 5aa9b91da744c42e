// SPDX-License-Identifier: AGPL-3.0-or-later
// The look of what can be put in: the menu of types, drawn, and the maker of grids.
import { css } from 'lit';

export const insert = css`
  .inserts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 250px), 1fr));
    gap: 6px;
    margin: 6px 0 14px;
    padding: 0;
    max-height: none;
    border: 0;
    list-style: none;
  }
  .inserts button,
  .inserts a.button {
    display: flex;
    flex-direction: column;
    align-items: stretch;
    justify-content: flex-start;
    width: 100%;
    height: 100%;
    padding: 8px 12px;
    border: 1px solid var(--patto-line);
    text-align: start;
    font-weight: 400;
    color: var(--patto-text);
  }
  .inserts small,
  .types small {
    display: block;
    color: var(--patto-muted);
  }
  .inserts .drawn {
    margin-block-start: 6px;
    font-size: 14px;
  }
  #insert-filter {
    margin-block: 4px;
  }
  .grid-preview {
    overflow: auto;
    margin-block: 12px 4px;
  }
  .grid-preview table {
    border-collapse: collapse;
    width: 100%;
  }
  .grid-preview th,
  .grid-preview td {
    padding: 6px 8px;
    border: 1px solid var(--patto-line);
    text-align: center;
    font-weight: 600;
  }
  .grid-preview th[scope='row'] {
    text-align: start;
    font-weight: 400;
  }
  patto-builder-grid-maker form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  patto-builder-search .cluster {
    margin-block: 10px 4px;
  }
  .grid-preview small {
    display: block;
    white-space: nowrap;
    font-weight: 400;
    color: var(--patto-muted);
  }
`;
