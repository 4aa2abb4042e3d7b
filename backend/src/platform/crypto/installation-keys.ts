import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { INSTALLATION } from '../context/request-context.js';
import { DataKeys } from './data-keys.js';
import { openField, sealField } from './field-cipher.js';

const PLACE = {
  organizationId: INSTALLATION,
  table: 'installation',
  column: 'key_canary',
  rowId: INSTALLATION,
};
const CANARY = 'these are the keys of this database';

/** At boot: the installation's own keys are there, and they are the ones that this database was written with. */
@Injectable()
export class InstallationKeys implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly keys: DataKeys,
  ) {}

  async onModuleInit(): Promise<void> {
    const [row] = await this.source.query<{ key_canary: Buffer | null }[]>(
      'select key_canary from installation',
    );
    if (row?.key_canary) await this.check(row.key_canary);
    else await this.make();
  }

  private async check(canary: Buffer): Promise<void> {
    try {
      const ring = await this.keys.ring(INSTALLATION, 'field');
      if (openField(ring, PLACE, canary) === CANARY) return;
    } catch (error) {
      throw new Error(
        'The keys folder (PART164_HOME/keys) does not belong to this database: put back the folder that was there when the data was written.',
        { cause: error },
      );
    }
  }

  /** First boot. Two processes at once make one set: rows and files are written only where none are. */
  private async make(): Promise<void> {
    await this.source.transaction(async (manager) => {
      await manager.query('select only_row from installation for update');
      await manager.query(`select set_config('app.organization_id', $1, true)`, [INSTALLATION]);
      await this.keys.createFor(INSTALLATION, manager);
    });
    const ring = await this.keys.ring(INSTALLATION, 'field');
    await this.source.query('update installation set key_canary = $1 where key_canary is null', [
      sealField(ring, PLACE, CANARY),
    ]);
  }
}
