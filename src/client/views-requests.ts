import type { Button } from '@slack/types';
import { pagesOf, type Part, quoted, said } from '../approval/views-pages.ts';
import { callOn, plainName } from '../approval/views-people.ts';
import {
  bold,
  button,
  buttons,
  context,
  type Message,
  message,
  type Modal,
  modal,
  rich,
  run,
  section,
  when,
} from '../kit/blocks.ts';
import { formatDay } from '../kit/calendar.ts';
import { formBlocks, type Question } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { called, dateToken, escape, type Named, shorten } from '../kit/text.ts';
import type { ClientRequest, Project, RequestKind } from '../project/model.ts';
import type { Released, ReleasedRequest } from '../project/rules-released.ts';
import { REQUEST_FORMS, requestMeta, requestValue } from './model-requests.ts';
import { toldOf } from './rules-requests.ts';
import { requestWords } from './words-requests.ts';

/** The action ids of the buttons under a request, and the callback ids of its forms. */
export const REQUEST_IDS = {
  newRequest: 'client.newRequestForm',
  problem: 'client.problemForm',
  status: 'client.statusForm',
  answer: 'client.answer',
  draft: 'client.draftStatus',
  startJob: 'client.startJob',
  jobForm: 'client.jobForm',
  replyForm: 'client.replyForm',
} as const;

/** Of a name beside other things in one line. */
const NAME_LENGTH = 80;
const short = <P extends Named>({ person, name }: P): Named => ({ person, name: name && shorten(name, NAME_LENGTH) });

/** What the client asks for, in a form of its own kind. */
export function requestModal(
  { project, name, language }: Released,
  { kind, id, channel }: { kind: RequestKind; id: string; channel: string | null },
  locale: Locale,
): Modal {
  const words = requestWords.in(locale);
  const questions: readonly Question[] = REQUEST_FORMS[kind];
  return modal({
    id: REQUEST_IDS[kind],
    title: words[`formTitle.${kind}`](),
    submit: words.formSubmit(),
    close: words.cancel(),
    metadata: requestMeta.encode({ project, language, id, kind, channel }),
    blocks: [rich(...phrase(words.formIntro, { project: bold(name) })), ...formBlocks(questions, words)],
  });
}

/** What was written, exactly as it was, with what belongs to it. */
function parts(request: Pick<ReleasedRequest, 'text' | 'wantedOn' | 'since'>, locale: Locale): Part[] {
  const words = requestWords.in(locale);
  const { text, wantedOn, since } = request;
  return [
    ...(text === '' ? [said(run(words.noText()))] : quoted(text)),
    ...(wantedOn ? [said(run(words.wanted({ day: formatDay(wantedOn, locale) })))] : []),
    ...(since ? [said(...phrase(words.noticed, { since: run(since) }))] : []),
  ];
}

/** What the client sees of their request, in the thread of their card. Where it does not fit one message, it goes on in the next. */
export function receivedForClient(request: ReleasedRequest, locale: Locale): Message<'client'>[] {
  const words = requestWords.in(locale);
  const { kind, by, at } = request;
  const facts = { kind, at: dateToken(new Date(at), locale) };
  const text = words.received({ ...facts, who: called(short(by)) });
  const head = rich(
    ...phrase((places: { who: string; at: string }) => words.received({ kind, ...places }), {
      who: bold(plainName(by)),
      at: when(new Date(at), locale),
    }),
  );
  return pagesOf(parts(request, locale)).map((page, index) =>
    message('client', text, index === 0 ? [head, page] : [page]),
  );
}

/** The team's message of a request: who asked for what, who is called, and the buttons while it is open. */
export function requestCard(project: Project, request: ClientRequest, locale: Locale): Message<'team'> {
  const words = requestWords.in(locale);
  const { kind, by } = request;
  const facts = { kind, who: called(short(by)), project: escape(project.name) };
  const [page] = pagesOf(parts(request, locale));
  return message('team', words.teamFallback(facts), [
    rich(
      ...phrase((places: { who: string; project: string }) => words.teamTitle({ kind, ...places }), {
        who: bold(plainName(by)),
        project: run(project.name),
      }),
    ),
    ...(page ? [page] : []),
    ...ending(project, request, locale),
  ]);
}

/** What of a request does not fit its message: in the thread under it. */
export function requestRest(request: ClientRequest, locale: Locale): Message<'team'>[] {
  const [, ...pages] = pagesOf(parts(request, locale));
  return pages.map((page) => message('team', requestWords.in(locale)[`formTitle.${request.kind}`](), [page]));
}

function ending(project: Project, request: ClientRequest, locale: Locale) {
  const words = requestWords.in(locale);
  const { kind, state, closed, at } = request;
  if (state === 'open') {
    const who = callOn(toldOf(project, kind), locale);
    // Inside of a job there are no jobs.
    const asked = { id: request.id, kind, isJob: Boolean(project.parent) };
    return [
      section(words.teamAsk({ who, kind })),
      buttons('client.request', requestButtons(project._id, asked, locale)),
    ];
  }
  const facts = {
    who: called({ person: null, name: closed?.by.name ?? null }),
    at: dateToken(new Date(closed?.at ?? at), locale),
  };
  return [context(state === 'answered' ? words.teamAnswered(facts) : words.teamBecameJob(facts))];
}

/** What whoever may answer can do with a request. */
export function requestButtons(
  project: string,
  { id, kind, isJob }: Pick<ClientRequest, 'id' | 'kind'> & { isJob: boolean },
  locale: Locale,
): Button[] {
  const words = requestWords.in(locale);
  const value = requestValue.encode({ project, request: id });
  const answer = button({ id: REQUEST_IDS.answer, text: words.answer(), value, style: 'primary' });
  if (kind === 'newRequest' && !isJob)
    return [answer, button({ id: REQUEST_IDS.startJob, text: words.startJob(), value })];
  return kind === 'status' ? [answer, button({ id: REQUEST_IDS.draft, text: words.draftStatus(), value })] : [answer];
}

/** To whoever asked, alone: that it is there, and where the answer will be. */
export function takenNote(project: Pick<Released, 'name'>, locale: Locale): Message<'person'> {
  const text = requestWords.in(locale).taken({ project: escape(project.name) });
  return message('person', text, [section(text)]);
}
