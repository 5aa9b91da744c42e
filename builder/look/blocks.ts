// SPDX-License-Identifier: AGPL-3.0-or-later
// The blocks of a document's template.
import { css } from 'lit';

export const blocks = css`
  patto-builder-blocks,
  patto-builder-phrase {
    display: block;
    min-width: 0;
  }
  .block-editor {
    display: grid;
    gap: 10px;
    min-width: 0;
  }
  .block-tools {
    position: sticky;
    top: 0;
    z-index: 3;
    display: grid;
    gap: 8px 16px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
    padding: 10px;
    border: 1px solid var(--patto-line);
    border-radius: var(--patto-radius);
    background: var(--patto-surface);
  }
  .block-tools > .cluster {
    grid-column: 1 / -1;
    gap: 4px;
    align-items: center;
  }
  .block-tools .bold {
    font-weight: 700;
  }
  .block-tools .turn {
    display: flex;
    gap: 8px;
    align-items: center;
    margin-inline-start: auto;
  }
  .block-tools select {
    min-width: 0;
    max-width: 100%;
  }
  .block-count:empty {
    display: none;
  }
  .blocks {
    display: grid;
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
    min-width: 0;
  }
  .blocks > li {
    min-width: 0;
    padding: 4px 8px 8px;
    border: 1px solid transparent;
    border-inline-start: 3px solid var(--patto-line);
    border-radius: var(--patto-radius);
  }
  .blocks > li.bare {
    padding: 0;
    border: 0;
  }
  .blocks > li[data-kind='when'],
  .blocks > li[data-kind='each'] {
    border-inline-start: 3px dashed var(--patto-line-strong);
  }
  .blocks > li:hover:not(.bare) {
    border-color: var(--patto-line);
  }
  .blocks > li[data-chosen]:not(.bare) {
    border-color: var(--patto-primary);
  }
  .blocks > li.drop-before {
    box-shadow: 0 -3px var(--patto-primary);
  }
  .blocks > li.drop-after {
    box-shadow: 0 3px var(--patto-primary);
  }
  .blocks .block-card {
    display: grid;
    gap: 2px 8px;
    align-items: start;
    min-width: 0;
  }
  .blocks .block-card > * {
    min-width: 0;
  }
  .blocks .handle {
    display: flex;
    gap: 6px;
    align-items: center;
    min-height: 24px;
  }
  .blocks .grip {
    width: 24px;
    height: 24px;
    cursor: grab;
    opacity: 0.7;
    color: var(--patto-muted);
    background: radial-gradient(currentcolor 1.2px, transparent 1.7px) center / 6px 6px no-repeat;
    background-repeat: round;
    background-size: 7px 7px;
    background-clip: content-box;
    padding: 5px 8px 5px 2px;
    flex: none;
  }
  .blocks .kind {
    padding: 2px 4px;
    border: 0;
    min-height: 24px;
    background: none;
    color: var(--patto-muted);
    font-size: 13px;
    font-weight: 600;
    text-align: start;
  }
  .blocks button.kind:hover {
    text-decoration: underline;
  }
  .line-text {
    min-height: 32px;
    padding: 4px 8px;
    border-radius: 4px;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    line-height: 1.85;
  }
  .line-text[contenteditable] {
    background: var(--patto-ground);
    cursor: text;
  }
  .line-text:focus {
    outline: 2px solid var(--patto-primary);
    outline-offset: 1px;
  }
  [data-kind='heading'] > div > patto-builder-phrase .line-text {
    font-size: 1.15em;
    font-weight: 700;
  }
  .chip {
    display: inline;
    padding: 1px 6px;
    border: 1px solid var(--patto-primary);
    border-radius: 4px;
    background: color-mix(in srgb, var(--patto-primary) 9%, transparent);
    font-weight: 600;
    box-decoration-break: clone;
  }
  .chip.fixed {
    padding: 0 2px;
    border: 0;
    border-bottom: 1px dotted var(--patto-muted);
    border-radius: 0;
    background: none;
    font-weight: inherit;
  }
  .chip.lost {
    border-color: var(--patto-danger);
    text-decoration: underline wavy var(--patto-danger);
  }
  .chip[data-chip='expert'] {
    font-family: var(--patto-mono);
    font-size: 0.9em;
  }
  .chip[data-chip='when'],
  .chip[data-chip='each'] {
    border-style: dashed;
  }
  .blocks .sentence {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    margin: 0 0 6px;
    font-weight: 600;
  }
  .blocks .sentence select {
    width: auto;
    inline-size: auto;
    max-width: 62%;
    flex: 0 1 auto;
  }
  .blocks .inline-condition {
    grid-column: 1 / -1;
    margin-block-start: 6px;
    padding-inline-start: 10px;
    border-inline-start: 3px dashed var(--patto-line-strong);
    font-size: 0.9375rem;
  }
  .blocks .inline-condition > .hint {
    margin: 0 0 2px;
  }
  .blocks .ready,
  .blocks .page-end {
    margin: 0;
    padding: 6px 8px;
    background: var(--patto-ground);
    border-radius: 4px;
    font-weight: 600;
  }
  .blocks .ready .hint {
    display: block;
    font-weight: 400;
  }
  .blocks .page-end {
    border-top: 2px dashed var(--patto-line-strong);
  }
  .blocks .entries {
    display: grid;
    gap: 4px;
    margin: 0;
    padding-inline-start: 24px;
  }
  .blocks .entries > li[data-entry] {
    display: list-item;
  }
  .blocks .entries > .around {
    list-style: none;
    margin-inline-start: -24px;
  }
  .table-scroll {
    overflow-x: auto;
  }
  .cells-of {
    width: 100%;
    border-collapse: collapse;
  }
  .cells-of th,
  .cells-of td {
    min-width: 110px;
    padding: 3px;
    border: 1px solid var(--patto-line);
    vertical-align: top;
    text-align: start;
  }
  .cells-of .row-tools,
  .cells-of .column-tools td {
    min-width: 0;
    border: 0;
  }
  .cells-of .cluster,
  .cells-of .row-tools {
    flex-wrap: nowrap;
    white-space: nowrap;
  }
  .add-column {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 8px;
  }
  .add-column select {
    inline-size: auto;
    max-width: 100%;
  }
  .expert-text {
    width: 100%;
    font: 400 13px/1.5 var(--patto-mono);
  }
  .block-faults {
    display: grid;
    gap: 6px;
    margin: 6px 0 0;
    padding: 6px 8px;
    list-style: none;
    border-inline-start: 3px solid var(--patto-danger);
    color: var(--patto-danger);
    font-weight: 600;
  }
  .block-faults li {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  @media (min-width: 700px) {
    .blocks .block-card.leaf {
      grid-template-columns: 104px minmax(0, 1fr);
    }
    .blocks .block-card.leaf > .block-faults {
      grid-column: 2;
    }
    .blocks .leaf > .handle {
      padding-top: 4px;
    }
    .document-desk > .beside {
      position: sticky;
      top: 8px;
    }
  }
  @media (max-width: 600px) {
    .block-tools {
      position: static;
    }
    .blocks > li {
      padding-inline: 4px 0;
    }
  }
  @media (pointer: coarse) {
    .blocks .kind,
    .blocks .grip {
      min-height: 44px;
    }
    .line-text {
      min-height: 44px;
    }
  }
`;
