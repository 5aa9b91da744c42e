// SPDX-License-Identifier: AGPL-3.0-or-later
// Versions, and two definitions side by side.
import { css } from 'lit';

export const versions = css`
  patto-builder-versions,
  patto-builder-compare {
    display: block;
  }
  .life {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .life .step {
    padding-block: 14px;
    border-block-end: 1px solid var(--patto-line);
  }
  .step > p:last-child {
    margin-block-end: 0;
  }
  .step-head {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    justify-content: space-between;
    margin-block-end: 6px;
  }
  .step-head h2,
  .step-head h3 {
    margin: 0;
  }
  .ask {
    margin-block-start: 10px;
  }
  .ask > summary {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    padding-inline: 2px;
    cursor: pointer;
    font-weight: 600;
    color: var(--patto-primary);
  }
  .ask > summary::before {
    content: '▸';
    margin-inline-end: 8px;
  }
  .ask[open] > summary::before {
    content: '▾';
  }
  .ask > div:not(.cluster),
  .ask > textarea {
    max-width: 640px;
    margin-block-end: 12px;
  }
  .ask textarea {
    min-height: 64px;
  }
  input.day {
    width: 160px;
  }
  .versions {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .versions li {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
    padding-block: 8px;
    border-block-end: 1px solid var(--patto-line);
  }
  .versions li > :first-child {
    flex: 1 1 280px;
  }
  .versions li:last-child {
    border: 0;
  }
  .scroll {
    overflow-x: auto;
  }
  table.compare {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  .compare th,
  .compare td {
    padding: 10px 12px;
    border-block-end: 1px solid var(--patto-line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  .compare th[scope='row'] {
    font-weight: 600;
  }
  .compare th .badge {
    margin-block-end: 4px;
  }
  .compare th button {
    display: block;
    margin-inline-start: -10px;
    text-align: start;
  }
  .compare .thing {
    display: block;
  }
  .compare dl {
    margin: 0;
    display: grid;
    gap: 6px;
  }
  .compare dt {
    color: var(--patto-muted);
    font-size: 14px;
  }
  .compare dd {
    margin: 0;
  }
  .compare ins {
    background: var(--patto-success-soft);
    text-decoration: none;
    box-decoration-break: clone;
    padding: 0 2px;
  }
  .compare del {
    background: var(--patto-danger-soft);
    padding: 0 2px;
  }
  .badge.added {
    background: var(--patto-success-soft);
    color: var(--patto-success);
  }
  .badge.removed {
    background: var(--patto-danger-soft);
    color: var(--patto-danger);
  }
  .reach {
    display: flex;
    flex-wrap: wrap;
    gap: 16px 32px;
    justify-content: space-between;
  }
  .reach a {
    overflow-wrap: anywhere;
  }
  .qr {
    flex: none;
    border-radius: 8px;
    background: #fff;
  }
  @media (max-width: 700px) {
    .compare thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .compare,
    .compare tbody,
    .compare tr,
    .compare th,
    .compare td {
      display: block;
    }
    .compare td {
      border: 0;
      padding-block: 4px;
    }
    .compare td::before {
      content: attr(data-label);
      display: block;
      font-weight: 600;
      font-size: 14px;
    }
    .compare tr {
      border-block-end: 1px solid var(--patto-line);
      padding-block-end: 8px;
    }
    .compare th {
      border: 0;
    }
  }
`;
