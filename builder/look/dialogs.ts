// SPDX-License-Identifier: AGPL-3.0-or-later
// Problems, publishing, messages.
import { css } from 'lit';

export const dialogs = css`
  .findings,
  .changes {
    margin: 0 0 16px;
  }
  .findings {
    list-style: none;
    padding: 0;
    display: grid;
    gap: 8px;
  }
  .findings li {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 12px;
    align-items: center;
  }
  .findings .sentence {
    display: block;
    flex: 1 1 280px;
    margin: 0;
  }
  .findings .witness {
    display: block;
    color: var(--patto-muted);
    font-size: 0.9em;
  }
  .problems h3 {
    font-size: 1em;
    margin-block: 12px 8px;
  }
  .problems .findings {
    gap: 12px;
  }
  .problems .findings li {
    align-items: start;
    padding-block-end: 12px;
    border-block-end: 1px solid var(--patto-line);
  }
  @media (max-width: 60em) {
    .problems .findings .sentence,
    .problems .findings .actions {
      flex-basis: 100%;
    }
    .problems .findings .actions > .quiet:first-child {
      margin-inline-start: -10px;
    }
  }
  .problems .findings li:last-child {
    border: 0;
    padding-block-end: 0;
  }
  .changes {
    padding-inline-start: 20px;
  }
  .hash {
    font: 13px/1.4 var(--patto-mono);
    overflow-wrap: anywhere;
  }
  textarea.snippet {
    font: 14px/1.5 var(--patto-mono);
    white-space: pre;
    overflow: auto;
  }
  .goals {
    display: grid;
    gap: 6px;
    margin-block-end: 12px;
  }
  .goals button {
    justify-content: flex-start;
    text-align: start;
  }
  .message {
    position: fixed;
    inset-block-end: 24px;
    inset-inline: 16px;
    z-index: 6;
    display: flex;
    justify-content: center;
    pointer-events: none;
  }
  .message span {
    max-width: 640px;
    padding: 12px 18px;
    border-radius: var(--patto-radius);
    background: #17324d;
    color: #fff;
    box-shadow: 0 6px 24px rgb(0 0 0 / 25%);
  }
  .message.gone span {
    padding: 0;
    box-shadow: none;
  }
`;
