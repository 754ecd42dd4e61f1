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
  /** A project document stays far below its goal of 256 KB. */
  people: 100,
  /** Entries of the record in one page of its modal: each is one block of text, a modal has 100 blocks. */
  recordPage: 10,
  /** Projects of one channel, or of one person, that a command names: at their longest they still fit one message. */
  projectsNamed: 8,
  /** What waits for one person, in one page of App Home: 100 blocks, at most five each. */
  waitsOnHome: 18,
  /** Channel names (docs.slack.dev, conversations.create). */
  channelName: 80,
  /** Channel topics: 250 characters. */
  topic: 250,
  /** People whom a preview names before it says "and N more". */
  namedInPreview: 12,
  /** Escaped characters of one posted part of a brief: Slack refuses about 13,200 in one message. */
  briefPart: 11_000,
} as const;
