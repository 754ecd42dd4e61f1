import { REQUEST_FORMS } from '../../src/client/model-requests.ts';
import { requestWaits } from '../../src/client/rules-requests.ts';
import { clientCardMessage } from '../../src/client/views-card.ts';
import { statusDraft } from '../../src/client/views-card-status.ts';
import { requestWaitRow } from '../../src/client/views-home.ts';
import { jobModal } from '../../src/client/views-job.ts';
import { jobForClient, repliedForTeam, replyForClient, replyModal } from '../../src/client/views-reply.ts';
import {
  receivedForClient,
  requestCard,
  requestModal,
  requestRest,
  takenNote,
} from '../../src/client/views-requests.ts';
import { clientRecordModal } from '../../src/client/views-record.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Message } from '../../src/kit/blocks.ts';
import { append, emptyHead } from '../../src/kit/chain.ts';
import type { Locale } from '../../src/kit/locale.ts';
import type { ClientRequest, Project } from '../../src/project/model.ts';
import type { Earlier } from '../../src/project/model-life.ts';
import { REQUEST_KINDS } from '../../src/project/model.ts';
import { EARLIER_KINDS } from '../../src/project/model-life.ts';
import { release } from '../../src/project/rules-released.ts';
import { cleo, drafted, must, newProject, NOW, sends, SENDING } from './arbitraries.ts';
import type { Shown } from './arbitraries-shown.ts';
import { filled, ID, PERSON_NAME } from './arbitraries-views.ts';

const at = NOW.toISOString();
const LINK = 'https://agency.slack.com/archives/C012345678/p1234567890123456';

/** A project with everything that its client card can name, each text filled. */
export function carded(filler: string, locale: Locale): Project {
  const named = { client: filled(filler, BOUNDS.clientName), name: filled(filler, BOUNDS.projectName) };
  const somebody = { ...cleo, name: filled(filler, PERSON_NAME) };
  const sent = must(sends(drafted(newProject('campaign', named)), SENDING, NOW));
  const requests = Array.from({ length: 8 }, (_, index): ClientRequest => ({
    id: `${ID}${index}`,
    kind: REQUEST_KINDS[index % REQUEST_KINDS.length] ?? 'status',
    by: somebody,
    text: filled(filler, BOUNDS.longAnswer),
    wantedOn: '2027-03-14',
    since: filled(filler, 200),
    at,
    state: (['open', 'answered', 'becameJob'] as const)[Math.floor(index / 3)] ?? 'open',
    closed: index < 3 ? null : { by: { id: ID, name: filled(filler, PERSON_NAME) }, at },
  }));
  const earlier = EARLIER_KINDS.flatMap((kind) => [kind, kind]).map((kind, index): Earlier => ({
    id: `e${index}`,
    kind,
    what: filled(filler, 500),
    by: filled(filler, PERSON_NAME),
    agreedOn: '2026-01-02',
    file: null,
    addedBy: 'id-1',
    addedAt: at,
  }));
  const client = { id: 'CCLIENT', language: locale, hold: null };
  const approvers = sent.brief?.sent?.approval.approvers.map((one) => ({ ...one, name: somebody.name })) ?? [];
  const brief = sent.brief?.sent && {
    ...sent.brief,
    sent: {
      ...sent.brief.sent,
      approval: { ...sent.brief.sent.approval, approvers, dueAt: at },
      stands: { version: 1, hash: 'f'.repeat(64), at },
    },
  };
  return { ...sent, _id: ID, brief: brief ?? sent.brief, channels: { ...sent.channels, client }, requests, earlier };
}

