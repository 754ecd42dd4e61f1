import type { Channel, SlackFile, User } from './types.ts';
import type { World } from './world.ts';
import { canSeeChannel } from './sight.ts';

/** A file as somebody hands it over: bytes or text, and a size where it is to be larger than these (zeros follow). */
export type NewFile = {
  name: string;
  /** As it would be claimed; Slack's guess by the name where nothing is said. */
  mimetype?: string;
  bytes?: Uint8Array;
  text?: string;
  sizeBytes?: number;
};

/** Slack's words for the kinds that an agency sends, and their types of media, by the end of the name. */
const KINDS: Record<string, readonly [filetype: string, mimetype: string]> = {
  csv: ['csv', 'text/csv'],
  docx: ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  gif: ['gif', 'image/gif'],
  jpeg: ['jpg', 'image/jpeg'],
  jpg: ['jpg', 'image/jpeg'],
  json: ['json', 'application/json'],
  md: ['markdown', 'text/markdown'],
  mp4: ['mp4', 'video/mp4'],
  pdf: ['pdf', 'application/pdf'],
  png: ['png', 'image/png'],
  pptx: ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  txt: ['text', 'text/plain'],
  xlsx: ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  zip: ['zip', 'application/zip'],
};
const UNKNOWN_KIND = ['binary', 'application/octet-stream'] as const;

/** The end of a file's name, in small letters and without its dot. */
export function extensionOf(name: string): string {
  return /[.]([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** A file that nobody can see yet. */
export function makeFile(world: World, user: string, given: NewFile): SlackFile {
  const head = given.bytes ?? new TextEncoder().encode(given.text ?? '');
  const [filetype, mimetype] = KINDS[extensionOf(given.name)] ?? UNKNOWN_KIND;
  return {
    id: world.random.id('F'),
    name: given.name,
    title: given.name,
    mimetype: given.mimetype ?? mimetype,
    filetype,
    sizeBytes: Math.max(head.length, given.sizeBytes ?? 0),
    user,
    createdMs: world.clock.now(),
    head,
    isForApp: false,
    isDeleted: false,
  };
}

/** Makes a file and keeps it: its owner alone can see it until a message carries it. */
export function addFile(world: World, user: string, given: NewFile): SlackFile {
  const file = makeFile(world, user, given);
  world.files.set(file.id, file);
  world.changed();
  return file;
}

export type Share = { channel: Channel; ts: string; threadTs: string | undefined };

/** Where a file is shared, oldest channel first. */
export function sharesOf(world: World, file: SlackFile): Share[] {
  return [...world.channels.values()].flatMap((channel) =>
    channel.messages
      .filter((message) => message.files.includes(file.id))
      .map(({ ts, threadTs }) => ({ channel, ts, threadTs })),
  );
}

/** Whether the app may read a file: its own, what was handed in to it, and what is shared where it is a member. */
export function appReads(world: World, file: SlackFile): boolean {
  const { botUserId } = world.app;
  if (file.user === botUserId || file.isForApp) return true;
  return sharesOf(world, file).some(({ channel }) => channel.members.includes(botUserId));
}

/** Whether a person may open a file. */
export function canOpenFile(world: World, user: User, file: SlackFile): boolean {
  if (file.isDeleted) return false;
  return file.user === user.id || sharesOf(world, file).some(({ channel }) => canSeeChannel(world, user, channel));
}

/** Takes a file's content away; the messages keep a stone in its place. */
export function removeFile(world: World, file: SlackFile): void {
  file.isDeleted = true;
  file.head = new Uint8Array();
  world.changed();
}

const CHUNK_BYTES = 64 * 1024;

/** How a stream of a file goes. */
export type Flow = {
  /** Breaks off after so many bytes, as a failing network does. */
  breaksAfterBytes?: number;
  /** Ends it where the reader gives up, as fetch does. */
  signal?: AbortSignal | null | undefined;
  /** Told once, when nothing more is read: how many bytes were. */
  onEnd?: (sentBytes: number) => void;
};

/** The bytes of a file, made only as somebody reads them. */
export function streamOf(file: SlackFile, flow: Flow = {}): ReadableStream<Uint8Array> {
  const { breaksAfterBytes, signal, onEnd } = flow;
  const { head, sizeBytes } = file;
  let sentBytes = 0;
  const nextChunk = (): Uint8Array => {
    const chunk = new Uint8Array(Math.min(CHUNK_BYTES, (breaksAfterBytes ?? sizeBytes) - sentBytes));
    chunk.set(head.subarray(sentBytes, sentBytes + chunk.length));
    sentBytes += chunk.length;
    return chunk;
  };
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        const giveUp = () => {
          onEnd?.(sentBytes);
          controller.error(signal?.reason);
        };
        signal?.addEventListener('abort', giveUp, { once: true });
      },
      pull: (controller) => {
        if (sentBytes < (breaksAfterBytes ?? sizeBytes)) return controller.enqueue(nextChunk());
        onEnd?.(sentBytes);
        if (breaksAfterBytes === undefined) controller.close();
        else controller.error(new TypeError('terminated'));
      },
      cancel: () => onEnd?.(sentBytes),
    },
    { highWaterMark: 0 },
  );
}
