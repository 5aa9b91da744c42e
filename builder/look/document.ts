// SPDX-License-Identifier: AGPL-3.0-or-later
// The document's view: text on one side, the sheet on the other.
import { css } from 'lit';

export const document = css`
  .document-desk {
    display: grid;
    gap: 24px;
    align-items: start;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  .document-desk > section,
  patto-builder-template-text {
    display: grid;
    gap: 10px;
    align-content: start;
    min-width: 0;
  }
  .document-desk > section {
    padding: 20px;
    border: 1px solid var(--patto-line);
    border-radius: calc(var(--patto-radius) + 4px);
    background: var(--patto-surface);
  }
  .document-desk p,
  .document-desk h3,
  .document-desk label {
    margin: 0;
  }
  .document .which {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    margin: 0 0 16px;
  }
  .document .which label {
    margin: 0;
  }
  .document .which select {
    max-width: 100%;
    inline-size: auto;
  }
  .insert {
    display: grid;
    gap: 8px;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
  }
  .insert label {
    grid-column: 1 / -1;
  }
  /* the mirror and the text lie on each other, letter on letter */
  .write {
    display: grid;
    min-width: 0;
  }
  .write > * {
    grid-area: 1 / 1;
    height: 420px;
    margin: 0;
    padding: 12px;
    border: 1px solid transparent;
    font: 400 14px/1.5 var(--patto-mono);
    letter-spacing: 0;
    tab-size: 2;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    overflow-y: scroll;
  }
  .write .mirror {
    color: transparent;
    pointer-events: none;
    z-index: 1;
  }
  .write .mirror u {
    text-decoration: underline wavy var(--patto-danger) 2px;
    text-underline-offset: 3px;
    background: color-mix(in srgb, var(--patto-danger) 12%, transparent);
  }
  .write textarea {
    resize: none;
    border-color: var(--patto-line-strong);
  }
  .sheet {
    width: 100%;
    aspect-ratio: 210 / 297;
    border: 1px solid var(--patto-line);
    background: #fff;
  }
  .sheet.old {
    opacity: 0.6;
  }
  .document [aria-disabled='true'] {
    opacity: 0.55;
    cursor: not-allowed;
  }
  .past ol {
    padding-inline-start: 20px;
  }
  .document .told:empty {
    display: none;
  }
  @media (max-width: 900px) {
    .document-desk {
      grid-template-columns: minmax(0, 1fr);
    }
    .document-desk > section {
      padding: 12px;
    }
  }
`;
