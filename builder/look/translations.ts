// SPDX-License-Identifier: AGPL-3.0-or-later
// Texts beside their translations.
import { css } from 'lit';

export const translations = css`
  patto-builder-translations,
  patto-builder-intake {
    display: block;
  }
  .languages {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 32px;
    align-items: start;
  }
  .languages > div {
    min-width: 260px;
  }
  .pair-of {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: end;
  }
  .sieve {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    align-items: center;
    justify-content: space-between;
    margin-block: 12px 8px;
  }
  .sieve .pair {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  patto-builder-intake {
    margin-block: 16px;
    padding-block: 12px;
    border-block: 1px solid var(--patto-line);
  }
  table.intake th:first-child,
  table.intake td:first-child {
    width: 84px;
  }
  .intake .badge {
    margin-inline-start: 8px;
  }
  .texts {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .texts .text {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 8px 24px;
    padding-block: 10px;
    border-block-start: 1px solid var(--patto-line);
    content-visibility: auto;
    contain-intrinsic-size: auto 84px;
  }
  .texts .source {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .texts .where {
    display: block;
    color: var(--patto-muted);
    font-size: 14px;
  }
  .texts textarea {
    min-height: 44px;
    /* where the browser knows it, the whole text is in sight */
    field-sizing: content;
    width: 100%;
    resize: vertical;
  }
  .texts .missing textarea {
    border-style: dashed;
  }
  @media (max-width: 700px) {
    .texts .text {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
