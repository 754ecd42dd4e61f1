import type { Approval, Approver, Party, Point } from './model.ts';
import { outcomeOf } from './rules-steps.ts';
import { partyOf } from './rules-turn.ts';

/** What a round came to on one line, or on the whole where `line` is null. */
export type RoundPoint = {
  number: number;
  line: string | null;
  said: { by: Party; text: string }[];
  confirmedBy: Party[];
  contradicts: boolean;
};

/**
 * The points of a round as one numbered list: what is about the whole first, then line by line.
 * @param lineOrder the ids of the lines as they are shown; a line that is not among them comes last
 */
export function roundPoints(approval: Approval, lineOrder: readonly string[]): RoundPoint[] {
  const voices = approval.approvers.flatMap((approver) =>
    (approver.answer?.points ?? []).map((point) => ({ approver, point })),
  );
  const places = [null, ...lineOrder, ...approval.lines, ...voices.map(({ point }) => point.line)];
  return [...new Set(places)]
    .map((line) => ({ line, said: voices.filter(({ point }) => point.line === line) }))
    .filter(({ said }) => said.length > 0)
    .map(({ line, said }, index) => roundPoint(approval, index + 1, line, said));
}

type Voice = { approver: Approver; point: Point };

function roundPoint(approval: Approval, number: number, line: string | null, said: readonly Voice[]): RoundPoint {
  const wants = (one: Approver) => said.some(({ approver }) => approver.id === one.id);
  const confirming = approval.approvers.filter((one) => agreesTo(one, line) && !wants(one)).map(partyOf);
  return {
    number,
    line,
    said: said.map(({ approver, point }) => ({ by: approver.answer?.by ?? partyOf(approver), text: point.text })),
    confirmedBy: confirming.filter(({ id }, index) => confirming.findIndex((other) => other.id === id) === index),
    contradicts: confirming.length > 0 || said.some((one) => said.some((other) => isOpposed(one, other))),
  };
}

/** Did this approver agree to the line, or to the whole? */
function agreesTo(approver: Approver, line: string | null): boolean {
  const outcome = outcomeOf(approver);
  const isWhole = outcome === 'agreed' || outcome === 'agreedWith';
  return isWhole || (line !== null && approver.confirmedLines.includes(line));
}

/** Two people who ask for different things; spaces around and ways of writing one character make no difference. */
const isOpposed = (a: Voice, b: Voice): boolean =>
  a.approver.id !== b.approver.id && plain(a.point.text) !== plain(b.point.text);

const plain = (text: string): string => text.normalize('NFKC').trim();
