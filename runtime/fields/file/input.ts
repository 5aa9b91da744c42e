// SPDX-License-Identifier: BSD-3-Clause
import { html } from 'lit';
import type { FieldInput } from '../../elements/input.ts';
import { facts } from './facts.ts';
import { paper } from './paper.ts';
import { words } from './words.ts';
import { fileLinks } from '../../elements/inputs/files.ts';
import type { FileRef } from '../contract.ts';

export const input: FieldInput = {
  facts,
  words,
  paper,
  group: () => true,
  render: (context) => html`<patto-files .context=${context}></patto-files>`,
  shown: (value, shown) => fileLinks(value as readonly FileRef[], shown),
};
