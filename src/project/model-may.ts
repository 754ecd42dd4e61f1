/** What somebody can be to a project: their role on its roster, or what they are without one. */
export const STANDINGS = [
  'accountManager',
  'deputy',
  'accountDirector',
  'administrator',
  'teamMember',
  'partner',
  'colleague',
  'clientContact',
  'approver',
  'clientMember',
  'stranger',
] as const;
export type Standing = (typeof STANDINGS)[number];

const MANAGER: readonly Standing[] = ['accountManager'];
const RUN: readonly Standing[] = ['accountManager', 'deputy'];
const OVERSEE: readonly Standing[] = ['accountManager', 'accountDirector', 'administrator'];
/** Whoever works on the project for the agency. */
export const TEAM: readonly Standing[] = ['accountManager', 'deputy', 'accountDirector', 'teamMember'];
const CLIENT: readonly Standing[] = ['clientContact', 'approver', 'clientMember'];

/**
 * Who may do what, in one place: what is not named here for somebody, they may not. How it was decided who answers a request
 * is the request's own matter (see the approval rules), who may start a project is nobody's role (`mayStart`), and being in a
 * channel gives no right at all. The same table stands in docs/product.md, and a test compares them.
 */
export const MAY = {
  /** Look at what is internal: the project, its brief, its record. Full members of the agency's workspace may. */
  see: [...TEAM, 'administrator', 'partner', 'colleague'],
  /** And open it, gather for it, name who finds out. */
  writeBrief: TEAM,
  editProfile: TEAM,
  /** A version, a correction, questions; and how it is decided. */
  sendToClient: RUN,
  /** Remind, close a round, withdraw, change who decides, record the client's decision. */
  manageRequests: RUN,
  /** What the client asked for by its card. */
  answerClient: [...RUN, 'accountDirector'],
  /** Bring a version of something to be approved. */
  makeDeliverable: [...TEAM, 'partner'],
  /** And tick the points of its check, which its maker may not. */
  checkDeliverable: TEAM,
  /** What it is, who looks at it inside, its rounds and usage rights, and that there will be none. */
  manageDeliverables: RUN,
  /** The whole record of a project, with everything that was agreed to, as a file. */
  exportRecord: [...RUN, 'accountDirector', 'administrator'],
  startStage: MANAGER,
  /** Past a closed gate, or back to an earlier stage, with a reason. */
  overrideGate: OVERSEE,
  attachEarlier: RUN,
  /** Hold, resume, end, reopen. */
  endProject: OVERSEE,
  startJob: TEAM,
  /** Milestones. Whoever sees to one may besides say that theirs is done, blocked, or on another day. */
  managePlan: RUN,
  /** What the project says by itself: when, pauses, how it is doing. */
  manageProgress: [...RUN, 'accountDirector'],
  /** Roster, roles, vacancies. */
  managePeople: [...RUN, 'accountDirector', 'administrator'],
  handOver: OVERSEE,
  /** Is somebody who joined on the team? */
  answerJoiner: MANAGER,
  manageChannels: [...RUN, 'administrator'],
  /** The brief's shared questions; objections. Versions are decided on by whom the request asks. */
  answerAsClient: CLIENT,
  /** The client's own part of the record. */
  readClientRecord: CLIENT,
  /** New request, Raise a problem, Ask for status; whoever of the client's is in the client channel. */
  askAgency: [...CLIENT, 'stranger'],
} as const satisfies Record<string, readonly Standing[]>;
export type Act = keyof typeof MAY;
