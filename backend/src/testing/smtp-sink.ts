import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface ReceivedMail {
  to: string;
  messageId: string;
  source: string;
}

export interface SmtpSink {
  url: string;
  mails: ReceivedMail[];
  /** Answers to DATA, in order: a code to refuse with, or null for yes. When used up, yes. */
  answers: (number | null)[];
  close(): Promise<void>;
}

/** A mail server that takes what it is given and keeps it for the spec. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const sink: Omit<SmtpSink, 'url' | 'close'> = { mails: [], answers: [] };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    converse(socket, sink);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    ...sink,
    url: `smtp://127.0.0.1:${port}`,
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
      await once(server, 'close');
    },
  };
}

function converse(socket: Socket, sink: Omit<SmtpSink, 'url' | 'close'>): void {
  let inData = false;
  let buffer = '';
  let to = '';
  const say = (line: string): void => void socket.write(`${line}\r\n`);
  say('220 sink');
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    buffer += chunk.toString('utf8');
    for (;;) {
      const end = inData ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n');
      if (end < 0) return;
      const piece = buffer.slice(0, end);
      buffer = buffer.slice(end + (inData ? 5 : 2));
      if (inData) {
        inData = false;
        const code = sink.answers.shift() ?? null;
        if (code === null)
          sink.mails.push({ to, source: piece, messageId: /^Message-ID: (.*)$/im.exec(piece)?.[1] ?? '' });
        say(code === null ? '250 kept' : `${code} no`);
      } else if (/^EHLO|^HELO/i.test(piece)) say('250 sink');
      else if (/^RCPT TO:<(.*)>/i.test(piece)) {
        to = /<(.*)>/.exec(piece)![1]!;
        say('250 ok');
      } else if (/^DATA/i.test(piece)) {
        inData = true;
        say('354 go on');
      } else if (/^QUIT/i.test(piece)) {
        say('221 bye');
        socket.end();
      } else say('250 ok');
    }
  });
}
