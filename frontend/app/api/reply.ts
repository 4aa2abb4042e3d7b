import type { paths } from './schema';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Json<R> = R extends { content: { 'application/json': infer Body } } ? Body : never;

/** The body of the answer that an operation gives when it succeeds. */
export type Reply<P extends keyof paths, M extends Method> = paths[P][M] extends { responses: infer R }
  ? Json<R[keyof R & (200 | 201 | 202)]>
  : never;

/** One row of a list operation. */
export type ItemOf<P extends keyof paths> = Reply<P, 'get'> extends { items: (infer Item)[] } ? Item : never;
