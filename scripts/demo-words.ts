/** What the demonstration prints once it runs. */
export function greeting(url: string, database: string, hasProjects: boolean): string {
  const seat = (handle: string) => `${url}/?as=${handle}`;
  return `
SANDBOX: a stand-in for Slack on this machine. Nothing leaves it, and nothing stays when it stops.

  Open      ${seat('mei')}      you are Mei Chen, account manager, and administrator of Liaison
  A second window is a second person, at the client for instance: ${seat('dana')}

Three things to try
${hasProjects ? atWork(seat) : fromNothing(seat)}
  3. Let days pass
     The bot lives on the clock at the top. Press "Tomorrow 09:00": projects say how they stand, people are asked how their
     work stands, and in the messages of Liaison is what the day brings. "Next milestone" goes to the day of one, "Play a
     week" from morning to morning. In a project's channel type  /plan  or  /progress .

  Then break it, and look behind it
     You administer the workspace, too: in the menu of a channel's header archive the channel, or remove Liaison from it,
     and read what it says, and on the card what to do. Bring it back, and what was held is posted.
     Press "Inspector" at the top: every delivery with its acknowledgement time, every call, and "Deliver again",
     after which nothing happens twice. Press "Faults", have chat.postMessage lose its answer, and press any button;
     then "Tomorrow 09:00", and what was unclear has been looked up and not been said twice.
     Type  /project record  in the project's channel, then check its chain with
     MONGODB_URI='${database}' npm run verify

Ctrl-C stops everything.
`;
}

type Seat = (handle: string) => string;

const atWork = (seat: Seat): string => `
  1. Run projects (as Mei)
     Open Home: what waits for you, and the portfolio of all projects; choose "On hold" under State. In
     #acme-autumn-relaunch type  /project people  (a deputy, an account director, a supplier; "Hand over" shows what
     would happen), and  /project stage : what the gate lacks, and the ways past it. Tom has heard the key message there:
     choose "Add to brief" in the menu of what he wrote, then "Send to client", and read the preview.
     #acme-festival-cups has a job inside, so that what you type there asks which one is meant. Its deliverables stand in every
     state: type  /approval  for what waits for you and whom you wait for,  /approval final  for what is approved. Post a
     file there, and choose "Send for approval" in its menu; in #acme-autumn-relaunch Tom has brought something to be checked.
     The client of #harbour-museum-night-opening is not on Slack: take the text or the PDF, and record what they decide.

  2. Be the client (as Dana, ${seat('dana')})
     In #acme-lantern the pinned card says where "Winter gift box" stands. Ask for status, or raise a problem; as Mei, press
     the answering button in #acme-winter-gift-box: the client reads nothing that was not previewed.
     Then open the thread of "Brief · Winter gift box": Olivia Grant wants line 2 otherwise. Press "Confirm", and the round
     ends with a list that shows the contradiction. As Mei, edit the brief and send version 2: only what is new is marked.
     Write "ok" in the thread instead of pressing a button, and see what Liaison asks.
     The cups wait for you as well, in their second round: "Approve with changes" asks whether you want to see them again.
     The same in Chinese: Zhou Lan has a brief waiting, and a set of which some parts can be approved, ${seat('zhou')}
`;

const fromNothing = (seat: Seat): string => `
  1. Start a project, and send its brief (as Mei)
     In #general, type  /project new  and fill the four answers; press "Write the brief" in the new channel. In the overview
     "Add a document" reads what a client sent, part by part. Press "Send to client", choose #acme-lantern and Dana
     Reed, read the preview, and send.  /project people  says who works on it, and  /project stage  what the gate lacks.

  2. Be the client (as Dana, ${seat('dana')})
     Open the thread in #acme-lantern. Request changes on a line first: Mei edits the brief and sends version 2, and
     only the differences are marked. Write "ok" in the thread, and see what Liaison asks; then press "Confirm" and read
     the confirmation note. The pinned card asks for status, raises a problem, and shows your record.
     As Mei, press "Start Proposal" on the project's card.
`;
