// SPDX-License-Identifier: AGPL-3.0-or-later
// The definition as text.
import { css } from 'lit';

export const json = css`
  patto-builder-json,
  patto-builder-lists {
    display: block;
  }
  .json {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    border: 1px solid var(--patto-line-strong);
    border-radius: var(--patto-radius);
    overflow: hidden;
    direction: ltr;
  }
  .json:focus-within {
    outline: 3px solid var(--patto-focus);
    outline-offset: 2px;
  }
  .json .lines {
    overflow: hidden;
    contain: size;
    width: 56px;
    padding: 8px 8px 8px 4px;
    background: var(--patto-ground);
    color: var(--patto-muted);
    text-align: end;
    user-select: none;
  }
  .json .lines > div {
    white-space: pre;
    padding-block-end: 40px;
  }
  .json .lines,
  .json textarea {
    font: 14px/20px var(--patto-mono);
  }
  .json textarea {
    border: 0;
    border-radius: 0;
    outline: 0;
    resize: vertical;
    white-space: pre;
    tab-size: 2;
  }
  table.rows {
    table-layout: auto;
    min-width: 720px;
    margin-block-end: 12px;
  }
  .rows td {
    padding: 4px 6px;
  }
  .rows td:nth-child(3) input,
  .rows td:nth-child(4) input {
    width: 132px;
  }
  .rows td.tools {
    white-space: nowrap;
  }
  @media (max-width: 800px) {
    table.rows {
      min-width: 640px;
    }
    .rows td,
    .rows th {
      padding-inline: 3px;
    }
    .rows td:nth-child(1) {
      width: 22%;
    }
    .rows td:nth-child(3) input,
    .rows td:nth-child(4) input {
      width: 112px;
      padding-inline: 6px;
    }
    .rows td.tools button {
      padding-inline: 6px;
    }
  }
  .remarks {
    list-style: none;
    margin: 0 0 12px;
    padding: 0;
  }
  .remarks li {
    display: flex;
    gap: 8px;
    align-items: baseline;
  }
  .remarks button {
    flex: none;
  }
  .remarks [data-level='error'] span::before {
    content: '✕ ';
    color: var(--patto-danger);
  }
  .remarks [data-level='warning'] span::before {
    content: '! ';
    color: var(--patto-warning);
    font-weight: 700;
  }
`;
