import {
  answered,
  type Answer,
  type Asked,
  DONE,
  opened,
  type PressEntry,
  pressed,
  replaced,
  type Replied,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import { isRefusal } from '../kit/refusal.ts';
import { REQUEST_KINDS } from '../project/model.ts';
import type { ProjectDeps } from '../project/service.ts';
import { jobForm } from '../stages/model.ts';
import {
  clientPageValue,
  clientValue,
  jobMeta,
  REQUEST_FORMS,
  replyForm,
  replyMeta,
  requestMeta,
  requestValue,
} from './model-requests.ts';
import { openJob, startJobFrom } from './service-job.ts';
import { openClientRecord } from './service-record.ts';
import { beginPreview, isPreviewed, openReply, previewReply, sendReply } from './service-reply.ts';
import { type Entered, openRequest, saveRequest } from './service-requests.ts';
import { CLIENT_IDS } from './views-card.ts';
import { CLIENT_RECORD_IDS } from './views-record.ts';
import { REQUEST_IDS, takenNote } from './views-requests.ts';

type Deps = ProjectDeps;

export const cardPresses: readonly PressEntry<Deps>[] = [
  ...REQUEST_KINDS.map((kind) =>
    pressed(
      CLIENT_IDS[kind],
      clientValue,
      async (asked, deps: Deps, { project }) => opened(await openRequest(deps, asked, { project, kind })),
      true,
    ),
  ),
  pressed(
    CLIENT_IDS.record,
    clientValue,
    async (asked, deps: Deps, value) => opened(await openClientRecord(deps, asked, { ...value, from: null })),
    true,
  ),
  ...[CLIENT_RECORD_IDS.older, CLIENT_RECORD_IDS.newest].map((id) =>
    pressed(id, clientPageValue, async (asked, deps: Deps, value) =>
      replaced(await openClientRecord(deps, asked, value)),
    ),
  ),
  ...[REQUEST_IDS.answer, REQUEST_IDS.draft].map((id) =>
    pressed(
      id,
      requestValue,
      async (asked, deps: Deps, about) => opened(await openReply(deps, asked, about, id === REQUEST_IDS.draft)),
      true,
    ),
  ),
  pressed(
    REQUEST_IDS.startJob,
    requestValue,
    async (asked, deps: Deps, about) => opened(await openJob(deps, asked, about)),
    true,
  ),
];

const save = async (asked: Asked, deps: Deps, entered: Entered): Replied =>
  answered(await saveRequest(deps, asked, entered), (project) => ({
    answer: 'tell',
    message: takenNote(project, asked.locale),
  }));

const requestSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(
    REQUEST_IDS.newRequest,
    requestMeta,
    REQUEST_FORMS.newRequest,
    (asked, deps: Deps, meta, { need, neededBy }) =>
      save(asked, deps, { ...meta, kind: 'newRequest', text: need, wantedOn: neededBy, since: null }),
  ),
  submitted(REQUEST_IDS.problem, requestMeta, REQUEST_FORMS.problem, (asked, deps: Deps, meta, { happened, noticed }) =>
    save(asked, deps, { ...meta, kind: 'problem', text: happened, wantedOn: null, since: noticed }),
  ),
  submitted(REQUEST_IDS.status, requestMeta, REQUEST_FORMS.status, (asked, deps: Deps, meta, { question }) =>
    save(asked, deps, { ...meta, kind: 'status', text: question ?? '', wantedOn: null, since: null }),
  ),
];

/** Previewed first; sent once it is exactly what was previewed. What is typed stays in the form. */
const replySubmit: SubmitEntry<Deps> = submitted(
  REQUEST_IDS.replyForm,
  replyMeta,
  replyForm,
  async (asked, deps: Deps, { seen, ...about }, { reply: text }) => {
    if (seen && isPreviewed({ text, seen })) {
      const sent = await sendReply(deps, asked, about, { text, seen });
      const isMoved = isRefusal(sent) && sent.code === 'client.replyMoved';
      return isMoved ? preview(asked, deps, about, { text, moved: true }) : answered(sent, () => DONE);
    }
    return preview(asked, deps, about, { text, moved: seen !== null });
  },
);

type Typed = { text: string; moved: boolean };

async function preview(asked: Asked, deps: Deps, about: { project: string; request: string }, typed: Typed): Replied {
  const view = await beginPreview(deps, asked, about, typed.text);
  const afterwards = () => previewReply(deps, asked, about, typed);
  return answered(view, (one): Answer => ({ answer: 'replace', view: one, afterwards }));
}

const jobSubmit: SubmitEntry<Deps> = submitted(
  REQUEST_IDS.jobForm,
  jobMeta,
  jobForm,
  async (asked, deps: Deps, { job: id, ...about }, { name, wantedOn }) =>
    answered(await startJobFrom(deps, asked, about, { id, name, wantedOn }), () => DONE),
);

export const cardSubmits: readonly SubmitEntry<Deps>[] = [...requestSubmits, replySubmit, jobSubmit];
