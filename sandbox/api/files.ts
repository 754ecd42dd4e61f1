import type {
  FilesCompleteUploadExternalResponse,
  FilesDeleteResponse,
  FilesGetUploadURLExternalResponse,
  FilesInfoResponse,
} from '@slack/web-api';
import { appReads, makeFile, removeFile } from '../core/files.ts';
import { addMessage } from '../core/messages.ts';
import { isClosed } from '../core/sight.ts';
import type { SlackFile, Upload } from '../core/types.ts';
import { emitFileDeleted, emitMessage } from '../deliver/events.ts';
import { jsonArg, ownChannelArg, textArg, type Call } from './args.ts';
import { isObject } from './body.ts';
import { threadArg } from './chat.ts';
import { checkedContent, refuseUnserved } from './content.ts';
import { fileShape } from './fileShape.ts';
import type { Answer } from './methods.ts';
import { refuse, refuseArguments } from './refuse.ts';

/** docs.slack.dev, files.getUploadURLExternal: alt_txt_too_large. */
const LONGEST_ALT = 1000;

/** What posting in another one's name would take; and several channels, of which the message's ts could not be told. */
const NOT_SERVED = ['channels', 'username', 'icon_url', 'icon_emoji'];

export function info(call: Call): Answer<FilesInfoResponse> {
  return { file: fileShape(call.engine, fileArg(call)) };
}

/** A file that the app may read. One that it may not read does not exist for it. (assumed: not_visible) */
function fileArg(call: Call): SlackFile {
  const { world } = call.engine;
  const file = world.files.get(textArg(call, 'file') ?? '');
  if (!file || !appReads(world, file)) return refuse('file_not_found');
  return file.isDeleted ? refuse('file_deleted') : file;
}

export function getUploadUrl(call: Call): Answer<FilesGetUploadURLExternalResponse> {
  const { world, baseUrl } = call.engine;
  const name = textArg(call, 'filename') ?? refuse('missing_argument');
  const sizeBytes = Number(textArg(call, 'length'));
  if (!Number.isInteger(sizeBytes) || sizeBytes < 1) refuse('missing_argument');
  if ((textArg(call, 'alt_txt')?.length ?? 0) > LONGEST_ALT) refuse('alt_txt_too_large');
  const file = makeFile(world, world.app.botUserId, { name, sizeBytes });
  const token = world.random.hex(32);
  world.uploads.set(token, { token, file, isUsed: false });
  return { upload_url: `${baseUrl}/upload/v1/${token}`, file_id: file.id };
}

/**
 * Makes what was uploaded a file, and posts it where a channel is named. (assumed: file_update_failed for what was never
 * uploaded, and for what was completed before)
 */
export function completeUpload(call: Call): Answer<FilesCompleteUploadExternalResponse> {
  const { world } = call.engine;
  refuseUnserved(call, NOT_SERVED);
  const wanted = uploadsArg(call);
  const post = textArg(call, 'channel_id') === undefined ? undefined : preparedPost(call);
  for (const { upload, title } of wanted) {
    upload.file.title = title ?? upload.file.title;
    world.files.set(upload.file.id, upload.file);
    world.uploads.delete(upload.token);
  }
  world.changed();
  post?.(wanted.map(({ upload }) => upload.file.id));
  return { files: wanted.map(({ upload: { file } }) => ({ id: file.id, title: file.title })) };
}

type Wanted = { upload: Upload; title: string | undefined };

function uploadsArg(call: Call): Wanted[] {
  const given = jsonArg(call, 'files');
  if (!Array.isArray(given) || given.length === 0)
    return refuseArguments(['must provide an array [json-pointer:/files]']);
  const { uploads, files } = call.engine.world;
  return given.map((one: unknown, index) => {
    if (!isObject(one) || typeof one['id'] !== 'string') {
      return refuseArguments([`missing required field: id [json-pointer:/files/${index}]`]);
    }
    const { id, title } = one;
    const upload = [...uploads.values()].find(({ file }) => file.id === id);
    if (!upload?.isUsed) refuse(upload || files.has(id) ? 'file_update_failed' : 'file_not_found');
    return { upload, title: typeof title === 'string' && title !== '' ? title : undefined };
  });
}

/** Checks where and with which words the files are to be posted; what it gives posts them. */
function preparedPost(call: Call): (files: string[]) => void {
  const { engine } = call;
  const channel = ownChannelArg(call, 'channel_id');
  // (assumed: which error an archived channel gets)
  if (isClosed(channel)) refuse('posting_to_channel_denied');
  const threadTs = threadArg(call, channel);
  const comment = textArg(call, 'initial_comment');
  // With a comment blocks are ignored (docs.slack.dev, files.completeUploadExternal).
  const blocks = comment === undefined ? jsonArg(call, 'blocks') : undefined;
  const content = (comment ?? blocks) ? checkedContent(comment, blocks) : { text: '', blocks: [] };
  return (files) => {
    const user = engine.world.app.botUserId;
    emitMessage(engine, channel, addMessage(engine.world, channel, { user, byApp: true, ...content, threadTs, files }));
  };
}

export function remove(call: Call): Answer<FilesDeleteResponse> {
  const file = fileArg(call);
  if (file.user !== call.engine.world.app.botUserId) refuse('cant_delete_file');
  removeFile(call.engine.world, file);
  emitFileDeleted(call.engine, file);
  return {};
}
