import { z } from 'zod';
import { text } from '../../platform/http/schemas.js';

export const SEARCH_KINDS = ['asset', 'data-flow', 'vendor', 'assessment', 'risk', 'action'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export const searchQuery = z.strictObject({ q: text(100, 2) });

export const searchResults = z
  .object({
    items: z.array(
      z.object({
        kind: z.enum(SEARCH_KINDS),
        id: z.string(),
        /** How lists and people name it: SYS-003, R-12. */
        reference: z.string().nullable(),
        title: z.string(),
        href: z.string(),
      }),
    ),
  })
  .meta({ id: 'SearchResults' });
export type SearchResults = z.infer<typeof searchResults>;
