// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Source } from '../contract.ts';
import { unreadable } from '../contract.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

export const xlsForm: Source = {
  id: 'xlsform',
  fits: ([file]) => [OLE, ZIP].some((mark) => mark.every((byte, place) => file!.bytes[place] === byte)),
  async read(files) {
    if (files.length > 1) return unreadable('one-file');
    // The reader of workbooks is fetched when there is one to read.
    const { readXlsForm } = await import('./read.ts');
    return readXlsForm(files);
  },
};
