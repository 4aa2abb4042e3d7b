import { Transform } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';

/**
 * What React writes, as the body of a response. React hands on 4 kB at a time, each of which would be packed and sent by
 * itself; here the pieces of one turn of the event loop leave together.
 */
export function pageBody({ onEnd }: { onEnd: () => void }): {
  sink: Transform;
  body: ReadableStream<Uint8Array>;
} {
  let gathered: Buffer[] = [];
  const send = () => {
    if (gathered.length > 0 && !sink.destroyed) sink.push(Buffer.concat(gathered));
    gathered = [];
  };
  const sink = new Transform({
    transform(piece: Buffer, _encoding, done) {
      if (gathered.length === 0) setImmediate(send);
      gathered.push(piece);
      done();
    },
    flush(done) {
      send();
      done();
    },
  });
  sink.once('close', onEnd);
  return { sink, body: createReadableStreamFromReadable(sink) };
}
