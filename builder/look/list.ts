// SPDX-License-Identifier: AGPL-3.0-or-later
// The list of definitions.
import { css } from 'lit';

export const list = css`
  .list {
    display: grid;
    gap: 24px;
    max-width: 1040px;
    margin: 0 auto;
  }
  .list > h1 {
    margin: 0;
  }
  .list > .lead {
    max-width: 62ch;
    margin: -16px 0 0;
    color: var(--patto-muted);
    font-size: 18px;
  }
  .search {
    max-width: 420px;
    margin-block-end: 16px;
  }
  .definitions {
    list-style: none;
    margin: 0;
    padding: 0;
    display: grid;
    gap: 10px;
  }
  .definitions .card {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    justify-content: space-between;
    align-items: center;
    padding: 16px 20px;
  }
  .definitions .card:hover {
    border-color: var(--patto-primary);
  }
  .definitions h3,
  .definitions p {
    margin: 0;
  }
  .definitions a {
    text-decoration: none;
  }
  .definitions a::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: inherit;
  }
  .definitions a:hover {
    text-decoration: underline;
  }
`;
