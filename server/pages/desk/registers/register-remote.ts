// SPDX-License-Identifier: AGPL-3.0-or-later
// The transport of a row's form: files go to the register; the row itself is saved by its screen.
import type { Remote } from '../../../../runtime/elements/remote.ts';
import { sendTo } from '../remote.ts';

export const rowRemote = (register: string, row: string): Remote => ({
  save: async () => ({ ok: false, code: 'unexpected' }),
  sendFile: (file, sending) => sendTo(`/api/registers/${register}/files`, file, sending),
  fileAddress: (id) => `/api/registers/${register}/rows/${row === '+' ? 'new' : row}/files/${id}`,
});
