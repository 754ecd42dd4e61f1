import type { Approval } from '../approval/model.ts';
import type { ApprovalOwner } from '../approval/service-owner.ts';
import { button } from '../kit/blocks.ts';
import { listed } from '../kit/i18n.ts';
import type { Locale } from '../kit/locale.ts';
import { isRefusal } from '../kit/refusal.ts';
import { card, cardKey, clientOf, type RowDraft } from '../kit/rows.ts';
import { mention } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { managers } from '../project/rules.ts';
import { release } from '../project/rules-released.ts';
import { mayDo } from '../project/rules-may.ts';
import { projectCardRow } from '../project/service.ts';
import { approvalOf, withApproval } from './rules-approval.ts';
import type { SentBrief } from './model.ts';
import { openValue } from './model-metadata.ts';
import { briefRow, clientBriefSubject, clientThread, teamThread, versionSubject } from './rules-subjects.ts';
import { BRIEF_IDS } from './views-card.ts';
import { countParts, shownBrief } from './views-client.ts';
import { briefWords } from './words.ts';

/** What the brief gives to the approval of it. */
export const briefOwner: ApprovalOwner = {
  sent: ({ brief }) => (brief?.sent ? [brief.id] : []),
  find: approvalOf,
  put: withApproval,
  mayManage: (project, who) => mayDo(project, 'manageRequests', who),
  shown: (project, approval, locale) => shownBrief(release(project), sentOf(project, approval), locale),
  threads: (project, { version }) => {
    const id = project._id;
    const isShown = isInChannel(project);
    return {
      client: isShown ? clientThread(id) : null,
      team: teamThread(id),
      version: isShown ? cardKey(versionSubject(id, version, 1)) : teamThread(id),
    };
  },
  cards: (project, approval) => [
    ...clientCards(project, sentOf(project, approval)),
    briefRow(project._id),
    projectCardRow(project._id),
  ],
  nextForTeam: (project, _approval, after, locale) =>
    after === 'agreed' ? { sentence: goOn(project, locale), button: null } : revise(project, locale),
  nextForClient: ({ work }, _approval, locale) => {
    const words = briefWords.in(locale);
    return work.kind === 'job' ? words.noteNextJob() : words.noteNextCampaign();
  },
};

/** @throws where there is no such request, which `find` would have refused */
function sentOf(project: Project, approval: Approval): SentBrief {
  const sent = project.brief?.sent;
  if (!sent || isRefusal(approvalOf(project, approval.subject.id))) throw new Error('a brief that was not sent');
  return { ...sent, approval };
}

/** Was the version sent to the client's channel, or by some other way? */
const isInChannel = ({ channels, brief }: Project): boolean =>
  channels.client !== null && brief?.sent?.current.reach !== 'outside';

/** The client's card, and the last post of the version: what came of it stands under that. */
function clientCards(project: Project, { current, previous }: SentBrief): RowDraft[] {
  if (!isInChannel(project)) return [];
  const id = project._id;
  const last = countParts({ version: current, previous }, release(project));
  return [
    card(clientOf(id), versionSubject(id, current.number, last), clientThread(id)),
    card(clientOf(id), clientBriefSubject(id)),
  ];
}

const mentions = (project: Project, locale: Locale): string => listed(managers(project).map(mention), locale);

function goOn(project: Project, locale: Locale): string {
  const words = briefWords.in(locale);
  const next = project.work.kind === 'job' ? words.confirmedJob : words.confirmedGate;
  return next({ manager: mentions(project, locale) });
}

function revise(project: Project, locale: Locale) {
  const words = briefWords.in(locale);
  const value = openValue.encode({ project: project._id });
  return {
    sentence: words.changesAsk({ manager: mentions(project, locale) }),
    button: button({ id: BRIEF_IDS.edit, text: words.edit(), value }),
  };
}
