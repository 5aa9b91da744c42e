// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Disk } from './disk.ts';
import { DiskFailure } from './durable.ts';
import { problem, StoreFailure } from './failure.ts';

export interface SpaceLimit {
  /** never less than this many bytes free */
  readonly bytes: number;
  /** nor less than this share of the disk (0 to 1)… */
  readonly share: number;
  /** …which need not be more than this many bytes */
  readonly atMost: number;
}

/** 200 MB or 5 % of the disk, whichever is more; 5 GB are enough on any disk. */
export const defaultSpace: SpaceLimit = { bytes: 200e6, share: 0.05, atMost: 5e9 };

const FULL = new Set(['ENOSPC', 'EDQUOT']);
const DYING = new Set(['EIO', 'EROFS', 'ENXIO', 'ENODEV']);
/** how long an answer about free space is believed, ms */
const BELIEVED = 500;

/** Says no before the disk does, and stops all writing once the disk can no longer be trusted. */
export class Guard {
  /** why nothing is written any more; undefined while all is well */
  stopped: string | undefined;
  private readonly disk: Disk;
  private readonly folder: string;
  private readonly limit: SpaceLimit;
  private asked = 0;
  private enough = true;

  constructor(disk: Disk, folder: string, limit: SpaceLimit) {
    this.disk = disk;
    this.folder = folder;
    this.limit = limit;
  }

  /** Throws `read-only` or `disk-full`; called before a write touches anything. */
  async admit(): Promise<void> {
    this.admitAudit();
    if (!(await this.hasSpace())) throw new StoreFailure(problem('disk-full'));
  }

  /** The audit may use the reserve: reading stays possible on a full disk, and reading is audited. */
  admitAudit(): void {
    if (this.stopped !== undefined) throw new StoreFailure(problem('read-only', { reason: this.stopped }));
  }

  async hasSpace(): Promise<boolean> {
    const now = performance.now();
    if (now - this.asked > BELIEVED || this.asked === 0) {
      const { bytes, share, atMost } = this.limit;
      const { free, total } = await this.disk.space(this.folder);
      this.enough = free >= Math.max(bytes, Math.min(total * share, atMost));
      this.asked = now;
    }
    return this.enough;
  }

  /**
   * What a failed step means. After a failed fsync nobody knows what is on the disk, and asking again would be answered
   * with a lie: no write is tried any more until a restart has read everything again.
   */
  failed(error: unknown): unknown {
    if (!(error instanceof DiskFailure)) return error;
    const full = FULL.has(error.code);
    if (full) this.asked = 0;
    const syncing = error.step === 'sync' || error.step === 'sync-folder';
    if (!error.clean || (!full && (syncing || DYING.has(error.code)))) {
      this.stopped ??= `${error.code || 'I/O'} ${error.step}`;
    }
    if (full) return new StoreFailure(problem('disk-full'), error);
    if (this.stopped === undefined) return error;
    return new StoreFailure(problem('read-only', { reason: this.stopped }), error);
  }
}
