// SPDX-License-Identifier: AGPL-3.0-or-later
import { css } from 'lit';

export const comments = css`
  patto-builder-comments {
    display: block;
  }
  .new-comment {
    display: grid;
    gap: 12px;
    max-width: 720px;
    margin-block-end: 20px;
  }
  .new-comment button {
    justify-self: start;
  }
  .new-comment textarea,
  .thread textarea {
    min-height: 64px;
  }
  .new-comment .hint {
    margin: 4px 0 0;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin-block-end: 8px;
  }
  .threads,
  .messages {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .thread {
    padding-block: 14px;
    border-block-start: 1px solid var(--patto-line);
  }
  .messages > li {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--patto-line);
    margin-block-end: 8px;
  }
  .messages p {
    margin: 0;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .thread form {
    display: grid;
    gap: 8px;
    max-width: 640px;
    justify-items: start;
  }
`;
