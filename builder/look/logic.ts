// SPDX-License-Identifier: AGPL-3.0-or-later
// Conditions as sentences, checks, the list of rules, the map, outcomes and bands.
import { css } from 'lit';

export const logic = css`
  .clauses {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .clauses.inner {
    flex: 1 1 100%;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--patto-line-strong);
  }
  .cluster.inner {
    flex: 1 1 100%;
    padding-inline-start: 12px;
  }
  .nested {
    flex: 1 1 100%;
    padding: 10px 0 2px 12px;
    border-inline-start: 3px solid var(--patto-primary);
  }
  .clauses + .cluster {
    margin-block-end: 8px;
  }
  .condition .head {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    margin-block-end: 8px;
  }
  .head:empty {
    display: none;
  }
  .head .word,
  .sentence .then {
    font-weight: 600;
  }
  .head select {
    width: auto;
    max-width: 100%;
  }
  .sentence patto-builder-clause-value {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    flex: 1 1 120px;
    min-width: 0;
  }
  .sentence patto-builder-clause-value:empty {
    display: none;
  }
  .sentence patto-builder-clause-value input:not([type='checkbox']) {
    flex: 1 1 80px;
  }
  .sentence .several {
    flex: 1 1 100%;
    padding-inline-start: 4px;
  }
  .several .tick {
    font-weight: 400;
    min-height: 32px;
  }
  .sentence .as-written {
    flex: 1 1 80%;
    overflow-wrap: anywhere;
  }
  .naming {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: end;
    flex: 1 1 100%;
  }
  .naming label {
    flex: 1 1 100%;
    margin: 0;
  }
  .naming input {
    flex: 1 1 160px;
    width: auto;
  }
  .checks {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .check {
    margin-block-end: 14px;
    padding: 12px 14px;
    border-radius: var(--patto-radius);
    background: var(--patto-ground);
  }
  .check .label {
    display: block;
    font-weight: 600;
    margin-block: 8px 4px;
  }
  .check .cluster {
    margin-block-start: 10px;
  }
  .check select {
    width: auto;
    max-width: 100%;
  }
`;
