/** A limit on everything people type, and on every list, with its reason. */
export const BOUNDS = {
  /** Slack's own limit of one plain_text_input (docs.slack.dev, plain-text input element). */
  longAnswer: 3000,
  /** Fits a channel's topic beside the client's name, and one line of a card. */
  projectName: 80,
  /** A company's name; longer ones are given in their short form. */
  clientName: 60,
  /** One deliverable a line; more than that is a plan, not a short brief. */
  deliverables: 20,
  /** Expected results: more than this nobody measures. The text has room for 100 characters a line. */
  kpis: 20,
  kpisAnswer: 2000,
  /** Mandatories and constraints: each becomes a point to check, and a longer list is a guideline to be attached. */
  mandatories: 20,
  mandatoriesAnswer: 2000,
  /** Key dates of a brief: more than this is a timing plan. The text has room for 75 characters a line. */
  dates: 20,
  datesAnswer: 1500,
  /** The budget of a brief is a range in one line; what it is made of stands in the proposal. */
  budget: 300,
  /** The ladder of whys: by the fifth one the reason is found, or it is not a ladder. */
  whys: 5,
  whysAnswer: 2000,
  /** The client's own words for the reason: a short paragraph. */
  ownReason: 1000,
  /** Approvers of one request: a decision chain longer than that is nobody's decision. */
  approvers: 20,
  /** Whose one decision was before: what is older stands on the record. */
  formerApprovers: 10,
  /** A name with a title, of somebody who is not on Slack: as long as Slack's own display names. */
  partyName: 80,
  /** Names of that length, a line each. */
  offSlack: 1700,
  /** Who else inside the client’s house agreed: a few names and departments in one line. */
  alsoAgreed: 300,
  /** A reminder to a client, in the account manager’s words: a paragraph or two. */
  reminder: 1000,
  /** A project document stays far below its goal of 256 KB. */
  people: 100,
  /** Why a project is held, ended or moved past a closed gate: a short paragraph. */
  reason: 500,
  /** Agreements from before Liaison: more than these are the client's file, not what a gate needs. */
  earlier: 20,
  earlierWhat: 300,
  /** Of one project, dropped ones too; more are several jobs. */
  projectDeliverables: 60,
  /** One line of a card, beside its state. */
  deliverableName: 80,
  /** Parts of a set, each decided on by its own line: Slack's checkboxes come by tens. */
  items: 40,
  itemName: 80,
  itemsAnswer: 3000,
  /** Files and links of one version: as many as Slack takes in one message. */
  contents: 10,
  /** A link is shown whole; longer ones are no addresses that a browser keeps. */
  link: 2000,
  /** Acceptance criteria: each is a point to tick. */
  criteria: 20,
  criterion: 300,
  criteriaAnswer: 3000,
  /** Points of a check that an administrator wrote for one kind. */
  checkPoints: 20,
  checkPoint: 150,
  /** Rounds agreed with a client: with more it is no agreement. */
  rounds: 9,
  /** The largest file that is passed on to a client: held in memory on its way. Larger ones, as films, are posted by hand. */
  passedOnBytes: 20 * 1024 * 1024,
  /** What was noticed of a deliverable's files: older ones stand on the record. */
  noticed: 20,
  /** Internal reviewers of one deliverable. */
  reviewers: 10,
  /** Media and territory of usage rights: a line each. */
  rights: 300,
  /** A purchase order's number. */
  po: 60,
  /** Key dates of one project, reached and dropped ones too: each is two blocks of a modal, which has 100. */
  milestones: 40,
  /** One line of a card, beside its date and its owner. */
  milestoneName: 80,
  milestoneNeeds: 500,
  /** How often one was moved, as far as the project itself knows; the record has all of them. */
  milestoneMoves: 5,
  /** Working days that a client has to look at something: four weeks. */
  reviewDays: 20,
  /** Jobs that were ever started inside one project: with more it is a retainer. */
  jobs: 100,
  /** Projects and jobs of one channel that can be chosen from: each is one block of a modal, which has 100. */
  projectsInChannel: 40,
  /** Entries of the record in one page of its modal: each is one block of text, a modal has 100 blocks. */
  recordPage: 10,
  /** Projects of one channel, or of one person, that a command names: at their longest they still fit one message. */
  projectsNamed: 8,
  /**
   * App Home has 100 blocks (docs.slack.dev, Home tab views). In one page of each list: projects in which something waits, and
   * of what waits in one of them, at most nine blocks together; somebody's projects; a portfolio; the client's own, two blocks each.
   */
  waitsOnHome: 5,
  waitsOfOne: 2,
  projectsOnHome: 10,
  awaitedOnHome: 3,
  awaitedLines: 3,
  theirsOnHome: 5,
  /**
   * The overview of approvals is a modal of 100 blocks: projects in which something waits for somebody and so much of each, three blocks
   * each; projects in which they wait for something, and so much of each, two blocks each.
   */
  waitsProjects: 3,
  waitsOfProject: 3,
  awaitedProjects: 5,
  awaitedOfOne: 4,
  /** Clients that can be chosen from: a view has 250 KB, and a client's name takes up to 300 bytes of it. */
  clientsChosen: 300,
  /** People who administer Liaison, and who oversee one client. */
  administrators: 20,
  directors: 10,
  /** Channel names (docs.slack.dev, conversations.create). */
  channelName: 80,
  /** Channel topics: 250 characters. */
  topic: 250,
  /** People whom a preview names before it says "and N more". */
  namedInPreview: 12,
  /** Escaped characters of one posted part of a brief: Slack refuses about 13,200 in one message. */
  briefPart: 11_000,
} as const;