/** Everything of the client card, of requests and of answers to them, with each text filled. */
export function clientShown(filler: string, locale: Locale): Shown[] {
  const project = carded(filler, locale);
  const released = release(project);
  const waiting = released.waiting.map((one) => ({ waiting: one, link: LINK }));
  const text = filled(filler, BOUNDS.longAnswer);
  const cards = [
    { name: 'clientCardMessage', it: released },
    { name: 'clientCardMessage of a job', it: { ...released, stage: null, parent: released.name } },
    { name: 'clientCardMessage on hold', it: { ...released, life: 'onHold' as const } },
    { name: 'clientCardMessage at the end', it: { ...released, life: 'ended' as const } },
  ];
  const message = (name: string, all: readonly Message[]): Shown[] =>
    all.map((one, index) => ({ name: `${name} ${index}`, is: 'message', message: one }));
  const found = Array.from({ length: 12 }, () => ({
    kind: 'otherClient' as const,
    words: filled(filler, 60),
    number: 3,
  }));
  const people = Array.from({ length: 20 }, () => cleo.person);
  const requests = project.requests ?? [];
  return [
    ...cards.flatMap(({ name, it }) => message(name, [clientCardMessage(it, waiting)])),
    ...REQUEST_KINDS.map((kind): Shown => ({
      name: `requestModal ${kind}, ${REQUEST_FORMS[kind].length} questions`,
      is: 'modal',
      view: requestModal(released, { kind, id: ID, channel: 'C012345678' }, locale),
    })),
    ...requests.flatMap((request) => [
      ...message(`requestCard ${request.state} ${request.kind}`, [requestCard(project, request, locale)]),
      // Slack counts what it escapes: only such a text goes on in the thread.
      ...message(
        `requestRest ${request.state} ${request.kind}`,
        requestRest({ ...request, text: '&'.repeat(BOUNDS.longAnswer) }, locale),
      ),
    ]),
    ...released.requests
      .slice(0, 3)
      .flatMap((request) => message(`receivedForClient ${request.kind}`, receivedForClient(request, locale))),
    ...requests.slice(0, 1).flatMap((request): Shown[] => [
      { name: 'jobModal from a request', is: 'modal', view: jobModal(project, request, ID, locale) },
      { name: 'replyModal', is: 'modal', view: replyModal(project, request, { text, stage: { is: 'typed' } }, locale) },
      {
        name: 'replyModal, looking',
        is: 'modal',
        view: replyModal(project, request, { text, stage: { is: 'looking' } }, locale),
      },
      {
        name: 'replyModal, not seen',
        is: 'modal',
        view: replyModal(project, request, { text, stage: { is: 'notSeen' } }, locale),
      },
      {
        name: 'replyModal, previewed',
        is: 'modal',
        view: replyModal(
          project,
          request,
          { text, stage: { is: 'previewed', channel: 'CCLIENT', people, found, moved: true } },
          locale,
        ),
      },
      {
        name: 'replyModal, drafted',
        is: 'modal',
        view: replyModal(project, request, { text: statusDraft(released), stage: { is: 'typed' } }, locale),
      },
      ...message('replyForClient', replyForClient(released, request, { by: request.by, text })),
      ...message('repliedForTeam', repliedForTeam(request.by, text, locale)),
      ...message('jobForClient', [jobForClient(released, request.by)]),
    ]),
    ...message('takenNote', [takenNote(released, locale)]),
    { name: 'clientRecordModal', is: 'modal', view: recordPage(project, locale) },
    { name: 'home with requests', is: 'home', view: { type: 'home', blocks: homeRows(project, locale) } },
  ];
}

const homeRows = (project: Project, locale: Locale) => {
  const named = { id: project._id, name: project.name, client: project.client };
  return requestWaits(project).flatMap((wait) => requestWaitRow(named, wait, null, locale) ?? []);
};

/** A page of the client's part of the record, full, with a link on each line. */
function recordPage(project: Project, locale: Locale) {
  const scope = { workspace: project.workspace, project: project._id };
  const happened = Array.from({ length: BOUNDS.recordPage }, () => ({
    kind: 'project.requestReceived',
    actor: 'id-1',
    at,
    content: { request: 'newRequest', people: ['id-1'] },
  }));
  const { stored } = append(scope, emptyHead(scope.workspace, scope.project), happened, () => '00'.repeat(16));
  const entries = stored.map((one) => ({ stored: one, link: LINK }));
  return clientRecordModal(project, { entries, older: 1, isNewest: false }, locale, locale);
}
