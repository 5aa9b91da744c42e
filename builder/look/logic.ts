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
    min-width: 0;
    box-sizing: border-box;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--patto-line-strong);
  }
  .cluster.inner {
    flex: 1 1 100%;
    padding-inline-start: 12px;
    background: none;
  }
  patto-builder-clauses .cluster {
    gap: 2px 8px;
  }
  .clauses > .sentence {
    position: relative;
    min-width: 0;
  }
  .clauses > .sentence > button.icon {
    position: absolute;
    inset-block-start: -6px;
    inset-inline-end: 0;
    min-width: 32px;
    padding: 4px;
  }
  .clauses > .removable:first-child > select:first-of-type {
    flex-basis: calc(100% - 40px);
    margin-inline-end: 36px;
  }
  .clauses > .removable:first-child > button.icon {
    inset-block-start: 4px;
  }
  .nested {
    flex: 1 1 100%;
    min-width: 0;
    box-sizing: border-box;
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
  .sentence .several input {
    flex: none;
  }
  .rule-list .sentence > select,
  .outcomes .sentence > select,
  .named .sentence > select {
    flex: 0 1 auto;
    width: auto;
    max-width: 100%;
  }
  .view,
  .map {
    min-width: 0;
  }
  .sentence .as-written {
    flex: 1 1 80%;
    overflow-wrap: anywhere;
  }
  patto-builder-naming {
    display: contents;
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
  .rules .filters,
  .outcomes .filters,
  .map .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 20px;
    align-items: end;
    margin-block-end: 12px;
  }
  .rules .filters label:not(.tick),
  .outcomes .filters label:not(.tick),
  .map .filters label:not(.tick) {
    flex: 1 1 180px;
    max-width: 320px;
  }
  .rules,
  .named,
  .map,
  .outcomes {
    margin-block-end: 20px;
  }
  .rule-list {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .rule-list > li {
    display: grid;
    grid-template-columns: 150px minmax(0, 1fr) auto;
    gap: 4px 16px;
    align-items: start;
    padding-block: 10px;
    border-block-start: 1px solid var(--patto-line);
  }
  .rule-list .badge {
    justify-self: start;
  }
  .rule-sentence {
    overflow-wrap: anywhere;
    max-width: 90ch;
  }
  .rule-list .in-place {
    grid-column: 2 / -1;
    max-width: 640px;
  }
  .named .check {
    max-width: 720px;
  }
  .named .condition {
    padding-inline: 0;
  }
  .map-drawing {
    overflow: auto;
    border: 1px solid var(--patto-line);
    border-radius: var(--patto-radius);
    background: var(--patto-ground);
  }
  .map-drawing .edge {
    fill: none;
    stroke: var(--patto-muted);
    stroke-width: 1.5;
  }
  .map-drawing marker path {
    fill: var(--patto-muted);
  }
  .map-drawing rect {
    fill: var(--patto-surface);
    stroke: var(--patto-line-strong);
  }
  .map-drawing .thing {
    cursor: pointer;
  }
  .map-drawing .middle rect {
    stroke: var(--patto-primary);
    stroke-width: 3;
  }
  .map-drawing text {
    font-size: 14px;
    fill: var(--patto-text);
  }
  .map-list {
    margin: 0;
    padding-inline-start: 20px;
  }
  .ruler {
    display: block;
    width: 100%;
    min-width: 880px;
    height: auto;
    margin-block-end: 12px;
  }
  .ruler text {
    font-size: 15px;
    fill: var(--patto-text);
  }
  .ruler .band rect {
    stroke: var(--patto-surface);
    stroke-width: 2;
    fill: #dbe7f6;
  }
  .ruler .band-1 rect {
    fill: #f6e7c8;
  }
  .ruler .band-2 rect {
    fill: #f5d3c4;
  }
  .ruler .band-3 rect {
    fill: #e3d6ee;
  }
  .ruler .reach {
    fill: transparent;
  }
  .ruler .bar {
    fill: var(--patto-primary-strong);
  }
  .ruler .grip {
    touch-action: none;
    cursor: ew-resize;
  }
  .ruler .grip text {
    font-weight: 700;
  }
  .ruler .grip:focus {
    outline: none;
  }
  .ruler .grip:focus .bar {
    fill: var(--patto-surface);
    stroke: var(--patto-focus, #000);
    stroke-width: 4;
  }
  .scrolls {
    overflow: auto;
  }
  .bands,
  table.points {
    border-collapse: collapse;
  }
  .bands th,
  .bands td,
  table.points th,
  table.points td {
    padding: 6px 12px 6px 0;
    text-align: start;
    vertical-align: middle;
  }
  .bands input:not(.number) {
    min-width: 180px;
  }
  input.number {
    width: 110px;
  }
  table.points th[scope='row'],
  table.points label {
    font-weight: 400;
    margin: 0;
  }
  .outcomes .check {
    max-width: 760px;
  }
  .outcomes ol.checks {
    list-style: none;
  }
  .outcomes .condition {
    padding-inline: 0;
  }
  .formula .parts {
    list-style: none;
    flex: 1 1 100%;
    margin: 6px 0;
    padding: 0 0 0 12px;
    border-inline-start: 3px solid var(--patto-line-strong);
  }
  .formula .parts > li {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    margin-block-end: 6px;
  }
  .formula .parts > li {
    position: relative;
  }
  .formula .parts > li > button.icon {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 0;
    min-width: 32px;
    padding: 4px;
  }
  .formula .parts > li:has(> button.icon) > select:first-of-type {
    margin-inline-end: 36px;
  }
  .formula .parts > li > .parts {
    margin-block: 0;
  }
  .formula .parts .word {
    flex: 1 1 100%;
    font-weight: 600;
  }
  .formula .parts select,
  .formula .parts input:not([type='checkbox']) {
    flex: 1 1 60%;
    min-width: 0;
  }
  .formula .parts .condition {
    flex: 1 1 100%;
    padding: 0;
  }
  .formula input[type='number'],
  .formula > input {
    margin-block: 6px;
  }
  .in-words {
    margin: 8px 0 0;
    overflow-wrap: anywhere;
  }
  .formula-text textarea {
    font-family: var(--patto-mono);
    font-size: 14px;
    margin-block-end: 6px;
  }
  .road {
    margin: 4px 0 0;
    font-size: 15px;
  }
  @media (max-width: 800px) {
    .rule-list > li {
      grid-template-columns: minmax(0, 1fr);
    }
    .rule-list .in-place {
      grid-column: 1;
    }
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
  .check .label,
  .more-logic .label,
  .points .label {
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
