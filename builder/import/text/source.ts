// SPDX-License-Identifier: AGPL-3.0-or-later
import { loadSettings } from '../../../runtime/fields/load.ts';
import { type Source, unreadable } from '../contract.ts';
import { speaks, titleOf, untitled } from '../naming.ts';
import { fromText } from './read.ts';

export const text: Source = {
  id: 'text',
  fits: (files) => files.length === 1,
  async read([file]) {
    let written: string;
    try {
      written = new TextDecoder('utf-8', { fatal: true }).decode(file!.bytes);
    } catch {
      return unreadable('not-text');
    }
    if (written.includes('\0')) return unreadable('not-text');
    const settings = await loadSettings();
    const name = file!.name.replace(/\.[a-z0-9]+$/i, '');
    return fromText(written, (type) => settings.get(type)?.blank, speaks(name) ? titleOf(name) : untitled);
  },
};
