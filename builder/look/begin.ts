// SPDX-License-Identifier: AGPL-3.0-or-later
// Ways to begin a form.
import { css } from 'lit';

export const begin = css`
  .begin {
    display: grid;
    gap: 16px;
  }
  .begin > h2 {
    margin: 0;
  }
  .cards {
    display: grid;
    gap: 16px;
    grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr));
  }
  @media (min-width: 64em) {
    .cards {
      grid-template-columns: repeat(auto-fit, minmax(200px, 1fr));
    }
  }
  .cards > .card {
    display: flex;
    flex-direction: column;
    gap: 10px;
    padding: 20px;
  }
  .cards h3,
  .cards .hint {
    margin: 0;
  }
  .cards .hint {
    flex: 1;
  }
  .cards > .card:has([aria-expanded='true']) {
    border-color: var(--patto-primary);
    box-shadow: inset 0 0 0 1px var(--patto-primary);
  }
  .cards button,
  patto-builder-title button {
    width: 100%;
  }
  patto-builder-title {
    display: grid;
    gap: 12px;
  }
  .way {
    padding: 24px;
  }
  .way > h3 {
    font-size: 20px;
    margin-block-end: 12px;
  }
  .way patto-builder-title {
    max-width: 520px;
  }
  .way patto-builder-title button,
  .make > button {
    width: auto;
    justify-self: start;
  }
  .originals {
    border: 0;
    margin: 0 0 16px;
    padding: 0;
    display: grid;
    gap: 8px;
    max-height: 46vh;
    overflow-y: auto;
  }
  .originals legend {
    font-weight: 600;
    padding: 0;
    margin-block-end: 8px;
  }
  .original {
    display: flex;
    gap: 12px;
    align-items: flex-start;
    margin: 0;
    padding: 12px 16px;
    border: 1px solid var(--patto-line);
    border-radius: var(--patto-radius);
    font-weight: 400;
    cursor: pointer;
  }
  .original:has(:checked) {
    border-color: var(--patto-primary);
    background: var(--patto-primary-soft);
  }
  .original strong,
  .original .hint {
    display: block;
  }
  .original:has(:checked) .hint {
    color: var(--patto-text);
  }
  .sources {
    display: grid;
    gap: 24px;
    grid-template-columns: repeat(auto-fit, minmax(min(320px, 100%), 1fr));
    border-radius: var(--patto-radius);
  }
  .sources > .notice,
  .sources > [role='status'] {
    grid-column: 1 / -1;
    margin: 0;
  }
  .sources > [role='status']:empty {
    display: none;
  }
  .sources[data-over] {
    outline: 2px dashed var(--patto-primary);
    outline-offset: 8px;
  }
  .sources .hint {
    margin: 0 0 8px;
  }
  .choose-file {
    position: relative;
  }
  .choose-file:focus-within .button {
    outline: 3px solid var(--patto-focus);
    outline-offset: 2px;
  }
  .sources textarea {
    margin-block-end: 8px;
  }
  .halves {
    display: grid;
    gap: 24px;
    grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr));
    margin-block-end: 20px;
  }
  .sources h4,
  .halves h4 {
    font-size: 17px;
    margin: 0 0 8px;
  }
  .halves th,
  .halves td {
    padding: 6px 8px;
  }
  .halves th {
    color: var(--patto-text);
    font-weight: 400;
    font-size: 16px;
  }
  .halves td {
    text-align: end;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .left-reasons {
    list-style: none;
    margin: 0 0 16px;
    padding: 0;
    display: grid;
    gap: 12px;
    overflow-wrap: anywhere;
  }
  .left-reasons p {
    margin: 0 0 2px;
    font-weight: 600;
  }
  .left-places {
    margin: 0;
    padding-inline-start: 20px;
    color: var(--patto-muted);
    font-size: 15px;
  }
  .left-places q {
    color: var(--patto-text);
    quotes: '«' '»';
  }
  .left-reasons summary {
    padding-block: 4px;
    min-height: 24px;
    color: var(--patto-primary);
    cursor: pointer;
  }
  .make {
    display: grid;
    gap: 12px;
    border-block-start: 1px solid var(--patto-line);
    padding-block-start: 16px;
  }
`;
