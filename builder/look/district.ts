// SPDX-License-Identifier: AGPL-3.0-or-later
import { css } from 'lit';

export const district = css`
  .district {
    max-width: 1080px;
    margin: 0 auto;
  }
  .district-parts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin-block: 8px 16px;
    border-block-end: 1px solid var(--patto-line);
  }
  .district-parts a {
    padding: 10px 2px;
    min-height: 44px;
    text-decoration: none;
    border-block-end: 3px solid transparent;
  }
  .district-parts a[aria-current] {
    border-color: var(--patto-primary);
    font-weight: 600;
  }
  @media (max-width: 640px) {
    .district-parts {
      flex-wrap: nowrap;
      overflow-x: auto;
      scrollbar-width: thin;
    }
    .district-parts a {
      flex: none;
    }
  }
  .district-part {
    display: grid;
    gap: 14px;
    grid-template-columns: minmax(0, 1fr);
  }
  .proposals {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .proposal {
    padding-block: 14px;
    border-block-start: 1px solid var(--patto-line);
  }
  .proposal h3 {
    margin: 0;
    font-size: 17px;
  }
  .proposal > p {
    margin: 4px 0;
  }
  .proposal-form {
    display: grid;
    gap: 8px;
    grid-template-columns: minmax(0, 1fr);
    margin-block-start: 12px;
    padding: 14px;
    border-radius: 10px;
    border: 1px solid var(--patto-line-strong);
  }
  .proposal-form h4,
  .proposal-form p {
    margin: 0;
  }
  @media (max-width: 640px) {
    .proposal-form {
      padding: 12px 0;
      border-inline: 0;
      border-radius: 0;
    }
  }
`;
