import { Injectable } from '@nestjs/common';
import { currentContext, currentMember } from '../../context/request-context.js';
import { TenantDb } from '../../database/tenant-db.js';
import { DomainError } from '../../kernel/domain-error.js';
import { auditTrailWords as words } from '../../messages/en-audit.js';
import type { AuditFilter } from '../audit.schemas.js';
import { ExportEvents } from '../read/export-events.js';
import { filterWords } from '../read/filter-words.js';
import { ROWS_A_VOLUME, volumesOf } from '../read/volumes.js';
import { DayWords } from './day-words.js';
import type { CoverFacts } from './trail-cover.js';

const numbers = new Intl.NumberFormat('en-US');

interface Place {
  organization: string;
  treeSize: number;
  rootHash: string | null;
  sealedAt: Date | null;
}

/** The log as a document: tagged, in volumes, the oldest event first so that a full volume stays as it is. */
@Injectable()
export class AuditTrail {
  /** Specs set it lower, to see volumes without drawing thousands of rows. */
  rowsAVolume = ROWS_A_VOLUME;

  constructor(
    private readonly db: TenantDb,
    private readonly exports: ExportEvents,
  ) {}

  async volume(
    filter: AuditFilter,
    volume: number,
  ): Promise<{ fileName: string; content: AsyncIterable<Buffer> }> {
    const place = await this.place();
    const { fileName, rows } = await this.exports.begin('pdf', filter, volume);
    const volumes = volumesOf(rows, this.rowsAVolume);
    if (volume > volumes) {
      throw new DomainError(
        'audit.volume-missing',
        'not-found',
        `The log has ${volumes} volume${volumes === 1 ? '' : 's'} under these filters.`,
      );
    }
    const offset = (volume - 1) * this.rowsAVolume;
    const days = new DayWords(currentContext().timeZone);
    const now = new Date();
    // Loaded when the first document is made: most processes never draw one.
    const { layTrail, streamTrail } = await import('./trail-document.js');
    const head = {
      title: `${words.title}, ${place.organization}, ${words.volumeOf(volume, volumes).toLowerCase()}`,
      subject: words.subject(place.organization),
      author: place.organization,
      createdAt: now,
      language: 'en-US',
    };
    const batches = this.exports.rows(filter, {
      direction: 'oldest-first',
      offset,
      limit: Math.min(this.rowsAVolume, rows - offset),
    });
    const { pages, first, last, count } = await layTrail(batches, days);
    const cover: CoverFacts = {
      organization: place.organization,
      volume,
      volumes,
      facts: [
        {
          label: words.facts.period,
          value: first && last ? `${days.moment(first.at)} to ${days.moment(last.at)}` : words.noEvents,
        },
        ...(count > 0
          ? [
              {
                label: words.facts.events,
                value: words.eventsOf(
                  numbers.format(offset + 1),
                  numbers.format(offset + count),
                  numbers.format(rows),
                ),
              },
            ]
          : []),
        { label: words.facts.filters, value: filterText(filter) },
        { label: words.facts.times, value: words.timesIn(currentContext().timeZone) },
        { label: words.facts.exported, value: words.exportedBy(currentMember().name, days.moment(now)) },
        {
          label: words.facts.sealed,
          value: place.sealedAt
            ? words.sealedAt(numbers.format(place.treeSize), days.moment(place.sealedAt))
            : words.notSealed,
        },
        ...(place.rootHash ? [{ label: words.facts.root, value: place.rootHash, isHash: true }] : []),
      ],
    };
    return { fileName, content: streamTrail(head, { cover, pages, rootHash: place.rootHash }) };
  }

  private place(): Promise<Place> {
    return this.db.read(async (tx) => {
      const [row] = await tx.query<{
        name: string;
        size: string | null;
        root: string | null;
        sealed_at: Date | null;
      }>(
        `select o.name, h.tree_size as size, encode(h.root_hash, 'hex') as root, h.sealed_at from organization o
         left join lateral (select * from audit.tree_head t where t.organization_id = o.organization_id order by tree_size desc limit 1) h on true
         where o.organization_id = $1`,
        [tx.organizationId],
      );
      return {
        organization: row!.name,
        treeSize: Number(row!.size ?? 0),
        rootHash: row!.root,
        sealedAt: row!.sealed_at,
      };
    });
  }
}

function filterText(filter: AuditFilter): string {
  const parts = Object.entries(filterWords(filter)).map(
    ([name, value]) => `${words.filters[name] ?? name} ${value}`,
  );
  return parts.length > 0 ? parts.join(', ') : words.everything;
}
