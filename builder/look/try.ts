// SPDX-License-Identifier: AGPL-3.0-or-later
// Trying the form: tools at the side, the form on its screen or sheet.
import { css } from 'lit';

export const trying = css`
  .try-desk {
    display: grid;
    gap: 24px;
    align-items: start;
    grid-template-columns: minmax(280px, 360px) minmax(0, 1fr);
  }
  .try-tools {
    display: grid;
    gap: 20px;
    padding: 20px;
    border: 1px solid var(--patto-line);
    border-radius: calc(var(--patto-radius) + 4px);
    background: var(--patto-surface);
  }
  .try-tools h3 {
    font-size: 16px;
  }
  .try-tools section,
  patto-builder-families,
  patto-builder-try-question {
    display: grid;
    gap: 10px;
    align-content: start;
  }
  .try-tools section + section,
  .try-tools section + patto-builder-try-result:not(:empty) {
    padding-block-start: 20px;
    border-block-start: 1px solid var(--patto-line);
  }
  .try-tools h3,
  .try-tools p,
  .try-tools label {
    margin: 0;
  }
  .try-tools .pair {
    gap: 4px;
  }
  .try .told:empty {
    display: none;
  }
  .try-tools .told,
  .try-tools .told > * {
    display: grid;
    gap: 8px;
  }
  .try-tools .naming {
    display: grid;
    gap: 8px;
  }
  .reasons {
    margin: 0;
    padding-inline-start: 0;
    list-style: none;
  }
  .reasons li {
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--patto-line-strong);
  }
  .reasons .held {
    border-color: var(--patto-success);
  }
  .reasons .held b {
    color: var(--patto-success);
  }
  .reasons .not-held {
    border-color: var(--patto-danger);
  }
  .reasons .not-held b {
    color: var(--patto-danger);
  }
  .reasons .given {
    display: block;
    color: var(--patto-muted);
  }
  .score summary {
    font-weight: 400;
    min-height: 32px;
  }
  .score .why-mark {
    color: var(--patto-primary-strong);
    text-decoration: underline;
  }
  .score ul {
    margin: 4px 0 0;
    padding-inline-start: 20px;
  }
  .try-stage {
    min-width: 0;
  }
  .try-stage .told {
    margin: 0 0 12px;
    padding: 8px 12px;
    border-radius: var(--patto-radius);
    background: var(--patto-primary-soft);
  }
  .try-stage .screen.phone {
    width: 390px;
    max-width: 100%;
    margin-inline: auto;
  }
  .try-stage .screen.blank,
  .try-stage .screen.printed {
    max-width: 800px;
    margin-inline: auto;
    padding: clamp(16px, 6%, 56px);
    border-radius: 2px;
  }
  @media (max-width: 900px) {
    .try-desk {
      grid-template-columns: minmax(0, 1fr);
    }
    .try-tools {
      padding: 12px;
    }
  }
`;
