import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A server on this machine, in the place of Slack. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const servers: Server[] = [];

/** @returns its origin */
export async function listening(handle: Answer): Promise<string> {
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

/** Ends all of them, with what is still open there. */
export async function closeServers(): Promise<void> {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** Gives these bytes, announced as they are. */
export const whole =
  (bytes: Uint8Array, type = 'text/plain'): Answer =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).end(bytes);
