import { createContext, useContext } from 'react';

// The nonce travels by context and never by loader data, so that it is not written into the page's state.
const NonceContext = createContext('');

export const NonceProvider = NonceContext.Provider;

export function useNonce(): string {
  return useContext(NonceContext);
}
