// SPDX-License-Identifier: AGPL-3.0-or-later
// The panel.
import { css } from 'lit';

export const panel = css`
  .setting {
    border: 0;
    margin-inline: 0;
    padding: 0;
    min-width: 0;
  }
  .setting legend,
  .setting .label,
  details summary {
    font-weight: 600;
    padding: 0;
  }
  .setting .label {
    display: block;
    margin-block-end: 4px;
  }
  .setting .hint,
  details .hint,
  .hint.count {
    margin: 0 0 6px;
  }
  .hint.count {
    margin-block: 6px 0;
  }
  .setting textarea {
    min-height: 44px;
    field-sizing: content;
    resize: vertical;
    max-height: 60vh;
  }
  .tick {
    display: flex;
    gap: 10px;
    align-items: center;
    min-height: 44px;
    margin: 0;
    font-weight: 600;
  }
  .tick input {
    flex: none;
  }
  .type-now,
  .types button {
    width: 100%;
    justify-content: space-between;
    text-align: start;
    color: inherit;
    font-weight: 400;
  }
  .type-now b,
  .types b {
    display: block;
    font-weight: 600;
  }
  .type-now small,
  .types small {
    display: block;
    color: var(--patto-muted);
    font-size: 14px;
    margin-block-start: 2px;
  }
  .types {
    list-style: none;
    margin: 6px 0 0;
    padding: 4px;
    border: 1px solid var(--patto-line);
    border-radius: var(--patto-radius);
    max-height: 380px;
    overflow: auto;
  }
  .types[hidden] {
    display: none;
  }
  .types button {
    border-color: transparent;
    padding: 8px 10px;
    background: transparent;
  }
  .types button:hover {
    background: var(--patto-primary-soft);
  }
  .types [aria-pressed='true'] {
    background: var(--patto-primary-soft);
    box-shadow: inset 3px 0 0 var(--patto-primary);
  }
  details summary {
    cursor: pointer;
    min-height: 32px;
    padding-block: 4px;
  }
  .type-settings patto-form {
    display: block;
    margin-block-start: 8px;
  }
  .lead {
    margin-block-start: 8px;
  }
  .lead label {
    font-weight: 400;
    font-size: 15px;
  }
  .condition {
    padding: 12px 14px;
    border-radius: var(--patto-radius);
    background: var(--patto-ground);
  }
  .condition legend {
    float: inline-start;
    width: 100%;
    margin-block-end: 6px;
  }
  .condition legend + * {
    clear: both;
  }
  .sentence {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    margin-block-end: 8px;
  }
  .sentence .word {
    font-weight: 600;
    flex: 0 0 100%;
  }
  .sentence select,
  .sentence input {
    flex: 1 1 100%;
    min-width: 0;
  }
  .sentence [id*='-join'] {
    flex: 0 0 auto;
    width: auto;
    margin-inline-end: 40%;
  }
  .sentence [id*='-relation'] {
    flex: 0 1 auto;
    width: auto;
    max-width: 100%;
  }
  .sentence [id*='-value'] {
    flex: 1 1 96px;
  }
  .otherwise {
    margin: 0 0 10px;
  }
  .keys {
    display: grid;
    gap: 8px;
    margin: 0;
  }
  .card > .keys {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr));
    gap: 10px 32px;
  }
  .keys div {
    display: grid;
    grid-template-columns: 116px minmax(0, 1fr);
    gap: 2px 12px;
    align-items: baseline;
  }
  .keys dd {
    margin: 0;
    color: var(--patto-muted);
  }
  kbd {
    font: 600 14px/1.4 var(--patto-mono);
    padding: 1px 6px;
    border: 1px solid var(--patto-line);
    border-block-end-width: 2px;
    border-radius: 5px;
    background: var(--patto-ground);
  }
`;
