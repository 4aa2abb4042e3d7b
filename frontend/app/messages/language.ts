export type Language = 'en';

// The server answers many people at once, so the language is asked for at each use and never kept in a variable.
let currentLanguage: () => Language = () => 'en';

export function setLanguageSource(source: () => Language): void {
  currentLanguage = source;
}

export function language(): Language {
  return currentLanguage();
}
