// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SignerKind } from '../signer.ts';
import { p12 } from './p12.ts';
import { pem } from './pem.ts';
import { pkcs11 } from './pkcs11.ts';
import { remote } from './remote.ts';

export const signerKinds: readonly SignerKind[] = [pem, p12, pkcs11, remote];
