import type { LayoutProgress } from '../layout-progress';

/** How a document stands that somebody waits for: in line behind others (behind none: about to begin), or being laid out. */
export type DocumentProgress = { step: 'waiting'; ahead: number } | LayoutProgress;

/** What one person's browser chose to ask after its document with. */
export interface Follower {
  memberId: string;
  ticket: string;
}

/** More than can wait or be laid out at once; whoever comes then gets the document without being told how it stands. */
const MOST_FOLLOWED = 32;

const followed = new Map<string, DocumentProgress>();

const keyOf = ({ memberId, ticket }: Follower) => `${memberId} ${ticket}`;

/** The news of one document, until `end`. Kept in this process alone: another one answers that it knows of none. */
export function follow(follower: Follower | null): {
  tell: (progress: DocumentProgress) => void;
  end: () => void;
} {
  if (!follower || followed.size >= MOST_FOLLOWED) return { tell: () => undefined, end: () => undefined };
  const key = keyOf(follower);
  let ended = false;
  return {
    // What is still on its way when the document is there comes too late.
    tell: (progress) => void (ended || followed.set(key, progress)),
    end: () => {
      ended = true;
      followed.delete(key);
    },
  };
}

export function progressOf(follower: Follower): DocumentProgress | null {
  return followed.get(keyOf(follower)) ?? null;
}
