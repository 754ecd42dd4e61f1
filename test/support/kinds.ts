import type { Role } from '../../src/project/model-people.ts';
import type { Act } from '../../src/project/model-may.ts';

/** Every kind of person that there is to a project. */
export const KINDS = [
  'accountManager',
  'deputy',
  'accountDirector',
  'administrator',
  'teamMember',
  'freelancer',
  'partnersPerson',
  'colleague',
  'colleagueWhoJoined',
  'guestWhoJoined',
  'clientContact',
  'approver',
  'clientMember',
  'otherClientsApprover',
  'unknownGuest',
  'unknownExternal',
  'deactivated',
] as const;
export type Kind = (typeof KINDS)[number];

/** A freelancer is a guest of the workspace, whom the roster puts on the team. An administrator is on no roster here. */
export const GUESTS: readonly Kind[] = [
  'freelancer',
  'partnersPerson',
  'guestWhoJoined',
  'clientContact',
  'clientMember',
  'unknownGuest',
];
/** They come by Slack Connect, from companies of their own. */
export const EXTERNALS: readonly Kind[] = ['approver', 'otherClientsApprover', 'unknownExternal'];

/** What the roster has them as, where it has them. Whoever is deactivated managed the account. */
export const ROLE_OF: Readonly<Partial<Record<Kind, Role>>> = {
  accountManager: 'accountManager',
  deputy: 'deputy',
  accountDirector: 'accountDirector',
  teamMember: 'teamMember',
  freelancer: 'teamMember',
  partnersPerson: 'partner',
  clientContact: 'clientContact',
  approver: 'approver',
  clientMember: 'clientMember',
  deactivated: 'accountManager',
};

const AGENCY: readonly Kind[] = ['accountManager', 'deputy', 'accountDirector', 'teamMember', 'freelancer'];
const CLIENT: readonly Kind[] = ['clientContact', 'approver', 'clientMember'];

/**
 * Who may do what, written down a second time: not from the table of the rules, but as people were promised it. What is changed
 * there without being changed here is a mistake, or a promise that somebody has to be told of.
 */
export const PROMISED: Readonly<Record<Act, readonly Kind[]>> = {
  see: [...AGENCY, 'administrator', 'partnersPerson', 'colleague', 'colleagueWhoJoined'],
  writeBrief: AGENCY,
  editProfile: AGENCY,
  sendToClient: ['accountManager', 'deputy'],
  manageRequests: ['accountManager', 'deputy'],
  answerClient: ['accountManager', 'deputy', 'accountDirector'],
  makeDeliverable: [...AGENCY, 'partnersPerson'],
  checkDeliverable: AGENCY,
  manageDeliverables: ['accountManager', 'deputy'],
  exportRecord: ['accountManager', 'deputy', 'accountDirector', 'administrator'],
  startStage: ['accountManager'],
  overrideGate: ['accountManager', 'accountDirector', 'administrator'],
  attachEarlier: ['accountManager', 'deputy'],
  endProject: ['accountManager', 'accountDirector', 'administrator'],
  startJob: AGENCY,
  managePlan: ['accountManager', 'deputy'],
  manageProgress: ['accountManager', 'deputy', 'accountDirector'],
  managePeople: ['accountManager', 'deputy', 'accountDirector', 'administrator'],
  handOver: ['accountManager', 'accountDirector', 'administrator'],
  answerJoiner: ['accountManager'],
  manageChannels: ['accountManager', 'deputy', 'administrator'],
  answerAsClient: CLIENT,
  readClientRecord: CLIENT,
  askAgency: [...CLIENT, 'guestWhoJoined', 'otherClientsApprover', 'unknownGuest', 'unknownExternal'],
};
