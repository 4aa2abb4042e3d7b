import { Injectable } from '@nestjs/common';
import { TenantDb } from '../../../platform/database/tenant-db.js';
import { pageOfScales } from '../persistence/scale-list.js';
import type { ScaleListQuery, ScaleView } from '../scale.schemas.js';
import { itemView, scaleViewOf } from './scale-views.js';

@Injectable()
export class OwnScales {
  constructor(private readonly db: TenantDb) {}

  list(query: ScaleListQuery) {
    return this.db.read(async (tx) => {
      const { rows, ...page } = await pageOfScales(tx, query);
      return { items: rows.map(itemView), ...page };
    });
  }

  show(id: string): Promise<ScaleView> {
    return this.db.read((tx) => scaleViewOf(tx, id));
  }
}
