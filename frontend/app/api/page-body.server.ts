import { Writable } from 'node:stream';

/**
 * What React writes, as the body of a response. React hands on 4 kB at a time, each of which would be packed and sent by
 * itself; here the pieces of one turn of the event loop leave together.
 */
export function pageBody({ onEnd }: { onEnd: () => void }): {
  sink: Writable;
  body: ReadableStream<Uint8Array>;
} {
  let gathered: Buffer[] = [];
  let outlet: ReadableStreamDefaultController<Uint8Array>;
  const send = () => {
    if (gathered.length > 0 && !sink.destroyed) outlet.enqueue(Buffer.concat(gathered));
    gathered = [];
  };
  const sink = new Writable({
    write(piece: Buffer, _encoding, done) {
      if (gathered.length === 0) setImmediate(send);
      gathered.push(piece);
      done();
    },
    final(done) {
      send();
      outlet.close();
      done();
    },
    destroy(error, done) {
      onEnd();
      if (error) outlet.error(error);
      done(null);
    },
  });
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      outlet = controller;
    },
    // The browser went away. React hears of it, since what it writes to closes.
    cancel: () => {
      sink.destroy();
    },
  });
  return { sink, body };
}
