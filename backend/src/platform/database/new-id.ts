import { v7 } from 'uuid';

/** A UUIDv7: ids made later sort later, so that new rows land at the end of the index. */
export function newId(): string {
  return v7();
}
