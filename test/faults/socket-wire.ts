import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { SandboxServer } from '../../sandbox/server/server.ts';

/** A wire to the sandbox that sockets opened from now on go over, so that one of them can fail while the others stay. */
export type Wire = {
  /** How many sockets go over it now. */
  count: () => number;
  /** Cuts them without a word. */
  cut: () => void;
  /** Says to each what Slack says some seconds before it closes it (docs.slack.dev, Socket Mode, disconnect). */
  warn: () => void;
  stop: () => void;
};

/** Puts it in: Slack names its address from now on, where it is asked where to connect. */
export async function wireTo({ engine, port }: SandboxServer): Promise<Wire> {
  const ends = new Set<Socket>();
  const wire = createServer((app) => {
    const slack = connect(port, '127.0.0.1');
    ends.add(app);
    for (const [one, other] of [
      [app, slack],
      [slack, app],
    ] as const) {
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
    app.on('close', () => ends.delete(app));
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  const { openSocket } = engine;
  const own = String((wire.address() as AddressInfo).port);
  engine.openSocket = () => (openSocket?.() ?? '').replace(`:${port}/`, `:${own}/`);
  return {
    count: () => ends.size,
    cut: () => ends.forEach((end) => end.destroy()),
    warn: () => ends.forEach((end) => end.write(textFrame({ type: 'disconnect', reason: 'warning' }))),
    stop: () => {
      engine.openSocket = openSocket;
      wire.close();
    },
  };
}

/** A short text as a frame of a server (RFC 6455, section 5.2): final, not masked, its length in one byte. */
function textFrame(said: object): Buffer {
  const text = Buffer.from(JSON.stringify(said));
  return Buffer.concat([Buffer.from([0x81, text.length]), text]);
}
