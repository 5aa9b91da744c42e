// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DocumentKind } from './contract.ts';
import { assessment } from './documents/assessment/facts.ts';
import { court } from './documents/court/facts.ts';
import { minutes } from './documents/minutes/facts.ts';
import { monitoring } from './documents/monitoring/facts.ts';
import { pact } from './documents/pact/facts.ts';
import { referral } from './documents/referral/facts.ts';
import { school } from './documents/school/facts.ts';
import { summons } from './documents/summons/facts.ts';
import { attendance } from './documents/attendance/facts.ts';
import { closing } from './documents/closing/facts.ts';
import { ending } from './documents/ending/facts.ts';
import { disadvantage } from './documents/disadvantage/facts.ts';
import { notice } from './documents/notice/facts.ts';
import { receipt } from './documents/receipt/facts.ts';
import { voucher } from './documents/voucher/facts.ts';

/** The kinds of document: one line each. */
export const documentKinds: readonly DocumentKind[] = [
  pact,
  summons,
  assessment,
  minutes,
  monitoring,
  referral,
  school,
  court,
  receipt,
  notice,
  closing,
  ending,
  disadvantage,
  voucher,
  attendance,
];
