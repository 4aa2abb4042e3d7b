/** What the official files that we can read have in common. */
export interface OfficialFile {
  meta: OfficialMeta;
}
export interface OfficialMeta {
  title: string;
  publication?: string;
  source?: string;
  licence?: string;
  in_force_note?: string;
  provenance_warning?: string;
  notes?: readonly string[];
  known_quirks?: readonly string[];
  counts?: Readonly<Record<string, number>>;
  [more: string]: unknown;
}

/** Something that a person should know of what was read; it stops nothing. */
export interface ImportNote {
  path: string;
  message: string;
}
