// SPDX-License-Identifier: BSD-3-Clause
import { css } from 'lit';

/** The look of tables that are filled in: grids, fixed rows, rows of a list. */
export const tableSheet = css`
  patto-grid,
  patto-table,
  patto-rows-table {
    display: block;
    margin-block-start: 0.5em;
  }
  .wide {
    overflow-x: auto;
    padding: 4px;
    margin: -4px;
  }
  table.filled {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
  }
  .filled :is(th, td) {
    padding: 0.5em 0.5em;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  .filled th {
    font-weight: 600;
    line-height: 1.3;
  }
  .filled thead td {
    border-block-end: 2px solid var(--strong);
  }
  .filled thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    border-block-end: 2px solid var(--strong);
    background: var(--surface);
    font-size: 0.9375em;
    vertical-align: bottom;
  }
  .filled tbody th .hint,
  .filled tbody th :is(.error, .warning) {
    font-size: 0.875em;
  }
  .filled th .hint {
    font-weight: 400;
  }
  .filled tfoot :is(th, td) {
    border-block-end: 0;
    border-block-start: 2px solid var(--strong);
    font-weight: 600;
  }
  .filled tr.invalid > th {
    padding-inline-start: 0.75em;
    border-inline-start: 4px solid var(--danger);
  }
  .filled .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .filled tbody tr:hover > * {
    background: var(--ground);
  }
  table.grid {
    table-layout: fixed;
    hyphens: auto;
  }
  .grid thead th:first-child {
    width: 10em;
  }
  .grid thead th:not(:first-child) {
    padding-inline: 0.125em;
    font-size: 0.7813em;
    overflow-wrap: anywhere;
  }
  .grid thead th.number {
    width: 4.5em;
  }
  .grid td.number {
    vertical-align: middle;
  }
  .grid-total {
    margin-block-start: 1em;
    font-weight: 600;
  }
  .grid :is(thead th:not(:first-child), .pick, .number) {
    text-align: center;
  }
  .grid td.pick {
    padding: 0;
    vertical-align: middle;
  }
  .pick label {
    display: flex;
    align-items: center;
    justify-content: center;
    min-height: 2.75em;
    min-width: 2.75em;
    cursor: pointer;
  }
  .pick label:has(:checked) {
    background: var(--primary-soft);
  }
  .pick label:has(:disabled) {
    cursor: default;
  }
  .pick input {
    width: 1.375em;
    height: 1.375em;
    margin: 0;
    accent-color: var(--primary);
  }
  .pick .before-mark {
    position: absolute;
    margin-block-start: 2.25em;
    color: var(--muted);
    font-size: 0.75em;
  }
  .cells td {
    min-width: 6.5em;
  }
  .cells tr:not(.more) > td > patto-field :is(label:not(.choice, .level), legend):not(.date label) {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .cells tr:not(.more) > td > patto-field .hint:not(.choice .hint) {
    display: none;
  }
  .cells tr:not(.more) > td :is(input:not([type='checkbox'], [type='radio']), select, textarea) {
    min-width: 4.5em;
    margin-block-start: 0;
  }
  .cells tr:not(.more) > td .choices {
    margin-block-start: 0;
  }
  .cells tr:not(.more) > td .computed {
    padding: 0.25em 0;
    background: none;
  }
  .cells tr:not(.more) > td .computed > .label {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .cells tr:not(.more) > td .computed output {
    font-size: 1em;
    white-space: nowrap;
  }
  .cells tr:not(.more) > td .computed .not-yet {
    white-space: normal;
  }
  .cells tr:not(.more) > td .date {
    flex-wrap: nowrap;
    gap: 0.25em;
    margin-block-start: 0;
  }
  .cells tr:not(.more) > td .unit {
    margin-block-start: 0;
  }
  .filled-tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    margin-block-start: 0.375em;
  }
  .filled-tools .tool {
    padding-inline: 0.625em;
    border-color: transparent;
    background: transparent;
    font-size: 0.9375em;
  }
  @media (forced-colors: active) {
    .pick label:has(:checked) {
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
  }
  @media print {
    .filled-tools {
      display: none;
    }
    .filled thead th {
      position: static;
    }
  }
`;
