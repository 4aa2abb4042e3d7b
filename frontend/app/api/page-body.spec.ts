import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { pageBody } from './page-body.server';

const textOf = (piece: Uint8Array | undefined) => new TextDecoder().decode(piece);

describe('the body of a page', () => {
  it('sends what is written in one turn as one piece, and what comes later as another', async () => {
    const onEnd = vi.fn();
    const { sink, body } = pageBody({ onEnd });
    const reader = body.getReader();
    sink.write('<html>');
    sink.write('<p>é</p>');
    expect(textOf((await reader.read()).value)).toBe('<html><p>é</p>');
    await nextTurn();
    sink.write('<script>');
    sink.end('</html>');
    expect(textOf((await reader.read()).value)).toBe('<script></html>');
    expect((await reader.read()).done).toBe(true);
    await nextTurn();
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it('closes what React writes to when the browser goes away', async () => {
    const onEnd = vi.fn();
    const { sink, body } = pageBody({ onEnd });
    const closed = new Promise((resolve) => sink.on('close', resolve));
    sink.write('<html>');
    await body.cancel();
    await closed;
    expect(onEnd).toHaveBeenCalledOnce();
    await nextTurn();
  });

  it('fails the response when rendering breaks off', async () => {
    const { sink, body } = pageBody({ onEnd: () => undefined });
    const reading = body.getReader().read();
    sink.destroy(new Error('planted'));
    await expect(reading).rejects.toThrow('planted');
  });
});
