/** Arguments of the calls about files, good and bad. Words with `~` are explained in scene.ts. */
import { chars, section } from '../blockkit/build.ts';
import { ASSUMED } from './payload.ts';
import { missing, refused, taken } from './calls.ts';

const announced = { filename: 'plan.pdf', length: 4 };
const here = { files: '~uploaded', channel_id: '#acme-lantern' };
const assumed = { source: ASSUMED };
const told = (message: string, pointer: string) => ({ told: [{ message, pointer }] });

export const fileCalls = [
  taken('files.info', 'an own file', { file: '~file' }),
  refused('files.info', 'nothing', {}, 'invalid_arguments', missing('file')),
  refused('files.info', 'what is not there', { file: 'F0' }, 'file_not_found'),
  refused('files.info', 'what is not uploaded yet', { file: '~upload' }, 'file_not_found', assumed),
  refused('files.info', 'what was deleted', { file: '~deleted' }, 'file_deleted'),
  refused('files.info', 'what is shared elsewhere', { file: '~theirs elsewhere' }, 'file_not_found', assumed),
  taken('files.getUploadURLExternal', 'a file', announced),
  taken('files.getUploadURLExternal', 'a picture with words for it', { ...announced, alt_txt: chars(1000) }),
  refused('files.getUploadURLExternal', 'words too long', { ...announced, alt_txt: chars(1001) }, 'alt_txt_too_large'),
  refused('files.getUploadURLExternal', 'nothing in it', { ...announced, length: 0 }, 'missing_argument'),
  refused('files.getUploadURLExternal', 'half a byte', { ...announced, length: '0.5' }, 'missing_argument', assumed),
  refused('files.getUploadURLExternal', 'no name', { ...announced, filename: '' }, 'missing_argument', assumed),
  refused('files.getUploadURLExternal', 'no length', { filename: 'a' }, 'invalid_arguments', missing('length')),
  taken('files.completeUploadExternal', 'into a channel', { ...here, initial_comment: 'Here it is' }),
  taken('files.completeUploadExternal', 'into a thread', { ...here, thread_ts: '~own' }),
  taken('files.completeUploadExternal', 'with blocks', { ...here, blocks: [section()] }),
  taken('files.completeUploadExternal', 'with a comment, which prevails over blocks', {
    ...here,
    initial_comment: 'Here it is',
    blocks: [{}],
  }),
  taken('files.completeUploadExternal', 'into no channel', { files: '~uploaded' }),
  refused('files.completeUploadExternal', 'no list', { ...here, files: 'F0' }, 'invalid_arguments', {
    ...told('must provide an array', '/files'),
    ...assumed,
  }),
  refused('files.completeUploadExternal', 'a file without an id', { ...here, files: [{}] }, 'invalid_arguments', {
    ...told('missing required field: id', '/files/0'),
    ...assumed,
  }),
  refused('files.completeUploadExternal', 'what is not there', { ...here, files: [{ id: 'F0' }] }, 'file_not_found'),
  refused(
    'files.completeUploadExternal',
    'no bytes yet',
    { ...here, files: '~waiting' },
    'file_update_failed',
    assumed,
  ),
  refused('files.completeUploadExternal', 'no such channel', { ...here, channel_id: 'C0' }, 'channel_not_found'),
  refused(
    'files.completeUploadExternal',
    'a channel without the bot',
    { ...here, channel_id: '#general' },
    'not_in_channel',
  ),
  refused(
    'files.completeUploadExternal',
    'an archived channel',
    { ...here, channel_id: '~archived id' },
    'posting_to_channel_denied',
    assumed,
  ),
  refused(
    'files.completeUploadExternal',
    'a broken block',
    { ...here, blocks: [{ type: 'divider', a: 1 }] },
    'invalid_blocks',
    told('invalid additional property: a', '/blocks/0'),
  ),
  taken('files.delete', 'an own file', { file: '~file' }),
  refused('files.delete', "another one's file", { file: '~theirs here' }, 'cant_delete_file'),
  refused('files.delete', 'what is not there', { file: 'F0' }, 'file_not_found'),
  refused('files.delete', 'what was deleted', { file: '~deleted' }, 'file_deleted'),
];
