import type { KnownBlock } from '@slack/types';
import { pagesOf, quoted } from '../approval/views-pages.ts';
import { plainName } from '../approval/views-people.ts';
import { seen as seenBy } from '../approval/views-sending.ts';
import {
  bold,
  context,
  divider,
  type Message,
  message,
  type Modal,
  modal,
  rich,
  run,
  section,
  warning,
  who,
} from '../kit/blocks.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import type { Person } from '../kit/person.ts';
import { phrase } from '../kit/phrase.ts';
import { called, type Named } from '../kit/text.ts';
import type { ClientRequest, Project } from '../project/model.ts';
import type { Finding } from '../project/model-outgoing.ts';
import type { Released, ReleasedRequest } from '../project/rules-released.ts';
import { outgoingNotice } from '../project/views-outgoing.ts';
import { replyForm, replyMeta } from './model-requests.ts';
import { replyMark } from './rules-requests.ts';
import { REQUEST_IDS } from './views-requests.ts';
import { requestWords } from './words-requests.ts';

/**
 * How far an answer is: typed, being looked at, or previewed with who will see it.
 * `moved`: why it did not leave, where something changed after the preview.
 */
export type ReplyStage =
  | { is: 'typed'; moved?: boolean }
  | { is: 'looking' }
  | { is: 'notSeen' }
  | { is: 'previewed'; channel: string; people: readonly Person[]; found: readonly Finding[]; moved?: boolean };

/** The form for answering the client. What is typed stays in it; it is sent as it was previewed, or previewed again. */
export function replyModal(
  project: Project,
  request: ClientRequest,
  { text, stage }: { text: string; stage: ReplyStage },
  locale: Locale,
): Modal {
  const words = requestWords.in(locale);
  const isPreviewed = stage.is === 'previewed';
  const mark = isPreviewed ? { channel: stage.channel, mark: replyMark(text) } : null;
  const kind = request.kind;
  const intro = phrase((places: { who: string; project: string }) => words.replyIntro({ kind, ...places }), {
    who: bold(plainName(request.by)),
    project: bold(project.name),
  });
  return modal({
    id: REQUEST_IDS.replyForm,
    title: words.replyTitle(),
    submit: isPreviewed ? words.replySubmit() : words.replyPreview(),
    close: words.cancel(),
    metadata: replyMeta.encode({ project: project._id, request: request.id, seen: mark }),
    blocks: [
      ...('moved' in stage && stage.moved ? [warning(words.replyChanged()), divider()] : []),
      rich(...intro),
      ...(request.text === '' ? [] : pagesOf(quoted(request.text)).slice(0, 1)),
      ...(isPreviewed ? outgoingNotice(stage.found, locale) : []),
      ...formBlocks(replyForm, words, { reply: text }),
      ...previewOf(stage, text, locale),
    ],
  });
}

function previewOf(stage: ReplyStage, text: string, locale: Locale): KnownBlock[] {
  const words = requestWords.in(locale);
  if (stage.is === 'looking') return [context(words.replyLooking())];
  if (stage.is === 'notSeen') return [warning(words.replyNotSeen())];
  if (stage.is !== 'previewed') return [];
  const { channel, people } = stage;
  return [
    divider(),
    ...seenBy({ is: 'seen', channel, people }, locale),
    context(words.replyPreviewTitle()),
    ...pagesOf(quoted(text)),
  ];
}

/** The answer in the client's thread: whoever asked is mentioned, so that they see it. */
export function replyForClient(
  { language }: Released,
  request: Pick<ReleasedRequest, 'by'>,
  { by, text }: { by: Named; text: string },
): Message<'client'>[] {
  const words = requestWords.in(language);
  const whom = request.by.person ? who(request.by.person) : run(plainName(request.by));
  const head = rich(...phrase(words.replied, { who: bold(plainName(by)), whom }));
  const fallback = words.replied({ who: called(by), whom: called(request.by) });
  return pagesOf(quoted(text)).map((page, index) => message('client', fallback, index === 0 ? [head, page] : [page]));
}

/** The same for a request that became a job: nothing that was typed at the agency is in it. */
export function jobForClient({ language }: Released, by: Named): Message<'client'> {
  const text = requestWords.in(language).jobLine({ who: called(by) });
  return message('client', text, [section(text)]);
}

/** The line in the thread of the team's message. */
export function repliedForTeam(by: Named, text: string, locale: Locale): Message<'team'>[] {
  const sentence = requestWords.in(locale).repliedLine({ who: called(by) });
  return pagesOf(quoted(text)).map((page, index) =>
    message('team', sentence, index === 0 ? [section(sentence), page] : [page]),
  );
}
